//! `[names]`: name overrides.

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use super::lock::NamesLock;
use super::name_pattern::check_override;
use super::rust_name::NameKind;
use crate::diagnostics::{Code, Diagnostics, Excerpt};

/// Name overrides by kind, and the lock of names.
///
/// A key is the name of an item, its JSON pointer (types, fields, arguments and operations), or a pattern: `*` matches
/// any text and `\\*` a literal `*`. In the name of a pattern, `*` is replaced by the same text, and the result is written
/// in the case of its kind. An exact key takes precedence over patterns, and a pattern over the patterns below it. An
/// override that applies to nothing is reported as `unused-name-override` with the most similar key of the document.
///
/// ```
/// # use apiarist::settings::Settings;
/// # use apiarist::diagnostics::Diagnostics;
/// let text = r##"
/// [names.types]
/// PetOut = "Pet"
/// "#/components/schemas/Pet/properties/owner" = "PetOwner"
/// "*Dto" = "*"
///
/// [names.fields]
/// "Pet.createdAt" = "created"
/// "*.customer_id" = "customer"
///
/// [names.variants]
/// "Model.gpt-4.1" = "Gpt41"
///
/// [names.arguments]
/// "listPets.X-Page-Size" = "page_size"
///
/// [names.groups]
/// "Pets (beta)" = "pets"
///
/// [names.operations]
/// listPets = "list"
/// "GET /pets/{id}" = "get"
/// "PetsController_*" = "*"
/// "##;
/// let settings = Settings::parse("apiarist.toml".as_ref(), text, &mut Diagnostics::new()).expect("valid settings");
/// assert_eq!(settings.names.fields["Pet.createdAt"], "created");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NameSettings {
    /// Rust names of types, by the name of the component, a JSON pointer, or the generated name of an inline type.
    /// Patterns match names of components.
    pub types: IndexMap<String, String>,
    /// Rust names of fields, by type and property (`Pet.createdAt`) or JSON pointer. The type has its Rust name.
    pub fields: IndexMap<String, String>,
    /// Rust names of variants, by type and value, tag or type (`Model.gpt-4.1`). The enum has its Rust name.
    pub variants: IndexMap<String, String>,
    /// Rust names of parameters, by operation and parameter (`listPets.limit`, `GET /pets.limit`) or JSON pointer.
    pub arguments: IndexMap<String, String>,
    /// Rust names of methods, by `operationId`, `GET /path` or JSON pointer.
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
    fields: IndexMap<String, Spanned<String>>,
    variants: IndexMap<String, Spanned<String>>,
    arguments: IndexMap<String, Spanned<String>>,
    operations: IndexMap<String, Spanned<String>>,
    groups: IndexMap<String, Spanned<String>>,
}

/// Reports the overrides that are not valid names in Rust; `text` is the text of the settings. Returns `true` if there
/// are none.
pub(super) fn check_names(path: &Path, text: &str, diagnostics: &mut Diagnostics) -> bool {
    let Ok(Located { names }) = toml::from_str(text) else { return true };
    let LocatedNames { types, fields, variants, arguments, operations, groups } = names;
    let check = |key: &str, name: &str, kinds: &[NameKind]| {
        let mut checked = kinds.iter().map(|kind| check_override(key, name, *kind));
        let first = checked.next().unwrap_or(Ok(()));
        first.or_else(|reason| checked.next().unwrap_or(Err(reason)))
    };
    let checked: [(_, &[NameKind]); 6] = [
        (types, &[NameKind::Type]),
        (fields, &[NameKind::Value]),
        (variants, &[NameKind::Type]),
        (arguments, &[NameKind::Value]),
        (operations, &[NameKind::Value]),
        (groups, &[NameKind::Value, NameKind::Type]),
    ];
    let mut is_valid = true;
    for (table, kinds) in checked {
        for (key, name) in table {
            if let Err(reason) = check(&key, name.get_ref(), kinds) {
                let excerpt = Some(Excerpt::new(path, text, &name.span()));
                let help = "choose another name";
                diagnostics.report_elsewhere_with_help(Code::InvalidSettings, reason, help, excerpt);
                is_valid = false;
            }
        }
    }
    is_valid
}
