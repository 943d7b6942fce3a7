// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ComputerAction;

/// Computer actions, in order.
pub type ComputerActionList = Vec<ComputerAction>;
