// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether to generate or edit an image.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ImageGenActionEnum {
    /// `generate`
    Generate,
    /// `edit`
    Edit,
    /// `auto`
    Auto,
    /// A value unknown to this version.
    Unknown(String),
}
