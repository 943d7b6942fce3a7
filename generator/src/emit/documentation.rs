//! Doc comments and deprecation attributes for items of the document.

use proc_macro2::TokenStream;
use quote::quote;

use super::comment::Comment;
use super::imports::Imports;
use super::markdown::{on_a_line, safe_markdown};
use super::{Emitter, Moved};
use crate::ir::Documentation;

impl Emitter<'_> {
    /// Returns the text of the document as a doc comment, and `#[deprecated]` if the document deprecates it.
    pub(crate) fn documentation(&self, documentation: &Documentation) -> TokenStream {
        self.documentation_or(documentation, String::new)
    }

    /// Returns the documentation of a field or a variant, or only `#[deprecated]` in code that is compared.
    pub(crate) fn part_documentation(&self, documentation: &Documentation, imports: &Imports) -> TokenStream {
        if imports.has_documentation() {
            self.documentation(documentation)
        } else {
            self.deprecation(documentation).unwrap_or_default()
        }
    }

    /// Like [`documentation`](Self::documentation), with a sentence for items that the document does not describe.
    pub(crate) fn documentation_or(
        &self,
        documentation: &Documentation,
        sentence: impl FnOnce() -> String,
    ) -> TokenStream {
        let mut paragraphs = self.paragraphs(documentation);
        if paragraphs.is_empty() {
            paragraphs.push(sentence());
        }
        let comment = Moved::new(self.doc_comment(&paragraphs));
        let deprecation = self.deprecation(documentation);
        quote!(#comment #deprecation)
    }

    /// Returns the attribute of a deprecated item.
    pub(crate) fn deprecation(&self, documentation: &Documentation) -> Option<TokenStream> {
        documentation.deprecated.then(|| match self.deprecation_note(documentation) {
            Some((note, true)) => quote!(#[deprecated(note = #note)]),
            _ => quote!(#[deprecated]),
        })
    }

    /// Returns the reason for a deprecation on one line, and whether it is plain text, which compilers can show.
    fn deprecation_note(&self, documentation: &Documentation) -> Option<(String, bool)> {
        let sunset = documentation.deprecation_sunset.as_ref().map(|day| format!("Sunset on {day}."));
        let note: Vec<&str> =
            documentation.deprecation_reason.as_deref().into_iter().chain(sunset.as_deref()).collect();
        if note.is_empty() {
            return None;
        }
        let note = note.join(" ");
        let line = self.line(&note);
        let is_plain = !line.contains(['[', '<', '|']) && line == note.split_whitespace().collect::<Vec<_>>().join(" ");
        Some((line, is_plain))
    }

    /// Returns summary, description and notes as safe Markdown. Lists of items show the first paragraph.
    pub(crate) fn paragraphs(&self, documentation: &Documentation) -> Vec<String> {
        let summary = documentation.summary.as_deref().map(|text| self.line(text)).unwrap_or_default();
        let description = documentation.description.as_deref().map(|text| self.markdown(text)).unwrap_or_default();
        let mut found = Vec::new();
        let repeated = without_end(&description).starts_with(without_end(&summary));
        if !summary.is_empty() && !repeated {
            found.push(summary);
        }
        if !description.is_empty() {
            found.push(description);
        }
        if !documentation.notes.is_empty() {
            add_notes(&mut found, &self.markdown(&documentation.notes.join(" ")));
        }
        if let Some((note, false)) = self.deprecation_note(documentation) {
            found.push(format!("Deprecated: {note}"));
        }
        found
    }

    /// Returns paragraphs as one doc comment, or no tokens if there are none.
    pub(crate) fn doc_comment(&self, paragraphs: &[String]) -> TokenStream {
        Comment::of(paragraphs).into_tokens(&self.doc_texts)
    }

    /// Returns text of the document as safe Markdown.
    pub(crate) fn markdown(&self, text: &str) -> String {
        safe_markdown(text, self.api.documentation_url.as_deref())
    }

    /// Returns text of the document as safe Markdown on one line.
    pub(crate) fn line(&self, text: &str) -> String {
        on_a_line(text, self.api.documentation_url.as_deref())
    }
}

/// Appends notes to a description of one line, or adds them as a paragraph if the description is longer.
fn add_notes(paragraphs: &mut Vec<String>, notes: &str) {
    match paragraphs.last_mut().filter(|last| !last.contains('\n')) {
        Some(last) if last.ends_with(['.', '!', '?']) => {
            last.push(' ');
            last.push_str(notes);
        }
        Some(last) if last.ends_with(|end: char| end.is_alphanumeric() || matches!(end, '`' | ')' | '\'' | '"')) => {
            last.push_str(". ");
            last.push_str(notes);
        }
        _ => paragraphs.push(notes.to_owned()),
    }
}

fn without_end(text: &str) -> &str {
    text.trim_end_matches(['.', ' ', '\n'])
}
