//! Counts method names that nobody would write by hand. The rules are apart from those that make the names.
//!
//! ```text
//! post_customers_customer                     `post` is an HTTP method, and no meaning of an operation
//! message_batches_get                         so is `get` after other words, unless nothing else distinguishes the
//!                                             method from another: `connect_get_pod`, `connect_post_pod`
//! list_file_versions_under_retention_of_file  more than 40 characters
//! read_item_items_item_id_get                 the path and the method, as FastAPI adds them to an id
//! ```

use std::collections::HashSet;

use apiarist::Client;
use apiarist::ir::{GroupId, Operation};
use serde::{Deserialize, Serialize};

/// The length of a long name, exclusive.
const LONG: usize = 40;

/// The HTTP methods as words.
const HTTP_METHODS: &[&str] = &["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/// Words before a verb that are not verbs.
const QUALIFIERS: &[&str] = &["batch", "beta", "bulk"];

/// The counts of a client's method names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodNames {
    /// The number of methods.
    pub methods: u64,
    /// Names that contain an HTTP method that is not the action of the operation.
    pub http_verbs: u64,
    /// Names with more than 40 characters.
    pub long: u64,
    /// Long names whose `operationId` has the same words.
    pub long_ids: u64,
    /// Names that end with the path and the method.
    pub raw_ids: u64,
}

impl MethodNames {
    /// Counts the names of a client.
    pub fn of(client: &Client) -> Self {
        let mut counts = Self::default();
        let methods = client
            .api()
            .numbered_operations()
            .map(|(id, operation)| (client.names().operation(id).method.trim_start_matches("r#"), operation));
        let methods: Vec<(&str, &Operation)> = methods.collect();
        let groups: HashSet<(GroupId, &str)> = methods.iter().map(|(name, it)| (it.group, *name)).collect();
        for (method, operation) in methods {
            let is_other = |name: &str| groups.contains(&(operation.group, name));
            counts.add(method, operation, has_http_verb(method) && !is_distinguished(method, is_other));
        }
        counts
    }

    /// Adds the counts of another client.
    pub fn plus(self, other: Self) -> Self {
        Self {
            methods: self.methods + other.methods,
            http_verbs: self.http_verbs + other.http_verbs,
            long: self.long + other.long,
            long_ids: self.long_ids + other.long_ids,
            raw_ids: self.raw_ids + other.raw_ids,
        }
    }

    fn add(&mut self, method: &str, operation: &Operation, has_http_verb: bool) {
        let is_long = method.chars().count() > LONG;
        let id = letters(operation.id.as_deref().unwrap_or_default());
        self.methods += 1;
        self.http_verbs += u64::from(has_http_verb);
        self.long += u64::from(is_long);
        self.long_ids += u64::from(is_long && id.ends_with(&letters(method)));
        self.raw_ids += u64::from(is_raw_id(method, operation));
    }

    /// Returns a line for the terminal.
    pub fn summary(self) -> String {
        let Self { methods, http_verbs, long, long_ids, raw_ids } = self;
        format!(
            "{methods} methods: {http_verbs} with an HTTP verb as a word, {long} longer than {LONG} characters ({long_ids} \
             of them as in their operationId), {raw_ids} raw ids of FastAPI"
        )
    }
}

/// Returns `true` if a word of a name is an HTTP method. `get`, `patch`, `delete`, `head` and `options` are verbs with a
/// meaning at the beginning; `post` and `put` are not.
fn has_http_verb(method: &str) -> bool {
    let words = method.split('_').skip_while(|word| QUALIFIERS.contains(word));
    words.enumerate().any(|(at, word)| match word {
        "post" | "put" | "trace" => true,
        "get" | "patch" | "delete" | "head" | "options" => at > 0,
        _ => false,
    })
}

/// Returns `true` if only an HTTP method distinguishes a name from another method of its group.
fn is_distinguished(method: &str, is_other: impl Fn(&str) -> bool) -> bool {
    let words: Vec<&str> = method.split('_').collect();
    words.iter().enumerate().filter(|(_, word)| HTTP_METHODS.contains(word)).any(|(at, word)| {
        let others = HTTP_METHODS.iter().filter(|other| *other != word);
        others.into_iter().any(|other| is_other(&[&words[..at], &[*other], &words[at + 1..]].concat().join("_")))
    })
}

/// Returns `true` if a name ends with the path and the method of its operation.
fn is_raw_id(method: &str, operation: &Operation) -> bool {
    let path = operation.path.split('?').next().unwrap_or_default();
    let path = letters(path);
    !path.is_empty() && letters(method).ends_with(&format!("{path}{}", operation.method.to_ascii_lowercase()))
}

/// Returns the letters and digits of a string, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_verbs_count_unless_they_are_the_meaning() {
        for (method, expected) in [
            ("get", false),
            ("delete_source", false),
            ("beta_get_file", false),
            ("post", true),
            ("put_content", true),
            ("messages_post", true),
            ("connect_get_node", true),
            ("poster", false),
        ] {
            assert_eq!(has_http_verb(method), expected, "{method}");
        }
    }

    #[test]
    fn http_verb_that_alone_distinguishes_two_methods_is_their_meaning() {
        let is_other = |name: &str| name == "connect_post_pod";
        assert!(is_distinguished("connect_get_pod", is_other));
        assert!(!is_distinguished("connect_get_node", is_other));
    }
}
