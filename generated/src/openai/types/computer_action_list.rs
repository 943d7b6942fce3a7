// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComputerAction;

/// Actions on a screen, in order.
pub type ComputerActionList = Vec<ComputerAction>;
