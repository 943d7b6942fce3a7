//! The runtime on which a generated crate depends: a copy in its folder, a version in the registry, or a folder.

use std::fs;
use std::path::{Path, PathBuf};

use apiarist::emit::RuntimeDependency;
use apiarist::settings::{RuntimeSource, Settings};
use apiarist::source::folder_of;

use super::vendored;
use crate::arguments::DocumentArgs;

/// The runtime of a crate.
pub struct Runtime {
    /// The dependency in the manifest.
    pub dependency: RuntimeDependency,
    /// The files of the runtime in the folder of the crate.
    pub files: Vec<(PathBuf, String)>,
}

/// Returns the source of the runtime from the command line or the settings. A path in the settings is relative to them.
pub fn source(argument: Option<&RuntimeSource>, document: &DocumentArgs, settings: &Settings) -> RuntimeSource {
    if let Some(source) = argument {
        return source.clone();
    }
    match &settings.package.runtime {
        Some(RuntimeSource::Path(path)) => {
            let folder = document.settings.as_deref().map_or_else(|| document.document.folder(), folder_of);
            RuntimeSource::Path(folder.join(path))
        }
        source => source.clone().unwrap_or_default(),
    }
}

impl Runtime {
    /// Determines the runtime of the crate that is written to `out`.
    ///
    /// # Errors
    /// Returns a message if the source is not a crate.
    pub fn new(source: &RuntimeSource, out: &Path) -> Result<Self, String> {
        let (dependency, files) = match source {
            RuntimeSource::Vendored => {
                let files = vendored::files().map_err(|error| format!("cannot read the embedded runtime: {error}"))?;
                (RuntimeDependency::Path(vendored::FOLDER.to_owned()), files)
            }
            RuntimeSource::Registry(version) => {
                let version = version.as_deref().unwrap_or(env!("CARGO_PKG_VERSION"));
                (RuntimeDependency::Version(version.to_owned()), Vec::new())
            }
            RuntimeSource::Path(path) => (RuntimeDependency::Path(path_from(out, path)?), Vec::new()),
        };
        Ok(Self { dependency, files })
    }
}

/// Returns the path of the runtime relative to the crate to be written; an absolute path is preserved.
fn path_from(out: &Path, path: &Path) -> Result<String, String> {
    let shown = path.display();
    if !path.join("Cargo.toml").is_file() {
        return Err(format!("{shown} does not contain a crate\nhelp: pass the folder of `apiarist-runtime`"));
    }
    let resolved = |path: &Path| fs::canonicalize(path).map_err(|error| format!("{}: {error}", path.display()));
    let target = resolved(path)?;
    // The next run would remove the copy, because it is no longer needed.
    if fs::canonicalize(out.join(vendored::FOLDER)).is_ok_and(|copy| copy == target) {
        return Err(format!("{shown} is the vendored runtime of the crate\nhelp: copy it to another folder"));
    }
    if path.is_absolute() {
        return Ok(shown.to_string());
    }
    // The crate may not exist yet, but the meaning of `..` depends on its existing parent folders.
    let out = std::path::absolute(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let existing = out.ancestors().find(|folder| folder.exists()).unwrap_or(&out);
    let rest = out.strip_prefix(existing).unwrap_or(Path::new("")).to_owned();
    let base = resolved(existing)?.join(rest);
    let shared = target.components().zip(base.components()).take_while(|(a, b)| a == b).count();
    let up = base.components().skip(shared).map(|_| Path::new(".."));
    let down: PathBuf = target.components().skip(shared).collect();
    let path = up.collect::<PathBuf>().join(down);
    // Cargo accepts forward slashes on every system.
    Ok(path.display().to_string().replace('\\', "/"))
}
