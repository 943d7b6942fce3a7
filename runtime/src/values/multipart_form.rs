//! Multipart forms with arbitrary parts.

use serde_json::Value;

use super::{
    file_part::FilePart,
    form_part::{FormContent, FormPart},
};

/// A multipart form whose parts the document does not define.
///
/// ```
/// # use apiarist_runtime::{FilePart, MultipartForm};
/// let form = MultipartForm::new()
///     .text("format", "JKS")
///     .file("file", FilePart::bytes("keys.jks", [1, 2]))
///     .json("options", serde_json::json!({"scan": true}));
/// let texts: MultipartForm = [("language", "en"), ("greeting", "hello")].into_iter().collect();
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct MultipartForm {
    pub(crate) parts: Vec<FormPart>,
}

impl MultipartForm {
    /// Creates a form without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a plain-text part. Several parts may have the same name.
    #[must_use]
    pub fn text(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.with(name.into(), FormContent::Text(text.into()))
    }

    /// Adds a file. Several parts may have the same name.
    #[must_use]
    pub fn file(self, name: impl Into<String>, file: FilePart) -> Self {
        self.with(name.into(), FormContent::File(file))
    }

    /// Adds a part of type `application/json`. A scalar is sent as plain text.
    #[must_use]
    pub fn json(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.with(name.into(), FormContent::Json(value.into().to_string()))
    }

    fn with(mut self, name: String, content: FormContent) -> Self {
        self.parts.push(FormPart { name: name.into(), content_type: None, headers: Vec::new(), content });
        self
    }
}

/// Creates a form of plain-text parts.
impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for MultipartForm {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(texts: I) -> Self {
        texts.into_iter().fold(Self::new(), |form, (name, text)| form.text(name, text))
    }
}
