// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Any text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "text"))]
pub struct CustomTextFormatParam {}
