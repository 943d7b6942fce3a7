// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCreateFileOperationParam, ApplyPatchDeleteFileOperationParam,
    ApplyPatchUpdateFileOperationParam,
};
use apiarist_runtime::{TaggedUnion, Value};

/// A file change, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum ApplyPatchOperationParam {
    #[wire("create_file")]
    CreateFile(ApplyPatchCreateFileOperationParam),
    #[wire("delete_file")]
    DeleteFile(ApplyPatchDeleteFileOperationParam),
    #[wire("update_file")]
    UpdateFile(ApplyPatchUpdateFileOperationParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
