//! The servers of an API.

/// A server of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// The URL, possibly relative. Variables are in braces with their defaults: `https://{region=eu}.example.com`.
    pub url: String,
    /// The variables in the URL.
    pub variables: Vec<ServerVariable>,
    /// Whether the URL is an absolute HTTP URL if the variables have their defaults.
    pub is_absolute: bool,
    /// The document's name for the server.
    pub name: Option<String>,
    /// The document's description; Markdown.
    pub description: Option<String>,
}

/// A variable in the URL of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerVariable {
    /// The name in the URL.
    pub name: String,
    /// The default value.
    pub default: String,
    /// The allowed values; empty if the document does not restrict them.
    pub values: Vec<String>,
    /// The document's description; Markdown.
    pub description: Option<String>,
}
