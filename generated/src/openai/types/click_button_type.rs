// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A mouse button.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ClickButtonType {
    /// `left`
    Left,
    /// `right`
    Right,
    /// `wheel`
    Wheel,
    /// `back`
    Back,
    /// `forward`
    Forward,
    /// A value unknown to this version.
    Unknown(String),
}
