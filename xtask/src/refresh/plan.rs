//! Decides which branches, pull requests and issues change. Nothing here has an effect.
//!
//! ```text
//! result of an API    pull request    failed before    actions
//! proposed            none                             push, create the pull request
//! proposed            open                             push, edit the pull request
//! proposed            closed by a reviewer             nothing, until the content changes
//! unchanged           open                             close the pull request, delete the branch
//! failed                              no               mark the failure
//! failed                              yes              open or edit the issue
//! proposed, unchanged                 yes              unmark the failure, close the issue
//! ```

use std::collections::BTreeSet;
use std::fmt;

use apiarist::unprintable::escaped;

use super::proposal::{Proposal, api_label, api_of, branch, is_managed};
use crate::github::{Issue, PullRequest, SOURCE_FAILURE};

/// The result of updating one document.
#[derive(Debug)]
pub enum Outcome {
    /// The document does not differ from its source.
    Unchanged,
    /// The document differs, and a commit updates it.
    Proposed(Proposal),
    /// The source cannot be read, or its document is rejected, for this reason.
    Failed(String),
    /// The update waits for the upgrade of the generator.
    Waiting,
}

/// The state of the remote repository.
#[derive(Debug, Default)]
pub struct Remote {
    /// The open pull requests.
    pub pull_requests: Vec<PullRequest>,
    /// The branches whose pull requests were closed without being merged.
    pub rejected: BTreeSet<String>,
    /// The open issues about sources.
    pub issues: Vec<Issue>,
    /// The APIs whose last update failed.
    pub failed: BTreeSet<String>,
    /// The branches with commits of others, which are not overwritten.
    pub edited: BTreeSet<String>,
    /// The branches that already have the proposed content.
    pub current: BTreeSet<String>,
}

/// One change of the remote repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Sets a branch to a commit.
    Push { branch: String, commit: String },
    /// Deletes a branch.
    DeleteBranch(String),
    /// Opens a pull request.
    OpenPull { branch: String, proposal: Proposal },
    /// Changes title, text and labels of a pull request. Labels that others have added stay.
    EditPull { number: u64, proposal: Proposal, removed: Vec<String> },
    /// Closes a pull request with a comment.
    ClosePull { number: u64, comment: String },
    /// Records that a source failed.
    Mark(String),
    /// Records that a source can be read.
    Unmark(String),
    /// Opens an issue about a source that failed twice.
    OpenIssue { api: String, text: String },
    /// Replaces the text of such an issue.
    EditIssue { number: u64, text: String },
    /// Closes such an issue.
    CloseIssue(u64),
}

impl Remote {
    /// Returns the actions for the result of an API.
    pub fn actions_of(&self, api: &str, outcome: &Outcome) -> Vec<Action> {
        let branch = branch(api);
        match outcome {
            Outcome::Waiting => Vec::new(),
            Outcome::Failed(reason) => self.failure(api, reason),
            Outcome::Unchanged => {
                let comment = "The document of the base branch equals its source now, so nothing is left to update.";
                [self.closing(&branch, comment), self.recovery(api)].concat()
            }
            Outcome::Proposed(proposal) => [self.proposing(&branch, proposal), self.recovery(api)].concat(),
        }
    }

    /// Returns the actions that propose a branch.
    pub fn proposing(&self, branch: &str, proposal: &Proposal) -> Vec<Action> {
        let is_current = self.current.contains(branch);
        let is_rejected = is_current && self.rejected.contains(branch) && self.pull_request(branch).is_none();
        if is_rejected || self.edited.contains(branch) {
            return Vec::new();
        }
        let push = Action::Push { branch: branch.to_owned(), commit: proposal.commit.clone() };
        let mut actions = if is_current { Vec::new() } else { vec![push] };
        let proposal = proposal.clone();
        actions.push(match self.pull_request(branch) {
            Some(pull) => {
                let is_stale = |label: &&str| is_managed(label) && !proposal.labels.contains(*label);
                let removed = pull.labels().into_iter().filter(is_stale).map(str::to_owned).collect();
                Action::EditPull { number: pull.number, proposal, removed }
            }
            None => Action::OpenPull { branch: branch.to_owned(), proposal },
        });
        actions
    }

    /// Returns the actions that close the pull request of a branch, if it has one.
    pub fn closing(&self, branch: &str, comment: &str) -> Vec<Action> {
        let Some(pull) = self.pull_request(branch) else { return Vec::new() };
        let close = Action::ClosePull { number: pull.number, comment: comment.to_owned() };
        match self.edited.contains(branch) {
            true => vec![close],
            false => vec![close, Action::DeleteBranch(branch.to_owned())],
        }
    }

    /// Returns the actions that close the pull requests of APIs that no longer exist.
    pub fn closing_removed(&self, apis: &[String]) -> Vec<Action> {
        let branches = self.pull_requests.iter().map(|pull| pull.head_ref_name.as_str());
        let removed = branches.filter(|branch| api_of(branch).is_some_and(|api| !apis.iter().any(|name| name == api)));
        removed.flat_map(|branch| self.closing(branch, "The API was removed or has no source any more.")).collect()
    }

    fn failure(&self, api: &str, reason: &str) -> Vec<Action> {
        if !self.failed.contains(api) {
            return vec![Action::Mark(api.to_owned())];
        }
        let text = format!(
            "`cargo xtask update {api}` failed in two consecutive runs:\n\n{}\n\nThe issue is closed when the source can be read \
             again.\n",
            // Indented lines are code, whatever they contain.
            escaped(reason).lines().map(|line| format!("    {line}\n")).collect::<String>().trim_end()
        );
        vec![match self.issue(api) {
            Some(issue) => Action::EditIssue { number: issue.number, text },
            None => Action::OpenIssue { api: api.to_owned(), text },
        }]
    }

    fn recovery(&self, api: &str) -> Vec<Action> {
        let unmark = self.failed.contains(api).then(|| Action::Unmark(api.to_owned()));
        let close = self.issue(api).map(|issue| Action::CloseIssue(issue.number));
        unmark.into_iter().chain(close).collect()
    }

    fn pull_request(&self, branch: &str) -> Option<&PullRequest> {
        self.pull_requests.iter().find(|pull| pull.head_ref_name == branch)
    }

    fn issue(&self, api: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.has_label(SOURCE_FAILURE) && issue.has_label(&api_label(api)))
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list =
            |labels: &mut dyn Iterator<Item = &String>| labels.map(String::as_str).collect::<Vec<_>>().join(", ");
        match self {
            Self::Push { branch, commit } => write!(f, "push {commit} to {branch}"),
            Self::DeleteBranch(branch) => write!(f, "delete the branch {branch}"),
            Self::OpenPull { branch, proposal: Proposal { title, labels, .. } } => {
                write!(f, "open a pull request for {branch}: {title} [{}]", list(&mut labels.iter()))
            }
            Self::EditPull { number, proposal: Proposal { title, labels, .. }, removed } => {
                let removed: Vec<String> = removed.iter().map(|label| format!("-{label}")).collect();
                write!(f, "edit pull request #{number}: {title} [{}]", list(&mut labels.iter().chain(&removed)))
            }
            Self::ClosePull { number, comment } => write!(f, "close pull request #{number}: {comment}"),
            Self::Mark(api) => write!(f, "mark the failure of {api}"),
            Self::Unmark(api) => write!(f, "unmark the failure of {api}"),
            Self::OpenIssue { api, .. } => write!(f, "open an issue about the source of {api}"),
            Self::EditIssue { number, .. } => write!(f, "edit issue #{number}"),
            Self::CloseIssue(number) => write!(f, "close issue #{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remote(pulls: &[(u64, &str)], issues: &[(u64, &str)], failed: &[&str]) -> Remote {
        let pulls = pulls.iter().map(|(number, branch)| {
            serde_json::json!({"number": number, "headRefName": branch, "isCrossRepository": false,
                "labels": [{"name": "semver:patch"}, {"name": "docs-only"}, {"name": "by-hand"}]})
        });
        let issues = issues.iter().map(|(number, api)| {
            serde_json::json!({"number": number, "labels": [{"name": SOURCE_FAILURE}, {"name": api_label(api)}]})
        });
        Remote {
            pull_requests: pulls.map(|pull| serde_json::from_value(pull).expect("it is valid")).collect(),
            issues: issues.map(|issue| serde_json::from_value(issue).expect("it is valid")).collect(),
            failed: failed.iter().map(|api| (*api).to_owned()).collect(),
            ..Remote::default()
        }
    }

    fn proposed() -> Outcome {
        Outcome::Proposed(Proposal {
            commit: "c0".to_owned(),
            title: "title".to_owned(),
            body: String::new(),
            labels: BTreeSet::from(["semver:major".to_owned(), api_label("pets")]),
        })
    }

    fn shown(remote: &Remote, outcome: &Outcome) -> Vec<String> {
        remote.actions_of("pets", outcome).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_branch_has_one_pull_request() {
        let open = ["push c0 to refresh/pets", "open a pull request for refresh/pets: title [api:pets, semver:major]"];
        assert_eq!(shown(&remote(&[(1, "refresh/pets-2"), (2, "pets")], &[], &[]), &proposed()), open);
        let edit = [
            "push c0 to refresh/pets",
            "edit pull request #7: title [api:pets, semver:major, -docs-only, -semver:patch]",
        ];
        let mut remote = remote(&[(7, "refresh/pets")], &[], &[]);
        assert_eq!(shown(&remote, &proposed()), edit);
        remote.current.insert("refresh/pets".to_owned());
        assert_eq!(shown(&remote, &proposed()), edit[1..]);
        remote.edited.insert("refresh/pets".to_owned());
        assert!(shown(&remote, &proposed()).is_empty());
    }

    #[test]
    fn closed_pull_request_is_opened_again_only_with_other_content() {
        let mut remote = remote(&[], &[], &[]);
        remote.rejected.insert("refresh/pets".to_owned());
        assert_eq!(shown(&remote, &proposed()).len(), 2);
        remote.current.insert("refresh/pets".to_owned());
        assert!(shown(&remote, &proposed()).is_empty());
    }

    #[test]
    fn superseded_pull_requests_are_closed() {
        let mut remote = remote(&[(7, "refresh/pets"), (8, "refresh/gone"), (9, "other")], &[], &[]);
        let closed = shown(&remote, &Outcome::Unchanged);
        assert!(closed[0].starts_with("close pull request #7: ") && closed[1] == "delete the branch refresh/pets");
        let removed = remote.closing_removed(&["pets".to_owned()]);
        assert!(matches!(removed.as_slice(), [Action::ClosePull { number: 8, .. }, Action::DeleteBranch(_)]));
        remote.edited.insert("refresh/pets".to_owned());
        assert_eq!(shown(&remote, &Outcome::Unchanged).len(), 1);
        assert!(shown(&remote, &Outcome::Waiting).is_empty());
    }

    #[test]
    fn second_failure_opens_an_issue_and_success_closes_it() {
        let failed = Outcome::Failed("cannot connect".to_owned());
        assert_eq!(shown(&remote(&[], &[], &[]), &failed), ["mark the failure of pets"]);
        let second = remote(&[], &[(3, "cats")], &["pets"]);
        assert_eq!(shown(&second, &failed), ["open an issue about the source of pets"]);
        let third = remote(&[], &[(3, "cats"), (4, "pets")], &["pets"]);
        assert_eq!(shown(&third, &failed), ["edit issue #4"]);
        assert_eq!(shown(&third, &Outcome::Unchanged), ["unmark the failure of pets", "close issue #4"]);
        assert!(shown(&remote(&[], &[], &[]), &Outcome::Unchanged).is_empty());
    }

    #[test]
    fn reasons_are_code() {
        let remote = remote(&[], &[], &["pets"]);
        let actions = remote.actions_of("pets", &Outcome::Failed("a <b>\n```\nhelp: @all".to_owned()));
        let [Action::OpenIssue { text, .. }] = actions.as_slice() else { panic!("{actions:?}") };
        assert!(text.contains("\n\n    a <b>\n    ```\n    help: @all\n\n"), "{text}");
    }
}
