//! Schemas that are the target of a reference without being components, and their names.
//!
//! ```text
//! $ref: error.yaml                               error
//! $ref: jobs/models/state.yaml                   state, or `jobs state` next to apps/models/state.yaml
//! $ref: '#/paths/~1pets/get/responses/200/…'     the last tokens of the pointer
//! ```

use std::path::{Component, PathBuf};

use super::Schema;
use super::node::Node;
use super::reader::Reader;
use crate::hash::{HashMap, IndexMap};
use crate::source::{Document, FileId, Pointer};

/// A schema outside `components.schemas` of the root file that a reference refers to.
#[derive(Clone, Debug)]
pub struct RefTarget<'d> {
    /// Its name: the name of its file, or the last tokens of its pointer.
    pub name: String,
    /// Its unique key.
    pub key: String,
    /// The schema.
    pub schema: Schema<'d>,
}

impl<'d> Reader<'d, '_> {
    /// Reads the schemas that references refer to and that are not components, and in turn the targets of their
    /// references.
    pub(super) fn ref_target_schemas(&mut self) -> IndexMap<Pointer, RefTarget<'d>> {
        let mut schemas = Vec::new();
        let mut next = 0;
        while let Some(pointer) = self.ref_targets.get_index(next).cloned() {
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
                (schema.origin.clone(), RefTarget { name, key, schema })
            })
            .collect()
    }

    /// Returns the key of a schema: its name if its location ends with it, else the path of its file and its JSON
    /// pointer.
    fn schema_key(&self, origin: &Pointer, name: &str) -> String {
        if origin.last() == Some(name) {
            return name.to_owned();
        }
        let file =
            if origin.file() == FileId::default() { String::new() } else { self.document.relative_path(origin.file()) };
        format!("{file}{origin}")
    }
}

/// Returns a name for each location. Duplicate names, and those of components, are extended by the file, then by the
/// folders around it.
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

/// Returns a key that is equal for names that would be equal in Rust.
fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns the possible names of a location, shortest first.
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
    // A schema at the top of a file or in a folder of schemas has a name of its own; all others need the name of their
    // file.
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

/// Returns `true` if a token of a pointer is not descriptive.
fn is_structure(token: &str) -> bool {
    is_folder_of_schemas(token) || matches!(token, "paths" | "properties" | "schema" | "content" | "items")
}

/// Returns `true` if a name only means that it contains schemas.
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
