//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::{Maybe, object};

/// A microagent to be written for a repository.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateMicroagent {
    /// Repository, as `owner/name`.
    pub repo: String,
    /// Service that hosts the repository.
    pub git_provider: Maybe<ProviderType>,
    /// Title of the microagent.
    pub title: Maybe<String>,
}
object!(CreateMicroagent {
    repo: required("repo"),
    git_provider: maybe("git_provider"),
    title: maybe("title"),
});

impl CreateMicroagent {
    /// With what is required.
    pub fn new(repo: impl Into<String>) -> Self {
        Self {
            repo: repo.into(),
            git_provider: Maybe::Absent,
            title: Maybe::Absent,
        }
    }

    pub fn git_provider(mut self, git_provider: ProviderType) -> Self {
        self.git_provider = Maybe::Value(git_provider);
        self
    }

    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Maybe::Value(title.into());
        self
    }
}
