//! Statistics about the client of a document.

use serde_json::Value;

use super::operations::{self, Fate};
use crate::diagnostics::{Diagnostics, Effect, counted, grouped};
use crate::hash::HashSet;
use crate::ir::{Api, TypeKind};
use crate::source::{Document, Pointer};

/// Statistics about the client of a document. The items of the document are counted in its tree, so that items that a
/// later stage loses are included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The operations.
    pub operations: Count,
    /// The number of named schemas in the document.
    pub schemas: usize,
    /// The number of named schemas and webhook bodies that the selection of `apiarist.toml` leaves out.
    pub unselected_schemas: usize,
    /// The number of schemas that are less precise in Rust.
    pub degraded_schemas: usize,
    /// The number of struct fields and operation parameters of the client.
    pub fields: usize,
    /// The number of values that are plain JSON although the document describes them.
    pub fallbacks: usize,
}

/// Statistics about operations. Every operation is emitted, unselected, skipped or lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The number of operations in the document.
    pub seen: usize,
    /// The number of operations in the client.
    pub emitted: usize,
    /// The number of emitted operations that are less precise than the document.
    pub degraded: usize,
    /// The number of operations that the selection of `apiarist.toml` leaves out.
    pub unselected: usize,
    /// The number of skipped operations, each with a diagnostic.
    pub skipped: usize,
    /// The number of operations that are missing without a diagnostic, which only a bug of the generator can cause.
    pub lost: usize,
}

impl Census {
    /// Computes the statistics. `api` is `None` if the document could not be read.
    pub fn new(document: &Document, api: Option<&Api>, diagnostics: &Diagnostics) -> Self {
        let schemas = schemas(document);
        let degraded = places_with(diagnostics, Effect::Degraded);
        Self {
            operations: count_operations(document, api, diagnostics),
            schemas: schemas.len(),
            unselected_schemas: api.map_or(0, |api| api.unselected.types.len()),
            degraded_schemas: schemas.iter().filter(|schema| degraded.contains(*schema)).count(),
            fields: api.map_or(0, fields),
            fallbacks: api.map_or(0, |api| api.fallbacks.len()),
        }
    }

    /// Returns one line, such as `288 operations, 288 emitted; 1,422 schemas, 3 fields fell back to a JSON value`.
    pub fn summary(&self) -> String {
        let operations =
            format!("{}, {} emitted", counted(self.operations.seen, "operation"), grouped(self.operations.emitted));
        let Count { degraded, unselected, skipped, lost, .. } = self.operations;
        let counts = [(unselected, "not selected"), (degraded, "degraded"), (skipped, "skipped"), (lost, "lost")];
        let operations = with_counts(operations, &counts);
        let counts = [(self.unselected_schemas, "not selected"), (self.degraded_schemas, "degraded")];
        let schemas = with_counts(counted(self.schemas, "schema"), &counts);
        let mut text = format!("{operations}; {schemas}");
        if self.fallbacks > 0 {
            text.push_str(&format!(", {} fell back to a JSON value", counted(self.fallbacks, "field")));
        }
        text
    }
}

fn with_counts(mut text: String, counts: &[(usize, &str)]) -> String {
    for (count, word) in counts.iter().filter(|(count, _)| *count > 0) {
        text.push_str(&format!(", {} {word}", grouped(*count)));
    }
    text
}

fn count_operations(document: &Document, api: Option<&Api>, diagnostics: &Diagnostics) -> Count {
    let degraded = places_with(diagnostics, Effect::Degraded);
    let mut count = Count::default();
    for (operation, fate) in operations::fates(document, api, diagnostics) {
        count.seen += 1;
        match fate {
            Fate::Emitted => {
                count.emitted += 1;
                count.degraded += usize::from(degraded.contains(&operation));
            }
            Fate::Unselected => count.unselected += 1,
            Fate::Skipped => count.skipped += 1,
            Fate::Lost => count.lost += 1,
        }
    }
    count
}

/// Returns the number of struct fields and parameters.
fn fields(api: &Api) -> usize {
    let members = api.types.iter().map(|definition| match &definition.kind {
        TypeKind::Struct(object) => object.fields.len(),
        _ => 0,
    });
    members.sum::<usize>() + api.operations.iter().map(|operation| operation.parameters.len()).sum::<usize>()
}

/// Returns the locations of diagnostics with this effect, and all locations around them.
fn places_with(diagnostics: &Diagnostics, effect: Effect) -> HashSet<Pointer> {
    let mut places = HashSet::default();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.code.effect() == effect) {
        let mut at = diagnostic.origin.as_ref();
        while let Some(pointer) = at.filter(|pointer| places.insert((*pointer).clone())) {
            at = pointer.parent();
        }
    }
    places
}

/// Returns the locations of all named schemas.
fn schemas(document: &Document) -> Vec<Pointer> {
    let components = Pointer::root().join("components").join("schemas");
    let definitions = Pointer::root().join("definitions");
    let folder = if document.root().get("swagger").is_some() { definitions } else { components };
    let schemas = folder.get(document.root()).and_then(Value::as_object);
    schemas.into_iter().flat_map(|schemas| schemas.keys().map(|name| folder.join(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    #[test]
    fn what_there_is_is_counted_in_the_document() {
        let text = "\
openapi: 3.0.3
paths:
  /a:
    get: {}
    post: {}
components:
  schemas:
    A: {}
    B:
      type: strng
";
        let document = Document::parse("a.yaml", text).expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        let schemas = Pointer::root().join("components").join("schemas");
        diagnostics.report(Code::UnknownType, &schemas.join("B").join("type"), "there is no type `strng`");
        diagnostics.report(Code::InvalidOperation, &Pointer::root().join("paths").join("/a").join("get"), "left out");
        let mut api = Api::default();
        api.fallbacks.insert(schemas.join("B"));
        let census = Census::new(&document, Some(&api), &diagnostics);
        assert_eq!(census.operations, Count { seen: 2, skipped: 1, lost: 1, ..Count::default() });
        assert_eq!((census.schemas, census.degraded_schemas), (2, 1));
        assert_eq!(
            census.summary(),
            "2 operations, 0 emitted, 1 skipped, 1 lost; 2 schemas, 1 degraded, 1 field fell back to a JSON value"
        );
    }

    #[test]
    fn of_a_document_that_cannot_be_used_everything_is_skipped() {
        let document = Document::parse("a.yaml", "swagger: '1.2'\npaths: {/a: {get: {}}}\ndefinitions: {A: {}}\n");
        let census = Census::new(&document.expect("it can be read"), None, &Diagnostics::new());
        assert_eq!(census.operations, Count { seen: 1, skipped: 1, ..Count::default() });
        assert_eq!(census.schemas, 1);
    }
}
