//! What was found wrong with a document, and how it is told.

mod code;
mod excerpt;
mod from_source;
mod page;
mod render;

pub use code::{Code, Effect};
pub use excerpt::Excerpt;
pub use page::{ExampleFile, Page};
pub use render::{Style, counted, render, tally};

use std::collections::HashSet;

pub use crate::source::grouped;
use crate::source::{Document, Pointer, UnresolvedReference};

/// How loudly a finding is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// Something is lost, or was mended.
    Warning,
    /// Nothing is lost.
    Note,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: Code,
    /// What exactly was found; no capital at the start and no full stop at the end.
    pub message: String,
    /// Where it was found, if it is about a place in the document.
    pub origin: Option<Pointer>,
    /// The line of a file in which it was found, if that is not a document with an [`origin`](Self::origin).
    pub excerpt: Option<Excerpt>,
    /// What to do about it, where that is more than [`Page::explanation`] says.
    pub help: Option<String>,
}

impl Diagnostic {
    /// What stays when the lines around it change.
    fn identity(&self) -> (Code, &str, Option<&Pointer>) {
        (self.code, &self.message, self.origin.as_ref())
    }

    /// The line in which it was found, where that is known.
    pub fn excerpt(&self, document: Option<&Document>) -> Option<Excerpt> {
        if self.excerpt.is_some() {
            return self.excerpt.clone();
        }
        let document = document?;
        let location = document.locate(self.origin.as_ref()?)?;
        let file = document.file(location.file);
        Some(Excerpt::at(file.path(), file.text(), &location.focus, (location.line, location.column)))
    }
}

/// What was found so far, in the order in which it was found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    seen: HashSet<(Code, Option<Pointer>, Option<Excerpt>, String)>,
    /// Where something is lost, and everything around.
    losses: HashSet<Pointer>,
    strict: bool,
}

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes an error of every finding that loses something ([`Effect::Skipped`], [`Effect::Degraded`]).
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Adds a finding about a place in the document.
    pub fn report(&mut self, code: Code, origin: &Pointer, message: impl Into<String>) {
        let origin = Some(origin.clone());
        self.push(Diagnostic { code, message: message.into(), origin, excerpt: None, help: None });
    }

    /// Adds a finding about a place in the document, with advice.
    pub fn report_with_help(
        &mut self,
        code: Code,
        origin: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (origin, help) = (Some(origin.clone()), Some(help.into()));
        self.push(Diagnostic { code, message: message.into(), origin, excerpt: None, help });
    }

    /// Adds a finding about a reference that leads nowhere; `consequence` says what becomes of it.
    pub fn report_unresolved(
        &mut self,
        code: Code,
        origin: &Pointer,
        reference: &UnresolvedReference,
        consequence: &str,
    ) {
        let (origin, help) = (Some(origin.clone()), reference.help().map(str::to_owned));
        let message = format!("{reference}; {consequence}");
        self.push(Diagnostic { code, message, origin, excerpt: None, help });
    }

    /// Adds a finding that is not about a place in the document, but perhaps about one in another file.
    pub fn report_elsewhere(&mut self, code: Code, message: impl Into<String>, excerpt: Option<Excerpt>) {
        self.push(Diagnostic { code, message: message.into(), origin: None, excerpt, help: None });
    }

    /// Adds a finding that is not about a place in any file.
    pub fn report_without_origin(&mut self, code: Code, message: impl Into<String>) {
        self.report_elsewhere(code, message, None);
    }

    /// Adds findings about another document, each with the line in which it was found.
    pub fn add_located(&mut self, found: &Self, document: &Document) {
        for diagnostic in found {
            let excerpt = diagnostic.excerpt(Some(document));
            self.push(Diagnostic { origin: None, excerpt, ..diagnostic.clone() });
        }
    }

    /// Adds a finding, unless the same was found before: a piece of the document may be read several times.
    fn push(&mut self, diagnostic: Diagnostic) {
        let Diagnostic { code, origin, excerpt, message, .. } = &diagnostic;
        if !self.seen.insert((*code, origin.clone(), excerpt.clone(), message.clone())) {
            return;
        }
        if matches!(diagnostic.code.effect(), Effect::Skipped | Effect::Degraded) {
            let mut at = diagnostic.origin.as_ref();
            while let Some(pointer) = at.filter(|pointer| self.losses.insert((*pointer).clone())) {
                at = pointer.parent();
            }
        }
        self.found.push(diagnostic);
    }

    /// Whether a loss was found at this place or inside it.
    pub fn has_loss_within(&self, place: &Pointer) -> bool {
        self.losses.contains(place)
    }

    /// Returns the findings that `before` lacks: those of another code, message or place. Lines do not count.
    pub fn new_since(&self, before: &Self) -> Self {
        let known: HashSet<_> = before.found.iter().map(Diagnostic::identity).collect();
        let found = self.found.iter().filter(|found| !known.contains(&found.identity())).cloned().collect();
        Self { found, ..self.clone() }
    }

    /// How loudly this finding is told here.
    pub fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        match diagnostic.code.effect() {
            Effect::Fatal => Severity::Error,
            Effect::Skipped | Effect::Degraded if self.strict => Severity::Error,
            Effect::Skipped | Effect::Degraded | Effect::Repaired => Severity::Warning,
            Effect::Noted => Severity::Note,
        }
    }

    /// Whether anything was found that keeps a client from being written.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| self.severity(diagnostic) == Severity::Error)
    }

    /// The findings in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.found.iter()
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
