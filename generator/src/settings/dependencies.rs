//! `[dependencies]`: the crates of custom types and derives.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// Crates by name, each with its Cargo requirement: a version, or a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dependencies(BTreeMap<String, toml::Value>);

/// A conflict between the requirements of two documents for one crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DependencyConflict {
    name: String,
    one: String,
    other: String,
}

impl fmt::Display for DependencyConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, one, other } = self;
        write!(
            f,
            "two documents require different versions of the crate `{name}`, {one} and {other}; use the same requirement in \
             the settings of both"
        )
    }
}

impl Dependencies {
    /// Returns `true` if a crate has a requirement. Its Rust name has underscores instead of hyphens.
    pub fn has(&self, rust_name: &str) -> bool {
        self.0.keys().any(|name| name.replace('-', "_") == rust_name)
    }

    /// Adds the requirements of another document.
    ///
    /// # Errors
    /// Returns an error if one crate has two different requirements.
    pub fn merge(&mut self, other: &Self) -> Result<(), DependencyConflict> {
        for (name, wanted) in &other.0 {
            match self.0.get(name) {
                Some(known) if known != wanted => {
                    let (name, one, other) = (name.clone(), known.to_string(), wanted.to_string());
                    return Err(DependencyConflict { name, one, other });
                }
                _ => drop(self.0.insert(name.clone(), wanted.clone())),
            }
        }
        Ok(())
    }

    /// Returns the lines of a manifest, one for each crate.
    pub fn to_lines(&self) -> String {
        self.0.iter().map(|(name, wanted)| format!("{name} = {wanted}\n")).collect()
    }
}

impl<'de> Deserialize<'de> for Dependencies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let table = BTreeMap::<String, toml::Value>::deserialize(deserializer)?;
        for (name, wanted) in &table {
            let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
                && name.chars().all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
            if !is_name {
                return Err(D::Error::custom(format!("`{name}` is not a valid crate name")));
            }
            if name.replace('_', "-") == "apiarist-runtime" {
                return Err(D::Error::custom("`apiarist-runtime` is always a dependency; remove this line"));
            }
            if !wanted.is_str() && !wanted.is_table() {
                return Err(D::Error::custom(format!(
                    "the requirement of the crate `{name}` must be a string or a table"
                )));
            }
        }
        Ok(Self(table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dependencies(text: &str) -> Result<Dependencies, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn they_are_written_as_they_were_read() {
        let text = "my-money = { path = \"../my money\" }\nrust_decimal = \"1\"\n";
        let read = dependencies(text).expect("it is valid");
        assert_eq!(read.to_lines(), text);
        assert!(read.has("my_money") && read.has("rust_decimal") && !read.has("money"));
    }

    #[test]
    fn one_crate_cannot_be_wanted_in_two_ways() {
        let mut all = dependencies("a = \"1\"\nb = \"1\"").expect("it is valid");
        all.merge(&dependencies("b = \"1\"\nc = \"2\"").expect("it is valid")).expect("they agree");
        assert_eq!(all.to_lines(), "a = \"1\"\nb = \"1\"\nc = \"2\"\n");
        let conflict = all.merge(&dependencies("a = \"2\"").expect("it is valid")).expect_err("they do not agree");
        assert!(conflict.to_string().contains("the crate `a`, \"1\" and \"2\""), "{conflict}");
    }

    #[test]
    fn what_is_no_dependency_is_refused() {
        for text in ["a = 1", "\"a b\" = \"1\"", "apiarist_runtime = \"1\"", "\"\" = \"1\""] {
            assert!(dependencies(text).is_err(), "{text}");
        }
    }
}
