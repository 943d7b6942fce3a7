//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether to make an image or change one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ImageGenActionEnum {
    #[wire("generate")]
    Generate,
    #[wire("edit")]
    Edit,
    #[wire("auto")]
    Auto,
    /// A value that this version does not know.
    Unknown(String),
}
