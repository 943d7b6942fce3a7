//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::LocalSkillParam;
use apiarist_runtime::object;

object! {
    /// The machine of the caller.
    pub struct LocalEnvironmentParam {
        "type" = "local",
        /// Skills that lie there. At most 200 elements.
        skills: optional(Vec<LocalSkillParam>) = "skills",
    }
    new()
}
