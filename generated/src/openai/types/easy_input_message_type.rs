// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Always `message`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum EasyInputMessageType {
    /// `message`
    #[wire("message")]
    Message,
    /// A value that this version does not know.
    Unknown(String),
}
