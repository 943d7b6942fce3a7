//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// A way to write a grammar.
    pub enum GrammarSyntax {
        Lark = "lark",
        Regex = "regex",
    }
}
