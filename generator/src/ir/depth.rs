//! The nesting depth of types, and the references that an `OpaqueBox` interrupts.
//!
//! To determine whether a value is `Send`, rustc follows every type that it contains, with one step for each type on
//! the path, and stops with an error after 128 steps in the crate that requires it. That is often the caller's program,
//! whose limit generated code cannot raise:
//!
//! ```text
//! Option<Vec<B>> in A     A ─1─▶ Option ─1─▶ Vec ─3─▶ B     5 steps from A to B
//! ```
//!
//! Therefore no type may take more than [`STEPS`]; the rest is left for its strings and for the program. A reference
//! that would exceed the limit is an `OpaqueBox`, where rustc stops.

use std::collections::BTreeMap;

use super::{
    Api, Edges, Graph, IdVec, Presence, StructForm, Type, TypeId, TypeKind, UnionDispatch, ordered_components,
};
use crate::hash::HashSet;
use crate::source::Pointer;

/// The maximum number of steps that rustc may take from a type to the last one with a definition.
const STEPS: usize = 64;

/// The maximum number of steps for the types behind an alias, since an alias within another type cannot be interrupted.
const ALIAS_STEPS: usize = 16;

/// In each round, one of this many types of a cycle is chosen to interrupt it.
const SHARE: usize = 32;

/// The references between types, with the steps of each path.
#[derive(Clone, Debug, Default)]
pub(super) struct Depths {
    /// The definitions that each alias refers to, with the steps.
    behind_alias: IdVec<TypeId, BTreeMap<TypeId, usize>>,
    /// Aliases that become newtypes because they would take too many steps otherwise.
    is_newtype: IdVec<TypeId, bool>,
    /// References that are an `OpaqueBox`: the owner and the type that it holds.
    opaque: HashSet<(TypeId, TypeId)>,
}

impl Depths {
    /// Returns the facts about the types that have a new id. Types that one of them refers to have one, too.
    pub(super) fn retained(self, types: &IdVec<TypeId, Option<TypeId>>) -> Self {
        let renumbered = |ways: BTreeMap<TypeId, usize>| -> BTreeMap<TypeId, usize> {
            ways.into_iter().filter_map(|(id, steps)| Some((types[id]?, steps))).collect()
        };
        Self {
            behind_alias: self.behind_alias.retained(types).map(|_, ways| renumbered(ways)),
            is_newtype: self.is_newtype.retained(types),
            opaque: self.opaque.into_iter().filter_map(|(owner, held)| Some((types[owner]?, types[held]?))).collect(),
        }
    }

    /// Returns `true` if an alias becomes a newtype to limit the nesting of types.
    pub(super) fn is_newtype(&self, alias: TypeId) -> bool {
        self.is_newtype[alias]
    }

    /// Returns `true` if `owner` holds values of this type in an `OpaqueBox`.
    pub(super) fn is_opaque(&self, owner: TypeId, type_: &Type) -> bool {
        if self.opaque.is_empty() {
            return false;
        }
        let mut ways = BTreeMap::new();
        self.follow(type_, 0, &mut ways);
        ways.keys().any(|held| self.opaque.contains(&(owner, *held)))
    }

    /// Adds the definitions that a type refers to, with the maximum number of steps to each.
    fn follow(&self, type_: &Type, steps: usize, ways: &mut BTreeMap<TypeId, usize>) {
        let mut add = |id: TypeId, steps: usize| {
            let most = ways.entry(id).or_default();
            *most = steps.max(*most);
        };
        match type_ {
            Type::Named(id) if self.behind_alias[*id].is_empty() => add(*id, steps),
            Type::Named(id) => self.behind_alias[*id].iter().for_each(|(to, more)| add(*to, steps + more)),
            Type::Nullable(inner) => self.follow(inner, steps + 1, ways),
            Type::Array(inner) | Type::Map(inner) => self.follow(inner, steps + 3, ways),
            Type::Tuple(elements) => elements.iter().for_each(|element| self.follow(element, steps + 1, ways)),
            _ => {}
        }
    }
}

impl Graph {
    /// Determines which references are an `OpaqueBox`.
    pub(super) fn interrupt(&mut self, api: &Api, all: &Edges) {
        self.depths.behind_alias = IdVec::filled(BTreeMap::new(), all.len());
        self.depths.is_newtype = IdVec::filled(false, all.len());
        for id in ordered_components(all).into_iter().flatten() {
            if let TypeKind::Alias(type_) = &api.definition(id).kind
                && !self.is_recursive_alias(id)
            {
                let mut ways = BTreeMap::new();
                self.depths.follow(type_, 0, &mut ways);
                self.depths.is_newtype[id] = ways.values().any(|steps| *steps > ALIAS_STEPS);
                if !self.depths.is_newtype[id] {
                    self.depths.behind_alias[id] = ways;
                }
            }
        }
        let ways = api.type_ids().map(|id| self.ways(api, id)).collect();
        let origins: IdVec<TypeId, &Pointer> = api.types.iter().map(|definition| &definition.origin).collect();
        self.depths.opaque = Interruption::of(ways, &|id| origins[id].to_string()).opaque;
    }

    /// Returns the definitions that a definition refers to, with the steps to each.
    fn ways(&self, api: &Api, id: TypeId) -> BTreeMap<TypeId, usize> {
        let mut ways = BTreeMap::new();
        let mut add = |type_: &Type, around: usize| {
            let pointer = if self.is_held_boxed(id, type_) { 2 } else { 0 };
            self.depths.follow(type_, 1 + around + pointer, &mut ways);
        };
        match &api.definition(id).kind {
            // No other type holds a form.
            TypeKind::Struct(object) if object.form == StructForm::Multipart => {}
            TypeKind::Struct(object) => {
                for field in &object.fields {
                    let is_required = self.presence(id, object, field) == Presence::Required;
                    add(&field.type_, usize::from(!is_required));
                }
                object.extra.iter().for_each(|extra| add(extra, 3));
            }
            TypeKind::Union(union) if matches!(union.dispatch, UnionDispatch::Form) => {}
            TypeKind::Union(union) => union.variants.iter().for_each(|variant| add(&variant.type_, 0)),
            TypeKind::Alias(type_) if self.is_newtype(id) => add(type_, 0),
            TypeKind::Alias(_) | TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => {}
        }
        ways
    }
}

/// The search for references to interrupt.
struct Interruption {
    ways: IdVec<TypeId, BTreeMap<TypeId, usize>>,
    opaque: HashSet<(TypeId, TypeId)>,
}

impl Interruption {
    /// Finds the references to interrupt. `location` decides between equal types, so that the order of the document does not.
    fn of(ways: IdVec<TypeId, BTreeMap<TypeId, usize>>, location: &dyn Fn(TypeId) -> String) -> Self {
        let mut search = Self { ways, opaque: HashSet::default() };
        search.open_cycles(location);
        search.limit_steps();
        search
    }

    fn make_opaque(&mut self, owner: TypeId, held: TypeId) {
        self.ways[owner].remove(&held);
        self.opaque.insert((owner, held));
    }

    fn components(&self) -> Vec<Vec<TypeId>> {
        let edges: Edges = self.ways.values().map(|ways| ways.keys().copied().collect()).collect();
        ordered_components(&edges)
    }

    /// Interrupts cycles until each takes few enough steps, whichever path rustc takes through it.
    ///
    /// References to the types on the most paths are interrupted. In a large cycle, several such types are chosen at
    /// once, so that the number of rounds grows much more slowly than the size of the cycle.
    fn open_cycles(&mut self, location: &dyn Fn(TypeId) -> String) {
        loop {
            let large = self.components().into_iter().filter(|members| self.steps_within(members) > STEPS / 2);
            let large: Vec<Vec<TypeId>> = large.collect();
            if large.is_empty() {
                return;
            }
            large.iter().for_each(|members| self.open_cycle(members, location));
        }
    }

    fn open_cycle(&mut self, members: &[TypeId], location: &dyn Fn(TypeId) -> String) {
        let is_member: HashSet<TypeId> = members.iter().copied().collect();
        let mut referrers: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        let mut leaving: BTreeMap<TypeId, usize> = BTreeMap::new();
        for owner in members {
            for held in self.ways[*owner].keys().filter(|held| is_member.contains(held)) {
                referrers.entry(*held).or_default().push(*owner);
                *leaving.entry(*owner).or_default() += 1;
            }
        }
        let mut by_ways: Vec<(usize, TypeId)> = referrers
            .iter()
            .map(|(held, owners)| (owners.len() * leaving.get(held).copied().unwrap_or_default(), *held))
            .collect();
        by_ways.sort_by_cached_key(|(ways, held)| (std::cmp::Reverse(*ways), location(*held)));
        let most = by_ways.first().map_or(0, |(ways, _)| *ways);
        let chosen = by_ways.into_iter().take(members.len().div_ceil(SHARE)).take_while(|(ways, _)| *ways >= most / 2);
        for (_, held) in chosen {
            let owners = referrers.remove(&held).unwrap_or_default();
            owners.into_iter().for_each(|owner| self.make_opaque(owner, held));
        }
    }

    /// Returns the maximum number of steps that rustc takes within a cycle; it visits each type once.
    fn steps_within(&self, members: &[TypeId]) -> usize {
        let is_member: HashSet<TypeId> = members.iter().copied().collect();
        let steps = members.iter().map(|id| {
            let within = self.ways[*id].iter().filter(|(held, _)| is_member.contains(held));
            within.map(|(_, steps)| *steps).max().unwrap_or_default()
        });
        steps.sum()
    }

    /// Interrupts references that would exceed the limit, starting with the types that refer to no others.
    fn limit_steps(&mut self) {
        let mut depth = IdVec::filled(0, self.ways.len());
        for members in self.components() {
            let within = self.steps_within(&members);
            let is_member: HashSet<TypeId> = members.iter().copied().collect();
            let mut most = within;
            for owner in &members {
                let leaving = self.ways[*owner].iter().filter(|(held, _)| !is_member.contains(held));
                let leaving: Vec<(TypeId, usize)> =
                    leaving.map(|(held, steps)| (*held, within + steps + depth[*held])).collect();
                for (held, steps) in leaving {
                    if steps > STEPS {
                        self.make_opaque(*owner, held);
                    } else {
                        most = most.max(steps);
                    }
                }
            }
            members.iter().for_each(|id| depth[*id] = most);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(lists: impl Iterator<Item = Vec<usize>>) -> Interruption {
        let ways = lists.map(|held| held.into_iter().map(|id| (TypeId(id), 5)).collect()).collect();
        Interruption::of(ways, &|id| format!("{:05}", id.0))
    }

    /// Follows the types below one in order, as rustc does: each type is entered only once. Returns the maximum number
    /// of steps.
    fn steps_below(search: &Interruption, at: usize, steps: usize, seen: &mut HashSet<usize>) -> usize {
        let mut most = steps;
        for (held, way) in &search.ways[TypeId(at)] {
            if seen.insert(held.0) {
                most = most.max(steps_below(search, held.0, steps + way, seen));
            }
        }
        most
    }

    fn most_steps(search: &Interruption) -> usize {
        (0..search.ways.len())
            .map(|at| steps_below(search, at, 0, &mut HashSet::from_iter([at])))
            .max()
            .unwrap_or_default()
    }

    #[test]
    fn a_chain_is_interrupted_once_every_few_types() {
        let search = search((0..2_000).map(|at| if at < 1_999 { vec![at + 1] } else { Vec::new() }));
        assert!(most_steps(&search) <= STEPS);
        assert!(search.opaque.len() <= 2_000 * 5 / STEPS + 10, "{}", search.opaque.len());
    }

    #[test]
    fn a_chain_that_is_short_enough_is_left_alone() {
        let search = search((0..12).map(|at| if at < 11 { vec![at + 1] } else { Vec::new() }));
        assert!(search.opaque.is_empty());
    }

    #[test]
    fn a_small_cycle_is_left_alone() {
        let search = search((0..5).map(|at| vec![(at + 1) % 5, (at + 3) % 5]));
        assert!(search.opaque.is_empty());
    }

    #[test]
    fn large_cycles_are_interrupted_whatever_way_leads_through_them() {
        for count in [30, 150, 1_000] {
            let steps = [1, 7, 31, 77];
            let search = search((0..count).map(|at| steps.map(|step| (at * step + 1) % count).to_vec()));
            assert!(most_steps(&search) <= STEPS, "{count}");
            assert!(search.opaque.len() < count * 2, "{count}: {}", search.opaque.len());
        }
    }

    #[test]
    fn the_order_of_types_does_not_decide_which_references_are_interrupted() {
        let count = 150;
        let held = |at: usize| [1, 7, 31, 77].map(|step| (at * step + 1) % count);
        let last = count - 1;
        let reversed = (0..count).map(|at| held(last - at).into_iter().map(|to| (TypeId(last - to), 5)).collect());
        let reversed = Interruption::of(reversed.collect(), &|id| format!("{:05}", last - id.0));
        let renumbered = |(owner, held): (TypeId, TypeId)| (TypeId(last - owner.0), TypeId(last - held.0));
        let opaque: HashSet<(TypeId, TypeId)> = reversed.opaque.into_iter().map(renumbered).collect();
        assert_eq!(opaque, search((0..count).map(|at| held(at).to_vec())).opaque);
    }

    #[test]
    fn references_to_the_type_that_all_others_share_are_interrupted() {
        let search = search((0..100).map(|at| if at == 0 { (1..100).collect() } else { vec![0] }));
        assert!(search.opaque.iter().all(|(_, held)| held.0 == 0));
    }
}
