//! Crates with a client of each pair as a module.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::files::Files;
use xtask::workspace::Workspace;
use xtask::{Failure, failed};

/// The folder of the module in the files of each client.
pub const MODULE: &str = "src/api";

/// Writes a crate in which module `pair_N` is the client with that number.
pub fn write<'c>(
    workspace: &Workspace,
    folder: &Path,
    clients: impl Iterator<Item = &'c Files>,
) -> Result<(), Failure> {
    let src = folder.join("src");
    if src.exists() {
        fs::remove_dir_all(&src).map_err(|error| failed(&src, &error))?;
    }
    let mut root = String::new();
    for (number, files) in clients.enumerate() {
        let _ = writeln!(root, "pub mod pair_{number};");
        let module = src.join(format!("pair_{number}"));
        for (path, text) in files.iter() {
            write_file(&module.join(path.strip_prefix(MODULE).unwrap_or(path)), text)?;
        }
    }
    write_file(&src.join("lib.rs"), &root)?;
    let runtime = workspace.runtime().display().to_string();
    let manifest = format!(
        "[package]\nname = \"apis\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         apiarist-runtime = {{ path = {runtime:?}, default-features = false, features = [\"client\"] }}\n\n[features]\n\
         client = []\ndefault = [\"client\"]\n\n[workspace]\n"
    );
    write_file(&folder.join("Cargo.toml"), &manifest)?;
    let lock = folder.join("Cargo.lock");
    fs::copy(workspace.root().join("Cargo.lock"), &lock).map(drop).map_err(|error| failed(&lock, &error))
}

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|error| failed(path, &error))
}
