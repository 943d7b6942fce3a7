//! `[names]`: name overrides.

use std::path::Path;

use serde::Deserialize;

use super::located::{Located, locate_all};
use super::lock::NamesLock;
use super::name_pattern::check_override;
use super::rust_name::{NameKind, valid_name};
use crate::diagnostics::{Code, Diagnostics};
use crate::hash::IndexMap;

/// Name overrides by kind, and the lock of names.
///
/// A key is the name of an item, its JSON pointer (except for groups), or a pattern: `*` matches any text and `\\*` a
/// literal `*`. In the name of a pattern, `*` is replaced by the same text, and the result is written in the case of its
/// kind. An exact key takes precedence over patterns, and a pattern over the patterns below it. An
/// override that applies to nothing is reported as `unused-name-override` with the most similar key of the document, and
/// one whose name is reserved or taken as `name-override-conflict`.
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
/// "#/components/schemas/Event/oneOf/0" = "Created"
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
/// assert_eq!(settings.names.fields["Pet.createdAt"].value, "created");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NameSettings {
    /// Rust names of types, by the name of the component, a JSON pointer, or the generated name of an inline type.
    /// Patterns match names of components.
    pub types: IndexMap<String, Located>,
    /// Rust names of fields, by type and property (`Pet.createdAt`) or JSON pointer. The type has its Rust name.
    pub fields: IndexMap<String, Located>,
    /// Rust names of variants, by type and value, tag or type (`Model.gpt-4.1`), or JSON pointer. The enum has its Rust
    /// name.
    pub variants: IndexMap<String, Located>,
    /// Rust names of parameters, by operation and parameter (`listPets.limit`, `GET /pets.limit`) or JSON pointer.
    pub arguments: IndexMap<String, Located>,
    /// Rust names of methods, by `operationId`, `GET /path` or JSON pointer.
    pub operations: IndexMap<String, Located>,
    /// Rust names of groups, by tag.
    pub groups: IndexMap<String, Located>,
    /// The names of the previous generation. They are in a file of their own, `names.lock`.
    #[serde(skip)]
    pub lock: NamesLock,
}

impl NameSettings {
    /// Records the lines of all overrides, and reports those that are not valid names in Rust; `text` is the text of the
    /// settings. Returns `true` if there are none.
    pub(super) fn locate(&mut self, path: &Path, text: &str, diagnostics: &mut Diagnostics) -> bool {
        let Self { types, fields, variants, arguments, operations, groups, lock: _ } = self;
        let mut tables: [(_, &[NameKind]); 6] = [
            (types, &[NameKind::Type]),
            (fields, &[NameKind::Value]),
            (variants, &[NameKind::Type]),
            (arguments, &[NameKind::Value]),
            (operations, &[NameKind::Value]),
            (groups, &[NameKind::Value, NameKind::Type]),
        ];
        let names = tables.iter_mut().flat_map(|(table, _)| table.values_mut());
        locate_all(names, path, text);
        let mut is_valid = true;
        for (table, kinds) in tables {
            for (key, name) in table.iter() {
                let mut faults = kinds.iter().map_while(|kind| check_override(key, &name.value, *kind).err());
                let first = faults.next();
                if let Some(reason) = first.filter(|_| faults.count() + 1 == kinds.len()) {
                    let kind = kinds.first().filter(|_| !name.value.contains('*'));
                    let suggested = kind.and_then(|kind| valid_name(&name.value, *kind));
                    let help = suggested.map_or_else(
                        || "choose another name".to_owned(),
                        |name| format!("choose a name such as `{name}`"),
                    );
                    let excerpt = name.excerpt.clone();
                    diagnostics.report_elsewhere_with_help(Code::InvalidSettings, reason, help, excerpt);
                    is_valid = false;
                }
            }
        }
        is_valid
    }
}
