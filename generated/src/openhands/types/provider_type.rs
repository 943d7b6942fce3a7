// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Provider of repositories or accounts.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProviderType {
    /// `github`
    Github,
    /// `gitlab`
    Gitlab,
    /// `bitbucket`
    Bitbucket,
    /// `enterprise_sso`
    EnterpriseSso,
    /// A value unknown to this version.
    Unknown(String),
}
