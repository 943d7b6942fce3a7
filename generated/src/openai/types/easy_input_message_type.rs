// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Always `message`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum EasyInputMessageType {
    /// `message`
    #[wire("message")]
    Message,
    /// A value unknown to this version.
    Unknown(String),
}
