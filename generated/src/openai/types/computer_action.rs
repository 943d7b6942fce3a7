//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ClickParam, DoubleClickAction, DragParam, KeyPressAction, MoveParam, ScreenshotParam,
    ScrollParam, TypeParam, WaitParam,
};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// An action on a screen, told apart by `type`.
    pub enum ComputerAction by "type" {
        Click(ClickParam) = "click",
        DoubleClick(DoubleClickAction) = "double_click",
        Drag(DragParam) = "drag",
        Keypress(KeyPressAction) = "keypress",
        Move(MoveParam) = "move",
        Screenshot(ScreenshotParam) = "screenshot",
        Scroll(ScrollParam) = "scroll",
        Type(TypeParam) = "type",
        Wait(WaitParam) = "wait",
    }
}
