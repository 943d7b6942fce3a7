//! What keeps a document from being read, and what can be read around.

use std::error::Error;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::events::RawSpan;
use super::{Pointer, SourceFile};

/// Why a document cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceErrorKind {
    /// The file does not exist or may not be read.
    Unreadable,
    /// The file holds nothing.
    Empty,
    /// The file is not UTF-8.
    InvalidText,
    /// The file is not valid YAML.
    InvalidYaml,
    /// The file is not valid JSON.
    InvalidJson,
    /// The file holds something other than an object.
    NotAnObject,
    /// Lists and objects are nested too deeply.
    TooDeep,
    /// Aliases make too much of the document.
    TooLarge,
    /// An overlay is not what the Overlay Specification describes.
    InvalidOverlay,
}

/// Why a document cannot be read, and where that shows.
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
    /// An error about a file as a whole.
    pub(super) fn of_file(kind: SourceErrorKind, path: &Path, message: impl Into<String>) -> Self {
        Self(Box::new(Details { kind, message: message.into(), path: path.to_owned(), place: None }))
    }

    /// An error about a range of bytes of a file.
    pub(super) fn at(kind: SourceErrorKind, file: SourceFile, span: Range<usize>, message: impl Into<String>) -> Self {
        let path = file.path().to_owned();
        Self(Box::new(Details { kind, message: message.into(), path, place: Some((file, span)) }))
    }

    /// What kind of error it is.
    pub fn kind(&self) -> SourceErrorKind {
        self.0.kind
    }

    /// What exactly is wrong.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The file that cannot be read.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The text of the file and the range of bytes that is wrong, where that is known.
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

/// Why a reader stopped, in terms of the reader.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub kind: SourceErrorKind,
    pub message: String,
    pub span: RawSpan,
}

/// Something odd in a file that could be read all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFault {
    /// What is odd.
    pub kind: SourceFaultKind,
    /// Where it stands.
    pub pointer: Pointer,
}

/// What is odd in a file that could be read all the same.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceFaultKind {
    /// The key occurs more than once; the last one was read.
    DuplicateKey,
    /// The key is a number, a truth value, null, a list or an object; its text was read.
    NonTextKey,
    /// The number is infinite or not a number, which JSON cannot say; its text was read.
    NonFiniteNumber,
    /// The value has this YAML tag, which was ignored.
    IgnoredTag(String),
    /// The action of an overlay with this target matches nothing.
    UnmatchedAction(String),
    /// The text has an escaped half of a surrogate pair; U+FFFD was read in its place.
    LoneSurrogate,
}
