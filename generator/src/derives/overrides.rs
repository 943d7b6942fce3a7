//! The table `[derives]` of the settings: additions to types, and entries that apply to no type.

use super::TypeDerives;
use super::traits::{BASE, Contents, INHERITED, Policy, Traits};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Api, Graph, IdVec, NameHint, StructForm, Type, TypeId, TypeKind, UnionDispatch};
use crate::settings::{Addition, DeriveSettings, Located, Overrides};

/// Additions of the settings to the derives of types.
pub(super) struct Additions<'s> {
    api: &'s Api,
    graph: &'s Graph,
    settings: &'s DeriveSettings,
    /// The keys of `[derives.types]`, used if they name a type.
    types: Overrides<'s, Vec<Located<Addition>>>,
    /// All entries by their table and position, used if a type has them.
    entries: Overrides<'s, Located<Addition>, (Table<'s>, usize)>,
}

/// A table with entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Table<'s> {
    /// The table of a kind of types.
    Kind(&'s str),
    /// The table of one type, by its key.
    Type(&'s str),
}

impl<'s> Additions<'s> {
    pub(super) fn new(api: &'s Api, graph: &'s Graph, settings: &'s DeriveSettings) -> Self {
        let kinds = settings.kinds().into_iter().map(|(name, additions)| (Table::Kind(name), additions));
        let types = settings.types.iter().map(|(key, additions)| (Table::Type(key), additions.as_slice()));
        let entries = kinds.chain(types).flat_map(|(table, additions)| {
            additions.iter().enumerate().map(move |(position, addition)| ((table, position), addition))
        });
        Self { api, graph, settings, types: Overrides::of_table(&settings.types), entries: Overrides::new(entries) }
    }

    /// Adds the derives and attributes of the settings to each type.
    pub(super) fn add(&self, types: &mut IdVec<TypeId, TypeDerives>) {
        // An entry for one type may rely on traits of an overriding type; one for several types may not.
        let policy = |custom| Policy { most: |_| INHERITED, custom };
        let certain = Contents::new(self.api, self.graph, policy(Traits::empty()));
        let possible = Contents::new(self.api, self.graph, policy(INHERITED));
        for (id, derives) in types.iter_mut() {
            let Some(kind) = kind(self.api, self.graph, id) else { continue };
            let named = Type::Named(id);
            for (table, entries) in self.settings.kinds() {
                if table == "all" || table == kind {
                    self.add_all(Table::Kind(table), entries, certain.of(&named), derives);
                }
            }
            if let Some((key, entries)) = self.entries_of(id) {
                self.add_all(Table::Type(key), entries, possible.of(&named), derives);
            }
        }
        spread(self.api, types);
    }

    /// Returns the entries for one specific type with their key.
    fn entries_of(&self, id: TypeId) -> Option<(&'s str, &'s [Located<Addition>])> {
        if self.types.is_empty() {
            return None;
        }
        let definition = self.api.definition(id);
        let component = match &definition.name {
            NameHint::Component(name) => self.types.get_with_key(name.as_str()),
            NameHint::Inline(_) => None,
        };
        let (key, entries) = component.or_else(|| self.types.get_with_key(definition.origin.to_string().as_str()))?;
        Some((key, entries))
    }

    fn add_all(
        &self,
        table: Table<'s>,
        entries: &'s [Located<Addition>],
        derivable: Traits,
        derives: &mut TypeDerives,
    ) {
        for (position, entry) in entries.iter().enumerate() {
            if derives.add(&entry.value, derivable) {
                self.entries.get(&(table, position));
            }
        }
    }

    /// Reports keys that match no type, and entries that no type can have.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        let (of_types, of_kinds): (Vec<_>, Vec<_>) =
            self.entries.unused().partition(|((table, _), _)| matches!(table, Table::Type(_)));
        for ((table, _), addition) in of_kinds {
            report(*table, addition, diagnostics);
        }
        for (key, additions) in &self.settings.types {
            if !self.types.is_used(key.as_str()) {
                let message =
                    format!("unused `[derives.types]` key `{key}`: no schema of this name becomes a struct or an enum");
                let excerpt = additions.first().and_then(|addition| addition.excerpt.clone());
                diagnostics.report_elsewhere(Code::UnusedDeriveOverride, message, excerpt);
                continue;
            }
            for ((table, _), addition) in of_types.iter().filter(|((table, _), _)| *table == Table::Type(key)) {
                report(*table, addition, diagnostics);
            }
        }
    }
}

/// Reports an entry that no type can have.
fn report(table: Table<'_>, addition: &Located<Addition>, diagnostics: &mut Diagnostics) {
    let added = &addition.value;
    let message = match table {
        Table::Type(key) => format!("`{key}` cannot derive `{added}` because a type in it does not"),
        Table::Kind(name) => {
            format!("unused entry `{added}` in `{name}` of `[derives]`: no such type of the document can derive it")
        }
    };
    diagnostics.report_elsewhere(Code::UnusedDeriveOverride, message, addition.excerpt.clone());
}

/// Adds the inherited traits of each type to the types in it, because the outer type cannot derive them without these.
fn spread(api: &Api, types: &mut IdVec<TypeId, TypeDerives>) {
    let mut open: Vec<TypeId> = api.type_ids().collect();
    while let Some(id) = open.pop() {
        let traits = types.get(id).map(|derives| derives.traits & INHERITED).unwrap_or_default();
        for held in api.held_by(id) {
            if let Some(derives) = types.get_mut(held).filter(|derives| !derives.traits.contains(traits)) {
                derives.traits |= traits;
                open.push(held);
            }
        }
    }
}

impl TypeDerives {
    /// Adds a derive or an attribute, unless the type has it already. Returns `false` if the type cannot have it.
    fn add(&mut self, addition: &Addition, derivable: Traits) -> bool {
        match addition {
            Addition::Standard(name) => {
                let added = with_supertraits(Traits::of_name(name).unwrap_or_default());
                let missing = (added & INHERITED) - derivable;
                if missing.is_empty() {
                    self.traits |= added;
                }
                return missing.is_empty();
            }
            Addition::Derive(path) if !self.paths.contains(path) => self.paths.push(path.clone()),
            Addition::Attribute(text) if !self.attributes.contains(text) => self.attributes.push(text.clone()),
            Addition::Derive(_) | Addition::Attribute(_) => {}
        }
        true
    }
}

/// Returns a trait together with those that a type must implement to derive it.
fn with_supertraits(one: Traits) -> Traits {
    let more = if one == Traits::ORD { Traits::EQ | Traits::PARTIAL_ORD } else { Traits::empty() };
    one | more | BASE
}

/// Returns the key of the settings for types of this kind, or `None` for an alias, which derives nothing.
fn kind(api: &Api, graph: &Graph, id: TypeId) -> Option<&'static str> {
    match &api.definition(id).kind {
        TypeKind::Struct(object) if object.form == StructForm::Multipart => Some("forms"),
        TypeKind::Struct(_) => Some("structs"),
        TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => Some("enums"),
        TypeKind::Union(union) if matches!(union.dispatch, UnionDispatch::Form) => Some("forms"),
        TypeKind::Union(_) => Some("unions"),
        TypeKind::Alias(_) => graph.is_newtype(id).then_some("newtypes"),
    }
}
