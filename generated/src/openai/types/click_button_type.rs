// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// A mouse button.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ClickButtonType {
    /// `left`
    #[wire("left")]
    Left,
    /// `right`
    #[wire("right")]
    Right,
    /// `wheel`
    #[wire("wheel")]
    Wheel,
    /// `back`
    #[wire("back")]
    Back,
    /// `forward`
    #[wire("forward")]
    Forward,
    /// A value unknown to this version.
    Unknown(String),
}
