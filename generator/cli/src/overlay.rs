//! The `overlay` command: prints a document with its overlays applied.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::diagnostics::Diagnostics;
use apiarist::source::{Document, folder_of};
use apiarist_cli::terminal::{print_diagnostics, print_document};

use crate::FINDINGS;

/// Applies overlays to a document, and prints it.
pub fn overlay(path: &Path, overlays: &[PathBuf], strict: bool) -> ExitCode {
    let mut diagnostics = Diagnostics::new().strict(strict);
    let document = match Document::read_patched(path, &folder_of(path), overlays) {
        Ok(document) => {
            diagnostics.add_faults(&document);
            Some(document)
        }
        Err(error) => {
            diagnostics.add_source_error(&error);
            None
        }
    };
    print_diagnostics(document.as_ref(), &diagnostics, usize::MAX);
    match document.filter(|_| !diagnostics.has_errors()) {
        Some(document) => {
            print_document(document.to_text().trim_end());
            ExitCode::SUCCESS
        }
        None => ExitCode::from(FINDINGS),
    }
}
