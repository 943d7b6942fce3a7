//! Where the API is.

/// A server of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Its URL, perhaps relative; variables stand in braces with their defaults: `https://{region=eu}.example.com`.
    pub url: String,
    /// What may differ in its URL.
    pub variables: Vec<ServerVariable>,
    /// Whether it is an absolute URL of HTTP with the defaults of its variables.
    pub is_absolute: bool,
    /// What the document calls it.
    pub name: Option<String>,
    /// What the document says about it; Markdown of the document.
    pub description: Option<String>,
}

/// What may differ in the URL of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name in the URL.
    pub name: String,
    /// What it is unless someone chooses.
    pub default: String,
    /// What it may be; none when that is not said.
    pub values: Vec<String>,
    /// What the document says about it; Markdown of the document.
    pub description: Option<String>,
}
