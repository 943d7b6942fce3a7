//! Names everything in an API, in the order of precedence.
//!
//! ```text
//! 1. methods, whose overrides in `apiarist.toml` also name the operations
//! 2. locked names in the module of operations, shared by operations, calls, groups and status enums
//! 3. types, whose names may begin with the name of an operation
//! 4. new groups, operations and status enums
//! 5. fields, variants and modules of types
//! ```
//!
//! Names of one kind are claimed in the order of their routes, keys or locations, so that the order of the document decides
//! no name.

use std::borrow::Cow;

use super::credentials::credential_names;
use super::file_name::shortened_type;
use super::groups::GroupNaming;
use super::identifier::split_words;
use super::locked::{LockedNames, MemberOverrides};
use super::operations::{self, Deeds, IdWords, MethodCandidate, ResourcePath, Wanted};
use super::overrides::NameTables;
use super::scope::Scope;
use super::servers::server_names;
use super::status_enums;
use super::variants::{self, NamedValue};
use super::{Names, OperationNames, StatusEnumNames, TypeMembers, TypeNames, members, types};
use crate::diagnostics::Diagnostics;
use crate::ir::{
    Api, Definition, Enumeration, GroupId, IdVec, NameHint, Operation, OperationId, Owner, StatusEnumId, TypeId,
    TypeKind,
};
use crate::runtime_items::names_in_operations;
use crate::settings::{Locked, Settings};

/// The state of naming one API.
pub(super) struct NameBuilder<'a> {
    api: &'a Api,
    settings: &'a Settings,
    tables: &'a NameTables<'a>,
    lock: LockedNames<'a>,
    /// The names in the module of operations.
    scope: Scope,
}

/// The inputs of an operation's names.
struct NameInputs {
    /// The words that identify the operation.
    words: Vec<String>,
    /// The methods that it may have.
    wanted: Wanted,
}

/// The locked names of an operation.
struct LockedOperation {
    marker: Option<String>,
    /// The call, whose name is derived from the marker.
    call: Option<String>,
}

/// The locked names in the module of operations: each is claimed before any new name.
struct LockedModule<'a> {
    operations: IdVec<OperationId, LockedOperation>,
    status_enums: IdVec<StatusEnumId, Option<String>>,
    groups: GroupNaming<'a>,
}

impl<'a> NameBuilder<'a> {
    pub(super) fn new(api: &'a Api, settings: &'a Settings, tables: &'a NameTables<'a>) -> Self {
        let server = api.has_server_choice().then_some("Server");
        Self {
            api,
            settings,
            tables,
            lock: LockedNames::new(&settings.names.lock),
            scope: Scope::new(names_in_operations().chain(server)),
        }
    }

    /// Names everything, and reports unused overrides and locked names that changed.
    pub(super) fn build(mut self, diagnostics: &mut Diagnostics) -> Names {
        let inputs = self.inputs();
        let LockedModule { operations: locked, status_enums: locked_enums, groups } = self.claim_locked();
        let methods = self.methods(&inputs);
        let bases = self.bases(&inputs, &locked);
        let types = types::TypeNaming::new(self.api, &bases, &self.tables.types, &self.lock).assign();
        let fields = self.tables.fields(self.api, &types);
        let variants = self.tables.variants(self.api, &types);
        self.lock.set_members(MemberOverrides { fields, variants });
        let groups = groups.assign(&mut self.scope, &self.lock);
        let operations = self.operation_names(methods, &locked, &bases);
        let status_enums = self.status_enum_names(&bases, &locked_enums);
        self.tables.report(&types, diagnostics);
        let types = self.type_names(&types);
        let client = self.client_name();
        let credentials = credential_names(self.api, self.settings, &client);
        let servers = server_names(self.api, &credentials);
        let lock = self.lock.finish(diagnostics);
        Names { client, types, groups, operations, status_enums, credentials, servers, lock }
    }

    /// Returns the name of the client: the setting, or the document's title.
    fn client_name(&self) -> String {
        let chosen = self.settings.client.name.clone();
        chosen.unwrap_or_else(|| {
            let mut words = split_words(&self.api.title);
            while words.len() > 1 && words.last().is_some_and(|word| matches!(word.as_str(), "api" | "apis" | "rest")) {
                words.pop();
            }
            words.retain(|word| word.is_ascii());
            if words.is_empty() { "api".to_owned() } else { words.join("-") }
        })
    }

    fn inputs(&self) -> IdVec<OperationId, NameInputs> {
        let deeds = Deeds::new(self.api);
        self.api.operations.iter().map(|operation| self.input(operation, &deeds)).collect()
    }

    fn input(&self, operation: &Operation, deeds: &Deeds<'_>) -> NameInputs {
        let group = &self.api.group(operation.group).wire_name;
        let path = ResourcePath::of(operation);
        match IdWords::of(operation, &path, deeds.lists(operation, &path)) {
            IdWords::Written(words) => {
                let wanted = operations::written_names(operation, &path, &words, group, deeds);
                NameInputs { words, wanted }
            }
            IdWords::Generated { prefix, verb } => {
                let deed = deeds.of(operation, &path, verb);
                let words = [prefix.as_slice(), &deed.words_from(0)].concat();
                let wanted = operations::derived_names(operation, &path, &prefix, &deed, group);
                NameInputs { words, wanted }
            }
        }
    }

    fn claim_locked(&mut self) -> LockedModule<'a> {
        let Self { api, tables, lock, scope, .. } = self;
        let groups = GroupNaming::new(api, &tables.groups, scope, lock);
        let markers = api.operations.iter().map(|operation| lock.claim(Locked::Operation, &operation.route, scope));
        let markers: IdVec<OperationId, Option<String>> = markers.collect();
        let enums = api.status_enums.iter();
        let enums = enums.map(|status_enum| status_enums::locked_status_enum(status_enum, api, scope, lock));
        let status_enums = enums.collect();
        let operations = markers.map(|_, marker| {
            let call = marker.as_deref().map(|marker| operations::call_name(marker, scope));
            LockedOperation { marker, call }
        });
        LockedModule { operations, status_enums, groups }
    }

    /// Returns the names of all operations, which are unique within the API and in `PascalCase`; inline types are named
    /// after them.
    fn bases(
        &self,
        inputs: &IdVec<OperationId, NameInputs>,
        locked: &IdVec<OperationId, LockedOperation>,
    ) -> IdVec<OperationId, String> {
        let group = |operation: &Operation| self.api.group(operation.group).wire_name.as_str();
        let words = self.api.numbered_operations().map(|(id, operation)| {
            match self.tables.operations.applied(&operation.route) {
                Some(method) => Cow::Owned(operations::chosen_words(method, group(operation))),
                None => Cow::Borrowed(inputs[id].words.as_slice()),
            }
        });
        let words: IdVec<OperationId, Cow<'_, [String]>> = words.collect();
        let mut naming = operations::BaseNaming::new(
            locked.values().filter_map(|locked| locked.marker.as_deref()),
            words.values().map(Cow::as_ref),
        );
        let mut names = IdVec::filled(String::new(), inputs.len());
        let mut ids = self.api.operations_by_route();
        ids.sort_by_key(|id| naming.is_ambiguous(&words[*id]));
        for id in ids {
            let operation = self.api.operation(id);
            names[id] = match &locked[id].marker {
                Some(marker) => marker.clone(),
                None => naming.name(operation, &words[id], group(operation)),
            };
        }
        names
    }

    fn operation_names(
        &mut self,
        methods: IdVec<OperationId, String>,
        locked: &IdVec<OperationId, LockedOperation>,
        bases: &IdVec<OperationId, String>,
    ) -> IdVec<OperationId, OperationNames> {
        let mut bodies = self.body_names(&methods);
        let Self { api, tables, lock, scope, .. } = self;
        let [mut markers, mut calls] = [(); 2].map(|()| IdVec::filled(String::new(), methods.len()));
        let ids = api.operations_by_route();
        for id in &ids {
            let base = &bases[*id];
            let candidates = || [base.clone(), format!("{base}Call"), format!("{base}Operation")].map(shortened_type);
            markers[*id] = locked[*id].marker.clone().unwrap_or_else(|| scope.claim(candidates()));
        }
        for id in ids {
            calls[id] = locked[id].call.clone().unwrap_or_else(|| operations::call_name(&markers[id], scope));
        }
        methods.map(|id, method| {
            let operation = api.operation(id);
            let [marker, call] = [&mut markers, &mut calls].map(|names| std::mem::take(&mut names[id]));
            lock.note(Locked::Operation, &operation.route, &marker, false, &operation.origin);
            OperationNames {
                method,
                headers: operations::header_names(operation),
                bodies: std::mem::take(&mut bodies[id]),
                marker,
                call,
                parameters: operations::parameter_names(operation, &tables.arguments, lock),
            }
        })
    }

    /// Returns the method of each operation, which is unique within its group.
    fn methods(&self, inputs: &IdVec<OperationId, NameInputs>) -> IdVec<OperationId, String> {
        let mut methods = IdVec::filled(String::new(), inputs.len());
        for ids in self.api.operations_by_group().values() {
            let candidates = ids.iter().map(|id| {
                let operation = self.api.operation(*id);
                MethodCandidate { id: *id, operation, wanted: &inputs[*id].wanted }
            });
            let candidates: Vec<_> = candidates.collect();
            for (id, name) in operations::method_names(&candidates, &self.tables.operations, &self.lock) {
                methods[id] = name;
            }
        }
        methods
    }

    /// Returns the method or setter for each body of each operation, except for the first body.
    fn body_names(&self, methods: &IdVec<OperationId, String>) -> IdVec<OperationId, Vec<String>> {
        let mut scopes: IdVec<GroupId, Scope> = IdVec::filled(Scope::default(), self.api.groups.len());
        for (id, operation) in self.api.numbered_operations() {
            scopes[operation.group].take(&methods[id]);
        }
        let mut names = IdVec::filled(Vec::new(), methods.len());
        for id in self.api.operations_by_route() {
            let operation = self.api.operation(id);
            let words = operation.bodies.iter().skip(1).map(operations::body_word);
            let is_required = operation.bodies.first().is_some_and(|body| body.required);
            let method = methods[id].trim_start_matches("r#").trim_end_matches('_');
            let scope = &mut scopes[operation.group];
            let mut setters = Scope::default();
            names[id] = words
                .map(|word| match is_required {
                    true => scope.claim([format!("{method}_{word}")]),
                    false => setters.claim([format!("{word}_body")]),
                })
                .collect();
        }
        names
    }

    fn status_enum_names(
        &mut self,
        bases: &IdVec<OperationId, String>,
        locked: &IdVec<StatusEnumId, Option<String>>,
    ) -> IdVec<StatusEnumId, StatusEnumNames> {
        let mut ids: Vec<_> = self.api.numbered_status_enums().collect();
        ids.sort_by_key(|(_, status_enum)| (&bases[status_enum.operation], status_enum.is_failure));
        let mut names = IdVec::filled(String::new(), ids.len());
        for (id, status_enum) in ids {
            names[id] = locked[id].clone().unwrap_or_else(|| {
                self.scope.claim(status_enums::candidates(status_enum, &bases[status_enum.operation]))
            });
        }
        names.map(|id, type_name| {
            let status_enum = self.api.status_enum(id);
            status_enums::note_status_enum(status_enum, self.api, &type_name, &self.lock);
            StatusEnumNames { type_name, rows: status_enums::row_names(&status_enum.rows) }
        })
    }

    fn type_names(&self, names: &IdVec<TypeId, String>) -> IdVec<TypeId, TypeNames> {
        types::modules(self.api, names).map(|id, module| {
            let members = self.type_members(self.api.definition(id), &names[id], names);
            TypeNames { name: names[id].clone(), module, members }
        })
    }

    fn type_members(&self, definition: &Definition, name: &str, names: &IdVec<TypeId, String>) -> TypeMembers {
        let lock = &self.lock;
        match &definition.kind {
            TypeKind::Struct(object) => {
                TypeMembers::Struct(members::member_names(object, name, &definition.origin, lock))
            }
            TypeKind::StringEnum(values) => TypeMembers::Variants(self.value_names(definition, name, values)),
            TypeKind::IntegerEnum(values) => TypeMembers::Variants(self.value_names(definition, name, values)),
            TypeKind::Union(union) => {
                let outer = match &definition.name {
                    NameHint::Inline(contexts) => contexts.first().map(|context| context.owner),
                    NameHint::Component(_) => None,
                };
                let outer = outer.and_then(|owner| match owner {
                    Owner::Type(id) => Some(names[id].as_str()),
                    Owner::Operation(_) => None,
                });
                let type_name = |id: TypeId| names[id].clone();
                TypeMembers::Variants(variants::variant_names(self.api, name, outer, union, &type_name, lock))
            }
            TypeKind::Alias(_) => TypeMembers::None,
        }
    }

    fn value_names<T: ToString>(&self, definition: &Definition, name: &str, values: &Enumeration<T>) -> Vec<String> {
        let values = values.values.iter().map(|value| (value.value.to_string(), value.name.as_deref()));
        let values: Vec<(String, Option<&str>)> = values.collect();
        let named: Vec<NamedValue<'_>> = values.iter().map(|(text, name)| NamedValue { text, name: *name }).collect();
        variants::value_names(name, &named, &definition.origin, &self.lock)
    }
}
