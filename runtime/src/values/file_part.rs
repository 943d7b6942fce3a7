//! Files that are sent in a multipart form.

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
    /// Sent without the name of a file, as texts are.
    Text(String),
}

impl FilePart {
    /// A file made of these bytes.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        FilePart {
            name: Some(name.into()),
            content_type: None,
            headers: Vec::new(),
            content: FileContent::Bytes(bytes.into()),
        }
    }

    /// A file on disk, read when the call is sent (and again when it is sent again). Its name is the last part of the path.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        FilePart { name: None, content_type: None, headers: Vec::new(), content: FileContent::Path(path.into()) }
    }

    /// Text in the place of a file, for servers that take either: the URL of a file, or the id of one that they have.
    ///
    /// ```
    /// # use apiarist_runtime::FilePart;
    /// let elsewhere = FilePart::text("https://bees.test/hive.wav");
    /// ```
    pub fn text(text: impl Into<String>) -> Self {
        FilePart { name: None, content_type: None, headers: Vec::new(), content: FileContent::Text(text.into()) }
    }

    /// Sets the media type. Without it a file goes as what the document lists for it: as the one that the extension of
    /// its name belongs to, or as the only one; and as `application/octet-stream` where nothing is listed or fits.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Adds a header to the part of the form that the file is.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the name under which the file is sent; text has none.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The name under which the file is sent.
    pub fn name(&self) -> Cow<'_, str> {
        match (&self.name, &self.content) {
            (Some(name), _) => name.into(),
            (None, FileContent::Path(path)) => {
                path.file_name().map_or(Cow::Borrowed("file"), |name| name.to_string_lossy())
            }
            (None, FileContent::Bytes(_) | FileContent::Text(_)) => "file".into(),
        }
    }

    /// The media type that was set, else `application/octet-stream`, or `text/plain` of text.
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

    /// Where the file is on disk, unless it was made of bytes.
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

/// Shows where the content comes from, never the content.
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
