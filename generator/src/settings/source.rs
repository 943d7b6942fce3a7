//! `[source]`: the origin of a vendored document.

use serde::Deserialize;

/// The origin of a vendored document.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(try_from = "SourceTable")]
pub struct Source {
    /// The origin that `cargo xtask update` reads. `None` if the document is maintained by hand.
    pub origin: Option<Origin>,
    /// The page described by a document that is maintained by hand. It is never fetched.
    pub from: Option<String>,
    /// The date of the last comparison with that page. The time of a vendored document is in `source.lock`.
    pub retrieved: Option<String>,
    /// A note about the source.
    pub note: Option<String>,
}

/// The origin of a document that is vendored by a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The address of the document.
    Url(String),
    /// A file, or a folder with a document of several files, relative to the settings.
    File(String),
    /// Documentation pages from which a document is imported: addresses, files, or folders of pages.
    Pages(Vec<String>),
}

/// The table as written.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct SourceTable {
    /// The URL of the document.
    url: Option<String>,
    /// The path of the document, or of a folder with a document that consists of several files. Relative to
    /// `apiarist.toml`.
    file: Option<String>,
    /// Documentation pages from which the document is imported: URLs, files or folders.
    #[serde(default)]
    pages: Vec<String>,
    /// The page that a document maintained by hand describes. It is never fetched.
    from: Option<String>,
    /// The date of the last comparison with that page.
    retrieved: Option<String>,
    /// A note about the source.
    note: Option<String>,
}

impl TryFrom<SourceTable> for Source {
    type Error = &'static str;

    fn try_from(table: SourceTable) -> Result<Self, Self::Error> {
        let pages = (!table.pages.is_empty()).then_some(Origin::Pages(table.pages));
        let mut origins = [table.url.map(Origin::Url), table.file.map(Origin::File), pages].into_iter().flatten();
        let origin = origins.next();
        if origins.next().is_some() {
            return Err("a document must have one source: `url`, `file` or `pages`");
        }
        Ok(Self { origin, from: table.from, retrieved: table.retrieved, note: table.note })
    }
}
