//! Prints the public surface of the clients.

use apiarist::Project;

use crate::workspace::Workspace;
use crate::{Failure, print_out};

/// Prints the public surface of the named documents' clients, or of all if none is named.
pub fn outline(workspace: &Workspace, names: &[String]) -> Result<(), Failure> {
    let specs = workspace.specs()?;
    let selected = Workspace::select(&specs, names)?;
    let mut has_failed = false;
    for spec in &selected {
        match workspace.open(spec, Project::options()) {
            Ok(project) => {
                if selected.len() > 1 {
                    print_out(&format!("# {}", spec.name));
                }
                print_out(project.client().outline().trim_end());
            }
            Err(Failure::Reported) => has_failed = true,
            Err(failure) => return Err(failure),
        }
    }
    if has_failed { Err(Failure::Reported) } else { Ok(()) }
}
