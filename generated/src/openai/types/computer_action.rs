//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ClickParam, DoubleClickAction, DragParam, KeyPressAction, MoveParam, ScreenshotParam,
    ScrollParam, TypeParam, WaitParam,
};
use apiarist_runtime::{Value, tagged_union};

/// An action on a screen, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ComputerAction {
    Click(ClickParam),
    DoubleClick(DoubleClickAction),
    Drag(DragParam),
    Keypress(KeyPressAction),
    Move(MoveParam),
    Screenshot(ScreenshotParam),
    Scroll(ScrollParam),
    Type(TypeParam),
    Wait(WaitParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(ComputerAction by "type" {
    Click: "click",
    DoubleClick: "double_click",
    Drag: "drag",
    Keypress: "keypress",
    Move: "move",
    Screenshot: "screenshot",
    Scroll: "scroll",
    Type: "type",
    Wait: "wait",
});
