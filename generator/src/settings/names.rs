//! `[names]`: names that people chose.

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use super::lock::NamesLock;
use super::rust_name::{NameKind, check_name};
use crate::diagnostics::{Code, Diagnostics, Excerpt};

/// Names that people chose, by what they are given to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NameSettings {
    /// Rust names of types, by the name of the component or a JSON pointer.
    pub types: IndexMap<String, String>,
    /// Rust names of methods, by `operationId` or `GET /path`.
    pub operations: IndexMap<String, String>,
    /// Rust names of groups, by tag.
    pub groups: IndexMap<String, String>,
    /// The names that were given before. They have a file of their own, `names.lock`.
    #[serde(skip)]
    pub lock: NamesLock,
}

/// The same with the places of the names in the text.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Located {
    names: LocatedNames,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LocatedNames {
    types: IndexMap<String, Spanned<String>>,
    operations: IndexMap<String, Spanned<String>>,
    groups: IndexMap<String, Spanned<String>>,
}

/// Reports the chosen names that Rust does not allow; `text` is that of the settings. Returns `true` if there are none.
pub(super) fn check_names(path: &Path, text: &str, diagnostics: &mut Diagnostics) -> bool {
    let Ok(Located { names }) = toml::from_str(text) else { return true };
    let LocatedNames { types, operations, groups } = names;
    let of_group = |name: &str| check_name(name, NameKind::Value).or_else(|_| check_name(name, NameKind::Type));
    let checked = [
        (types, (|name| check_name(name, NameKind::Type)) as fn(&str) -> Result<(), String>),
        (operations, |name| check_name(name, NameKind::Value)),
        (groups, of_group),
    ];
    let mut is_valid = true;
    for (table, check) in checked {
        for name in table.into_values() {
            if let Err(reason) = check(name.get_ref()) {
                let excerpt = Some(Excerpt::new(path, text, &name.span()));
                diagnostics.report_elsewhere(Code::InvalidSettings, format!("{reason}; choose another name"), excerpt);
                is_valid = false;
            }
        }
    }
    is_valid
}
