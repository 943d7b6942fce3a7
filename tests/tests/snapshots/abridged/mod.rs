//! The abridged form of generated files: a snapshot omits everything that rules restore from the rest of it.
//!
//! ```text
//! // ===== operations/pets.rs
//! /// Operations of `Pets`.
//! impl Pets<'_> {                         Without header, imports, and the struct `Pets`.
//!     pub fn list(self) -> ListPetsCall {
//!         …
//!
//! impl Operation for ListPets {           Without the types `ListPets` and `ListPetsCall`.
//!     …
//!
//! // ===== client.rs, in part
//! const DESCRIPTION: …                    Only the items that differ from the client of every case.
//! ```
//!
//! `types/mod.rs`, `operations/mod.rs`, `client.rs` and `mod.rs` are omitted if they equal the output of their rules.
//!
//! [`abridge`] applies a rule only where it restores the generated text exactly. So a rule may be simple: a file that
//! differs from its output appears in the snapshot. The suite and `build.rs` restore snapshots with the same function.

mod client;
mod examples;
mod imports;
mod indexes;
mod operations;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use imports::Imports;

/// The prefix of a line that names the file that follows.
const MARKER: &str = "// ===== ";

/// The suffix of this line if only the items follow that differ from the output of the rule.
const IN_PART: &str = ", in part";

/// The suffix of this line if nothing is omitted.
const IN_FULL: &str = ", in full";

/// The first line of every generated file.
const HEADER: &str = "// Written by apiarist from openapi.yaml. Do not edit.\n";

/// The files that can be omitted.
const OMITTED: [&str; 4] = ["types/mod.rs", "operations/mod.rs", "client.rs", "mod.rs"];

/// The texts of files, in full or abridged, each after its path relative to the module of the API, in the order of their
/// generation.
pub type Files = [(String, String)];

/// The input of the rules, apart from the snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Case<'c> {
    /// The path of the module of the case, such as `bodies::a_json_body_is_an_argument`.
    pub module: &'c str,
    /// The text of the document.
    pub document: &'c str,
    /// The text that the cases have in common.
    pub common: &'c Common,
}

/// The text that the cases have in common: complete files of one of them, and the items that files import.
#[derive(Clone, Debug, Default)]
pub struct Common {
    client: String,
    module: String,
    imports: Imports,
}

impl Common {
    /// Parses the files `client.rs`, `mod.rs` and `imports.rs`, each after a line with its path.
    pub fn parse(text: &str) -> Self {
        let mut files: BTreeMap<&str, String> = split(text).into_iter().collect();
        let mut file = |path| files.remove(path).unwrap_or_default();
        Self { client: file("client.rs"), module: file("mod.rs"), imports: Imports::parse(&file("imports.rs")) }
    }
}

/// Returns files as one text, each after a line with its title.
pub fn join<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> String {
    let texts = files.into_iter().map(|(title, text)| format!("{MARKER}{title}\n{}\n", text.trim_end()));
    texts.collect::<Vec<_>>().join("\n")
}

/// Splits a text into the titles and the texts of its files. The text before the first title belongs to no file.
fn split(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix(MARKER) {
            files.push((title, String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    for (_, text) in &mut files {
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    files
}

/// Returns the snapshot of generated files. A file ends with one line break.
pub fn abridge(files: &Files, case: Case<'_>) -> String {
    let mut kept: Vec<(String, Cow<'_, str>)> = Vec::new();
    for (path, source) in files {
        let derived = derived(path, files, case);
        if derived.as_ref() == Some(source) {
            continue;
        }
        let mut bodies = bodies(path, source, case).into_iter();
        if let Some(part) = derived.filter(|_| path == "client.rs").and_then(|derived| client::part(source, &derived)) {
            kept.push((format!("{path}{IN_PART}"), part.into()));
        } else if let Some(body) = bodies.find(|body| restored(path, body, files, case) == *source) {
            kept.push((path.clone(), body.into()));
        } else {
            kept.push((format!("{path}{IN_FULL}"), source.into()));
        }
    }
    join(kept.iter().map(|(title, text)| (title.as_str(), text.as_ref())))
}

/// Returns the sources of a snapshot by path.
pub fn restore(snapshot: &str, case: Case<'_>) -> BTreeMap<String, String> {
    let mut parts = BTreeMap::new();
    let mut sources = BTreeMap::new();
    let mut texts: Vec<(String, String)> = Vec::new();
    for (title, text) in split(snapshot) {
        if let Some(path) = title.strip_suffix(IN_PART) {
            parts.insert(path, text);
            continue;
        }
        let path = title.strip_suffix(IN_FULL).unwrap_or(title).to_owned();
        if path != title {
            sources.insert(path.clone(), text.clone());
        }
        texts.push((path, text));
    }
    for (path, text) in &texts {
        sources.entry(path.clone()).or_insert_with(|| restored(path, text, &texts, case));
    }
    for path in OMITTED {
        let Some(derived) = derived(path, &texts, case) else { continue };
        sources.entry(path.to_owned()).or_insert_with(|| match parts.get(path) {
            Some(part) => client::complete(part, &derived),
            None => derived,
        });
    }
    sources
}

/// Returns the file that the other files determine, or `None` if the path is not one of [`OMITTED`]. The other files may
/// be abridged.
fn derived(path: &str, others: &Files, case: Case<'_>) -> Option<String> {
    let body = match path {
        "types/mod.rs" => indexes::types(others),
        "operations/mod.rs" => indexes::operations(others),
        "client.rs" => return Some(client::derive(others, case)),
        "mod.rs" => return Some(case.common.module.clone()),
        _ => return None,
    };
    Some(with_header(&body))
}

fn with_header(body: &str) -> String {
    format!("{}\n", format!("{HEADER}\n{}", body.trim()).trim_end())
}

/// Returns the abridged texts of a file, the shortest first.
fn bodies(path: &str, source: &str, case: Case<'_>) -> Vec<String> {
    let Some(body) = source.strip_prefix(HEADER) else { return Vec::new() };
    let body = body.trim_start();
    let abridged = operations::hide(&examples::hide(body, case.module));
    let mut bodies = vec![abridged.clone(), body.to_owned()];
    if imports::has_rule(path) {
        bodies.insert(0, imports::remove(&abridged).to_owned());
    }
    bodies
}

/// Returns the file of an abridged text.
fn restored(path: &str, body: &str, others: &Files, case: Case<'_>) -> String {
    let body = operations::show(&examples::show(body, case.module));
    if imports::has_rule(path) && !body.starts_with("use ") {
        let imports = case.common.imports.of_file(path, &body, others);
        with_header(&format!("{imports}\n{body}"))
    } else {
        with_header(&body)
    }
}
