//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A kind of computer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ComputerEnvironment {
    #[wire("windows")]
    Windows,
    #[wire("mac")]
    Mac,
    #[wire("linux")]
    Linux,
    #[wire("ubuntu")]
    Ubuntu,
    #[wire("browser")]
    Browser,
    /// A value that this version does not know.
    Unknown(String),
}
