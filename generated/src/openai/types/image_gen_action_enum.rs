//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Whether to make an image or change one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenActionEnum {
    Generate,
    Edit,
    Auto,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenActionEnum {
    Generate: "generate",
    Edit: "edit",
    Auto: "auto",
});
