//! Builds and runs the program that tests the values, and summarizes the results.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::super::compile::surroundings;
use super::super::fingerprint::Fingerprint;
use super::case::Cases;
use super::verdict::judge_all;
use super::{CASES, program};
use apiarist_measure::cargo_build::{self, Profile};
use apiarist_measure::metrics;
use xtask::workspace::Workspace;

/// The number of failures recorded for each document. Further failures are only counted.
const KEPT: usize = 200;

/// The results of one document's values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Proof {
    /// The number of values tried.
    pub tried: u64,
    /// The number of values that are equal after a round trip, except for acceptable losses.
    pub survived: u64,
    /// The number of surviving values that are equal without any loss.
    pub equal: u64,
    /// The number of surviving values with each acceptable loss.
    pub exemptions: BTreeMap<String, u64>,
    /// The number of union values whose variant was checked.
    pub landings: u64,
    /// The number of components tried.
    pub components: u64,
    /// Components without any valid value.
    pub without: Vec<String>,
    /// The number of failed values by cause.
    pub causes: BTreeMap<String, u64>,
    /// The first failed values.
    pub failures: Vec<LostValue>,
    /// The reason why no value could be tested.
    pub error: Option<String>,
}

/// A value that did not survive the round trip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LostValue {
    /// The name of the component.
    pub component: String,
    /// The value as JSON.
    pub value: String,
    /// The explanation of the failure.
    pub why: String,
}

impl Proof {
    /// Returns `true` if all values survived.
    pub fn is_whole(&self) -> bool {
        self.error.is_none() && self.tried == self.survived
    }

    /// Evaluates the output of the program, which has a line for each case.
    fn new(cases: &Cases, answers: &str) -> Self {
        let verdict = judge_all(cases, &answers.lines().collect::<Vec<_>>());
        let mut proof = Self {
            tried: cases.cases.len() as u64,
            survived: verdict.survived,
            equal: verdict.equal,
            exemptions: verdict.exemptions,
            landings: cases.cases.iter().filter(|case| case.variant.is_some()).count() as u64,
            components: cases.types.len() as u64,
            without: cases.without.clone(),
            ..Self::default()
        };
        for (index, failure) in verdict.failures {
            *proof.causes.entry(failure.cause).or_default() += 1;
            if let Some(case) = cases.cases.get(index).filter(|_| proof.failures.len() < KEPT) {
                let (component, value) = (case.component.clone(), case.value.to_string());
                proof.failures.push(LostValue { component, value, why: failure.why });
            }
        }
        proof
    }

    fn failed(error: String) -> Self {
        Self { error: Some(error), ..Self::default() }
    }
}

/// A runner that tests the values of one document at a time.
#[derive(Debug)]
pub struct RoundTripRunner {
    /// The folder of the program, with the client in `client`.
    folder: PathBuf,
    /// The target folder of the programs.
    target: PathBuf,
    /// Cached results for identical values.
    known: PathBuf,
    /// The fingerprint of the runtime, its dependencies and the compiler.
    surroundings: String,
    /// The lock file with the versions of all dependencies.
    lock: PathBuf,
}

impl RoundTripRunner {
    /// Prepares a runner in `folder`. Results are cached in `known` until the runtime or the compiler changes.
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

    /// Returns the folder of the program.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Tests the values that were [prepared](super::prepare) in the folder.
    pub fn prove(&self) -> io::Result<Proof> {
        let mut fingerprint = Fingerprint::default();
        fingerprint.add(Path::new(&self.surroundings), &fs::read(self.folder.join(CASES))?);
        fingerprint.add_folder(&self.folder.join("src"))?;
        fingerprint.add_folder(&self.folder.join("client").join("src"))?;
        let known = self.known.join(format!("{}-answers", fingerprint.finish()));
        let cases: Cases = serde_json::from_slice(&fs::read(self.folder.join(CASES))?)?;
        let answers = match fs::read_to_string(&known) {
            Ok(answers) => answers,
            Err(_) => {
                fs::copy(&self.lock, self.folder.join("Cargo.lock"))?;
                match cargo_build::build(&self.folder, &self.target, program::NAME, Profile::Debug)? {
                    Ok(built) => self.run(&built.program, &cases)?,
                    Err(errors) => {
                        let first = errors.first().map_or("cargo build failed", String::as_str);
                        return Ok(Proof::failed(format!("does not compile: {first}")));
                    }
                }
            }
        };
        fs::write(known, &answers)?;
        Ok(Proof::new(&cases, &answers))
    }

    /// Runs the program. Returns a line for each case, or fewer if the program ended early.
    fn run(&self, binary: &Path, cases: &Cases) -> io::Result<String> {
        let input = self.folder.join("input");
        let lines: String = cases.cases.iter().map(|case| format!("{} {}\n", case.type_, case.value)).collect();
        fs::write(&input, lines)?;
        let mut command = Command::new(binary);
        command.arg(&input);
        Ok(metrics::run(&mut command, &self.folder)?.output)
    }
}
