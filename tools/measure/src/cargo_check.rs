//! Compiles one crate alone, counts the compiler's messages, and measures the cost.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use xtask::cargo;

use crate::metrics::{self, Measured, ending};

/// The result of compiling a crate.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Compiled {
    /// Whether clippy checked it too.
    pub linted: bool,
    /// The number of errors.
    pub errors: u64,
    /// The number of warnings.
    pub warnings: u64,
    /// The first message: its code and its text.
    pub first: Option<(String, String)>,
    /// The CPU time of `cargo check` for the crate alone, in seconds.
    pub cpu: f64,
    /// The peak memory of `cargo check` in bytes.
    pub memory: u64,
}

impl Compiled {
    /// Returns `true` if there are neither errors nor warnings.
    pub fn is_clean(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

/// A cargo command that compiles a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// `cargo check`.
    Check,
    /// `cargo clippy`.
    Clippy,
    /// `cargo build` without optimizations.
    Build,
    /// `cargo doc` without dependencies.
    Doc,
}

impl Task {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Clippy => &["clippy"],
            Self::Build => &["build"],
            Self::Doc => &["doc", "--no-deps"],
        }
    }
}

/// Makes a crate below a workspace independent of it, with the dependency versions of the given lock file.
pub fn set_apart(folder: &Path, lock: &Path) -> io::Result<()> {
    detach(folder)?;
    fs::copy(lock, folder.join("Cargo.lock"))?;
    Ok(())
}

/// Makes a crate below a workspace independent of it, unless its manifest already does.
pub fn detach(folder: &Path) -> io::Result<()> {
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    if text.lines().any(|line| line.trim() == "[workspace]") {
        return Ok(());
    }
    fs::write(&manifest, format!("{text}\n[workspace]\n"))
}

/// Recompiles the library in `folder`. Dependencies are compiled only if `target` lacks them. The output is buffered in
/// `scratch`.
pub fn compile(folder: &Path, task: Task, target: &Path, scratch: &Path) -> io::Result<Compiled> {
    compile_with(folder, task, None, target, scratch)
}

/// Compiles the dependencies of the library in `folder`, so that [`compile`] measures the library alone.
pub fn compile_dependencies(folder: &Path, task: Task, target: &Path, scratch: &Path) -> io::Result<()> {
    let root = folder.join("src").join("lib.rs");
    let text = fs::read(&root)?;
    fs::write(&root, "")?;
    let compiled = compile(folder, task, target, scratch);
    fs::write(&root, text)?;
    compiled.map(drop)
}

/// Recompiles the library in `folder` with only these features, without the default ones.
pub fn compile_with(
    folder: &Path,
    task: Task,
    features: Option<&str>,
    target: &Path,
    scratch: &Path,
) -> io::Result<Compiled> {
    mark_changed(&folder.join("src").join("lib.rs"))?;
    let mut command = cargo::command();
    command.current_dir(folder).args(task.arguments());
    command.args(["--lib", "--quiet", "--message-format", "json", "--target-dir"]).arg(target);
    command.env("CARGO_INCREMENTAL", "0");
    if let Some(features) = features {
        command.args(["--no-default-features", "--features", features]);
    }
    let measured = metrics::run(&mut command, scratch)?;
    Ok(Compiled { linted: task == Task::Clippy, ..read(&measured, folder) })
}

/// Makes cargo compile the crate with this root file again.
pub fn mark_changed(root: &Path) -> io::Result<()> {
    let failed = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", root.display()));
    let file = File::options().append(true).open(root).map_err(failed)?;
    file.set_modified(SystemTime::now()).map_err(failed)
}

/// Reads the messages about the crate in the folder.
fn read(measured: &Measured, folder: &Path) -> Compiled {
    let mut compiled = Compiled { cpu: measured.cpu, memory: measured.memory, ..Compiled::default() };
    let mut first_warning = None;
    for message in measured.output.lines().filter_map(|line| message_about(folder, line)) {
        let text = message.get("message").and_then(Value::as_str).unwrap_or_default();
        // The last messages only summarize the others.
        if text.starts_with("aborting due to") || text.ends_with(" emitted") {
            continue;
        }
        let code = message.pointer("/code/code").and_then(Value::as_str).unwrap_or("without a code");
        let summary = (code.to_owned(), text.to_owned());
        match message.get("level").and_then(Value::as_str) {
            Some("warning") => {
                compiled.warnings += 1;
                first_warning.get_or_insert(summary);
            }
            Some(level) if level.starts_with("error") => {
                compiled.errors += 1;
                compiled.first.get_or_insert(summary);
            }
            _ => {}
        }
    }
    compiled.first = compiled.first.or(first_warning);
    if !measured.status.success() && compiled.errors == 0 {
        let mut lines = measured.errors.lines().filter(|line| !line.trim().is_empty());
        let line = lines.clone().find(|line| line.starts_with("error")).or(lines.next_back());
        let text = line.map_or_else(|| ending(measured.status), |line| line.trim().to_owned());
        (compiled.errors, compiled.first) = (1, Some(("cargo".to_owned(), text)));
    }
    compiled
}

/// Returns the message of a line if it comes from the compiler and is about the crate in the folder.
fn message_about(folder: &Path, line: &str) -> Option<Value> {
    let mut line: Value = serde_json::from_str(line).ok()?;
    let manifest = line.get("manifest_path").and_then(Value::as_str).map(Path::new);
    let is_ours = manifest.and_then(Path::parent).is_some_and(|parent| is_same(parent, folder));
    (is_ours && line.get("reason")? == "compiler-message").then(|| line["message"].take())
}

/// Returns `true` if two paths are the same folder.
fn is_same(one: &Path, other: &Path) -> bool {
    one == other || fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::ExitStatus;

    fn measured(lines: &[&str], errors: &str) -> Measured {
        let output = lines.join("\n");
        Measured { status: ExitStatus::default(), cpu: 1.5, memory: 7, output, errors: errors.to_owned() }
    }

    #[test]
    fn only_messages_about_the_crate_are_counted() {
        let message = |folder: &str, level: &str, code: &str, text: &str| {
            let message = serde_json::json!({"level": level, "code": {"code": code}, "message": text});
            let manifest = format!("/{folder}/Cargo.toml");
            let reason = "compiler-message";
            serde_json::json!({"reason": reason, "manifest_path": manifest, "message": message}).to_string()
        };
        let lines = [
            message("runtime", "warning", "dead_code", "not of the crate"),
            message("client", "warning", "dead_code", "unused"),
            message("client", "error", "E0412", "cannot find type `A`"),
            message("client", "error", "E0412", "cannot find type `B`"),
            message("client", "error", "", "aborting due to 2 previous errors; 1 warning emitted"),
            "{\"reason\": \"build-finished\", \"success\": false}".to_owned(),
        ];
        let compiled = read(&measured(&lines.each_ref().map(String::as_str), ""), Path::new("/client"));
        let first = Some(("E0412".to_owned(), "cannot find type `A`".to_owned()));
        assert_eq!(compiled, Compiled { errors: 2, warnings: 1, first, cpu: 1.5, memory: 7, linted: false });
        assert!(read(&measured(&[], ""), Path::new("/client")).is_clean());
    }

    #[test]
    fn crate_is_recompiled_each_time() {
        let place = tempfile::TempDir::new().expect("a folder");
        let folder = place.path().join("crate");
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let manifest = "[package]\nname = \"small\"\nedition = \"2024\"\n\n[workspace]\n";
        fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
        fs::write(folder.join("src/lib.rs"), "fn unused() {}\n").expect("a file");
        for _ in 0..2 {
            let compiled = compile(&folder, Task::Check, &place.path().join("target"), place.path());
            let compiled = compiled.expect("cargo can be started");
            assert_eq!((compiled.errors, compiled.warnings), (0, 1), "{compiled:?}");
            assert!(compiled.cpu > 0.0 && compiled.memory > 0);
        }
        fs::write(folder.join("src/lib.rs"), "pub fn wrong() -> u8 {}\n").expect("a file");
        let compiled = compile(&folder, Task::Check, &place.path().join("target"), place.path());
        assert_eq!(compiled.expect("cargo can be started").errors, 1);
    }
}
