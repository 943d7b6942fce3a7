//! Conversion of errors and faults in the text of a document to diagnostics.

use super::{Code, Diagnostic, Diagnostics, Excerpt};
use crate::source::{Document, SourceError, SourceErrorKind, SourceFaultKind};

impl Diagnostics {
    /// Adds the error that prevented reading a document.
    pub fn add_source_error(&mut self, error: &SourceError) {
        let code = match error.kind() {
            SourceErrorKind::Unreadable => Code::UnreadableFile,
            SourceErrorKind::Empty => Code::EmptyDocument,
            SourceErrorKind::InvalidEncoding => Code::InvalidEncoding,
            SourceErrorKind::InvalidYaml => Code::InvalidYaml,
            SourceErrorKind::InvalidJson => Code::InvalidJson,
            SourceErrorKind::NotAnObject => Code::NotAnObject,
            SourceErrorKind::TooDeep => Code::TooDeep,
            SourceErrorKind::TooLarge => Code::TooLarge,
            SourceErrorKind::InvalidOverlay => Code::InvalidOverlay,
        };
        let excerpt = error.place().map(|(file, span)| Excerpt::new(file.path(), file.text(), &span));
        let message = match excerpt {
            Some(_) => error.message().to_owned(),
            None => format!("{}: {}", error.path().display(), error.message()),
        };
        self.push(Diagnostic { code, message, origin: None, excerpt, help: None });
    }

    /// Adds the faults in the text of a document that did not prevent reading it.
    pub fn add_faults(&mut self, document: &Document) {
        for fault in document.faults() {
            let key = fault.pointer.last().unwrap_or_default();
            let origin = &fault.pointer;
            match &fault.kind {
                SourceFaultKind::DuplicateKey => {
                    let first = document.locate(origin).and_then(|location| {
                        let key = location.first_key?;
                        Some(document.file(location.file).line_and_column(key.start).0)
                    });
                    let before = first.map(|line| format!(", first on line {line}")).unwrap_or_default();
                    let message = format!("duplicate key `{key}`{before}; the last value is used");
                    self.report(Code::DuplicateKey, origin, message);
                }
                SourceFaultKind::NonStringKey => self.report_with_help(
                    Code::NonStringKey,
                    origin,
                    format!("the key `{key}` must be a string"),
                    format!("quote the key: `\"{key}\"`"),
                ),
                SourceFaultKind::NonFiniteNumber => {
                    self.report(
                        Code::NonFiniteNumber,
                        origin,
                        "JSON does not support non-finite numbers; the value is read as a string",
                    );
                }
                SourceFaultKind::IgnoredYamlTag(tag) => {
                    self.report(Code::IgnoredYamlTag, origin, format!("the YAML tag `{tag}` is ignored"));
                }
                SourceFaultKind::UnmatchedAction(target) => self.report_with_help(
                    Code::UnmatchedOverlayAction,
                    origin,
                    format!("`{target}` matches nothing in the document; the action has no effect"),
                    "remove the action if the document no longer needs it, or correct its target",
                ),
                SourceFaultKind::LoneSurrogate => self.report(
                    Code::LoneSurrogate,
                    origin,
                    "an escape sequence encodes half of a surrogate pair; it is read as U+FFFD",
                ),
            }
        }
    }
}
