//! Reads the state of the remote repository, and performs actions.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::plan::{Action, Remote};
use super::proposal::{Proposal, api_label};
use crate::Failure;
use crate::git::Git;
use crate::github::{GitHub, SOURCE_FAILURE};

/// The refs that mark the sources whose last update failed. They are not branches, so that no user sees them.
const FAILED: &str = "refs/refresh/failed/";

/// The colors of labels, by prefix.
const COLORS: [(&str, &str); 4] =
    [("semver:major", "b60205"), ("semver:", "0e8a16"), (SOURCE_FAILURE, "d93f0b"), ("", "c5def5")];

/// The access to a remote repository.
#[derive(Debug)]
pub struct Performer<'a> {
    git: Git<'a>,
    github: GitHub<'a>,
    remote: &'a str,
    base: &'a str,
    /// The labels that exist.
    labels: RefCell<BTreeSet<String>>,
}

impl<'a> Performer<'a> {
    /// Creates a performer for a remote of git. Pull requests are for the branch `base`.
    pub fn new(git: Git<'a>, github: GitHub<'a>, remote: &'a str, base: &'a str) -> Self {
        Self { git, github, remote, base, labels: RefCell::default() }
    }

    /// Reads the state, and fetches the branches of earlier runs. A branch is edited if it has a commit, since the commit
    /// `base`, by anyone but the current committer.
    pub fn remote(&self, base: &str) -> Result<Remote, Failure> {
        let refs = format!("+refs/heads/refresh*:refs/remotes/{}/refresh*", self.remote);
        self.git.run(&["fetch", "--quiet", "--prune", self.remote, &refs])?;
        let marks = self.git.run(&["ls-remote", self.remote, &format!("{FAILED}*")])?;
        let failed = marks.lines().filter_map(|line| line.split_once(FAILED)).map(|(_, api)| api.to_owned()).collect();
        self.labels.replace(self.github.labels()?);
        let closed = self.github.closed_pull_requests()?.into_iter().map(|pull| pull.head_ref_name);
        let mut remote = Remote {
            rejected: closed.collect(),
            pull_requests: self.github.pull_requests()?,
            issues: self.github.issues()?,
            failed,
            ..Remote::default()
        };
        let me = self.git.run(&["var", "GIT_COMMITTER_IDENT"])?;
        for pull in &remote.pull_requests {
            let commits = format!("{base}..{}", self.tracking(&pull.head_ref_name));
            let committers = self.git.run(&["log", "--no-merges", "--format=%cn <%ce> ", &commits]).unwrap_or_default();
            if committers.lines().any(|committer| !me.starts_with(committer)) {
                remote.edited.insert(pull.head_ref_name.clone());
            }
        }
        Ok(remote)
    }

    /// Marks the branch as current if it already has the content of the proposal. The time in `source.lock` is ignored.
    pub fn compare(&self, base: &str, branch: &str, proposal: &Proposal, remote: &mut Remote) {
        let tracking = self.tracking(branch);
        let is_based = self.git.run(&["merge-base", base, &tracking]).is_ok_and(|found| found == base);
        let others = [":(top)", ":(top,exclude)specs/*/source.lock"];
        let compare = [&["diff", "--quiet", &tracking, &proposal.commit, "--"], others.as_slice()].concat();
        if is_based && self.git.run(&compare).is_ok() {
            remote.current.insert(branch.to_owned());
        }
    }

    /// Performs an action.
    pub fn perform(&self, action: &Action) -> Result<(), Failure> {
        match action {
            Action::Push { branch, commit } => self.push_branch(branch, commit),
            Action::DeleteBranch(branch) => self.push_branch(branch, ""),
            Action::Mark(api) => self.push(&["--force", self.remote, &format!("HEAD:{FAILED}{api}")]),
            Action::Unmark(api) => self.push(&[self.remote, &format!(":{FAILED}{api}")]),
            Action::OpenPull { branch, proposal } => {
                let fixed = ["pr", "create", "--head", branch, "--base", self.base];
                self.edit(&fixed, proposal, "--label")
            }
            Action::EditPull { number, proposal, removed } => {
                let number = number.to_string();
                let removed = removed.iter().flat_map(|label| ["--remove-label", label]);
                let fixed: Vec<&str> = ["pr", "edit", &number].into_iter().chain(removed).collect();
                self.edit(&fixed, proposal, "--add-label")
            }
            Action::ClosePull { number, comment } => {
                self.gh(&["pr", "close", &number.to_string(), "--comment", comment], None)
            }
            Action::OpenIssue { api, text } => {
                let (title, label) = (format!("The source of {api} cannot be used"), api_label(api));
                self.create_label(SOURCE_FAILURE)?;
                self.create_label(&label)?;
                let labels = ["--label", SOURCE_FAILURE, "--label", &label];
                let fixed = ["issue", "create", "--title", &title, "--body-file", "-"];
                self.gh(&[fixed.as_slice(), &labels].concat(), Some(text))
            }
            Action::EditIssue { number, text } => {
                self.gh(&["issue", "edit", &number.to_string(), "--body-file", "-"], Some(text))
            }
            Action::CloseIssue(number) => {
                let comment = "The source can be read again.";
                self.gh(&["issue", "close", &number.to_string(), "--comment", comment], None)
            }
        }
    }

    /// Opens or edits a pull request.
    fn edit(&self, fixed: &[&str], proposal: &Proposal, option: &str) -> Result<(), Failure> {
        for label in &proposal.labels {
            self.create_label(label)?;
        }
        let labels = proposal.labels.iter().flat_map(|label| [option, label]);
        let texts = ["--title", &proposal.title, "--body-file", "-"];
        let arguments: Vec<&str> = fixed.iter().copied().chain(texts).chain(labels).collect();
        self.gh(&arguments, Some(&proposal.body))
    }

    /// Creates a label, unless it exists: its color may have been chosen by a user.
    fn create_label(&self, name: &str) -> Result<(), Failure> {
        if !self.labels.borrow_mut().insert(name.to_owned()) {
            return Ok(());
        }
        let color = COLORS.iter().find(|(prefix, _)| name.starts_with(prefix)).map_or("c5def5", |(_, color)| color);
        self.gh(&["label", "create", name, "--color", color], None)
    }

    fn gh(&self, arguments: &[&str], input: Option<&str>) -> Result<(), Failure> {
        self.github.run(arguments, input).map(drop)
    }

    /// Sets a branch to a commit, or deletes it if `commit` is empty. Fails if anyone has pushed to it in the meantime.
    fn push_branch(&self, branch: &str, commit: &str) -> Result<(), Failure> {
        let known = self.git.commit_of(&self.tracking(branch)).unwrap_or_default();
        let lease = format!("--force-with-lease=refs/heads/{branch}:{known}");
        self.push(&[&lease, self.remote, &format!("{commit}:refs/heads/{branch}")])
    }

    fn push(&self, arguments: &[&str]) -> Result<(), Failure> {
        self.git.run(&[&["push", "--quiet"], arguments].concat()).map(drop)
    }

    fn tracking(&self, branch: &str) -> String {
        format!("refs/remotes/{}/{branch}", self.remote)
    }
}
