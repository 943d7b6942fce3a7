//! The name overrides of `apiarist.toml`, applied to the items of the document.
//!
//! ```text
//! types        PetOut, or the JSON pointer              operations   listPets, GET /pets, or the JSON pointer
//! fields       Pet.createdAt, or the JSON pointer       arguments    listPets.limit, GET /pets.limit, or the pointer
//! variants     Model.gpt-4.1, or the JSON pointer       groups       the tag
//! ```

use super::{AppliedOverrides, Item, Table};
use crate::diagnostics::Diagnostics;
use crate::ir::{Api, Enumeration, IdVec, NameHint, Operation, Parameter, TypeId, TypeKind};
use crate::names::variants::variant_ids;
use crate::settings::{NameKind, NameSettings};

const TYPES: Table = Table { heading: "names.types", noun: "type", kind: NameKind::Type };
const FIELDS: Table = Table { heading: "names.fields", noun: "field", kind: NameKind::Value };
const VARIANTS: Table = Table { heading: "names.variants", noun: "variant", kind: NameKind::Type };
const ARGUMENTS: Table = Table { heading: "names.arguments", noun: "parameter", kind: NameKind::Value };
const OPERATIONS: Table = Table { heading: "names.operations", noun: "operation", kind: NameKind::Value };
const GROUPS: Table = Table { heading: "names.groups", noun: "group", kind: NameKind::Value };

/// The overrides of all tables whose items are known before types are named.
pub(crate) struct NameTables<'a> {
    settings: &'a NameSettings,
    pub(crate) types: AppliedOverrides<'a>,
    pub(crate) operations: AppliedOverrides<'a>,
    pub(crate) groups: AppliedOverrides<'a>,
    pub(crate) arguments: AppliedOverrides<'a>,
}

impl<'a> NameTables<'a> {
    pub(crate) fn new(api: &Api, settings: &'a NameSettings) -> Self {
        let types = api.type_ids().map(|id| {
            let definition = api.definition(id);
            let component = match &definition.name {
                NameHint::Component(name) => Some(name.clone()),
                NameHint::Inline(_) => None,
            };
            Item { id: type_item(id), keys: component.into_iter().chain([definition.origin.to_string()]).collect() }
        });
        let operations = api.operations.iter().map(|operation| {
            let keys = operation.id.iter().chain([&operation.route]).cloned();
            Item { id: operation.route.clone(), keys: keys.chain([operation.origin.to_string()]).collect() }
        });
        let groups = api.groups.iter().map(|group| &group.wire_name);
        let groups = groups.map(|tag| Item { id: tag.clone(), keys: vec![tag.clone()] });
        let arguments = api.operations.iter().flat_map(|operation| {
            let owners: Vec<&String> = operation.id.iter().chain([&operation.route]).collect();
            operation.parameters.iter().map(move |parameter| {
                let keys = owners.iter().map(|owner| format!("{owner}.{}", parameter.wire_name));
                Item {
                    id: parameter_item(operation, parameter),
                    keys: keys.chain([parameter.origin.to_string()]).collect(),
                }
            })
        });
        Self {
            settings,
            types: AppliedOverrides::new(TYPES, &settings.types, types),
            operations: AppliedOverrides::new(OPERATIONS, &settings.operations, operations),
            groups: AppliedOverrides::new(GROUPS, &settings.groups, groups),
            arguments: AppliedOverrides::new(ARGUMENTS, &settings.arguments, arguments),
        }
    }

    /// Returns the overrides of fields, whose keys contain the names of their types.
    pub(crate) fn fields(&self, api: &Api, types: &IdVec<TypeId, String>) -> AppliedOverrides<'a> {
        let items = api.type_ids().flat_map(|id| {
            let fields = match &api.definition(id).kind {
                TypeKind::Struct(object) => object.fields.as_slice(),
                _ => &[],
            };
            fields.iter().map(move |field| {
                let key = format!("{}.{}", types[id], field.wire_name);
                Item { id: key.clone(), keys: vec![key, field.origin.to_string()] }
            })
        });
        AppliedOverrides::new(FIELDS, &self.settings.fields, items)
    }

    /// Returns the overrides of variants, whose keys contain the names of their types.
    pub(crate) fn variants(&self, api: &Api, types: &IdVec<TypeId, String>) -> AppliedOverrides<'a> {
        let type_name = |id: TypeId| types[id].clone();
        let items = api.type_ids().flat_map(|id| match &api.definition(id).kind {
            TypeKind::StringEnum(values) => value_items(&types[id], values),
            TypeKind::IntegerEnum(values) => value_items(&types[id], values),
            TypeKind::Union(union) => {
                let ids = variant_ids(api, &types[id], union, &type_name);
                let items = union.variants.iter().zip(ids).map(|(variant, id)| {
                    let pointer = variant.origin.to_string();
                    let keys = id.lock_key().map(str::to_owned).into_iter().chain([pointer]).collect();
                    Item { id: id.text, keys }
                });
                items.collect()
            }
            TypeKind::Struct(_) | TypeKind::Alias(_) => Vec::new(),
        });
        AppliedOverrides::new(VARIANTS, &self.settings.variants, items)
    }

    /// Reports the overrides without an effect, except for those of fields and variants.
    pub(crate) fn report(&self, types: &IdVec<TypeId, String>, diagnostics: &mut Diagnostics) {
        self.types.report(types.values().map(String::as_str), diagnostics);
        for applied in [&self.arguments, &self.operations, &self.groups] {
            applied.report(std::iter::empty(), diagnostics);
        }
    }
}

fn value_items<T: ToString>(type_name: &str, values: &Enumeration<T>) -> Vec<Item> {
    let items = values.values.iter().map(|value| {
        let key = format!("{type_name}.{}", value.value.to_string());
        Item { id: key.clone(), keys: vec![key, value.origin.to_string()] }
    });
    items.collect()
}

/// Returns the id of a type among the items of overrides.
pub(crate) fn type_item(id: TypeId) -> String {
    id.0.to_string()
}

/// Returns the id of a parameter among the items of overrides, which is also its key in the lock.
pub(crate) fn parameter_item(operation: &Operation, parameter: &Parameter) -> String {
    format!("{} {} {}", operation.route, parameter.location.word(), parameter.wire_name)
}
