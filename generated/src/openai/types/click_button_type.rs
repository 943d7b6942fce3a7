//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// A button of the mouse.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClickButtonType {
    Left,
    Right,
    Wheel,
    Back,
    Forward,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ClickButtonType {
    Left: "left",
    Right: "right",
    Wheel: "wheel",
    Back: "back",
    Forward: "forward",
});
