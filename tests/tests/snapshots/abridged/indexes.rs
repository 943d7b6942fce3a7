//! The modules that list the files of a folder.

use super::Files;

/// The attribute of a module of types that contains a union.
const UNIONS: &str = "#![allow(clippy::large_enum_variant, reason = \"a variant keeps its type as it grows\")]\n\n";

/// The maximum width of a line of code.
const MARGIN: usize = 89;

/// Returns `types/mod.rs` without its header.
pub fn types(files: &Files) -> String {
    let has_union = files.iter().any(|(path, text)| path.starts_with("types/") && text.contains("Union)]\n"));
    let exports = |module: &str| {
        let text = files.iter().find(|(path, _)| *path == format!("types/{module}.rs")).map(|(_, text)| text.as_str());
        let mut names: Vec<&str> = text.unwrap_or_default().lines().filter_map(type_name).collect();
        names.sort_unstable();
        list(&names)
    };
    format!("{}{}", if has_union { UNIONS } else { "" }, index(files, "types/", exports))
}

/// Returns `operations/mod.rs` without its header.
pub fn operations(files: &Files) -> String {
    index(files, "operations/", |_| "*".to_owned())
}

fn index(files: &Files, folder: &str, exports: impl Fn(&str) -> String) -> String {
    let mut names: Vec<&str> = stems(files, folder).collect();
    names.sort_unstable();
    let declarations: String = names.iter().map(|name| format!("mod {name};\n")).collect();
    let exports: String = names.iter().map(|name| long_lines(&format!("pub use {name}::{};", exports(name)))).collect();
    format!("{declarations}\n{exports}")
}

/// Returns the name of the type that a line begins to define.
fn type_name(line: &str) -> Option<&str> {
    let (kind, rest) = line.strip_prefix("pub ")?.split_once(' ')?;
    let is_type = ["struct", "enum", "type"].contains(&kind);
    is_type.then(|| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()).flatten()
}

/// Returns names with braces around several.
fn list(names: &[&str]) -> String {
    if let [name] = names { (*name).to_owned() } else { format!("{{{}}}", names.join(", ")) }
}

/// Breaks a list in braces that does not fit on a line.
fn long_lines(export: &str) -> String {
    let Some((path, names)) = export.split_once('{').filter(|_| export.len() > MARGIN) else {
        return format!("{export}\n");
    };
    let mut lines = vec![format!("{path}{{")];
    for name in names.trim_end_matches("};").split(", ") {
        match lines.last_mut() {
            Some(line) if fits(line, name) => *line += &format!(" {name},"),
            _ => lines.push(format!("    {name},")),
        }
    }
    lines.push("};".to_owned());
    lines.join("\n") + "\n"
}

/// Returns `true` if a name and its comma fit on a line of names.
fn fits(line: &str, name: &str) -> bool {
    line.ends_with(',') && format!("{line} {name},").len() <= MARGIN
}

/// Returns the names of the modules in a folder.
fn stems<'f>(files: &'f Files, folder: &str) -> impl Iterator<Item = &'f str> {
    let stems = files.iter().filter_map(move |(path, _)| path.strip_prefix(folder)?.strip_suffix(".rs"));
    stems.filter(|stem| *stem != "mod")
}
