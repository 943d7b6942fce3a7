//! A detached checkout of the current branch, on which updates are committed one after another.

use crate::Failure;
use crate::git::Git;
use crate::print_err;

/// A detached checkout. The branch is checked out again on drop.
#[derive(Debug)]
pub struct Checkout<'a> {
    git: Git<'a>,
    branch: String,
    base: String,
}

impl<'a> Checkout<'a> {
    /// Detaches the checkout from its branch.
    ///
    /// # Errors
    /// Returns an error if the working tree has changes, which would be lost, or no branch is checked out.
    pub fn new(git: Git<'a>) -> Result<Self, Failure> {
        let dirty = git.dirty(&["."])?;
        if let Some(file) = dirty.first() {
            return Err(Failure::Message(format!(
                "cannot refresh: the working tree has uncommitted changes, such as {file}\nhelp: commit or stash them first"
            )));
        }
        let branch = git.run(&["symbolic-ref", "--quiet", "--short", "HEAD"]).map_err(|_| {
            Failure::Message("cannot refresh: no branch is checked out\nhelp: run `git switch main` first".to_owned())
        })?;
        let checkout = Self { git, branch, base: git.run(&["rev-parse", "HEAD"])? };
        checkout.reset()?;
        Ok(checkout)
    }

    /// Returns the branch that the pull requests are for.
    pub fn branch(&self) -> &str {
        &self.branch
    }

    /// Returns the commit that the updates are based on.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Returns the current commit.
    pub fn head(&self) -> Result<String, Failure> {
        self.git.run(&["rev-parse", "HEAD"])
    }

    /// Returns to the base, and discards the remains of an update that failed.
    pub fn reset(&self) -> Result<(), Failure> {
        self.git.run(&["checkout", "--quiet", "--force", "--detach", &self.base])?;
        self.git.run(&["clean", "--quiet", "--force", "-d"]).map(drop)
    }
}

impl Drop for Checkout<'_> {
    fn drop(&mut self) {
        let restored = self.reset().and_then(|()| self.git.run(&["switch", "--quiet", &self.branch]).map(drop));
        if let Err(Failure::Message(message)) = restored {
            print_err(&format!("error: {message}\nhelp: return to your branch with `git switch {}`", self.branch));
        }
    }
}
