//! Checks the examples of the diagnostic codes: the faulty example causes the diagnostic, and the fixed one does not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use apiarist::Project;
use apiarist::diagnostics::{Code, Diagnostics, Effect, ExampleFile, Style, render};
use apiarist::import::{Page, import};
use apiarist::source::Format;
use tempfile::TempDir;

/// Codes whose examples are not readable files, with the reason.
const NOT_A_FILE: [(Code, &str); 4] = [
    (Code::UnreadableFile, "the file does not exist"),
    (Code::InvalidEncoding, "a page cannot contain bytes that are not UTF-8"),
    (Code::LostOperation, "only a bug causes it; unit tests do, too"),
    (Code::TooDeep, "it is too long for a page"),
];

/// The first line of an example that is part of a document. All other examples are complete.
const PARTS: [&str; 4] = ["paths:", "components:", "security:", "servers:"];

/// The start of a document that precedes a part.
const BEGINNING: &str = "openapi: 3.1.0\ninfo: {title: Orders, version: '1.0'}\n";

/// The document for examples that are settings.
const ORDERS: &str = "openapi: 3.1.0\ninfo: {title: Orders, version: '1.0'}\n\
    components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}\n\
    paths: {/orders: {get: {operationId: listOrders, parameters: \
    [{name: include, in: query, schema: {type: array, items: {type: string}}}], responses: {'204': {description: Done.}}}}}\n";

/// Returns the diagnostics of an example's files.
fn findings(files: &[ExampleFile]) -> (Diagnostics, String) {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        let is_part = PARTS.iter().any(|part| text.starts_with(part));
        let beginning = if is_part && name.starts_with("openapi.") { BEGINNING } else { "" };
        fs::write(path, format!("{beginning}{text}")).expect("a file");
    };
    write("openapi.yaml", ORDERS);
    for file in files {
        write(file.name.expect("it is a file"), file.text);
    }
    if files.iter().any(|file| file.name.is_some_and(|name| name.starts_with("pages/"))) {
        return imported(&folder.path().join("pages"));
    }
    let is_json = files.iter().any(|file| file.name == Some("openapi.json"));
    match Project::open(folder.path().join(if is_json { "openapi.json" } else { "openapi.yaml" })) {
        Ok(project) => {
            let text = render(Some(project.document()), project.diagnostics(), Style::Plain, usize::MAX);
            (project.diagnostics().clone(), text)
        }
        Err(error) => (error.diagnostics().clone(), error.to_string()),
    }
}

/// Returns the diagnostics of importing the pages of a folder.
fn imported(folder: &Path) -> (Diagnostics, String) {
    let paths = Page::paths_in(folder).expect("the folder was written");
    let pages: Vec<Page> = paths.iter().map(|path| Page::read(path, folder).expect("a page")).collect();
    let (_, diagnostics) = import(&pages, Format::Yaml);
    let text = render(None, &diagnostics, Style::Plain, usize::MAX);
    (diagnostics, text)
}

fn has(diagnostics: &Diagnostics, code: Code) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.code == code)
}

#[test]
fn every_example_causes_its_diagnostic_and_the_fixed_one_loses_nothing() {
    let mut offences = Vec::new();
    for &code in Code::ALL.iter().filter(|code| !NOT_A_FILE.iter().any(|(other, _)| other == *code)) {
        let page = code.page();
        let (found, text) = findings(&page.example);
        if !has(&found, code) {
            offences.push(format!("the example of `{code}` does not cause it:\n{text}"));
        }
        let (found, text) = findings(&page.fixed);
        let is_loss = |effect| matches!(effect, Effect::Fatal | Effect::Skipped | Effect::Degraded);
        if has(&found, code) || found.iter().any(|finding| is_loss(finding.code.effect())) {
            offences.push(format!("the fixed example of `{code}` is not fixed:\n{text}"));
        }
    }
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

#[test]
fn every_example_is_a_file_except_for_the_listed_codes() {
    let without_name = |files: &[ExampleFile]| files.iter().any(|file| file.name.is_none());
    let found: BTreeSet<Code> = Code::ALL.iter().copied().filter(|code| without_name(&code.page().example)).collect();
    assert_eq!(found, NOT_A_FILE.iter().map(|(code, _)| *code).collect());
}
