// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether a file change succeeded.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ApplyPatchCallOutputStatus {
    /// `completed`
    Completed,
    /// `failed`
    Failed,
    /// A value unknown to this version.
    Unknown(String),
}
