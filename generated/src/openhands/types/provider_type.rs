//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Service that hosts repositories or accounts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ProviderType {
    #[wire("github")]
    Github,
    #[wire("gitlab")]
    Gitlab,
    #[wire("bitbucket")]
    Bitbucket,
    #[wire("enterprise_sso")]
    EnterpriseSso,
    /// A value that this version does not know.
    Unknown(String),
}
