//! What became of a document, in numbers and as JSON for other programs.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostics, Effect, Severity};
use crate::ir::Api;
use crate::source::{Document, Pointer};

/// The members of a path item that are operations.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// What became of a document. What there is to see is counted in the document itself, so that nothing that a later stage
/// loses is missing here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The operations.
    pub operations: Count,
    /// The schemas that the document names.
    pub schemas: Count,
}

/// What became of one kind of thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many the document has.
    pub seen: usize,
    /// How many the client has.
    pub emitted: usize,
    /// How many of those say less than the document.
    pub degraded: usize,
    /// How many were left out.
    pub skipped: usize,
}

impl Census {
    /// Counts. `api` is what the document became, or nothing when it could not be read.
    pub fn new(document: &Document, api: Option<&Api>, diagnostics: &Diagnostics) -> Self {
        let degraded = places_with(diagnostics, Effect::Degraded);
        let skipped = places_with(diagnostics, Effect::Skipped);
        let operations = operations(document);
        let schemas = schemas(document);
        let among = |things: &[Pointer], places: &HashSet<Pointer>| {
            things.iter().filter(|thing| places.contains(*thing)).count()
        };
        let emitted_operations = api.map_or(0, |api| api.operations.len());
        let skipped_schemas = if api.is_some() { among(&schemas, &skipped) } else { schemas.len() };
        Self {
            operations: Count {
                seen: operations.len(),
                emitted: emitted_operations,
                degraded: among(&operations, &degraded),
                skipped: operations.len().saturating_sub(emitted_operations),
            },
            schemas: Count {
                seen: schemas.len(),
                emitted: schemas.len() - skipped_schemas,
                degraded: among(&schemas, &degraded),
                skipped: skipped_schemas,
            },
        }
    }

    /// One line, such as `9 operations, 9 emitted; 13 schemas, 2 degraded`.
    pub fn summary(&self) -> String {
        let part = |count: &Count, word: &str, emitted: bool| {
            let mut text = format!("{} {word}{}", count.seen, if count.seen == 1 { "" } else { "s" });
            if emitted {
                text.push_str(&format!(", {} emitted", count.emitted));
            }
            for (count, word) in [(count.degraded, "degraded"), (count.skipped, "skipped")] {
                if count > 0 {
                    text.push_str(&format!(", {count} {word}"));
                }
            }
            text
        };
        format!("{}; {}", part(&self.operations, "operation", true), part(&self.schemas, "schema", false))
    }
}

/// The report as JSON: the census, and every finding with its place.
pub fn report(document: Option<&Document>, census: &Census, diagnostics: &Diagnostics) -> Value {
    let count = |count: &Count| json!({"seen": count.seen, "emitted": count.emitted, "degraded": count.degraded, "skipped": count.skipped});
    let findings: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let excerpt = diagnostic.excerpt(document);
            let severity = match diagnostics.severity(diagnostic) {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            json!({
                "code": diagnostic.code.name(),
                "effect": diagnostic.code.effect().to_string(),
                "severity": severity,
                "message": diagnostic.message,
                "help": diagnostic.help,
                "pointer": diagnostic.origin.as_ref().map(Pointer::to_string),
                "file": excerpt.as_ref().map(|excerpt| excerpt.path.display().to_string()),
                "line": excerpt.as_ref().map(|excerpt| excerpt.line),
                "column": excerpt.as_ref().map(|excerpt| excerpt.column),
            })
        })
        .collect();
    json!({
        "document": document.map(|document| document.file(Default::default()).path().display().to_string()),
        "operations": count(&census.operations),
        "schemas": count(&census.schemas),
        "diagnostics": findings,
    })
}

/// The places of findings of this effect, and everything around them.
fn places_with(diagnostics: &Diagnostics, effect: Effect) -> HashSet<Pointer> {
    let mut places = HashSet::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.code.effect() == effect) {
        let mut at = diagnostic.origin.as_ref();
        while let Some(pointer) = at {
            if !places.insert(pointer.clone()) {
                break;
            }
            at = pointer.parent();
        }
    }
    places
}

/// The places of all operations.
fn operations(document: &Document) -> Vec<Pointer> {
    let mut found = Vec::new();
    let paths = Pointer::root().join("paths");
    for (path, item) in document.root().get("paths").and_then(Value::as_object).into_iter().flatten() {
        let item_pointer = paths.join(path);
        let referenced = item.get("$ref").and_then(Value::as_str).and_then(Pointer::parse_fragment);
        let target = referenced.as_ref().and_then(|pointer| pointer.get(document.root())).unwrap_or(item);
        let pointer = referenced.unwrap_or(item_pointer);
        let methods = METHODS.iter().filter(|method| target.get(**method).is_some_and(Value::is_object));
        found.extend(methods.map(|method| pointer.join(method)));
    }
    found
}

/// The places of all schemas that have a name.
fn schemas(document: &Document) -> Vec<Pointer> {
    let components = Pointer::root().join("components").join("schemas");
    let definitions = Pointer::root().join("definitions");
    [components, definitions]
        .iter()
        .filter_map(|folder| Some((folder, folder.get(document.root())?.as_object()?)))
        .flat_map(|(folder, schemas)| schemas.keys().map(|name| folder.join(name)).collect::<Vec<_>>())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    const TEXT: &str = "\
openapi: 3.0.3
paths:
  /a:
    get: {}
    post: {}
    parameters: []
  /b:
    x-get: {}
    delete: {}
components:
  schemas:
    A: {}
    B:
      type: strng
";

    #[test]
    fn what_there_is_is_counted_in_the_document() {
        let document = Document::parse("a.yaml", TEXT).expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        let schema = Pointer::root().join("components").join("schemas").join("B").join("type");
        diagnostics.report(Code::UnknownType, &schema, "there is no type `strng`");
        let api = Api::default();
        let census = Census::new(&document, Some(&api), &diagnostics);
        assert_eq!(census.operations, Count { seen: 3, emitted: 0, degraded: 0, skipped: 3 });
        assert_eq!(census.schemas, Count { seen: 2, emitted: 2, degraded: 1, skipped: 0 });
        assert_eq!(census.summary(), "3 operations, 0 emitted, 3 skipped; 2 schemas, 1 degraded");

        let report = report(Some(&document), &census, &diagnostics);
        assert_eq!(report["operations"]["seen"], 3);
        let finding = &report["diagnostics"][0];
        assert_eq!(finding["code"], "unknown-type");
        assert_eq!(finding["pointer"], "#/components/schemas/B/type");
        assert_eq!(
            (&finding["file"], &finding["line"], &finding["column"]),
            (&json!("a.yaml"), &json!(14), &json!(13))
        );
    }
}
