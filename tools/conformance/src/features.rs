//! Compiles features of groups, each alone with the client.

use std::fs;
use std::io;
use std::path::Path;

use apiarist_measure::cargo_check::{self, Task};
use serde::Serialize;

use super::compile::surrounded;

/// The result of compiling features alone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Features {
    /// The number of features of groups that the client has.
    pub total: u64,
    /// The number of compiled features.
    pub compiled: u64,
    /// The features that cause an error or a warning, with the first message.
    pub failed: Vec<(String, String)>,
    /// The CPU time of `cargo check` for all of them together, in seconds.
    pub cpu: f64,
}

impl Features {
    /// Returns `true` if all compiled features cause neither errors nor warnings.
    pub fn is_clean(&self) -> bool {
        self.failed.is_empty()
    }
}

/// Compiles at most `count` features of the client in a folder, at equal distances in the order of its manifest.
pub fn check(count: usize, client: &Path, lock: &Path, target: &Path, scratch: &Path) -> io::Result<Features> {
    let all = group_features(&fs::read_to_string(client.join("Cargo.toml"))?);
    let mut features = Features { total: all.len() as u64, ..Features::default() };
    if all.is_empty() {
        return Ok(features);
    }
    surrounded(client, lock)?;
    for feature in all.iter().step_by(all.len().div_ceil(count.max(1))) {
        let enabled = format!("client,{feature}");
        let compiled = cargo_check::compile_with(client, Task::Check, Some(&enabled), target, scratch)?;
        features.compiled += 1;
        features.cpu += compiled.cpu;
        if !compiled.is_clean() {
            let (code, message) = compiled.first.unwrap_or_default();
            features.failed.push((feature.clone(), format!("{code}: {message}")));
        }
    }
    Ok(features)
}

/// Returns the features that the feature `all` of a generated manifest enables.
pub fn group_features(manifest: &str) -> Vec<String> {
    let entries = manifest.lines().skip_while(|line| *line != "all = [").skip(1).take_while(|line| *line != "]");
    entries.map(|line| line.trim_matches([' ', ',', '"']).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_of_groups_are_read_from_the_manifest() {
        let manifest =
            "[features]\ndefault = [\"reqwest\", \"all\"]\nall = [\n    \"pets\",\n    \"rate-limit\",\n]\npets = []\n";
        assert_eq!(group_features(manifest), ["pets", "rate-limit"]);
        assert!(group_features("[features]\nclient = []\n").is_empty());
    }
}
