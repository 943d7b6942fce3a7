//! Expansion of path templates with encoded arguments.
//!
//! ```text
//! template   /files/{file_id}/rows/{row}
//! arguments  "a/b", 3
//! path       /files/a%2Fb/rows/3
//! ```

use std::ops::Range;

use crate::{
    encode::{
        dot_segment::{self, Written},
        parameter::{Encoding, Parameter, parts, push_parts},
        query,
        scalar::scalar_text,
    },
    error::redact::{NO_SECRETS, excerpt},
    spec::style::Style,
};

/// Expands a template such as `/files/{file_id}`. A repeated name is expanded to the same argument.
///
/// # Errors
/// Returns a message if an argument is empty or null, cannot be serialized, or forms a dot segment.
pub(crate) fn fill(template: &str, arguments: &[&dyn Parameter]) -> Result<String, String> {
    let mut path = String::with_capacity(template.len() + 32);
    if !template.starts_with('/') {
        path.push('/');
    }
    let mut written: Vec<(&str, &dyn Parameter, Range<usize>)> = Vec::new();
    let mut others = arguments.iter();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        path.push_str(before);
        let same = written.iter().find(|(other, ..)| *other == name).map(|(_, argument, _)| *argument);
        let start = path.len();
        let Some(argument) = same.or_else(|| others.next().copied()) else { return Err(empty(name)) };
        let unwritable = |error| format!("cannot serialize the path argument `{name}`: {error}");
        if !push(&mut path, name, argument).map_err(unwritable)? {
            return Err(empty(name));
        }
        written.push((name, argument, start..path.len()));
        rest = after;
    }
    path.push_str(rest);
    if dot_segment::is_possible(&path) {
        check_dots(&path, &written)?;
    }
    Ok(path)
}

/// Checks that no argument forms a dot segment.
fn check_dots(path: &str, arguments: &[(&str, &dyn Parameter, Range<usize>)]) -> Result<(), String> {
    let written = arguments
        .iter()
        .map(|(_, argument, range)| Written { range: range.clone(), keeps_reserved: argument.path_style().1 });
    let dots = dot_segment::find(path, &written.collect::<Vec<_>>());
    match dots.and_then(|(at, segment)| Some((arguments.get(at)?.0, segment))) {
        Some((name, segment)) => Err(format!(
            "the path argument `{name}` must not form the segment `{}`, because URL parsers remove it and the request \
             would reach another resource",
            excerpt(segment, 40, NO_SECRETS)
        )),
        None => Ok(()),
    }
}

fn empty(name: &str) -> String {
    format!("the path argument `{name}` must not be empty")
}

/// Appends an argument to a path. Returns `false` if the argument is empty.
fn push(path: &mut String, name: &str, argument: &dyn Parameter) -> serde_json::Result<bool> {
    let (style, reserved) = argument.path_style();
    let (value, encoding) = (argument.to_content()?, Encoding::of_url(reserved));
    if let (Style::Simple, Some(text)) = (style, scalar_text(&value)) {
        encoding.push(path, &text);
        return Ok(!text.is_empty());
    }
    let parts = match style {
        Style::Json if !value.is_null() => vec![(None, value.to_string())],
        Style::Urlencoded => vec![(None, query::form_text(&value))],
        _ => parts(&value),
    };
    let start = path.len();
    match style {
        _ if parts.is_empty() => {}
        Style::SimpleExploded => push_parts(path, &parts, ",", "=", encoding),
        Style::SpaceDelimited => push_parts(path, &parts, "%20", "%20", encoding),
        Style::TabDelimited => push_parts(path, &parts, "%09", "%09", encoding),
        Style::PipeDelimited => push_parts(path, &parts, "%7C", "%7C", encoding),
        Style::Label => {
            path.push('.');
            push_parts(path, &parts, ",", ",", encoding);
        }
        Style::LabelExploded => {
            path.push('.');
            push_parts(path, &parts, ".", "=", encoding);
        }
        Style::Matrix => {
            push_matrix(path, name, encoding);
            if !matches!(parts.as_slice(), [(None, text)] if text.is_empty()) {
                path.push('=');
                push_parts(path, &parts, ",", ",", encoding);
            }
        }
        Style::MatrixExploded => {
            for (member, text) in &parts {
                push_matrix(path, member.unwrap_or(name), encoding);
                if !text.is_empty() {
                    path.push('=');
                    encoding.push(path, text);
                }
            }
        }
        _ => push_parts(path, &parts, ",", ",", encoding),
    }
    Ok(path.len() > start)
}

fn push_matrix(path: &mut String, name: &str, encoding: Encoding) {
    path.push(';');
    encoding.push(path, name);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    use crate::tables::content::Content;

    fn filled(template: &str, values: &[Value]) -> Result<String, String> {
        fill(template, &values.iter().map(|value| value as &dyn Parameter).collect::<Vec<_>>())
    }

    #[test]
    fn argument_stays_one_segment() {
        assert_eq!(
            filled("/files/{id}/content", &[json!("../x y/?#%é")]).unwrap(),
            "/files/..%2Fx%20y%2F%3F%23%25%C3%A9/content"
        );
        assert_eq!(filled("/a/{x}:{y}", &[json!(1), json!(true)]).unwrap(), "/a/1:true");
        assert_eq!(filled("/a/{list}", &[json!(["x,y", 2.0])]).unwrap(), "/a/x%2Cy,2");
        assert_eq!(filled("/a/", &[]).unwrap(), "/a/");
    }

    #[test]
    fn arguments_that_would_reach_another_resource_are_rejected() {
        for argument in [json!("."), json!(".."), json!(""), json!(null), json!([])] {
            let error = filled("/files/{file_id}", std::slice::from_ref(&argument)).unwrap_err();
            assert!(error.contains("`file_id`"), "{argument}: {error}");
        }
        assert!(filled("/files/{id}", &[json!("...")]).is_ok());
        assert_eq!(filled("/{a}/{b}/{a}", &[json!(1), json!(2)]).as_deref(), Ok("/1/2/1"));
        assert!(filled("/files/v{id}", &[json!("..")]).is_ok());
    }

    /// The table of OpenAPI 3.1 section 4.8.12.4, and the examples of RFC 6570 sections 3.2.2 to 3.2.7.
    #[test]
    fn each_style_follows_the_specification() {
        let (list, object) = (r#"["blue","black","brown"]"#, r#"{"R":100,"G":200,"B":150}"#);
        let keys = r#"{"semi":";","dot":".","comma":","}"#;
        let rows = [
            (Style::Simple, r#""blue""#, "blue"),
            (Style::Simple, list, "blue,black,brown"),
            (Style::Simple, object, "R,100,G,200,B,150"),
            (Style::Simple, keys, "semi,%3B,dot,.,comma,%2C"),
            (Style::Simple, r#""Hello World!""#, "Hello%20World%21"),
            (Style::SimpleExploded, list, "blue,black,brown"),
            (Style::SimpleExploded, object, "R=100,G=200,B=150"),
            (Style::SimpleExploded, keys, "semi=%3B,dot=.,comma=%2C"),
            (Style::Label, r#""blue""#, ".blue"),
            (Style::Label, r#""50%""#, ".50%25"),
            (Style::Label, list, ".blue,black,brown"),
            (Style::Label, object, ".R,100,G,200,B,150"),
            (Style::LabelExploded, list, ".blue.black.brown"),
            (Style::LabelExploded, object, ".R=100.G=200.B=150"),
            (Style::LabelExploded, keys, ".semi=%3B.dot=..comma=%2C"),
            (Style::Matrix, r#""""#, ";color"),
            (Style::Matrix, r#""blue""#, ";color=blue"),
            (Style::Matrix, list, ";color=blue,black,brown"),
            (Style::Matrix, object, ";color=R,100,G,200,B,150"),
            (Style::MatrixExploded, r#""""#, ";color"),
            (Style::MatrixExploded, list, ";color=blue;color=black;color=brown"),
            (Style::MatrixExploded, object, ";R=100;G=200;B=150"),
            (Style::MatrixExploded, keys, ";semi=%3B;dot=.;comma=%2C"),
            (Style::PipeDelimited, list, "blue%7Cblack%7Cbrown"),
            (Style::Urlencoded, r#"{"R":"a b"}"#, "R%3Da%2520b"),
            (Style::Json, object, "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
        ];
        for (style, value, expected) in rows {
            let value = Content::from_text(value).unwrap();
            assert_eq!(fill("/{color}", &[&style.of(&value)]).unwrap(), format!("/{expected}"), "{style:?} {value}");
        }
    }

    #[test]
    fn reserved_arguments_keep_slashes_but_not_path_delimiters() {
        let filled = |text: &str| fill("/files/{path}", &[&Style::Simple.reserved(&text)]);
        assert_eq!(filled("a/b c;d").as_deref(), Ok("/files/a/b%20c;d"));
        assert_eq!(filled("a?b#c%2f").as_deref(), Ok("/files/a%3Fb%23c%2f"));
        assert!(filled("a/../../b").is_err_and(|message| message.contains("`path`")));
    }

    #[test]
    fn dot_segments_are_rejected_in_every_spelling() {
        let dots = ["..", ".", "%2e", "%2E%2e", ".%2E", "%2e.", "..;x", "a/..", "../a", "a/%2e%2E/b", "a%2f..%2Fb"];
        for argument in dots.iter().chain(&["..%5c", "%5C%2e%2e%5Cadmin"]) {
            let error = fill("/files/{path}", &[&Style::Simple.reserved(argument)]).unwrap_err();
            assert!(error.starts_with("the path argument `path` must not form the segment `"), "{argument}: {error}");
        }
        for argument in ["%2e%2e%2e", "a%2eb", "..a", "%252e%252e"] {
            assert!(fill("/files/{path}", &[&Style::Simple.reserved(&argument)]).is_ok(), "{argument}");
        }
    }

    #[test]
    fn adjacent_values_and_literals_cannot_form_a_dot_segment() {
        let dot = json!(".");
        for template in
            ["/{a}{b}", "/.{a}", "/{a}.", "/x/{a}/y", "/x\\{a}", "/x\\.{a}\\y", "/%2e{a}", "/{a}%2E", "/{a};v"]
        {
            assert!(fill(template, &[&dot, &dot]).is_err(), "{template}");
        }
        for template in ["/{a}.json", "/v{a}", "/..{a}", "/x/../v{a}"] {
            assert!(fill(template, &[&dot]).is_ok(), "{template}");
        }
        assert!(fill("/{a}", &[&Style::Label.of(&".")]).is_err() && fill("/{a}", &[&Style::Label.of(&"")]).is_err());
        assert!(fill("/{a}", &[&Style::LabelExploded.of(&json!(["", ""]))]).is_err());
        assert!(fill("/..{a}", &[&Style::Matrix.of(&"x")]).is_err());
        assert!(fill("/{a}", &[&Style::Matrix.of(&"..")]).is_ok());
    }
}
