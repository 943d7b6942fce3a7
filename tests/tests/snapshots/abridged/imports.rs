//! The imports of a file, which follow from the identifiers in its code.

use std::collections::{BTreeMap, BTreeSet};

use super::Files;

/// The maximum width of a line with imports.
const WIDTH: usize = 89;

/// The items of the runtime, by the module that exports them.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    modules: BTreeMap<String, BTreeSet<String>>,
}

/// Returns `true` for files whose imports the rule restores.
pub fn has_rule(path: &str) -> bool {
    !path.ends_with("mod.rs") && (path.starts_with("types/") || path.starts_with("operations/"))
}

/// Removes the imports at the start of a file.
pub fn remove(body: &str) -> &str {
    match body.split_once("\n\n") {
        Some((imports, rest)) if imports.starts_with("use ") => rest,
        _ => body,
    }
}

impl Imports {
    /// Creates the table from modules and the names that they export.
    pub fn new<'n>(modules: impl IntoIterator<Item = (&'n str, BTreeSet<&'n str>)>) -> Self {
        let owned = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        Self { modules: modules.into_iter().map(|(module, names)| (module.to_owned(), owned(names))).collect() }
    }

    /// Parses `use` items.
    pub fn parse(text: &str) -> Self {
        let mut modules = BTreeMap::new();
        for item in text.split(';') {
            let Some((module, names)) = item.trim().strip_prefix("use ").and_then(|item| item.split_once("::{")) else {
                continue;
            };
            let names = names.split([',', '}']).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
            modules.insert(module.to_owned(), names.collect());
        }
        Self { modules }
    }

    /// Returns the table as `use` items.
    pub fn text(&self) -> String {
        self.modules.iter().map(|(module, names)| import(module, names.iter().map(String::as_str))).collect()
    }

    /// Returns the imports of a file.
    pub fn of_file(&self, path: &str, body: &str, files: &Files) -> String {
        let mut used = identifiers(body);
        for own in defined(body) {
            used.remove(own);
        }
        let in_types = path.starts_with("types/");
        if !in_types {
            // A trait, whose methods the calls have.
            used.insert("CallBuilder");
        }
        let of = |module: &str, names: &BTreeSet<&str>| import(module, used.intersection(names).copied());
        let named = |module: &str, names: &[&str]| of(module, &names.iter().copied().collect());
        let siblings = || files.iter().filter(|(other, _)| *other != path && !other.ends_with("/shared.rs"));
        let mut text = String::new();
        if in_types {
            let types = siblings().filter(|(other, _)| other.starts_with("types/"));
            text += &of("super", &types.flat_map(|(_, text)| defined(text)).collect());
        } else {
            text += &named("super::super", &["client", "types"]);
            text += &of(
                "super",
                &siblings()
                    .filter(|(other, _)| other == "operations/mod.rs")
                    .flat_map(|(_, text)| defined(text))
                    .collect(),
            );
            text += "use crate::Call;\n";
        }
        let mut runtime: Vec<String> = Vec::new();
        for (module, names) in self.modules.iter().filter(|(module, _)| !in_types || !module.ends_with("::codegen")) {
            runtime.push(of(module, &names.iter().map(String::as_str).collect()));
        }
        // A list follows a single name.
        runtime.sort_by_key(|import| (import.contains('{'), !import.contains("::codegen::")));
        text += &runtime.concat();
        text + &named("std::collections", &["BTreeMap"])
    }
}

/// Returns a `use` item, or nothing without names.
fn import<'n>(module: &str, names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    let line = match names.as_slice() {
        [] => return String::new(),
        [name] => return format!("use {module}::{name};\n"),
        names => format!("use {module}::{{{}}};\n", names.join(", ")),
    };
    if line.trim_end().len() <= WIDTH {
        return line;
    }
    let mut lines = vec!["   ".to_owned()];
    for name in names {
        if lines.last().is_some_and(|line| line.len() + name.len() + " ,".len() > WIDTH) {
            lines.push("   ".to_owned());
        }
        if let Some(line) = lines.last_mut() {
            *line += &format!(" {name},");
        }
    }
    format!("use {module}::{{\n{}\n}};\n", lines.join("\n"))
}

/// Returns the names of the types that a file defines.
fn defined(text: &str) -> impl Iterator<Item = &str> {
    let names = text.lines().filter_map(|line| {
        let item = line.strip_prefix("pub ")?;
        ["struct ", "enum ", "type "].iter().find_map(|keyword| item.strip_prefix(keyword))
    });
    names.filter_map(|name| name.split(|character: char| !is_of_identifier(character)).next())
}

/// Returns the identifiers in code that may refer to an import: not those in comments and strings, nor those after a
/// path, a dot or a keyword that defines them, nor the names of variants and variables.
fn identifiers(text: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    let mut before = "";
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            string_length(rest)
        } else if is_of_identifier(first) {
            rest.find(|character| !is_of_identifier(character)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        let code = text[..text.len() - rest.len()].trim_end_matches(' ');
        let indent = text.len() - rest.len() - code.len();
        let is_variant = code.ends_with('\n') && indent == 4 && token.starts_with(char::is_uppercase);
        let is_named = ["fn", "type"].contains(&before) || code.ends_with('.') || code.ends_with("::");
        let is_variable = first.is_lowercase() && !after.starts_with('(') && !after.starts_with("::");
        if is_of_identifier(first) && !is_variant && !is_named && !is_variable {
            found.insert(token);
        }
        if !token.trim().is_empty() {
            before = token;
        }
        rest = after;
    }
    found
}

/// Returns the length of a string literal at the start of a text.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

fn is_of_identifier(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
