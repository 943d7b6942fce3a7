//! The `import` command: writes one document from documentation pages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::diagnostics::{Code, Diagnostics, tally};
use apiarist::files;
use apiarist::import::{self, Page};
use apiarist::source::{Format, folder_of};
use apiarist_cli::terminal::{print_diagnostics, print_document, print_err};

use crate::{FINDINGS, fail};

/// Imports pages, and writes the document to a file or to standard output.
pub fn import(paths: &[PathBuf], out: Option<&Path>, root: Option<&Path>, strict: bool) -> ExitCode {
    let mut unreadable = Diagnostics::new();
    let pages = read(paths, root, &mut unreadable);
    if unreadable.has_errors() {
        return stop(&unreadable);
    }
    let is_json = out.is_some_and(|path| path.extension().is_some_and(|extension| extension == "json"));
    let (text, diagnostics) = import::import(&pages, if is_json { Format::Json } else { Format::Yaml });
    let diagnostics = diagnostics.strict(strict);
    let Some(text) = text.filter(|_| !diagnostics.has_errors()) else { return stop(&diagnostics) };
    print_diagnostics(None, &diagnostics, usize::MAX);
    match out {
        Some(path) => match files::write_text(path, &text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error),
        },
        None => {
            print_document(text.trim_end());
            ExitCode::SUCCESS
        }
    }
}

/// Reads the pages, and the pages in folders.
fn read(paths: &[PathBuf], root: Option<&Path>, unreadable: &mut Diagnostics) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut failed = |path: &Path, error: &std::io::Error| {
        let message = format!("{}: cannot read the page: {error}", path.display());
        unreadable.report_without_origin(Code::UnreadableFile, message);
    };
    for path in paths {
        let (found, folder) = if path.is_dir() {
            match Page::paths_in(path) {
                Ok(found) => (found, path.clone()),
                Err(error) => {
                    failed(path, &error);
                    continue;
                }
            }
        } else {
            (vec![path.clone()], folder_of(path))
        };
        for path in found {
            match Page::read(&path, root.unwrap_or(&folder)) {
                Ok(page) => pages.push(page),
                Err(error) => failed(&path, &error),
            }
        }
    }
    pages
}

fn stop(diagnostics: &Diagnostics) -> ExitCode {
    print_diagnostics(None, diagnostics, usize::MAX);
    print_err(&format!("stopped: {}", tally(diagnostics)));
    ExitCode::from(FINDINGS)
}
