//! Compares a decoded and re-encoded value with the original.

use serde_json::Value;

/// The differences of a value after a round trip. All pointers are into the value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Null properties that are now absent. This is equivalent unless null differs from absence.
    pub dropped_nulls: Vec<String>,
    /// Properties and elements that are now absent.
    pub lost: Vec<String>,
    /// Added properties.
    pub added: Vec<String>,
    /// Changed values.
    pub changed: Vec<String>,
}

impl Differences {
    /// Compares a value with its round-tripped form.
    pub fn between(before: &Value, after: &Value) -> Self {
        let mut differences = Self::default();
        differences.compare(before, after, "");
        differences
    }

    /// Returns `true` if dropped nulls are the only differences.
    pub fn are_only_nulls(&self) -> bool {
        self.lost.is_empty() && self.added.is_empty() && self.changed.is_empty()
    }

    fn compare(&mut self, before: &Value, after: &Value, at: &str) {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                for (key, value) in before {
                    let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                    match after.get(key) {
                        Some(other) => self.compare(value, other, &at),
                        None if value.is_null() => self.dropped_nulls.push(at),
                        None => self.lost.push(at),
                    }
                }
                let new = after.keys().filter(|key| !before.contains_key(*key));
                self.added.extend(new.map(|key| format!("{at}/{key}")));
            }
            (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                for (index, (before, after)) in before.iter().zip(after).enumerate() {
                    self.compare(before, after, &format!("{at}/{index}"));
                }
            }
            (Value::Number(before), Value::Number(after)) if before.as_f64() == after.as_f64() => {}
            (before, after) if before == after => {}
            _ => self.changed.push(at.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_compared_by_value_and_nulls_apart() {
        let before = json!({"a": 1, "b": null, "c": [1, {"d": "x"}], "e/f": 0});
        let after = json!({"a": 1.0, "c": [1, {"d": "y"}], "g": 1});
        let differences = Differences::between(&before, &after);
        assert_eq!(differences.dropped_nulls, ["/b"]);
        assert_eq!(differences.changed, ["/c/1/d"]);
        assert_eq!(differences.lost, ["/e~1f"]);
        assert_eq!(differences.added, ["/g"]);
        assert!(Differences::between(&json!({"a": null}), &json!({})).are_only_nulls());
    }
}
