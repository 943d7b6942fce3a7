//! Names of operations: the words of their ids, their methods, and their parameters.
//!
//! ```text
//! operationId: getConversation, tag: conversations   GetConversation, conversations().get()
//! PetsController_findOne                             FindOne
//! GET /users/{id}/posts                              ListUserPosts
//! POST /boxes/{id}/open                              OpenBox
//! ```

mod deed;
mod group_words;
mod listing;
mod methods;
mod operation_id;
mod parameters;
mod resource_path;
mod verbs;
mod wanted;

pub(crate) use deed::Deeds;
pub(crate) use methods::{MethodCandidate, method_names};
pub(crate) use operation_id::IdWords;
pub(crate) use parameters::parameter_names;
pub(crate) use resource_path::ResourcePath;
pub(crate) use wanted::{Wanted, derived_names, written_names};

use crate::hash::HashMap;
use crate::ir::{Body, BodyContent, Operation};
use crate::names::file_name::shortened_type;
use crate::names::identifier::{pascal, screaming, snake, split_words};
use crate::names::inflection::singular;
use crate::names::scope::Scope;

/// Returns the words of an overridden method with those of its group: `get` in `bots` becomes `get bot`.
pub(crate) fn chosen_words(method: &str, group: &str) -> Vec<String> {
    let mut chosen = split_words(method);
    let mut about = split_words(group);
    if let Some(last) = about.last_mut() {
        *last = singular(last);
    }
    let says_it = |word: &String| chosen.iter().any(|own| singular(own) == *word);
    if !about.is_empty() && !about.iter().all(says_it) {
        chosen.splice(1..1, about);
    }
    chosen
}

/// The naming of operations, whose names are unique within the API and in `PascalCase`.
pub(crate) struct BaseNaming {
    /// All names in use, initially the locked ones.
    scope: Scope,
    /// The number of operations with the same words.
    counts: HashMap<String, usize>,
}

impl BaseNaming {
    pub(crate) fn new<'w>(
        locked: impl Iterator<Item = &'w str>,
        all_words: impl Iterator<Item = &'w [String]>,
    ) -> Self {
        let mut counts = HashMap::default();
        all_words.for_each(|words| *counts.entry(plain_name(words)).or_insert(0) += 1);
        let mut scope = Scope::default();
        for name in locked {
            scope.take(name);
        }
        Self { scope, counts }
    }

    /// Returns `true` if several operations have these words, so that they do not name one of them.
    pub(crate) fn is_ambiguous(&self, words: &[String]) -> bool {
        self.counts.get(&plain_name(words)) != Some(&1)
    }

    /// Names an operation that has no locked name, from its words and the name of its group.
    pub(crate) fn name(&mut self, operation: &Operation, words: &[String], group: &str) -> String {
        let plain = plain_name(words);
        let full = operation
            .id
            .as_deref()
            .map_or_else(|| format!("{plain}{}", by_places(&operation.path)), |id| pascal(&split_words(id), "Call"));
        let mut grouped = split_words(group);
        grouped.extend(split_words(&plain));
        let grouped = pascal(&grouped, "Call");
        if !self.is_ambiguous(words) {
            self.scope.claim([plain, full, grouped])
        } else if operation.id.is_some() {
            self.scope.claim([grouped, full])
        } else {
            self.scope.claim([full, grouped])
        }
    }
}

fn plain_name(words: &[String]) -> String {
    pascal(words, "Call")
}

/// Returns a suffix such as `ByUserIdAndPostId`, for paths that differ only in their parameters.
fn by_places(path: &str) -> String {
    let places: Vec<String> =
        path.split(['{', '}']).skip(1).step_by(2).map(|place| pascal(&split_words(place), "Value")).collect();
    if places.is_empty() { String::new() } else { format!("By{}", places.join("And")) }
}

/// Returns the name of the alias of an operation's call.
pub(crate) fn call_name(marker: &str, scope: &mut Scope) -> String {
    scope.claim([format!("{marker}Call"), format!("{marker}OperationCall")].map(shortened_type))
}

/// Returns the names of the constants for the response headers of an operation.
pub(crate) fn header_names(operation: &Operation) -> Vec<String> {
    let mut scope = Scope::new(["SPEC"]);
    let headers = operation.headers.iter();
    headers.map(|header| scope.claim([screaming(&split_words(&header.wire_name), "HEADER")])).collect()
}

/// Returns the word for a body, which distinguishes it from the operation's other bodies.
pub(crate) fn body_word(body: &Body) -> String {
    let essence = body.media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
    let plain = subtype.strip_suffix("+json").unwrap_or(subtype);
    match (&body.content, subtype) {
        (BodyContent::Form(..), _) | (_, "x-www-form-urlencoded") => "form".to_owned(),
        (BodyContent::Multipart(..), "form-data") => "multipart".to_owned(),
        (BodyContent::Text(_), "plain") => "text".to_owned(),
        (BodyContent::Bytes, "octet-stream" | "*") => "bytes".to_owned(),
        (_, _) => snake(&split_words(plain.trim_start_matches("vnd.").trim_start_matches("x-")), "other"),
    }
}
