//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Service that hosts repositories or accounts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProviderType {
    Github,
    Gitlab,
    Bitbucket,
    EnterpriseSso,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ProviderType {
    Github: "github",
    Gitlab: "gitlab",
    Bitbucket: "bitbucket",
    EnterpriseSso: "enterprise_sso",
});
