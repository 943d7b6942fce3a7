// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DirectToolCallCaller, ProgramToolCallCaller};
use apiarist_runtime::{TaggedUnion, Value};

/// Who made a call: the model itself or a program it wrote.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum ToolCallCaller {
    #[wire("direct")]
    Direct(DirectToolCallCaller),
    #[wire("program")]
    Program(ProgramToolCallCaller),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
