//! Lists the sources of the runtime in a table, from which `src/embedded.rs` embeds them in the command, with the JSON
//! Schema of the settings.
//!
//! ```text
//! runtime/src/lib.rs   →   pub static SOURCES: &[(&str, &str)] = &[
//!                              ("src/lib.rs", include_str!("/…/runtime/src/lib.rs")),
//! ```

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The files and folders of the runtime that are embedded.
const EMBEDDED: [&str; 11] = [
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "src",
    "derive/Cargo.toml",
    "derive/LICENSE-APACHE",
    "derive/LICENSE-MIT",
    "derive/README.md",
    "derive/docs",
    "derive/src",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    // Tasks use the library only, and need not be compiled again after each change of the runtime.
    if env::var_os("CARGO_FEATURE_COMMAND").is_none() {
        return Ok(());
    }
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?);
    let mut table = String::from("pub static SOURCES: &[(&str, &str)] = &[\n");
    for name in EMBEDDED {
        let source = source(&package, name);
        println!("cargo::rerun-if-changed={}", source.display());
        list(&source, name, &mut table)?;
    }
    let schema = linked(&package, "apiarist.schema.json", "../../docs/apiarist.schema.json");
    println!("cargo::rerun-if-changed={}", schema.display());
    writeln!(table, "];\npub static SCHEMA: &str = include_str!({schema:?});")?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?).join("embedded.rs");
    fs::write(out, table)?;
    Ok(())
}

/// Returns the path of a file or folder of the runtime. The manifests have another name in this package, because cargo
/// does not package folders that contain a `Cargo.toml`.
fn source(package: &Path, name: &str) -> PathBuf {
    let link = Path::new("runtime").join(name.replace("Cargo.toml", "manifest.toml"));
    // The licenses in the folder of the runtime are links, too.
    let target = match name.rsplit('/').next() {
        Some(license) if license.starts_with("LICENSE") => Path::new("../..").join(license),
        _ => Path::new("../../runtime").join(name),
    };
    linked(package, link, target)
}

/// Returns the path of a link into the workspace, which is a copy in a published package. A checkout on Windows may
/// contain text files instead of links, so the path in the workspace is returned there.
fn linked(package: &Path, link: impl AsRef<Path>, target: impl AsRef<Path>) -> PathBuf {
    let has_links = package.join("runtime/src").is_dir();
    package.join(if has_links { link.as_ref() } else { target.as_ref() })
}

/// Adds a file, or all files of a folder, to the table.
fn list(source: &Path, name: &str, table: &mut String) -> Result<(), Box<dyn Error>> {
    if !source.is_dir() {
        writeln!(table, "({name:?}, include_str!({source:?})),")?;
        return Ok(());
    }
    let mut entries = fs::read_dir(source)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let file_name = entry.file_name();
        let file_name = file_name.to_str().ok_or("the name of a source file is not valid UTF-8")?;
        list(&entry.path(), &format!("{name}/{file_name}"), table)?;
    }
    Ok(())
}
