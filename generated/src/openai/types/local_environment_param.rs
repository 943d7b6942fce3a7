// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::LocalSkillParam;
use apiarist_runtime::Object;

/// The caller's machine.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "local"))]
pub struct LocalEnvironmentParam {
    /// Skills on that machine. At most 200 items.
    pub skills: Option<Vec<LocalSkillParam>>,
}
