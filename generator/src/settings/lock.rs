//! `names.lock`: the names of the previous generation, so that an update of the document does not rename anything.

use std::collections::BTreeMap;
use std::fmt;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use toml::Spanned;

use super::rust_name::{NameKind, check_name};
use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::source::read_text;

/// The first lines of the file. Like those of every generated file, they name the generator.
const HEADER: &str = "\
# Written by apiarist: the names that an update of the document must not change, by the items that have them. Commit
# this file with the document. Remove a line to have that name chosen anew.
";

/// The kinds of named items, one for each table of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locked {
    /// A type that the document does not name, by its location, such as `Conversation.agent`. These come first and have
    /// no heading.
    Inline,
    /// A type that the document names, by that name. A type named after its location is keyed by the path of its file
    /// and its JSON pointer; the body of a webhook or callback by its request, such as `webhook created post`.
    Component,
    /// A field, by the Rust name of its type and its own wire name, such as `Conversation.createdAt`.
    Field,
    /// The setter of a field, keyed like the field, with ` = null` for the setter that sends null.
    Setter,
    /// A variant, by the Rust name of its type and its tag, value or type, such as `Model.gpt-4.1`.
    Variant,
    /// The accessor of a group, by its tag.
    Group,
    /// The type of a group, by its tag.
    GroupType,
    /// The method of an operation, by method and path with query and fragment, such as `PUT /pets/{id}#rename`.
    Method,
    /// The argument or setter of a parameter, by method, path, location and wire name, such as `GET /pets query pageSize`.
    Argument,
    /// The type of an operation, by method and path.
    Operation,
    /// An enum of responses by status, by method and path of an operation.
    Outcome,
}

impl Locked {
    /// All kinds, in the order of the file.
    const ALL: [Self; 11] = [
        Self::Inline,
        Self::Component,
        Self::Field,
        Self::Setter,
        Self::Variant,
        Self::Group,
        Self::GroupType,
        Self::Method,
        Self::Argument,
        Self::Operation,
        Self::Outcome,
    ];

    /// Returns the heading of its table, which is empty for the kind without one.
    fn heading(self) -> &'static str {
        match self {
            Self::Inline => "",
            Self::Component => "components",
            Self::Field => "fields",
            Self::Setter => "setters",
            Self::Variant => "variants",
            Self::Group => "groups",
            Self::GroupType => "group_types",
            Self::Method => "methods",
            Self::Argument => "arguments",
            Self::Operation => "operations",
            Self::Outcome => "outcomes",
        }
    }

    /// Returns the case of its names.
    fn kind(self) -> NameKind {
        match self {
            Self::Field | Self::Setter | Self::Group | Self::Method | Self::Argument => NameKind::Value,
            Self::Inline | Self::Component | Self::Variant | Self::GroupType | Self::Operation | Self::Outcome => {
                NameKind::Type
            }
        }
    }

    /// Returns the noun for this kind in messages.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Inline | Self::Component | Self::Outcome => "type",
            Self::Field => "field",
            Self::Setter => "setter",
            Self::Variant => "variant",
            Self::Group => "group",
            Self::GroupType => "group type",
            Self::Method => "method",
            Self::Argument => "parameter",
            Self::Operation => "operation type",
        }
    }
}

/// Locked names by kind and key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamesLock {
    tables: BTreeMap<Locked, BTreeMap<String, String>>,
}

impl NamesLock {
    /// The name of the file, in the folder of the document.
    pub const FILE_NAME: &str = "names.lock";

    /// Reads a lock file. A file that does not exist is an empty lock. Every error is reported as a diagnostic.
    pub fn read(path: &Path, diagnostics: &mut Diagnostics) -> Option<Self> {
        match read_text(path) {
            Ok(text) => Self::parse(path, &text, diagnostics),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(Self::default()),
            Err(error) => {
                let message = format!("{}: cannot read the locked names: {error}", path.display());
                diagnostics.report_without_origin(Code::InvalidSettings, message);
                None
            }
        }
    }

    /// Reads a lock from text, as if it were in a file of this path. Every invalid name is reported as a diagnostic.
    pub fn parse(path: &Path, text: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match toml::from_str::<Tables>(text) {
            Ok(Tables(tables)) => {
                let mut lock = Self::default();
                let mut is_valid = true;
                for (what, key, name) in tables
                    .into_iter()
                    .flat_map(|(what, names)| names.into_iter().map(move |(key, name)| (what, key, name)))
                {
                    if let Err(reason) = check_name(name.get_ref(), what.kind()) {
                        let help = format!("correct the line, or remove it to name the {} anew", what.noun());
                        let excerpt = Some(Excerpt::new(path, text, &name.span()));
                        diagnostics.report_elsewhere_with_help(Code::InvalidSettings, reason, help, excerpt);
                        is_valid = false;
                    }
                    lock.tables.entry(what).or_default().insert(key, name.into_inner());
                }
                is_valid.then_some(lock)
            }
            Err(error) => {
                let excerpt = error.span().map(|span| Excerpt::new(path, text, &span));
                diagnostics.report_elsewhere(Code::InvalidSettings, error.message().replace('\n', " "), excerpt);
                None
            }
        }
    }

    /// Returns the locked name of a key, or `None` if it has none.
    pub fn get(&self, what: Locked, key: &str) -> Option<&str> {
        self.tables.get(&what)?.get(key).map(String::as_str)
    }

    /// Records a name, unless it is not valid in a lock file, for example because it is too long.
    pub fn insert(&mut self, what: Locked, key: String, name: String) {
        if check_name(&name, what.kind()).is_ok() {
            self.tables.entry(what).or_default().insert(key, name);
        }
    }

    /// Drops the names for which `keep` returns `false`.
    pub fn retain(&mut self, mut keep: impl FnMut(Locked, &str) -> bool) {
        for (what, names) in &mut self.tables {
            names.retain(|key, _| keep(*what, key));
        }
        self.tables.retain(|_, names| !names.is_empty());
    }

    /// Returns `true` if the lock has no names.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// Returns the text of the file.
    pub fn to_text(&self) -> String {
        let mut text = HEADER.to_owned();
        for (what, names) in &self.tables {
            if *what != Locked::Inline {
                text.push_str(&format!("\n[{}]\n", what.heading()));
            }
            for (key, name) in names {
                text.push_str(&format!("{} = \"{name}\"\n", quoted(key)));
            }
        }
        text
    }
}

/// A JSON string is also a TOML string, except for the one control character that JSON does not escape.
fn quoted(key: &str) -> String {
    serde_json::Value::from(key).to_string().replace('\u{7f}', "\\u007F")
}

/// The tables of the file, with the spans of the names.
struct Tables(BTreeMap<Locked, BTreeMap<String, Spanned<String>>>);

impl<'de> Deserialize<'de> for Tables {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TablesVisitor;

        impl<'de> Visitor<'de> for TablesVisitor {
            type Value = Tables;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of locked names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tables, A::Error> {
                let mut tables: BTreeMap<Locked, BTreeMap<String, Spanned<String>>> = BTreeMap::new();
                while let Some(key) = map.next_key::<String>()? {
                    match Locked::ALL.into_iter().find(|what| what.heading() == key) {
                        Some(what) => drop(tables.insert(what, map.next_value()?)),
                        None => drop(tables.entry(Locked::Inline).or_default().insert(key, map.next_value()?)),
                    }
                }
                Ok(Tables(tables))
            }
        }

        deserializer.deserialize_map(TablesVisitor)
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
            "GET /pets response",
            "A.'quoted' \"and\" \\",
            "GET /pets/{id} error|1",
            "ünï.\u{7f}\n",
        ] {
            for what in Locked::ALL {
                let name = if what.kind() == NameKind::Type { "Name" } else { "name" };
                lock.insert(what, place.to_owned(), name.to_owned());
            }
        }
        let mut diagnostics = Diagnostics::new();
        let read = NamesLock::parse("names.lock".as_ref(), &lock.to_text(), &mut diagnostics);
        assert_eq!(read, Some(lock), "{diagnostics:?}");
    }

    #[test]
    fn names_that_cannot_be_given_are_refused_with_their_line() {
        for what in Locked::ALL {
            let names: &[&str] = match what.kind() {
                NameKind::Type => &["dyn", "Self", "pet", "Pet Store", "r#Pet", "Pet; fn a", "", "_", "Pet\u{202e}"],
                NameKind::Value => &["Pet", "getPet", "self_", "a b", "r#type", "a; fn b", "", "_", "1", "a\u{202e}"],
            };
            for name in names {
                let heading = if what == Locked::Inline { String::new() } else { format!("[{}]", what.heading()) };
                let text = format!("{heading}\n\"GET /a\" = \"Name\"\n\"A.b\" = \"{name}\"\n");
                let text = if what.kind() == NameKind::Value { text.replace("Name", "name") } else { text };
                let mut diagnostics = Diagnostics::new();
                assert_eq!(NamesLock::parse("names.lock".as_ref(), &text, &mut diagnostics), None, "{text}");
                let found: Vec<_> = diagnostics.iter().collect();
                assert_eq!((found.len(), found[0].code), (1, Code::InvalidSettings), "{text}");
                assert_eq!(found[0].excerpt.as_ref().map(|excerpt| (excerpt.line, excerpt.column)), Some((3, 9)));
            }
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_not_locked() {
        let mut lock = NamesLock::default();
        lock.insert(Locked::Inline, "A.b".to_owned(), "A".repeat(5000));
        assert!(lock.is_empty());
    }

    #[test]
    fn a_fault_is_named_with_its_line() {
        for (text, line) in [("a = \"A\"\nb = 5\n", 2), ("a = \"A\"\n[fields]\n\"A.b\" = 5\n", 3)] {
            let mut diagnostics = Diagnostics::new();
            assert_eq!(NamesLock::parse("names.lock".as_ref(), text, &mut diagnostics), None);
            let found = diagnostics.iter().next().expect("something was found");
            assert_eq!(found.excerpt.as_ref().map(|excerpt| excerpt.line), Some(line));
        }
    }
}
