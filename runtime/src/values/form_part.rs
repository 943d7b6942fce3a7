//! Parts of multipart forms, before they are encoded.

use std::borrow::Cow;

use super::file_part::FilePart;

/// One part of a multipart form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FormPart {
    /// The name of the field, or an empty string if the parts of the body are identified by their order.
    pub name: Cow<'static, str>,
    /// The media type, if it differs from the default for such parts.
    pub content_type: Option<&'static str>,
    /// Additional headers. A header that the file sets itself takes precedence.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The content.
    pub content: FormContent,
}

/// The content of a part of a multipart form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormContent {
    /// Plain text.
    Text(String),
    /// JSON, sent as `application/json`. A scalar is sent as plain text, unless the part has a JSON media type.
    Json(String),
    /// A file.
    File(FilePart),
}
