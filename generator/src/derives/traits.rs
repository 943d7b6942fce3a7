//! The standard traits that a type can derive, if the types in it implement them.
//!
//! ```text
//! Usage  { tokens: i64, cached: Option<i64> }     Copy, Eq, PartialOrd, Ord, Hash
//! Turn   { id: String, usage: Usage }             Eq, PartialOrd, Ord, Hash: a string is not `Copy`
//! Score  { value: f64 }                           Copy, PartialOrd: floats have neither `Eq` nor `Hash`
//! Result { turn: Turn, scores: Vec<Score> }       PartialOrd: `Result` lacks the traits that `Score` lacks
//! ```

use bitflags::bitflags;

use crate::ir::{Api, Edges, Graph, Holder, IdVec, ScalarTraits, Type, TypeId, TypeKind, ordered_components};

bitflags! {
    /// Traits of the standard library that have a derive, in the order in which derives are written.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Traits: u16 {
        /// `Clone`.
        const CLONE = 1;
        /// `Copy`.
        const COPY = 1 << 1;
        /// `Debug`.
        const DEBUG = 1 << 2;
        /// `Default`.
        const DEFAULT = 1 << 3;
        /// `PartialEq`.
        const PARTIAL_EQ = 1 << 4;
        /// `Eq`.
        const EQ = 1 << 5;
        /// `PartialOrd`.
        const PARTIAL_ORD = 1 << 6;
        /// `Ord`.
        const ORD = 1 << 7;
        /// `Hash`.
        const HASH = 1 << 8;
    }
}

/// The traits that every type derives.
pub(super) const BASE: Traits = Traits::CLONE.union(Traits::DEBUG).union(Traits::PARTIAL_EQ);

/// The traits of any JSON value, a file and a form.
pub(super) const EQUALITY: Traits = Traits::EQ.union(Traits::HASH);

/// The traits of strings.
const TEXT: Traits = EQUALITY.union(Traits::PARTIAL_ORD).union(Traits::ORD);

/// The traits that depend on the types in a type.
pub(super) const INHERITED: Traits = TEXT.union(Traits::COPY);

impl Traits {
    /// The traits that the derives of structs and unions implement.
    pub(crate) const OF_OBJECTS: Self = Self::DEBUG.union(Self::PARTIAL_EQ).union(EQUALITY);

    /// The traits that the derives of enums of scalars implement.
    pub(crate) const OF_SCALARS: Self = Self::OF_OBJECTS.union(TEXT);

    const NAMES: [(&'static str, Self); 9] = [
        ("Clone", Self::CLONE),
        ("Copy", Self::COPY),
        ("Debug", Self::DEBUG),
        ("Default", Self::DEFAULT),
        ("PartialEq", Self::PARTIAL_EQ),
        ("Eq", Self::EQ),
        ("PartialOrd", Self::PARTIAL_ORD),
        ("Ord", Self::ORD),
        ("Hash", Self::HASH),
    ];

    /// Returns the names of the traits, in the order in which derives are written.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().filter(move |(_, one)| self.contains(*one)).map(|(name, _)| name)
    }

    /// Returns the trait with this name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, one)| one)
    }
}

/// The inherited traits that each type derives.
pub(super) struct Contents<'a> {
    api: &'a Api,
    graph: &'a Graph,
    policy: Policy,
    traits: IdVec<TypeId, Traits>,
}

/// The traits that types may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Policy {
    /// The maximum set of traits that a definition derives.
    pub(super) most: fn(&TypeKind) -> Traits,
    /// The traits that types defined elsewhere are assumed to implement.
    pub(super) custom: Traits,
}

impl<'a> Contents<'a> {
    /// Visits the types of an API.
    ///
    /// Types that contain each other derive the same traits, because each contains the contents of the others.
    /// Therefore one pass over the cycles, each after those that it reaches, finds the largest solution.
    pub(super) fn new(api: &'a Api, graph: &'a Graph, policy: Policy) -> Self {
        let held: Edges = api.type_ids().map(|id| api.held_by(id)).collect();
        let mut contents = Self { api, graph, policy, traits: IdVec::filled(INHERITED, held.len()) };
        for cycle in ordered_components(&held) {
            let shared = cycle.iter().map(|id| contents.of_definition(*id)).fold(INHERITED, Traits::intersection);
            cycle.into_iter().for_each(|id| contents.set(id, shared));
        }
        contents
    }

    fn set(&mut self, id: TypeId, traits: Traits) {
        if let Some(known) = self.traits.get_mut(id) {
            *known = traits;
        }
    }

    fn of_definition(&self, id: TypeId) -> Traits {
        let held = |type_: &Type| match self.graph.holder(id, type_) {
            Holder::Inline => self.of(type_),
            Holder::Box | Holder::OpaqueBox => self.of(type_) - Traits::COPY,
        };
        let kind = &self.api.definition(id).kind;
        let derivable = match kind {
            TypeKind::Struct(object) => {
                let extra = object.extra.iter().map(|type_| self.of(type_) - Traits::COPY);
                object.fields.iter().map(|field| held(&field.type_)).chain(extra).fold(INHERITED, Traits::intersection)
            }
            // The unknown variant holds a string.
            TypeKind::StringEnum(_) => TEXT,
            TypeKind::IntegerEnum(_) => INHERITED,
            // The unknown variant holds any JSON value, or a form.
            TypeKind::Union(union) => {
                union.variants.iter().map(|variant| held(&variant.type_)).fold(EQUALITY, Traits::intersection)
            }
            TypeKind::Alias(type_) => held(type_),
        };
        derivable & (self.policy.most)(kind)
    }

    /// Returns the inherited traits of a use of a type.
    pub(super) fn of(&self, type_: &Type) -> Traits {
        match type_ {
            Type::Scalar(scalar) => match scalar.traits() {
                ScalarTraits::Copied => INHERITED,
                ScalarTraits::Ordered => TEXT,
                ScalarTraits::Equal => EQUALITY,
                ScalarTraits::Float => Traits::COPY | Traits::PARTIAL_ORD,
            },
            Type::Array(inner) | Type::Map(inner) => self.of(inner) - Traits::COPY,
            Type::Tuple(elements) => elements.iter().map(|type_| self.of(type_)).fold(INHERITED, Traits::intersection),
            Type::Nullable(inner) => self.of(inner),
            Type::Custom(_) => self.policy.custom,
            Type::Named(id) => self.traits.get(*id).copied().unwrap_or_default(),
        }
    }
}
