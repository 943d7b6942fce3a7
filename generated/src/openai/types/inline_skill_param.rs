//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InlineSkillSourceParam;
use apiarist_runtime::object;

object! {
    /// A skill sent with the request.
    pub struct InlineSkillParam {
        "type" = "inline",
        /// Name of the skill.
        name: required(String) = "name",
        /// What the skill is for.
        description: required(String) = "description",
        /// Files of the skill.
        source: required(InlineSkillSourceParam) = "source",
    }
    new(name(String), description(String), source(InlineSkillSourceParam))
}
