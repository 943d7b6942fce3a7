//! The `generate` command: writes the client of a document as a crate.

mod crate_name;
mod module;
mod runtime;
mod vendored;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::Project;
use apiarist::files::{self, Comparison, Edits, Files, FilesError, FolderLock};
use apiarist::report::Census;
use apiarist::settings;
use apiarist::source::folder_of;
use apiarist_cli::terminal::print_err;
use toml::Table;

use crate::arguments::GenerateArgs;
use crate::check::{conclude, open, options};
use crate::progress::{Progress, print_note};
use crate::{FINDINGS, USAGE, fail};
use runtime::Runtime;

/// The name and the version of a crate.
struct Package {
    name: String,
    version: String,
}

/// Writes the crate or the module of a document, or nothing if the document has errors.
pub fn generate(arguments: &GenerateArgs) -> ExitCode {
    match (&arguments.module, &arguments.out) {
        (Some(module), _) => module::generate_module(arguments, module),
        (None, Some(out)) => generate_crate(arguments, out),
        (None, None) => ExitCode::from(USAGE),
    }
}

fn generate_crate(arguments: &GenerateArgs, out: &Path) -> ExitCode {
    let GenerateArgs { input, name, .. } = arguments;
    if let Some(name) = name.as_ref().filter(|name| !crate_name::is_valid(name)) {
        print_err(&format!(
            "error: `{name}` is not a valid crate name\nhelp: use lowercase letters, digits and hyphens"
        ));
        return ExitCode::from(USAGE);
    }
    if let Err(error) = files::check_folder(out) {
        return fail(&error);
    }
    let existing = existing_package(out);
    let options = options(&input.document).ignore_lock(arguments.rename);
    let options = options.package_version(existing.as_ref().map(|package| package.version.clone()));
    let (project, census) = match open(input, &options) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let source = runtime::source(arguments.runtime.as_ref(), &input.document, project.settings());
    let runtime = match Runtime::new(&source, out) {
        Ok(runtime) => runtime,
        Err(message) => {
            print_err(&format!("error: {message}"));
            return ExitCode::from(USAGE);
        }
    };
    let title = &project.client().api().title;
    let name = name.clone().or(existing.map(|package| package.name));
    let name = name.unwrap_or_else(|| crate_name::from_title(title, project.document().path()));
    write_crate(arguments, out, project, &census, &name, runtime)
}

/// Returns the package of a crate that was generated earlier. Its name and its version are released, so they are kept.
fn existing_package(out: &Path) -> Option<Package> {
    let manifest: Table = fs::read_to_string(out.join("Cargo.toml")).ok()?.parse().ok()?;
    let text = |key: &str| Some(manifest.get("package")?.get(key)?.as_str()?.to_owned());
    Some(Package { name: text("name").filter(|name| crate_name::is_valid(name))?, version: text("version")? })
}

/// Writes the crate and the lock of its names, and prints how to continue.
fn write_crate(
    arguments: &GenerateArgs,
    out: &Path,
    project: &Project,
    census: &Census,
    name: &str,
    runtime: Runtime,
) -> ExitCode {
    let GenerateArgs { input, .. } = arguments;
    let client = project.client();
    let source = project.document().path().file_name().unwrap_or_default().to_string_lossy();
    let progress = Progress::start(&format!("generating the crate `{name}`"));
    let generated = match arguments.types_only {
        true => client.types_crate(name, &source, runtime.dependency),
        false => client.standalone_crate(name, &source, runtime.dependency),
    };
    drop(progress);
    let mut files = match generated {
        Ok(files) => files,
        Err(error) => {
            print_err(&error.to_string());
            return ExitCode::from(FINDINGS);
        }
    };
    files.extend(runtime.files);
    files.handle_edits(if arguments.discard_edits { Edits::Discarded } else { Edits::Rejected });
    let is_locked = input.document.names_lock.is_some() || has_lock(project);
    let lock = client.names().lock();
    let lock_file = project.names_lock();
    // An existing lock is written even if it becomes empty: its names are outdated.
    let lock_text = (is_locked && (lock_file.exists() || !lock.is_empty())).then(|| lock.to_text());
    let written = match lock_text {
        Some(text) => write_with_lock(files, out, lock_file, text, &|_| true),
        None => hold(out).and_then(|held| write(&files, out, &held, &|_| true)),
    };
    let written = match written {
        Ok(written) => written,
        Err(error @ FilesError::Edited(_)) => {
            print_err(&format!("error: {error}\n{EDITED}"));
            return ExitCode::from(FINDINGS);
        }
        Err(error) => return fail(&error),
    };
    conclude(input, census);
    let readme =
        if arguments.types_only { "Read the introduction" } else { "Read the introduction with a first program" };
    print_note(&next_steps(out, &written, readme));
    if !is_locked && !lock.is_empty() {
        print_note("help: pass `--names-lock FILE` to keep the names of this client when the document changes");
    }
    ExitCode::SUCCESS
}

/// The alternatives to editing generated files.
const EDITED: &str = "\
help: set metadata and dependencies in `[package]` and `[dependencies]` of `apiarist.toml`
help: to change the runtime, copy it to another folder and pass `--runtime path=DIR`
help: pass `--discard-edits` to replace the files";

/// Returns what was written, how to build it, and how to use it. `readme` is the step about the README.
fn next_steps(out: &Path, written: &Comparison, readme: &str) -> String {
    let package = existing_package(out).map(|it| format!("crate `{}` {}", it.name, it.version)).unwrap_or_default();
    let (at, count) = (out.display(), written.differences.len());
    let result = match count {
        0 => return format!("{package} in {at} is up to date"),
        1 => format!("wrote {package} to {at}: 1 file changed"),
        _ => format!("wrote {package} to {at}: {count} files changed"),
    };
    let manifest = out.join("Cargo.toml");
    let is_new = written.differences.get(Path::new("Cargo.toml")).is_some_and(|manifest| manifest.old.is_none());
    let workspace = is_new.then(|| workspace_around(out)).flatten();
    let member = workspace.map(|path| (path.display().to_string(), "Add the crate to `members` in this workspace"));
    let mut rows = Vec::from_iter(member);
    rows.extend([
        (format!("cargo build --manifest-path {}", manifest.display()), "Build it"),
        (format!("cargo add --path {at}"), "Use it in a program, from the folder of that program"),
        (out.join("README.md").display().to_string(), readme),
    ]);
    let width = rows.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    let rows: String = rows.iter().map(|(command, about)| format!("\n  {command:<width$}  {about}")).collect();
    format!("{result}\n\nNext steps:{rows}")
}

/// Returns the manifest of the workspace that contains a folder. Cargo rejects a crate in it that is not a member.
fn workspace_around(out: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(out).ok()?;
    let manifests = absolute.ancestors().skip(1).map(|folder| folder.join("Cargo.toml"));
    let is_workspace = |path: &PathBuf| {
        let manifest = fs::read_to_string(path).ok().and_then(|text| text.parse::<Table>().ok());
        manifest.is_some_and(|manifest| manifest.contains_key("workspace"))
    };
    manifests.filter(|path| path.is_file()).find(is_workspace)
}

/// Returns `true` if the document's folder has a lock or settings. Other folders are left unchanged.
fn has_lock(project: &Project) -> bool {
    let lock = project.names_lock();
    lock.exists() || lock.with_file_name(settings::FILE_NAME).exists()
}

/// Writes files and the lock of their names. Both are compared before the first is written. Other files in `src` are
/// removed if they were generated and `may_be_stale` returns `true`.
fn write_with_lock(
    mut files: Files,
    out: &Path,
    lock: &Path,
    text: String,
    may_be_stale: &dyn Fn(&Path) -> bool,
) -> Result<Comparison, FilesError> {
    let held = hold(out)?;
    let folder = folder_of(lock);
    let absolute = fs::canonicalize(&folder).map_err(|error| FilesError::Io { path: folder.clone(), error })?;
    let name = lock.file_name().unwrap_or_default();
    // A folder cannot be locked twice.
    if let Ok(below) = absolute.strip_prefix(held.folder()) {
        files.insert(below.join(name), text);
        return write(&files, out, &held, may_be_stale);
    }
    let also_held = hold(&folder)?;
    let mut locks = Files::new();
    locks.insert(name, text);
    // Generated files in `src` of this folder belong to another crate.
    let (written, locked) = (files.compare_with(out, may_be_stale)?, locks.compare_with(&folder, |_| false)?);
    written.write(&held)?;
    locked.write(&also_held)?;
    Ok(written)
}

/// Writes files to a folder, and returns the differences from its previous content.
fn write(
    files: &Files,
    out: &Path,
    held: &FolderLock,
    may_be_stale: &dyn Fn(&Path) -> bool,
) -> Result<Comparison, FilesError> {
    let written = files.compare_with(out, may_be_stale)?;
    written.write(held)?;
    Ok(written)
}

/// Locks a folder that is about to be written.
fn hold(folder: &Path) -> Result<FolderLock, FilesError> {
    files::lock(folder, || print_note(&format!("waiting for another process that is writing to {}", folder.display())))
}
