// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::GrammarSyntax;
use apiarist_runtime::Object;

/// Text that follows a grammar.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "grammar"))]
pub struct CustomGrammarFormatParam {
    /// Syntax of the grammar.
    pub syntax: GrammarSyntax,
    /// The grammar.
    pub definition: String,
}
