//! Runs cargo-semver-checks and reads its findings.
//!
//! ```text
//! --- failure enum_variant_missing: pub enum variant removed or renamed ---
//!
//! Failed in:
//!   variant Color::Red, previously in file /…/old/src/pair_1/api/types/color.rs:9    the lint of pair 1
//! ```

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use xtask::{Failure, cargo};

/// Lints that are ignored. The variants of a client's servers have the order of the document, and their discriminants mean
/// nothing.
const IGNORED: [&str; 1] = ["enum_no_repr_variant_discriminant_changed"];

/// The installed tool.
pub struct SemverChecks {
    program: OsString,
}

impl SemverChecks {
    /// Finds the tool that the environment variable `SEMVER_CHECKS` names, or the installed one. Returns `None` if it
    /// cannot be started.
    pub fn find() -> Option<Self> {
        let program = env::var_os("SEMVER_CHECKS").unwrap_or_else(|| "cargo-semver-checks".into());
        let found = Self { program };
        let status = found.command().arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success()).then_some(found)
    }

    fn command(&self) -> Command {
        let mut command = cargo::without_package(Command::new(&self.program));
        command.arg("semver-checks");
        command
    }

    /// Compares two crates, and returns the lints that fail for each of their pairs. Artifacts are stored in `target`.
    pub fn check(&self, old: &Path, new: &Path, target: &Path, pairs: usize) -> Result<Vec<Vec<String>>, Failure> {
        let mut command = self.command();
        // Only lints of breaking changes fail for a minor release.
        command.args(["check-release", "--release-type", "minor", "--color", "never", "--baseline-root"]);
        command.arg(old).arg("--manifest-path").arg(new.join("Cargo.toml")).env("CARGO_TARGET_DIR", target);
        let output = command.output().map_err(|error| self.failure(&error.to_string()))?;
        let found = findings(&String::from_utf8_lossy(&output.stdout), pairs);
        // The tool has one exit code for findings and for errors.
        if output.status.success() || found.iter().any(|lints| !lints.is_empty()) {
            return Ok(found.into_iter().map(|lints| lints.into_iter().collect()).collect());
        }
        Err(self.failure(String::from_utf8_lossy(&output.stderr).trim_end()))
    }

    fn failure(&self, reason: &str) -> Failure {
        Failure::Message(format!("cannot run `{}`: {reason}", self.program.display()))
    }
}

/// Returns the failed lints of each pair from the output of the tool.
fn findings(output: &str, pairs: usize) -> Vec<BTreeSet<String>> {
    let mut found = vec![BTreeSet::new(); pairs];
    let mut lint = None;
    for line in output.lines() {
        if let Some(title) = line.strip_prefix("--- ") {
            let failed = title.strip_prefix("failure ").and_then(|failure| failure.split_once(':'));
            lint = failed.map(|(name, _)| name).filter(|name| !IGNORED.contains(name));
        }
        if let (Some(lint), Some(lints)) = (lint, pair_of(line).and_then(|pair| found.get_mut(pair))) {
            lints.insert(lint.to_owned());
        }
    }
    found
}

/// Returns the number of the pair that contains a finding.
fn pair_of(line: &str) -> Option<usize> {
    let (_, rest) = line.split_once("pair_")?;
    let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_belong_to_the_pair_of_their_file() {
        let output = "\
--- failure enum_variant_missing: pub enum variant removed or renamed ---

Failed in:
  variant Color::Red, previously in file /tmp/old/src/pair_1/api/types/color.rs:9
  variant Size::Small, previously in file /tmp/old/src/pair_0/api/types/size.rs:9

--- warning must_use_added: a struct is must_use ---

Failed in:
  struct Pet in /tmp/new/src/pair_2/api/types/pet.rs:9
";
        let lint = |name: &str| BTreeSet::from([name.to_owned()]);
        let expected = [lint("enum_variant_missing"), lint("enum_variant_missing"), BTreeSet::new()];
        assert_eq!(findings(output, 3), expected);
    }

    /// Runs a shell script instead of the tool.
    #[cfg(unix)]
    fn run(script: &str) -> Result<Vec<Vec<String>>, Failure> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("tool");
        std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("a script");
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("it can be executable");
        let tool = SemverChecks { program: program.into() };
        tool.check(Path::new("old"), Path::new("new"), Path::new("target"), 1)
    }

    #[cfg(unix)]
    #[test]
    fn the_exit_code_of_findings_is_no_error() {
        let findings = "echo '--- failure struct_missing: removed ---'; echo '  struct A in pair_0/a.rs:1'; exit 1";
        assert_eq!(run(findings).expect("findings"), [["struct_missing"]]);
        assert_eq!(run("exit 0").expect("no findings"), [[""; 0]]);
        let error = run("echo 'no rustdoc' >&2; exit 1").expect_err("an error of the tool");
        assert!(matches!(&error, Failure::Message(message) if message.ends_with("no rustdoc")), "{error:?}");
        let arguments =
            run("echo \"$@\" | grep -q 'semver-checks check-release .* --baseline-root old --manifest-path new'");
        assert!(arguments.is_ok(), "{arguments:?}");
    }
}
