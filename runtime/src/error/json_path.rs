//! The path of an error in a JSON text. It is computed only after an error has occurred.
//!
//! ```text
//! text   {"bees": [{"name": "a"}, {"name": 5}]}
//! error  invalid type: integer `5`, expected a string
//! path   bees[1].name
//! ```

/// Returns the path of the value that ends or is being read at the line and column of the error, as serde_json counts
/// them.
///
/// The text before that position must be well-formed, or the error must be at its first fault.
pub(crate) fn path_at(text: &[u8], error: &serde_json::Error) -> String {
    let start: usize =
        text.split_inclusive(|byte| *byte == b'\n').take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let end = (start + error.column()).min(text.len());
    write(&walk(text.get(..end).unwrap_or_default()))
}

enum Step {
    Member(String),
    Element(usize),
    /// An object whose next property name has not been read yet.
    Object,
}

fn walk(text: &[u8]) -> Vec<Step> {
    let mut stack = Vec::new();
    let mut place = 0;
    let mut last = String::new();
    while let Some(byte) = text.get(place) {
        place += 1;
        match byte {
            b'"' => {
                let length = string_length(text.get(place..).unwrap_or_default());
                last = String::from_utf8_lossy(text.get(place..place + length).unwrap_or_default()).into_owned();
                place += length + 1;
            }
            b':' => {
                stack.pop();
                stack.push(Step::Member(std::mem::take(&mut last)));
            }
            b'{' => stack.push(Step::Object),
            b'[' => stack.push(Step::Element(0)),
            b'}' | b']' => drop(stack.pop()),
            b',' => match stack.pop() {
                Some(Step::Element(index)) => stack.push(Step::Element(index + 1)),
                _ => stack.push(Step::Object),
            },
            _ => {}
        }
    }
    stack
}

/// Returns the number of bytes before the closing quote.
fn string_length(text: &[u8]) -> usize {
    let mut place = 0;
    while let Some(byte) = text.get(place) {
        match byte {
            b'"' => return place,
            b'\\' => place += 2,
            _ => place += 1,
        }
    }
    text.len()
}

fn write(stack: &[Step]) -> String {
    let mut path = String::new();
    for step in stack {
        match step {
            Step::Member(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Element(index) => path.push_str(&format!("[{index}]")),
            Step::Object => {}
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Object;

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Bee {
        pub name: String,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Hive {
        pub bees: Vec<Bee>,
    }

    #[test]
    fn path_points_to_the_invalid_value() {
        let rows = [
            (r#"{"x":{"y":[1,"}"]},"bees":[{"name":"a"},{"name":5}]}"#, "bees[1].name"),
            ("{\n \"bees\": [\n  {\"name\": \"a\"},\n  {\"age\": 5}\n ]\n}", "bees[1]"),
            (r#"{"bees":{}}"#, "bees"),
            (r#"{"bees":[{"na\"me":1, "name":[]}]}"#, "bees[0].name"),
            (r#"{}"#, ""),
            (r#"[]"#, ""),
        ];
        for (text, expected) in rows {
            let error = serde_json::from_str::<Hive>(text).unwrap_err();
            assert_eq!(path_at(text.as_bytes(), &error), expected, "{text}: {error}");
        }
    }
}
