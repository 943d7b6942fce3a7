// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether a change worked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ApplyPatchCallOutputStatusParam {
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `failed`
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
