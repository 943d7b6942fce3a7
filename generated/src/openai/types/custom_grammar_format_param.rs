//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::GrammarSyntax;
use apiarist_runtime::object;

object! {
    /// Text that follows a grammar.
    pub struct CustomGrammarFormatParam {
        "type" = "grammar",
        /// How the grammar is written.
        syntax: required(GrammarSyntax) = "syntax",
        /// The grammar.
        definition: required(String) = "definition",
    }
    new(syntax(GrammarSyntax), definition(String))
}
