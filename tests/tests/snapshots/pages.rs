//! Tests the import of documentation pages: one test for each folder of `pages/`, and some for texts that are not
//! pages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use apiarist::Client;
use apiarist::diagnostics::{Diagnostics, Style, render};
use apiarist::import::{Page, import};
use apiarist::settings::Settings;
use apiarist::source::{Document, Format};
use libtest_mimic::{Failed, Trial};

use crate::{check, folders, name_of};

const FOLDER: &str = "pages";

/// The maximum length of a page in lines, because reviewers read all of it.
const LONGEST_PAGE: usize = 120;

/// Returns one test for each case, and one that truncates every page at many positions.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for case in folders(FOLDER)? {
        let name = format!("pages::{}", name_of(&case));
        let cut = case.clone();
        trials.push(Trial::test(format!("{name}::cut_off_anywhere"), move || check_cut(&cut)));
        trials.push(Trial::test(name, move || check_case(&case)));
    }
    trials.push(Trial::test("pages::nested_without_end", nested_without_end));
    Ok(trials)
}

/// The result of importing pages.
pub struct Imported {
    /// The rendered diagnostics.
    pub findings: String,
    /// The document, or `None` if a diagnostic is fatal.
    pub text: Option<String>,
}

/// Imports all pages of a folder.
pub fn imported(folder: &Path) -> io::Result<Imported> {
    Ok(import_as(&pages(folder)?, Format::Yaml))
}

fn import_as(pages: &[Page], format: Format) -> Imported {
    let (text, diagnostics) = import(pages, format);
    Imported { findings: render(None, &diagnostics, Style::Plain, usize::MAX), text }
}

fn pages(folder: &Path) -> io::Result<Vec<Page>> {
    Page::paths_in(folder)?.iter().map(|path| Page::read(path, folder)).collect()
}

fn check_case(case: &Path) -> Result<(), Failed> {
    let pages = pages(case)?;
    for page in &pages {
        if page.text().lines().count() > LONGEST_PAGE {
            return Err(format!("{} is longer than {LONGEST_PAGE} lines", page.path().display()).into());
        }
    }
    let first = import_as(&pages, Format::Yaml);
    let again = import_as(&pages, Format::Yaml);
    if first.text != again.text || first.findings != again.findings {
        return Err("importing twice gives two texts".into());
    }
    let text = first.text.ok_or_else(|| format!("nothing is imported:\n{}", first.findings))?;
    let json = import_as(&pages, Format::Json).text.ok_or("as JSON nothing is imported")?;
    let mut json = Document::parse("openapi.json", json)?.root().clone();
    json.as_object_mut()
        .and_then(|members| members.remove("x-imported-from"))
        .ok_or("the JSON does not name its pages")?;
    if json != *Document::parse("openapi.yaml", text.as_str())?.root() {
        return Err("the YAML and the JSON say different things".into());
    }
    check_generates(&text)?;
    check(case, "findings", if first.findings.is_empty() { "none" } else { first.findings.trim_end() })?;
    check(case, "document", &text)
}

/// Checks that the document can be read and a client can be generated from it.
fn check_generates(text: &str) -> Result<(), Failed> {
    let document = Document::parse("openapi.yaml", text)?;
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(&document, &Settings::default(), &mut diagnostics);
    let client = client.ok_or_else(|| render(Some(&document), &diagnostics, Style::Plain, usize::MAX))?;
    if client.api().operations.is_empty() && client.api().received.is_empty() {
        return Err("the client has no operation".into());
    }
    let losses = render(Some(&document), &diagnostics, Style::Plain, usize::MAX);
    if losses.contains("error[") { Err(losses.into()) } else { Ok(()) }
}

/// Checks that a page truncated at any position results in a document or a diagnostic.
fn check_cut(case: &Path) -> Result<(), Failed> {
    for path in Page::paths_in(case)? {
        let text = fs::read_to_string(&path)?;
        // Truncating at every byte takes time quadratic in the length.
        let step = (text.len() / 60).max(1);
        for end in (0..text.len()).step_by(step).chain(line_ends(&text)) {
            let end = text.floor_char_boundary(end);
            for part in [text.get(..end), text.get(end..)] {
                let page = Page::new(&path, part.unwrap_or_default());
                let imported = import_as(&[page], Format::Yaml);
                if imported.text.is_none() && imported.findings.is_empty() {
                    return Err(format!("cut at {end}, {} gives neither document nor reason", path.display()).into());
                }
            }
        }
    }
    Ok(())
}

fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('\n').map(|(at, _)| at)
}

/// Checks that unlimited nesting does not end the process.
fn nested_without_end() -> Result<(), Failed> {
    let bullets: String = (0..3_000).map(|level| format!("{}- `a` (object, required)\n", " ".repeat(level))).collect();
    let lists = "array<".repeat(3_000);
    let heading = "`GET /a`\n\n## Responses\n### 200\n#### application/json\n";
    let flow = "{a: ".repeat(3_000);
    let deep = "[".repeat(250);
    let texts = [
        format!("{heading}{bullets}"),
        format!("{heading}- `a` ({lists}, required)\n"),
        format!("{heading}- `a` ({}string, required)\n", "string | ".repeat(3_000)),
        format!("~~~yaml get /a\nopenapi: 3.1.0\npaths: {flow}\n~~~"),
        format!("~~~yaml get /a\npaths: {{path: /a, method: get, response: {deep}{}}}\n~~~", "]".repeat(250)),
        format!("~~~yaml get /a\nopenapi: 3.1.0\npaths: {deep}{}\n~~~", "]".repeat(250)),
        format!("{}\n", "> ".repeat(3_000)),
        format!("{}\n", "~~~yaml get /a\n".repeat(3_000)),
        format!("{heading}{}", "### 200\n~~~\n~~~\n#### a/b\n".repeat(10_000)),
        "# a\n".repeat(5_000_000),
    ];
    for text in texts {
        let (document, diagnostics) = import(&[Page::new(PathBuf::from("page.md"), text)], Format::Yaml);
        if document.is_none() && diagnostics.is_empty() {
            return Err("neither a document nor a reason".into());
        }
    }
    Ok(())
}
