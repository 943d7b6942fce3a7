//! The keywords of an object, with a quick test for keywords that it lacks.
//!
//! ```text
//! {type: string, maxLength: 9}      each key sets one of 64 bits
//!
//! minItems     its bit is not set: absent, which costs no hash
//! maxLength    its bit is set: looked up
//! ```

use serde_json::{Map, Value};

/// The keywords of an object.
///
/// A schema has four keywords on average, and some forty others are looked up in it.
#[derive(Clone, Copy, Debug)]
pub struct Keywords<'d> {
    map: &'d Map<String, Value>,
    /// The [marks](mark) of all keys.
    marks: u64,
}

impl<'d> Keywords<'d> {
    /// Creates the keywords of an object.
    pub(super) fn new(map: &'d Map<String, Value>) -> Self {
        Self { map, marks: map.keys().fold(0, |marks, key| marks | mark(key)) }
    }

    /// Returns the value of a keyword, null included.
    pub fn get(&self, name: &str) -> Option<&'d Value> {
        if self.marks & mark(name) == 0 { None } else { self.map.get(name) }
    }

    /// Returns all keywords in document order.
    pub fn iter(&self) -> impl Iterator<Item = (&'d String, &'d Value)> + use<'d> {
        self.map.iter()
    }
}

/// Returns one of 64 bits for a key. The factors give the frequent keywords of schemas other bits than the rare ones.
fn mark(key: &str) -> u64 {
    let (Some(first), Some(last)) = (key.bytes().next(), key.bytes().next_back()) else { return 1 };
    let number = key.len().wrapping_mul(9) + usize::from(first) * 10 + usize::from(last);
    1 << (number % 64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_key_is_found() {
        let value = json!({"": 1, "a": 2, "type": "string", "maxLength": 9, "ä": null});
        let map = value.as_object().expect("it is an object");
        let keywords = Keywords::new(map);
        assert!(map.iter().all(|(key, value)| keywords.get(key) == Some(value)));
        assert!(["minItems", "b", "tyqe"].iter().all(|key| keywords.get(key).is_none()));
    }

    #[test]
    fn frequent_keywords_do_not_hide_that_rare_ones_are_absent() {
        let value =
            json!({"type": 1, "description": 1, "properties": 1, "required": 1, "items": 1, "$ref": 1, "format": 1});
        let keywords = Keywords::new(value.as_object().expect("it is an object"));
        let rare = ["minimum", "maximum", "minLength", "maxItems", "multipleOf", "pattern", "not", "x-sunset"];
        assert!(rare.iter().all(|key| keywords.marks & mark(key) == 0));
    }
}
