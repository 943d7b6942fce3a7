// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Points to a web page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "url_citation"))]
pub struct UrlCitationBody {
    /// Address of the page.
    pub url: String,
    /// First character of the passage.
    pub start_index: i64,
    /// Last character of the passage.
    pub end_index: i64,
    /// Title of the page.
    pub title: String,
}
