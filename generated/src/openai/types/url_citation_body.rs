// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A citation of a web page.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "url_citation"))]
pub struct UrlCitationBody {
    /// URL of the page.
    pub url: String,
    /// Index of the first character of the citation.
    pub start_index: i64,
    /// Index of the last character of the citation.
    pub end_index: i64,
    /// Title of the page.
    pub title: String,
}
