//! Names of groups of operations.

use super::file_name::{DEVICES, shortened, shortened_type};
use super::identifier::{escape, is_identifier, pascal, snake, split_words};
use super::locked::LockedNames;
use super::overrides::AppliedOverrides;
use super::scope::Scope;
use crate::hash::HashMap;
use crate::ir::{Api, Group, GroupId, IdVec};
use crate::settings::Locked;
use crate::source::Pointer;

/// The methods of every client.
const CLIENT_METHODS: &[&str] = &["builder", "clone", "core", "default", "fmt", "from_env", "into", "new", "try_into"];

/// The modules of the output, which no group or type may use.
const MODULE_NAMES: &[&str] = &["client", "lib", "main", "mod", "operations", "shared", "types"];

/// Returns a scope for the modules of one folder.
pub(crate) fn module_scope() -> Scope {
    Scope::new(MODULE_NAMES.iter().chain(&DEVICES).copied())
}

/// The names of a group.
#[derive(Clone, Debug)]
pub struct GroupNames {
    /// The type, such as `Conversations`.
    pub type_name: String,
    /// The client's method that returns it, such as `conversations`.
    pub accessor: String,
    /// The module, such as `conversations`.
    pub module: String,
}

/// The inputs of a group's names.
struct GroupInputs {
    /// The name from the override in `apiarist.toml`.
    chosen: Option<String>,
    /// The accessor from the override or the lock.
    accessor: Option<String>,
    /// The locked type.
    type_name: Option<String>,
}

/// Groups whose locked names are already claimed, so that no other group or call takes them.
pub(crate) struct GroupNaming<'a> {
    api: &'a Api,
    accessors: Scope,
    inputs: IdVec<GroupId, GroupInputs>,
}

impl<'a> GroupNaming<'a> {
    /// Claims the locked names of all groups; `scope` is the scope of the types in `operations`.
    pub(crate) fn new(
        api: &'a Api,
        overrides: &AppliedOverrides<'_>,
        scope: &mut Scope,
        lock: &LockedNames<'_>,
    ) -> Self {
        let mut accessors = Scope::new(CLIENT_METHODS.iter().copied());
        // Overrides are claimed first, so that no locked name takes them.
        let inputs = api.groups.iter().map(|group| {
            let tag = &group.wire_name;
            let accessor = overrides.get(tag).map(|name| snake(&split_words(name), "group"));
            let accessor = accessor.and_then(|accessor| overrides.claim_derived(tag, accessor, &mut accessors));
            GroupInputs { chosen: overrides.applied(tag).map(str::to_owned), accessor, type_name: None }
        });
        let mut inputs: IdVec<GroupId, GroupInputs> = inputs.collect();
        for (id, input) in inputs.iter_mut().filter(|(_, input)| input.chosen.is_none()) {
            [input.accessor, input.type_name] = locked_names(api.group(id), &mut accessors, scope, lock);
        }
        Self { api, accessors, inputs }
    }

    /// Names all groups; `scope` is the scope of the types in `operations`.
    pub(crate) fn assign(self, scope: &mut Scope, lock: &LockedNames<'_>) -> IdVec<GroupId, GroupNames> {
        let Self { api, mut accessors, inputs } = self;
        let origins = origins(api);
        let mut modules = module_scope();
        let names = by_precedence(api).into_iter().map(|id| {
            let (group, GroupInputs { chosen, accessor, type_name }) = (api.group(id), &inputs[id]);
            // Rust type names have no underscores, unless an override has them.
            let may_stay = chosen.is_some() || !group.wire_name.contains('_');
            let spelled = chosen.clone().unwrap_or_else(|| group.wire_name.clone());
            let own = split_words(&spelled);
            let pascal = if may_stay && is_identifier(&spelled) && spelled.starts_with(char::is_uppercase) {
                shortened_type(spelled)
            } else {
                pascal(&own, "Group")
            };
            let snake = snake(&own, "group");
            let type_name =
                type_name.clone().unwrap_or_else(|| scope.claim([pascal.clone(), format!("{pascal}Group")]));
            let accessor =
                accessor.clone().unwrap_or_else(|| accessors.claim([snake.clone(), format!("{snake}_group")]));
            if chosen.is_none() {
                let origin = origins.get(group.wire_name.as_str()).copied();
                note(group, &accessor, &type_name, origin, lock);
            }
            let accessor = escape(accessor);
            let module = module_name(&snake, "group", &mut modules);
            (id, GroupNames { type_name, accessor, module })
        });
        let mut names: Vec<(GroupId, GroupNames)> = names.collect();
        names.sort_by_key(|(id, _)| *id);
        names.into_iter().map(|(_, names)| names).collect()
    }
}

/// Returns the groups in the order in which they claim names: those named after a tag before those named after a path, then
/// those whose names come first as text.
fn by_precedence(api: &Api) -> Vec<GroupId> {
    let mut is_tag = IdVec::filled(false, api.groups.len());
    for operation in &api.operations {
        is_tag[operation.group] |= operation.tags.contains(&api.group(operation.group).wire_name);
    }
    let mut ids: Vec<GroupId> = is_tag.ids().collect();
    ids.sort_by_key(|id| (!is_tag[*id], &api.group(*id).wire_name));
    ids
}

/// Claims the locked accessor and type of a group. The lock contains the type only if it is not the accessor in
/// `PascalCase`.
fn locked_names(
    group: &Group,
    accessors: &mut Scope,
    types: &mut Scope,
    lock: &LockedNames<'_>,
) -> [Option<String>; 2] {
    let tag = &group.wire_name;
    let type_name = match (lock.get(Locked::GroupType, tag), lock.get(Locked::Group, tag)) {
        (None, Some(accessor)) => Some(type_of(accessor)).filter(|name| types.take(name)),
        _ => lock.claim(Locked::GroupType, tag, types),
    };
    [lock.claim(Locked::Group, tag, accessors), type_name]
}

/// Returns the location of the first operation of each group.
fn origins(api: &Api) -> HashMap<&str, &Pointer> {
    let mut origins = HashMap::default();
    for operation in &api.operations {
        origins.entry(api.group(operation.group).wire_name.as_str()).or_insert(&operation.origin);
    }
    origins
}

fn note(group: &Group, accessor: &str, type_name: &str, origin: Option<&Pointer>, lock: &LockedNames<'_>) {
    let origin = origin.cloned().unwrap_or_else(Pointer::root);
    let is_implied = type_name == type_of(accessor);
    lock.note(Locked::Group, &group.wire_name, accessor, false, &origin);
    lock.note(Locked::GroupType, &group.wire_name, type_name, is_implied, &origin);
}

fn type_of(accessor: &str) -> String {
    pascal(&split_words(accessor), "Group")
}

/// Returns a unique module name. Module files must have ASCII names (rustc's E0754), and long names are shortened.
pub(crate) fn module_name(snake: &str, noun: &str, scope: &mut Scope) -> String {
    let ascii: String = snake.chars().filter(char::is_ascii).collect();
    let ascii = ascii.trim_matches('_');
    let name = if ascii.is_empty() { noun.to_owned() } else { shortened(ascii.to_owned()) };
    let is_plain = escape(name.clone()) == name && name.starts_with(|c: char| c.is_ascii_lowercase());
    let longer = if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{noun}_{name}")
    } else {
        format!("{name}_{noun}")
    };
    if is_plain { scope.claim([name, longer]) } else { scope.claim([longer]) }
}
