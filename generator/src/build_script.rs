//! Generation of a client in the build script of a crate.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::diagnostics::Severity;
use crate::files::{self, Files, FilesError};
use crate::print::PrintError;
use crate::project::{OpenError, Project};
use crate::settings;
use crate::source::{FileId, folder_of};

/// The name of the module of [`build`].
const MODULE: &str = "api";

/// Generates the client of a document in a build script, as the module `api`.
///
/// The crate includes the module, and depends on `apiarist-runtime` with the feature `reqwest`:
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), apiarist::BuildError> {
///     apiarist::build("openapi.yaml")
/// }
/// ```
///
/// ```ignore
/// // src/lib.rs
/// include!(concat!(env!("OUT_DIR"), "/api.rs"));
/// ```
///
/// Settings, overlays and locked names are read as by [`Project::open`]. Cargo runs the build script again if one of
/// these files changes, and shows the warnings about the document.
///
/// Prefer code that is checked in, by `apiarist generate --module`: it can be reviewed and searched, and builds without
/// the generator. `names.lock` is not written, because a build script must not change the folder of its crate.
///
/// # Errors
/// Returns an error if the document is not valid, the client cannot be written, or the process is not a build script.
pub fn build(document: impl AsRef<Path>) -> Result<(), BuildError> {
    build_as(document, MODULE)
}

/// Generates the client of a document like [`build`], as the module and the file `{module}.rs` of this name.
///
/// # Errors
/// Returns the errors of [`build`].
pub fn build_as(document: impl AsRef<Path>, module: &str) -> Result<(), BuildError> {
    let out = env::var_os("OUT_DIR").ok_or(BuildError::NoBuildScript)?;
    let lines = build_in(document.as_ref(), module, Path::new(&out))?;
    // Cargo reads instructions from the standard output of a build script.
    lines.iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// Writes the module to a folder, and returns the instructions for cargo.
fn build_in(document: &Path, module: &str, out: &Path) -> Result<Vec<String>, BuildError> {
    let project = Project::open(document).map_err(BuildError::Open)?;
    let source = project.document().path().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut written = project.client().embedded_module(Path::new(module), &source, false).map_err(BuildError::Print)?;
    let root = out.join(module).join("mod.rs");
    let header = files::header(&source, " when the crate is built again.");
    written.insert(format!("{module}.rs"), format!("// {header}\n\n#[path = {root:?}]\npub mod {module};\n"));
    write(&written, out).map_err(BuildError::Files)?;
    let mut lines: Vec<String> =
        inputs(&project, document).iter().map(|path| format!("cargo::rerun-if-changed={}", path.display())).collect();
    let diagnostics = project.diagnostics();
    let warnings = diagnostics.iter().filter(|found| diagnostics.severity(found) == Severity::Warning);
    lines.extend(warnings.map(|found| {
        let excerpt = found.excerpt(Some(project.document()));
        let location = excerpt.map(|at| format!("{}:{}: ", at.path.display(), at.line)).unwrap_or_default();
        format!("cargo::warning={location}{}", found.message.escape_debug())
    }));
    Ok(lines)
}

fn write(written: &Files, out: &Path) -> Result<(), FilesError> {
    let lock = files::lock(out, || {})?;
    written.compare_with(out, |_| false)?.write(&lock)
}

/// Returns the files and folders on which the client depends. Cargo also notices when a missing one is created.
fn inputs(project: &Project, document: &Path) -> Vec<PathBuf> {
    let folder = if document.is_dir() { document.to_owned() } else { folder_of(document) };
    let read = project.document();
    let files = (0..read.file_count()).filter_map(|file| u32::try_from(file).ok());
    let files = files.map(|file| read.file(FileId(file)).path().to_owned());
    let others = [folder.join(settings::FILE_NAME), project.names_lock().to_owned(), folder.join("overlays")];
    files.chain(others).collect()
}

/// The reason why a build script cannot generate a client.
pub enum BuildError {
    /// The document or its settings are not valid.
    Open(OpenError),
    /// A generated item is not valid Rust, which is a bug of the generator.
    Print(PrintError),
    /// The client cannot be written.
    Files(FilesError),
    /// The process is not a build script: the environment variable `OUT_DIR` is not set.
    NoBuildScript,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(error) => error.fmt(f),
            Self::Print(error) => error.fmt(f),
            Self::Files(error) => error.fmt(f),
            Self::NoBuildScript => f.write_str("`OUT_DIR` is not set; call this function in a build script"),
        }
    }
}

/// Renders like `Display`, because the result of `main` prints an error this way.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_is_written_to_the_folder_of_the_build() {
        let folder = tempfile::tempdir().unwrap();
        let document = folder.path().join("openapi.yaml");
        let text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {/pets: {get: {responses: {'204': {}}}}}\n\
                    components: {schemas: {Pet: {type: strng}}}\n";
        std::fs::write(&document, text).unwrap();
        let out = folder.path().join("out");
        std::fs::create_dir(&out).unwrap();
        for _ in 0..2 {
            let lines = build_in(&document, "pets", &out).unwrap();
            let changed: Vec<_> = lines.iter().filter(|line| line.starts_with("cargo::rerun-if-changed=")).collect();
            assert_eq!(changed.len(), 4, "{lines:?}");
            assert!(lines.iter().any(|line| line.contains("openapi.yaml:4: ") && line.contains("strng")), "{lines:?}");
        }
        let root = std::fs::read_to_string(out.join("pets.rs")).unwrap();
        assert!(root.contains(&format!("#[path = {:?}]\npub mod pets;\n", out.join("pets").join("mod.rs"))), "{root}");
        assert!(out.join("pets/operations/pets.rs").exists());
        let missing = build_in(&folder.path().join("missing.yaml"), "pets", &out).unwrap_err();
        assert!(missing.to_string().contains("missing.yaml"), "{missing}");
    }
}
