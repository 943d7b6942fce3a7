//! `[names]`: name overrides.

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use super::lock::NamesLock;
use super::rust_name::{NameKind, check_name};
use crate::diagnostics::{Code, Diagnostics, Excerpt};

/// Name overrides by kind, and the locked names.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NameSettings {
    /// Rust names of types, by the name of the component or a JSON pointer.
    pub types: IndexMap<String, String>,
    /// Rust names of methods, by `operationId` or `GET /path`.
    pub operations: IndexMap<String, String>,
    /// Rust names of groups, by tag.
    pub groups: IndexMap<String, String>,
    /// The names of the previous generation. They are in a file of their own, `names.lock`.
    #[serde(skip)]
    pub lock: NamesLock,
}

/// The same tables with the spans of the names.
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

/// Reports the overrides that are not valid names in Rust; `text` is the text of the settings. Returns `true` if there
/// are none.
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
                let help = "choose another name";
                diagnostics.report_elsewhere_with_help(Code::InvalidSettings, reason, help, excerpt);
                is_valid = false;
            }
        }
    }
    is_valid
}
