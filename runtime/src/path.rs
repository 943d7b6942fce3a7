//! Paths: arguments put into the places of a template, each byte that could mean something encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::scalar::scalar_text;

/// Everything but the characters that RFC 3986 calls unreserved.
pub(crate) const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Adds a text with every byte encoded that is not unreserved.
pub(crate) fn push_encoded(target: &mut String, text: &str) {
    target.extend(utf8_percent_encode(text, ENCODED));
}

/// Puts the arguments into the places of a template such as `/files/{file_id}`; a name that comes again has the same.
///
/// # Errors
/// A sentence, when an argument is empty or null, or would make a segment `.` or `..`: such segments are taken out of
/// URLs on the way, encoded or not, so that another resource would be asked for.
pub(crate) fn fill(template: &str, arguments: &[Value]) -> Result<String, String> {
    let mut arguments = arguments.iter();
    let mut known: Vec<(&str, &Value)> = Vec::new();
    let mut path = String::with_capacity(template.len() + 32);
    for segment in template.split('/').skip(usize::from(template.starts_with('/'))) {
        path.push('/');
        let start = path.len();
        let mut rest = segment;
        let mut last_name = None;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { break };
            path.push_str(before);
            let argument = match known.iter().find(|(other, _)| *other == name) {
                Some((_, argument)) => *argument,
                None => arguments.next().unwrap_or(&Value::Null),
            };
            known.push((name, argument));
            push_argument(&mut path, name, argument)?;
            last_name = Some(name);
            rest = after;
        }
        path.push_str(rest);
        if let Some(name) = last_name
            && matches!(path.get(start..), Some("." | ".."))
        {
            return Err(format!(
                "the path argument `{name}` must not be `{}`: URLs drop such a segment",
                path.get(start..).unwrap_or_default()
            ));
        }
    }
    Ok(path)
}

fn push_argument(path: &mut String, name: &str, argument: &Value) -> Result<(), String> {
    let start = path.len();
    push_value(path, argument);
    if path.len() == start { Err(format!("the path argument `{name}` must not be empty")) } else { Ok(()) }
}

/// The `simple` style: lists and objects with commas between.
fn push_value(path: &mut String, value: &Value) {
    let separate = |path: &mut String, place: usize| {
        if place > 0 {
            path.push(',');
        }
    };
    match value {
        Value::Array(elements) => elements.iter().enumerate().for_each(|(place, element)| {
            separate(path, place);
            push_value(path, element);
        }),
        Value::Object(members) => members.iter().enumerate().for_each(|(place, (name, member))| {
            separate(path, place);
            push_encoded(path, name);
            path.push(',');
            push_value(path, member);
        }),
        scalar => push_encoded(path, &scalar_text(scalar).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_argument_stays_one_segment() {
        assert_eq!(
            fill("/files/{id}/content", &[json!("../x y/?#%é")]).unwrap(),
            "/files/..%2Fx%20y%2F%3F%23%25%C3%A9/content"
        );
        assert_eq!(fill("/a/{x}:{y}", &[json!(1), json!(true)]).unwrap(), "/a/1:true");
        assert_eq!(fill("/a/{list}", &[json!(["x,y", 2.0])]).unwrap(), "/a/x%2Cy,2");
        assert_eq!(fill("/a/", &[]).unwrap(), "/a/");
    }

    #[test]
    fn arguments_that_would_reach_another_resource_are_refused() {
        for argument in [json!("."), json!(".."), json!(""), json!(null), json!([])] {
            let error = fill("/files/{file_id}", std::slice::from_ref(&argument)).unwrap_err();
            assert!(error.contains("`file_id`"), "{argument}: {error}");
        }
        assert!(fill("/files/{id}", &[json!("...")]).is_ok());
        assert_eq!(fill("/{a}/{b}/{a}", &[json!(1), json!(2)]).as_deref(), Ok("/1/2/1"));
        assert!(fill("/files/v{id}", &[json!("..")]).is_ok());
    }
}
