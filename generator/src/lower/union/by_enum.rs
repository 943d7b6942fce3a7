//! Enums that distinguish variants of a union, if nothing else does.
//!
//! ```yaml
//! oneOf:
//! - {required: [state], properties: {state: {enum: [open, paused]}}}     # tested for state = "open" or "paused"
//! - {required: [state], properties: {state: {enum: [closed]}}}           # tested for state = "closed"
//! ```
//!
//! Nothing is added if two of the enums share a value.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::discriminator::listed_values;
use super::dispatch::{ambiguous_rows, as_struct, resolve};
use crate::hash::HashMap;
use crate::ir::{Api, ShapeTest, Type, Union, UnionRow};

/// Adds the values of one property to tests that require the same properties, unless two of its enums share a value.
pub(super) fn add_value_tests(api: &Api, union: &Union, rows: &mut [UnionRow]) {
    for places in ambiguous_rows(rows) {
        let variants: BTreeSet<usize> = places.iter().map(|&at| rows[at].variant).collect();
        let Some(ShapeTest::Object(members)) = places.first().map(|&at| rows[at].test.clone()) else { continue };
        let mut open: Vec<usize> = places;
        for (number, member) in members.iter().enumerate() {
            if open.is_empty() {
                break;
            }
            let Some(listed) = listed(api, union, &variants, &member.wire_name) else { continue };
            let mut counts: HashMap<String, usize> = HashMap::default();
            for value in listed.values().flatten().map(Value::to_string) {
                *counts.entry(value).or_default() += 1;
            }
            let is_own = |value: &Value| counts.get(&value.to_string()) == Some(&1);
            open.retain(|&at| {
                let row = &mut rows[at];
                let Some(own) = listed.get(&row.variant).filter(|own| own.iter().all(is_own)) else { return true };
                if let ShapeTest::Object(members) = &mut row.test
                    && let Some(member) = members.get_mut(number)
                {
                    member.values = own.clone();
                }
                false
            });
        }
    }
}

/// Returns the distinct values that each of some variants lists for a property, or `None` if one of them lists none.
fn listed(api: &Api, union: &Union, variants: &BTreeSet<usize>, name: &str) -> Option<BTreeMap<usize, Vec<Value>>> {
    variants.iter().map(|&at| Some((at, values(api, &union.variants.get(at)?.type_, name)?))).collect()
}

/// Returns the listed values of a required property, or `None` if it has no enum.
fn values(api: &Api, type_: &Type, name: &str) -> Option<Vec<Value>> {
    let (_, object) = as_struct(api, type_)?;
    let field = object.fields.iter().find(|field| field.wire_name == name && field.required && !field.nullable)?;
    let Type::Named(id) = resolve(api, &field.type_) else { return None };
    listed_values(api, *id)
}
