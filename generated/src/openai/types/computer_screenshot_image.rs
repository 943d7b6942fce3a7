//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A picture of a screen, by address or by stored file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComputerScreenshotImage {
    /// Address of the picture.
    pub image_url: Option<String>,
    /// Identifier of a stored file.
    pub file_id: Option<String>,
}
object!(ComputerScreenshotImage {
    "type" = "computer_screenshot",
    image_url: optional("image_url"),
    file_id: optional("file_id"),
});

impl ComputerScreenshotImage {
    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Some(image_url.into());
        self
    }

    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Some(file_id.into());
        self
    }
}
