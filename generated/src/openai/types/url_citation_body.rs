//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Points to a web page.
#[derive(Clone, Debug, PartialEq)]
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
object!(UrlCitationBody {
    "type" = "url_citation",
    url: required("url"),
    start_index: required("start_index"),
    end_index: required("end_index"),
    title: required("title"),
});

impl UrlCitationBody {
    /// With what is required.
    pub fn new(
        url: impl Into<String>,
        start_index: i64,
        end_index: i64,
        title: impl Into<String>,
    ) -> Self {
        Self {
            url: url.into(),
            start_index,
            end_index,
            title: title.into(),
        }
    }
}
