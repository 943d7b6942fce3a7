// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ProviderType, TaskType};
use apiarist_runtime::Object;

/// A task suggested by the service, based on the state of a repository.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct SuggestedTask {
    /// Hosting provider of the repository.
    pub git_provider: ProviderType,
    /// Type of the task.
    pub task_type: TaskType,
    /// Repository, as `owner/name`.
    pub repo: String,
    /// Number of the issue or pull request.
    pub issue_number: i64,
    /// Title of the issue or pull request.
    pub title: String,
}
