//! Reads and changes pull requests and issues with `gh`, the command of GitHub.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

use crate::Failure;

/// The label of issues about sources that cannot be read.
pub const SOURCE_FAILURE: &str = "source-failure";

/// The user as which workflows write comments.
const WORKFLOWS: &str = "github-actions[bot]";

/// The repository of a workspace on GitHub.
#[derive(Clone, Copy, Debug)]
pub struct GitHub<'a> {
    root: &'a Path,
}

/// A pull request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PullRequest {
    /// The number.
    pub number: u64,
    /// The branch.
    pub head_ref_name: String,
    /// Whether the branch is in a fork.
    is_cross_repository: bool,
    labels: Vec<Label>,
    merged_at: Option<String>,
}

/// An open issue.
#[derive(Clone, Debug, Deserialize)]
pub struct Issue {
    /// The number.
    pub number: u64,
    labels: Vec<Label>,
}

/// A comment on a pull request.
#[derive(Debug, Deserialize)]
struct Comment {
    id: u64,
    body: String,
    login: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Label {
    name: String,
}

impl PullRequest {
    /// Returns the labels.
    pub fn labels(&self) -> BTreeSet<&str> {
        self.labels.iter().map(|label| label.name.as_str()).collect()
    }
}

impl Issue {
    /// Returns `true` if the issue has a label.
    pub fn has_label(&self, name: &str) -> bool {
        self.labels.iter().any(|label| label.name == name)
    }
}

impl<'a> GitHub<'a> {
    /// Creates the repository that the git remote of a folder names.
    pub fn at(root: &'a Path) -> Self {
        Self { root }
    }

    /// Returns the open pull requests whose branches are in the repository itself.
    pub fn pull_requests(&self) -> Result<Vec<PullRequest>, Failure> {
        self.pull_requests_of("open")
    }

    /// Returns the latest pull requests that were closed without being merged.
    pub fn closed_pull_requests(&self) -> Result<Vec<PullRequest>, Failure> {
        let all = self.pull_requests_of("closed")?;
        Ok(all.into_iter().filter(|pull| pull.merged_at.is_none()).collect())
    }

    fn pull_requests_of(&self, state: &str) -> Result<Vec<PullRequest>, Failure> {
        let fields = "number,headRefName,isCrossRepository,labels,mergedAt";
        let text = self.run(&["pr", "list", "--state", state, "--limit", "1000", "--json", fields], None)?;
        let all: Vec<PullRequest> = parse(&text)?;
        Ok(all.into_iter().filter(|pull| !pull.is_cross_repository).collect())
    }

    /// Returns the open issues about sources.
    pub fn issues(&self) -> Result<Vec<Issue>, Failure> {
        let filter = ["--state", "open", "--label", SOURCE_FAILURE, "--limit", "1000", "--json", "number,labels"];
        parse(&self.run(&[&["issue", "list"], filter.as_slice()].concat(), None)?)
    }

    /// Returns the names of the labels.
    pub fn labels(&self) -> Result<BTreeSet<String>, Failure> {
        let labels: Vec<Label> = parse(&self.run(&["label", "list", "--limit", "1000", "--json", "name"], None)?)?;
        Ok(labels.into_iter().map(|label| label.name).collect())
    }

    /// Comments a text on a pull request. Replaces the comment that starts with the same first line, if a workflow has
    /// written one.
    pub fn comment(&self, number: u64, text: &str) -> Result<(), Failure> {
        let mark = text.lines().next().unwrap_or_default();
        let issues = "repos/{owner}/{repo}/issues";
        let all = format!("{issues}/{number}/comments?per_page=100");
        let filter = ".[] | {id, body, login: .user.login}";
        let found = self.run(&["api", &all, "--paginate", "--jq", filter], None)?;
        let mut id = None;
        for line in found.lines().filter(|line| !line.is_empty()) {
            let known: Comment = parse(line)?;
            if known.login == WORKFLOWS && known.body.lines().next() == Some(mark) {
                id = Some(known.id);
            }
        }
        let body = serde_json::json!({ "body": text }).to_string();
        let (method, path) = match id {
            Some(id) => ("PATCH", format!("{issues}/comments/{id}")),
            None => ("POST", format!("{issues}/{number}/comments")),
        };
        self.run(&["api", &path, "--method", method, "--input", "-"], Some(&body)).map(drop)
    }

    /// Runs `gh` with this standard input, and returns its output.
    pub fn run(&self, arguments: &[&str], input: Option<&str>) -> Result<String, Failure> {
        let shown = arguments.iter().take(2).copied().collect::<Vec<_>>().join(" ");
        let failed = |message: String| Failure::Message(format!("gh {shown}: {}", message.trim()));
        let mut command = Command::new("gh");
        command.current_dir(self.root).args(arguments).env("GH_PROMPT_DISABLED", "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| {
            failed(format!("{error}\nhelp: install the GitHub CLI, and log in with `gh auth login`"))
        })?;
        if let Some(mut pipe) = child.stdin.take() {
            // A command that fails does not read its input, and reports the reason itself.
            let _ = pipe.write_all(input.unwrap_or_default().as_bytes());
        }
        let output = child.wait_with_output().map_err(|error| failed(error.to_string()))?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(failed(String::from_utf8_lossy(&output.stderr).into_owned())),
        }
    }
}

fn parse<'text, T: Deserialize<'text>>(text: &'text str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::Message(format!("cannot parse the output of `gh`: {error}")))
}
