//! A cargo feature for each group of operations, which compiles the group with the types that it needs.
//!
//! ```text
//! pets() → Pet → Tag         types/mod.rs   #[cfg(any(feature = "owners", feature = "pets"))] mod tag;
//! owners() → Owner → Tag                    #[cfg(feature = "pets")] mod pet;
//! Unused                                    #[cfg(feature = "unreferenced")] mod unused;
//! ```
//!
//! Only declarations of modules have a condition, because a condition at each item would take time in every build.

use std::cell::RefCell;
use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, FEATURES, Form};
use crate::hash::{HashMap, HashSet, IndexMap, IndexSet};
use crate::ir::{Edges, GroupId, IdVec, Operation, TypeId, ordered_components};

/// The number of groups that may need a file before it is compiled for all of them. It keeps conditions short, and
/// their total linear in the number of files.
const MOST_GROUPS: usize = 32;

/// The feature of the types that no operation uses.
const UNREFERENCED: &str = "unreferenced";

/// The feature that enables all groups and all types.
pub(super) const ALL: &str = "all";

/// The groups that need a file, up to one more than [`MOST_GROUPS`]. The number of groups represents
/// [`UNREFERENCED`].
pub(super) type Needs = BTreeSet<GroupId>;

/// The features of the groups, and the files that each of them needs.
pub(crate) struct GroupFeatures {
    /// The features in the order of the groups, then [`UNREFERENCED`] if a type has no other feature.
    names: Vec<(GroupId, String)>,
    /// The groups that need each file of types, by module.
    types: HashMap<String, Needs>,
    /// The groups that need each shared definition, by name.
    shared_types: HashMap<String, Needs>,
    /// The groups that need each shared status enum, by name.
    shared_status_enums: HashMap<String, Needs>,
    /// The conditions that were returned before: many files have the same.
    conditions: RefCell<HashMap<Needs, TokenStream>>,
}

impl GroupFeatures {
    /// Returns the features in the order of the manifest.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| name.as_str())
    }

    /// Returns the condition of a group.
    pub(super) fn of_group(&self, id: GroupId) -> TokenStream {
        self.condition(&Needs::from([id]))
    }

    /// Returns the condition of a file of types.
    pub(super) fn of_types(&self, module: &str) -> Option<TokenStream> {
        self.types.get(module).map(|needs| self.condition(needs))
    }

    /// Returns modules of types by their conditions, in the order of the first module of each.
    pub(super) fn types_by_condition<'m>(
        &self,
        modules: impl Iterator<Item = &'m str>,
    ) -> impl Iterator<Item = (TokenStream, Vec<&'m str>)> {
        let by_condition = self.by_condition(modules.map(|module| (module, self.types.get(module))));
        by_condition
            .into_iter()
            .map(|(needs, modules)| (needs.map(|needs| self.condition(needs)).unwrap_or_default(), modules))
    }

    /// Returns items by the groups that need them, in the order of the first item of each. Items without a condition
    /// have no groups.
    pub(super) fn by_condition<'f, T>(
        &self,
        items: impl Iterator<Item = (T, Option<&'f Needs>)>,
    ) -> IndexMap<Option<&'f Needs>, Vec<T>> {
        let mut by_condition: IndexMap<Option<&Needs>, Vec<T>> = IndexMap::default();
        for (item, needs) in items {
            by_condition.entry(needs.filter(|needs| needs.len() <= MOST_GROUPS)).or_default().push(item);
        }
        by_condition
    }

    /// Returns the features of groups.
    pub(super) fn features(&self, needs: &Needs) -> impl Iterator<Item = &str> {
        self.names.iter().filter(|(id, _)| needs.contains(id)).map(|(_, name)| name.as_str())
    }

    pub(super) fn condition(&self, needs: &Needs) -> TokenStream {
        if let Some(condition) = self.conditions.borrow().get(needs) {
            return condition.clone();
        }
        let condition = self.new_condition(needs);
        self.conditions.borrow_mut().insert(needs.clone(), condition.clone());
        condition
    }

    fn new_condition(&self, needs: &Needs) -> TokenStream {
        let features: Vec<TokenStream> = self.features(needs).map(|name| quote!(feature = #name)).collect();
        match features.as_slice() {
            _ if needs.len() > MOST_GROUPS => quote!(),
            [one] => quote!(#[cfg(#one)]),
            several => quote!(#[cfg(any(#(#several),*))]),
        }
    }
}

impl Emitter<'_> {
    /// Returns the features of the groups, or `None` if the crate has none.
    pub(crate) fn group_features(&self) -> Option<&GroupFeatures> {
        let has_group_features = self.placement.form == Form::Crate { has_group_features: true };
        has_group_features.then(|| self.group_features.get_or_init(|| self.find_group_features()))
    }

    fn find_group_features(&self) -> GroupFeatures {
        let mut names: Vec<(GroupId, String)> = Vec::new();
        let mut taken: HashSet<String> = FEATURES.iter().map(|feature| feature.name.to_owned()).collect();
        taken.extend(["default", ALL, UNREFERENCED].map(str::to_owned));
        for id in self.groups() {
            let accessor = self.names.group(id).accessor.trim_start_matches("r#").trim_end_matches('_');
            let mut name = accessor.replace('_', "-");
            while !taken.insert(name.clone()) {
                name.push_str("-group");
            }
            names.push((id, name));
        }
        let files = TypeFiles::new(self);
        let unreferenced = GroupId(self.api.groups.len());
        let mut roots: Vec<(TypeId, GroupId)> = Vec::new();
        for operation in &self.api.operations {
            roots.extend(self.types_in(operation).into_iter().map(|id| (files.of[id], operation.group)));
        }
        let needs = files.needs(&roots);
        let unneeded: Vec<TypeId> = needs.iter().filter(|(_, needs)| needs.is_empty()).map(|(id, _)| id).collect();
        let needs = if unneeded.is_empty() {
            needs
        } else {
            names.push((unreferenced, UNREFERENCED.to_owned()));
            roots.extend(unneeded.into_iter().map(|file| (file, unreferenced)));
            files.needs(&roots)
        };
        let mut features = GroupFeatures {
            names,
            types: HashMap::default(),
            shared_types: HashMap::default(),
            shared_status_enums: HashMap::default(),
            conditions: RefCell::default(),
        };
        for (at, file) in files.files.iter().enumerate() {
            let needs = needs[TypeId(at)].clone();
            match file {
                TypeFile::Module(module) => features.types.insert((*module).to_owned(), needs),
                TypeFile::Shared(name) => features.shared_types.insert((*name).to_owned(), needs),
            };
        }
        for (id, status_enum) in self.api.numbered_status_enums() {
            if let Some(name) = self.shared_status_enums().name_of(id) {
                let needs = features.shared_status_enums.entry(name.to_owned()).or_default();
                add(needs, [self.api.operation(status_enum.operation).group]);
            }
        }
        features
    }

    /// Returns all types that the code of an operation refers to.
    fn types_in(&self, operation: &Operation) -> Vec<TypeId> {
        let (mut types, responses) = self.api.carried_by(operation);
        types.extend(responses);
        if let Some(pagination) = &operation.pagination {
            pagination.item.for_each_named(&mut |id| types.push(id));
        }
        types
    }
}

impl GroupFeatures {
    /// Returns the groups that need each shared definition.
    pub(super) fn shared_types(&self) -> &HashMap<String, Needs> {
        &self.shared_types
    }

    /// Returns the groups that need each shared status enum.
    pub(super) fn shared_status_enums(&self) -> &HashMap<String, Needs> {
        &self.shared_status_enums
    }
}

/// A file of types.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum TypeFile<'e> {
    /// The file of this module.
    Module(&'e str),
    /// The file of the shared definition with this name.
    Shared(&'e str),
}

/// The files of types, and the files that each refers to. The position of a file is its id, for which [`TypeId`] is
/// borrowed.
struct TypeFiles<'e> {
    files: IndexSet<TypeFile<'e>>,
    /// The file of each type.
    of: IdVec<TypeId, TypeId>,
    edges: Edges,
}

impl<'e> TypeFiles<'e> {
    fn new(emitter: &'e Emitter<'_>) -> Self {
        let shared = emitter.shared_types();
        let mut files = IndexSet::default();
        let mut of = IdVec::filled(TypeId(0), emitter.api.types.len());
        for id in emitter.api.type_ids() {
            of[id] = TypeId(files.insert_full(TypeFile::Module(&emitter.names.type_(id).module)).0);
        }
        let mut edges: Vec<(TypeId, TypeId)> = Vec::new();
        for id in emitter.api.type_ids() {
            let Some(name) = shared.name_of(id) else {
                edges.extend(emitter.api.held_by(id).into_iter().map(|held| (of[id], of[held])));
                continue;
            };
            let definition = TypeId(files.insert_full(TypeFile::Shared(name)).0);
            edges.push((of[id], definition));
            if shared.first_of(id) == id {
                let held = emitter.api.held_by(id).into_iter();
                edges.extend(held.map(|held| match shared.name_of(held) {
                    Some(name) => (definition, TypeId(files.insert_full(TypeFile::Shared(name)).0)),
                    None => (definition, of[held]),
                }));
            }
        }
        let mut lists: Edges = IdVec::filled(Vec::new(), files.len());
        edges.into_iter().for_each(|(from, to)| lists[from].push(to));
        Self { files, of, edges: lists }
    }

    /// Returns the groups that need each file, if groups need some files themselves.
    fn needs(&self, roots: &[(TypeId, GroupId)]) -> IdVec<TypeId, Needs> {
        let mut needs: IdVec<TypeId, Needs> = IdVec::filled(Needs::new(), self.files.len());
        roots.iter().for_each(|(file, group)| add(&mut needs[*file], [*group]));
        let mut component = IdVec::filled(0, self.files.len());
        let components = ordered_components(&self.edges);
        for (number, members) in components.iter().enumerate() {
            members.iter().for_each(|member| component[*member] = number);
        }
        // Every file comes after the files that refer to it.
        for (number, members) in components.iter().enumerate().rev() {
            let mut joined = Needs::new();
            members.iter().for_each(|member| add(&mut joined, needs[*member].iter().copied()));
            for member in members {
                needs[*member] = joined.clone();
                for to in self.edges[*member].iter().filter(|to| component[**to] != number) {
                    add(&mut needs[*to], joined.iter().copied());
                }
            }
        }
        needs
    }
}

/// Adds groups to those that need a file.
fn add(needs: &mut Needs, groups: impl IntoIterator<Item = GroupId>) {
    for group in groups {
        if needs.len() > MOST_GROUPS {
            return;
        }
        needs.insert(group);
    }
}
