//! Names of types and of their modules.
//!
//! Components keep their names. An inline type is named after its location, with all of its path, so that a name never
//! belongs to another location:
//!
//! ```text
//! components.schemas.Owner                   Owner
//! Owner.pet, inline                          OwnerPet
//! response of GET /pets (`listPets`)         ListPetsResponse
//! `address` of both Owner and Shop, inline   OwnerAddress and ShopAddress
//! ```

use std::iter;

use super::file_name::{fingerprint, shortened_type};
use super::groups::{module_name, module_scope};
use super::identifier::{is_identifier, pascal, snake, split_words};
use super::inflection::singular;
use super::lock_keys::lock_keys;
use super::locked::LockedNames;
use super::overrides::{AppliedOverrides, type_item};
use super::scope::Scope;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Api, GroupId, IdVec, NameContext, NameHint, OperationId, Owner, Role, TypeId, TypeKind};
use crate::runtime_items::names_in_types;
use crate::settings::Locked;

/// The maximum number of locations that the lock stores for one shape; an error may occur at hundreds.
const LOCKED_PLACES: usize = 3;

/// The maximum length of a full name in bytes, with which inner types begin. It bounds the names of deeply nested types.
const LONGEST_FULL: usize = 400;

/// The naming of all types.
pub(crate) struct TypeNaming<'a> {
    api: &'a Api,
    /// The names of operations in `PascalCase`.
    operations: &'a IdVec<OperationId, String>,
    overrides: &'a AppliedOverrides<'a>,
    lock: &'a LockedNames<'a>,
    scope: Scope,
    types: IdVec<TypeId, TypeDraft>,
}

/// The state of naming a type.
#[derive(Clone, Default)]
struct TypeDraft {
    name: Option<String>,
    /// The name of an inline type without an override.
    natural: Option<String>,
    /// The name before it was shortened, which the names of inner types begin with.
    full: Option<String>,
    /// The keys of an inline type in the lock.
    lock_keys: Vec<String>,
    /// Whether the name is an override by component or pointer.
    is_chosen: bool,
    /// Whether the type is being named, which stops the recursion for shapes that contain each other.
    is_open: bool,
}

/// A name that a type may have.
struct Candidate {
    /// The name, shortened if it is too long.
    name: String,
    /// The name before it was shortened, or `None` if the name is not free.
    full: Option<String>,
}

impl<'a> TypeNaming<'a> {
    pub(crate) fn new(
        api: &'a Api,
        operations: &'a IdVec<OperationId, String>,
        overrides: &'a AppliedOverrides<'a>,
        lock: &'a LockedNames<'a>,
    ) -> Self {
        let types = lock_keys(api).map(|_, lock_keys| TypeDraft { lock_keys, ..TypeDraft::default() });
        Self { api, operations, overrides, lock, scope: Scope::new(names_in_types()), types }
    }

    /// Returns the names of all types.
    pub(crate) fn assign(mut self) -> IdVec<TypeId, String> {
        self.name_chosen();
        let moved = self.name_locked();
        self.name_components();
        for id in self.inline_by_location() {
            self.name(id);
        }
        for (id, before) in moved {
            let now = self.types[id].name.as_deref().unwrap_or_default();
            if now != before {
                self.lock.report(Locked::Inline, &self.api.definition(id).origin, &before, now);
            }
        }
        self.note();
        self.types.map(|_, draft| draft.name.unwrap_or_default())
    }

    /// Returns the inline types in the order of their locations as text: which of two types gets a name that both could
    /// have depends on these two alone, and not on the order of the document.
    fn inline_by_location(&self) -> Vec<TypeId> {
        let is_inline = |id: &TypeId| matches!(self.api.definition(*id).name, NameHint::Inline(_));
        let mut ids: Vec<TypeId> = self.api.type_ids().filter(is_inline).collect();
        ids.sort_by_key(|id| self.types[*id].lock_keys.first());
        ids
    }

    /// Assigns locked names. Returns the inline types whose locked name is taken, and that name.
    fn name_locked(&mut self) -> Vec<(TypeId, String)> {
        let mut moved = Vec::new();
        for id in self.api.type_ids().filter(|id| self.types[*id].name.is_none()).collect::<Vec<_>>() {
            let definition = self.api.definition(id);
            if let Some(key) = &definition.key {
                self.types[id].name = self.lock.claim(Locked::Component, key, &mut self.scope);
                continue;
            }
            let locked = self.types[id].lock_keys.iter().filter_map(|place| self.lock.get(Locked::Inline, place));
            let locked: Vec<&str> = locked.filter(|name| is_identifier(name)).collect();
            match (locked.iter().find(|name| self.scope.is_free(name)), locked.first()) {
                (Some(free), _) => drop(self.settle(id, self.first_free([(*free).to_owned()]))),
                (None, Some(taken)) => moved.push((id, (*taken).to_owned())),
                (None, None) => {}
            }
        }
        moved
    }

    /// Locks the names for the next run.
    fn note(&self) {
        for id in self.api.type_ids() {
            let definition = self.api.definition(id);
            match (&definition.key, &self.types[id].name, &self.types[id].natural) {
                (Some(key), Some(name), _) if !self.types[id].is_chosen => {
                    let is_certain = key == name;
                    self.lock.note(Locked::Component, key, name, is_certain, &definition.origin);
                }
                (None, _, Some(name)) => {
                    for place in self.types[id].lock_keys.iter().take(LOCKED_PLACES) {
                        self.lock.insert(Locked::Inline, place.clone(), name.clone());
                    }
                }
                _ => {}
            }
        }
    }

    /// Assigns overrides, which take precedence.
    fn name_chosen(&mut self) {
        let is_form = |id: &TypeId| {
            let definition = self.api.definition(*id);
            definition.key.is_none() && matches!(definition.name, NameHint::Component(_))
        };
        let (forms, types): (Vec<TypeId>, Vec<TypeId>) = self.api.type_ids().partition(is_form);
        for id in types {
            self.types[id].name = self.overrides.claim(&type_item(id), &mut self.scope);
            self.types[id].is_chosen = self.types[id].name.is_some();
        }
        // The form of a component has the component's override, with a suffix if both are types.
        for id in forms {
            if let Some(name) = self.overrides.get(&type_item(id)) {
                let suffixed = shortened_type(format!("{name}Type"));
                self.types[id].name = Some(self.scope.claim([name.to_owned(), suffixed]));
                self.types[id].is_chosen = true;
            }
        }
    }

    /// Names components; those whose names need no change take precedence, then those in lower case,
    /// then those whose keys come first as text.
    fn name_components(&mut self) {
        let is_component = |id: &TypeId| matches!(self.api.definition(*id).name, NameHint::Component(_));
        let mut components: Vec<TypeId> = self.api.type_ids().filter(is_component).collect();
        components.sort_by_key(|id| {
            let key = self.api.definition(*id).key.as_deref().unwrap_or_default();
            (key.contains(char::is_uppercase), key)
        });
        for exact in [true, false] {
            for &id in &components {
                let NameHint::Component(name) = &self.api.definition(id).name else { continue };
                let own = component_name(name);
                if self.types[id].name.is_some() || (exact && (own != *name || !self.scope.is_free(name))) {
                    continue;
                }
                let key = self.api.definition(id).key.as_deref().unwrap_or(name);
                let suffixed = [format!("{own}Type"), format!("{own}X{:08x}", fingerprint(key))].map(shortened_type);
                let given = self.scope.claim([own.clone()].into_iter().chain(suffixed));
                if given != own {
                    self.types[id].natural = Some(given.clone());
                }
                self.types[id].name = Some(given);
            }
        }
    }

    /// Returns the name of a type, assigning it first if necessary.
    fn name(&mut self, id: TypeId) -> String {
        if let Some(name) = &self.types[id].name {
            return name.clone();
        }
        self.types[id].is_open = true;
        let definition = self.api.definition(id);
        let found = match &definition.name {
            NameHint::Component(name) => self.first_free([component_name(name)]),
            NameHint::Inline(contexts) => {
                let names = match joined_context(contexts) {
                    Some(context) => self.contextual_names(&context),
                    None => vec!["Inline".to_owned()],
                };
                self.first_free(self.inline_candidates(id, &names))
            }
        };
        let name = self.settle(id, found);
        self.types[id].is_open = false;
        name
    }

    /// Returns the first candidate whose name is free. A reserved name gets a suffix, and one that is too long is
    /// shortened.
    fn first_free(&self, candidates: impl IntoIterator<Item = String>) -> Candidate {
        let mut first = None;
        for candidate in candidates {
            let full = if self.scope.is_reserved(&candidate) { candidate + "Type" } else { candidate };
            let name = shortened_type(full.clone());
            if self.scope.is_free(&name) {
                return Candidate { name, full: Some(full) };
            }
            first.get_or_insert(name);
        }
        Candidate { name: first.unwrap_or_default(), full: None }
    }

    /// Assigns a candidate, or its override, to a type.
    fn settle(&mut self, id: TypeId, found: Candidate) -> String {
        let wanted = found.full.is_some().then(|| found.name.clone());
        let chosen = wanted.as_deref().and_then(|name| self.overrides.claim_generated(name, &mut self.scope));
        let name = match chosen {
            Some(chosen) => chosen,
            None => {
                self.types[id].full = found.full.filter(|full| full.len() <= LONGEST_FULL);
                self.scope.claim([found.name])
            }
        };
        self.types[id].natural = Some(wanted.unwrap_or_else(|| name.clone()));
        self.types[id].name = Some(name.clone());
        name
    }

    /// Returns the names by location, followed by names that a word for the kind of type or a hash distinguishes.
    fn inline_candidates(&self, id: TypeId, names: &[String]) -> impl Iterator<Item = String> {
        // A word for the kind of type reads better than a number.
        let noun = match &self.api.definition(id).kind {
            TypeKind::Struct(_) => "Object",
            TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => "Value",
            TypeKind::Union(_) => "Choice",
            TypeKind::Alias(_) => "Type",
        };
        let key = self.types[id].lock_keys.first().map_or("", String::as_str);
        let last = names.last().map_or("", String::as_str);
        let with_noun = move || format!("{last}{noun}");
        let with_hash = move || format!("{last}{noun}X{:08x}", fingerprint(key));
        names.iter().cloned().chain(iter::once_with(with_noun)).chain(iter::once_with(with_hash))
    }

    /// Returns the owner's name with the roles appended, without and with the words that the end of the owner's name
    /// and the start of the roles share, if there are any.
    fn contextual_names(&mut self, context: &NameContext) -> Vec<String> {
        let owner = match context.owner {
            Owner::Operation(id) => self.operations.get(id).cloned().unwrap_or_default(),
            Owner::Type(id) if self.types[id].is_open => String::new(),
            Owner::Type(id) => {
                let name = self.name(id);
                self.types[id].full.clone().unwrap_or(name)
            }
        };
        let roles = role_words(&context.roles);
        let owner_words = split_words(&owner);
        let longest = roles.len().min(owner_words.len());
        let overlap = (1..=longest).rev().find(|&count| owner_words.ends_with(&roles[..count])).unwrap_or(0);
        let joined = |roles: &[String]| {
            if owner.is_empty() {
                return pascal(roles, "Inline");
            }
            let separator = if owner.ends_with(|c: char| c.is_ascii_digit())
                && roles.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            {
                "_"
            } else {
                ""
            };
            format!("{owner}{separator}{}", pascal(roles, ""))
        };
        let whole = (overlap > 0).then(|| joined(&roles));
        [joined(&roles[overlap..])].into_iter().chain(whole).collect()
    }
}

fn component_name(name: &str) -> String {
    pascal(&split_words(name), "Type")
}

/// Returns the words of the roles, outermost first.
pub(super) fn role_words(roles: &[Role]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut after_member = false;
    for role in roles {
        match role {
            Role::Element | Role::Value => {
                let plural = found.last_mut().filter(|_| after_member);
                let one = plural.as_ref().map(|word| singular(word)).unwrap_or_default();
                match plural {
                    Some(last) if *last != one => *last = one,
                    _ if *role == Role::Value => found.push("value".to_owned()),
                    _ => found.push("item".to_owned()),
                }
            }
            Role::Member(name) => found.extend(split_words(name)),
            Role::Variant(name) if name.starts_with(|c: char| c.is_ascii_digit()) => {
                found.push(format!("variant{}", split_words(name).join("_")));
            }
            Role::Variant(name) => found.extend(split_words(name)),
            Role::Body => found.push("body".to_owned()),
            Role::Response => found.push("response".to_owned()),
            Role::Error => found.push("error".to_owned()),
            Role::Event => found.push("event".to_owned()),
        }
        after_member = matches!(role, Role::Member(_));
    }
    found
}

/// Returns the location of an inline type. A body that an operation repeats under several statuses has all of them:
/// `bad request or not found`.
fn joined_context(contexts: &[NameContext]) -> Option<NameContext> {
    let mut context = contexts.first()?.clone();
    let statuses = contexts.iter().filter_map(|context| match context.roles.first() {
        Some(Role::Variant(status)) => Some(status.as_str()),
        _ => None,
    });
    let statuses: Vec<&str> = statuses.collect();
    if let (Some(Role::Variant(joined)), Some((last, others @ [_, ..]))) =
        (context.roles.first_mut(), statuses.split_last())
    {
        *joined = format!("{} or {last}", others.join(" "));
    }
    Some(context)
}

/// Returns the module of each type: that of a component if only this component contains the type, that of a group of
/// operations if only the group contains it, that of calls if several groups contain it, and otherwise its own.
pub(crate) fn modules(api: &Api, names: &IdVec<TypeId, String>) -> IdVec<TypeId, String> {
    let mut scope = module_scope();
    let mut known = IdVec::filled(None, api.types.len());
    let owners: IdVec<TypeId, ModuleOwner> = api.type_ids().map(|id| module_owner(api, id, &mut known)).collect();
    let mut distinct: Vec<ModuleOwner> = owners.values().copied().collect::<HashSet<_>>().into_iter().collect();
    // Components take precedence, so that no group takes the name of one.
    distinct.sort_by_key(|owner| match owner {
        ModuleOwner::Type(id) => (0, names[*id].as_str()),
        ModuleOwner::Group(id) => (1, api.group(*id).wire_name.as_str()),
        ModuleOwner::Groups => (2, ""),
    });
    let module = |owner| match owner {
        ModuleOwner::Type(id) => module_name(&snake(&split_words(&names[id]), "type"), "type", &mut scope),
        ModuleOwner::Group(id) => {
            let group = snake(&split_words(&api.group(id).wire_name), "group");
            module_name(&format!("{group}_calls"), "types", &mut scope)
        }
        ModuleOwner::Groups => module_name("calls", "types", &mut scope),
    };
    let modules: Vec<String> = distinct.iter().copied().map(module).collect();
    let modules: HashMap<ModuleOwner, String> = distinct.into_iter().zip(modules).collect();
    owners.values().map(|owner| modules[owner].clone()).collect()
}

/// The owner of the module that contains a type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum ModuleOwner {
    /// A component, or the type itself.
    Type(TypeId),
    /// The operations of a group.
    Group(GroupId),
    /// The operations of several groups.
    Groups,
}

/// Returns the common owner of everything that contains a type. Types in `known` are not visited again; shapes that
/// contain each other belong to the outermost one that was visited first.
fn module_owner(api: &Api, id: TypeId, known: &mut IdVec<TypeId, Option<ModuleOwner>>) -> ModuleOwner {
    if let Some(owner) = known[id] {
        return owner;
    }
    let own = ModuleOwner::Type(id);
    known[id] = Some(own);
    let NameHint::Inline(contexts) = &api.definition(id).name else { return own };
    let mut owners = contexts.iter().map(|context| match context.owner {
        Owner::Type(outer) => module_owner(api, outer, known),
        Owner::Operation(operation) => ModuleOwner::Group(api.operation(operation).group),
    });
    let first = owners.next().unwrap_or(own);
    let owner = owners.fold(first, |owner, other| match (owner, other) {
        _ if owner == other => owner,
        (ModuleOwner::Type(_), _) | (_, ModuleOwner::Type(_)) => own,
        _ => ModuleOwner::Groups,
    });
    known[id] = Some(owner);
    owner
}
