// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A screenshot, from a URL or a stored file.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "computer_screenshot"))]
pub struct ComputerScreenshotImage {
    /// URL of the screenshot.
    pub image_url: Option<String>,
    /// ID of a stored file.
    pub file_id: Option<String>,
}
