// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A type of computer environment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ComputerEnvironment {
    /// `windows`
    #[wire("windows")]
    Windows,
    /// `mac`
    #[wire("mac")]
    Mac,
    /// `linux`
    #[wire("linux")]
    Linux,
    /// `ubuntu`
    #[wire("ubuntu")]
    Ubuntu,
    /// `browser`
    #[wire("browser")]
    Browser,
    /// A value unknown to this version.
    Unknown(String),
}
