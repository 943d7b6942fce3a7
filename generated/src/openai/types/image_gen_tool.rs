//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ImageGenActionEnum, InputFidelity};
use apiarist_runtime::{Maybe, object, string_enum};

/// Makes images.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageGenTool {
    /// Model that makes the image.
    pub model: Option<ImageGenToolModel>,
    /// Quality of the image.
    ///
    /// Default: `"auto"`.
    pub quality: Option<ImageGenToolQuality>,
    /// Width and height of the image.
    ///
    /// Default: `"auto"`.
    pub size: Option<ImageGenToolSize>,
    /// File format of the image.
    ///
    /// Default: `"png"`.
    pub output_format: Option<ImageGenToolOutputFormat>,
    /// How far to compress the image, in percent.
    ///
    /// 0 to 100. Default: `100`.
    pub output_compression: Option<i64>,
    /// How strictly to check the image.
    ///
    /// Default: `"auto"`.
    pub moderation: Option<ImageGenToolModeration>,
    /// What stands behind the picture.
    ///
    /// Default: `"auto"`.
    pub background: Option<ImageGenToolBackground>,
    /// How closely to keep to a given image.
    pub input_fidelity: Maybe<InputFidelity>,
    /// Part of a given image that may change.
    pub input_image_mask: Option<ImageGenToolInputImageMask>,
    /// How many unfinished images to stream.
    ///
    /// 0 to 3. Default: `0`.
    pub partial_images: Option<i64>,
    /// Whether to make a new image or change a given one.
    pub action: Option<ImageGenActionEnum>,
}
object!(ImageGenTool {
    "type" = "image_generation",
    model: optional("model"),
    quality: optional("quality"),
    size: optional("size"),
    output_format: optional("output_format"),
    output_compression: optional("output_compression"),
    moderation: optional("moderation"),
    background: optional("background"),
    input_fidelity: maybe("input_fidelity"),
    input_image_mask: optional("input_image_mask"),
    partial_images: optional("partial_images"),
    action: optional("action"),
});

impl ImageGenTool {
    pub fn model(mut self, model: ImageGenToolModel) -> Self {
        self.model = Some(model);
        self
    }

    pub fn quality(mut self, quality: ImageGenToolQuality) -> Self {
        self.quality = Some(quality);
        self
    }

    pub fn size(mut self, size: ImageGenToolSize) -> Self {
        self.size = Some(size);
        self
    }

    pub fn output_format(mut self, output_format: ImageGenToolOutputFormat) -> Self {
        self.output_format = Some(output_format);
        self
    }

    pub fn output_compression(mut self, output_compression: i64) -> Self {
        self.output_compression = Some(output_compression);
        self
    }

    pub fn moderation(mut self, moderation: ImageGenToolModeration) -> Self {
        self.moderation = Some(moderation);
        self
    }

    pub fn background(mut self, background: ImageGenToolBackground) -> Self {
        self.background = Some(background);
        self
    }

    pub fn input_fidelity(mut self, input_fidelity: InputFidelity) -> Self {
        self.input_fidelity = Maybe::Value(input_fidelity);
        self
    }

    pub fn input_image_mask(mut self, input_image_mask: ImageGenToolInputImageMask) -> Self {
        self.input_image_mask = Some(input_image_mask);
        self
    }

    pub fn partial_images(mut self, partial_images: i64) -> Self {
        self.partial_images = Some(partial_images);
        self
    }

    pub fn action(mut self, action: ImageGenActionEnum) -> Self {
        self.action = Some(action);
        self
    }
}

/// Model that makes the image.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolModel {
    GptImage1,
    GptImage1Mini,
    GptImage1_5,
    GptImage2,
    GptImage2_2026_04_21,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolModel {
    GptImage1: "gpt-image-1",
    GptImage1Mini: "gpt-image-1-mini",
    GptImage1_5: "gpt-image-1.5",
    GptImage2: "gpt-image-2",
    GptImage2_2026_04_21: "gpt-image-2-2026-04-21",
});

/// Quality of the image.
///
/// Default: `"auto"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolQuality {
    Low,
    Medium,
    High,
    Auto,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolQuality {
    Low: "low",
    Medium: "medium",
    High: "high",
    Auto: "auto",
});

/// Width and height of the image.
///
/// Default: `"auto"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolSize {
    Value1024x1024,
    Value1024x1536,
    Value1536x1024,
    Auto,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolSize {
    Value1024x1024: "1024x1024",
    Value1024x1536: "1024x1536",
    Value1536x1024: "1536x1024",
    Auto: "auto",
});

/// File format of the image.
///
/// Default: `"png"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolOutputFormat {
    Png,
    Webp,
    Jpeg,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolOutputFormat {
    Png: "png",
    Webp: "webp",
    Jpeg: "jpeg",
});

/// How strictly to check the image.
///
/// Default: `"auto"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolModeration {
    Auto,
    Low,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolModeration {
    Auto: "auto",
    Low: "low",
});

/// What stands behind the picture.
///
/// Default: `"auto"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolBackground {
    Transparent,
    Opaque,
    Auto,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolBackground {
    Transparent: "transparent",
    Opaque: "opaque",
    Auto: "auto",
});

/// Part of a given image that may change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageGenToolInputImageMask {
    /// The mask as a data URL.
    pub image_url: Option<String>,
    /// Identifier of a stored mask.
    pub file_id: Option<String>,
}
object!(ImageGenToolInputImageMask {
    image_url: optional("image_url"),
    file_id: optional("file_id"),
});

impl ImageGenToolInputImageMask {
    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Some(image_url.into());
        self
    }

    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Some(file_id.into());
        self
    }
}
