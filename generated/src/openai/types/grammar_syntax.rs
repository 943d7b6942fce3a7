// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A way to write a grammar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum GrammarSyntax {
    /// `lark`
    #[wire("lark")]
    Lark,
    /// `regex`
    #[wire("regex")]
    Regex,
    /// A value that this version does not know.
    Unknown(String),
}
