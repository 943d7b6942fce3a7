//! The command `overlay`: prints a document with its overlays applied.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::diagnostics::{Diagnostics, render};
use apiarist::source::{Document, folder_of};

use crate::FINDINGS;
use crate::output::{print_document, print_rendered, style};

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
    let style = style();
    print_rendered(render(document.as_ref(), &diagnostics, style, usize::MAX).trim_end());
    match document.filter(|_| !diagnostics.has_errors()) {
        Some(document) => {
            print_document(document.to_text().trim_end());
            ExitCode::SUCCESS
        }
        None => ExitCode::from(FINDINGS),
    }
}
