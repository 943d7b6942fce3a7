//! One file: its text, and locations in it.

use std::fmt;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::error::{SourceErrorKind, SyntaxError};
use super::events::RawSpan;
use super::events::indentation::Indented;
use super::events::json::JsonEvents;
use super::events::yaml::YamlEvents;
use super::regular_file::read_file;
use super::span_tree::{SpanTree, SpanTreeSizes};
use super::text_index::{TextIndex, Unit};
use super::tree::{self, Tree};
use super::{FileId, SourceError, yaml_text};

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// YAML 1.2, with the merge keys of 1.1.
    Yaml,
    /// JSON.
    Json,
}

impl Format {
    /// Returns a tree as text in this format. It reads back equal.
    pub fn write(self, tree: &Value) -> String {
        match self {
            Self::Json => format!("{tree:#}\n"),
            Self::Yaml => yaml_text::write(tree),
        }
    }
}

/// A file of a document. Cheap to clone.
#[derive(Clone)]
pub struct SourceFile(Arc<Contents>);

struct Contents {
    path: PathBuf,
    text: String,
    format: Format,
    /// The text for the YAML parser, if the original is indented less strictly than that requires.
    indented: Option<Indented>,
    index: OnceLock<TextIndex>,
    spans: OnceLock<SpanTree>,
    /// The sizes of the spans, if they were released.
    sizes: SpanTreeSizes,
}

impl SourceFile {
    /// Reads a file; `shown` is its path for messages.
    pub(super) fn read(path: &Path, shown: &Path) -> Result<Self, SourceError> {
        let bytes = read_file(path).map_err(|error| {
            let kind = match error.kind() {
                ErrorKind::FileTooLarge => SourceErrorKind::TooLarge,
                _ => SourceErrorKind::Unreadable,
            };
            SourceError::of_file(kind, shown, format!("cannot read the file: {error}"))
        })?;
        Self::from_bytes(shown, bytes)
    }

    /// Creates a file from its bytes, which must be UTF-8.
    pub(super) fn from_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, SourceError> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(path, text)),
            Err(error) => Err(invalid_text(path, &error)),
        }
    }

    pub(super) fn new(path: &Path, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("json") => Format::Json,
            Some("yaml" | "yml") => Format::Yaml,
            _ if text.trim_start().starts_with(['{', '[']) => Format::Json,
            _ => Format::Yaml,
        };
        Self::with_format(path.to_owned(), text, format)
    }

    fn with_format(path: PathBuf, text: String, format: Format) -> Self {
        Self::with_indented(path, text, format, None)
    }

    fn with_indented(path: PathBuf, text: String, format: Format, indented: Option<Indented>) -> Self {
        let (index, spans, sizes) = (OnceLock::new(), OnceLock::new(), SpanTreeSizes::default());
        Self(Arc::new(Contents { path, text, format, indented, index, spans, sizes }))
    }

    /// Returns the path as it was passed.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Returns the text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Returns the format.
    pub fn format(&self) -> Format {
        self.0.format
    }

    /// Returns the line and the column, in characters, of a byte of the text; both from 1.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        self.index().line_and_column(self.text(), byte)
    }

    /// Parses the text as a tree, and keeps the spans of its nodes. Returns `None` if it contains no value.
    pub(super) fn tree(&mut self, id: FileId) -> Result<Option<Tree>, SourceError> {
        let Some((tree, spans)) = self.parse(id)? else { return Ok(None) };
        self.0.spans.get_or_init(|| spans);
        Ok(Some(tree))
    }

    /// JSON in a file named as YAML is first read as JSON, because that is faster and supports more escapes.
    fn parse(&mut self, id: FileId) -> Result<Option<(Tree, SpanTree)>, SourceError> {
        let length = self.text().len();
        let json = || tree::build(id, length, &mut JsonEvents::new(self.text()));
        let yaml = |text: &str| tree::build(id, length, &mut YamlEvents::new(text));
        if self.format() == Format::Json {
            let is_empty = self.text().trim_start().is_empty();
            return if is_empty { Ok(None) } else { json().map_err(|error| self.error(&error)) };
        }
        if self.text().trim_start().starts_with('{')
            && let Ok(found) = json()
        {
            *self = Self::with_format(self.path().to_owned(), self.text().to_owned(), Format::Json);
            return Ok(found);
        }
        let error = match yaml(self.text()) {
            Err(error) if error.kind == SourceErrorKind::InvalidYaml => error,
            result => return result.map_err(|error| self.error(&error)),
        };
        let indented = Indented::new(self.text());
        match indented.as_ref().map(|indented| yaml(&indented.text)) {
            Some(Ok(found)) => {
                *self = Self::with_indented(self.path().to_owned(), self.text().to_owned(), Format::Yaml, indented);
                Ok(found)
            }
            _ => Err(self.error(&error)),
        }
    }

    /// Parses the text as a tree again.
    pub(super) fn tree_again(&self) -> Value {
        let (id, length) = (FileId::default(), self.text().len());
        let tree = match self.format() {
            Format::Json => tree::build_alone(id, length, &mut JsonEvents::new(self.text()), |_, _| {}),
            Format::Yaml => tree::build_alone(id, length, &mut YamlEvents::new(self.indented()), |_, _| {}),
        };
        // The same text was read before.
        tree.ok().flatten().map_or(Value::Null, |tree| tree.root)
    }

    /// Frees the memory of the spans, unless the file is shared.
    pub(super) fn release_spans(&mut self) {
        if let Some(contents) = Arc::get_mut(&mut self.0) {
            contents.sizes = contents.spans.take().map(|spans| spans.sizes()).unwrap_or_default();
        }
    }

    /// Returns the text for the YAML parser.
    fn indented(&self) -> &str {
        self.0.indented.as_ref().map_or(self.text(), |indented| &indented.text)
    }

    fn error(&self, error: &SyntaxError) -> SourceError {
        SourceError::at(error.kind, self.clone(), self.bytes(&error.span), error.message.clone())
    }

    fn index(&self) -> &TextIndex {
        self.0.index.get_or_init(|| TextIndex::new(self.text()))
    }

    /// Returns the spans of all nodes. If they were released, parses the text again.
    pub(super) fn spans(&self) -> &SpanTree {
        self.0.spans.get_or_init(|| match self.format() {
            Format::Json => SpanTree::read(&mut JsonEvents::new(self.text()), self.0.sizes),
            Format::Yaml => SpanTree::read(&mut YamlEvents::new(self.indented()), self.0.sizes),
        })
    }

    /// Returns the byte range of a span in the units of the reader of this file.
    pub(super) fn bytes(&self, span: &RawSpan) -> Range<usize> {
        let unit = match self.format() {
            Format::Json => Unit::Bytes,
            Format::Yaml => Unit::Characters,
        };
        let original = |at| self.0.indented.as_ref().map_or(at, |indented| indented.original(at));
        self.index().bytes(self.text(), unit, &(original(span.start)..original(span.end)))
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceFile").field("path", &self.path()).field("format", &self.format()).finish_non_exhaustive()
    }
}

/// Returns the error for a file that is not UTF-8, located at its first invalid byte.
fn invalid_text(path: &Path, error: &std::string::FromUtf8Error) -> SourceError {
    let bytes = error.as_bytes();
    let valid = error.utf8_error().valid_up_to();
    let message = match bytes {
        [0x1f, 0x8b, ..] => "expected UTF-8 text; found a gzip file".to_owned(),
        [b'P', b'K', 3, 4, ..] => "expected UTF-8 text; found a zip archive".to_owned(),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "expected UTF-8 text; found UTF-16".to_owned(),
        _ => format!("invalid UTF-8: unexpected byte {:#04x}", bytes.get(valid).copied().unwrap_or_default()),
    };
    let line_end = bytes.iter().skip(valid).position(|&byte| byte == b'\n').map_or(bytes.len(), |at| valid + at);
    let text = String::from_utf8_lossy(bytes.get(..line_end).unwrap_or_default()).into_owned();
    let file = SourceFile::with_format(path.to_owned(), text, Format::Yaml);
    SourceError::at(SourceErrorKind::InvalidEncoding, file, valid..valid + 1, message)
}
