// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether to make an image or change one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ImageGenActionEnum {
    /// `generate`
    #[wire("generate")]
    Generate,
    /// `edit`
    #[wire("edit")]
    Edit,
    /// `auto`
    #[wire("auto")]
    Auto,
    /// A value that this version does not know.
    Unknown(String),
}
