//! Serialization of query parameters in the styles of OpenAPI.
//!
//! ```text
//! form, exploded   ids=1&ids=2
//! form             ids=1,2
//! deepObject       filter%5Bage%5D=3
//! null             omitted
//! ```

use crate::{
    encode::parameter::{Encoding, parts, plain, push_encoded, push_parts},
    spec::style::Style,
    tables::content::Content,
};

/// Appends a parameter. Null and empty arrays are omitted.
pub(crate) fn push(query: &mut String, style: Style, name: &str, value: &Content<'_>, encoding: Encoding) {
    match (style, value) {
        (_, Content::Null) => {}
        (Style::Json, value) => push_text(query, name, &value.to_string(), encoding),
        (Style::Urlencoded, value) => push_text(query, name, &form_text(value), encoding),
        (Style::WholeJson, value) => {
            separate(query);
            encoding.push(query, &value.to_string());
        }
        (Style::DeepObject, value) => push_deep(query, name, value, encoding),
        (Style::FormComma, value) => push_joined(query, name, ",", value, encoding),
        (Style::SpaceDelimited, value) => push_joined(query, name, "%20", value, encoding),
        (Style::TabDelimited, value) => push_joined(query, name, "%09", value, encoding),
        (Style::PipeDelimited, value) => push_joined(query, name, "%7C", value, encoding),
        (_, Content::List(elements)) => elements
            .iter()
            .filter(|element| !element.is_null())
            .for_each(|element| push_text(query, name, &plain(element), encoding)),
        (_, Content::Object(members)) => members.iter().for_each(|(name, member)| match member {
            // Expanding its own properties would lose the name of the outer property.
            Content::Object(_) => push_text(query, name, &plain(member), encoding),
            member => push(query, Style::Form, name, member, encoding),
        }),
        (_, scalar) => push_text(query, name, &plain(scalar), encoding),
    }
}

/// Appends the properties of a form body, each in its own style or the common style, if there is one. Without a style,
/// a scalar is text and an object is JSON; the same applies to each element of an array (OpenAPI 3.1.1 section 4.8.15).
pub(crate) fn push_form(form: &mut String, value: &Content<'_>, all: Option<Style>, styles: &[(&str, Style)]) {
    let Content::Object(members) = value else { return };
    for (name, member) in members {
        let own = styles.iter().find(|(other, _)| other == name).map(|(_, style)| *style).or(all);
        match (own, member) {
            (Some(Style::Json), Content::List(elements)) => {
                elements.iter().for_each(|element| push(form, Style::Json, name, element, Encoding::Unreserved))
            }
            (None, Content::Object(_)) => push(form, Style::Json, name, member, Encoding::Unreserved),
            _ => push(form, own.unwrap_or_default(), name, member, Encoding::Unreserved),
        }
    }
}

/// Returns an object as the text of a form.
pub(crate) fn form_text(value: &Content<'_>) -> String {
    let mut form = String::new();
    push_form(&mut form, value, None, &[]);
    form
}

fn is_nested(value: &Content<'_>) -> bool {
    matches!(value, Content::Object(_) | Content::List(_))
}

fn push_deep(query: &mut String, name: &str, value: &Content<'_>, encoding: Encoding) {
    deep_pairs(name, value, &mut |name, text| push_text(query, name, text, encoding));
}

/// Passes the names and texts of a value in the style `deepObject` to a function.
pub(crate) fn deep_pairs(name: &str, value: &Content<'_>, pair: &mut impl FnMut(&str, &str)) {
    match value {
        Content::Null => {}
        Content::Object(members) => {
            members.iter().for_each(|(member, value)| deep_pairs(&format!("{name}[{member}]"), value, pair))
        }
        Content::List(elements) if elements.iter().any(is_nested) => elements
            .iter()
            .enumerate()
            .for_each(|(place, element)| deep_pairs(&format!("{name}[{place}]"), element, pair)),
        Content::List(elements) => elements.iter().for_each(|element| deep_pairs(&format!("{name}[]"), element, pair)),
        scalar => pair(name, &plain(scalar)),
    }
}

fn push_joined(query: &mut String, name: &str, separator: &str, value: &Content<'_>, encoding: Encoding) {
    let parts = parts(value);
    if !parts.is_empty() {
        push_name(query, name);
        push_parts(query, &parts, separator, separator, encoding);
    }
}

/// Appends a pair, unless there already is one with this name.
pub(crate) fn push_absent(query: &mut String, name: &str, value: &str) {
    if !has(query, name) {
        push_pair(query, name, value);
    }
}

/// Returns `true` if there is a pair with this name.
pub(crate) fn has(query: &str, name: &str) -> bool {
    let mut encoded = String::new();
    push_encoded(&mut encoded, name);
    query.split('&').any(|pair| pair.split('=').next() == Some(&*encoded))
}

/// Appends a name and a text.
pub(crate) fn push_pair(query: &mut String, name: &str, text: &str) {
    push_text(query, name, text, Encoding::Unreserved);
}

fn push_text(query: &mut String, name: &str, text: &str, encoding: Encoding) {
    push_name(query, name);
    encoding.push(query, text);
}

fn push_name(query: &mut String, name: &str) {
    separate(query);
    push_encoded(query, name);
    query.push('=');
}

fn separate(query: &mut String) {
    if !query.is_empty() {
        query.push('&');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    use crate::tables::number_writer::to_content;

    fn written(style: Style, value: Value) -> String {
        let mut query = String::new();
        push(&mut query, style, "a", &to_content(&value).unwrap(), Encoding::Unreserved);
        query
    }

    #[test]
    fn each_style_follows_the_specification() {
        let rows = [
            (Style::Form, json!("x y&=+"), "a=x%20y%26%3D%2B"),
            (Style::Form, json!([1, "b,c", null]), "a=1&a=b%2Cc"),
            (Style::Form, json!({"B": [1, 2], "G": null, "R": 100}), "B=1&B=2&R=100"),
            (Style::Form, json!({"B": {"C": 1}, "D": [{"E": 2}]}), "B=%7B%22C%22%3A1%7D&D=%7B%22E%22%3A2%7D"),
            (Style::FormComma, json!([{"B": 1}]), "a=%7B%22B%22%3A1%7D"),
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
            (Style::Urlencoded, json!({"b": "c d", "e": [1, 2]}), "a=b%3Dc%2520d%26e%3D1%26e%3D2"),
            (Style::Json, json!({"b": [1]}), "a=%7B%22b%22%3A%5B1%5D%7D"),
        ];
        for (style, value, expected) in rows {
            assert_eq!(written(style, value.clone()), expected, "{style:?} {value}");
        }
    }

    #[test]
    fn object_in_a_form_body_is_json() {
        let mut form = String::new();
        push_form(
            &mut form,
            &to_content(&json!({"a": [1, {"f": 2}], "b": {"c": "x y"}, "d": null, "e": true})).unwrap(),
            None,
            &[],
        );
        assert_eq!(form, "a=1&a=%7B%22f%22%3A2%7D&b=%7B%22c%22%3A%22x%20y%22%7D&e=true");
    }

    #[test]
    fn form_properties_can_have_styles() {
        let styles = [("a", Style::PipeDelimited), ("b", Style::Json), ("c", Style::FormComma)];
        let mut form = String::new();
        push_form(
            &mut form,
            &to_content(&json!({"a": [1, 2], "b": {"c": 3}, "c": ["x", "y"], "d": [4, 5]})).unwrap(),
            None,
            &styles,
        );
        assert_eq!(form, "a=1%7C2&b=%7B%22c%22%3A3%7D&c=x,y&d=4&d=5");
        form.clear();
        push_form(&mut form, &to_content(&json!({"b": ["x", 1]})).unwrap(), None, &styles);
        assert_eq!(form, "b=%22x%22&b=1");
    }

    /// The table of OpenAPI 3.1 section 4.8.12.4.
    #[test]
    fn style_examples_of_the_specification_hold() {
        let (list, object) = (r#"["blue","black","brown"]"#, r#"{"R":100,"G":200,"B":150}"#);
        let rows = [
            (Style::Form, r#""""#, "color="),
            (Style::Form, r#""blue""#, "color=blue"),
            (Style::Form, list, "color=blue&color=black&color=brown"),
            (Style::Form, object, "R=100&G=200&B=150"),
            (Style::FormComma, r#""""#, "color="),
            (Style::FormComma, r#""blue""#, "color=blue"),
            (Style::FormComma, list, "color=blue,black,brown"),
            (Style::FormComma, object, "color=R,100,G,200,B,150"),
            (Style::SpaceDelimited, list, "color=blue%20black%20brown"),
            (Style::SpaceDelimited, object, "color=R%20100%20G%20200%20B%20150"),
            (Style::PipeDelimited, list, "color=blue%7Cblack%7Cbrown"),
            (Style::PipeDelimited, object, "color=R%7C100%7CG%7C200%7CB%7C150"),
            (Style::DeepObject, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
            (Style::DeepObject, list, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown"),
            (Style::WholeJson, r#"{"a":"b c"}"#, "%7B%22a%22%3A%22b%20c%22%7D"),
        ];
        for (style, value, expected) in rows {
            let mut query = String::new();
            push(&mut query, style, "color", &Content::from_text(value).unwrap(), Encoding::Unreserved);
            assert_eq!(query, expected, "{style:?} {value}");
        }
    }
}
