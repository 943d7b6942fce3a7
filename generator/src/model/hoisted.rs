//! Schemas that are no components but that references point at, and what they are called.

use std::collections::HashMap;
use std::path::{Component, PathBuf};

use indexmap::IndexMap;

use super::Schema;
use super::reader::{Node, Reader};
use crate::source::{Document, FileId, Pointer};

/// A schema that stands outside `components.schemas` of the root file and that a reference points at.
#[derive(Clone, Debug)]
pub struct Hoisted<'d> {
    /// What it is called: the name of its file, or the last words of its pointer.
    pub name: String,
    /// What tells it from all others.
    pub key: String,
    /// What it says.
    pub schema: Schema<'d>,
}

impl<'d> Reader<'d, '_> {
    /// Reads the schemas that references point at and that are no components, and those that these point at.
    pub(super) fn hoisted_schemas(&mut self) -> IndexMap<Pointer, Hoisted<'d>> {
        let mut schemas = Vec::new();
        let mut next = 0;
        while let Some(pointer) = self.hoisted.get_index(next).cloned() {
            next += 1;
            if let Some(value) = self.document.value(&pointer) {
                schemas.push(self.schema(&Node { value, pointer }));
            }
        }
        let places: Vec<Pointer> = schemas.iter().map(|schema| schema.origin.clone()).collect();
        let names = distinct_names(&places, self.components.values().copied(), self.document);
        let named = schemas.into_iter().zip(names);
        named
            .map(|(schema, name)| {
                let key = self.schema_key(&schema.origin, &name);
                (schema.origin.clone(), Hoisted { name, key, schema })
            })
            .collect()
    }

    /// Returns the key of a schema: its name if its place is named so, else the path of its file and its JSON pointer.
    fn schema_key(&self, origin: &Pointer, name: &str) -> String {
        if origin.last() == Some(name) {
            return name.to_owned();
        }
        let file =
            if origin.file() == FileId::default() { String::new() } else { self.document.relative_path(origin.file()) };
        format!("{file}{origin}")
    }
}

/// Gives a name to each place. Where several would have one name, or that of a component, they say more of where they
/// stand: the file, then the folders around it.
fn distinct_names<'c>(
    places: &[Pointer],
    components: impl Iterator<Item = &'c str>,
    document: &Document,
) -> Vec<String> {
    let candidates: Vec<Vec<String>> = places.iter().map(|place| candidates(place, document)).collect();
    let mut taken: HashMap<String, usize> = components.map(|name| (folded(name), 1)).collect();
    let mut names: Vec<Option<String>> = vec![None; places.len()];
    for level in 0.. {
        let unnamed: Vec<usize> = (0..names.len()).filter(|&at| names[at].is_none()).collect();
        if unnamed.is_empty() {
            break;
        }
        let candidate = |at: usize| candidates[at].get(level).map_or("", String::as_str);
        for &at in &unnamed {
            *taken.entry(folded(candidate(at))).or_default() += 1;
        }
        for at in unnamed {
            if level + 1 >= candidates[at].len() || taken.get(&folded(candidate(at))) == Some(&1) {
                names[at] = Some(candidate(at).to_owned());
            }
        }
    }
    names.into_iter().map(Option::unwrap_or_default).collect()
}

/// Names that differ in nothing else would be one in Rust.
fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a place may be called, shortest first.
fn candidates(place: &Pointer, document: &Document) -> Vec<String> {
    let tokens = place.tokens();
    let mut words: Vec<&str> = tokens.iter().copied().filter(|token| !is_structure(token)).collect();
    if words.len() > 3 {
        words.drain(..words.len() - 3);
    }
    let path = PathBuf::from(document.relative_path(place.file()));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let folders = path.parent().into_iter().flat_map(|folder| folder.components()).rev();
    let folders = folders.filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let (empty, folders): (Vec<_>, Vec<_>) = folders.partition(|name| is_folder_of_schemas(name));
    // What stands at the top of a file or in a place for schemas has a name of its own; all else needs that of its file.
    let has_name = match tokens.as_slice() {
        [] => false,
        [first] => !is_structure(first),
        [first, ..] => place.file() == FileId::default() || !is_structure(first) || is_folder_of_schemas(first),
    };
    let own = Some(stem).filter(|stem| !is_folder_of_schemas(stem));
    let around = own.into_iter().chain(folders).chain(empty);
    let mut name = words.join(" ");
    let mut names = Vec::new();
    if has_name && !name.is_empty() {
        names.push(name.clone());
    }
    for around in around {
        name = format!("{around} {name}").trim_end().to_owned();
        names.push(name.clone());
    }
    names
}

/// Whether a step of a pointer says nothing about what stands there.
fn is_structure(token: &str) -> bool {
    is_folder_of_schemas(token) || matches!(token, "paths" | "properties" | "schema" | "content" | "items")
}

/// Whether this only says that there are schemas.
fn is_folder_of_schemas(name: &str) -> bool {
    matches!(name, "components" | "schemas" | "definitions" | "$defs" | "models" | "index" | "_index")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn names_say_as_much_of_their_place_as_they_must() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        let files = ["apps/models/state.yaml", "jobs/models/state.yaml", "jobs/job.yaml", "shared/error.yaml"];
        let references: String = files.iter().map(|file| format!("  - {{ $ref: {file} }}\n")).collect();
        write("openapi.yaml", &format!("openapi: 3.1.0\nall:\n{references}"));
        for file in files {
            write(file, "{ Part: {}, components: { schemas: { Part: {} } } }");
        }
        let document = Document::read(&folder.path().join("openapi.yaml")).expect("it can be read");
        let places: Vec<Pointer> = (1..=4).map(|file| Pointer::root_of(FileId(file))).collect();
        let names = distinct_names(&places, ["Error"].into_iter(), &document);
        assert_eq!(names, ["apps state", "jobs state", "job", "shared error"]);

        let part = |file| Pointer::root_of(FileId(file)).join("Part");
        let items = Pointer::root_of(FileId(4)).join("items");
        let component = Pointer::root_of(FileId(3)).join("components").join("schemas").join("Part");
        let names = distinct_names(&[part(1), items], [].into_iter(), &document);
        assert_eq!(names, ["Part", "error"]);
        let names = distinct_names(&[part(4), component], [].into_iter(), &document);
        assert_eq!(names, ["error Part", "job Part"]);
    }
}
