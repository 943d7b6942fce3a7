// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::LocalSkillParam;
use apiarist_runtime::Object;

/// The machine of the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "local"))]
pub struct LocalEnvironmentParam {
    /// Skills that lie there. At most 200 elements.
    pub skills: Option<Vec<LocalSkillParam>>,
}
