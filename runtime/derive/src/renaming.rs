//! The attribute `#[wire(rename_all = "…")]` of structs and enums.

use crate::attribute::{Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::Item;
use crate::naming_rule::NamingRule;

/// Returns the naming rule of an item. Returns `None` without one, or after an error.
pub fn naming_rule(item: &Item, errors: &mut Errors) -> Option<NamingRule> {
    let mut chosen = None;
    for argument in item.arguments("wire") {
        let name = match &argument.form {
            Form::Assignment(word, Constant { text, kind: ConstantKind::String }) if word == "rename_all" => text,
            _ => {
                errors.add(argument.span, "expected a naming rule: write `rename_all = \"camelCase\"`");
                continue;
            }
        };
        let Some(rule) = NamingRule::ALL.into_iter().find(|rule| *name == format!("\"{}\"", rule.name)) else {
            let rules = NamingRule::ALL.map(|rule| format!("`{}`", rule.name)).join(", ");
            errors.add(argument.span, format!("`rename_all` must be one of {rules}; found {name}"));
            continue;
        };
        if chosen.replace(rule).is_some() {
            errors.add(argument.span, "an item must have at most one naming rule: remove the others");
        }
    }
    chosen
}
