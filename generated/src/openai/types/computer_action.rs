// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ClickParam, DoubleClickAction, DragParam, KeyPressAction, MoveParam, ScreenshotParam,
    ScrollParam, TypeParam, WaitParam,
};
use apiarist_runtime::{TaggedUnion, Value};

/// A computer action, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum ComputerAction {
    #[wire("click")]
    Click(ClickParam),
    #[wire("double_click")]
    DoubleClick(DoubleClickAction),
    #[wire("drag")]
    Drag(DragParam),
    #[wire("keypress")]
    Keypress(KeyPressAction),
    #[wire("move")]
    Move(MoveParam),
    #[wire("screenshot")]
    Screenshot(ScreenshotParam),
    #[wire("scroll")]
    Scroll(ScrollParam),
    #[wire("type")]
    Type(TypeParam),
    #[wire("wait")]
    Wait(WaitParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
