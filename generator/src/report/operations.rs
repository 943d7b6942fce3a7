//! The operations of a document, counted independently of the stages that read them, so that none is lost without a
//! diagnostic.

use serde_json::{Map, Value};

use crate::diagnostics::{Code, Diagnostics, Effect};
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::ir::Api;
use crate::source::{Document, Pointer};

/// The fixed fields of a path item that are operations, up to OpenAPI 3.1.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The maximum length of a chain of references.
const LONGEST_REFERENCE_CHAIN: usize = 64;

/// The result for an operation of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// The client contains it.
    Emitted,
    /// The user did not select it.
    Unselected,
    /// It was skipped, with a diagnostic.
    Skipped,
    /// It is missing without a diagnostic.
    Lost,
}

/// Reports operations of a document that its client lacks without a diagnostic.
pub fn report_lost_operations(document: &Document, api: &Api, diagnostics: &mut Diagnostics) {
    for (operation, fate) in fates(document, Some(api), diagnostics) {
        if fate == Fate::Lost {
            let message = "operation missing from the client without another diagnostic";
            let help = "this is a bug in apiarist; report it with the document";
            diagnostics.report_with_help(Code::LostOperation, &operation, message, help);
        }
    }
}

/// Returns all operations of a document with their results.
pub(super) fn fates(document: &Document, api: Option<&Api>, diagnostics: &Diagnostics) -> Vec<(Pointer, Fate)> {
    // Several paths may share one path item.
    let counts = |origins: &mut dyn Iterator<Item = &'_ Pointer>| {
        let mut counts: HashMap<Pointer, usize> = HashMap::default();
        origins.for_each(|origin| *counts.entry(origin.clone()).or_default() += 1);
        counts
    };
    let mut emitted = counts(&mut api.iter().flat_map(|api| &api.operations).map(|operation| &operation.origin));
    let mut unselected = counts(&mut api.iter().flat_map(|api| &api.unselected.operations));
    let take = |counts: &mut HashMap<Pointer, usize>, operation: &Pointer| {
        let count = counts.get_mut(operation).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let skipped = skipped(diagnostics);
    let around =
        |operation: &'_ Pointer| std::iter::successors(Some(operation.clone()), |place| place.parent().cloned());
    let mut fates = Vec::new();
    for operation in operations(document) {
        let fate = if take(&mut emitted, &operation) {
            Fate::Emitted
        } else if take(&mut unselected, &operation) {
            Fate::Unselected
        } else if api.is_none() || around(&operation).any(|place| skipped.contains(&place)) {
            Fate::Skipped
        } else {
            Fate::Lost
        };
        fates.push((operation, fate));
    }
    fates
}

/// Returns the locations that diagnostics report as skipped.
fn skipped(diagnostics: &Diagnostics) -> HashSet<&Pointer> {
    let is_skipping = |code: Code| code.effect() == Effect::Skipped && code != Code::LostOperation;
    diagnostics
        .iter()
        .filter(|diagnostic| is_skipping(diagnostic.code))
        .filter_map(|diagnostic| diagnostic.origin.as_ref())
        .collect()
}

/// Returns the locations of all operations.
fn operations(document: &Document) -> Vec<Pointer> {
    let root = document.root();
    let knows_query = root.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3.2"));
    let mut found = Vec::new();
    let members = |key: &'static str| {
        let items = root.get(key).and_then(Value::as_object).into_iter().flatten();
        items.map(move |(path, item)| (Pointer::root().join(key), path, item))
    };
    for (paths, path, item) in members("paths").chain(members("x-ms-paths")) {
        if path.starts_with("x-") {
            continue;
        }
        let mut of_path: IndexMap<&str, Pointer> = IndexMap::default();
        for (item, pointer) in path_item(document, item, paths.join(path)) {
            for (method, operation) in methods(item, &pointer, knows_query) {
                // Siblings of a reference take precedence over its target.
                of_path.entry(method).or_insert(operation);
            }
        }
        found.extend(of_path.into_iter().map(|(_, operation)| referred_to(document, operation)));
    }
    found
}

/// Returns a path item and the path items that it refers to, with their locations.
fn path_item<'d>(document: &'d Document, item: &'d Value, pointer: Pointer) -> Vec<(&'d Map<String, Value>, Pointer)> {
    let mut items = Vec::new();
    let (mut next, mut at) = (Some(item), pointer);
    while let Some(Value::Object(members)) = next.filter(|_| items.len() < LONGEST_REFERENCE_CHAIN) {
        items.push((members, at.clone()));
        let reference = members.get("$ref").and_then(Value::as_str);
        let Some(target) = reference.and_then(|reference| document.resolve(&at, reference).ok()) else { break };
        next = document.value(&target);
        at = target;
    }
    items
}

/// Returns the location of an operation behind references, as in documents with a file for each operation.
fn referred_to(document: &Document, operation: Pointer) -> Pointer {
    let mut at = operation;
    for _ in 0..LONGEST_REFERENCE_CHAIN {
        let reference = document.value(&at).and_then(|value| value.get("$ref")).and_then(Value::as_str);
        match reference.and_then(|reference| document.resolve(&at, reference).ok()) {
            Some(target) => at = target,
            None => break,
        }
    }
    at
}

/// Returns the operations of a path item, with their methods.
fn methods<'d>(item: &'d Map<String, Value>, at: &Pointer, knows_query: bool) -> Vec<(&'d str, Pointer)> {
    let is_method = |key: &str| METHODS.contains(&key.to_ascii_lowercase().as_str()) || (knows_query && key == "query");
    let fixed = item.iter().filter(|(key, value)| is_method(key) && !value.is_null());
    let mut found: Vec<_> = fixed.map(|(key, _)| (key.as_str(), at.join(key))).collect();
    if let Some(Value::Object(additional)) = item.get("additionalOperations").filter(|_| knows_query) {
        let at = at.join("additionalOperations");
        found.extend(additional.keys().filter(|key| !key.starts_with("x-")).map(|key| (key.as_str(), at.join(key))));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
openapi: 3.2.0
paths:
  /a:
    get: {}
    post: not an operation
    put: null
    parameters: []
    query: {}
    additionalOperations: {LINK: {}}
  /b: {$ref: '#/components/pathItems/b', delete: {}}
  /c: {$ref: '#/paths/~1b'}
  /d: {$ref: '#/paths/~1d'}
  /e: {$ref: '#/nowhere'}
  /f: {get: {$ref: '#/x-operations/get'}}
  x-paths: {get: {}}
components:
  pathItems: {b: {x-get: {}, get: {}, delete: {}}}
x-operations: {get: {}}
";

    #[test]
    fn operations_are_found_where_the_specification_puts_them() {
        let document = Document::parse("a.yaml", TEXT).expect("it can be read");
        let found: Vec<_> = operations(&document).iter().map(Pointer::to_string).collect();
        let shared = ["#/paths/~1b/delete", "#/components/pathItems/b/get"];
        let of_a = ["get", "post", "query", "additionalOperations/LINK"].map(|method| format!("#/paths/~1a/{method}"));
        let shared = shared.map(str::to_owned);
        assert_eq!(found, [&of_a[..], &shared, &shared, &["#/x-operations/get".to_owned()]].concat());
        let older = Document::parse("a.yaml", TEXT.replace("3.2.0", "3.1.0")).expect("it can be read");
        assert_eq!(operations(&older).len(), found.len() - 2);
    }

    #[test]
    fn an_operation_that_is_neither_emitted_nor_skipped_is_lost() {
        let document = Document::parse("a.yaml", TEXT).expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        diagnostics.report(Code::InvalidOperation, &Pointer::root().join("paths").join("/a"), "left out");
        report_lost_operations(&document, &Api::default(), &mut diagnostics);
        let lost: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::LostOperation).collect();
        let places: Vec<_> =
            lost.iter().filter_map(|diagnostic| diagnostic.origin.as_ref()).map(Pointer::to_string).collect();
        assert_eq!(places, ["#/paths/~1b/delete", "#/components/pathItems/b/get", "#/x-operations/get"]);
    }
}
