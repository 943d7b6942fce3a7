//! Writes the crate in `generated/` and the outlines from the documents in `specs/`, or reports how they differ.

mod changes;
mod clients;

use std::time::Instant;

use apiarist::Project;

pub use changes::Changes;
pub use clients::Clients;
use clients::Output;

use crate::workspace::{Spec, Workspace};
use crate::{Failure, api_files, api_name, print_diagnostics, print_err, print_out, versions};

/// The treatment of generated files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Writes the files.
    Write,
    /// Writes the files and names everything by the rules, ignoring `names.lock`.
    Rename,
    /// Compares the files with the existing ones.
    Check,
}

impl Mode {
    /// Returns the mode for the flags `--check` and `--rename`.
    pub fn of(check: bool, rename: bool) -> Self {
        match (check, rename) {
            (true, _) => Self::Check,
            (false, true) => Self::Rename,
            (false, false) => Self::Write,
        }
    }
}

/// Generates the modules of the named documents, or of all if none is named, and the files of the crate around them.
pub fn codegen(workspace: &Workspace, names: &[String], mode: Mode) -> Result<(), Failure> {
    let specs = workspace.specs()?;
    check_names(&specs)?;
    let selected = Workspace::select(&specs, names)?;
    let (mut clients, mut output) = (Clients::default(), Output::default());
    let mut has_failed = false;
    for spec in &specs {
        // The client of an unselected document is planned too, because the root of the crate describes all clients.
        let added = match selected.contains(spec) {
            true => generate(workspace, spec, mode, &mut clients, &mut output),
            false => workspace.open(spec, Project::options()).map(|project| drop(clients.insert(spec, project))),
        };
        match added {
            Ok(()) => {}
            Err(Failure::Reported) => has_failed = true,
            Err(failure) => return Err(failure),
        }
    }
    if has_failed {
        print_err("nothing was written");
        return Err(Failure::Reported);
    }
    let version = versions::changelog(workspace)?.version();
    if mode == Mode::Check {
        clients.generate_root(workspace, version, &mut output)?;
        return show(&Changes::compare(workspace, &output, &selected)?, names);
    }
    Changes::new(workspace, &clients, output, &selected, version)?.write()?;
    print_leftovers(workspace, &specs);
    Ok(())
}

/// Generates the files of a document, and prints its diagnostics and a summary.
fn generate(
    workspace: &Workspace,
    spec: &Spec,
    mode: Mode,
    clients: &mut Clients,
    output: &mut Output,
) -> Result<(), Failure> {
    let start = Instant::now();
    let project = workspace.open(spec, Project::options().ignore_lock(mode == Mode::Rename))?;
    print_diagnostics(Some(project.document()), project.diagnostics());
    let summary = project.census().summary();
    clients.insert(spec, project);
    let lines = clients.generate(&spec.name, output)?;
    print_out(&format!("{}: {summary}; {lines} lines in {:.2} s", spec.name, start.elapsed().as_secs_f64()));
    Ok(())
}

/// Rejects folders of `specs/` whose name is not valid for a module and a feature.
fn check_names(specs: &[Spec]) -> Result<(), Failure> {
    match specs.iter().find_map(|spec| Some((spec, api_name::fault(&spec.name)?))) {
        Some((spec, fault)) => {
            let suggested = api_name::suggestion(&spec.name);
            Err(Failure::Message(format!("specs/: {fault}\nhelp: rename the folder, for example to `{suggested}`")))
        }
        None => Ok(()),
    }
}

/// Prints the leftover files of APIs that are no longer in `specs/`.
fn print_leftovers(workspace: &Workspace, specs: &[Spec]) {
    for (api, files) in api_files::leftovers(workspace, specs) {
        print_err(&format!("specs/{api} no longer exists\nhelp: delete its leftovers: {}", files.join(", ")));
    }
}

/// Prints the differences and the command that fixes them.
fn show(changes: &Changes, names: &[String]) -> Result<(), Failure> {
    if changes.is_empty() {
        print_out("generated/ is up to date");
        return Ok(());
    }
    for diff in changes.diffs() {
        print_out(diff.trim_end());
    }
    let command =
        ["cargo xtask codegen"].into_iter().chain(names.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    Err(Failure::Message(format!("the generated files are out of date\nhelp: run `{command}`")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use apiarist_test_support::folder;
    use tempfile::TempDir;

    const SPEC: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
";

    /// Creates a workspace with a document for each name.
    fn workspace(names: &[&str]) -> (TempDir, Workspace) {
        let root = TempDir::new().expect("a folder");
        for name in names {
            write(root.path(), &format!("specs/{name}/apiarist.toml"), "");
            write(root.path(), &format!("specs/{name}/openapi.yaml"), SPEC);
        }
        let workspace = Workspace::at(root.path());
        (root, workspace)
    }

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Returns all files of `generated/` with their contents.
    fn generated(root: &Path) -> BTreeMap<String, String> {
        folder::texts(&root.join("generated")).expect("texts")
    }

    #[test]
    fn every_document_becomes_a_module_and_codegen_is_idempotent() {
        let (root, workspace) = workspace(&["cats", "guinea-pigs"]);
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let first = generated(root.path());
        for path in ["Cargo.toml", "src/lib.rs", "src/cats/types/pet.rs", "src/guinea_pigs/types/pet.rs"] {
            assert!(first.contains_key(path), "{path} is missing");
        }
        codegen(&workspace, &[], Mode::Check).expect("it is up to date");
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        assert_eq!(generated(root.path()), first);
    }

    #[test]
    fn manifest_inherits_the_package_keys_of_the_workspace() {
        let (root, workspace) = workspace(&["cats"]);
        let manifest = "[workspace.package]\nlicense = \"MIT\"\nrepository = \"https://example.com/cats\"\n";
        write(root.path(), "Cargo.toml", manifest);
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let manifest = &generated(root.path())["Cargo.toml"];
        assert!(manifest.contains("\nrepository.workspace = true\n"), "{manifest}");
        assert!(manifest.contains("\nkeywords = [\"api\", ") && !manifest.contains("homepage"), "{manifest}");
    }

    #[test]
    fn failure_in_one_document_changes_nothing() {
        let (root, workspace) = workspace(&["cats", "dogs"]);
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let before = generated(root.path());
        write(root.path(), "specs/cats/openapi.yaml", &SPEC.replace("Pet", "Cat"));
        write(root.path(), "specs/dogs/openapi.yaml", "not: openapi\n");
        assert!(matches!(codegen(&workspace, &[], Mode::Write), Err(Failure::Reported)));
        assert_eq!(generated(root.path()), before);
    }

    #[test]
    fn check_fails_on_differences_and_writes_nothing() {
        let (root, workspace) = workspace(&["cats"]);
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let before = generated(root.path());
        write(root.path(), "specs/cats/openapi.yaml", &SPEC.replace("name", "age"));
        assert!(
            matches!(codegen(&workspace, &[], Mode::Check), Err(Failure::Message(message)) if message.contains("cargo xtask codegen"))
        );
        assert_eq!(generated(root.path()), before);
    }

    #[test]
    fn only_selected_modules_change_and_orphaned_ones_are_removed() {
        let (root, workspace) = workspace(&["cats", "dogs", "eels"]);
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        write(root.path(), "generated/examples/cats.rs", "fn main() {}\n");
        for name in ["cats", "dogs"] {
            write(root.path(), &format!("specs/{name}/openapi.yaml"), &SPEC.replace("Pet", "Animal"));
        }
        fs::remove_dir_all(root.path().join("specs/eels")).expect("it is there");
        codegen(&workspace, &["cats".to_owned()], Mode::Write).expect("it can be generated");
        let after = generated(root.path());
        assert!(after.contains_key("src/cats/types/animal.rs") && !after.contains_key("src/cats/types/pet.rs"));
        assert!(after.contains_key("src/dogs/types/pet.rs") && !after.contains_key("src/dogs/types/animal.rs"));
        assert!(!after.keys().any(|path| path.starts_with("src/eels")), "{:?}", after.keys());
        assert!(after["src/lib.rs"].contains("pub mod dogs;") && !after["src/lib.rs"].contains("eels"));
        assert!(after.contains_key("examples/cats.rs"));
    }

    #[test]
    fn names_of_the_lock_stay_until_they_are_assigned_again() {
        let (root, workspace) = workspace(&["cats"]);
        let state = "state: {type: string, enum: [asleep, awake]}";
        let spec = SPEC.replace("name: {type: string}", state);
        write(root.path(), "specs/cats/openapi.yaml", &spec);
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        assert!(generated(root.path())["src/cats/types/pet.rs"].contains("enum PetState "));
        let lock = fs::read_to_string(root.path().join("specs/cats/names.lock")).expect("a lock");
        assert!(lock.ends_with("\"Pet.state\" = \"PetState\"\n"), "{lock}");

        write(root.path(), "specs/cats/names.lock", &lock.replace("\"PetState\"", "\"Mood\""));
        assert!(codegen(&workspace, &[], Mode::Check).is_err());
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let text: String = generated(root.path()).into_values().collect();
        assert!(text.contains("enum Mood ") && !text.contains("PetState"));
        codegen(&workspace, &[], Mode::Rename).expect("it can be generated");
        let text: String = generated(root.path()).into_values().collect();
        assert!(text.contains("enum PetState ") && !text.contains("Mood"));
        codegen(&workspace, &[], Mode::Check).expect("the lock has the new names");
    }

    #[test]
    fn an_equal_schema_in_a_second_location_renames_nothing() {
        let (root, workspace) = workspace(&["cats"]);
        let state = "state: {type: string, enum: [asleep, awake]}";
        let spec = SPEC.replace("name: {type: string}", state);
        let other = format!("Litter: {{type: object, properties: {{{state}}}}}, Pet:");
        write(root.path(), "specs/cats/openapi.yaml", &spec.replace("Pet:", &other));
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let text: String = generated(root.path()).into_values().collect();
        assert!(text.contains("type PetState = ") && text.contains("type LitterState = "), "{text}");
    }

    #[test]
    fn crates_of_custom_types_are_consistent_dependencies() {
        let (root, workspace) = workspace(&["cats", "dogs"]);
        write(root.path(), "specs/cats/apiarist.toml", "[dependencies]\nmoney = \"1\"\n");
        write(root.path(), "specs/dogs/apiarist.toml", "[dependencies]\nleash = \"2\"\nmoney = \"1\"\n");
        codegen(&workspace, &[], Mode::Write).expect("it can be generated");
        let manifest = generated(root.path())["Cargo.toml"].clone();
        assert!(manifest.contains("apiarist-runtime.workspace = true\nleash = \"2\"\nmoney = \"1\"\n"), "{manifest}");

        write(root.path(), "specs/dogs/apiarist.toml", "[dependencies]\nmoney = \"2\"\n");
        let result = codegen(&workspace, &[], Mode::Write);
        assert!(matches!(result, Err(Failure::Message(message)) if message.contains("the crate `money`")));
        assert_eq!(generated(root.path())["Cargo.toml"], manifest);
    }

    #[test]
    fn unknown_api_name_is_a_usage_error() {
        let (_root, workspace) = workspace(&["cats"]);
        let result = codegen(&workspace, &["dogs".to_owned()], Mode::Write);
        assert!(
            matches!(result, Err(Failure::Usage(message)) if message.contains("the folders with settings are: cats"))
        );
    }
}
