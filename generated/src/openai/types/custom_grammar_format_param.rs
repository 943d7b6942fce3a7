// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::GrammarSyntax;
use apiarist_runtime::Object;

/// Text that follows a grammar.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "grammar"))]
pub struct CustomGrammarFormatParam {
    /// How the grammar is written.
    pub syntax: GrammarSyntax,
    /// The grammar.
    pub definition: String,
}
