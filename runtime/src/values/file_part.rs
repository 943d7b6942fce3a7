//! Files of multipart forms.

use std::{
    borrow::Cow,
    fmt,
    path::{Path, PathBuf},
};

/// A file of a multipart form.
///
/// ```
/// # use apiarist_runtime::FilePart;
/// let note = FilePart::bytes("note.txt", "bees").content_type("text/plain");
/// let photo = FilePart::path("pictures/hive.jpg");
/// assert_eq!(photo.name(), "hive.jpg");
/// assert_eq!(note.media_type(), "text/plain");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FilePart {
    name: Option<String>,
    content_type: Option<String>,
    headers: Vec<(String, String)>,
    content: FileContent,
}

#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum FileContent {
    Bytes(Vec<u8>),
    Path(PathBuf),
    /// Sent without a file name, as text parts are.
    Text(String),
}

impl FilePart {
    /// Creates a file from bytes.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        FilePart {
            name: Some(name.into()),
            content_type: None,
            headers: Vec::new(),
            content: FileContent::Bytes(bytes.into()),
        }
    }

    /// Creates a file from a path. The file is read each time the request is sent. Its name is the last segment of the
    /// path.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        FilePart { name: None, content_type: None, headers: Vec::new(), content: FileContent::Path(path.into()) }
    }

    /// Creates a text part instead of a file, for servers that also accept the URL or the ID of a file.
    ///
    /// ```
    /// # use apiarist_runtime::FilePart;
    /// let elsewhere = FilePart::text("https://bees.test/hive.wav");
    /// ```
    pub fn text(text: impl Into<String>) -> Self {
        FilePart { name: None, content_type: None, headers: Vec::new(), content: FileContent::Text(text.into()) }
    }

    /// Sets the media type. By default, a file is sent with one of the media types that the document lists for it: the
    /// one that matches the extension of its name, or the only one listed. If none is listed or matches, it is sent as
    /// `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Adds a header to the part of the form that contains the file.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the file name that is sent. It has no effect on text.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Returns the file name that is sent.
    pub fn name(&self) -> Cow<'_, str> {
        match (&self.name, &self.content) {
            (Some(name), _) => name.into(),
            (None, FileContent::Path(path)) => {
                path.file_name().map_or(Cow::Borrowed("file"), |name| name.to_string_lossy())
            }
            (None, FileContent::Bytes(_) | FileContent::Text(_)) => "file".into(),
        }
    }

    /// Returns the media type that was set, or else `application/octet-stream`, or `text/plain` for text.
    pub fn media_type(&self) -> &str {
        self.content_type.as_deref().unwrap_or(match self.content {
            FileContent::Text(_) => "text/plain",
            FileContent::Bytes(_) | FileContent::Path(_) => "application/octet-stream",
        })
    }

    #[cfg_attr(not(feature = "client"), expect(dead_code, reason = "only a client sends files"))]
    pub(crate) fn own_media_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    #[cfg_attr(not(feature = "client"), expect(dead_code, reason = "only a client sends files"))]
    pub(crate) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// Returns the path of the file, or `None` if its content is in memory.
    pub fn source_path(&self) -> Option<&Path> {
        match &self.content {
            FileContent::Path(path) => Some(path),
            FileContent::Bytes(_) | FileContent::Text(_) => None,
        }
    }

    #[cfg_attr(not(feature = "client"), expect(dead_code, reason = "only a client reads files"))]
    pub(crate) fn content(&self) -> &FileContent {
        &self.content
    }
}

/// Shows the source of the content, never the content itself.
impl fmt::Debug for FilePart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("FilePart");
        debug.field("name", &self.name()).field("media_type", &self.media_type());
        match &self.content {
            FileContent::Bytes(bytes) => debug.field("bytes", &bytes.len()),
            FileContent::Path(path) => debug.field("path", path),
            FileContent::Text(text) => debug.field("text", &text.len()),
        };
        debug.finish()
    }
}
