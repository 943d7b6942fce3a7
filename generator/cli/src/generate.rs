//! The `generate` command: writes the client of a document as a crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::Project;
use apiarist::emit::RuntimeDependency;
use apiarist::files::{self, Files, FilesError, FolderLock};
use apiarist::settings;
use apiarist::source::folder_of;
use apiarist_cli::terminal::print_err;

use crate::arguments::Input;
use crate::check::{conclude, open, options};
use crate::{FINDINGS, USAGE, crate_name, fail};

/// Writes the crate of a document, or nothing if the document has errors.
pub fn generate(
    input: &Input,
    out: &Path,
    name: Option<String>,
    runtime_path: Option<PathBuf>,
    is_renamed: bool,
) -> ExitCode {
    if let Some(name) = name.as_ref().filter(|name| !crate_name::is_valid(name)) {
        print_err(&format!(
            "error: `{name}` is not a valid crate name\nhelp: use lowercase letters, digits and hyphens"
        ));
        return ExitCode::from(USAGE);
    }
    let runtime = match runtime_path.map(|path| runtime_dependency(&path, out)).transpose() {
        Ok(dependency) => dependency.unwrap_or_else(published_runtime),
        Err(message) => {
            print_err(&format!("error: {message}"));
            return ExitCode::from(USAGE);
        }
    };
    if let Err(error) = files::check_folder(out) {
        return fail(&error);
    }
    let (project, census) = match open(input, &options(&input.document).ignore_lock(is_renamed)) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let client = project.client();
    let document = project.document().path();
    let name = name.unwrap_or_else(|| crate_name::from_title(&client.api().title, document));
    let source = document.file_name().unwrap_or_default().to_string_lossy();
    let files = match client.standalone_crate(&name, &source, runtime) {
        Ok(files) => files,
        Err(error) => {
            print_err(&error.to_string());
            return ExitCode::from(FINDINGS);
        }
    };
    let is_locked = input.document.names_lock.is_some() || has_lock(&project);
    let lock = client.names().lock();
    let lock_file = project.names_lock();
    // An existing lock is written even if it becomes empty: its names are outdated.
    let lock_text = (is_locked && (lock_file.exists() || !lock.is_empty())).then(|| lock.to_text());
    let written = match lock_text {
        Some(text) => write_with_lock(files, out, lock_file, text),
        None => hold(out).and_then(|held| files.compare(out)?.write(&held)),
    };
    if let Err(error) = written {
        return fail(&error);
    }
    conclude(input, &census);
    if !is_locked && !lock.is_empty() {
        print_err("help: pass `--names-lock FILE` to keep the names of this client when the document changes");
    }
    ExitCode::SUCCESS
}

/// Returns `true` if the document's folder has a lock or settings. Other folders are left unchanged.
fn has_lock(project: &Project) -> bool {
    let lock = project.names_lock();
    lock.exists() || lock.with_file_name(settings::FILE_NAME).exists()
}

/// Writes a crate and the lock of its names. Both are compared before the first is written.
fn write_with_lock(mut files: Files, out: &Path, lock: &Path, text: String) -> Result<(), FilesError> {
    let held = hold(out)?;
    let folder = folder_of(lock);
    let absolute = fs::canonicalize(&folder).map_err(|error| FilesError::Io { path: folder.clone(), error })?;
    let name = lock.file_name().unwrap_or_default();
    // A folder cannot be locked twice.
    if let Ok(below) = absolute.strip_prefix(held.folder()) {
        files.insert(below.join(name), text);
        return files.compare(out)?.write(&held);
    }
    let also_held = hold(&folder)?;
    let mut locks = Files::new();
    locks.insert(name, text);
    // Generated files in `src` of this folder belong to another crate.
    let (written, locked) = (files.compare(out)?, locks.compare_with(&folder, |_| false)?);
    written.write(&held)?;
    locked.write(&also_held)
}

/// Locks a folder that is about to be written.
fn hold(folder: &Path) -> Result<FolderLock, FilesError> {
    files::lock(folder, || print_err(&format!("waiting for another process that is writing to {}", folder.display())))
}

/// Returns the runtime with the version of this generator.
fn published_runtime() -> RuntimeDependency {
    RuntimeDependency::Version(env!("CARGO_PKG_VERSION").to_owned())
}

/// Returns the runtime in a folder, as a path relative to the crate to be written; an absolute path is preserved.
fn runtime_dependency(path: &Path, out: &Path) -> Result<RuntimeDependency, String> {
    if !path.join("Cargo.toml").is_file() {
        return Err(format!(
            "{} does not contain a crate\nhelp: pass the folder of `apiarist-runtime`",
            path.display()
        ));
    }
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()));
    if path.is_absolute() {
        return Ok(RuntimeDependency::Path(path.display().to_string()));
    }
    let target = fs::canonicalize(path).map_err(|error| format!("{}: {error}", path.display()))?;
    // The crate may not exist yet, but the meaning of `..` depends on its existing parent folders.
    let out = absolute(out)?;
    let existing = out.ancestors().find(|folder| folder.exists()).unwrap_or(&out);
    let rest = out.strip_prefix(existing).unwrap_or(Path::new("")).to_owned();
    let base = fs::canonicalize(existing).map_err(|error| format!("{}: {error}", existing.display()))?.join(rest);
    let shared = target.components().zip(base.components()).take_while(|(a, b)| a == b).count();
    let up = base.components().skip(shared).map(|_| Path::new(".."));
    let down: PathBuf = target.components().skip(shared).collect();
    let path = up.collect::<PathBuf>().join(down);
    // Cargo accepts forward slashes on every system.
    Ok(RuntimeDependency::Path(path.display().to_string().replace('\\', "/")))
}
