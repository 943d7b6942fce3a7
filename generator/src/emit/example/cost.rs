//! The number of expressions in the simplest value of each type, by which examples choose union variants.
//!
//! ```text
//! string, date, array, map, enum      1    an array can be empty
//! struct                              1 + its required fields
//! union                               1 + its cheapest variant
//! node: {required: [next: node]}      none: no value can end
//! ```

use crate::ir::{Api, Edges, Graph, IdVec, Presence, Struct, Type, TypeId, TypeKind, ordered_components};

/// The maximum number of rounds for types that refer to each other: the maximum nesting of variants.
const MOST_ROUNDS: usize = 32;

/// The costs of all types that requests contain.
pub(crate) struct Costs(IdVec<TypeId, Option<usize>>);

impl Costs {
    /// Computes the costs of types, each after the types that it refers to.
    pub(crate) fn new(api: &Api, graph: &Graph) -> Self {
        let mut costs = Self(IdVec::filled(None, api.types.len()));
        let is_sent = |id: &TypeId| graph.usage(*id).request;
        let held = |id: TypeId| if is_sent(&id) { api.held_by(id) } else { Vec::new() };
        let edges: Edges = api.type_ids().map(held).collect();
        for component in ordered_components(&edges) {
            for _ in 0..MOST_ROUNDS {
                let lowered = component.iter().filter(|id| is_sent(id)).filter(|id| costs.lower(api, graph, **id));
                if lowered.count() == 0 {
                    break;
                }
            }
        }
        costs
    }

    /// Updates the cost of a type, and returns `true` if it decreased.
    fn lower(&mut self, api: &Api, graph: &Graph, id: TypeId) -> bool {
        let cost = self.of_definition(api, graph, id);
        let Some(place) = self.0.get_mut(id) else { return false };
        let is_less = cost.is_some_and(|cost| place.is_none_or(|known| cost < known));
        if is_less {
            *place = cost;
        }
        is_less
    }

    /// Returns the cost of a type, or `None` if no value of it can be written.
    pub(crate) fn of(&self, type_: &Type) -> Option<usize> {
        match type_ {
            Type::Named(id) => self.0.get(*id).copied().flatten(),
            Type::Tuple(elements) => sum(elements.iter().map(|element| self.of(element))),
            _ => Some(1),
        }
    }

    fn of_definition(&self, api: &Api, graph: &Graph, id: TypeId) -> Option<usize> {
        match &api.definition(id).kind {
            TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => Some(1),
            TypeKind::Alias(type_) => self.of(type_),
            TypeKind::Struct(object) => sum(required(graph, id, object).map(|type_| self.of(type_))),
            TypeKind::Union(union) if union.variants.is_empty() => Some(2),
            TypeKind::Union(union) => {
                let costs = union.variants.iter().filter_map(|variant| self.of(&variant.type_));
                costs.min().map(|cost| cost.saturating_add(1))
            }
        }
    }
}

/// Returns the types of the fields that `new` needs a value for; null is sufficient for the others.
fn required<'a>(graph: &Graph, id: TypeId, object: &'a Struct) -> impl Iterator<Item = &'a Type> {
    let fields = object.fields.iter();
    let is_needed = move |presence| matches!(presence, Presence::Required | Presence::WriteOnly);
    let presences: Vec<Presence> = object.fields.iter().map(|field| graph.presence(id, object, field)).collect();
    fields.zip(presences).filter(move |(_, presence)| is_needed(*presence)).map(|(field, _)| &field.type_)
}

fn sum(mut costs: impl Iterator<Item = Option<usize>>) -> Option<usize> {
    costs.try_fold(1_usize, |sum, cost| Some(sum.saturating_add(cost?)))
}
