//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DirectToolCallCallerParam, ProgramToolCallCallerParam};
use apiarist_runtime::{Value, tagged_union};

/// Who made a call: the model itself or a program it wrote.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ToolCallCallerParam {
    Direct(DirectToolCallCallerParam),
    Program(ProgramToolCallCallerParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(ToolCallCallerParam by "type" {
    Direct: "direct",
    Program: "program",
});
