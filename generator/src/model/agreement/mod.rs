//! Compares the [`Model`] of each document of OpenAPI 3.0 with the one that the crate `openapiv3` reads.
//!
//! Both readers list the same neutral facts, such as the bounds of a schema at a location; `openapiv3` reads YAML by
//! `yaml_serde`, so that the two readers share no code. `APIARIST_DOCUMENTS=<folder>` adds the documents of a folder.

mod accepted;
mod facts;
mod ours;
mod theirs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use serde_json::Value;

use super::Model;
use crate::diagnostics::Diagnostics;
use crate::source::Document;
use accepted::{Reason, Reports};
use facts::{Difference, Facts};

/// The folders whose documents are always compared.
const FOLDERS: [&str; 4] = ["../specs", "../tests/cases", "../tests/diffs", "../tests/reports"];

/// The stack for the deepest documents, in bytes.
const STACK: usize = 256 << 20;

/// The result of comparing documents.
#[derive(Debug, Default)]
struct Verdict {
    documents: usize,
    /// The documents that one of the readers rejects as a whole.
    rejected: usize,
    facts: usize,
    /// The parts that `openapiv3` rejects.
    unread: usize,
    accepted: BTreeMap<Reason, usize>,
    /// The differences that nothing explains, by document.
    differences: Vec<(PathBuf, Difference)>,
}

/// Returns the tree of a text as parsers read it that share no code with ours.
fn parsed(path: &Path, text: &str) -> Option<Value> {
    if path.extension().is_some_and(|extension| extension == "json") {
        return serde_json::from_str(text).ok();
    }
    let mut value: yaml_serde::Value = yaml_serde::from_str(text).ok()?;
    value.apply_merge().ok()?;
    yaml_serde::from_value(value).ok()
}

/// Returns our facts, or `None` if the document is rejected.
fn listed(document: &Document, diagnostics: &mut Diagnostics) -> Option<Facts> {
    Some(ours::list(&Model::read(document, diagnostics)?))
}

impl Verdict {
    fn add(&mut self, path: &Path, text: &str) {
        self.documents += 1;
        let mut diagnostics = Diagnostics::new();
        let ours = Document::read(path).ok().and_then(|document| listed(&document, &mut diagnostics));
        let (Some(ours), Some(root)) = (ours, parsed(path, text)) else {
            self.rejected += 1;
            return;
        };
        let theirs = theirs::list(&root);
        self.facts += ours.len();
        self.unread += theirs.unread.len();
        let reports = Reports::new(&diagnostics, &theirs.unread);
        for difference in ours.differences(&theirs.facts) {
            match reports.reason(&difference) {
                Some(reason) => *self.accepted.entry(reason).or_default() += 1,
                None => self.differences.push((path.to_owned(), difference)),
            }
        }
    }
}

/// Returns the documents of OpenAPI 3.0 below a folder, with their texts.
fn documents(folder: &Path) -> Vec<(PathBuf, String)> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.expect("it can be listed").path()) {
            let extension = path.extension().unwrap_or_default();
            if path.is_dir() {
                open.push(path);
            } else if ["json", "yaml", "yml"].iter().any(|known| extension == *known)
                && let Ok(text) = fs::read_to_string(&path)
                && is_3_0(&text)
            {
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Returns `true` if a text states version 3.0 of OpenAPI.
fn is_3_0(text: &str) -> bool {
    text.match_indices("openapi").any(|(at, key)| {
        let version = text[at + key.len()..].trim_start_matches(['"', '\'', ':', ' ']);
        version.starts_with("3.0")
            && matches!(text[..at].chars().next_back(), None | Some('\n' | '"' | '\'' | '{' | '\u{feff}'))
    })
}

#[test]
fn every_document_is_read_as_openapiv3_reads_it() {
    let folders = FOLDERS.into_iter().map(PathBuf::from).chain(env::var_os("APIARIST_DOCUMENTS").map(Into::into));
    let compare = || {
        let mut verdict = Verdict::default();
        for (path, text) in folders.flat_map(|folder| documents(&folder)) {
            verdict.add(&path, &text);
        }
        verdict
    };
    let verdict = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, compare).expect("a thread starts");
        thread.join().expect("no reader panics")
    });
    let Verdict { documents, rejected, facts, unread, accepted, differences } = verdict;
    println!("{documents} documents, {rejected} rejected, {facts} facts, {unread} parts unread, {accepted:?} accepted");
    for (path, Difference { at, keyword, ours, theirs }) in &differences {
        println!("{}: {at} {keyword}: ours {ours:?}, openapiv3 {theirs:?}", path.display());
    }
    assert!(differences.is_empty(), "{} facts differ", differences.len());
    assert!(accepted.values().sum::<usize>() * 20 < facts, "{accepted:?} are too many accepted differences");
    assert!(documents > 90 && facts > 4000, "{documents} documents with {facts} facts are too few");
}

/// A document with every keyword that is compared.
const EVERYTHING: &str = include_str!("everything.yaml");

/// Returns the keywords of the facts that differ if each reader reads another text.
fn differing(ours: &str, theirs: &str) -> Vec<&'static str> {
    let path = Path::new("everything.yaml");
    let document = Document::parse("everything.yaml", ours).expect("it is YAML");
    let ours = listed(&document, &mut Diagnostics::new()).expect("it is OpenAPI");
    let theirs = theirs::list(&parsed(path, theirs).expect("it is YAML"));
    assert!(theirs.unread.is_empty(), "{:?}", theirs.unread);
    ours.differences(&theirs.facts).iter().map(|difference| difference.keyword).collect()
}

#[test]
fn wrong_reading_of_any_keyword_is_found() {
    assert!(differing(EVERYTHING, EVERYTHING).is_empty());
    let mutations = EVERYTHING.lines().filter_map(|line| {
        let (_, change) = line.split_once(" # ")?;
        let (keyword, wrong) = change.split_once(" <- ")?;
        Some((line, keyword, wrong))
    });
    let mut count = 0;
    for (line, keyword, wrong) in mutations {
        let indent = &line[..line.len() - line.trim_start().len()];
        let altered = EVERYTHING.replace(line, &format!("{indent}{wrong}"));
        let found = differing(EVERYTHING, &altered);
        assert!(found.contains(&keyword), "`{wrong}` for `{}` is not found: {found:?}", line.trim());
        count += 1;
    }
    assert!(count > 50, "{count} mutations");
}
