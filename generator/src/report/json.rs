//! The report as JSON.

use serde_json::{Value, json};

use super::place::Place;
use super::{Census, Count};
use crate::diagnostics::{Diagnostics, Severity};
use crate::source::Document;
use crate::unprintable::shortened;

/// Returns the statistics and every diagnostic with its location.
///
/// Lines and columns are counted from 1, columns in characters.
pub fn json(document: Option<&Document>, census: &Census, diagnostics: &Diagnostics) -> Value {
    let values: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let place = Place::of(diagnostic, document);
            let severity = match diagnostics.severity(diagnostic) {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            json!({
                "code": diagnostic.code.name(),
                "effect": diagnostic.code.effect().to_string(),
                "severity": severity,
                "message": shortened(&diagnostic.message),
                "help": diagnostic.help.as_deref().map(shortened),
                "pointer": diagnostic.origin.as_ref().map(|origin| shortened(&origin.to_string()).into_owned()),
                "file": place.as_ref().map(|place| place.path.display().to_string()),
                "line": place.as_ref().map(|place| place.start.0),
                "column": place.as_ref().map(|place| place.start.1),
            })
        })
        .collect();
    json!({
        "document": document.map(|document| document.file(Default::default()).path().display().to_string()),
        "operations": count(&census.operations),
        "schemas": {
            "seen": census.schemas,
            "unselected": census.unselected_schemas,
            "degraded": census.degraded_schemas,
        },
        "fields": {"emitted": census.fields, "fallbacks": census.fallbacks},
        "diagnostics": values,
    })
}

fn count(count: &Count) -> Value {
    json!({
        "seen": count.seen,
        "emitted": count.emitted,
        "degraded": count.degraded,
        "unselected": count.unselected,
        "skipped": count.skipped,
        "lost": count.lost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;
    use crate::source::Pointer;

    #[test]
    fn diagnostics_have_locations_and_a_census_has_counts() {
        let document = Document::parse("a.yaml", "openapi: 3.0.3\npaths: {/a: {get: 7}}\n").expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        let at = Pointer::root().join("paths").join("/a").join("get");
        diagnostics.report(Code::InvalidOperation, &at, "`get` must be an operation");
        let report = json(Some(&document), &Census::new(&document, None, &diagnostics), &diagnostics);
        assert_eq!((&report["document"], &report["operations"]["skipped"]), (&json!("a.yaml"), &json!(1)));
        let found = json!({
            "code": "invalid-operation", "effect": "skipped", "severity": "warning",
            "message": "`get` must be an operation", "help": null, "pointer": "#/paths/~1a/get",
            "file": "a.yaml", "line": 2, "column": 19,
        });
        assert_eq!(report["diagnostics"], json!([found]));
    }
}
