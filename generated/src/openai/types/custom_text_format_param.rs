//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Any text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomTextFormatParam {}
object!(CustomTextFormatParam { "type" = "text" });
