//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Service that hosts repositories or accounts.
    pub enum ProviderType {
        Github = "github",
        Gitlab = "gitlab",
        Bitbucket = "bitbucket",
        EnterpriseSso = "enterprise_sso",
    }
}
