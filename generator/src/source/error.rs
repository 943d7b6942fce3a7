//! Errors that prevent reading a document, and faults that do not.

use std::error::Error;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::events::RawSpan;
use super::{Pointer, SourceFile};

/// The reason why a document cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceErrorKind {
    /// The file does not exist or is not readable.
    Unreadable,
    /// The file is empty.
    Empty,
    /// The file is not UTF-8.
    InvalidEncoding,
    /// The file is not valid YAML.
    InvalidYaml,
    /// The file is not valid JSON.
    InvalidJson,
    /// The file does not contain an object.
    NotAnObject,
    /// Arrays and objects are nested too deeply.
    TooDeep,
    /// Aliases expand the document beyond its limits.
    TooLarge,
    /// An overlay does not conform to the Overlay Specification.
    InvalidOverlay,
}

/// An error that prevents reading a document, and its location.
#[derive(Debug)]
pub struct SourceError(Box<Details>);

#[derive(Debug)]
struct Details {
    kind: SourceErrorKind,
    message: String,
    path: PathBuf,
    place: Option<(SourceFile, Range<usize>)>,
}

impl SourceError {
    /// Creates an error about a file as a whole.
    pub(super) fn of_file(kind: SourceErrorKind, path: &Path, message: impl Into<String>) -> Self {
        Self(Box::new(Details { kind, message: message.into(), path: path.to_owned(), place: None }))
    }

    /// Creates an error about a range of bytes of a file.
    pub(super) fn at(kind: SourceErrorKind, file: SourceFile, span: Range<usize>, message: impl Into<String>) -> Self {
        let path = file.path().to_owned();
        Self(Box::new(Details { kind, message: message.into(), path, place: Some((file, span)) }))
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> SourceErrorKind {
        self.0.kind
    }

    /// Returns the message.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns the file that cannot be read.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Returns the text of the file and the range of bytes of the error, if it has one.
    pub fn place(&self) -> Option<(&SourceFile, Range<usize>)> {
        self.0.place.as_ref().map(|(file, span)| (file, span.clone()))
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path().display())?;
        if let Some((file, span)) = self.place() {
            let (line, column) = file.line_and_column(span.start);
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message())
    }
}

impl Error for SourceError {}

/// The error of a reader, with a span in the units of that reader.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub kind: SourceErrorKind,
    pub message: String,
    pub span: RawSpan,
}

/// A fault in a file that could be read nevertheless.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFault {
    /// The kind of the fault.
    pub kind: SourceFaultKind,
    /// Its location.
    pub pointer: Pointer,
}

/// The kind of a fault that does not prevent reading a file.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceFaultKind {
    /// The key occurs more than once; the last value was read.
    DuplicateKey,
    /// The key is a number, a boolean, null, an array or an object; its text was read.
    NonStringKey,
    /// The number is infinite or not a number, which JSON cannot represent; its text was read.
    NonFiniteNumber,
    /// The value has this YAML tag, which was ignored.
    IgnoredYamlTag(String),
    /// The action of an overlay with this target matches nothing.
    UnmatchedAction(String),
    /// The string contains half of a surrogate pair as an escape; U+FFFD was read instead.
    LoneSurrogate,
}
