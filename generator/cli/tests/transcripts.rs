//! Runs the transcripts in `transcripts/` by trycmd, and checks that they contain every documented command.
//!
//! `TRYCMD=overwrite cargo test -p apiarist-cli --test transcripts` accepts changes. A folder `NAME.in` is the current
//! folder of the commands in `NAME.trycmd`; if there is a `NAME.out`, they work on a copy.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::panic::catch_unwind;
use std::path::Path;
use std::{env, fs};

use apiarist_test_support::markdown;
use trycmd::TestCases;

/// The pages whose commands must be run or listed.
const PAGES: [&str; 5] =
    ["README.md", "CONTRIBUTING.md", "docs/guide/", "generator/cli/README.md", "tools/fetch/README.md"];

/// Beginnings of documented commands that no transcript runs, with the reason.
const NOT_RUN: &[(&str, &str)] = &[
    (
        "cargo xtask ",
        "a task of this repository: its arguments are parsed by a test of xtask, and its effect is tested there",
    ),
    ("cargo test ", "it runs this test"),
    ("cargo install ", "it compiles and installs the command; `cargo xtask ci package` compiles the same package"),
    ("cargo build --target wasm32", "`cargo xtask ci wasm` compiles the clients for this target"),
    ("cargo run --release -p apiarist-fuzz", "it runs for hours; `.github/workflows/fuzz.yaml` runs it"),
    ("cargo run --release --package apiarist-fuzz", "it runs for hours; `.github/workflows/fuzz.yaml` runs it"),
    ("cargo fuzz ", "it runs for hours; `.github/workflows/fuzz.yaml` runs it"),
    ("cargo mutants ", "it runs for an hour; `.github/workflows/fuzz.yaml` runs it"),
    ("cargo new ", "cargo itself"),
    ("cargo package --manifest-path", "`cargo xtask ci package` packages the crates of this repository"),
    ("cargo publish ", "it publishes a package"),
    (
        "apiarist diff old/openapi.yaml acme/openapi.yaml",
        "two documents of the reader; `help.trycmd` and the pairs run the command",
    ),
    ("cargo add ", "cargo itself, from the network; `vendored_runtime.rs` compiles the client that it adds"),
    ("pip install ", "it installs a program; `cargo xtask ci documents` runs it"),
    (
        "APIARIST_CASSETTES=",
        "a test of the reader with a credential; the tests of the runtime record and replay cassettes",
    ),
    ("git add ", "git itself"),
    ("cd ", "the shell itself"),
    ("ACME_API_KEY=", "a program of the reader with a credential"),
    ("TAVUS_API_KEY=", "a program of the reader with a credential"),
    ("curl ", "the network; `first_steps.rs` passes a document by standard input"),
    ("apiarist check https://", "the network; `first_steps.rs` fetches a document from a local server"),
    ("apiarist init acme --from https://", "the network; `first_steps.rs` starts a project from a file"),
    ("apiarist init pets --from https://", "the network; `first_steps.rs` starts a project from a file"),
    ("apiarist man --out ~/", "it writes to the home folder; `projects.trycmd` writes to the current one"),
    ("apiarist generate specs/tavus/openapi.yaml --out ../tavus", "it writes next to the sandbox of a transcript"),
];

fn transcripts(cases: &str) -> TestCases {
    let transcripts = TestCases::new();
    transcripts.register_bin("apiarist", Path::new(env!("CARGO_BIN_EXE_apiarist")));
    transcripts.case(cases);
    transcripts
}

#[test]
fn every_transcript_is_what_the_command_prints() {
    transcripts("tests/transcripts/*.trycmd").run();
}

#[test]
fn wrong_transcript_is_found() {
    if env::var_os("TRYCMD").is_some() {
        return; // Every transcript is right while they are accepted.
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (text, is_right) in [
        ("```console\n$ apiarist --version\napiarist 0.1.0\n\n```\n", true),
        ("```console\n$ apiarist --version\napiarist 9.9.9\n\n```\n", false),
        ("```console\n$ apiarist --version\n? 1\napiarist 0.1.0\n\n```\n", false),
    ] {
        let path = folder.path().join("case.md");
        fs::write(&path, text).expect("it can be written");
        let cases = path.to_str().expect("UTF-8").to_owned();
        assert_eq!(catch_unwind(|| transcripts(&cases).run()).is_ok(), is_right, "{text}");
    }
}

/// Returns the commands of a text by lines, without comments, redirections and pipes.
fn commands(lines: &str) -> Vec<String> {
    let end = |line: &str| {
        let words = line.split_whitespace().take_while(|word| !["#", "|", ">"].contains(word));
        words.collect::<Vec<_>>().join(" ")
    };
    lines.lines().map(end).filter(|command| !command.is_empty()).collect()
}

/// Returns the documented commands that are neither run nor listed.
fn unchecked(documented: &[(String, String)], run: &[String]) -> Vec<String> {
    let is_checked = |command: &str| {
        run.iter().any(|known| known == command) || NOT_RUN.iter().any(|(beginning, _)| command.starts_with(beginning))
    };
    let unchecked = documented.iter().filter(|(_, command)| !is_checked(command));
    unchecked.map(|(page, command)| format!("{page}: {command}")).collect()
}

/// Returns the documented commands with their pages.
fn documented() -> Vec<(String, String)> {
    let mut pages: Vec<(String, Vec<markdown::Block>)> = Vec::new();
    let readmes = ["generator/cli/README.md", "tools/fetch/README.md"].map(|path| markdown::Page {
        path: path.to_owned(),
        text: fs::read_to_string(markdown::root().join(path)).expect("a text"),
    });
    for page in markdown::pages().into_iter().chain(readmes) {
        let blocks = ["sh", "console"].into_iter().flat_map(|language| page.blocks(language)).collect();
        pages.push((page.path.clone(), blocks));
    }
    let is_checked = |path: &str| PAGES.iter().any(|page| path.starts_with(page));
    let pages = pages.into_iter().filter(|(path, _)| is_checked(path));
    let commands = |(path, blocks): (String, Vec<markdown::Block>)| {
        let commands: Vec<String> = blocks.iter().flat_map(|block| commands(&block.text)).collect();
        commands.into_iter().map(move |command| (path.clone(), command))
    };
    pages.flat_map(commands).collect()
}

#[test]
fn every_documented_command_is_run_or_listed() {
    let mut run = Vec::new();
    for entry in fs::read_dir("tests/transcripts").expect("the folder exists") {
        let path = entry.expect("it can be listed").path();
        if path.extension().is_some_and(|extension| extension == "trycmd") {
            let text = fs::read_to_string(&path).expect("a text");
            let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
            run.extend(commands(&lines.join("\n")));
        }
    }
    let documented = documented();
    assert!(documented.len() > 50, "{} commands are documented", documented.len());
    let advice = "add them to a transcript, or to `NOT_RUN` with a reason";
    assert_eq!(unchecked(&documented, &run), Vec::<String>::new(), "{advice}");
    let unused =
        NOT_RUN.iter().filter(|(beginning, _)| !documented.iter().any(|(_, command)| command.starts_with(beginning)));
    assert_eq!(unused.map(|(beginning, _)| *beginning).collect::<Vec<_>>(), Vec::<&str>::new());
    let new = [("README.md".to_owned(), "apiarist frobnicate".to_owned())];
    assert_eq!(unchecked(&new, &run), ["README.md: apiarist frobnicate"]);
}
