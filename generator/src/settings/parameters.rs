//! `[parameters]`: serialization overrides, for documents that do not define a serialization or define it incorrectly.

use serde::Deserialize;

use crate::hash::IndexMap;

/// Overrides by `operationId` or `GET /path`, or by `*` for all operations, then by the name of the parameter in the
/// document.
pub type ParameterSettings = IndexMap<String, IndexMap<String, ParameterOverride>>;

/// The serialization of one parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ParameterOverride {
    /// The name that is sent, such as `include[]`.
    pub name: Option<String>,
    /// The style, which replaces `style` of the document.
    pub style: Option<ChosenStyle>,
    /// Replaces `explode` of the document.
    pub explode: Option<bool>,
    /// Replaces `allowReserved` of the document.
    pub allow_reserved: Option<bool>,
}

/// A style of OpenAPI 3.2 (section 4.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChosenStyle {
    /// `;name=a,b`.
    Matrix,
    /// `.a,b`.
    Label,
    /// `a,b`.
    Simple,
    /// `name=a&name=b`.
    Form,
    /// `name=a%20b`.
    SpaceDelimited,
    /// `name=a|b`.
    PipeDelimited,
    /// `name[key]=value`.
    DeepObject,
    /// `name=a; name=b`.
    Cookie,
}

impl ChosenStyle {
    /// Returns the style as spelled in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Label => "label",
            Self::Simple => "simple",
            Self::Form => "form",
            Self::SpaceDelimited => "spaceDelimited",
            Self::PipeDelimited => "pipeDelimited",
            Self::DeepObject => "deepObject",
            Self::Cookie => "cookie",
        }
    }
}
