//! Prints the public surface of the clients.

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;

use crate::workspace::Workspace;
use crate::{Failure, say, tell_findings};

/// Prints the public surface of the clients of these documents, or of all when none is named.
pub fn outline(workspace: &Workspace, names: &[String]) -> Result<(), Failure> {
    let specs = workspace.specs()?;
    let selected = Workspace::select(&specs, names)?;
    let mut has_failed = false;
    for spec in &selected {
        let opened = workspace.open(spec)?;
        let mut diagnostics = Diagnostics::new();
        let client = Client::plan(&opened.document, &opened.settings, &mut diagnostics);
        match client.filter(|_| !diagnostics.has_errors()) {
            Some(client) => {
                if selected.len() > 1 {
                    say(&format!("# {}", spec.name));
                }
                say(client.outline().trim_end());
            }
            None => {
                tell_findings(Some(&opened.document), &diagnostics);
                has_failed = true;
            }
        }
    }
    if has_failed { Err(Failure::Findings) } else { Ok(()) }
}
