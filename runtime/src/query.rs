//! Queries: parameters in the styles that OpenAPI names.

use serde::Serialize;
use serde_json::Value;

use crate::{path::push_encoded, scalar::scalar_text};

/// A value that can be sent as a parameter: anything that can be written as JSON.
pub trait Parameter {
    /// The value as JSON, of which the style makes text.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    fn to_value(&self) -> serde_json::Result<Value>;
}

impl<T: Serialize + ?Sized> Parameter for T {
    fn to_value(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }
}

/// How a parameter that is more than a scalar is written in a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// `a=1&a=2`; members of an object each under their own name.
    #[default]
    Form,
    /// `a=1,2`; members of an object as `a=name,value`.
    FormComma,
    /// `a=1%202`.
    SpaceDelimited,
    /// `a=1%7C2`.
    PipeDelimited,
    /// `a[b]=1`. Within it, lists of scalars are `a[b][]=1&a[b][]=2` and all other lists are numbered: `a[b][0][c]=1`,
    /// so that no server can join members of different elements. Brackets are sent encoded.
    DeepObject,
    /// The value as JSON text (a parameter with `content`).
    Json,
}

/// Adds a parameter. Null is left out, and so are empty lists.
pub(crate) fn push(query: &mut String, style: Style, name: &str, value: &Value) {
    match (style, value) {
        (_, Value::Null) => {}
        (Style::Json, value) => push_pair(query, name, &value.to_string()),
        (Style::DeepObject, value) => push_deep(query, name, value),
        (Style::Form, Value::Array(elements)) => elements
            .iter()
            .filter(|element| !element.is_null())
            .for_each(|element| push_pair(query, name, &plain(element))),
        (Style::Form, Value::Object(members)) => {
            members.iter().for_each(|(name, member)| push(query, Style::Form, name, member))
        }
        (Style::FormComma, value) => push_joined(query, name, ",", value),
        (Style::SpaceDelimited, value) => push_joined(query, name, "%20", value),
        (Style::PipeDelimited, value) => push_joined(query, name, "%7C", value),
        (Style::Form, scalar) => push_pair(query, name, &plain(scalar)),
    }
}

/// Adds the members of a form that is sent as a body: scalars and lists of scalars plainly, objects with brackets.
pub(crate) fn push_form(form: &mut String, value: &Value) {
    let Value::Object(members) = value else { return };
    for (name, member) in members {
        let nested = match member {
            Value::Object(_) => true,
            Value::Array(elements) => elements.iter().any(is_nested),
            _ => false,
        };
        push(form, if nested { Style::DeepObject } else { Style::Form }, name, member);
    }
}

fn is_nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

fn push_deep(query: &mut String, name: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::Object(members) => {
            members.iter().for_each(|(member, value)| push_deep(query, &format!("{name}[{member}]"), value))
        }
        Value::Array(elements) if elements.iter().any(is_nested) => elements
            .iter()
            .enumerate()
            .for_each(|(place, element)| push_deep(query, &format!("{name}[{place}]"), element)),
        Value::Array(elements) => elements.iter().for_each(|element| push_deep(query, &format!("{name}[]"), element)),
        scalar => push_pair(query, name, &plain(scalar)),
    }
}

fn push_joined(query: &mut String, name: &str, separator: &str, value: &Value) {
    let texts: Vec<String> = match value {
        Value::Array(elements) => elements.iter().filter(|element| !element.is_null()).map(plain).collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(_, member)| !member.is_null())
            .flat_map(|(name, member)| [name.clone(), plain(member)])
            .collect(),
        scalar => vec![plain(scalar)],
    };
    if texts.is_empty() {
        return;
    }
    push_name(query, name);
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            query.push_str(separator);
        }
        push_encoded(query, text);
    }
}

/// The text of a scalar; JSON for what no style has a place for.
pub(crate) fn plain(value: &Value) -> String {
    scalar_text(value)
        .map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, std::borrow::Cow::into_owned)
}

pub(crate) fn push_pair(query: &mut String, name: &str, text: &str) {
    push_name(query, name);
    push_encoded(query, text);
}

fn push_name(query: &mut String, name: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    push_encoded(query, name);
    query.push('=');
}

/// A header's or cookie's text: lists with commas between.
pub(crate) fn comma_separated(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Array(elements) => Some(elements.iter().map(plain).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            Some(members.iter().map(|(name, member)| format!("{name},{}", plain(member))).collect::<Vec<_>>().join(","))
        }
        scalar => Some(plain(scalar)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(style: Style, value: Value) -> String {
        let mut query = String::new();
        push(&mut query, style, "a", &value);
        query
    }

    #[test]
    fn each_style_writes_as_the_specification_says() {
        let rows = [
            (Style::Form, json!("x y&=+"), "a=x%20y%26%3D%2B"),
            (Style::Form, json!([1, "b,c", null]), "a=1&a=b%2Cc"),
            (Style::Form, json!({"B": [1, 2], "G": null, "R": 100}), "B=1&B=2&R=100"),
            (Style::Form, json!(null), ""),
            (Style::Form, json!([]), ""),
            (Style::Form, json!(3.0), "a=3"),
            (Style::Form, json!(-0.0), "a=0"),
            (Style::Form, json!(0.25), "a=0.25"),
            (Style::Form, json!(u64::MAX), "a=18446744073709551615"),
            (Style::FormComma, json!([1, "b,c"]), "a=1,b%2Cc"),
            (Style::FormComma, json!({"G": 200, "R": 100}), "a=G,200,R,100"),
            (Style::SpaceDelimited, json!([1, 2]), "a=1%202"),
            (Style::PipeDelimited, json!([1, 2]), "a=1%7C2"),
            (Style::DeepObject, json!({"b": 1, "c": {"d": true}, "e": null}), "a%5Bb%5D=1&a%5Bc%5D%5Bd%5D=true"),
            (Style::DeepObject, json!({"b": [1, 2]}), "a%5Bb%5D%5B%5D=1&a%5Bb%5D%5B%5D=2"),
            (
                Style::DeepObject,
                json!({"b": [{"c": 1}, {"c": 2}]}),
                "a%5Bb%5D%5B0%5D%5Bc%5D=1&a%5Bb%5D%5B1%5D%5Bc%5D=2",
            ),
            (Style::Json, json!({"b": [1]}), "a=%7B%22b%22%3A%5B1%5D%7D"),
        ];
        for (style, value, expected) in rows {
            assert_eq!(written(style, value.clone()), expected, "{style:?} {value}");
        }
    }

    #[test]
    fn a_form_body_nests_only_where_it_must() {
        let mut form = String::new();
        push_form(&mut form, &json!({"a": [1, 2], "b": {"c": "x y"}, "d": null, "e": true}));
        assert_eq!(form, "a=1&a=2&b%5Bc%5D=x%20y&e=true");
    }
}
