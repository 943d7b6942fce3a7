//! Writes a tree as YAML that reads back equal.

use serde_json::{Map, Value};

use super::events::scalar::{Meaning, meaning};

/// Returns the text of a tree, in block style with an indentation of two spaces.
pub(super) fn write(tree: &Value) -> String {
    let mut text = String::new();
    node(tree, 0, &mut text);
    text
}

/// Writes a node that begins on a line of its own.
fn node(value: &Value, indentation: usize, text: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => object(members, indentation, false, text),
        Value::Array(elements) if !elements.is_empty() => array(elements, indentation, text),
        other => {
            indent(indentation, text);
            text.push_str(&inline(other));
            text.push('\n');
        }
    }
}

/// Writes properties; the first one continues the current line if `is_begun`.
fn object(members: &Map<String, Value>, indentation: usize, is_begun: bool, text: &mut String) {
    for (index, (key, value)) in members.iter().enumerate() {
        if index > 0 || !is_begun {
            indent(indentation, text);
        }
        text.push_str(&scalar(key));
        text.push(':');
        match value {
            Value::Object(inner) if !inner.is_empty() => {
                text.push('\n');
                object(inner, indentation + 2, false, text);
            }
            Value::Array(inner) if !inner.is_empty() => {
                text.push('\n');
                array(inner, indentation + 2, text);
            }
            Value::String(prose) if is_block(prose) => {
                text.push_str(" |");
                block(prose, indentation + 2, text);
            }
            other => {
                text.push(' ');
                text.push_str(&inline(other));
                text.push('\n');
            }
        }
    }
}

fn array(elements: &[Value], indentation: usize, text: &mut String) {
    for element in elements {
        indent(indentation, text);
        text.push('-');
        match element {
            Value::Object(members) if !members.is_empty() => {
                text.push(' ');
                object(members, indentation + 2, true, text);
            }
            Value::Array(inner) if !inner.is_empty() => {
                text.push('\n');
                array(inner, indentation + 2, text);
            }
            other => {
                text.push(' ');
                text.push_str(&inline(other));
                text.push('\n');
            }
        }
    }
}

/// Returns a value that fits on the current line. JSON is also valid YAML.
fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => scalar(text),
        other => other.to_string(),
    }
}

/// Returns a string without quotes if it reads back as the same string, or else quoted as in JSON.
fn scalar(text: &str) -> String {
    let is_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '/' | '$' | '(');
    let is_plain = text.starts_with(is_word)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && text.chars().all(|character| character.is_alphanumeric() || " _-./:;()'+*@=#$%!?&|<>~^".contains(character))
        && matches!(meaning(text), Meaning::Text);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// Returns a string quoted like in JSON, with an escape for every character that YAML would not read back.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for character in Value::from(text).to_string().chars() {
        match character {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => quoted.push(other),
        }
    }
    quoted
}

/// Returns `true` if a string of several lines can be written as an indented block.
fn is_block(text: &str) -> bool {
    let is_odd =
        |character: char| character.is_control() && character != '\n' || "\u{2028}\u{2029}\u{feff}".contains(character);
    text.trim_end_matches('\n').contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.contains(is_odd)
        && !text.lines().any(|line| line.ends_with(' '))
}

fn block(prose: &str, indentation: usize, text: &mut String) {
    let body = prose.trim_end_matches('\n');
    match prose.len() - body.len() {
        0 => text.push('-'),
        1 => {}
        _ => text.push('+'),
    }
    text.push('\n');
    for line in body.split('\n') {
        if !line.is_empty() {
            indent(indentation, text);
            text.push_str(line);
        }
        text.push('\n');
    }
    text.extend(prose.get(body.len() + 1..));
}

fn indent(indentation: usize, text: &mut String) {
    text.extend(std::iter::repeat_n(' ', indentation));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Document;
    use serde_json::json;

    #[test]
    fn what_is_written_is_read_back_equal() {
        let odd = [
            "",
            " ",
            "a",
            "a b",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "- a",
            "true",
            "null",
            "~",
            "1",
            "1.5",
            "0x1f",
            "2024-01-31",
            "yes",
            "'a'",
            "\"a\"",
            "a\\b",
            "{a}",
            "[a]",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "a\tb",
            "a\nb",
            "a\n\nb\n",
            "a\nb\n\n",
            "\na",
            " a\nb",
            "a \nb",
            "ünï ✓",
            "\u{1f41d}",
            "\u{7f}",
            "\u{85}",
            "\u{2028}a",
            "\u{feff}",
            "a\r\nb",
            "$.a[?(@.b)]",
            "/a/{b}",
            "application/json; charset=utf-8",
            "a,b",
            "...",
            "---",
            "a\nb: c\n# d\n  e",
            "-",
            "=",
            "<<",
        ];
        let mut members = Map::new();
        for (index, text) in odd.iter().enumerate() {
            members.insert((*text).to_owned(), json!(text));
            members.insert(format!("k{index}"), json!([text, [text, []], {"a": text, "b": {}}]));
        }
        members.insert(
            "values".to_owned(),
            json!([null, true, 1, -1.5, 1e300, [], {}, [[1], [[2]]], [{"a": {"b": [1]}, "c": 2}]]),
        );
        let tree = Value::Object(members);
        let text = write(&tree);
        let read = Document::parse("a.yaml", text.as_str()).expect("it can be read");
        assert_eq!(read.root(), &tree, "{text}");
    }

    #[test]
    fn text_reads_well() {
        let tree = json!({"info": {"title": "Pets", "description": "One.\n\nTwo.\n"}, "tags": [{"name": "a", "x": []}], "200": "1"});
        let expected = "\
info:
  title: Pets
  description: |
    One.

    Two.
tags:
  - name: a
    x: []
\"200\": \"1\"
";
        assert_eq!(write(&tree), expected);
    }
}
