//! What became of each document.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::child::{CPU_LIMIT, MEMORY_LIMIT};
use super::examples::Examples;
use super::samples::Proof;
use apiarist_measure::compiled::Compiled;
use apiarist_measure::measured::{Measured, ending};

/// What became of a document, and what it cost.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The document, from the folder that was looked through.
    pub document: String,
    /// Whether a client was generated.
    pub outcome: Outcome,
    /// Why not, in words that other documents share; empty when one was.
    pub cause: String,
    /// What was said in full, where that is more.
    pub detail: String,
    /// The CPU time that generating took, in seconds.
    pub cpu: f64,
    /// The most memory that generating took, in bytes.
    pub memory: u64,
    /// The lines of the client.
    pub lines: u64,
    /// What became of the operations.
    pub operations: Operations,
    /// The members of structs and the parameters of operations.
    pub fields: u64,
    /// How many values fell back to JSON although the document says more about them.
    pub fallbacks: u64,
    /// What is more than text in the doc comments of the client.
    pub documentation: Documentation,
    /// How many findings there are of each code.
    pub findings: BTreeMap<String, u64>,
    /// In what the client differs that is generated again with the names of the run before.
    pub moved: Vec<String>,
    /// What the compiler said, if it was asked.
    pub compiled: Option<Compiled>,
    /// The examples of methods, if they were compiled.
    pub examples: Option<Examples>,
    /// Whether values survived, if that was tried.
    pub proof: Option<Proof>,
}

/// Whether a client was generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was.
    Generated,
    /// It was not, and an error says where the document is at fault.
    Refused,
    /// It was not, and nothing says where the document is at fault.
    RefusedWithoutPlace,
    /// The generator crashed, or took too much time or memory.
    Crashed,
}

/// What became of the operations of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Operations {
    /// How many it has.
    pub seen: u64,
    /// How many its client has.
    pub emitted: u64,
    /// How many were left out with a finding that says so.
    pub skipped: u64,
    /// How many are missing without a word.
    pub lost: u64,
}

/// What rustdoc finds in the doc comments of a client that is not text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Documentation {
    /// Code blocks that `cargo test` would compile.
    pub doctests: u64,
    /// Pieces of HTML.
    pub html: u64,
}

impl Documentation {
    /// Returns `true` if there is nothing but text.
    pub fn is_text(self) -> bool {
        self == Self::default()
    }
}

impl Row {
    /// What the process that generated the client left.
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
            findings: BTreeMap::new(),
            moved: Vec::new(),
            compiled: None,
            examples: None,
            proof: None,
        };
        match report {
            Some(report) => row.read(&report),
            None => (row.cause, row.detail) = crash(measured),
        }
        row
    }

    /// Whether a client was generated that lacks nothing in silence, whose comments are text, which is the same when it is
    /// generated again, and which compiles, as far as that was tried.
    pub fn is_good(&self) -> bool {
        self.outcome == Outcome::Generated
            && self.operations.lost == 0
            && self.documentation.is_text()
            && self.moved.is_empty()
            && self.compiled.as_ref().is_none_or(Compiled::is_clean)
            && self.examples.as_ref().is_none_or(Examples::is_clean)
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
        let findings = report.get("diagnostics").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for code in findings.iter().filter_map(|finding| finding.get("code")?.as_str()) {
            *self.findings.entry(code.to_owned()).or_default() += 1;
        }
        self.documentation =
            Documentation { doctests: number("/documentation/doctests"), html: number("/documentation/html") };
        if report.get("lines").is_some() {
            let first = report.pointer("/documentation/first").and_then(Value::as_str);
            self.detail = first.unwrap_or_default().to_owned();
            self.outcome = Outcome::Generated;
            return;
        }
        let error = findings.iter().find(|finding| finding.get("severity").is_some_and(|severity| severity == "error"));
        let text = |key: &str| error.and_then(|error| error.get(key)?.as_str()).unwrap_or_default();
        let line = error.and_then(|error| error.get("line")?.as_u64());
        self.outcome = if line.is_some() { Outcome::Refused } else { Outcome::RefusedWithoutPlace };
        self.cause = text("code").to_owned();
        self.detail = match line {
            Some(line) => format!("line {line}: {}", text("message")),
            None => text("message").to_owned(),
        };
    }
}

/// Why a process ended without a report, shortly and in full.
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
    fn a_process_that_leaves_no_report_has_crashed_for_a_reason() {
        let cause = |cpu, errors| ended(cpu, errors).cause;
        assert_eq!(cause(9.9, ""), "more than 10 s of CPU time");
        assert_eq!(cause(1.0, "memory allocation of 99 bytes failed"), "more than 4 GiB of memory");
        assert_eq!(cause(1.0, "\nthread 'main' (7) has overflowed its stack\n"), "stack overflow");
        assert_eq!(cause(1.0, "thread 'main' (7) panicked at src/lib.rs:7:9:\nwhy"), "panic at src/lib.rs:7:9");
        assert_eq!(cause(1.0, ""), "exit code 0");
        assert_eq!(ended(1.0, "").outcome, Outcome::Crashed);
    }
}
