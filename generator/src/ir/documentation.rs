//! What the document says about a node in prose.

/// Text for a doc comment: prose of the document and facts that are documented, not enforced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documentation {
    /// A short line, from `summary` or `title`; Markdown of the document.
    pub summary: Option<String>,
    /// The description; Markdown of the document.
    pub description: Option<String>,
    /// One sentence each on defaults and limits, such as `1 to 100.` or ``Default: `20`.``; Markdown of ours.
    pub notes: Vec<String>,
    /// Whether the document marks the node as deprecated.
    pub deprecated: bool,
}
