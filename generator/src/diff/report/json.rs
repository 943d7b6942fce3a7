//! Reports for programs: JSON, and the Static Analysis Results Interchange Format (SARIF 2.1.0).

use std::path::Path;

use serde_json::{Value, json};

use crate::diff::{Change, ChangeKind, Direction, Level, Report, Side};
use crate::report::{Place, sarif_location, sarif_log};
use crate::source::{Document, Pointer};
use crate::unprintable::shortened;

/// The SARIF rule of a stale acceptance.
const STALE: &str = "stale-acceptance";

/// Returns the report as JSON: `verdict`, `counts`, `changes` and `stale`.
pub fn json(report: &Report, old: &Side<'_>, new: &Side<'_>) -> Value {
    let changes: Vec<Value> = report.changes.iter().map(|change| entry(change, old.document, new.document)).collect();
    json!({
        "verdict": report.verdict().to_string(),
        "counts": {
            "breaking": report.count(Level::Breaking),
            "compatible": report.count(Level::Compatible),
            "documentation": report.count(Level::Documentation),
            "accepted": report.changes.len() - report.open().count(),
        },
        "changes": changes,
        "stale": report.stale,
    })
}

fn entry(change: &Change, old: &Document, new: &Document) -> Value {
    let effects: Vec<Value> = change
        .effects
        .iter()
        .map(|effect| json!({"effect": effect.kind.to_string(), "level": effect.level().to_string(), "text": effect.text}))
        .collect();
    json!({
        "code": change.kind.name(),
        "level": change.level().to_string(),
        "wire": change.wire().to_string(),
        "rust": change.rust().to_string(),
        "direction": change.direction.to_string(),
        "subject": &*change.subject,
        "message": shortened(&change.message),
        "meaning": change.kind.page().wire,
        "effects": effects,
        "before": location(change.before.as_ref(), old),
        "after": location(change.after.as_ref(), new),
        "operations": change.operations.routes.iter().map(|route| &**route).collect::<Vec<&str>>(),
        "moreOperations": change.operations.has_more,
        "accepted": change.accepted,
    })
}

fn location(at: Option<&Pointer>, document: &Document) -> Option<Value> {
    let at = at?;
    let place = Place::at(document, at)?;
    Some(json!({
        "path": place.path.display().to_string(),
        "line": place.start.0,
        "column": place.start.1,
        "pointer": at.to_string(),
    }))
}

/// Returns the report as one run of SARIF. Paths below `folder`, the root of the sources, are relative to it.
pub fn sarif(report: &Report, old: &Side<'_>, new: &Side<'_>, folder: &Path) -> Value {
    let mut rules: Vec<Value> = ChangeKind::ALL.iter().map(|kind| rule(*kind)).collect();
    rules.push(json!({
        "id": STALE,
        "shortDescription": {"text": "An accepted change that no longer occurs."},
        "defaultConfiguration": {"level": "error"},
    }));
    let mut results: Vec<Value> =
        report.changes.iter().map(|change| result(change, old.document, new.document, folder)).collect();
    let stale = report.stale.iter().map(|stale| json!({"ruleId": STALE, "level": "error", "message": {"text": stale}}));
    results.extend(stale);
    sarif_log(rules, results)
}

/// Returns a kind as a `reportingDescriptor` (section 3.49).
fn rule(kind: ChangeKind) -> Value {
    let page = kind.page();
    let text = format!("{} {} {}", page.wire, page.rust, page.action);
    json!({
        "id": kind.name(),
        "shortDescription": {"text": page.change},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": level(kind.wire(Direction::Both))},
    })
}

/// Returns a change as a `result` (section 3.27) at its new location, or else at its old one.
fn result(change: &Change, old: &Document, new: &Document, folder: &Path) -> Value {
    let effects: Vec<&str> = change.effects.iter().map(|effect| effect.text.as_str()).collect();
    let text = match effects.is_empty() {
        true => shortened(&change.message).into_owned(),
        false => format!("{}\n{}", shortened(&change.message), effects.join("\n")),
    };
    let side = |at: &Option<Pointer>, document: &Document| {
        let at = at.as_ref()?;
        Some(sarif_location(Place::at(document, at).as_ref(), Some(&at.to_string()), folder))
    };
    let (before, after) = (side(&change.before, old), side(&change.after, new));
    let mut result = json!({
        "ruleId": change.kind.name(),
        "ruleIndex": ChangeKind::ALL.iter().position(|kind| *kind == change.kind),
        "level": level(change.level()),
        "message": {"text": text},
        "properties": {
            "wire": change.wire().to_string(),
            "rust": change.rust().to_string(),
            "direction": change.direction.to_string(),
        },
    });
    match (before, after) {
        (before, Some(after)) => {
            result["locations"] = json!([after]);
            if let Some(before) = before {
                result["relatedLocations"] = json!([before]);
            }
        }
        (Some(before), None) => result["locations"] = json!([before]),
        (None, None) => {}
    }
    if let Some(reason) = &change.accepted {
        result["suppressions"] = json!([{"kind": "external", "justification": reason}]);
    }
    result
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Breaking => "error",
        Level::Compatible => "warning",
        Level::Documentation => "note",
    }
}
