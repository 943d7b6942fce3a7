//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Who may call a tool: the model itself or its programs.
    pub enum CallableToolAllowedCaller {
        Direct = "direct",
        Programmatic = "programmatic",
    }
}
