//! Rust names for everything in an [`Api`].
//!
//! What people chose in the settings comes first, then the names that were given before, which the lock keeps. All other
//! names follow from the document alone, in its order.

mod credentials;
mod file_name;
mod groups;
pub(crate) mod identifier;
pub(crate) mod inflection;
mod letters;
mod lock_keys;
mod locked;
mod members;
mod operations;
mod scope;
mod servers;
mod signs;
mod status_enums;
mod types;
mod variants;

use indexmap::IndexMap;

pub use credentials::CredentialNames;
pub use file_name::is_device_name;
pub use groups::GroupNames;
pub use members::MemberNames;
pub use servers::ServerNames;
pub use status_enums::StatusEnumNames;

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{
    Api, Enumeration, Graph, GroupId, NameHint, Operation, OperationId, Owner, StatusEnumId, TypeId, TypeKind,
};
use crate::runtime_items::names_in_operations;
use crate::settings::{Locked, NamesLock, Overrides, Settings};
use crate::source::Pointer;
use groups::GroupNaming;
use locked::LockedNames;
use scope::Scope;
use status_enums::StatusEnumNaming;
use variants::NamedValue;

/// The names of a type.
#[derive(Clone, Debug)]
pub struct TypeNames {
    /// The type, such as `Conversation`.
    pub name: String,
    /// The module in which it stands, such as `conversation`.
    pub module: String,
    /// The names in it.
    pub members: TypeMembers,
}

/// The names in a type.
#[derive(Clone, Debug)]
pub enum TypeMembers {
    /// Of a struct.
    Struct(MemberNames),
    /// Of an enum or a union: its variants in order.
    Variants(Vec<String>),
    /// An alias has none.
    None,
}

/// The names of an operation.
#[derive(Clone, Debug)]
pub struct OperationNames {
    /// The method of its group, such as `get`.
    pub method: String,
    /// The type that stands for it, such as `GetConversation`.
    pub marker: String,
    /// The alias of its call, such as `GetConversationCall`.
    pub call: String,
    /// Its parameters, as arguments and as setters, in the order of the operation.
    pub parameters: Vec<String>,
    /// The constants of the headers of its responses.
    pub headers: Vec<String>,
    /// What sends the body in each way but the first: methods of the group where a body is required, else setters.
    pub bodies: Vec<String>,
}

/// The Rust names of everything in an API.
#[derive(Clone, Debug)]
pub struct Names {
    client: String,
    types: Vec<TypeNames>,
    groups: Vec<GroupNames>,
    operations: Vec<OperationNames>,
    status_enums: Vec<StatusEnumNames>,
    credentials: IndexMap<String, CredentialNames>,
    servers: ServerNames,
    lock: NamesLock,
}

/// Reports overrides of names that nothing in the document matched; `noun` is what they name.
fn report_unused(overrides: &Overrides<'_, String>, table: &str, noun: &str, diagnostics: &mut Diagnostics) {
    for (key, _) in overrides.unused() {
        let message = format!("`[{table}]` renames `{key}`, but the document has no such {noun}");
        diagnostics.report_without_origin(Code::UnusedNameOverride, message);
    }
}

impl Names {
    /// Names everything.
    pub fn assign(api: &Api, _graph: &Graph, settings: &Settings, diagnostics: &mut Diagnostics) -> Self {
        let type_overrides = Overrides::of_table(&settings.names.types);
        let operation_overrides = Overrides::of_table(&settings.names.operations);
        let group_overrides = Overrides::of_table(&settings.names.groups);

        let chosen = chosen_methods(api, &operation_overrides);
        let words: Vec<Vec<String>> = api
            .operations
            .iter()
            .zip(&chosen)
            .map(|(operation, chosen)| match (chosen, api.groups.get(operation.group.0)) {
                (Some(method), Some(group)) => operations::chosen_words(method, &group.wire_name),
                _ => operations::operation_words(operation),
            })
            .collect();
        let lock = LockedNames::new(&settings.names.lock);
        let server = api.has_server_choice().then_some("Server");
        let mut scope = Scope::new(names_in_operations().chain(server));
        let locked = LockedTypes::claim(api, &|key| group_overrides.get(key).cloned(), &mut scope, &lock);
        let bases = operations::base_names(api, &words, &locked.markers);
        let type_names = types::TypeNaming::new(api, &bases, &|key| type_overrides.get(key).cloned(), &lock).assign();

        let LockedTypes { markers, calls, outcomes, groups } = locked;
        let group_names = groups.assign(&mut scope, &lock);
        let operations = operation_names(
            api,
            &NameInputs { words: &words, bases: &bases, chosen: &chosen, markers: &markers, calls: &calls },
            &mut scope,
            &lock,
        );
        let naming = StatusEnumNaming::new(api, &bases, &group_names, &type_names);
        let status_enums = api
            .status_enums
            .iter()
            .zip(outcomes)
            .map(|(status_enum, locked)| {
                let type_name = locked.unwrap_or_else(|| scope.claim(naming.candidates(status_enum)));
                status_enums::note_status_enum(status_enum, api, &type_name, &lock);
                StatusEnumNames { type_name, rows: status_enums::row_names(&status_enum.rows) }
            })
            .collect();
        let types = with_members(api, type_names, &lock);

        report_unused(&type_overrides, "names.types", "type", diagnostics);
        report_unused(&operation_overrides, "names.operations", "operation", diagnostics);
        report_unused(&group_overrides, "names.groups", "group", diagnostics);
        let client = client_name(api, settings);
        let credentials = credentials::credential_names(api, settings, &client);
        Self {
            types,
            groups: group_names,
            operations,
            status_enums,
            servers: servers::server_names(api, &credentials),
            credentials,
            client,
            lock: lock.finish(diagnostics),
        }
    }

    /// The names that an update of the document could move, to be kept for the next time.
    pub fn lock(&self) -> &NamesLock {
        &self.lock
    }

    /// What the client calls itself, in lower case with hyphens.
    pub fn client(&self) -> &str {
        &self.client
    }

    /// The names of a type.
    pub fn type_(&self, id: TypeId) -> &TypeNames {
        &self.types[id.0]
    }

    /// The names of a group.
    pub fn group(&self, id: GroupId) -> &GroupNames {
        &self.groups[id.0]
    }

    /// The names of an operation.
    pub fn operation(&self, id: OperationId) -> &OperationNames {
        &self.operations[id.0]
    }

    /// The names of an enum by status.
    pub fn status_enum(&self, id: StatusEnumId) -> &StatusEnumNames {
        &self.status_enums[id.0]
    }

    /// The names of the servers and of what may differ in their URLs.
    pub fn servers(&self) -> &ServerNames {
        &self.servers
    }

    /// The names around the credential of a security scheme.
    pub fn credential(&self, scheme: &str) -> Option<&CredentialNames> {
        self.credentials.get(scheme)
    }
}

/// What the client calls itself: the settings' choice, or the document's title.
fn client_name(api: &Api, settings: &Settings) -> String {
    let chosen = settings.client.name.clone();
    chosen.unwrap_or_else(|| {
        let mut words = identifier::split_words(&api.title);
        while words.len() > 1 && words.last().is_some_and(|word| matches!(word.as_str(), "api" | "apis" | "rest")) {
            words.pop();
        }
        words.retain(|word| word.is_ascii());
        if words.is_empty() { "api".to_owned() } else { words.join("-") }
    })
}

/// The methods that people chose, by operation.
fn chosen_methods(api: &Api, overrides: &Overrides<'_, String>) -> Vec<Option<String>> {
    let chosen = |operation: &Operation| {
        let by_id = operation.id.as_deref().and_then(|id| overrides.get(id));
        by_id.or_else(|| overrides.get(operation.route.as_str())).cloned()
    };
    api.operations.iter().map(chosen).collect()
}

/// What the lock names in the module of the operations. Types of operations, calls and groups and enums by status share
/// it: what was there before is claimed first.
struct LockedTypes<'a> {
    markers: Vec<Option<String>>,
    /// The calls of those, whose names follow from the markers.
    calls: Vec<Option<String>>,
    outcomes: Vec<Option<String>>,
    groups: GroupNaming<'a>,
}

impl<'a> LockedTypes<'a> {
    fn claim(api: &'a Api, chosen: &dyn Fn(&str) -> Option<String>, scope: &mut Scope, lock: &LockedNames<'_>) -> Self {
        let operations = api.operations.iter();
        let markers: Vec<Option<String>> =
            operations.map(|operation| lock.claim(Locked::Operation, &operation.route, scope)).collect();
        let enums = api.status_enums.iter();
        let outcomes =
            enums.map(|status_enum| status_enums::locked_status_enum(status_enum, api, scope, lock)).collect();
        let groups = GroupNaming::new(api, chosen, scope, lock);
        let calls = markers.iter().map(|marker| Some(operations::call_name(marker.as_ref()?, scope))).collect();
        Self { markers, calls, outcomes, groups }
    }
}

/// What each operation might be called.
struct NameInputs<'a> {
    words: &'a [Vec<String>],
    bases: &'a [String],
    chosen: &'a [Option<String>],
    /// The types that had a name before.
    markers: &'a [Option<String>],
    /// The calls of those.
    calls: &'a [Option<String>],
}

fn operation_names(
    api: &Api,
    wanted: &NameInputs<'_>,
    scope: &mut Scope,
    lock: &LockedNames<'_>,
) -> Vec<OperationNames> {
    let NameInputs { words, bases, chosen, markers, calls } = *wanted;
    let mut methods = vec![String::new(); api.operations.len()];
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); api.groups.len()];
    for (at, operation) in api.operations.iter().enumerate() {
        members[operation.group.0].push(at);
    }
    for (group, places) in api.groups.iter().zip(&members) {
        let described: Vec<_> = places
            .iter()
            .map(|&at| {
                let short = operations::words_in_group(&api.operations[at], &words[at], &group.wire_name);
                let (operation, own, chosen) = (&api.operations[at], words[at].as_slice(), chosen[at].as_deref());
                operations::MethodCandidate { operation, own, short, chosen }
            })
            .collect();
        for (&at, name) in places.iter().zip(operations::method_names(&described, lock)) {
            methods[at] = name;
        }
    }
    let bodies: Vec<Vec<String>> = body_names(api, &methods);
    let locked = markers.iter().zip(calls);
    let described = api.operations.iter().zip(bases).zip(locked).zip(methods).zip(bodies);
    described
        .map(|((((operation, base), (marker, call)), method), bodies)| {
            let candidates = || [base.clone(), format!("{base}Call"), format!("{base}Operation")];
            let marker = marker.clone().unwrap_or_else(|| scope.claim(candidates()));
            let call = call.clone().unwrap_or_else(|| operations::call_name(&marker, scope));
            lock.note(Locked::Operation, &operation.route, &marker, false, &operation.origin);
            OperationNames {
                method,
                headers: operations::header_names(operation),
                bodies,
                marker,
                call,
                parameters: operations::parameter_names(operation),
            }
        })
        .collect()
}

/// What sends the bodies of each operation in each way but the first.
fn body_names(api: &Api, methods: &[String]) -> Vec<Vec<String>> {
    let mut scopes: Vec<Scope> = vec![Scope::default(); api.groups.len()];
    for (operation, method) in api.operations.iter().zip(methods) {
        scopes[operation.group.0].take(method);
    }
    let described = api.operations.iter().zip(methods);
    described
        .map(|(operation, method)| {
            let words = operation.bodies.iter().skip(1).map(operations::body_word);
            let is_required = operation.bodies.first().is_some_and(|body| body.required);
            let scope = &mut scopes[operation.group.0];
            let mut setters = Scope::default();
            words
                .map(|word| match is_required {
                    true => scope.claim([format!("{}_{word}", method.trim_start_matches("r#").trim_end_matches('_'))]),
                    false => setters.claim([format!("{word}_body")]),
                })
                .collect()
        })
        .collect()
}

fn with_members(api: &Api, names: Vec<String>, lock: &LockedNames<'_>) -> Vec<TypeNames> {
    let modules = types::modules(api, &names);
    let type_name = |id: TypeId| names[id.0].clone();
    let members: Vec<TypeMembers> = api
        .types
        .iter()
        .zip(&names)
        .map(|(definition, name)| match &definition.kind {
            TypeKind::Struct(object) => {
                TypeMembers::Struct(members::member_names(object, name, &definition.origin, lock))
            }
            TypeKind::StringEnum(values) => {
                let texts: Vec<&str> = values.values.iter().map(|value| value.value.as_str()).collect();
                TypeMembers::Variants(value_names(name, values, &texts, &definition.origin, lock))
            }
            TypeKind::IntegerEnum(values) => {
                let texts: Vec<String> = values.values.iter().map(|value| value.value.to_string()).collect();
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                TypeMembers::Variants(value_names(name, values, &texts, &definition.origin, lock))
            }
            TypeKind::Union(union) => {
                let outer = match &definition.name {
                    NameHint::Inline(contexts) => contexts.first().map(|context| context.owner),
                    NameHint::Component(_) => None,
                };
                let outer = outer.and_then(|owner| match owner {
                    Owner::Type(id) => names.get(id.0).map(String::as_str),
                    Owner::Operation(_) => None,
                });
                TypeMembers::Variants(variants::variant_names(api, name, outer, union, &type_name, lock))
            }
            TypeKind::Alias(_) => TypeMembers::None,
        })
        .collect();
    let named = names.iter().cloned().zip(modules).zip(members);
    named.map(|((name, module), members)| TypeNames { name, module, members }).collect()
}

fn value_names<T>(
    name: &str,
    values: &Enumeration<T>,
    texts: &[&str],
    origin: &Pointer,
    lock: &LockedNames<'_>,
) -> Vec<String> {
    let named: Vec<NamedValue<'_>> =
        values.values.iter().zip(texts).map(|(value, text)| NamedValue { text, name: value.name.as_deref() }).collect();
    variants::value_names(name, &named, origin, lock)
}
