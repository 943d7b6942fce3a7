//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DirectToolCallCallerParam, ProgramToolCallCallerParam};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// Who made a call: the model itself or a program it wrote.
    pub enum ToolCallCallerParam by "type" {
        Direct(DirectToolCallCallerParam) = "direct",
        Program(ProgramToolCallCallerParam) = "program",
    }
}
