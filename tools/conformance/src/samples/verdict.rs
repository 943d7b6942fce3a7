//! Evaluates the output of the program: whether a value survived the round trip, and which losses are acceptable.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde_json::Value;

use super::case::{Case, Cases};
use super::equality::Differences;
use super::naming;
use super::validity::Schemas;

/// Dropped nulls of optional properties, in types that are used only in responses.
const DROPPED_NULLS: &str = "a response type drops a null, which is equivalent to an absent property";

/// Dropped properties that no schema declares.
const DROPPED_MEMBERS: &str = "a property that no schema declares is dropped";

/// Dropped properties that kept a value from matching other subschemas.
const AMBIGUOUS: &str = "without its dropped properties, a value matches several subschemas of a `oneOf`";

/// Skipped examples.
const NO_OBJECTS: &str =
    "an example is not an object although its schema has properties without `type`, which imply an object (not tested)";

/// The verdict on the values of one document.
#[derive(Debug, Default)]
pub struct Verdict {
    /// The number of values that are equal after a round trip, except for acceptable losses.
    pub survived: u64,
    /// The number of surviving values that are equal without any loss.
    pub equal: u64,
    /// The number of surviving values with each acceptable loss.
    pub exemptions: BTreeMap<String, u64>,
    /// The failed values by case index, in order.
    pub failures: Vec<(usize, Failure)>,
}

/// The reason why a value did not survive.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The normalized cause, shared by similar values.
    pub cause: String,
    /// The complete explanation.
    pub why: String,
}

impl Failure {
    fn new(cause: impl Into<String>, why: impl Into<String>) -> Self {
        Self { cause: cause.into(), why: why.into() }
    }
}

/// Evaluates all lines of output. There are fewer lines than cases if the program ended early.
pub fn judge_all(cases: &Cases, answers: &[&str]) -> Verdict {
    let mut verdict = Verdict::default();
    if cases.exempt > 0 {
        verdict.exemptions.insert(NO_OBJECTS.to_owned(), cases.exempt);
    }
    let schemas = Schemas::new(&cases.root);
    let (inclusive_root, inclusive) = (OnceCell::new(), OnceCell::new());
    let is_valid_for_any = |name: &str, value: &Value| {
        let root = || inclusive_root.get_or_init(|| with_any_of(&cases.root));
        inclusive.get_or_init(|| Schemas::new(root())).as_ref().is_some_and(|schemas| schemas.is_valid(name, value))
    };
    for (index, case) in cases.cases.iter().enumerate() {
        let answer = answers.get(index).copied().unwrap_or("error the program ended early");
        match judge(cases, schemas.as_ref(), &is_valid_for_any, case, answer) {
            Ok(exemptions) => {
                verdict.survived += 1;
                verdict.equal += u64::from(exemptions.is_empty());
                for exemption in exemptions {
                    *verdict.exemptions.entry(exemption.to_owned()).or_default() += 1;
                }
            }
            Err(failure) => verdict.failures.push((index, failure)),
        }
    }
    verdict
}

/// Returns the acceptable losses of a value, or the reason why it did not survive. `is_valid_for_any` validates a value for
/// a component, but the value may match several subschemas of a `oneOf`.
fn judge(
    cases: &Cases,
    schemas: Option<&Schemas<'_>>,
    is_valid_for_any: &dyn Fn(&str, &Value) -> bool,
    case: &Case,
    answer: &str,
) -> Result<Vec<&'static str>, Failure> {
    let Some(answer) = answer.strip_prefix("ok ") else {
        let why = answer.strip_prefix("error ").unwrap_or(answer);
        return Err(Failure::new(format!("cannot decode: {}", without_values(why)), why));
    };
    let (variant, written) = answer.split_once(' ').unwrap_or((answer, ""));
    let written: Value = serde_json::from_str(written).map_err(|error| {
        Failure::new("the encoded value is not JSON", format!("the encoded value is not valid JSON: {error}"))
    })?;
    if let Some(expected) = case.variant.as_deref().filter(|expected| *expected != variant) {
        return Err(Failure::new(
            "decoded as another variant",
            format!("decoded as `{variant}` instead of `{expected}`"),
        ));
    }
    let mut differences = Differences::between(&case.value, &written);
    let mut exemptions = Vec::new();
    if !differences.dropped_nulls.is_empty() {
        let keeps_nulls = cases.types.get(case.type_).is_some_and(|tried| tried.keeps_nulls);
        if keeps_nulls {
            differences.lost.append(&mut differences.dropped_nulls);
        } else {
            exemptions.push(DROPPED_NULLS);
        }
    }
    let all = differences.lost.len();
    if let Some(schema) = cases.schema(&case.component) {
        differences.lost.retain(|pointer| naming::names(&cases.root, schema, pointer));
    }
    if differences.lost.len() < all {
        exemptions.push(DROPPED_MEMBERS);
    }
    if !differences.are_only_nulls() {
        return Err(failure(&differences));
    }
    let is_valid = |value: &Value| schemas.is_none_or(|schemas| schemas.is_valid(&case.component, value));
    if !exemptions.is_empty() && is_valid(&case.value) && !is_valid(&written) {
        if !is_valid_for_any(&case.component, &written) {
            let why = format!("the encoded value is invalid: {written}");
            return Err(Failure::new("the encoded value is invalid", why));
        }
        exemptions.push(AMBIGUOUS);
    }
    Ok(exemptions)
}

/// Returns a document in which each `oneOf` is an `anyOf`, unless the schema has both.
fn with_any_of(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let has_both = members.contains_key("anyOf");
            let name = |name: &str, member: &Value| match name {
                "oneOf" if member.is_array() && !has_both => "anyOf".to_owned(),
                other => other.to_owned(),
            };
            Value::Object(members.iter().map(|(key, member)| (name(key, member), with_any_of(member))).collect())
        }
        Value::Array(elements) => Value::Array(elements.iter().map(with_any_of).collect()),
        _ => value.clone(),
    }
}

fn failure(differences: &Differences) -> Failure {
    let kinds = [("lost", &differences.lost), ("added", &differences.added), ("changed", &differences.changed)];
    let kinds: Vec<_> = kinds.into_iter().filter(|(_, pointers)| !pointers.is_empty()).collect();
    let described = kinds.iter().map(|(kind, pointers)| {
        let shown: Vec<String> = pointers.iter().take(3).map(|pointer| format!("`{pointer}`")).collect();
        format!("{kind} {}", shown.join(", "))
    });
    let cause = kinds.first().map_or("", |(kind, _)| kind);
    Failure::new(format!("properties are {cause}"), described.collect::<Vec<_>>().join("; "))
}

/// Returns a serde message without quoted values and positions, so that equal faults have equal messages.
fn without_values(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let mut text = String::new();
    let mut until = None;
    for character in message.chars() {
        match (until, character) {
            (None, '"' | '`' | '(') => {
                until = Some(if character == '(' { ')' } else { character });
                text.push('…');
            }
            (Some(end), _) if character == end => until = None,
            (Some(_), _) => {}
            (None, _) => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::case::{Kind, TriedType};
    use super::*;
    use serde_json::json;

    fn judged(value: Value, answer: &str, keeps_nulls: bool) -> Result<Vec<&'static str>, String> {
        judged_for("A", value, answer, keeps_nulls)
    }

    fn judged_for(component: &str, value: Value, answer: &str, keeps_nulls: bool) -> Result<Vec<&'static str>, String> {
        let root = json!({"openapi": "3.1.0", "components": {"schemas": {
            "A": {"properties": {"a": {}, "b": {}}, "minProperties": 1},
            "B": {"oneOf": [{"required": ["a"]}, {"properties": {"b": {"type": "string"}}}]},
        }}});
        let types = vec![TriedType { name: "A".to_owned(), nullable: false, keeps_nulls }];
        let cases = Cases { root, types, ..Cases::default() };
        let variant = Some("One".to_owned());
        let case = Case { component: component.to_owned(), type_: 0, kind: Kind::Valid, value, variant };
        let inclusive_root = with_any_of(&cases.root);
        let inclusive = Schemas::new(&inclusive_root).expect("they are schemas");
        let is_valid_for_any = |name: &str, value: &Value| inclusive.is_valid(name, value);
        let schemas = Schemas::new(&cases.root);
        judge(&cases, schemas.as_ref(), &is_valid_for_any, &case, answer).map_err(|failure| failure.why)
    }

    #[test]
    fn dropped_property_may_make_further_subschemas_match() {
        let judged = |value, answer| judged_for("B", value, answer, false);
        assert_eq!(judged(json!({"a": 1, "b": null}), "ok One {\"a\":1}"), Ok(vec![DROPPED_NULLS, AMBIGUOUS]));
    }

    #[test]
    fn value_survives_if_it_is_equal_and_in_the_right_variant() {
        let judged = |value, answer| judged(value, answer, false);
        assert_eq!(judged(json!({"a": 1}), "ok One {\"a\":1}"), Ok(vec![]));
        assert_eq!(judged(json!({"a": 1, "c": 1}), "ok One {\"a\":1}"), Ok(vec![DROPPED_MEMBERS]));
        assert_eq!(judged(json!({"a": 1}), "ok Two {\"a\":1}"), Err("decoded as `Two` instead of `One`".to_owned()));
        assert_eq!(judged(json!({"a": 1, "b": 2}), "ok One {\"a\":3}"), Err("lost `/b`; changed `/a`".to_owned()));
        assert_eq!(judged(json!({}), "ok One {\"a\":1}"), Err("added `/a`".to_owned()));
        assert_eq!(judged(json!({}), "error invalid type"), Err("invalid type".to_owned()));
    }

    #[test]
    fn null_may_be_dropped_only_if_it_equals_absence_and_the_rest_is_valid() {
        let (value, answer) = (json!({"a": 1, "b": null}), "ok One {\"a\":1}");
        assert_eq!(judged(value.clone(), answer, false), Ok(vec![DROPPED_NULLS]));
        assert_eq!(judged(value, answer, true), Err("lost `/b`".to_owned()));
        let nothing = judged(json!({"c": 1}), "ok One {}", false);
        assert_eq!(nothing, Err("the encoded value is invalid: {}".to_owned()));
    }

    #[test]
    fn causes_omit_quoted_values() {
        let message = "invalid type: string \"a (b\", expected an object (`Foo`) at line 1 column 5";
        assert_eq!(without_values(message), "invalid type: string …, expected an object …");
    }
}
