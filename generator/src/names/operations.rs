//! Names of operations: the words of their ids, their methods, and their parameters.
//!
//! ```text
//! operationId: getConversation, tag: conversations   GetConversation, conversations().get()
//! PetsController_findOne                             FindOne
//! GET /users/{id}/posts                              ListUserPosts
//! POST /boxes/{id}/open                              OpenBox
//! ```

use std::collections::HashMap;

use super::identifier::{escape, is_identifier, pascal, screaming, snake, split_words};
use super::inflection::{is_plural, singular};
use super::locked::LockedNames;
use super::scope::Scope;
use crate::ir::{Body, BodyContent, Operation, OperationId, Parameter, ParameterLocation};
use crate::settings::Locked;

/// Names that no parameter may use, because every call has a method or argument with that name.
const CALL_METHODS: &[&str] = &[
    "with_response",
    "options",
    "raw",
    "stream",
    "pages",
    "items",
    "blocking",
    "download",
    "into_future",
    "new",
    "clone",
    "self",
    "core",
    "call",
];

/// Leading path segments that carry no meaning.
const EMPTY_SEGMENTS: &[&str] = &["api", "apis", "rest", "public", "latest"];

/// Returns the words of an operation: those of its id, or of its method and path if it has none.
pub(crate) fn operation_words(operation: &Operation) -> Vec<String> {
    match &operation.id {
        Some(id) => split_words(without_controller(reduced_id(id, operation))),
        None => path_words(operation),
    }
}

/// Returns the function's name from an id of FastAPI, which joins it with the path and the method.
fn reduced_id<'i>(id: &'i str, operation: &Operation) -> &'i str {
    let path: String = operation.path.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect();
    let suffix = format!("{path}_{}", operation.method.to_ascii_lowercase());
    match id.strip_suffix(&suffix) {
        Some(name) if !name.is_empty() => name,
        _ => id,
    }
}

/// Removes the class that NestJS puts before the function: `PetsController_findOne`.
fn without_controller(id: &str) -> &str {
    match id.split_once('_') {
        Some((class, function)) if class.ends_with("Controller") && !function.is_empty() => function,
        _ => id,
    }
}

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

/// Returns words from the path and method: `GET /users/{id}/posts` lists the posts of a user.
fn path_words(operation: &Operation) -> Vec<String> {
    let segments: Vec<&str> = operation.path.split('/').filter(|segment| !segment.is_empty()).collect();
    let ends_in_place = segments.last().is_some_and(|last| last.contains('{'));
    let mut nouns: Vec<String> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        if segment.contains('{') || is_empty_segment(segment) {
            continue;
        }
        let mut segment_words = split_words(segment);
        let names_one = segments.get(at + 1).is_some_and(|next| next.contains('{'));
        if let Some(last) = segment_words.last_mut().filter(|_| names_one) {
            *last = singular(last);
        }
        nouns.extend(segment_words);
    }
    // `POST /boxes/{id}/open` opens a box.
    let does = operation.method == "POST"
        && !ends_in_place
        && segments.iter().rev().nth(1).is_some_and(|segment| segment.contains('{'))
        && !nouns.last().is_some_and(|word| is_plural(word));
    if let (true, Some(last)) = (does, segments.last()) {
        let verb = split_words(last);
        let of = nouns.len().saturating_sub(verb.len());
        nouns.truncate(of);
        return verb.into_iter().chain(nouns).collect();
    }
    let many = !ends_in_place && nouns.last().is_some_and(|word| is_plural(word));
    let verb = match operation.method.as_str() {
        "GET" if many => "list",
        "POST" if many => "create",
        "PUT" => "replace",
        "PATCH" => "update",
        other => &other.to_ascii_lowercase(),
    };
    if let Some(last) = nouns.last_mut().filter(|_| verb == "create") {
        *last = singular(last);
    }
    // A method of `additionalOperations` may have several words, such as `M-SEARCH`.
    split_words(verb).into_iter().chain(nouns).collect()
}

/// Returns `true` if a path segment is a version or another word that all paths share.
pub(crate) fn is_empty_segment(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let version = lower.strip_prefix('v').unwrap_or_default();
    EMPTY_SEGMENTS.contains(&lower.as_str()) || version.starts_with(|c: char| c.is_ascii_digit())
}

/// Names operations uniquely within the API, in `PascalCase`.
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
        let mut counts = HashMap::new();
        all_words.for_each(|words| *counts.entry(plain_name(words)).or_insert(0) += 1);
        Self { scope: Scope::new(locked), counts }
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
        if self.counts.get(&plain) == Some(&1) {
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

/// Returns the words of an operation without those that repeat its group.
pub(crate) fn words_in_group(operation: &Operation, own: &[String], group: &str) -> Vec<String> {
    let group_words: Vec<String> = split_words(group).iter().map(|word| singular(word)).collect();
    if group_words.is_empty() {
        return own.to_vec();
    }
    if let Some(id) = &operation.id {
        let qualified: Vec<&str> = id.split(['.', '/', ':']).filter(|part| !part.is_empty()).collect();
        let of_group =
            |part: &&str| split_words(part).iter().map(|word| singular(word)).eq(group_words.iter().cloned());
        if let Some(at) = qualified.iter().position(of_group).filter(|at| at + 1 < qualified.len()) {
            return qualified[at + 1..].iter().flat_map(|part| split_words(part)).collect();
        }
    }
    let same = |part: &[String]| part.iter().map(|word| singular(word)).eq(group_words.iter().cloned());
    let Some(at) = own.windows(group_words.len()).position(same) else { return own.to_vec() };
    let mut rest = own[..at].to_vec();
    rest.extend_from_slice(&own[at + group_words.len()..]);
    let starts_well = rest.first().is_some_and(|word| {
        word.starts_with(char::is_alphabetic)
            && !["by", "for", "of", "in", "to", "from", "with"].contains(&word.as_str())
    });
    if starts_well { rest } else { own.to_vec() }
}

/// An operation of a group that needs a method name.
pub(crate) struct MethodCandidate<'a> {
    pub(crate) id: OperationId,
    pub(crate) operation: &'a Operation,
    /// The words of the operation.
    pub(crate) own: &'a [String],
    /// The words without those of the group.
    pub(crate) short: Vec<String>,
    /// The method from the override.
    pub(crate) chosen: Option<&'a str>,
}

/// Returns the methods of one group.
pub(crate) fn method_names(operations: &[MethodCandidate<'_>], lock: &LockedNames<'_>) -> Vec<(OperationId, String)> {
    let mut scope = Scope::new(["new", "clone"]);
    let mut counts = HashMap::new();
    for MethodCandidate { short, .. } in operations {
        *counts.entry(snake(short, "call")).or_insert(0_usize) += 1;
    }
    // Of `getConversation` and `getConversations` in `conversations`, the first becomes `get`.
    let mut ones = HashMap::new();
    for MethodCandidate { own, short, .. } in
        operations.iter().filter(|described| is_one(described.own, &described.short))
    {
        *ones.entry(snake(short, "call")).or_insert(0_usize) += usize::from(!own.is_empty());
    }
    let chosen = |name: &str| if is_identifier(name) { name.to_owned() } else { snake(&split_words(name), "call") };
    // Overrides are claimed first, so that no other method takes them.
    let mut names: Vec<Option<String>> =
        operations.iter().map(|described| described.chosen.map(|name| scope.claim([chosen(name)]))).collect();
    for (described, name) in operations.iter().zip(&mut names).filter(|(_, name)| name.is_none()) {
        *name = lock.claim(Locked::Method, &described.operation.route, &mut scope);
    }
    for (MethodCandidate { own, short: short_words, .. }, name) in operations.iter().zip(&mut names) {
        if name.is_some() {
            continue;
        }
        let (short, full) = (snake(short_words, "call"), snake(own, "call"));
        let alone = counts.get(&short) == Some(&1) || (is_one(own, short_words) && ones.get(&short) == Some(&1));
        let underscored = format!("{short}_");
        *name = Some(if alone { scope.claim([short, full, underscored]) } else { scope.claim([full, short]) });
    }
    for (described, name) in operations.iter().zip(&names) {
        if let (None, Some(name)) = (described.chosen, name) {
            let operation = described.operation;
            lock.note(Locked::Method, &operation.route, name, false, &operation.origin);
        }
    }
    let names = names.into_iter().map(|name| escape(name.unwrap_or_default()));
    operations.iter().map(|candidate| candidate.id).zip(names).collect()
}

/// Returns `true` if the words removed from a name are singular.
fn is_one(own: &[String], short: &[String]) -> bool {
    own.len() > short.len() && own.iter().filter(|word| !short.contains(word)).all(|word| !is_plural(word))
}

/// Returns the name of the alias of an operation's call.
pub(crate) fn call_name(marker: &str, scope: &mut Scope) -> String {
    scope.claim([format!("{marker}Call"), format!("{marker}OperationCall")])
}

/// Returns the names of the parameters of an operation, as arguments and as setters.
pub(crate) fn parameter_names(operation: &Operation) -> Vec<String> {
    let mut scope = Scope::new(CALL_METHODS.iter().copied());
    if !operation.bodies.is_empty() {
        scope.take("body");
    }
    if operation.bodies.iter().any(|body| !body.required) {
        for body in operation.bodies.iter().skip(1) {
            scope.take(&format!("{}_body", body_word(body)));
        }
    }
    operation
        .parameters
        .iter()
        .map(|parameter| {
            let name = snake(&split_words(&parameter.wire_name), "value");
            let located = format!("{name}_{}", location_word(parameter));
            let taken_by_call = CALL_METHODS.contains(&name.as_str()) || name == "body";
            let candidates = if taken_by_call { [format!("{name}_"), located] } else { [name, located] };
            escape(scope.claim(candidates))
        })
        .collect()
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

fn location_word(parameter: &Parameter) -> &'static str {
    match parameter.location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}
