// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A kind of computer.
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
    /// A value that this version does not know.
    Unknown(String),
}
