//! Locations of diagnostics and changes, for programs.

use std::path::PathBuf;

use crate::diagnostics::Diagnostic;
use crate::source::{Document, Pointer};

/// A range in a file. Lines and columns are counted from 1, columns in characters; the end column is exclusive.
pub(crate) struct Place {
    pub path: PathBuf,
    pub start: (usize, usize),
    pub end: (usize, usize),
}

impl Place {
    /// Returns the location of a diagnostic, or `None` if it has none.
    pub(super) fn of(diagnostic: &Diagnostic, document: Option<&Document>) -> Option<Self> {
        if let Some(excerpt) = &diagnostic.excerpt {
            let meant = excerpt.text.get(excerpt.span.clone()).unwrap_or_default();
            let start = (excerpt.line, excerpt.column);
            let end = (excerpt.line, excerpt.column + meant.chars().count());
            return Some(Self { path: excerpt.path.clone(), start, end });
        }
        Self::at(document?, diagnostic.origin.as_ref()?)
    }

    /// Returns the location of a node of a document.
    pub(crate) fn at(document: &Document, pointer: &Pointer) -> Option<Self> {
        let location = document.locate(pointer)?;
        let file = document.file(location.file);
        Some(Self {
            path: file.path().to_owned(),
            start: (location.line, location.column),
            end: file.line_and_column(location.focus.end),
        })
    }
}
