//! Facts that depend on how types refer to each other: recursion, and the directions in which values are sent.
//!
//! ```text
//! Node: { children: [Node], parent: Node }    `parent` is boxed; an array needs no box
//! POST /nodes sends Node, returns Node        Usage { request: true, response: true }
//! ```

use super::depth::Depths;
use super::size::Sizes;
use super::{
    Api, BodyContent, Field, IdVec, Integer, Operation, Outcome, Payload, Presence, Scalar, Struct, StructForm, Subset,
    Type, TypeId, TypeKind, ValueKind,
};

/// The types that each type refers to.
pub type Edges = IdVec<TypeId, Vec<TypeId>>;

/// The directions in which values of a type are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Usage {
    /// Requests contain it.
    pub request: bool,
    /// Responses contain it.
    pub response: bool,
}

/// Facts about the types of an [`Api`] that depend on all of them together.
#[derive(Clone, Debug)]
pub struct Graph {
    usage: IdVec<TypeId, Usage>,
    /// The cycle of each type. Only values that are held directly count; those in arrays and maps do not.
    direct_cycle: IdVec<TypeId, usize>,
    /// Whether a type is an alias that refers to itself through aliases alone.
    alias_cycle: IdVec<TypeId, bool>,
    /// Whether numbers in values of a type may have more than 64 bits.
    exact: IdVec<TypeId, bool>,
    pub(super) sizes: Sizes,
    pub(super) depths: Depths,
}

/// The pointer that holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// None: the value is part of its owner.
    Inline,
    /// A `Box`, because the owner would otherwise contain itself or be too large.
    Box,
    /// An `OpaqueBox`, because types would otherwise nest too deeply.
    OpaqueBox,
}

impl Holder {
    /// Returns the name of the pointer, or `None` if there is none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Holder::Inline => None,
            Holder::Box => Some("Box"),
            Holder::OpaqueBox => Some("OpaqueBox"),
        }
    }
}

impl Graph {
    /// Computes the facts.
    pub fn new(api: &Api) -> Self {
        let all: Edges = api.type_ids().map(|id| references(api, id, Reach::All)).collect();
        let direct: Edges = api.type_ids().map(|id| references(api, id, Reach::Direct)).collect();
        let is_alias = |id: &TypeId| matches!(api.definition(*id).kind, TypeKind::Alias(_));
        let aliases: Edges = api
            .type_ids()
            .map(|id| if is_alias(&id) { all[id].iter().copied().filter(is_alias).collect() } else { Vec::new() })
            .collect();
        let alias_components = components(&aliases);
        let mut graph = Self {
            usage: usage(api, &all),
            alias_cycle: api.type_ids().map(|id| in_cycle(id, &aliases, &alias_components)).collect(),
            direct_cycle: components(&direct),
            exact: exact(api, &all),
            sizes: Sizes::default(),
            depths: Depths::default(),
        };
        graph.measure(api, &all, &direct);
        graph.interrupt(api, &all);
        graph
    }

    /// Returns the facts about the types that a subset keeps. They are those of the complete API, so that selecting
    /// more operations does not change the types of others.
    pub fn retained(self, subset: &Subset) -> Self {
        let types = subset.types();
        Self {
            usage: self.usage.retained(types),
            direct_cycle: self.direct_cycle.retained(types),
            alias_cycle: self.alias_cycle.retained(types),
            exact: self.exact.retained(types),
            sizes: self.sizes.retained(types),
            depths: self.depths.retained(types),
        }
    }

    /// Returns `true` if values of this type contain, at any depth, a 128-bit integer or an overriding type that may
    /// read one.
    pub fn is_exact(&self, id: TypeId) -> bool {
        self.exact[id]
    }

    /// Returns the directions in which values of this type are sent. A type that no operation reaches may be sent in
    /// both.
    pub fn usage(&self, id: TypeId) -> Usage {
        self.usage[id]
    }

    /// Returns the pointer in which `owner` holds a field, variant or newtype value of this type.
    pub fn holder(&self, owner: TypeId, type_: &Type) -> Holder {
        if self.depths.is_opaque(owner, type_) {
            Holder::OpaqueBox
        } else if self.is_held_boxed(owner, type_) {
            Holder::Box
        } else {
            Holder::Inline
        }
    }

    /// Returns `true` if `owner` must hold a value of this type behind a pointer. The pointer may be inside or outside
    /// of an option.
    pub(super) fn is_held_boxed(&self, owner: TypeId, type_: &Type) -> bool {
        match type_ {
            Type::Named(held) => {
                self.direct_cycle[owner] == self.direct_cycle[*held] || self.sizes.is_boxed(owner, *held)
            }
            Type::Nullable(inner) => self.is_held_boxed(owner, inner),
            Type::Tuple(elements) => elements.iter().any(|element| self.is_held_boxed(owner, element)),
            _ => false,
        }
    }

    /// Returns the presence of a field of this struct. A part of a form is present or absent, but never null.
    pub fn presence(&self, owner: TypeId, object: &Struct, field: &Field) -> Presence {
        match (object.form, field.presence(self.usage(owner))) {
            (StructForm::Multipart, Presence::WriteOnly) => Presence::Required,
            (StructForm::Multipart, Presence::Nullable | Presence::NullableWriteOnly | Presence::Maybe) => {
                Presence::Optional
            }
            (_, presence) => presence,
        }
    }

    /// Returns the type behind aliases, except for aliases that are newtypes.
    pub fn resolved<'t>(&self, api: &'t Api, type_: &'t Type) -> &'t Type {
        let mut at = type_;
        while let Type::Named(id) = at {
            match &api.definition(*id).kind {
                TypeKind::Alias(next) if !self.is_newtype(*id) => at = next,
                _ => break,
            }
        }
        at
    }

    /// Returns `true` if this alias must be a newtype: it refers to itself, or nests types too deeply.
    pub fn is_newtype(&self, id: TypeId) -> bool {
        self.is_recursive_alias(id) || self.depths.is_newtype(id)
    }

    /// Returns `true` if this alias refers to itself.
    pub(super) fn is_recursive_alias(&self, id: TypeId) -> bool {
        self.alias_cycle[id]
    }
}

/// The references between types to include.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// All references.
    All,
    /// References that are not within an array or map.
    Direct,
}

/// Returns the types that a definition refers to, in order.
fn references(api: &Api, id: TypeId, reach: Reach) -> Vec<TypeId> {
    let mut found = Vec::new();
    contents(api, id, reach).into_iter().for_each(|type_| collect(type_, reach, &mut found));
    found
}

/// Returns the types in a definition, in order.
fn contents(api: &Api, id: TypeId, reach: Reach) -> Vec<&Type> {
    match &api.definition(id).kind {
        TypeKind::Struct(object) => {
            let extra = object.extra.as_ref().filter(|_| reach == Reach::All);
            object.fields.iter().map(|field| &field.type_).chain(extra).collect()
        }
        TypeKind::Union(union) => union.variants.iter().map(|variant| &variant.type_).collect(),
        TypeKind::Alias(type_) => vec![type_],
        TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => Vec::new(),
    }
}

fn collect(type_: &Type, reach: Reach, found: &mut Vec<TypeId>) {
    match type_ {
        Type::Named(id) => found.push(*id),
        Type::Nullable(inner) => collect(inner, reach, found),
        Type::Tuple(elements) => elements.iter().for_each(|element| collect(element, reach, found)),
        Type::Array(inner) | Type::Map(inner) if reach == Reach::All => collect(inner, reach, found),
        _ => {}
    }
}

/// Propagates the need for exact digits from 128-bit integers to all types that contain them.
fn exact(api: &Api, all: &Edges) -> IdVec<TypeId, bool> {
    let needs_digits = |id: TypeId| match &api.definition(id).kind {
        TypeKind::IntegerEnum(values) => values.integer() == Integer::I128,
        _ => contents(api, id, Reach::All).into_iter().any(may_hold_digits),
    };
    let mut exact = IdVec::filled(false, all.len());
    for component in ordered_components(all) {
        let is_exact = component.iter().any(|id| needs_digits(*id) || all[*id].iter().any(|held| exact[*held]));
        component.into_iter().for_each(|id| exact[id] = is_exact);
    }
    exact
}

/// Returns `true` if a type contains a 128-bit integer, apart from the definitions that it refers to. An overriding
/// type may read any digits, unless its values are not numbers and contain none.
fn may_hold_digits(type_: &Type) -> bool {
    match type_ {
        Type::Scalar(Scalar::Integer(integer)) => *integer == Integer::I128,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => may_hold_digits(inner),
        Type::Tuple(elements) => elements.iter().any(may_hold_digits),
        Type::Custom(custom) => match custom.stands_for {
            Type::Scalar(scalar) => !matches!(scalar.kind(), ValueKind::Boolean | ValueKind::String),
            _ => true,
        },
        _ => false,
    }
}

impl Api {
    /// Returns the types that a definition refers to, in order.
    pub fn held_by(&self, id: TypeId) -> Vec<TypeId> {
        references(self, id, Reach::All)
    }

    /// Returns the types that the requests and the responses of an operation refer to.
    pub fn carried_by(&self, operation: &Operation) -> (Vec<TypeId>, Vec<TypeId>) {
        let (mut requests, mut responses) = (Vec::new(), Vec::new());
        let respond = |payload: &Payload, found: &mut Vec<TypeId>| match payload {
            Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _) => {
                collect(type_, Reach::All, found)
            }
            Payload::None | Payload::Binary => {}
        };
        operation.parameters.iter().for_each(|parameter| collect(&parameter.type_, Reach::All, &mut requests));
        for body in &operation.bodies {
            match &body.content {
                BodyContent::Json(type_)
                | BodyContent::Text(type_)
                | BodyContent::Form(type_, _)
                | BodyContent::Multipart(type_, _) => {
                    collect(type_, Reach::All, &mut requests);
                }
                BodyContent::Bytes => {}
            }
        }
        for outcome in [&operation.success, &operation.failure] {
            match outcome {
                Outcome::One(payload) => respond(payload, &mut responses),
                Outcome::ByStatus(id) => {
                    self.status_enum(*id).rows.iter().for_each(|row| respond(&row.payload, &mut responses));
                }
            }
        }
        operation.headers.iter().for_each(|header| collect(&header.type_, Reach::All, &mut responses));
        if let Some(events) = &operation.events {
            collect(events, Reach::All, &mut responses);
        }
        (requests, responses)
    }
}

/// Propagates the directions from the operations to all types that they reach.
fn usage(api: &Api, all: &Edges) -> IdVec<TypeId, Usage> {
    let mut requests = Vec::new();
    let mut responses = Vec::new();
    api.received.iter().for_each(|webhook| collect(&webhook.type_, Reach::All, &mut responses));
    for operation in &api.operations {
        let (requested, responded) = api.carried_by(operation);
        requests.extend(requested);
        responses.extend(responded);
    }
    let requested = reachable(requests, all);
    let responded = reachable(responses, all);
    let is_form =
        |id: TypeId| matches!(&api.definition(id).kind, TypeKind::Struct(s) if s.form == StructForm::Multipart);
    api.type_ids()
        .map(|id| match (requested[id], responded[id]) {
            (false, false) => Usage { request: true, response: !is_form(id) },
            (request, response) => Usage { request, response },
        })
        .collect()
}

fn reachable(roots: Vec<TypeId>, all: &Edges) -> IdVec<TypeId, bool> {
    let mut seen = IdVec::filled(false, all.len());
    let mut open = roots;
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut seen[id], true) {
            open.extend(&all[id]);
        }
    }
    seen
}

fn in_cycle(id: TypeId, edges: &Edges, components: &IdVec<TypeId, usize>) -> bool {
    edges[id].iter().any(|to| components[*to] == components[id])
}

/// Numbers the strongly connected components: two types have the same number if each reaches the other.
fn components(edges: &Edges) -> IdVec<TypeId, usize> {
    let mut component = IdVec::filled(0, edges.len());
    for (number, members) in ordered_components(edges).into_iter().enumerate() {
        members.into_iter().for_each(|member| component[member] = number);
    }
    component
}

/// Returns the strongly connected components, each after those that it reaches.
///
/// This is Tarjan's algorithm with an explicit stack, because chains of thousands of types are common.
pub fn ordered_components(edges: &Edges) -> Vec<Vec<TypeId>> {
    const UNSEEN: usize = usize::MAX;
    let mut found = Vec::new();
    let mut is_done = IdVec::filled(false, edges.len());
    let mut index = IdVec::filled(UNSEEN, edges.len());
    let mut low = IdVec::filled(UNSEEN, edges.len());
    let mut open = Vec::new();
    let mut next = 0;
    for start in edges.ids() {
        if index[start] != UNSEEN {
            continue;
        }
        let mut calls = vec![(start, 0)];
        while let Some((at, edge)) = calls.pop() {
            if edge == 0 {
                index[at] = next;
                low[at] = next;
                next += 1;
                open.push(at);
            }
            if let Some(to) = edges[at].get(edge).copied() {
                calls.push((at, edge + 1));
                if index[to] == UNSEEN {
                    calls.push((to, 0));
                } else if !is_done[to] {
                    low[at] = low[at].min(index[to]);
                }
                continue;
            }
            if low[at] == index[at] {
                let start = open.iter().rposition(|member| *member == at).unwrap_or_default();
                let members: Vec<TypeId> = open.drain(start..).collect();
                members.iter().for_each(|member| is_done[*member] = true);
                found.push(members);
            }
            if let Some((caller, _)) = calls.last().copied() {
                low[caller] = low[caller].min(low[at]);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(lists: &[&[usize]]) -> Edges {
        lists.iter().map(|list| list.iter().map(|&id| TypeId(id)).collect()).collect()
    }

    #[test]
    fn types_that_reach_each_other_share_a_number() {
        let found = components(&edges(&[&[1], &[2, 3], &[0], &[4], &[4]]));
        assert_eq!(found[TypeId(0)], found[TypeId(1)]);
        assert_eq!(found[TypeId(1)], found[TypeId(2)]);
        assert_ne!(found[TypeId(0)], found[TypeId(3)]);
        assert_ne!(found[TypeId(3)], found[TypeId(4)]);
    }

    #[test]
    fn components_come_after_those_that_they_reach() {
        let found = ordered_components(&edges(&[&[1], &[2], &[1, 3], &[]]));
        let sorted = found.into_iter().map(|mut members| {
            members.sort();
            members.into_iter().map(|member| member.0).collect::<Vec<usize>>()
        });
        assert_eq!(sorted.collect::<Vec<_>>(), [vec![3], vec![1, 2], vec![0]]);
    }

    #[test]
    fn a_type_alone_is_in_a_cycle_only_when_it_refers_to_itself() {
        let edges = edges(&[&[1], &[1]]);
        let found = components(&edges);
        assert!(!in_cycle(TypeId(0), &edges, &found));
        assert!(in_cycle(TypeId(1), &edges, &found));
    }
}
