//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::object;

object! {
    /// A microagent to be written for a repository.
    pub struct CreateMicroagent {
        /// Repository, as `owner/name`.
        repo: required(String) = "repo",
        /// Service that hosts the repository.
        git_provider: maybe(ProviderType) = "git_provider",
        /// Title of the microagent.
        title: maybe(String) = "title",
    }
    new(repo(String))
}
