// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ImageGenActionEnum, InputFidelity};
use apiarist_runtime::{Maybe, Object, StringEnum};

/// A tool that generates images.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "image_generation"))]
pub struct ImageGenTool {
    /// Model that generates the image.
    pub model: Option<ImageGenToolModel>,
    /// Quality of the image. Default: `"auto"`.
    pub quality: Option<ImageGenToolQuality>,
    /// Width and height of the image. Default: `"auto"`.
    pub size: Option<ImageGenToolSize>,
    /// File format of the image. Default: `"png"`.
    pub output_format: Option<ImageGenToolOutputFormat>,
    /// Compression level of the image, in percent. 0 to 100. Default: `100`.
    pub output_compression: Option<i64>,
    /// Moderation level for the image. Default: `"auto"`.
    pub moderation: Option<ImageGenToolModeration>,
    /// Background of the image. Default: `"auto"`.
    pub background: Option<ImageGenToolBackground>,
    /// Fidelity to the input image.
    pub input_fidelity: Maybe<InputFidelity>,
    /// Mask of the area to edit in the input image.
    pub input_image_mask: Option<ImageGenToolInputImageMask>,
    /// Number of partial images to stream. 0 to 3. Default: `0`.
    pub partial_images: Option<i64>,
    /// Whether to generate a new image or edit an existing one.
    pub action: Option<ImageGenActionEnum>,
}

/// Model that generates the image.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolModel {
    /// `gpt-image-1`
    #[wire("gpt-image-1")]
    GptImage1,
    /// `gpt-image-1-mini`
    #[wire("gpt-image-1-mini")]
    GptImage1Mini,
    /// `gpt-image-1.5`
    #[wire("gpt-image-1.5")]
    GptImage1_5,
    /// `gpt-image-2`
    #[wire("gpt-image-2")]
    GptImage2,
    /// `gpt-image-2-2026-04-21`
    #[wire("gpt-image-2-2026-04-21")]
    GptImage2_2026_04_21,
    /// A value unknown to this version.
    Unknown(String),
}

/// Quality of the image. Default: `"auto"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolQuality {
    /// `low`
    Low,
    /// `medium`
    Medium,
    /// `high`
    High,
    /// `auto`
    Auto,
    /// A value unknown to this version.
    Unknown(String),
}

/// Width and height of the image. Default: `"auto"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolSize {
    /// `1024x1024`
    #[wire("1024x1024")]
    Value1024x1024,
    /// `1024x1536`
    #[wire("1024x1536")]
    Value1024x1536,
    /// `1536x1024`
    #[wire("1536x1024")]
    Value1536x1024,
    /// `auto`
    Auto,
    /// A value unknown to this version.
    Unknown(String),
}

/// File format of the image. Default: `"png"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolOutputFormat {
    /// `png`
    Png,
    /// `webp`
    Webp,
    /// `jpeg`
    Jpeg,
    /// A value unknown to this version.
    Unknown(String),
}

/// Moderation level for the image. Default: `"auto"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolModeration {
    /// `auto`
    Auto,
    /// `low`
    Low,
    /// A value unknown to this version.
    Unknown(String),
}

/// Background of the image. Default: `"auto"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolBackground {
    /// `transparent`
    Transparent,
    /// `opaque`
    Opaque,
    /// `auto`
    Auto,
    /// A value unknown to this version.
    Unknown(String),
}

/// Mask of the area to edit in the input image.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct ImageGenToolInputImageMask {
    /// The mask as a data URL.
    pub image_url: Option<String>,
    /// ID of the stored mask file.
    pub file_id: Option<String>,
}
