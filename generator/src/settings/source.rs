//! `[source]`: where a vendored document comes from.

use serde::Deserialize;

/// Where a vendored document comes from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(try_from = "SourceTable")]
pub struct Source {
    /// From where `cargo xtask vendor` takes it; nothing where people write it themselves.
    pub origin: Option<Origin>,
    /// The page that people wrote it after. Nothing is fetched from there.
    pub from: Option<String>,
    /// When people looked there last. What is vendored has its time in `source.lock`.
    pub retrieved: Option<String>,
    /// Anything worth knowing about it.
    pub note: Option<String>,
}

/// From where a document is vendored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The address of the document.
    Url(String),
    /// A file, or a folder with a document of several files; relative to the settings.
    File(String),
    /// Pages of a documentation, of which a document is made: addresses, files, or folders of pages.
    Pages(Vec<String>),
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceTable {
    url: Option<String>,
    file: Option<String>,
    #[serde(default)]
    pages: Vec<String>,
    from: Option<String>,
    retrieved: Option<String>,
    note: Option<String>,
}

impl TryFrom<SourceTable> for Source {
    type Error = &'static str;

    fn try_from(table: SourceTable) -> Result<Self, Self::Error> {
        let pages = (!table.pages.is_empty()).then_some(Origin::Pages(table.pages));
        let mut origins = [table.url.map(Origin::Url), table.file.map(Origin::File), pages].into_iter().flatten();
        let origin = origins.next();
        if origins.next().is_some() {
            return Err("a document has one source: give `url`, `file` or `pages`");
        }
        Ok(Self { origin, from: table.from, retrieved: table.retrieved, note: table.note })
    }
}
