//! Checks the properties that must hold for every input, valid or not.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use apiarist::Client;
use apiarist::diagnostics::{Diagnostics, Style, render};
use apiarist::diff;
use apiarist::emit::RuntimeDependency;
use apiarist::report::{Census, json};
use apiarist::rustdoc::{FaultKind, Reading};
use apiarist::settings::Settings;
use apiarist::source::Document;
use apiarist::unprintable::is_unprintable;

use crate::input::Input;

/// The time limit of generating twice.
const LONGEST: Duration = Duration::from_secs(10);

/// The maximum length of a file name in bytes, as in common file systems.
const LONGEST_NAME: usize = 255;

/// The result of checking an input.
pub struct Checked {
    /// The violated properties.
    pub faults: Vec<String>,
    /// Whether a client was generated.
    pub is_generated: bool,
}

/// The output of the generator for an input.
#[derive(PartialEq, Eq)]
struct Output {
    files: Option<BTreeMap<PathBuf, String>>,
    diagnostics: String,
    outline: String,
    /// The reported changes between the document and itself.
    changes: Vec<String>,
}

/// Generates twice and checks the output.
pub fn check(input: &Input) -> Checked {
    let start = Instant::now();
    let generate = || catch_unwind(AssertUnwindSafe(|| generate(input))).map_err(|panic| message(&*panic));
    let (first, second) = (generate(), generate());
    let (first, second) = match (first, second) {
        (Ok(first), Ok(second)) => (first, second),
        (Err(panic), _) | (_, Err(panic)) => {
            return Checked { faults: vec![format!("panic: {panic}")], is_generated: false };
        }
    };
    let mut faults = Vec::new();
    if start.elapsed() > LONGEST {
        faults.push(format!("slow: {:?}", start.elapsed()));
    }
    if first != second {
        faults.push("the second run differs from the first".to_owned());
    }
    for change in first.changes.iter().take(1) {
        faults.push(format!("the document differs from itself: {change}"));
    }
    for (name, text) in [("diagnostics", &first.diagnostics), ("outline", &first.outline)] {
        faults.extend(hidden(text).map(|character| format!("{name} with {character:?}")));
    }
    let is_generated = first.files.is_some();
    let mut names = BTreeMap::new();
    for (path, text) in first.files.iter().flatten() {
        check_file(path, text, &mut faults);
        if let Some(other) = names.insert(path.to_string_lossy().to_lowercase(), path) {
            faults.push(format!("{} and {} differ by case alone", path.display(), other.display()));
        }
    }
    Checked { faults, is_generated }
}

fn generate(input: &Input) -> Output {
    let mut diagnostics = Diagnostics::new();
    let document = match Document::parse(input.file_name, input.text.as_str()) {
        Ok(document) => document,
        Err(error) => {
            diagnostics.add_source_error(&error);
            let diagnostics = render(None, &diagnostics, Style::Plain, usize::MAX);
            return Output { files: None, diagnostics, outline: String::new(), changes: Vec::new() };
        }
    };
    let client = Client::plan(&document, &Settings::default(), &mut diagnostics);
    let census = Census::new(&document, client.as_ref().map(Client::api), &diagnostics);
    let mut rendered = render(Some(&document), &diagnostics, Style::Plain, usize::MAX);
    rendered += &census.summary();
    let report = json(Some(&document), &census, &diagnostics);
    let changes = client.as_ref().map(|client| diff::compare(&client.side(&document), &client.side(&document)).changes);
    let runtime = || RuntimeDependency::Version("1".to_owned());
    let files = client.as_ref().map(|client| client.standalone_crate("fuzzed", input.file_name, runtime()));
    let files = files.map(|files| files.unwrap_or_else(|error| panic!("{error}")));
    let files = files.map(|files| files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect());
    debug_assert!(report.is_object(), "a report is an object");
    Output {
        files,
        diagnostics: rendered,
        outline: client.as_ref().map(Client::outline).unwrap_or_default(),
        changes: changes.into_iter().flatten().map(|change| change.message).collect(),
    }
}

fn check_file(path: &Path, text: &str, faults: &mut Vec<String>) {
    let name = path.display();
    if path.components().any(|part| part.as_os_str().len() > LONGEST_NAME) {
        faults.push(format!("a long name: {name}"));
    }
    faults.extend(hidden(text).map(|character| format!("{name} with {character:?}")));
    if path.extension().is_none_or(|extension| extension != "rs") {
        return;
    }
    if let Err(error) = syn::parse_file(text) {
        faults.push(format!("{name} cannot be parsed: {error}"));
        return;
    }
    match Reading::of_source(text) {
        Ok(reading) => {
            let harm = reading.faults.iter().filter(|fault| fault.kind != FaultKind::Warning);
            faults.extend(harm.map(|fault| format!("{name}: {:?}: {}", fault.kind, fault.excerpt)));
        }
        Err(error) => faults.push(format!("{name}: {error}")),
    }
}

/// Returns a character that hides or reorders text, or `None` if there is none.
fn hidden(text: &str) -> Option<char> {
    text.chars().find(|character| !matches!(character, '\n' | '\t') && is_unprintable(*character))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without a message").to_owned()
}
