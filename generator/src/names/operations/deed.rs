//! The action of an operation and its object, inferred from its method, path and response.
//!
//! ```text
//! GET    /customers                        list customers
//! GET    /customers/{id}                   get customer
//! POST   /customers                        create customer
//! PATCH  /customers/{id}                   update customer
//! PUT    /customers/{id}/address           replace customer address
//! DELETE /customers/{id}/cards             delete all customer cards
//! POST   /customers/{id}/cards/{id}/block  block customer card
//! GET    /customers/search                 search customers
//! GET    /account                          get account, unless the response is an array
//! POST   /account                          update account, since there is one: GET returns no list
//! ```

use super::listing::{Listing, listing, type_listing};
use super::resource_path::{ResourcePath, Segment};
use super::verbs::{is_action, is_noun, is_reading, is_verb};
use crate::hash::HashMap;
use crate::ir::{Api, BodyContent, Operation, Parameter, ParameterLocation};
use crate::names::identifier::split_words;

/// The action of an operation and its object.
#[derive(Clone, Debug, Default)]
pub(crate) struct Deed {
    /// The words of the verb.
    pub(crate) verb: Vec<String>,
    /// The resources of the path, outermost first.
    pub(crate) nouns: Vec<Segment>,
    /// Whether the last noun is singular.
    is_one: bool,
    /// The word for a change to several elements at once, such as `all`.
    several: Option<Several>,
    /// Whether the path is a part of a collection that the operations can change, such as `/scope-mappings/realm`.
    pub(super) is_selection: bool,
}

/// A change to several elements at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Several {
    /// All elements are deleted. The name always contains the word.
    DeleteAll,
    /// All elements are replaced.
    All,
    /// The elements that the request selects are changed.
    Many,
}

/// The operations with the same path.
#[derive(Clone, Copy, Debug, Default)]
struct PathMethods {
    get: Option<Listing>,
    /// Whether one of them is a `PUT` or a `PATCH`.
    changes: bool,
    /// Whether one of them is a `POST` or a `DELETE`.
    adds_or_deletes: bool,
}

/// The operations indexed by path. The operations of one path together determine the action of each.
pub(crate) struct Deeds<'a> {
    api: &'a Api,
    paths: HashMap<&'a str, PathMethods>,
}

impl<'a> Deeds<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let mut paths: HashMap<&str, PathMethods> = HashMap::default();
        for operation in &api.operations {
            let methods = paths.entry(operation.path.as_str()).or_default();
            match operation.method.as_str() {
                "GET" => methods.get = Some(response(api, operation, &ResourcePath::of(operation))),
                "PUT" | "PATCH" => methods.changes = true,
                "POST" | "DELETE" => methods.adds_or_deletes = true,
                _ => {}
            }
        }
        Self { api, paths }
    }

    /// Returns `true` if an operation is a `GET` that returns a list.
    pub(crate) fn lists(&self, operation: &Operation, path: &ResourcePath) -> bool {
        operation.method == "GET" && !ends_in_one(path) && is_many(response(self.api, operation, path), path)
    }

    /// Returns `true` if an operation is a `DELETE` of all elements of a collection.
    pub(crate) fn deletes_several(&self, operation: &Operation, path: &ResourcePath) -> bool {
        operation.method == "DELETE" && self.by_method(operation, path).several.is_some()
    }

    /// Returns the action of an operation. `verb` is the verb in its id, if it has one.
    pub(crate) fn of(&self, operation: &Operation, path: &ResourcePath, verb: Option<Vec<String>>) -> Deed {
        let mut deed = self.by_method(operation, path);
        deed.is_selection = deed.nouns.len() == path.segments.len() && self.is_selection(operation, path);
        // `read` of a list is `list`.
        let is_restated = |verb: &Vec<String>| {
            deed.verb == ["list"]
                && matches!(verb.as_slice(), [word] if ["get", "read", "retrieve"].contains(&word.as_str()))
        };
        match verb.filter(|verb| !is_restated(verb)) {
            // `cancel` at the end of the path is the verb already.
            Some(verb) if verb != deed.verb => {
                let is_one = !verb.iter().any(|word| word == "list")
                    && path.segments.last().is_some_and(|last| last.is_one)
                    || verb == ["create"];
                Deed { verb, nouns: path.segments.clone(), is_one, ..Deed::default() }
            }
            _ => deed,
        }
    }

    /// Returns `true` if a path ends in a word that selects several elements of a collection.
    fn is_selection(&self, operation: &Operation, path: &ResourcePath) -> bool {
        let methods = self.paths.get(operation.path.as_str()).copied().unwrap_or_default();
        let [.., collection, last] = path.segments.as_slice() else { return false };
        let is_part = is_collective(collection) && !collection.is_one && !last.is_plural() && !last.is_one;
        is_part && methods.get == Some(Listing::Many) && methods.adds_or_deletes
    }

    fn by_method(&self, operation: &Operation, path: &ResourcePath) -> Deed {
        let methods = self.paths.get(operation.path.as_str()).copied().unwrap_or_default();
        let mut nouns = path.segments.clone();
        if let Some((verb, object)) = path.selector.split_first() {
            let is_deed = is_verb(verb);
            let words = if is_deed { object } else { &path.selector };
            if !words.is_empty() {
                nouns.push(Segment { words: words.to_vec(), ..Segment::default() });
            }
            if is_deed {
                return Deed { verb: vec![verb.clone()], nouns, ..Deed::default() };
            }
        }
        match operation.method.as_str() {
            "GET" => self.reading(operation, path, nouns),
            "POST" => posting(path, nouns, methods),
            "PUT" | "PATCH" => self.changing(operation, path, nouns, methods),
            "DELETE" => deleting(operation, path, nouns, methods),
            // A method of `additionalOperations` may have several words, such as `M-SEARCH`.
            other => Deed { verb: split_words(other), nouns, is_one: path.ends_in_parameter, ..Deed::default() },
        }
    }

    fn reading(&self, operation: &Operation, path: &ResourcePath, mut nouns: Vec<Segment>) -> Deed {
        let is_deed = |last: &Segment| {
            last.is_custom_verb || (is_reading(&last.words) && (last.words.len() == 1 || !last.is_plural()))
        };
        if let Some(verb) = nouns.pop_if(|last| is_deed(last)) {
            return Deed::action(verb, nouns);
        }
        let (verb, is_one) =
            if self.lists(operation, path) { ("list", false) } else { ("get", path.ends_in_parameter) };
        Deed { verb: vec![verb.to_owned()], nouns, is_one, ..Deed::default() }
    }

    fn changing(
        &self,
        operation: &Operation,
        path: &ResourcePath,
        mut nouns: Vec<Segment>,
        methods: PathMethods,
    ) -> Deed {
        let is_put = operation.method == "PUT";
        if let Some(verb) =
            nouns.pop_if(|last| last.is_custom_verb || (methods.get.is_none() && is_action(&last.words)))
        {
            return Deed::action(verb, nouns);
        }
        let several = (is_collection(path, methods) && !sends_one(self.api, operation)).then_some(if is_put {
            Several::All
        } else {
            Several::Many
        });
        let deed = Deed::new(if is_put { "replace" } else { "update" }, nouns, path.ends_in_parameter);
        Deed { several, ..deed }
    }
}

impl Deed {
    fn new(verb: &str, nouns: Vec<Segment>, is_one: bool) -> Self {
        Self { verb: vec![verb.to_owned()], nouns, is_one, ..Self::default() }
    }

    fn action(verb: Segment, nouns: Vec<Segment>) -> Self {
        let is_one = nouns.last().is_some_and(|last| last.is_one);
        Self { verb: verb.words, nouns, is_one, ..Self::default() }
    }

    /// Returns the words of the verb and of the nouns, starting with this one.
    pub(crate) fn words_from(&self, start: usize) -> Vec<String> {
        let nouns = self.nouns.get(start..).unwrap_or_default();
        let mut words = self.verb.clone();
        words.extend(match self.several {
            Some(Several::DeleteAll) => Some("all".to_owned()),
            Some(Several::All) if nouns.is_empty() => Some("all".to_owned()),
            Some(Several::Many) if nouns.is_empty() => Some("many".to_owned()),
            _ => None,
        });
        let last = nouns.len().saturating_sub(1);
        for (at, noun) in nouns.iter().enumerate() {
            words.extend(if at < last || self.is_one { noun.one() } else { noun.words.clone() });
        }
        words
    }
}

/// Returns the kind of response.
fn response(api: &Api, operation: &Operation, path: &ResourcePath) -> Listing {
    let noun = path.segments.last().filter(|last| is_collective(last)).and_then(|last| last.words.last());
    listing(api, operation, noun.map(String::as_str))
}

/// Returns `true` if a path ends in a parameter that selects one element: `/pets/{id}`, but not `/pets/by-owner/{id}`.
fn ends_in_one(path: &ResourcePath) -> bool {
    let is_filter = |last: &Segment| last.words.first().is_some_and(|word| word == "by");
    path.ends_in_parameter && !path.segments.last().is_some_and(is_filter)
}

fn is_many(response: Listing, path: &ResourcePath) -> bool {
    match response {
        Listing::Many => true,
        Listing::One => false,
        Listing::Unknown => path.segments.last().is_some_and(is_collective),
    }
}

/// Plural words that denote a single resource.
const SINGLE_PLURALS: &[&str] = &["details", "limits", "options", "permissions", "preferences", "settings", "stats"];

/// Returns `true` if the name of a resource denotes a collection.
fn is_collective(noun: &Segment) -> bool {
    noun.is_plural() && !noun.words.last().is_some_and(|word| SINGLE_PLURALS.contains(&word.as_str()))
}

fn posting(path: &ResourcePath, mut nouns: Vec<Segment>, methods: PathMethods) -> Deed {
    if let Some(verb) = nouns.pop_if(|last| last.is_custom_verb || is_action(&last.words)) {
        return Deed::action(verb, nouns);
    }
    if path.ends_in_parameter {
        return Deed::new(if methods.changes { "create" } else { "update" }, nouns, true);
    }
    let Some(last) = nouns.last() else { return Deed::new("create", nouns, true) };
    // A resource that GET returns by itself exists already.
    let exists = methods.get == Some(Listing::One) && !methods.changes && !is_collective(last);
    if exists {
        return Deed::new("update", nouns, false);
    }
    let follows_parameter = match nouns.len().checked_sub(2) {
        Some(before) => nouns[before].is_one,
        None => path.parameters > 0,
    };
    let is_resource = last.is_plural() || methods.get.is_some() || last.words.last().is_some_and(|word| is_noun(word));
    if !is_resource
        && follows_parameter
        && let Some(verb) = nouns.pop()
    {
        return Deed::action(verb, nouns);
    }
    Deed::new("create", nouns, true)
}

fn deleting(operation: &Operation, path: &ResourcePath, nouns: Vec<Segment>, methods: PathMethods) -> Deed {
    let is_selection = |parameter: &Parameter| parameter.required && parameter.location == ParameterLocation::Query;
    let selects = !operation.bodies.is_empty() || operation.parameters.iter().any(is_selection);
    let several = is_collection(path, methods).then_some(if selects { Several::Many } else { Several::DeleteAll });
    Deed { several, ..Deed::new("delete", nouns, path.ends_in_parameter) }
}

/// Returns `true` if a path refers to all elements of a collection.
fn is_collection(path: &ResourcePath, methods: PathMethods) -> bool {
    let is_collective = path.segments.last().is_some_and(is_collective);
    !path.ends_in_parameter && is_collective && methods.get != Some(Listing::One)
}

/// Returns `true` if the request body is a single element: `PUT /pets` with a pet replaces only that pet.
fn sends_one(api: &Api, operation: &Operation) -> bool {
    match operation.bodies.first().map(|body| &body.content) {
        Some(BodyContent::Json(type_)) => type_listing(api, type_, None) == Listing::One,
        _ => false,
    }
}
