//! The runtime as a crate in the folder of a client, from the sources that the build script embeds.
//!
//! ```text
//! runtime/Cargo.toml             the features and dependencies of apiarist-runtime, without those of its tests
//! runtime/src/
//! runtime/derive/Cargo.toml      the same of apiarist-derive
//! runtime/derive/src/
//! ```

use std::path::{Path, PathBuf};

use apiarist::emit::RUST_VERSION;
use toml::{Table, Value};

use crate::embedded::SOURCES;

/// The folder of the runtime in the folder of a client.
pub const FOLDER: &str = "runtime";

/// The keys of `[package]` that are kept.
const METADATA: [&str; 2] = ["name", "description"];

/// The tables of a manifest that are kept.
const TABLES: [&str; 3] = ["features", "dependencies", "target"];

/// Returns the files of the runtime, by their path in the folder of a client.
///
/// # Errors
/// Returns an error if a manifest of the runtime is not valid, which is a bug of the build.
pub fn files() -> Result<Vec<(PathBuf, String)>, toml::de::Error> {
    let file = |&(path, text): &(&str, &str)| {
        let text = if path.ends_with("Cargo.toml") { manifest(text)? } else { text.to_owned() };
        Ok((Path::new(FOLDER).join(path), text))
    };
    SOURCES.iter().map(file).collect()
}

/// Returns a manifest that is valid outside of the workspace of the runtime, and whose package has no targets but its
/// library: their dependencies would become those of the client's workspace.
fn manifest(workspace_manifest: &str) -> Result<String, toml::de::Error> {
    let original: Table = workspace_manifest.parse()?;
    let version = env!("CARGO_PKG_VERSION");
    let mut package = part(&original, "package", &METADATA);
    for (key, value) in [("version", version), ("edition", "2024"), ("rust-version", RUST_VERSION)] {
        package.insert(key.to_owned(), value.into());
    }
    package.insert("license".to_owned(), env!("CARGO_PKG_LICENSE").into());
    package.insert("publish".to_owned(), false.into());
    let mut library = part(&original, "lib", &["proc-macro"]);
    for target in ["test", "doctest", "bench"] {
        library.insert(target.to_owned(), false.into());
    }
    let mut table = Table::from_iter([("package".to_owned(), package.into()), ("lib".to_owned(), library.into())]);
    for key in TABLES {
        table.extend(original.get(key).map(|value| (key.to_owned(), value.clone())));
    }
    if let Some(derive) = table.get_mut("dependencies").and_then(|dependencies| dependencies.get_mut("apiarist-derive"))
    {
        *derive = Table::from_iter([("path".to_owned(), Value::from("derive"))]).into();
    }
    Ok(format!("# The runtime of apiarist {version}, written by `apiarist generate`, which updates it.\n\n{table}"))
}

/// Returns some keys of a table in a manifest.
fn part(manifest: &Table, name: &str, keys: &[&str]) -> Table {
    let table = manifest.get(name).and_then(Value::as_table);
    let entries = table.into_iter().flatten().filter(|(key, _)| keys.contains(&key.as_str()));
    entries.map(|(key, value)| (key.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_do_not_refer_to_a_workspace() {
        let files = files().expect("the manifests are valid");
        let mut count = 0;
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with("Cargo.toml")) {
            assert!(!text.contains("workspace") && !text.contains("dev-dependencies"), "{}: {text}", path.display());
            count += 1;
        }
        assert_eq!(count, 2);
        let text = |path: &str| &files.iter().find(|(at, _)| at == Path::new(path)).expect("it is embedded").1;
        assert!(text("runtime/Cargo.toml").contains("[dependencies.apiarist-derive]\npath = \"derive\"\n"));
        assert!(text("runtime/derive/Cargo.toml").contains("proc-macro = true\n"));
        assert!(text("runtime/src/lib.rs").starts_with("//! "));
        assert!(text("runtime/derive/LICENSE-MIT").contains("Permission is hereby granted"));
    }
}
