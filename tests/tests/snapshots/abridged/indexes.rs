//! The modules that list the files of a folder.

use super::Files;

/// The attribute of a module of types that contains a union.
const UNIONS: &str = "#![allow(clippy::large_enum_variant, reason = \"a variant keeps its type as it grows\")]\n\n";

/// Returns `types/mod.rs` without its header.
pub fn types(files: &Files) -> String {
    let has_union = files.iter().any(|(path, text)| path.starts_with("types/") && text.contains("Union)]\n"));
    format!("{}{}", if has_union { UNIONS } else { "" }, index(files, "types/"))
}

/// Returns `operations/mod.rs` without its header.
pub fn operations(files: &Files) -> String {
    index(files, "operations/")
}

fn index(files: &Files, folder: &str) -> String {
    let mut names: Vec<&str> = stems(files, folder).collect();
    names.sort_unstable();
    let declarations: String = names.iter().map(|name| format!("mod {name};\n")).collect();
    let exports: String = names.iter().map(|name| format!("pub use {name}::*;\n")).collect();
    format!("{declarations}\n{exports}")
}

/// Returns the names of the modules in a folder.
fn stems<'f>(files: &'f Files, folder: &str) -> impl Iterator<Item = &'f str> {
    let stems = files.iter().filter_map(move |(path, _)| path.strip_prefix(folder)?.strip_suffix(".rs"));
    stems.filter(|stem| *stem != "mod")
}
