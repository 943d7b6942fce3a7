//! Files: reads YAML and JSON into one untyped tree, and tells where in the text a node stands.
//!
//! A tree is a [`serde_json::Value`] whose objects keep the order of the document. It carries no places: they are
//! looked up by [`Document::locate`], which reads the text once more when it is first asked.

mod error;
mod event;
mod file;
mod indentation;
mod json;
mod pointer;
mod scalar;
mod span_tree;
mod text_index;
mod tree;
mod yaml;

#[cfg(test)]
mod tests;

pub use error::{SourceError, SourceErrorKind, SourceFault, SourceFaultKind};
pub use file::{Format, SourceFile};
pub use pointer::{FileId, Pointer};

use std::ops::Range;
use std::path::Path;

use serde_json::Value;

/// A document: the tree of its root file, and the file itself.
///
/// ```
/// use apiarist::source::{Document, Pointer};
///
/// let document = Document::parse("pets.yaml", "openapi: 3.0.3\ninfo:\n  title: Pets\n")?;
/// assert_eq!(document.root()["info"]["title"], "Pets");
///
/// let title = Pointer::root().join("info").join("title");
/// let location = document.locate(&title).expect("it is in the document");
/// assert_eq!((location.line, location.column), (3, 10));
/// # Ok::<(), apiarist::source::SourceError>(())
/// ```
#[derive(Debug)]
pub struct Document {
    root: Value,
    faults: Vec<SourceFault>,
    file: SourceFile,
}

impl Document {
    /// Reads a file. What is named neither `.json` nor `.yaml` nor `.yml` is JSON when it begins with `{` or `[`.
    ///
    /// # Errors
    /// The file cannot be read, is not UTF-8, not YAML or JSON, holds no object, or exceeds the limits of depth (256
    /// levels) and size (10 million values; aliases may multiply the file by 100).
    pub fn read(path: &Path) -> Result<Self, SourceError> {
        Self::of_file(SourceFile::read(path)?)
    }

    /// Reads text as if it were in a file of this name.
    ///
    /// # Errors
    /// As for [`Document::read`].
    pub fn parse(name: &str, text: impl Into<String>) -> Result<Self, SourceError> {
        Self::of_file(SourceFile::new(Path::new(name), text.into()))
    }

    fn of_file(mut file: SourceFile) -> Result<Self, SourceError> {
        let tree = file.tree(FileId::default())?;
        match tree {
            Some(tree) if tree.root.is_object() => Ok(Self { root: tree.root, faults: tree.faults, file }),
            None | Some(tree::Tree { root: Value::Null, .. }) => {
                Err(SourceError::of_file(SourceErrorKind::Empty, file.path(), "the document is empty"))
            }
            Some(tree) => {
                let what = match tree.root {
                    Value::Array(_) => "a list",
                    Value::String(_) => "plain text",
                    Value::Bool(_) => "a truth value",
                    _ => "a number",
                };
                let start = file.text().len() - file.text().trim_start().len();
                let message = format!("an OpenAPI document is an object, but this is {what}");
                Err(SourceError::at(SourceErrorKind::NotAnObject, file, start..start + 1, message))
            }
        }
    }

    /// The tree of the root file; always an object.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// A file of the document; the root file when there is none of that number.
    pub fn file(&self, _file: FileId) -> &SourceFile {
        &self.file
    }

    /// What is odd in the text but could be read.
    pub fn faults(&self) -> &[SourceFault] {
        &self.faults
    }

    /// Where a node stands, or else the nearest one around it that exists.
    ///
    /// The first call reads the whole text once more.
    pub fn locate(&self, pointer: &Pointer) -> Option<Location> {
        let file = self.file(pointer.file());
        let found = file.spans().find(&pointer.tokens())?;
        let span = file.bytes(&found.value);
        let key = found.key.map(|key| file.bytes(&key));
        let value_is_long = found.is_container || file.text().get(span.clone()).is_none_or(|text| text.contains('\n'));
        let focus = match &key {
            Some(key) if value_is_long || span.is_empty() => key.clone(),
            _ => span.clone(),
        };
        let (line, column) = file.line_and_column(focus.start);
        Some(Location {
            file: pointer.file(),
            line,
            column,
            focus,
            span,
            key,
            first_key: found.first_key.map(|key| file.bytes(&key)),
            is_exact: found.steps == pointer.tokens().len(),
        })
    }
}

/// Where a node stands in the text of its file. Ranges are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The line on which [`focus`](Self::focus) begins, from 1.
    pub line: usize,
    /// The column at which [`focus`](Self::focus) begins, in characters, from 1.
    pub column: usize,
    /// What to point a reader at: a short value, or the key of a long one.
    pub focus: Range<usize>,
    /// The value.
    pub span: Range<usize>,
    /// The key, when the node is the member of an object.
    pub key: Option<Range<usize>>,
    /// The key where it stands first, when the object has the same key more than once.
    pub first_key: Option<Range<usize>>,
    /// Whether this is the node asked for, and not one around it.
    pub is_exact: bool,
}
