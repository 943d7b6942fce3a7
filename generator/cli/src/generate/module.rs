//! A client as a module of an existing crate.

use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use apiarist::emit::RuntimeDependency;
use apiarist::files::{Edits, Files};
use apiarist_cli::terminal::print_err;

use super::runtime::{self, Runtime};
use super::{EDITED, has_lock, hold, write, write_with_lock};
use crate::arguments::GenerateArgs;
use crate::check::{conclude, open, options};
use crate::progress::print_note;
use crate::{FINDINGS, USAGE, fail};

/// The location of a module.
#[derive(Debug, PartialEq, Eq)]
struct ModuleLocation {
    /// The folder of the crate.
    root: PathBuf,
    /// The path of the module in it, such as `src/api`.
    path: PathBuf,
    /// The name of the module.
    name: String,
}

impl ModuleLocation {
    /// Determines the location of the module in a folder, which may not exist yet.
    ///
    /// # Errors
    /// Returns a message if the folder is not in the `src` folder of a crate, or its name is not that of a module.
    fn of(folder: &Path) -> Result<Self, String> {
        let shown = folder.display();
        if folder.components().any(|component| component == Component::ParentDir) {
            return Err(format!("{shown} must not contain `..`\nhelp: change to the folder of the crate"));
        }
        let absolute = std::path::absolute(folder).map_err(|error| format!("{shown}: {error}"))?;
        let mut above = absolute.ancestors().skip(1);
        let root = above.find(|folder| folder.join("Cargo.toml").is_file()).ok_or_else(|| {
            format!("{shown} is not in a crate\nhelp: pass `--out DIR` for a crate of its own, or create a crate by `cargo init`")
        })?;
        let path = absolute.strip_prefix(root).unwrap_or(&absolute);
        let mut parts = path.components().map(|component| component.as_os_str().to_string_lossy());
        let is_module = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        if parts.next().as_deref() != Some("src") {
            return Err(format!("{shown} must be in the `src` folder of a crate, such as `src/api`"));
        }
        let names: Vec<_> = parts.collect();
        match names.last() {
            Some(name) if names.iter().all(|name| is_module(name)) => {
                Ok(Self { root: root.to_owned(), path: path.to_owned(), name: name.clone().into_owned() })
            }
            _ => Err(format!("{shown} must end with the name of a module, in lowercase letters, digits and `_`")),
        }
    }
}

/// Writes the module of a document, or nothing if the document has errors.
pub(super) fn generate_module(arguments: &GenerateArgs, folder: &Path) -> ExitCode {
    let input = &arguments.input;
    let usage = |message: String| {
        print_err(&format!("error: {message}"));
        ExitCode::from(USAGE)
    };
    let location = match ModuleLocation::of(folder) {
        Ok(location) => location,
        Err(message) => return usage(message),
    };
    let (project, census) = match open(input, &options(&input.document).ignore_lock(arguments.rename)) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let source = runtime::source(arguments.runtime.as_ref(), &input.document, project.settings());
    let runtime = match Runtime::new(&source, &location.root) {
        Ok(runtime) => runtime,
        Err(message) => return usage(message),
    };
    let document = project.document().path().file_name().unwrap_or_default().to_string_lossy();
    let client = project.client();
    let mut files: Files = match client.embedded_module(&location.path, &document, arguments.types_only) {
        Ok(files) => files,
        Err(error) => {
            print_err(&error.to_string());
            return ExitCode::from(FINDINGS);
        }
    };
    if !runtime.files.is_empty() {
        files.extend(runtime.files);
        files.handle_edits(if arguments.discard_edits { Edits::Discarded } else { Edits::Rejected });
    }
    let (lock, lock_file) = (client.names().lock(), project.names_lock());
    let is_locked = input.document.names_lock.is_some() || has_lock(project);
    let lock_text = (is_locked && (lock_file.exists() || !lock.is_empty())).then(|| lock.to_text());
    let is_ours = |path: &Path| path.starts_with(&location.path);
    let root = &location.root;
    let written = match lock_text {
        Some(text) => write_with_lock(files, root, lock_file, text, &is_ours),
        None => hold(root).and_then(|held| write(&files, root, &held, &is_ours)),
    };
    match written {
        Ok(_) => {}
        Err(error @ apiarist::files::FilesError::Edited(_)) => {
            print_err(&format!("error: {error}\n{EDITED}"));
            return ExitCode::from(FINDINGS);
        }
        Err(error) => return fail(&error),
    }
    conclude(input, &census);
    print_note(&next_steps(&location, &runtime.dependency, arguments.types_only));
    ExitCode::SUCCESS
}

/// Returns the changes of the crate that the module requires.
fn next_steps(location: &ModuleLocation, runtime: &RuntimeDependency, types_only: bool) -> String {
    let source = match runtime {
        RuntimeDependency::Version(version) => format!("version = \"{version}\""),
        RuntimeDependency::Path(path) => format!("path = \"{path}\""),
    };
    let features = if types_only { "" } else { ", features = [\"reqwest\"]" };
    format!(
        "wrote the module `{name}` to {at}\n\n\
         Next steps:\n  \
         Declare the module in the file of its parent, such as `src/lib.rs`:\n    \
         pub mod {name};\n  \
         Add the runtime to `[dependencies]` of {manifest}:\n    \
         apiarist-runtime = {{ {source}, default-features = false{features} }}",
        name = location.name,
        at = location.path.display(),
        manifest = location.root.join("Cargo.toml").display(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_in_the_source_folder_of_a_crate() {
        let folder = tempfile::tempdir().expect("a folder can be created");
        let root = folder.path();
        let located = |path: &str| ModuleLocation::of(&root.join(path));
        assert!(located("src/api").unwrap_err().contains("is not in a crate"));
        std::fs::write(root.join("Cargo.toml"), "[package]\nname = \"a\"\n").expect("a file can be written");
        let nested = located("src/clients/pet_store").expect("it is in a crate");
        assert_eq!((nested.path, nested.name.as_str()), (PathBuf::from("src/clients/pet_store"), "pet_store"));
        for (path, message) in [
            ("api", "must be in the `src` folder"),
            ("src", "must end with the name of a module"),
            ("src/pet-store", "must end with the name of a module"),
            ("src/Api", "must end with the name of a module"),
            ("src/../api", "must not contain `..`"),
        ] {
            let error = located(path).expect_err("it is not a module");
            assert!(error.contains(message), "{path}: {error}");
        }
    }
}
