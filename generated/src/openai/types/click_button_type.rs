//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A button of the mouse.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ClickButtonType {
    #[wire("left")]
    Left,
    #[wire("right")]
    Right,
    #[wire("wheel")]
    Wheel,
    #[wire("back")]
    Back,
    #[wire("forward")]
    Forward,
    /// A value that this version does not know.
    Unknown(String),
}
