//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ProviderType, TaskType};
use apiarist_runtime::object;

object! {
    /// A task that the service proposes from the state of a repository.
    pub struct SuggestedTask {
        /// Service that hosts the repository.
        git_provider: required(ProviderType) = "git_provider",
        /// Kind of the task.
        task_type: required(TaskType) = "task_type",
        /// Repository, as `owner/name`.
        repo: required(String) = "repo",
        /// Number of the issue or pull request.
        issue_number: required(i64) = "issue_number",
        /// Title of the issue or pull request.
        title: required(String) = "title",
    }
    new(
        git_provider(ProviderType),
        task_type(TaskType),
        repo(String),
        issue_number(i64),
        title(String),
    )
}
