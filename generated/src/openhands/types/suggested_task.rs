//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ProviderType, TaskType};
use apiarist_runtime::object;

/// A task that the service proposes from the state of a repository.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedTask {
    /// Service that hosts the repository.
    pub git_provider: ProviderType,
    /// Kind of the task.
    pub task_type: TaskType,
    /// Repository, as `owner/name`.
    pub repo: String,
    /// Number of the issue or pull request.
    pub issue_number: i64,
    /// Title of the issue or pull request.
    pub title: String,
}
object!(SuggestedTask {
    git_provider: required("git_provider"),
    task_type: required("task_type"),
    repo: required("repo"),
    issue_number: required("issue_number"),
    title: required("title"),
});

impl SuggestedTask {
    /// With what is required.
    pub fn new(
        git_provider: ProviderType,
        task_type: TaskType,
        repo: impl Into<String>,
        issue_number: i64,
        title: impl Into<String>,
    ) -> Self {
        Self {
            git_provider,
            task_type,
            repo: repo.into(),
            issue_number,
            title: title.into(),
        }
    }
}
