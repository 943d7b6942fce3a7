//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::GrammarSyntax;
use apiarist_runtime::object;

/// Text that follows a grammar.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomGrammarFormatParam {
    /// How the grammar is written.
    pub syntax: GrammarSyntax,
    /// The grammar.
    pub definition: String,
}
object!(CustomGrammarFormatParam {
    "type" = "grammar",
    syntax: required("syntax"),
    definition: required("definition"),
});

impl CustomGrammarFormatParam {
    /// With what is required.
    pub fn new(syntax: GrammarSyntax, definition: impl Into<String>) -> Self {
        Self {
            syntax,
            definition: definition.into(),
        }
    }
}
