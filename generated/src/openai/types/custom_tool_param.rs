// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, CustomGrammarFormatParam, CustomTextFormatParam};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// A custom tool, which accepts free-form text.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "custom"))]
pub struct CustomToolParam {
    /// Name of the tool.
    pub name: String,
    /// Description of the tool.
    pub description: Option<String>,
    /// Format of the text. If omitted, any text is accepted.
    pub format: Option<CustomToolParamFormat>,
    /// Whether to load the tool only when a search finds it.
    pub defer_loading: Option<bool>,
    /// Allowed callers of the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}

/// Format of the text. If omitted, any text is accepted.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum CustomToolParamFormat {
    #[wire("text")]
    Text(CustomTextFormatParam),
    #[wire("grammar")]
    Grammar(CustomGrammarFormatParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
