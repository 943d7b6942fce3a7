//! The `init` command: writes the settings of a project, and a document if there is none.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::diagnostics::tally;
use apiarist::files::{self, Files, FilesError};
use apiarist::settings::{FILE_NAME, Settings};
use apiarist::{OpenError, Project, document_in};
use apiarist_cli::settings_text::{quoted, settings_text};
use apiarist_cli::terminal::{DIAGNOSTICS_LIMIT, print_diagnostics, print_err};

use crate::document_source::DocumentSource;
use crate::embedded::SCHEMA;
use crate::progress::print_note;
use crate::{FINDINGS, fail};

/// The document of a project that starts without one.
const STARTER: &str = include_str!("starter.yaml");

/// The JSON Schema of the settings, for editors.
const SCHEMA_FILE: &str = "apiarist.schema.json";

/// Writes the files of a new project, or nothing after an error.
pub fn init(folder: &Path, from: Option<&DocumentSource>) -> ExitCode {
    let settings = folder.join(FILE_NAME);
    let existing = document_in(folder, &Settings::default());
    let present = std::iter::once(&settings).chain(from.map(|_| &existing)).find(|path| path.exists());
    if let Some(present) = present {
        print_err(&format!("error: {} already exists\nhelp: edit it, or choose another folder", present.display()));
        return ExitCode::from(FINDINGS);
    }
    let bytes = match from {
        _ if existing.exists() => None,
        Some(from) => match from.read() {
            Ok(bytes) => Some(bytes),
            Err(message) => {
                print_err(&format!("error: {message}"));
                return ExitCode::from(FINDINGS);
            }
        },
        None => Some(STARTER.as_bytes().to_owned()),
    };
    let is_json = bytes.as_ref().is_some_and(|bytes| bytes.trim_ascii_start().starts_with(b"{"));
    let name = match &bytes {
        Some(_) if is_json => "openapi.json".to_owned(),
        Some(_) => "openapi.yaml".to_owned(),
        None => existing.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let project = match open(folder, &existing, &name, bytes.clone()) {
        Ok(project) => project,
        Err(error) => {
            print_diagnostics(error.document(), error.diagnostics(), DIAGNOSTICS_LIMIT);
            print_err(&format!("stopped: {}", tally(error.diagnostics())));
            return ExitCode::from(FINDINGS);
        }
    };
    let mut files = Files::new();
    files.insert(FILE_NAME, settings_text(project.client(), SCHEMA_FILE, &name, &source_lines(from)));
    files.insert(SCHEMA_FILE, SCHEMA);
    // The document is valid, so it is UTF-8.
    if let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
        files.insert(&name, text);
    }
    match write(&files, folder) {
        Ok(()) => {
            print_note(&next_steps(folder, &files));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}

/// Opens the document of the project, which may not be a file yet. The client is named after the folder.
fn open(folder: &Path, existing: &Path, name: &str, bytes: Option<Vec<u8>>) -> Result<Project, OpenError> {
    let absolute = fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).unwrap_or_default();
    let client = absolute.file_name().map_or("api".to_owned(), |name| name.to_string_lossy().into_owned());
    let options = Project::options().client_name(client);
    match bytes {
        Some(bytes) => options.open_bytes(folder.join(name), bytes),
        None => options.open(existing),
    }
}

/// Returns the lines of `[source]` in the settings.
fn source_lines(from: Option<&DocumentSource>) -> String {
    match from {
        Some(DocumentSource::Url(url)) => format!("# The origin of the document.\nurl = {}\n", quoted(url)),
        _ => String::new(),
    }
}

fn write(files: &Files, folder: &Path) -> Result<(), FilesError> {
    let held = files::lock(folder, || {})?;
    // Generated files in `src` of the folder belong to a crate.
    files.compare_with(folder, |_| false)?.write(&held)
}

/// Returns the written files, and the commands that use them.
fn next_steps(folder: &Path, files: &Files) -> String {
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    let paths: Vec<_> = paths.iter().map(|path| path.strip_prefix(".").unwrap_or(path).display().to_string()).collect();
    let (settings, client) = (folder.join(FILE_NAME), folder.join("client"));
    let [settings, client] = [&settings, &client].map(|path| path.strip_prefix(".").unwrap_or(path).display());
    let folder = folder.display();
    format!(
        "wrote {}\n\nNext steps:\n\
         1. Compare the environment variables in {settings} with the documentation of the API.\n\
         2. Run `apiarist check {folder}` to report everything that the client cannot express.\n\
         3. Run `apiarist generate {folder} --out {client}` to write the client.",
        paths.join(", "),
    )
}
