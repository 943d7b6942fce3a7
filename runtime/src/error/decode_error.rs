//! Why a response is not what the document describes.

use crate::{
    error::{
        json_path::path_at,
        redact::{LONGEST_VALUE, NO_SECRETS, excerpt},
        redactor::Redactor,
        secret::longest_encoded,
    },
    values::{
        printable::{LONGEST_MESSAGE, printable},
        text_type::first_bytes,
    },
};

/// A response that did not become a value, in words.
#[derive(Debug)]
pub struct DecodeError {
    message: String,
    /// The part of the message that repeats the response.
    found: String,
    source: Option<serde_json::Error>,
}

impl DecodeError {
    /// A reason in words.
    pub fn new(message: impl Into<String>) -> Self {
        DecodeError { message: printable(&message.into(), LONGEST_MESSAGE), found: String::new(), source: None }
    }

    /// Sets the error that the reason stands for.
    pub(crate) fn with_source(mut self, error: serde_json::Error) -> Self {
        self.source = Some(error);
        self
    }

    /// JSON that is not of the expected type.
    pub(crate) fn json(error: serde_json::Error, bytes: &[u8], expected: &str) -> Self {
        DecodeError::json_in(error, bytes, expected, None)
    }

    /// The same with the media type of the response, which is no JSON.
    pub(crate) fn json_in(error: serde_json::Error, bytes: &[u8], expected: &str, media_type: Option<&str>) -> Self {
        let path = excerpt(&path_at(bytes, &error), LONGEST_VALUE, NO_SECRETS);
        let place = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
        let part = excerpt(&String::from_utf8_lossy(around(bytes, &error, 0)), 120, NO_SECRETS);
        // The text of the error may hold a value of any length.
        let message = format!("expected {}", printable(&short_name(expected), LONGEST_VALUE));
        let media_type = media_type.map(|name| format!(", found `{}`", excerpt(name, LONGEST_VALUE, NO_SECRETS)));
        let found = format!(
            "{place}{}: {}, in {part}",
            media_type.unwrap_or_default(),
            excerpt(&error.to_string(), 300, NO_SECRETS)
        );
        DecodeError { message, found, source: Some(error) }
    }

    /// The message without secrets. An excerpt may hold a part of one, which cannot be recognized, so that nothing of the
    /// text is shown where it repeats a secret.
    pub(crate) fn shown(&self, text: &[u8], redactor: &Redactor) -> String {
        let repeats = |text: &str| redactor.hide(text) != text;
        let is_unsafe = self.source.as_ref().is_some_and(|error| {
            let margin = longest_encoded(redactor.secrets());
            let part = |text: &str| repeats(first_bytes(text, LONGEST_MESSAGE + margin));
            repeats(&String::from_utf8_lossy(around(text, error, margin)))
                || part(&error.to_string())
                || part(&path_at(text, error))
        });
        if is_unsafe { format!("{}; the response repeats a credential", self.message) } else { self.to_string() }
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)?;
        formatter.write_str(&self.found)
    }
}

impl std::error::Error for DecodeError {}

/// The name of a type without the modules in which types stand.
pub(crate) fn short_name(name: &str) -> String {
    let is_path = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':');
    let mut short = String::new();
    for piece in name.split_inclusive(|character| !is_path(character)) {
        short.push_str(piece.rsplit("::").next().unwrap_or_default());
    }
    short
}

/// The line of the text on which the error is, or the part of it that matters, with so many bytes more on either side.
fn around<'a>(bytes: &'a [u8], error: &serde_json::Error, margin: usize) -> &'a [u8] {
    let line = bytes.split(|byte| *byte == b'\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let start = error.column().saturating_sub(80).min(line.len());
    let end = (start + 120 + margin).min(line.len());
    line.get(start.saturating_sub(margin)..end).unwrap_or_default()
}
