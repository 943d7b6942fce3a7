// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{DirectToolCallCallerParam, ProgramToolCallCallerParam};
use apiarist_runtime::{TaggedUnion, Value};

/// Origin of a call: the model itself or a program that it wrote.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum ToolCallCallerParam {
    #[wire("direct")]
    Direct(DirectToolCallCallerParam),
    #[wire("program")]
    Program(ProgramToolCallCallerParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
