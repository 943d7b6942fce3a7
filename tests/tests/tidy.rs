//! Checks the sources of this workspace against the import tables and the rules of CONTRIBUTING.md.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "tidy/imports.rs"]
mod imports;
#[path = "tidy/links.rs"]
mod links;
#[path = "tidy/prose.rs"]
mod prose;
#[path = "tidy/security.rs"]
mod security;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use apiarist_test_support::markdown;
use imports::Table;
use prose::{Kind, Text};

/// The maximum number of lines of code in a file, without tests.
const LONGEST_FILE: usize = 400;

/// The maximum number of lines in a function, unless it is a template.
const LONGEST_FUNCTION: usize = 60;

/// The maximum number of files in a folder.
const MOST_FILES: usize = 20;

/// The minimum share of function docs that start with a verb, in percent.
const LEAST_VERBS: usize = 97;

/// The maximum number of docs that start with a question word.
const MOST_QUESTIONS: usize = 3;

/// The maximum number of vague words in docs, messages and pages.
const MOST_VAGUE_WORDS: usize = 12;

/// The Markdown pages whose wording is checked, as files and folders.
const PAGES: [&str; 10] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "docs",
    "generator",
    "generated/README.md",
    "runtime",
    "tests/README.md",
];

/// The documents with import tables.
const DOCUMENTS: [&str; 3] = ["ARCHITECTURE.md", "generator/src/lower/README.md", "runtime/ARCHITECTURE.md"];

/// The folders that must have an import table in one of these documents.
const TABLES: [&str; 4] = ["generator/src", "generator/src/lower", "runtime/src", "xtask/src"];

/// The folders whose files are checked.
const FOLDERS: [&str; 7] = ["generator", "runtime", "xtask", "tests/src", "tests/support", "tests/tests", "tools"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the Rust files below a folder with their texts, by path relative to the workspace.
fn sources(folder: &str) -> Vec<(String, String)> {
    files(folder, "rs")
}

/// Returns a file, or the files below a folder that have an extension, with their texts, by path relative to the workspace.
fn files(path: &str, extension: &str) -> Vec<(String, String)> {
    fn collect(path: PathBuf, extension: &str, found: &mut Vec<PathBuf>) {
        // A link leads to a file of another folder.
        if path.is_symlink() {
            return;
        }
        if path.is_dir() && !path.ends_with("target") {
            for entry in fs::read_dir(path).expect("a folder can be read") {
                collect(entry.expect("an entry of a folder").path(), extension, found);
            }
        } else if path.is_file() && path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    let root = root();
    let mut paths = Vec::new();
    collect(root.join(path), extension, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source file");
            let path = path.strip_prefix(&root).expect("it is below the root").to_string_lossy().replace('\\', "/");
            (path, text)
        })
        .collect()
}

fn all_sources() -> Vec<(String, String)> {
    FOLDERS.iter().flat_map(|folder| sources(folder)).collect()
}

/// Panics with all offences, one on a line.
fn assert_none(offences: &[String]) {
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

/// Returns the numbered code lines of a file up to its tests, without blank lines and comments.
fn code(text: &str) -> Vec<(usize, &str)> {
    let tests = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
    let lines = text[..tests].lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim().starts_with("//"))
        .map(|(at, line)| (at + 1, line))
        .collect()
}

#[test]
fn every_file_starts_with_its_purpose() {
    let is_silent = |(_, text): &(String, String)| !text.starts_with("//! ");
    let offences: Vec<_> = all_sources().into_iter().filter(is_silent).map(|(path, _)| path).collect();
    assert_none(&offences);
}

#[test]
fn files_stay_within_the_line_limit() {
    let offences: Vec<_> = all_sources()
        .iter()
        .filter(|(path, _)| !path.ends_with("/tests.rs") && !path.contains("/tests/"))
        .map(|(path, text)| (path, code(text).len()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(path, lines)| format!("{path} has {lines} lines of code; at most {LONGEST_FILE} are allowed"))
        .collect();
    assert_none(&offences);
}

#[test]
fn functions_stay_within_the_line_limit() {
    let mut offences = Vec::new();
    for (path, text) in all_sources() {
        let code = code(&text);
        for (at, &(number, line)) in code.iter().enumerate() {
            let indentation = &line[..line.len() - line.trim_start().len()];
            let is_function =
                line.split_whitespace().any(|word| word == "fn") && !line.trim_end().ends_with(['}', ';']);
            // A template of the derives is a string or a line that continues one.
            let is_text = line.trim().starts_with('"') || at > 0 && code[at - 1].1.ends_with('\\');
            if !is_function || is_text {
                continue;
            }
            let end = format!("{indentation}}}");
            let body: Vec<_> = code[at..].iter().map(|(_, line)| *line).take_while(|line| *line != end).collect();
            let is_template = body.iter().any(|line| line.contains("quote!"));
            if body.len() > LONGEST_FUNCTION && !is_template {
                offences.push(format!("{path}:{number}: {} lines; at most {LONGEST_FUNCTION} are allowed", body.len()));
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn file_names_are_specific() {
    let names = ["util", "utils", "helper", "helpers", "common", "misc", "shared"];
    let offences: Vec<_> = all_sources()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.trim_end_matches(".rs").split('/').any(|part| names.contains(&part)))
        .collect();
    assert_none(&offences);
}

#[test]
fn generator_and_derives_have_the_same_naming_rules() {
    let [derives, generator] = ["runtime/derive/src/naming_rule.rs", "generator/src/emit/types/naming_rule.rs"]
        .map(|path| fs::read_to_string(root().join(path)).expect(path));
    assert_eq!(derives, generator);
}

#[test]
fn imports_follow_the_order_of_stages_and_floors() {
    let read = |document| fs::read_to_string(root().join(document)).expect("a document with import tables");
    let tables: Vec<Table> = DOCUMENTS.iter().flat_map(|document| Table::read_all(&read(document))).collect();
    let folders: Vec<&str> = tables.iter().map(|table| table.folder.as_str()).collect();
    for folder in TABLES {
        assert!(folders.contains(&folder), "{folder} has no import table; only {folders:?} have one");
    }
    let offences: Vec<String> = tables.iter().flat_map(|table| table.offences(&sources(&table.folder))).collect();
    assert_none(&offences);
}

#[test]
fn folders_stay_within_the_file_limit() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (path, _) in all_sources() {
        let (folder, _) = path.rsplit_once('/').expect("a file is in a folder");
        *counts.entry(folder.to_owned()).or_default() += 1;
    }
    let offences: Vec<String> = counts
        .iter()
        .filter(|(_, count)| **count > MOST_FILES)
        .map(|(folder, count)| format!("{folder} has {count} files; at most {MOST_FILES} are allowed"))
        .collect();
    assert_none(&offences);
}

#[test]
fn runtime_examples_use_only_paths_available_to_client_users() {
    // Generated crates show these examples on their own pages.
    for (path, text) in sources("runtime/src") {
        let is_shown = |line: &&str| {
            let line = line.trim_start();
            line.strip_prefix("///")
                .or(line.strip_prefix("//!"))
                .is_some_and(|it| it.starts_with(" use apiarist_runtime"))
        };
        let shown: Vec<&str> = text.lines().filter(is_shown).collect();
        assert!(shown.is_empty(), "{path}: hide these lines with `#`: {shown:?}");
    }
}

/// Returns the docs and messages of the sources, and the lines of the pages.
fn texts() -> &'static [Text] {
    static TEXTS: LazyLock<Vec<Text>> = LazyLock::new(|| {
        let rust = all_sources();
        let rust = rust.iter().flat_map(|(path, text)| Text::read_rust(path, text));
        let pages = PAGES.iter().flat_map(|path| files(path, "md"));
        rust.chain(pages.flat_map(|(path, text)| Text::read_markdown(&path, &text))).collect()
    });
    &TEXTS
}

/// Panics with the first offences if there are more than a budget allows.
fn assert_within(budget: usize, of: &str, offences: &[&Text]) {
    let shown = offences.iter().take(40).map(|text| {
        let line = text.text.lines().next().unwrap_or_default();
        format!("{}: {line}", text.path)
    });
    let shown: Vec<String> = shown.collect();
    assert!(
        offences.len() <= budget,
        "\n{of}: {}; at most {budget} are allowed\n{}\n",
        offences.len(),
        shown.join("\n")
    );
}

#[test]
fn docs_of_functions_start_with_verbs() {
    let functions: Vec<&Text> = texts().iter().filter(|text| text.kind == Kind::Function).collect();
    let others: Vec<&Text> = functions.iter().copied().filter(|text| !text.starts_with_verb()).collect();
    let budget = functions.len() * (100 - LEAST_VERBS) / 100;
    assert_within(budget, "docs of functions that do not start with a verb", &others);
}

#[test]
fn docs_of_types_start_with_nouns() {
    let verbs = texts().iter().filter(|text| text.describes_type_by_verb());
    assert_within(0, "docs of types that start with a verb", &verbs.collect::<Vec<_>>());
}

#[test]
fn docs_do_not_start_with_question_words() {
    let questions = texts().iter().filter(|text| text.is_doc() && text.starts_with_question());
    assert_within(MOST_QUESTIONS, "docs that start with a question word", &questions.collect::<Vec<_>>());
}

#[test]
fn docs_and_messages_use_precise_words() {
    let vague = texts().iter().flat_map(|text| text.vague_words().into_iter().map(move |_| text));
    assert_within(MOST_VAGUE_WORDS, "vague words in docs and messages", &vague.collect::<Vec<_>>());
}

#[test]
fn messages_negate_verbs_rather_than_nouns() {
    let negated: Vec<&Text> = texts().iter().filter(|text| !text.is_doc() && text.negates_noun()).collect();
    assert_within(0, "messages that negate a noun", &negated);
}

#[test]
fn links_of_the_documentation_lead_to_existing_files_and_headings() {
    assert_none(&links::broken_links(&markdown::pages()));
}

#[test]
fn the_table_of_contents_lists_every_page_of_the_guide() {
    let pages = markdown::pages();
    let contents = pages.iter().find(|page| page.path == "docs/guide/SUMMARY.md").expect("a table of contents");
    let listed: Vec<String> = contents.links().into_iter().map(|link| format!("docs/guide/{}", link.target)).collect();
    let is_missing = |page: &&markdown::Page| {
        page.path.starts_with("docs/guide/") && page.path != contents.path && !listed.contains(&page.path)
    };
    let offences: Vec<String> = pages.iter().filter(is_missing).map(|page| page.path.clone()).collect();
    assert_none(&offences);
}

#[test]
fn promises_of_the_security_page_have_tests() {
    let page = fs::read_to_string(root().join("SECURITY.md")).expect("a text");
    assert!(security::count(&page) > 15, "{} promises", security::count(&page));
    assert_eq!(security::broken_promises(&page), Vec::<String>::new());
    let wrong = [
        ("`names_never_clash`", "`names_sometimes_clash`"),
        ("`tests/tests/generator/names.rs`", "`tests/tests/generator/no.rs`"),
        ("`actions_are_pinned`", "hope"),
    ];
    for (right, wrong) in wrong {
        assert!(page.contains(right), "{right}");
        assert!(!security::broken_promises(&page.replace(right, wrong)).is_empty(), "{wrong}");
    }
}
