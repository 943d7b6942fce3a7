//! Finds the OpenAPI documents of a folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The properties that identify an OpenAPI document.
const VERSION_KEYS: [&str; 2] = ["openapi", "swagger"];

/// Returns the documents below a folder, sorted, as relative paths. A file is a document if its root has the version of
/// OpenAPI; the parts of a multi-file document do not.
pub fn find(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_dir() && !entry.file_name().to_string_lossy().starts_with('.') {
                open.push(path);
            } else if kind.is_file() && is_named_like_a_document(&path) && is_document(&fs::read(folder.join(&path))?) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_named_like_a_document(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|known| extension == *known))
}

/// Returns `true` if the root of a text states an OpenAPI version. The text may be malformed, because deliberately
/// broken documents count too.
fn is_document(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') { has_version_in_braces(text) } else { has_version_line(text) }
}

fn has_version_line(text: &str) -> bool {
    text.lines().any(|line| {
        let key = line.split_once(':').map_or("", |(key, _)| key.trim_end());
        VERSION_KEYS.contains(&key.trim_matches(['"', '\'']))
    })
}

/// Looks for a key of the root object, which may be JSON or YAML in flow style.
fn has_version_in_braces(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut word = String::new();
    let mut quote = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(_), '\\') => drop(characters.next()),
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => word.push(character),
            (None, '"' | '\'') => {
                word.clear();
                quote = Some(character);
            }
            (None, ':') if depth == 1 && VERSION_KEYS.contains(&word.as_str()) => return true,
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (None, ',' | ':') => word.clear(),
            (None, character) if character.is_whitespace() => {}
            (None, character) => word.push(character),
        }
        if matches!(character, '{' | '[') && quote.is_none() {
            word.clear();
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_has_its_version_at_the_root() {
        for text in [
            "openapi: 3.1.0\n",
            "# words\ninfo: {}\n'swagger': '2.0'\n",
            "{\"info\": {}, \"openapi\" : \"3.0.3\"}",
            "\u{feff}{openapi: 3.0.3, info: {",
            "{\"info\": {\"title\": \"a \\\" {[\"}, \"swagger\": \"2.0\"}",
        ] {
            assert!(is_document(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "type: object\nproperties:\n  openapi: {type: string}\n",
            "{\"info\": {\"openapi\": \"3.0.3\"}}",
            "{\"a\": \"openapi\", \"b\": 1}",
            "name: openapi\n",
        ] {
            assert!(!is_document(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn documents_are_found_outside_of_hidden_folders() {
        let folder = tempfile::TempDir::new().expect("a folder");
        for (path, text) in [
            ("b/pets.yaml", "openapi: 3.0.3\n"),
            ("a/pets.json", "{\"swagger\": \"2.0\"}"),
            ("a/part.yaml", "type: object\n"),
            ("a/notes.txt", "openapi: 3.0.3\n"),
            (".git/pets.yaml", "openapi: 3.0.3\n"),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let found = find(folder.path()).expect("it can be read");
        assert_eq!(found, [Path::new("a/pets.json"), Path::new("b/pets.yaml")]);
    }
}
