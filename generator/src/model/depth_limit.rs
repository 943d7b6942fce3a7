//! The limit on chains of schemas, so that later stages may recurse along them.
//!
//! ```yaml
//! A0: {$ref: A1}
//! A1: {allOf: [{$ref: A2}]}
//! # …
//! A32: {$ref: A33}      # cut: the chain already contains 32 schemas; reported as an unresolved reference
//! ```

use super::reader::LONGEST_REFERENCE_CHAIN;
use super::{Model, Schema};
use crate::hash::HashMap;
use crate::source::{Pointer, UnresolvedReference};

/// The state of a schema while chains are measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    Unknown,
    /// Chains through it are being measured.
    Open,
    /// The longest chain of references from here.
    Done(usize),
}

impl<'d> Model<'d> {
    /// Cuts the references that make a chain too long. A chain consists of `$ref`, `allOf`, `oneOf` and
    /// `anyOf`; properties and elements are not part of it.
    pub(super) fn cut_chains(&mut self) {
        let places: Vec<Pointer> = self.all_schemas().map(|schema| schema.origin.clone()).collect();
        let numbers: HashMap<&Pointer, usize> = places.iter().enumerate().map(|(at, place)| (place, at)).collect();
        let targets: Vec<Vec<usize>> = self.all_schemas().map(|schema| targets(schema, &numbers)).collect();
        let cuts = cuts(&targets);
        for (number, schema) in self.all_schemas_mut().enumerate().filter(|_| !cuts.is_empty()) {
            let Some(cut) = cuts.get(&number) else { continue };
            each_reference_mut(schema, &mut |target| {
                let number = target.as_ref().ok().and_then(|target| numbers.get(target));
                if number.is_some_and(|number| cut.contains(number)) {
                    *target = Err(UnresolvedReference::too_long());
                }
            });
        }
    }

    fn all_schemas(&self) -> impl Iterator<Item = &Schema<'d>> {
        self.schemas.values().chain(self.ref_targets.values().map(|target| &target.schema))
    }

    fn all_schemas_mut<'s>(&'s mut self) -> impl Iterator<Item = &'s mut Schema<'d>>
    where
        'd: 's,
    {
        self.schemas.values_mut().chain(self.ref_targets.values_mut().map(|target| &mut target.schema))
    }
}

/// Returns the references to cut, by the schemas that contain them: those to schemas from which a chain of the maximum
/// length starts, and those at the end of such a chain. Each schema is visited once.
fn cuts(targets: &[Vec<usize>]) -> HashMap<usize, Vec<usize>> {
    let mut measures = vec![Measure::Unknown; targets.len()];
    let mut cuts: HashMap<usize, Vec<usize>> = HashMap::default();
    for start in 0..targets.len() {
        // The path of the walk: each schema with the number of references followed so far and the longest chain found.
        let mut way: Vec<(usize, usize, usize)> = vec![(start, 0, 0)];
        while let Some((at, followed, longest)) = way.last_mut() {
            let at = *at;
            match measures[at] {
                Measure::Done(_) => {
                    way.pop();
                    continue;
                }
                Measure::Unknown => measures[at] = Measure::Open,
                Measure::Open => {}
            }
            let Some(&target) = targets[at].get(*followed) else {
                measures[at] = Measure::Done(*longest);
                way.pop();
                continue;
            };
            match measures[target] {
                Measure::Done(length) if length + 1 < LONGEST_REFERENCE_CHAIN => *longest = (*longest).max(length + 1),
                Measure::Done(_) => cuts.entry(at).or_default().push(target),
                Measure::Open => {}
                Measure::Unknown if way.len() >= LONGEST_REFERENCE_CHAIN => cuts.entry(at).or_default().push(target),
                Measure::Unknown => {
                    way.push((target, 0, 0));
                    continue;
                }
            }
            if let Some((_, followed, _)) = way.last_mut() {
                *followed += 1;
            }
        }
    }
    cuts
}

/// Returns the indices of the schemas that a schema refers to by `$ref`, `allOf`, `oneOf` and `anyOf`.
fn targets(schema: &Schema<'_>, numbers: &HashMap<&Pointer, usize>) -> Vec<usize> {
    let target = schema.reference.as_ref().and_then(|reference| reference.target.as_ref().ok());
    let mut found: Vec<usize> = target.and_then(|target| numbers.get(target)).copied().into_iter().collect();
    for part in schema.all_of.iter().chain(&schema.one_of).chain(&schema.any_of).chain(&schema.conditional) {
        found.extend(targets(part, numbers));
    }
    found
}

fn each_reference_mut(schema: &mut Schema<'_>, see: &mut dyn FnMut(&mut Result<Pointer, UnresolvedReference>)) {
    if let Some(reference) = &mut schema.reference {
        see(&mut reference.target);
    }
    let (all_of, one_of, any_of) = (&mut schema.all_of, &mut schema.one_of, &mut schema.any_of);
    for part in all_of.iter_mut().chain(one_of).chain(any_of).chain(&mut schema.conditional) {
        each_reference_mut(part, see);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_chains_are_cut_and_short_ones_are_not() {
        let chain = |length: usize| (0..length).map(|at| if at + 1 < length { vec![at + 1] } else { vec![] }).collect();
        let of = |length: usize| -> Vec<Vec<usize>> { chain(length) };
        assert!(cuts(&of(LONGEST_REFERENCE_CHAIN)).is_empty());
        assert_eq!(cuts(&of(LONGEST_REFERENCE_CHAIN + 1)).len(), 1);
        let ring: Vec<Vec<usize>> = (0..1_000).map(|at| vec![(at + 1) % 1_000]).collect();
        assert!(cuts(&ring).len() >= 1_000 / LONGEST_REFERENCE_CHAIN);
        let family: Vec<Vec<usize>> =
            (0..1_000).map(|at| if at == 0 { (1..1_000).collect() } else { vec![0] }).collect();
        assert!(cuts(&family).is_empty());
    }
}
