// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A picture of a screen, by address or by stored file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "computer_screenshot"))]
pub struct ComputerScreenshotImage {
    /// Address of the picture.
    pub image_url: Option<String>,
    /// Identifier of a stored file.
    pub file_id: Option<String>,
}
