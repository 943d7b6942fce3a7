//! The pull request for one change: its branch, title, text and labels.

use std::collections::BTreeSet;
use std::fmt::Write;

use apiarist::diff::Verdict;
use apiarist::unprintable::escaped;

use crate::generator_changes::GeneratorChanges;
use crate::update::{self, Updated};
use crate::versions::CRATE_NAME;

/// The branch of an upgrade of the generator.
pub const GENERATOR_BRANCH: &str = "refresh-generator";

/// The prefix of the branches of APIs.
const BRANCHES: &str = "refresh/";

/// The last paragraph of each text.
const FOOTER: &str = "`cargo xtask refresh` updates this branch until someone else adds a commit to it.";

/// The content of a pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The commit that the branch is set to.
    pub commit: String,
    /// The title.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
    /// The labels.
    pub labels: BTreeSet<String>,
}

/// Returns the branch of an API.
pub fn branch(api: &str) -> String {
    format!("{BRANCHES}{api}")
}

/// Returns the API of a branch, or `None` for other branches.
pub fn api_of(branch: &str) -> Option<&str> {
    branch.strip_prefix(BRANCHES)
}

/// Returns the label of an API.
pub fn api_label(api: &str) -> String {
    format!("api:{api}")
}

/// Returns `true` if refreshing sets and removes a label.
pub fn is_managed(label: &str) -> bool {
    label.starts_with("semver:") || label == DOCS_ONLY
}

const DOCS_ONLY: &str = "docs-only";

impl Proposal {
    /// Describes the update of a document.
    pub fn of_update(api: &str, commit: String, updated: &Updated) -> Self {
        let mut labels = BTreeSet::from([api_label(api), semver_label(updated.verdict)]);
        if updated.changes.is_documentation {
            labels.insert(DOCS_ONLY.to_owned());
        }
        let mut body = String::new();
        if let Some(objection) = &updated.changes.objection {
            body.push_str("> [!WARNING]\n> Check whether the document is complete.\n\n");
            // Indented lines are code, whatever they contain.
            for line in escaped(&objection.message).lines().filter(|line| !line.starts_with("help: ")) {
                let _ = writeln!(body, "    {line}");
            }
            body.push('\n');
        }
        body.push_str(updated.changes.markdown.trim_end());
        let release = match (updated.before, updated.after) {
            (before, after) if before == after => format!("The version of {CRATE_NAME} stays {after}."),
            (before, after) => format!("{CRATE_NAME} {before} → {after}."),
        };
        let _ = write!(
            body,
            "\n\n---\n\n{release} The first commit contains the document, the second everything that follows from it. {FOOTER}\n"
        );
        let title = format!(
            "specs: update {api} to version {} ({})",
            updated.changes.versions.after,
            update::kind(updated.verdict)
        );
        Self { commit, title, body, labels }
    }

    /// Describes an upgrade of the generator.
    pub fn of_generator(commit: String, verdict: Verdict, apis: &[(String, GeneratorChanges)]) -> Self {
        let labels = BTreeSet::from(["generator".to_owned(), semver_label(verdict)]);
        let mut body =
            "No document changed. These are the changes of the generator alone, by lines of the outlines:\n\n\
             | API | changed or removed | added |\n| --- | --- | --- |\n"
                .to_owned();
        for (api, changes) in apis {
            let _ = writeln!(body, "| `{api}` | {} | {} |", changes.removed, changes.added);
        }
        let _ = write!(
            body,
            "\nReview `generated/outlines/` for the public API. Updates of documents wait until this is merged. {FOOTER}\n"
        );
        let title = format!("generated: regenerate with the current generator ({})", update::kind(verdict));
        Self { commit, title, body, labels }
    }
}

/// Returns the label of a verdict. A change without effect on the client still needs a release to be delivered.
fn semver_label(verdict: Verdict) -> String {
    let step = match verdict {
        Verdict::Major => "major",
        Verdict::Minor => "minor",
        Verdict::Patch | Verdict::None => "patch",
    };
    format!("semver:{step}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upgrade_of_the_generator_states_that_no_document_changed() {
        let changes = GeneratorChanges::between("a\n", "b\n");
        let proposal = Proposal::of_generator("c".to_owned(), Verdict::Major, &[("pets".to_owned(), changes)]);
        assert!(proposal.body.starts_with("No document changed. ") && proposal.body.contains("| `pets` | 1 | 1 |"));
        assert!(proposal.labels.contains("semver:major") && proposal.title.ends_with("(breaking)"));
    }
}
