//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ImageGenActionEnum, InputFidelity};
use apiarist_runtime::{object, string_enum};

object! {
    /// Makes images.
    pub struct ImageGenTool {
        "type" = "image_generation",
        /// Model that makes the image.
        model: optional(ImageGenToolModel) = "model",
        /// Quality of the image. Default: `"auto"`.
        quality: optional(ImageGenToolQuality) = "quality",
        /// Width and height of the image. Default: `"auto"`.
        size: optional(ImageGenToolSize) = "size",
        /// File format of the image. Default: `"png"`.
        output_format: optional(ImageGenToolOutputFormat) = "output_format",
        /// How far to compress the image, in percent. 0 to 100. Default: `100`.
        output_compression: optional(i64) = "output_compression",
        /// How strictly to check the image. Default: `"auto"`.
        moderation: optional(ImageGenToolModeration) = "moderation",
        /// What stands behind the picture. Default: `"auto"`.
        background: optional(ImageGenToolBackground) = "background",
        /// How closely to keep to a given image.
        input_fidelity: maybe(InputFidelity) = "input_fidelity",
        /// Part of a given image that may change.
        input_image_mask: optional(ImageGenToolInputImageMask) = "input_image_mask",
        /// How many unfinished images to stream. 0 to 3. Default: `0`.
        partial_images: optional(i64) = "partial_images",
        /// Whether to make a new image or change a given one.
        action: optional(ImageGenActionEnum) = "action",
    }
    new()
}

string_enum! {
    /// Model that makes the image.
    pub enum ImageGenToolModel {
        GptImage1 = "gpt-image-1",
        GptImage1Mini = "gpt-image-1-mini",
        GptImage1_5 = "gpt-image-1.5",
        GptImage2 = "gpt-image-2",
        GptImage2_2026_04_21 = "gpt-image-2-2026-04-21",
    }
}

string_enum! {
    /// Quality of the image. Default: `"auto"`.
    pub enum ImageGenToolQuality {
        Low = "low",
        Medium = "medium",
        High = "high",
        Auto = "auto",
    }
}

string_enum! {
    /// Width and height of the image. Default: `"auto"`.
    pub enum ImageGenToolSize {
        Value1024x1024 = "1024x1024",
        Value1024x1536 = "1024x1536",
        Value1536x1024 = "1536x1024",
        Auto = "auto",
    }
}

string_enum! {
    /// File format of the image. Default: `"png"`.
    pub enum ImageGenToolOutputFormat {
        Png = "png",
        Webp = "webp",
        Jpeg = "jpeg",
    }
}

string_enum! {
    /// How strictly to check the image. Default: `"auto"`.
    pub enum ImageGenToolModeration {
        Auto = "auto",
        Low = "low",
    }
}

string_enum! {
    /// What stands behind the picture. Default: `"auto"`.
    pub enum ImageGenToolBackground {
        Transparent = "transparent",
        Opaque = "opaque",
        Auto = "auto",
    }
}

object! {
    /// Part of a given image that may change.
    pub struct ImageGenToolInputImageMask {
        /// The mask as a data URL.
        image_url: optional(String) = "image_url",
        /// Identifier of a stored mask.
        file_id: optional(String) = "file_id",
    }
    new()
}
