//! Where a finding or a change stands, for programs.

use std::path::PathBuf;

use crate::diagnostics::Diagnostic;
use crate::source::{Document, Pointer};

/// A part of a file. Lines and columns count from 1, columns in characters; the end is the first column after it.
pub(crate) struct Place {
    pub path: PathBuf,
    pub start: (usize, usize),
    pub end: (usize, usize),
}

impl Place {
    /// Where a finding stands, if it is about a place in a file.
    pub(super) fn of(diagnostic: &Diagnostic, document: Option<&Document>) -> Option<Self> {
        if let Some(excerpt) = &diagnostic.excerpt {
            let meant = excerpt.text.get(excerpt.span.clone()).unwrap_or_default();
            let start = (excerpt.line, excerpt.column);
            let end = (excerpt.line, excerpt.column + meant.chars().count());
            return Some(Self { path: excerpt.path.clone(), start, end });
        }
        Self::at(document?, diagnostic.origin.as_ref()?)
    }

    /// Where a node of a document stands.
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
