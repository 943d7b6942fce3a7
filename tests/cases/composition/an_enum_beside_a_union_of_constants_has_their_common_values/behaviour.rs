//! An enum next to a union of constants.

use super::types::{Command, CommandOption, CommandResult, TextOption};
use serde_json::{from_value, json, to_value};

#[test]
fn only_value_is_the_tag_of_its_schema() {
    let text = json!({"type": 3, "name": "a", "shortest": null});
    let option: CommandOption = from_value(text.clone()).expect("it is an option");
    assert!(matches!(&option, CommandOption::Text(text) if text.shortest.is_null()));
    assert_eq!(to_value(option).expect("it can be written"), text);
    let option = TextOption::new("a");
    assert_eq!(to_value(option).expect("it can be written"), json!({"type": 3, "name": "a"}));
}

#[test]
fn other_enums_list_the_common_values() {
    let result = |value: i64| {
        let command: Command = from_value(json!({"option": {"type": 4, "name": "a"}, "result": value})).expect("fits");
        command.result
    };
    assert!(!matches!(result(4), Some(CommandResult::Unknown(_)) | None));
    assert!(matches!(result(9), Some(CommandResult::Unknown(9))));
}
