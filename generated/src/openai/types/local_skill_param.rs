//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A skill on the machine of the caller.
    pub struct LocalSkillParam {
        /// Name of the skill.
        name: required(String) = "name",
        /// What the skill is for.
        description: required(String) = "description",
        /// Folder of the skill.
        path: required(String) = "path",
    }
    new(name(String), description(String), path(String))
}
