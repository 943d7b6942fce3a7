//! The parameter that leads from page to page: reads and sets it in a call.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::skim;
use crate::{parameter::plain, query, request::RawCall, tables::number_writer::to_content};

/// What a call sends as a parameter: one of the query, or a member of the body where it is a JSON pointer.
pub(super) fn sent(call: &RawCall, parameter: &str) -> Option<String> {
    if parameter.starts_with('/') {
        return skim::value(&call.body.as_bytes()?, parameter).filter(|value| !value.is_null()).map(|v| text_of(&v));
    }
    let value = call.query.split('&').find(|pair| is_named(pair, parameter))?.split_once('=')?.1;
    Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
}

/// Returns a value as it is written in a query.
fn text_of(value: &Value) -> String {
    to_content(value).map(|value| plain(&value)).unwrap_or_default()
}

/// Sets a parameter in place of what was sent before.
pub(super) fn set(call: &mut RawCall, parameter: &str, value: &Value) {
    if parameter.starts_with('/') {
        let before = call.body.as_bytes().unwrap_or_default();
        let mut body = serde_json::from_slice(&before).unwrap_or_default();
        insert(&mut body, parameter, value);
        call.json(serde_json::to_vec(&body));
    } else {
        remove(&mut call.query, parameter);
        query::push_pair(&mut call.query, parameter, &text_of(value));
    }
}

/// Removes a parameter from a query.
pub(super) fn remove(query: &mut String, parameter: &str) {
    let others = query.split('&').filter(|pair| !pair.is_empty() && !is_named(pair, parameter));
    *query = others.collect::<Vec<_>>().join("&");
}

fn is_named(pair: &str, parameter: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().replace('+', " ");
    percent_decode_str(&name).decode_utf8_lossy() == parameter
}

/// Puts a value where a pointer leads, through objects only; what is none becomes one.
fn insert(body: &mut Value, pointer: &str, value: &Value) {
    let mut at = body;
    for token in skim::tokens(pointer) {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        // It has just been made one.
        let Value::Object(members) = at else { return };
        at = members.entry(token).or_insert(Value::Null);
    }
    *at = value.clone();
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_the_parameter_of_the_name_goes() {
        let mut query = "page%5Bafter%5D=a&after=b&x=page[after]".to_owned();
        remove(&mut query, "page[after]");
        assert_eq!(query, "after=b&x=page[after]");
        remove(&mut query, "after");
        assert_eq!(query, "x=page[after]");
        remove(&mut query, "x");
        assert_eq!(query, "");
    }

    #[test]
    fn a_member_of_the_body_is_set_where_its_pointer_leads() {
        let mut body = json!({"limit": 5, "page": null});
        insert(&mut body, "/page/after", &json!("b"));
        assert_eq!(body, json!({"limit": 5, "page": {"after": "b"}}));
    }
}
