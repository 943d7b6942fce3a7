//! Keywords of a schema in the last sentences of an item: `Enum: 'a', 'b'.`, ``Default: `a`.`` and `Deprecated.`

use serde_json::{Map, Value};

/// The text of an item and the keywords of its last sentences.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sentences {
    /// The text before the keywords.
    pub description: String,
    /// The enum values; empty if any value is allowed.
    pub values: Vec<Value>,
    /// The default, as written.
    pub default: Option<String>,
    pub is_deprecated: bool,
}

impl Sentences {
    /// Splits the keyword sentences, in any order, off the end of a text.
    pub fn of(text: &str) -> Self {
        let mut found = Self { description: text.trim().to_owned(), ..Self::default() };
        loop {
            let text = found.description.as_str();
            let rest = if let Some(rest) = text.strip_suffix("Deprecated.").filter(|rest| ends_sentence(rest)) {
                found.is_deprecated = true;
                rest
            } else if let Some((rest, inner)) = last(text, "Default: `", "`.").filter(|_| found.default.is_none()) {
                found.default = Some(inner.to_owned());
                rest
            } else if let Some((rest, values)) = last(text, "Enum: ", ".")
                .and_then(|(rest, inner)| Some((rest, values(inner)?)))
                .filter(|_| found.values.is_empty())
            {
                found.values = values;
                rest
            } else {
                found.description = single_spaced(text);
                return found;
            };
            found.description = rest.trim().to_owned();
        }
    }
}

/// Returns the text without the spaces that aligned lines which were joined.
fn single_spaced(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

fn ends_sentence(text: &str) -> bool {
    text.is_empty() || text.ends_with(char::is_whitespace)
}

/// Returns the text before the last `start`, and the text between it and an `end` at the very end.
fn last<'t>(text: &'t str, start: &str, end: &str) -> Option<(&'t str, &'t str)> {
    let (rest, inner) = text.strip_suffix(end)?.rsplit_once(start)?;
    ends_sentence(rest).then_some((rest, inner))
}

/// Returns values such as `'a', 'b'` or `1, 2`, or `None` if this is a sentence rather than an array of values.
fn values(text: &str) -> Option<Vec<Value>> {
    let mut values = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (value, after) = if let Some(quoted) = rest.strip_prefix('\'') {
            let (value, after) = quoted.split_once("',").or_else(|| Some((quoted.strip_suffix('\'')?, "")))?;
            (Value::from(value), after)
        } else {
            let (word, after) = rest.split_once(',').unwrap_or((rest, ""));
            (literal(word.trim()).filter(|value| !value.is_string())?, after)
        };
        values.push(value);
        rest = after.trim_start();
    }
    Some(values)
}

/// Returns a value in the spelling of Python or JSON.
pub(super) fn literal(text: &str) -> Option<Value> {
    match text {
        "True" => Some(Value::Bool(true)),
        "False" => Some(Value::Bool(false)),
        "None" => Some(Value::Null),
        "[]" => Some(Value::Array(Vec::new())),
        "{}" => Some(Value::Object(Map::new())),
        _ if text.starts_with(['[', '{']) => serde_json::from_str(&text.replace('\'', "\"")).ok(),
        _ => serde_json::from_str(text).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sentences_are_taken_off_the_end() {
        let found = Sentences::of("The order. Enum: 'asc', 'desc'. Default: `asc`. Deprecated.");
        assert_eq!((found.description.as_str(), &found.values), ("The order.", &vec![json!("asc"), json!("desc")]));
        assert_eq!((found.default.as_deref(), found.is_deprecated), (Some("asc"), true));
        let plain = Sentences::of("Enum: see the guide. It is not Deprecated.");
        assert_eq!(plain.description, "Enum: see the guide. It is not");
        assert!(plain.values.is_empty());
        assert_eq!(Sentences::of("One         line\n    and another.").description, "One line\nand another.");
        assert_eq!(Sentences::of("Enum: 1, 2.").values, [json!(1), json!(2)]);
    }

    #[test]
    fn values_are_read_in_the_spelling_of_python() {
        assert_eq!(literal("True"), Some(json!(true)));
        assert_eq!(literal("['audio']"), Some(json!(["audio"])));
        assert_eq!(literal("1.5"), Some(json!(1.5)));
        assert_eq!(literal("auto"), None);
    }
}
