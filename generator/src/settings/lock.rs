//! `names.lock`: the names that types without one were given before, so that an update of the document does not move
//! them.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::diagnostics::{Code, Diagnostics, Excerpt};

/// The first lines of the file; they say who wrote it, as those of all generated files do.
const HEADER: &str = "\
# Written by apiarist: the names of types that the document does not name, by where they stand, so that updates do not
# move them. Keep this file with the document. Remove a line to let that type be named anew.
";

/// The names of types that the document does not name, by where they stand, such as `Conversation.agent`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamesLock {
    names: BTreeMap<String, String>,
}

impl NamesLock {
    /// The name of the file, in the folder of the document.
    pub const FILE_NAME: &str = "names.lock";

    /// Reads a lock file; one that does not exist holds nothing. What is wrong with it becomes a finding.
    pub fn read(path: &Path, diagnostics: &mut Diagnostics) -> Option<Self> {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(path, &text, diagnostics),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(Self::default()),
            Err(error) => {
                let message = format!("{}: the lock of names cannot be read: {error}", path.display());
                diagnostics.report_without_origin(Code::InvalidSettings, message);
                None
            }
        }
    }

    /// Reads a lock from text, as if it were in a file of this path.
    pub fn parse(path: &Path, text: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match toml::from_str(text) {
            Ok(names) => Some(Self { names }),
            Err(error) => {
                let excerpt = error.span().map(|span| Excerpt::new(path, text, &span));
                diagnostics.report_elsewhere(Code::InvalidSettings, error.message().replace('\n', " "), excerpt);
                None
            }
        }
    }

    /// The name of what stands at a place.
    pub fn get(&self, place: &str) -> Option<&str> {
        self.names.get(place).map(String::as_str)
    }

    /// Notes the name of what stands at a place.
    pub fn insert(&mut self, place: String, name: String) {
        self.names.insert(place, name);
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let mut text = HEADER.to_owned();
        for (place, name) in &self.names {
            // A string of JSON is one of TOML, but for the one control character that JSON does not mind.
            let place = serde_json::Value::from(place.as_str()).to_string().replace('\u{7f}', "\\u007F");
            text.push_str(&format!("{place} = \"{name}\"\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_equal() {
        let mut lock = NamesLock::default();
        for place in [
            "Conversation.agent[]",
            "listPets response",
            "A.'quoted' \"and\" \\",
            "GET /pets/{id} error|1",
            "ünï.\u{7f}\n",
        ] {
            lock.insert(place.to_owned(), "Name".to_owned());
        }
        let mut diagnostics = Diagnostics::new();
        let read = NamesLock::parse("names.lock".as_ref(), &lock.to_text(), &mut diagnostics);
        assert_eq!(read, Some(lock), "{diagnostics:?}");
    }

    #[test]
    fn a_fault_is_named_with_its_line() {
        let mut diagnostics = Diagnostics::new();
        assert_eq!(NamesLock::parse("names.lock".as_ref(), "a = \"A\"\nb = 5\n", &mut diagnostics), None);
        let found = diagnostics.iter().next().expect("something was found");
        assert_eq!(found.excerpt.as_ref().map(|excerpt| excerpt.line), Some(2));
    }
}
