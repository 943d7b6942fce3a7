//! Diagnostics about a document, and their presentation.

mod code;
mod excerpt;
mod from_source;
mod page;
mod render;

pub use code::{Code, Effect};
pub use excerpt::Excerpt;
pub use page::{ExampleFile, Page};
pub use render::{Style, counted, render, tally};

use crate::hash::HashSet;
pub use crate::source::grouped;
use crate::source::{Document, Pointer, UnresolvedReference};

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// Something is lost, or was fixed.
    Warning,
    /// Nothing is lost.
    Note,
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of diagnostic.
    pub code: Code,
    /// The message, without an initial capital or a final period.
    pub message: String,
    /// The location in the document, if there is one.
    pub origin: Option<Pointer>,
    /// The line of a file, if the location is not in a document with an [`origin`](Self::origin).
    pub excerpt: Option<Excerpt>,
    /// The recommended action, if it is more specific than [`Page::explanation`].
    pub help: Option<String>,
}

impl Diagnostic {
    /// Returns the part that is unchanged if the surrounding lines change.
    fn identity(&self) -> (Code, &str, Option<&Pointer>) {
        (self.code, &self.message, self.origin.as_ref())
    }

    /// Returns the line of the location, if it is known.
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

/// All diagnostics so far, in the order in which they were reported.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    seen: HashSet<(Code, Option<Pointer>, Option<Excerpt>, String)>,
    /// The locations of losses, and all locations around them.
    losses: HashSet<Pointer>,
    strict: bool,
}

impl Diagnostics {
    /// Creates an empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports every loss ([`Effect::Skipped`], [`Effect::Degraded`]) as an error.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Adds a diagnostic with a location in the document.
    pub fn report(&mut self, code: Code, origin: &Pointer, message: impl Into<String>) {
        let origin = Some(origin.clone());
        self.push(Diagnostic { code, message: message.into(), origin, excerpt: None, help: None });
    }

    /// Adds a diagnostic with a location in the document, and help.
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

    /// Adds a diagnostic about an unresolved reference; `consequence` describes the result.
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

    /// Adds a diagnostic without a location in the document, possibly with one in another file.
    pub fn report_elsewhere(&mut self, code: Code, message: impl Into<String>, excerpt: Option<Excerpt>) {
        self.push(Diagnostic { code, message: message.into(), origin: None, excerpt, help: None });
    }

    /// Adds a diagnostic like [`report_elsewhere`](Self::report_elsewhere), with help.
    pub fn report_elsewhere_with_help(
        &mut self,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
        excerpt: Option<Excerpt>,
    ) {
        self.push(Diagnostic { code, message: message.into(), origin: None, excerpt, help: Some(help.into()) });
    }

    /// Adds a diagnostic without a location in any file.
    pub fn report_without_origin(&mut self, code: Code, message: impl Into<String>) {
        self.report_elsewhere(code, message, None);
    }

    /// Adds diagnostics about another document, each with the line of its location.
    pub fn add_located(&mut self, found: &Self, document: &Document) {
        for diagnostic in found {
            let excerpt = diagnostic.excerpt(Some(document));
            self.push(Diagnostic { origin: None, excerpt, ..diagnostic.clone() });
        }
    }

    /// Adds a diagnostic, unless an equal one exists: a part of the document may be read several times.
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

    /// Drops the diagnostics for which `keep` returns `false`.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// Returns `true` if a loss was reported at this location or within it.
    pub fn has_loss_within(&self, place: &Pointer) -> bool {
        self.losses.contains(place)
    }

    /// Returns the diagnostics that `before` lacks, by code, message and location. Line numbers are ignored.
    pub fn new_since(&self, before: &Self) -> Self {
        let known: HashSet<_> = before.found.iter().map(Diagnostic::identity).collect();
        let found = self.found.iter().filter(|found| !known.contains(&found.identity())).cloned().collect();
        Self { found, ..self.clone() }
    }

    /// Returns the severity of a diagnostic in this collection.
    pub fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        match diagnostic.code.effect() {
            Effect::Fatal => Severity::Error,
            Effect::Skipped | Effect::Degraded if self.strict => Severity::Error,
            Effect::Skipped | Effect::Degraded | Effect::Repaired => Severity::Warning,
            Effect::Noted => Severity::Note,
        }
    }

    /// Returns `true` if a diagnostic prevents writing the client.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| self.severity(diagnostic) == Severity::Error)
    }

    /// Returns the diagnostics in the order in which they were reported.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.found.iter()
    }

    /// Returns the number of diagnostics.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Returns `true` if there are no diagnostics.
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
