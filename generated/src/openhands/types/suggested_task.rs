// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ProviderType, TaskType};
use apiarist_runtime::Object;

/// A task that the service proposes from the state of a repository.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
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
