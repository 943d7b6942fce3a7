//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// A way to write a grammar.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GrammarSyntax {
    Lark,
    Regex,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(GrammarSyntax {
    Lark: "lark",
    Regex: "regex",
});
