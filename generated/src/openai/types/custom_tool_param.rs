//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, CustomGrammarFormatParam, CustomTextFormatParam};
use apiarist_runtime::{Maybe, Value, list, object, tagged_union};

/// A tool that takes free text.
#[derive(Clone, Debug, PartialEq)]
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
object!(CustomToolParam {
    "type" = "custom",
    name: required("name"),
    description: optional("description"),
    format: optional("format"),
    defer_loading: optional("defer_loading"),
    allowed_callers: maybe("allowed_callers"),
});

impl CustomToolParam {
    /// With what is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: None,
            format: None,
            defer_loading: None,
            allowed_callers: Maybe::Absent,
        }
    }

    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    pub fn format(mut self, format: CustomToolParamFormat) -> Self {
        self.format = Some(format);
        self
    }

    pub fn defer_loading(mut self, defer_loading: bool) -> Self {
        self.defer_loading = Some(defer_loading);
        self
    }

    pub fn allowed_callers(
        mut self,
        allowed_callers: impl IntoIterator<Item: Into<CallableToolAllowedCaller>>,
    ) -> Self {
        self.allowed_callers = Maybe::Value(list(allowed_callers));
        self
    }
}

/// What the text must look like; anything if left out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CustomToolParamFormat {
    Text(CustomTextFormatParam),
    Grammar(CustomGrammarFormatParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(CustomToolParamFormat by "type" {
    Text: "text",
    Grammar: "grammar",
});
