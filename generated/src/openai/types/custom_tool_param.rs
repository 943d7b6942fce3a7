// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, CustomGrammarFormatParam, CustomTextFormatParam};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// A tool that takes free text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "custom"))]
pub struct CustomToolParam {
    /// Name of the tool.
    pub name: String,
    /// What the tool is for.
    pub description: Option<String>,
    /// What the text must look like; anything if left out.
    pub format: Option<CustomToolParamFormat>,
    /// Whether the tool is only loaded when a search finds it.
    pub defer_loading: Option<bool>,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}

/// What the text must look like; anything if left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum CustomToolParamFormat {
    #[wire("text")]
    Text(CustomTextFormatParam),
    #[wire("grammar")]
    Grammar(CustomGrammarFormatParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
