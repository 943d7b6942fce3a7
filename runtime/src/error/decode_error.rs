//! Errors of responses that do not match the document.

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

/// A response that could not be decoded.
#[derive(Debug)]
pub struct DecodeError {
    message: String,
    /// The part of the message that quotes the response.
    found: String,
    source: Option<serde_json::Error>,
}

impl DecodeError {
    /// Creates an error with this message.
    pub fn new(message: impl Into<String>) -> Self {
        DecodeError { message: printable(&message.into(), LONGEST_MESSAGE), found: String::new(), source: None }
    }

    /// Sets the underlying error.
    pub(crate) fn with_source(mut self, error: serde_json::Error) -> Self {
        self.source = Some(error);
        self
    }

    /// Creates an error for JSON that is not of the expected type.
    pub(crate) fn json(error: serde_json::Error, bytes: &[u8], expected: &str) -> Self {
        DecodeError::json_in(error, bytes, expected, None)
    }

    /// Creates an error for a response that is not JSON, with its media type.
    pub(crate) fn json_in(error: serde_json::Error, bytes: &[u8], expected: &str, media_type: Option<&str>) -> Self {
        let path = excerpt(&path_at(bytes, &error), LONGEST_VALUE, NO_SECRETS);
        let place = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
        let part = excerpt(&String::from_utf8_lossy(around(bytes, &error, 0)), 120, NO_SECRETS);
        // The message of the error may contain a value of any length.
        let message = format!("expected {}", printable(&short_name(expected), LONGEST_VALUE));
        let media_type = media_type.map(|name| format!(", found `{}`", excerpt(name, LONGEST_VALUE, NO_SECRETS)));
        let found = format!(
            "{place}{}: {}, in {part}",
            media_type.unwrap_or_default(),
            excerpt(&error.to_string(), 300, NO_SECRETS)
        );
        DecodeError { message, found, source: Some(error) }
    }

    /// Returns the message without secrets. An excerpt may contain part of a secret, which cannot be recognized, so no
    /// excerpt is shown if the text repeats a secret.
    pub(crate) fn shown(&self, text: &[u8], redactor: &Redactor) -> String {
        let repeats = |text: &str| redactor.hide(text) != text;
        let is_unsafe = self.source.as_ref().is_some_and(|error| {
            let margin = longest_encoded(redactor.secrets());
            let part = |text: &str| repeats(first_bytes(text, LONGEST_MESSAGE + margin));
            repeats(&String::from_utf8_lossy(around(text, error, margin)))
                || part(&error.to_string())
                || part(&path_at(text, error))
        });
        if is_unsafe {
            format!("{}; details are hidden because the response repeats a credential", self.message)
        } else {
            self.to_string()
        }
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)?;
        formatter.write_str(&self.found)
    }
}

impl std::error::Error for DecodeError {}

/// Returns the name of a type without the paths of its modules.
pub(crate) fn short_name(name: &str) -> String {
    let is_path = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':');
    let mut short = String::new();
    for piece in name.split_inclusive(|character| !is_path(character)) {
        short.push_str(piece.rsplit("::").next().unwrap_or_default());
    }
    short
}

/// Returns the line of the text that contains the error, or the part of it around the error with this many bytes on
/// either side.
fn around<'a>(bytes: &'a [u8], error: &serde_json::Error, margin: usize) -> &'a [u8] {
    let line = bytes.split(|byte| *byte == b'\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let start = error.column().saturating_sub(80).min(line.len());
    let end = (start + 120 + margin).min(line.len());
    line.get(start.saturating_sub(margin)..end).unwrap_or_default()
}
