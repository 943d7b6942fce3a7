// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A request for a screenshot.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "screenshot"))]
pub struct ScreenshotParam {}
