//! Builds the program that tries the values, runs it, and judges what it answers.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::compile::surroundings;
use super::super::fingerprint::Fingerprint;
use super::super::measured;
use super::case::{Case, Cases};
use super::equality::Differences;
use super::{CASES, naming, program};
use crate::workspace::Workspace;

/// How many failures of a document are kept; the others are counted.
const KEPT: usize = 20;

/// What became of the values of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Proof {
    /// How many values were tried.
    pub tried: u64,
    /// How many came back equal, but for what nobody could keep.
    pub survived: u64,
    /// How many of those lost nulls where absence means the same.
    pub dropped_nulls: u64,
    /// How many of those lost members that no schema names.
    pub dropped_members: u64,
    /// How many values of unions had to land in one variant.
    pub landings: u64,
    /// How many components were tried.
    pub components: u64,
    /// The components for which no valid value was found.
    pub without: Vec<String>,
    /// How many values failed for each cause.
    pub causes: BTreeMap<String, u64>,
    /// The first of what did not survive.
    pub failures: Vec<LostValue>,
    /// Why nothing could be tried.
    pub error: Option<String>,
}

/// A value that did not survive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LostValue {
    /// The component.
    pub component: String,
    /// The value, as JSON.
    pub value: String,
    /// What became of it.
    pub why: String,
}

impl Proof {
    /// Whether all values survived.
    pub fn is_whole(&self) -> bool {
        self.error.is_none() && self.tried == self.survived
    }

    fn failed(error: String) -> Self {
        Self { error: Some(error), ..Self::default() }
    }
}

/// Tries values, for one document after the other.
#[derive(Debug)]
pub struct Prover {
    /// Where the program stands, with the client in `client`.
    folder: PathBuf,
    /// What the programs are compiled to.
    target: PathBuf,
    /// What became of the same values before.
    known: PathBuf,
    /// Stands for the runtime, its dependencies and the compiler.
    surroundings: String,
    /// The versions of all dependencies.
    lock: PathBuf,
}

impl Prover {
    /// Prepares a place in `folder`. Results are kept in `known`, for as long as runtime and compiler stay what they are.
    pub fn new(workspace: &Workspace, folder: &Path, known: &Path) -> io::Result<Self> {
        fs::create_dir_all(known)?;
        Ok(Self {
            folder: folder.join("samples"),
            target: folder.join("target-samples"),
            known: known.to_owned(),
            surroundings: surroundings(workspace)?,
            lock: workspace.root().join("Cargo.lock"),
        })
    }

    /// Where the program belongs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Tries the values that were [prepared](super::prepare) in the folder.
    pub fn prove(&self) -> io::Result<Proof> {
        let mut fingerprint = Fingerprint::default();
        fingerprint.add(Path::new(&self.surroundings), &fs::read(self.folder.join(CASES))?);
        fingerprint.add_folder(&self.folder.join("src"))?;
        fingerprint.add_folder(&self.folder.join("client").join("src"))?;
        let known = self.known.join(format!("{}-samples.json", fingerprint.finish()));
        if let Some(proof) = fs::read(&known).ok().and_then(|text| serde_json::from_slice(&text).ok()) {
            return Ok(proof);
        }
        let cases: Cases = serde_json::from_slice(&fs::read(self.folder.join(CASES))?)?;
        let proof = match self.build()? {
            Err(error) => Proof::failed(error),
            Ok(()) => judge_all(&cases, &self.run(&cases)?),
        };
        fs::write(known, serde_json::to_vec(&proof)?)?;
        Ok(proof)
    }

    fn build(&self) -> io::Result<Result<(), String>> {
        fs::copy(&self.lock, self.folder.join("Cargo.lock"))?;
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(&self.folder).args(["build", "--quiet", "--message-format", "short", "--target-dir"]);
        command.arg(&self.target).env("CARGO_INCREMENTAL", "0");
        let built = measured::run(&mut command, &self.folder)?;
        if built.status.success() {
            return Ok(Ok(()));
        }
        let first = built.errors.lines().find(|line| line.contains("error")).unwrap_or("cargo build failed");
        Ok(Err(format!("does not compile: {first}")))
    }

    /// Runs the program. Gives a line for each case, and fewer when it ended before.
    fn run(&self, cases: &Cases) -> io::Result<Vec<String>> {
        let input = self.folder.join("input");
        let lines: String = cases.cases.iter().map(|case| format!("{} {}\n", case.type_, case.value)).collect();
        fs::write(&input, lines)?;
        let mut command = Command::new(self.target.join("debug").join(program::NAME));
        command.arg(&input);
        let run = measured::run(&mut command, &self.folder)?;
        Ok(run.output.lines().map(str::to_owned).collect())
    }
}

fn judge_all(cases: &Cases, answers: &[String]) -> Proof {
    let components = cases.types.len() as u64;
    let mut proof = Proof { components, without: cases.without.clone(), ..Proof::default() };
    for (index, case) in cases.cases.iter().enumerate() {
        proof.tried += 1;
        proof.landings += u64::from(case.variant.is_some());
        let answer = answers.get(index).map_or("error the program ended", String::as_str);
        match judge(cases, case, answer) {
            Ok(survival) => {
                proof.survived += 1;
                proof.dropped_nulls += u64::from(survival.dropped_nulls);
                proof.dropped_members += u64::from(survival.dropped_members);
            }
            Err(failure) => {
                *proof.causes.entry(failure.cause).or_default() += 1;
                if proof.failures.len() < KEPT {
                    let (component, value) = (case.component.clone(), case.value.to_string());
                    proof.failures.push(LostValue { component, value, why: failure.why });
                }
            }
        }
    }
    proof
}

/// What a value that survived lost all the same.
#[derive(Debug)]
struct Survival {
    /// Nulls where absence means the same.
    dropped_nulls: bool,
    /// Members that no schema names.
    dropped_members: bool,
}

/// Why a value did not survive.
#[derive(Debug)]
struct Failure {
    /// In words that others share.
    cause: String,
    /// In full.
    why: String,
}

/// Whether a value survived.
fn judge(cases: &Cases, case: &Case, answer: &str) -> Result<Survival, Failure> {
    let failure = |cause: &str, why: String| Failure { cause: cause.to_owned(), why };
    let Some(answer) = answer.strip_prefix("ok ") else {
        let why = answer.strip_prefix("error ").unwrap_or(answer);
        return Err(failure("cannot be read", why.to_owned()));
    };
    let (variant, written) = answer.split_once(' ').unwrap_or((answer, ""));
    let written: Value = serde_json::from_str(written)
        .map_err(|error| failure("is not written as JSON", format!("what was written is no JSON: {error}")))?;
    if let Some(expected) = case.variant.as_deref().filter(|expected| *expected != variant) {
        return Err(failure("lands elsewhere", format!("landed in `{variant}`, not in `{expected}`")));
    }
    let mut differences = Differences::between(&case.value, &written);
    let all = differences.lost.len();
    if let Some(schema) = cases.schema(&case.component) {
        differences.lost.retain(|pointer| naming::names(&cases.root, schema, pointer));
    }
    let dropped_members = differences.lost.len() < all;
    if differences.are_only_nulls() {
        return Ok(Survival { dropped_nulls: !differences.dropped_nulls.is_empty(), dropped_members });
    }
    let kinds = [("lost", &differences.lost), ("added", &differences.added), ("changed", &differences.changed)];
    let kinds: Vec<_> = kinds.into_iter().filter(|(_, pointers)| !pointers.is_empty()).collect();
    let described = kinds.iter().map(|(kind, pointers)| {
        let shown: Vec<String> = pointers.iter().take(3).map(|pointer| format!("`{pointer}`")).collect();
        format!("{kind} {}", shown.join(", "))
    });
    let cause = kinds.first().map_or("", |(kind, _)| kind);
    Err(failure(&format!("members are {cause}"), described.collect::<Vec<_>>().join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::samples::case::Kind;
    use serde_json::json;

    fn judged(value: Value, answer: &str) -> Result<bool, String> {
        let root = json!({"openapi": "3.1.0", "components": {"schemas": {"A": {"properties": {"a": {}, "b": {}}}}}});
        let cases = Cases { root, ..Cases::default() };
        let variant = Some("One".to_owned());
        let case = Case { component: "A".to_owned(), type_: 0, kind: Kind::Valid, value, variant };
        let judged = judge(&cases, &case, answer);
        judged.map(|survival| survival.dropped_members).map_err(|failure| failure.why)
    }

    #[test]
    fn a_value_survives_that_comes_back_equal_in_the_right_variant() {
        assert_eq!(judged(json!({"a": 1}), "ok One {\"a\":1}"), Ok(false));
        assert_eq!(judged(json!({"a": 1, "c": 1}), "ok One {\"a\":1}"), Ok(true));
        assert_eq!(judged(json!({"a": 1}), "ok Two {\"a\":1}"), Err("landed in `Two`, not in `One`".to_owned()));
        assert_eq!(judged(json!({"a": 1, "b": 2}), "ok One {\"a\":3}"), Err("lost `/b`; changed `/a`".to_owned()));
        assert_eq!(judged(json!({}), "ok One {\"a\":1}"), Err("added `/a`".to_owned()));
        assert_eq!(judged(json!({}), "error invalid type"), Err("invalid type".to_owned()));
    }
}
