//! Checks how the compiler reports the most common mistakes in programs that use a client.
//!
//! The client is that of `mistakes/openapi.yaml`, as a separate crate. Each other file of the folder is a program with
//! one kind of mistake, and has a snapshot in the same folder: level, code, position and text of each message, with its
//! notes. Most messages are the compiler's own; if a new version words them differently, `cargo xtask accept mistakes`
//! accepts the new wording.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use apiarist::Project;
use apiarist::emit::RuntimeDependency;
use apiarist_test_support::snapshot;
use serde_json::Value;

/// The folder of the programs.
const PROGRAMS: &str = "mistakes";

/// The name of the client's crate.
const CLIENT: &str = "bees";

/// Returns the folder in which the client is written and compiled.
fn place() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes")
}

/// Returns the folder of the libraries that Cargo has built for this test.
fn libraries() -> PathBuf {
    let test = std::env::current_exe().expect("the path of the test");
    test.parent().expect("the folder of the test").to_owned()
}

/// Returns a compiler command that writes the metadata of a crate to the folder of the client.
fn rustc(file: &Path) -> Command {
    let mut command = Command::new("rustc");
    command.args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--error-format", "json"]);
    command.arg("--out-dir").arg(place()).arg("-L").arg(libraries()).arg(file);
    command
}

fn run(mut command: Command) -> Output {
    command.output().expect("rustc can be started")
}

/// Generates the client and compiles it without a transport.
///
/// Cargo keeps builds of the runtime with other features and outdated builds. The newest one with the features that the
/// client needs is the one of this test.
fn compile_client() {
    let project = Project::open(Path::new(PROGRAMS).join("openapi.yaml")).expect("a client can be made of it");
    assert!(project.diagnostics().is_empty());
    let files =
        project.client().standalone_crate(CLIENT, "openapi.yaml", RuntimeDependency::Path("../runtime".to_owned()));
    for (path, text) in files.expect("the client can be printed").iter() {
        let path = place().join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
    let entries = fs::read_dir(libraries()).expect("the folder of the test").flatten().map(|entry| entry.path());
    let is_runtime = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libapiarist_runtime-") && name.ends_with(".rlib")
    };
    let mut runtimes: Vec<PathBuf> = entries.filter(is_runtime).collect();
    runtimes.sort_by_key(|path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok());
    let mut errors = String::new();
    let is_compiled = runtimes.iter().rev().any(|runtime| {
        let mut command = rustc(&place().join("src").join("lib.rs"));
        command.args(["--crate-name", CLIENT, "--cfg", "feature=\"client\""]);
        command.env("CARGO_PKG_NAME", CLIENT).env("CARGO_PKG_VERSION", "0.1.0");
        command.arg("--extern").arg(format!("apiarist_runtime={}", runtime.display()));
        let output = run(command);
        errors = String::from_utf8_lossy(&output.stderr).into_owned();
        output.status.success()
    });
    assert!(is_compiled, "the client does not compile: {errors}");
}

/// Compiles a program and returns the messages without machine-specific parts.
fn messages(program: &Path) -> String {
    let mut command = rustc(program);
    command.arg("--extern").arg(format!("{CLIENT}={}", place().join(format!("lib{CLIENT}.rmeta")).display()));
    let output = run(command);
    let errors = String::from_utf8_lossy(&output.stderr);
    let messages = errors.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut messages: Vec<_> = messages.filter_map(|message| Some((position(&message)?, message))).collect();
    messages.sort_by_key(|(position, _)| *position);
    assert!(!messages.is_empty(), "{}: {errors}", program.display());
    let texts = messages.iter().map(|((line, column), message)| {
        let code = message.pointer("/code/code").and_then(Value::as_str).unwrap_or_default();
        let label = primary(message).and_then(|span| span["label"].as_str());
        let mut text =
            format!("{line}:{column}: {}[{code}]: {}\n", text_of(message, "level"), text_of(message, "message"));
        label.inspect(|label| _ = writeln!(text, "    {label}"));
        message["children"].as_array().into_iter().flatten().for_each(|child| write_note(&mut text, child));
        text
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// Appends a note and its suggested code.
///
/// The types listed as implementing a trait depend on the other compiled crates.
fn write_note(text: &mut String, note: &Value) {
    let message = text_of(note, "message");
    let is_list_of_types = message.starts_with("the following other types implement trait");
    let message = message.lines().take(if is_list_of_types { 1 } else { usize::MAX }).collect::<Vec<_>>();
    let message = message.join("\n        ");
    let _ = writeln!(text, "    {}: {message}", text_of(note, "level"));
    for span in note["spans"].as_array().into_iter().flatten() {
        let suggested = span["suggested_replacement"].as_str().map(|code| code.trim_matches([' ', ',', '\n']));
        let suggested = suggested.filter(|code| !code.is_empty());
        suggested.inspect(|code| _ = writeln!(text, "        {code}"));
    }
}

/// Returns the line and the column of a message, or `None` for a message that only summarizes others.
fn position(message: &Value) -> Option<(u64, u64)> {
    let span = primary(message)?;
    Some((span["line_start"].as_u64()?, span["column_start"].as_u64()?))
}

fn primary(message: &Value) -> Option<&Value> {
    message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)
}

fn text_of<'v>(value: &'v Value, member: &str) -> &'v str {
    value[member].as_str().unwrap_or_default()
}

#[test]
fn common_mistakes_are_reported_in_terms_of_the_client() {
    let entries = fs::read_dir(PROGRAMS).expect("the folder of the programs").flatten().map(|entry| entry.path());
    let mut programs: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    programs.sort();
    compile_client();
    for program in programs {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        snapshot::assert("mistakes", Path::new(PROGRAMS), &name, &messages(&program));
    }
    assert_eq!(snapshot::unreferenced(Path::new(PROGRAMS)), Vec::<PathBuf>::new(), "no program has these snapshots");
}
