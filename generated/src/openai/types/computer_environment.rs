// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A type of computer environment.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ComputerEnvironment {
    /// `windows`
    Windows,
    /// `mac`
    Mac,
    /// `linux`
    Linux,
    /// `ubuntu`
    Ubuntu,
    /// `browser`
    Browser,
    /// A value unknown to this version.
    Unknown(String),
}
