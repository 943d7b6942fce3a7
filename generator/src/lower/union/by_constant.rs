//! Required properties with constants, which alone can distinguish an object from all other variants of its union.
//!
//! ```yaml
//! oneOf:
//! - {required: [kind, name], properties: {kind: {const: cat}, name: {type: string}}}    # {kind: "cat"} is the whole test
//! - {required: [kind, size], properties: {kind: {const: dog}, size: {type: integer}}}   # {kind: "dog"}
//! - {type: string}                                                                      # no other object matches
//! ```
//!
//! `{"kind": "cat"}` is a cat without its name, which decoding reports, rather than a value that matches no variant. If
//! another object may have the same `kind`, the presence of `name` stays part of the test.

use serde_json::Value;

use crate::hash::{HashMap, HashSet};
use crate::ir::{MemberTest, ShapeTest, UnionRow};

/// Drops tests for the presence of properties from objects that constants alone distinguish from all other objects. If such a
/// property is missing, decoding reports it, as it does in unions with a tag.
pub(super) fn drop_presence_tests(rows: &mut [UnionRow]) {
    let constants = |test: &ShapeTest| match test {
        ShapeTest::Object(members) => Some(members.iter().filter(|member| is_constant(member)).cloned().collect()),
        _ => None,
    };
    let objects: Vec<(usize, Vec<MemberTest>)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, constants(&row.test)?))).collect();
    let holders = ConstantHolders::of(&objects);
    for (number, (at, own)) in objects.iter().enumerate() {
        let is_other =
            |other: usize| other == number || objects.get(other).is_some_and(|(_, other)| exclude(own, other));
        if let ShapeTest::Object(members) = &mut rows[*at].test
            && holders.near(own).is_some_and(|mut near| near.all(is_other))
        {
            members.retain(|member| !member.values.is_empty());
        }
    }
}

/// The objects indexed by their constants. Most objects already differ in the first constant, so each is compared only
/// with the objects that do not.
struct ConstantHolders<'o> {
    count: usize,
    /// The objects that have a constant for a property.
    named: HashMap<&'o str, HashSet<usize>>,
    /// The objects that have the property with a value, as JSON.
    valued: HashMap<(&'o str, String), Vec<usize>>,
}

impl<'o> ConstantHolders<'o> {
    fn of(objects: &'o [(usize, Vec<MemberTest>)]) -> Self {
        let mut holders = Self { count: objects.len(), named: HashMap::default(), valued: HashMap::default() };
        for (number, (_, members)) in objects.iter().enumerate() {
            for member in members {
                holders.named.entry(&member.wire_name).or_default().insert(number);
                for value in &member.values {
                    holders.valued.entry((&member.wire_name, value.to_string())).or_default().push(number);
                }
            }
        }
        holders
    }

    /// Returns the objects that share the one constant by which most objects differ, or `None` for an object without
    /// constants.
    fn near<'n>(&'n self, own: &'n [MemberTest]) -> Option<impl Iterator<Item = usize> + 'n> {
        let with_value = |member: &'n MemberTest| {
            let keys = member.values.iter().map(|value| (member.wire_name.as_str(), value.to_string()));
            keys.filter_map(|key| self.valued.get(&key)).flatten().copied()
        };
        let without_name = |member: &MemberTest| {
            let named = self.named.get(member.wire_name.as_str());
            (self.count - named.map_or(0, HashSet::len), named)
        };
        let best = own.iter().min_by_key(|member| without_name(member).0 + with_value(member).count())?;
        let (without, named) = without_name(best);
        let others = (0..if without == 0 { 0 } else { self.count })
            .filter(move |number| named.is_none_or(|named| !named.contains(number)));
        Some(with_value(best).chain(others))
    }
}

/// Returns `true` if a property is required and has one of a few values that a table can hold.
fn is_constant(member: &MemberTest) -> bool {
    let is_scalar = |value: &Value| value.is_string() || value.is_number() || value.is_boolean();
    member.required && !member.values.is_empty() && member.values.iter().all(is_scalar)
}

/// Returns `true` if no object can have both constants.
fn exclude(one: &[MemberTest], other: &[MemberTest]) -> bool {
    one.iter().any(|one| {
        let mut same = other.iter().filter(|other| other.wire_name == one.wire_name);
        same.any(|other| other.values.iter().all(|value| !one.values.contains(value)))
    })
}
