//! What became of a document, in numbers.

use std::collections::HashSet;

use serde_json::Value;

use super::operations::{self, Fate};
use crate::diagnostics::{Diagnostics, Effect, counted, grouped};
use crate::ir::{Api, TypeKind};
use crate::source::{Document, Pointer};

/// What became of a document. What there is to see is counted in the document itself, so that nothing that a later stage
/// loses is missing here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The operations.
    pub operations: Count,
    /// How many schemas the document names.
    pub schemas: usize,
    /// How many of those say less in Rust.
    pub degraded_schemas: usize,
    /// Members of the structs and parameters of the operations that the client has.
    pub fields: usize,
    /// How many values are plain JSON although the document says more about them.
    pub fallbacks: usize,
}

/// What became of the operations. Every one that was seen is emitted, skipped or lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many the document has.
    pub seen: usize,
    /// How many the client has.
    pub emitted: usize,
    /// How many of those say less than the document.
    pub degraded: usize,
    /// How many were left out, with a finding that says why.
    pub skipped: usize,
    /// How many are missing without a word. There are never any, unless the generator has a fault.
    pub lost: usize,
}

impl Census {
    /// Counts. `api` is what the document became, or nothing when it could not be read.
    pub fn new(document: &Document, api: Option<&Api>, diagnostics: &Diagnostics) -> Self {
        let schemas = schemas(document);
        let degraded = places_with(diagnostics, Effect::Degraded);
        Self {
            operations: count_operations(document, api, diagnostics),
            schemas: schemas.len(),
            degraded_schemas: schemas.iter().filter(|schema| degraded.contains(*schema)).count(),
            fields: api.map_or(0, fields),
            fallbacks: api.map_or(0, |api| api.fallbacks.len()),
        }
    }

    /// One line, such as `288 operations, 288 emitted; 1,422 schemas, 3 fields fell back to a JSON value`.
    pub fn summary(&self) -> String {
        let operations =
            format!("{}, {} emitted", counted(self.operations.seen, "operation"), grouped(self.operations.emitted));
        let Count { degraded, skipped, lost, .. } = self.operations;
        let operations = with_losses(operations, &[(degraded, "degraded"), (skipped, "skipped"), (lost, "lost")]);
        let schemas = with_losses(counted(self.schemas, "schema"), &[(self.degraded_schemas, "degraded")]);
        let mut text = format!("{operations}; {schemas}");
        if self.fallbacks > 0 {
            text.push_str(&format!(", {} fell back to a JSON value", counted(self.fallbacks, "field")));
        }
        text
    }
}

fn with_losses(mut text: String, losses: &[(usize, &str)]) -> String {
    for (count, word) in losses.iter().filter(|(count, _)| *count > 0) {
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
            Fate::Skipped => count.skipped += 1,
            Fate::Lost => count.lost += 1,
        }
    }
    count
}

/// The members of structs and the parameters.
fn fields(api: &Api) -> usize {
    let members = api.types.iter().map(|definition| match &definition.kind {
        TypeKind::Struct(object) => object.fields.len(),
        _ => 0,
    });
    members.sum::<usize>() + api.operations.iter().map(|operation| operation.parameters.len()).sum::<usize>()
}

/// The places of findings of this effect, and everything around them.
fn places_with(diagnostics: &Diagnostics, effect: Effect) -> HashSet<Pointer> {
    let mut places = HashSet::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.code.effect() == effect) {
        let mut at = diagnostic.origin.as_ref();
        while let Some(pointer) = at.filter(|pointer| places.insert((*pointer).clone())) {
            at = pointer.parent();
        }
    }
    places
}

/// The places of all schemas that have a name.
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
