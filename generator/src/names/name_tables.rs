//! The name overrides of `apiarist.toml`, applied to the items of the document.
//!
//! ```text
//! types        PetOut, or the JSON pointer              operations   listPets, GET /pets, or the JSON pointer
//! fields       Pet.createdAt, or the JSON pointer       arguments    listPets.limit, GET /pets.limit, or the pointer
//! variants     Model.gpt-4.1                            groups       the tag
//! ```

use indexmap::IndexMap;

use super::overrides::AppliedOverrides;
use super::variants::variant_keys;
use crate::diagnostics::Diagnostics;
use crate::ir::{Api, IdVec, NameHint, Operation, Parameter, TypeId, TypeKind};
use crate::settings::{NameKind, NameSettings, Overrides};

/// The overrides of all tables whose items are known before types are named.
pub(super) struct NameTables<'a> {
    settings: &'a NameSettings,
    /// The overrides of types: those of the settings, and those that patterns produce.
    types: IndexMap<String, String>,
    applied_types: AppliedOverrides,
    pub(super) operations: AppliedOverrides,
    pub(super) groups: AppliedOverrides,
    pub(super) arguments: AppliedOverrides,
}

impl<'a> NameTables<'a> {
    pub(super) fn new(api: &Api, settings: &'a NameSettings) -> Self {
        let components = api.types.iter().filter_map(|definition| match &definition.name {
            NameHint::Component(name) => Some(vec![name.clone(), definition.origin.to_string()]),
            NameHint::Inline(_) => None,
        });
        let applied_types = AppliedOverrides::new(&settings.types, NameKind::Type, components);
        let mut types = settings.types.clone();
        types.extend(applied_types.names.clone());
        let operations = api.operations.iter().map(|operation| {
            let id = operation.id.clone().into_iter();
            id.chain([operation.route.clone(), operation.origin.to_string()]).collect()
        });
        let groups = api.groups.iter().map(|group| vec![group.wire_name.clone()]);
        let arguments = api.operations.iter().flat_map(|operation| {
            let keys = |parameter: &Parameter| {
                let by_route = format!("{}.{}", operation.route, parameter.wire_name);
                vec![argument_key(operation, parameter), by_route, parameter.origin.to_string()]
            };
            operation.parameters.iter().map(keys).collect::<Vec<_>>()
        });
        Self {
            settings,
            types,
            applied_types,
            operations: AppliedOverrides::new(&settings.operations, NameKind::Value, operations),
            groups: AppliedOverrides::new(&settings.groups, NameKind::Value, groups),
            arguments: AppliedOverrides::new(&settings.arguments, NameKind::Value, arguments),
        }
    }

    /// Returns the overrides of types, including those of inline types by their generated names.
    pub(super) fn types(&self) -> Overrides<'_, String> {
        Overrides::of_table(&self.types)
    }

    /// Returns the overrides of fields and variants, whose keys contain the names of their types.
    pub(super) fn members(&self, api: &Api, types: &IdVec<TypeId, String>) -> [AppliedOverrides; 2] {
        let NameSettings { fields, variants, .. } = self.settings;
        let named = || api.type_ids().map(|id| (&api.definition(id).kind, types[id].as_str()));
        let fields_of = named().flat_map(|(kind, name)| match kind {
            TypeKind::Struct(object) => {
                let keys = object
                    .fields
                    .iter()
                    .map(|field| vec![format!("{name}.{}", field.wire_name), field.origin.to_string()]);
                keys.collect::<Vec<_>>()
            }
            _ => Vec::new(),
        });
        let type_name = |id: TypeId| types[id].clone();
        let variants_of = named().flat_map(|(kind, name)| match kind {
            TypeKind::StringEnum(values) => {
                values.values.iter().map(|value| vec![format!("{name}.{}", value.value)]).collect()
            }
            TypeKind::IntegerEnum(values) => {
                values.values.iter().map(|value| vec![format!("{name}.{}", value.value)]).collect()
            }
            TypeKind::Union(union) => {
                let keys = variant_keys(api, name, union, &type_name).into_iter().flatten();
                keys.map(|key| vec![key]).collect::<Vec<_>>()
            }
            TypeKind::Struct(_) | TypeKind::Alias(_) => Vec::new(),
        });
        [
            AppliedOverrides::new(fields, NameKind::Value, fields_of),
            AppliedOverrides::new(variants, NameKind::Type, variants_of),
        ]
    }

    /// Reports the overrides that match nothing.
    pub(super) fn report_unused(
        &self,
        types: &Overrides<'_, String>,
        [fields, variants]: &[AppliedOverrides; 2],
        diagnostics: &mut Diagnostics,
    ) {
        let mut applied_types = self.applied_types.clone();
        self.types.keys().filter(|key| types.is_used(key.as_str())).for_each(|key| applied_types.use_key(key));
        for (applied, table, noun) in [
            (&applied_types, "names.types", "type"),
            (fields, "names.fields", "field"),
            (variants, "names.variants", "variant"),
            (&self.arguments, "names.arguments", "parameter"),
            (&self.operations, "names.operations", "operation"),
            (&self.groups, "names.groups", "group"),
        ] {
            applied.report_unused(table, noun, diagnostics);
        }
    }
}

/// Returns the key of an operation in the table of overrides: its id, or else its route.
pub(super) fn operation_key(operation: &Operation) -> &str {
    operation.id.as_deref().unwrap_or(&operation.route)
}

/// Returns the key of a parameter in the table of overrides.
pub(super) fn argument_key(operation: &Operation, parameter: &Parameter) -> String {
    format!("{}.{}", operation_key(operation), parameter.wire_name)
}
