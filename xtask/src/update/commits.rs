//! Commits an update in two steps or a release, and describes how to undo one.

use crate::git::Git;
use crate::workspace::Workspace;
use crate::{Failure, print_out};

/// The most files that a message lists.
const LISTED: usize = 10;

/// The commits of an update or a release.
#[derive(Debug)]
pub struct Commits<'a> {
    git: Git<'a>,
    /// The document and its lock, as pathspecs.
    document: Vec<String>,
    /// Every file that may change, as pathspecs.
    all: Vec<String>,
    /// The commit before the changes, or `None` outside of a repository.
    base: Option<String>,
    /// The files that had other changes before.
    dirty: Vec<String>,
}

impl<'a> Commits<'a> {
    /// Determines the state of the files that may change with those of a folder, such as `specs/tavus`.
    pub fn of(workspace: &'a Workspace, folder: &str) -> Self {
        let git = Git::at(workspace.root());
        let document = vec![folder.to_owned(), format!(":(exclude){folder}/names.lock")];
        // Git rejects a pathspec that matches nothing.
        let lock = Some("Cargo.lock".to_owned()).filter(|path| workspace.root().join(path).exists());
        let all = [folder.to_owned(), "generated".to_owned()].into_iter().chain(lock).collect::<Vec<_>>();
        let base = git.commit_of("HEAD");
        let dirty = git.dirty(&borrowed(&all)).unwrap_or_default();
        Self { git, document, all, base, dirty }
    }

    /// Rejects commits that would contain something else or cannot be made.
    pub fn check(&self) -> Result<(), Failure> {
        if self.base.is_none() {
            let message = "cannot commit: the workspace is not a git repository with a commit";
            return Err(Failure::Message(format!("{message}\nhelp: run the task without `--commit`")));
        }
        if !self.dirty.is_empty() {
            let mut files: Vec<&str> = self.dirty.iter().take(LISTED).map(String::as_str).collect();
            if self.dirty.len() > LISTED {
                files.push("...");
            }
            return Err(Failure::Message(format!(
                "cannot commit: these files have uncommitted changes: {}\nhelp: commit or stash them, or run the \
                 task without `--commit`",
                files.join(", ")
            )));
        }
        self.git.run(&["var", "GIT_COMMITTER_IDENT"]).map(drop).map_err(|_| {
            let message = "cannot commit: git does not know the name and the email of the committer";
            Failure::Message(format!("{message}\nhelp: set `user.name` and `user.email` with `git config`"))
        })
    }

    /// Commits the document.
    pub fn commit_document(&self, message: &str) -> Result<(), Failure> {
        self.git.commit(&borrowed(&self.document), message).map(drop)
    }

    /// Commits everything that follows from the document. Returns `false` if nothing does.
    pub fn commit_rest(&self, message: &str) -> Result<bool, Failure> {
        self.git.commit(&borrowed(&self.all), message)
    }

    /// Prints the commands that commit the update in two steps, and the one that undoes it.
    pub fn print_next(&self, document: &str, rest: &str) {
        if self.base.is_some() {
            let steps = [command(&self.document, document), self.command(rest)].join("\n  ");
            let undo = self.or_undo();
            print_out(&format!("next: review `git diff`, then commit the update in two steps:\n  {steps}{undo}"));
        }
    }

    /// Returns the command that commits everything with this subject.
    pub fn command(&self, subject: &str) -> String {
        command(&self.all, subject)
    }

    /// Returns the command that undoes the changes as the last lines of a message, which are empty without such a command.
    pub fn or_undo(&self) -> String {
        self.undo().map(|undo| format!("\nor undo it:\n  {undo}")).unwrap_or_default()
    }

    /// Returns the command that undoes the changes, or `None` if it would also undo others.
    fn undo(&self) -> Option<String> {
        let base = self.base.as_ref().filter(|_| self.dirty.is_empty())?;
        let has_commit = self.git.commit_of("HEAD").is_some_and(|head| head != *base);
        let reset = if has_commit { format!("git reset --soft {base} && ") } else { String::new() };
        // A file or folder that is new since the base is only removed.
        let is_tracked = |path: &&String| self.git.run(&["cat-file", "-e", &format!("{base}:./{path}")]).is_ok();
        let tracked: Vec<&str> = self.all.iter().filter(is_tracked).map(String::as_str).collect();
        let (tracked, all) = (tracked.join(" "), self.all.join(" "));
        Some(format!(
            "{reset}git restore --source HEAD --staged --worktree -- {tracked} && git clean --force --quiet -d -- {all}"
        ))
    }

    /// Returns the failure of a step after files have changed: the changes, how to finish, and how to undo them.
    pub fn interrupted(&self, changed: &str, rest: &str, failure: Failure) -> Failure {
        let Failure::Message(message) = failure else { return failure };
        let undo = match self.undo() {
            Some(undo) => format!("undo this with\n  {undo}"),
            None => "undo this by hand: the files had other changes before".to_owned(),
        };
        Failure::Message(format!("{message}\n{changed}\nhelp: fix the cause and {rest}, or {undo}"))
    }
}

/// Returns the command that commits the changes of some paths.
fn command(paths: &[String], subject: &str) -> String {
    let paths = paths.iter().map(|path| quoted(path)).collect::<Vec<_>>().join(" ");
    format!("git add --all -- {paths} && git commit --message {} -- {paths}", quoted(subject))
}

/// Returns a word for a POSIX shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

fn borrowed(paths: &[String]) -> Vec<&str> {
    paths.iter().map(String::as_str).collect()
}
