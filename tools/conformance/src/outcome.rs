//! The result of each document.

use std::collections::BTreeMap;

use serde::{Deserialize as _, Serialize};
use serde_json::Value;

use super::child::{CPU_LIMIT, MEMORY_LIMIT};
use super::examples::Examples;
use super::features::Features;
use super::method_names::MethodNames;
use super::name_lints::NameLints;
use super::samples::Proof;
use super::type_names::TypeNameCounts;
use apiarist_measure::cargo_check::Compiled;
use apiarist_measure::metrics::{Measured, ending};

/// The result and the cost of a document.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The path of the document, relative to the searched folder.
    pub document: String,
    /// The kind of result.
    pub outcome: Outcome,
    /// The normalized cause of the failure, shared by similar documents; empty if a client was generated.
    pub cause: String,
    /// The complete message, if it contains more than the cause.
    pub detail: String,
    /// The CPU time of generating in seconds.
    pub cpu: f64,
    /// The peak memory of generating in bytes.
    pub memory: u64,
    /// The number of lines of the client.
    pub lines: u64,
    /// The counts of operations.
    pub operations: Operations,
    /// The number of struct fields and operation parameters.
    pub fields: u64,
    /// The number of values that fell back to JSON although the document describes them further.
    pub fallbacks: u64,
    /// The doctests and the HTML in the doc comments of the client.
    pub documentation: Documentation,
    /// The counts of method names.
    pub methods: MethodNames,
    /// The counts of type names, including names that belong to another location.
    pub type_names: TypeNameCounts,
    /// The counts of names and files that cause warnings.
    pub name_lints: NameLints,
    /// The number of diagnostics by code.
    pub diagnostics: BTreeMap<String, u64>,
    /// The differences in a client that is generated again with the names of the previous run.
    pub moved: Vec<String>,
    /// The names that changed when the document was edited elsewhere, if requested.
    pub unstable: Vec<String>,
    /// The changes that the diff reports for rewrites of the document with the same meaning, if requested.
    pub false_changes: Vec<String>,
    /// The result of compiling, if requested.
    pub compiled: Option<Compiled>,
    /// The result of compiling method examples, if requested.
    pub examples: Option<Examples>,
    /// The result of compiling features of groups alone, if requested.
    pub features: Option<Features>,
    /// The result of round-tripping values, if requested.
    pub proof: Option<Proof>,
}

/// The kind of result of generating a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A client was generated.
    Generated,
    /// The document was rejected, and the error has a location.
    Rejected,
    /// The document was rejected, and the error has no location.
    RejectedWithoutLocation,
    /// The generator crashed or exceeded the limits of time or memory.
    Crashed,
}

/// The counts of a document's operations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Operations {
    /// The number of operations in the document.
    pub seen: u64,
    /// The number of operations in the client.
    pub emitted: u64,
    /// The number of operations skipped with a diagnostic.
    pub skipped: u64,
    /// The number of operations missing without a diagnostic.
    pub lost: u64,
}

/// The counts of elements other than text that rustdoc finds in the doc comments of a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Documentation {
    /// Code blocks that `cargo test` would compile.
    pub doctests: u64,
    /// Pieces of HTML.
    pub html: u64,
}

impl Documentation {
    /// Returns `true` if all doc comments are plain text.
    pub fn is_text(self) -> bool {
        self == Self::default()
    }
}

impl Row {
    /// Creates a row from the report of the process that generated the client.
    pub fn new(document: String, measured: &Measured) -> Self {
        let report = serde_json::from_str::<Value>(&measured.output).ok().filter(|_| measured.status.success());
        let mut row = Self {
            document,
            outcome: Outcome::Crashed,
            cause: String::new(),
            detail: String::new(),
            cpu: measured.cpu,
            memory: measured.memory,
            lines: 0,
            operations: Operations::default(),
            fields: 0,
            fallbacks: 0,
            documentation: Documentation::default(),
            methods: MethodNames::default(),
            diagnostics: BTreeMap::new(),
            type_names: TypeNameCounts::default(),
            name_lints: NameLints::default(),
            moved: Vec::new(),
            unstable: Vec::new(),
            false_changes: Vec::new(),
            compiled: None,
            examples: None,
            features: None,
            proof: None,
        };
        match report {
            Some(report) => row.read(&report),
            None => (row.cause, row.detail) = crash(measured),
        }
        row
    }

    /// Returns `true` if every requested check passed: a client was generated without silent losses, its comments are
    /// text, no type has the name of another location, no name or file causes a warning, generating it again changes
    /// nothing, edits elsewhere change no name, rewrites are no change on the wire, and it compiles.
    pub fn is_good(&self) -> bool {
        self.outcome == Outcome::Generated
            && self.operations.lost == 0
            && self.documentation.is_text()
            && self.type_names.borrowed == 0
            && self.name_lints.is_clean()
            && self.moved.is_empty()
            && self.unstable.is_empty()
            && self.false_changes.is_empty()
            && self.compiled.as_ref().is_none_or(Compiled::is_clean)
            && self.examples.as_ref().is_none_or(Examples::is_clean)
            && self.features.as_ref().is_none_or(Features::is_clean)
    }

    fn read(&mut self, report: &Value) {
        let number = |path: &str| report.pointer(path).and_then(Value::as_u64).unwrap_or_default();
        self.lines = number("/lines");
        self.operations = Operations {
            seen: number("/operations/seen"),
            emitted: number("/operations/emitted"),
            skipped: number("/operations/skipped"),
            lost: number("/operations/lost"),
        };
        (self.fields, self.fallbacks) = (number("/fields/emitted"), number("/fields/fallbacks"));
        let found = report.get("diagnostics").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for code in found.iter().filter_map(|diagnostic| diagnostic.get("code")?.as_str()) {
            *self.diagnostics.entry(code.to_owned()).or_default() += 1;
        }
        self.documentation =
            Documentation { doctests: number("/documentation/doctests"), html: number("/documentation/html") };
        let methods = report.get("methods").cloned().map(serde_json::from_value);
        self.methods = methods.and_then(Result::ok).unwrap_or_default();
        self.name_lints = report.get("name_lints").and_then(|it| NameLints::deserialize(it).ok()).unwrap_or_default();
        self.type_names =
            report.get("type_names").and_then(|it| TypeNameCounts::deserialize(it).ok()).unwrap_or_default();
        if report.get("lines").is_some() {
            let first = report.pointer("/documentation/first").and_then(Value::as_str);
            self.detail = first.unwrap_or_default().to_owned();
            self.outcome = Outcome::Generated;
            return;
        }
        let error =
            found.iter().find(|diagnostic| diagnostic.get("severity").is_some_and(|severity| severity == "error"));
        let text = |key: &str| error.and_then(|error| error.get(key)?.as_str()).unwrap_or_default();
        let line = error.and_then(|error| error.get("line")?.as_u64());
        self.outcome = if line.is_some() { Outcome::Rejected } else { Outcome::RejectedWithoutLocation };
        self.cause = text("code").to_owned();
        self.detail = match line {
            Some(line) => format!("line {line}: {}", text("message")),
            None => text("message").to_owned(),
        };
    }
}

/// Returns the reason why a process ended without a report: the short cause and the complete message.
fn crash(measured: &Measured) -> (String, String) {
    let errors = measured.errors.trim();
    let first = errors.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let cause = if measured.cpu + 0.5 >= CPU_LIMIT as f64 {
        format!("more than {CPU_LIMIT} s of CPU time")
    } else if errors.contains("memory allocation") {
        format!("more than {} GiB of memory", MEMORY_LIMIT >> 30)
    } else if errors.contains("overflowed its stack") {
        "stack overflow".to_owned()
    } else if errors.contains("panicked at") {
        let place = first.split("panicked at ").nth(1).unwrap_or_default().trim_end_matches(':');
        format!("panic at {place}")
    } else {
        ending(measured.status)
    };
    (cause, errors.chars().take(500).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::ExitStatus;

    fn ended(cpu: f64, errors: &str) -> Row {
        let measured = Measured {
            status: ExitStatus::default(),
            cpu,
            memory: 0,
            output: String::new(),
            errors: errors.to_owned(),
        };
        Row::new("a.yaml".to_owned(), &measured)
    }

    #[test]
    fn process_without_a_report_has_crashed_with_a_cause() {
        let cause = |cpu, errors| ended(cpu, errors).cause;
        assert_eq!(cause(9.9, ""), "more than 10 s of CPU time");
        assert_eq!(cause(1.0, "memory allocation of 99 bytes failed"), "more than 4 GiB of memory");
        assert_eq!(cause(1.0, "\nthread 'main' (7) has overflowed its stack\n"), "stack overflow");
        assert_eq!(cause(1.0, "thread 'main' (7) panicked at src/lib.rs:7:9:\nwhy"), "panic at src/lib.rs:7:9");
        assert_eq!(cause(1.0, ""), "exit code 0");
        assert_eq!(ended(1.0, "").outcome, Outcome::Crashed);
    }
}
