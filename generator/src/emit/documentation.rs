//! Doc comments.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::markdown::{finished, on_a_line, safe_markdown};
use crate::ir::Documentation;

impl Emitter<'_> {
    /// What the document says, as a doc comment.
    pub(crate) fn documentation(&self, documentation: &Documentation) -> TokenStream {
        doc_comment(&paragraphs(documentation))
    }
}

/// Returns paragraphs as one doc comment, or nothing when there are none.
///
/// Every comment with text of the document is made here, where its final text can be judged as a whole.
pub(crate) fn doc_comment(paragraphs: &[String]) -> TokenStream {
    let text = finished(&paragraphs.join("\n\n"));
    if text.is_empty() { TokenStream::new() } else { quote!(#[doc = #text]) }
}

/// Summary, description and notes. The first paragraph is what lists of items show.
pub(crate) fn paragraphs(documentation: &Documentation) -> Vec<String> {
    let summary = documentation.summary.as_deref().map(on_a_line).unwrap_or_default();
    let description = documentation.description.as_deref().map(safe_markdown).unwrap_or_default();
    let mut found = Vec::new();
    let repeated = without_end(&description).starts_with(without_end(&summary));
    if !summary.is_empty() && !repeated {
        found.push(summary);
    }
    if !description.is_empty() {
        found.push(description);
    }
    if !documentation.notes.is_empty() {
        add_notes(&mut found, &safe_markdown(&documentation.notes.join(" ")));
    }
    if documentation.deprecated {
        found.push("Deprecated.".to_owned());
    }
    found
}

/// Puts notes behind a description of one line, or in a paragraph of their own where one of several stands.
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
