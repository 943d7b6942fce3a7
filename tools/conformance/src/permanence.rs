//! Edits a document where nothing else depends on it, and requires that no other name changes, without locked names.
//!
//! [`apiarist_test_support::permanence`] describes the edits.

use apiarist::diff::compare;
use apiarist::source::Document;
use apiarist::{Client, Diagnostics, Settings};
use apiarist_test_support::permanence::{EDITS, missing_lines, reverse_inside};
use serde_json::Value;

/// The number of unexpected changes that a report lists for each edit.
const LISTED: usize = 3;

/// Returns the names that moved when a document was edited elsewhere: none, or the first of each edit.
pub fn moved_names(document: &Document) -> Vec<String> {
    let Some(old) = Planned::new(document.root()) else { return Vec::new() };
    let mut found = Vec::new();
    for edit in EDITS {
        let mut root = document.root().clone();
        if (edit.apply)(&mut root) {
            let changes = match Planned::new(&root) {
                Some(new) => edit.unexpected(old.changes(&new)),
                None => vec!["the edited document has no client".to_owned()],
            };
            found.extend(listed(edit.name, changes));
        }
    }
    let mut root = document.root().clone();
    reverse_inside(&mut root);
    if let Some(new) = Planned::new(&root) {
        found.extend(listed("order inside schemas", missing_lines(&old.client.outline(), &new.client.outline())));
    }
    found
}

fn listed(edit: &str, changes: Vec<String>) -> Vec<String> {
    let count = changes.len();
    let more = count.saturating_sub(LISTED);
    let first = changes.into_iter().take(LISTED).map(|change| format!("{edit}: {change}"));
    first.chain((more > 0).then(|| format!("{edit}: {more} more"))).collect()
}

/// A document and its client.
struct Planned {
    document: Document,
    client: Client,
}

impl Planned {
    fn new(root: &Value) -> Option<Self> {
        let document = Document::parse("document.json", root.to_string()).ok()?;
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new())?;
        Some(Self { document, client })
    }

    /// Returns the text of each change.
    fn changes(&self, new: &Self) -> Vec<String> {
        let report = compare(&self.client.side(&self.document), &new.client.side(&new.document));
        let texts = report.open().map(|change| {
            let effects: Vec<String> = change.effects.iter().map(|effect| effect.text.clone()).collect();
            format!("{} {} {}", change.subject, change.message, effects.join(", "))
        });
        texts.collect()
    }
}
