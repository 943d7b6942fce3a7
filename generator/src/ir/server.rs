//! Where the API is.

/// A server of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its URL, perhaps relative; variables have their defaults filled in.
    pub url: String,
    /// What the document calls it.
    pub name: Option<String>,
    /// What the document says about it; Markdown of the document.
    pub description: Option<String>,
}
