// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::{Maybe, Object};

/// An image for the model, by address or by stored file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "input_image"))]
pub struct InputImageContentParamAutoParam {
    /// Address of the image, or the image as a data URL.
    pub image_url: Maybe<String>,
    /// Identifier of a stored file.
    pub file_id: Maybe<String>,
    /// How closely the model looks at the image.
    pub detail: Maybe<DetailEnum>,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Maybe<PromptCacheBreakpointParam>,
}
