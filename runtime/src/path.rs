//! Paths: arguments put into the places of a template, each byte that could mean something encoded.

use crate::{
    parameter::{Encoding, Parameter, Style, parts, push_parts},
    scalar::scalar_text,
};

/// Puts the arguments into the places of a template such as `/files/{file_id}`; a name that comes again has the same.
///
/// # Errors
/// A sentence, when an argument is empty or null or cannot be written, or would make a segment `.` or `..`: such segments
/// are taken out of URLs on the way, encoded or not, so that another resource would be asked for.
pub(crate) fn fill(template: &str, arguments: &[&dyn Parameter]) -> Result<String, String> {
    let mut path = String::with_capacity(template.len() + 32);
    if !template.starts_with('/') {
        path.push('/');
    }
    let mut filled: Vec<Filled<'_>> = Vec::new();
    let mut others = arguments.iter();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        path.push_str(before);
        let same = filled.iter().find(|filled| filled.name == name).map(|filled| filled.argument);
        let start = path.len();
        let Some(argument) = same.or_else(|| others.next().copied()) else { return Err(empty(name)) };
        if !push(&mut path, name, argument).map_err(|error| error.to_string())? {
            return Err(empty(name));
        }
        filled.push(Filled { name, argument, start, end: path.len() });
        rest = after;
    }
    path.push_str(rest);
    match lost(&path, &filled) {
        Some((name, lost)) => Err(format!("the path argument `{name}` must not be `{lost}`: URLs drop such a segment")),
        None => Ok(path),
    }
}

/// A place of a template with its argument, and where that stands in the path.
struct Filled<'a> {
    name: &'a str,
    argument: &'a dyn Parameter,
    start: usize,
    end: usize,
}

fn empty(name: &str) -> String {
    format!("the path argument `{name}` must not be empty")
}

/// The first segment that URLs drop and that an argument made or belongs to, with the name of that argument.
fn lost<'p>(path: &'p str, filled: &[Filled<'p>]) -> Option<(&'p str, &'p str)> {
    // Nearly no path has such a segment, which this tells at once.
    if !path.as_bytes().windows(2).any(|pair| pair == b"/.") {
        return None;
    }
    let mut start = 0;
    path.split('/').find_map(|segment| {
        let end = start + segment.len();
        let touching = filled.iter().find(|filled| filled.start <= end && start <= filled.end);
        start = end + 1;
        touching.filter(|_| matches!(segment, "." | "..")).map(|filled| (filled.name, segment))
    })
}

/// Adds an argument to a path; whether there was something to add.
fn push(path: &mut String, name: &str, argument: &dyn Parameter) -> serde_json::Result<bool> {
    let (style, reserved) = argument.path_style();
    let (value, encoding) = (argument.to_value()?, Encoding::of_url(reserved));
    if let (Style::Simple, Some(text)) = (style, scalar_text(&value)) {
        encoding.push(path, &text);
        return Ok(!text.is_empty());
    }
    let parts = match style {
        Style::Json if !value.is_null() => vec![(None, value.to_string())],
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

    fn filled(template: &str, values: &[Value]) -> Result<String, String> {
        fill(template, &values.iter().map(|value| value as &dyn Parameter).collect::<Vec<_>>())
    }

    #[test]
    fn an_argument_stays_one_segment() {
        assert_eq!(
            filled("/files/{id}/content", &[json!("../x y/?#%é")]).unwrap(),
            "/files/..%2Fx%20y%2F%3F%23%25%C3%A9/content"
        );
        assert_eq!(filled("/a/{x}:{y}", &[json!(1), json!(true)]).unwrap(), "/a/1:true");
        assert_eq!(filled("/a/{list}", &[json!(["x,y", 2.0])]).unwrap(), "/a/x%2Cy,2");
        assert_eq!(filled("/a/", &[]).unwrap(), "/a/");
    }

    #[test]
    fn arguments_that_would_reach_another_resource_are_refused() {
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
    fn each_style_writes_as_the_specification_says() {
        let (list, object) = (json!(["blue", "black", "brown"]), json!({"R": 100, "G": 200, "B": 150}));
        let keys = json!({"semi": ";", "dot": ".", "comma": ","});
        let rows = [
            (Style::Simple, json!("blue"), "blue"),
            (Style::Simple, list.clone(), "blue,black,brown"),
            (Style::Simple, object.clone(), "R,100,G,200,B,150"),
            (Style::Simple, keys.clone(), "semi,%3B,dot,.,comma,%2C"),
            (Style::Simple, json!("Hello World!"), "Hello%20World%21"),
            (Style::SimpleExploded, list.clone(), "blue,black,brown"),
            (Style::SimpleExploded, object.clone(), "R=100,G=200,B=150"),
            (Style::SimpleExploded, keys.clone(), "semi=%3B,dot=.,comma=%2C"),
            (Style::Label, json!("blue"), ".blue"),
            (Style::Label, json!("50%"), ".50%25"),
            (Style::Label, list.clone(), ".blue,black,brown"),
            (Style::Label, object.clone(), ".R,100,G,200,B,150"),
            (Style::LabelExploded, list.clone(), ".blue.black.brown"),
            (Style::LabelExploded, object.clone(), ".R=100.G=200.B=150"),
            (Style::LabelExploded, keys.clone(), ".semi=%3B.dot=..comma=%2C"),
            (Style::Matrix, json!(""), ";color"),
            (Style::Matrix, json!("blue"), ";color=blue"),
            (Style::Matrix, list.clone(), ";color=blue,black,brown"),
            (Style::Matrix, object.clone(), ";color=R,100,G,200,B,150"),
            (Style::MatrixExploded, json!(""), ";color"),
            (Style::MatrixExploded, list.clone(), ";color=blue;color=black;color=brown"),
            (Style::MatrixExploded, object.clone(), ";R=100;G=200;B=150"),
            (Style::MatrixExploded, keys, ";semi=%3B;dot=.;comma=%2C"),
            (Style::PipeDelimited, list, "blue%7Cblack%7Cbrown"),
            (Style::Json, object, "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
        ];
        for (style, value, expected) in rows {
            assert_eq!(fill("/{color}", &[&style.of(&value)]).unwrap(), format!("/{expected}"), "{style:?} {value}");
        }
    }

    #[test]
    fn reserved_arguments_keep_their_slashes_and_nothing_that_ends_a_path() {
        let filled = |text: &str| fill("/files/{path}", &[&Style::Simple.reserved(&text)]);
        assert_eq!(filled("a/b c;d").as_deref(), Ok("/files/a/b%20c;d"));
        assert_eq!(filled("a?b#c%2f").as_deref(), Ok("/files/a%3Fb%23c%2f"));
        assert!(filled("a/../../b").is_err_and(|message| message.contains("`path`")));
    }
}
