//! Diagnostics in the Static Analysis Results Interchange Format (SARIF 2.1.0, an OASIS standard), which code review
//! tools read.

use std::path::{Component, Path};

use serde_json::{Value, json};

use super::place::Place;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Effect, Severity};
use crate::source::Document;
use crate::unprintable::shortened;

/// The URL of the specification's schema (SARIF 2.1.0 section 3.13.3).
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Returns the diagnostics as one run. Paths below `folder`, the root of the sources, are relative to it, as code
/// review tools require.
pub fn sarif(document: Option<&Document>, diagnostics: &Diagnostics, folder: &Path) -> Value {
    let results = diagnostics.iter().map(|diagnostic| result(diagnostic, diagnostics, document, folder));
    sarif_log(Code::ALL.iter().map(|code| rule(*code)).collect(), results.collect())
}

/// Returns a log of one run: its rules and its results.
pub(crate) fn sarif_log(rules: Vec<Value>, results: Vec<Value>) -> Value {
    sarif_of_runs(vec![json!({
        "tool": {"driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        }},
        "columnKind": "unicodeCodePoints",
        "results": results,
    })])
}

/// Returns a log of several runs.
pub fn sarif_of_runs(runs: Vec<Value>) -> Value {
    json!({"$schema": SCHEMA, "version": "2.1.0", "runs": runs})
}

/// Returns a code as a `reportingDescriptor` (section 3.49).
fn rule(code: Code) -> Value {
    let page = code.page();
    let level = match code.effect() {
        Effect::Fatal => "error",
        Effect::Skipped | Effect::Degraded | Effect::Repaired => "warning",
        Effect::Noted => "note",
    };
    json!({
        "id": code.name(),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.explanation},
        "help": {"text": page.explanation, "markdown": page.explanation},
        "defaultConfiguration": {"level": level},
        "properties": {"effect": code.effect().to_string()},
    })
}

/// Returns a diagnostic as a `result` (section 3.27).
fn result(diagnostic: &Diagnostic, diagnostics: &Diagnostics, document: Option<&Document>, folder: &Path) -> Value {
    let level = match diagnostics.severity(diagnostic) {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let text = match &diagnostic.help {
        Some(help) => format!("{}\n{}", shortened(&diagnostic.message), shortened(help)),
        None => shortened(&diagnostic.message).into_owned(),
    };
    let mut result = json!({
        "ruleId": diagnostic.code.name(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == diagnostic.code),
        "level": level,
        "message": {"text": text},
    });
    let place = Place::of(diagnostic, document);
    let pointer = diagnostic.origin.as_ref().map(|origin| shortened(&origin.to_string()).into_owned());
    if place.is_some() || pointer.is_some() {
        result["locations"] = json!([sarif_location(place.as_ref(), pointer.as_deref(), folder)]);
    }
    result
}

/// Returns a location in a file, and in the tree of a document, as a `location` (section 3.28).
pub(crate) fn sarif_location(place: Option<&Place>, pointer: Option<&str>, folder: &Path) -> Value {
    let mut location = json!({});
    if let Some(place) = place {
        location["physicalLocation"] = physical(place, folder);
    }
    if let Some(pointer) = pointer {
        location["logicalLocations"] = json!([{"fullyQualifiedName": pointer}]);
    }
    location
}

/// Returns a location as a `physicalLocation` (section 3.29).
fn physical(place: &Place, folder: &Path) -> Value {
    json!({
        "artifactLocation": {"uri": uri(&place.path, folder)},
        "region": {
            "startLine": place.start.0,
            "startColumn": place.start.1,
            "endLine": place.end.0,
            "endColumn": place.end.1,
        },
    })
}

/// Returns a path as a URI reference (RFC 3986): relative, unless it is on another root.
fn uri(path: &Path, folder: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let segments = path.components().filter_map(|component| match component {
        Component::CurDir | Component::RootDir => None,
        Component::ParentDir => Some("..".to_owned()),
        Component::Prefix(prefix) => Some(prefix.as_os_str().to_string_lossy().into_owned()),
        Component::Normal(name) => Some(encoded(&name.to_string_lossy())),
    });
    let relative = segments.collect::<Vec<_>>().join("/");
    if path.is_absolute() { format!("file:///{relative}") } else { relative }
}

/// Percent-encodes every character that may have a meaning in a URI.
fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => text.push(char::from(byte)),
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Pointer;

    /// Asserts the properties that the schema of SARIF 2.1.0 requires of the objects in these logs: `version` and
    /// `runs` of a log, `tool` of a run, `driver` of a tool, `name` of a driver, `id` of a rule, `message` of a result,
    /// `text` of a message. Also asserts the additional requirements of code review tools: a known `ruleId`, a relative
    /// `uri`, and lines from 1.
    fn assert_valid(log: &Value) {
        assert_eq!(log["version"], "2.1.0");
        for run in log["runs"].as_array().expect("`runs` is required") {
            let driver = &run["tool"]["driver"];
            assert!(driver["name"].is_string());
            let rules = driver["rules"].as_array().expect("there are rules");
            for rule in rules {
                assert!(rule["id"].is_string() && !rule["shortDescription"]["text"].as_str().unwrap_or("").is_empty());
                assert!(["error", "warning", "note"].map(Value::from).contains(&rule["defaultConfiguration"]["level"]));
            }
            for result in run["results"].as_array().expect("there are results") {
                assert!(!result["message"]["text"].as_str().expect("`text` is required").is_empty());
                assert!(["error", "warning", "note"].map(Value::from).contains(&result["level"]));
                let at = result["ruleIndex"].as_u64().expect("a number") as usize;
                assert_eq!(rules[at]["id"], result["ruleId"]);
                for location in result["locations"].as_array().into_iter().flatten() {
                    let physical = &location["physicalLocation"];
                    let uri = physical["artifactLocation"]["uri"].as_str().expect("there is a file");
                    assert!(!uri.contains([' ', ':', '\\']) && !uri.starts_with('/'), "{uri}");
                    let number = |name: &str| physical["region"][name].as_u64().expect("a number");
                    assert!(number("startLine") >= 1 && number("startColumn") >= 1);
                    assert!((number("startLine"), number("startColumn")) <= (number("endLine"), number("endColumn")));
                }
            }
        }
    }

    #[test]
    fn diagnostics_have_rules_levels_and_locations() {
        let text = "openapi: 3.0.3\ncomponents:\n  schemas:\n    A: {type: strng}\n";
        let document = Document::parse("/work/my specs/a.yaml", text).expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        let at = Pointer::root().join("components").join("schemas").join("A").join("type");
        diagnostics.report_with_help(Code::UnknownType, &at, "there is no type `strng`", "did you mean `string`?");
        diagnostics.report_without_origin(Code::UnusedNameOverride, "nothing is called `B`");
        let log = sarif(Some(&document), &diagnostics, Path::new("/work"));
        assert_valid(&log);
        let results = &log["runs"][0]["results"];
        assert_eq!(results[0]["message"]["text"], "there is no type `strng`\ndid you mean `string`?");
        let location = json!({
            "physicalLocation": {
                "artifactLocation": {"uri": "my%20specs/a.yaml"},
                "region": {"startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 20},
            },
            "logicalLocations": [{"fullyQualifiedName": "#/components/schemas/A/type"}],
        });
        assert_eq!(results[0]["locations"], json!([location]));
        assert_eq!((&results[1]["level"], &results[1]["locations"]), (&json!("note"), &Value::Null));
    }

    #[test]
    fn an_error_of_syntax_has_its_place_too() {
        let error = Document::parse("a.json", "{\"openapi\": }").expect_err("it is not JSON");
        let mut diagnostics = Diagnostics::new();
        diagnostics.add_source_error(&error);
        let log = sarif(None, &diagnostics, Path::new("/work"));
        assert_valid(&log);
        assert_eq!(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"], 13);
    }

    #[test]
    fn a_path_elsewhere_is_told_whole() {
        assert_eq!(uri(Path::new("/tmp/a b.yaml"), Path::new("/work")), "file:///tmp/a%20b.yaml");
        assert_eq!(uri(Path::new("./../specs/a.yaml"), Path::new("/work")), "../specs/a.yaml");
    }
}
