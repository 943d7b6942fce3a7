//! Parts of multipart forms, before they are encoded.

use std::borrow::Cow;

use super::file_part::FilePart;

/// One part of a multipart form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FormPart {
    /// The name of the field; empty where the parts of a body have an order in place of names.
    pub name: Cow<'static, str>,
    /// The media type, where it is not the one that such parts usually have.
    pub content_type: Option<&'static str>,
    /// Headers beside those that each part has; those that a file has itself come before them.
    pub headers: Vec<(&'static str, &'static str)>,
    /// What is sent.
    pub content: FormContent,
}

/// What a part of a multipart form holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormContent {
    /// Plain text.
    Text(String),
    /// JSON, sent as `application/json`; what is a scalar is sent as plain text, unless the part has a media type of JSON.
    Json(String),
    /// A file.
    File(FilePart),
}
