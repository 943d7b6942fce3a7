//! A doc comment that consists of text of the document and sentences with links to items.
//!
//! Text of the document never links to an item, so a finished comment is checked without its links to items:
//!
//! ```text
//! Returns [`Pet`](types::Pet).     as written
//! Returns `Pet`.                   as checked
//! ```

use proc_macro2::TokenStream;

use super::doc_texts::DocTexts;
use super::markdown::finished;

/// A link to an item of the generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ItemLink {
    /// The visible text, as code.
    pub(crate) label: String,
    /// The path of the item, or `None` if it is the label.
    pub(crate) path: Option<String>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Safe Markdown.
    Text(String),
    /// A link to an item.
    Link(ItemLink),
}

impl From<&str> for Piece {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Piece {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<ItemLink> for Piece {
    fn from(link: ItemLink) -> Self {
        Self::Link(link)
    }
}

/// The text of a doc comment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Comment {
    written: String,
    judged: String,
}

impl Comment {
    /// Returns the comment of these paragraphs of safe Markdown.
    pub(crate) fn of(paragraphs: &[String]) -> Self {
        let text = paragraphs.join("\n\n");
        Self { judged: text.clone(), written: text }
    }

    /// Appends a paragraph.
    pub(crate) fn paragraph(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        self.append("\n\n", pieces);
    }

    /// Appends a line to the last paragraph.
    pub(crate) fn line(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        self.append("\n", pieces);
    }

    fn append(&mut self, separator: &str, pieces: impl IntoIterator<Item = Piece>) {
        if !self.written.is_empty() {
            self.written.push_str(separator);
            self.judged.push_str(separator);
        }
        for piece in pieces {
            match piece {
                Piece::Text(text) => {
                    self.written.push_str(&text);
                    self.judged.push_str(&text);
                }
                Piece::Link(ItemLink { label, path }) => {
                    let target = path.map(|path| format!("({path})")).unwrap_or_default();
                    self.written.push_str(&format!("[`{label}`]{target}"));
                    self.judged.push_str(&format!("`{label}`"));
                }
            }
        }
    }

    /// Returns the doc comment, or no tokens if it is empty.
    ///
    /// Every comment with text of the document is finished here, because only the whole text can be checked. A comment that
    /// must be rewritten loses its links to items.
    pub(crate) fn into_tokens(self, texts: &DocTexts) -> TokenStream {
        let finished = finished(&self.judged);
        let text = if finished == self.judged { self.written } else { finished };
        if text.is_empty() { TokenStream::new() } else { texts.add(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> ItemLink {
        ItemLink { label: "Pet".to_owned(), path: Some("types::Pet".to_owned()) }
    }

    fn text_of(comment: Comment) -> Option<String> {
        let texts = DocTexts::default();
        let tokens = comment.into_tokens(&texts);
        let text = texts.get(0).map(|text| text.to_string());
        assert_eq!(tokens.is_empty(), text.is_none());
        text
    }

    #[test]
    fn sentences_link_to_items() {
        let mut comment = Comment::of(&["A pet.".to_owned()]);
        comment.paragraph(["Returns ".into(), link().into(), ".".into()]);
        comment.line([ItemLink { label: "Pet".to_owned(), path: None }.into()]);
        let expected = "A pet.\n\nReturns [`Pet`](types::Pet).\n[`Pet`]";
        assert_eq!(text_of(comment).as_deref(), Some(expected));
    }

    #[test]
    fn a_comment_that_has_to_be_rewritten_has_no_links() {
        let mut comment = Comment::of(&["~~~".to_owned()]);
        comment.paragraph([link().into()]);
        let text = text_of(comment).unwrap_or_default();
        assert!(text.contains("Pet") && !text.contains("types::Pet"), "{text}");
        assert_eq!(text_of(Comment::default()), None);
    }
}
