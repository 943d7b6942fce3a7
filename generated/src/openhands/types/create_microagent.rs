// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::{Maybe, Object};

/// A microagent to create for a repository.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct CreateMicroagent {
    /// Repository, as `owner/name`.
    pub repo: String,
    /// Hosting provider of the repository.
    pub git_provider: Maybe<ProviderType>,
    /// Title of the microagent.
    pub title: Maybe<String>,
}
