//! The pagination parameter of a call: reading and setting it.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::json_scan;
use crate::{
    call::raw_call::RawCall,
    encode::{parameter::plain, query},
    tables::{content::Content, number_writer::to_content},
};

/// Returns the value that a call sends as a parameter: a query parameter, or a property of the body if it is a JSON
/// pointer.
pub(super) fn sent(call: &RawCall, parameter: &str) -> Option<String> {
    if parameter.starts_with('/') {
        return json_scan::value(&call.request.body.as_bytes()?, parameter)
            .filter(|value| !value.is_null())
            .map(|v| text_of(&v));
    }
    let value = call.request.query.split('&').find(|pair| is_named(pair, parameter))?.split_once('=')?.1;
    Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
}

/// Returns the text of a value in a query.
fn text_of(value: &Value) -> String {
    to_content(value).map(|value| plain(&value)).unwrap_or_default()
}

/// Replaces the value of a parameter. The rest of a body keeps its order and its digits, which a `Value` would lose.
pub(super) fn set(call: &mut RawCall, parameter: &str, value: &Value) {
    if parameter.starts_with('/') {
        let before = call.request.body.as_bytes().unwrap_or_default();
        let body =
            std::str::from_utf8(&before).ok().and_then(|text| Content::from_text(text).ok()).unwrap_or(Content::Null);
        let names: Vec<String> = json_scan::tokens(parameter).collect();
        let body = to_content(value).map(|value| with_value(body, names.into_iter(), value));
        call.json("application/json", body.and_then(|body| serde_json::to_vec(&body)));
    } else {
        remove(&mut call.request.query, parameter);
        query::push_pair(&mut call.request.query, parameter, &text_of(value));
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

/// Returns a body with a value at a path of names. Values on the path that are not objects are replaced by objects.
pub(crate) fn with_value<'b>(
    body: Content<'b>,
    mut names: impl Iterator<Item = String>,
    value: Content<'b>,
) -> Content<'b> {
    let Some(name) = names.next() else { return value };
    let mut members = match body {
        Content::Object(members) => members,
        _ => Vec::new(),
    };
    // If several properties have the same name, the last one counts.
    match members.iter_mut().rfind(|(member, _)| *member == name) {
        Some((_, content)) => {
            let before = std::mem::replace(content, Content::Null);
            *content = with_value(before, names, value);
        }
        None => members.push((name.into(), with_value(Content::Null, names, value))),
    }
    Content::Object(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_named_parameter_is_removed() {
        let mut query = "page%5Bafter%5D=a&after=b&x=page[after]".to_owned();
        remove(&mut query, "page[after]");
        assert_eq!(query, "after=b&x=page[after]");
        remove(&mut query, "after");
        assert_eq!(query, "x=page[after]");
        remove(&mut query, "x");
        assert_eq!(query, "");
    }

    #[test]
    fn body_property_is_set_at_its_pointer() {
        let set = |body, pointer: &str| {
            let names: Vec<String> = json_scan::tokens(pointer).collect();
            with_value(Content::from_text(body).unwrap(), names.into_iter(), to_content("b").unwrap()).to_string()
        };
        assert_eq!(set(r#"{"limit":5,"page":null}"#, "/page/after"), r#"{"limit":5,"page":{"after":"b"}}"#);
        assert_eq!(set("null", "/page/after"), r#"{"page":{"after":"b"}}"#);
        let id = "170141183460469231731687303715884105727";
        let body = format!(r#"{{"z":1,"page":{{"size":2,"after":"a"}},"id":{id}}}"#);
        let expected = format!(r#"{{"z":1,"page":{{"size":2,"after":"b"}},"id":{id}}}"#);
        assert_eq!(set(&body, "/page/after"), expected);
    }
}
