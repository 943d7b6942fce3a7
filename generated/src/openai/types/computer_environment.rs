//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// A kind of computer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ComputerEnvironment {
    Windows,
    Mac,
    Linux,
    Ubuntu,
    Browser,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ComputerEnvironment {
    Windows: "windows",
    Mac: "mac",
    Linux: "linux",
    Ubuntu: "ubuntu",
    Browser: "browser",
});
