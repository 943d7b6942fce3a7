//! Members with lists of values, by which members of unions are told apart that nothing else tells apart.

use serde_json::Value;

use super::discriminator::listed_values;
use super::plan::{as_struct, resolve, rivals};
use crate::ir::{Api, Type, Union, UnionRow, ValueTest};

/// Lets rows that ask for the same members ask for the values of one of them, where no two have a value in common.
pub(super) fn tell_apart_by_values(api: &Api, union: &Union, rows: &mut [UnionRow]) {
    let rivals = rivals(rows);
    for (row, others) in rows.iter_mut().zip(rivals) {
        let ValueTest::Object(members) = &mut row.test else { continue };
        if others.is_empty() {
            continue;
        }
        let open = members.iter_mut().filter(|member| member.required && member.values.is_empty());
        for member in open {
            let listed = |variant: usize| values(api, &union.variants.get(variant)?.type_, &member.wire_name);
            let Some(own) = listed(row.variant) else { continue };
            let is_apart =
                |other: &usize| listed(*other).is_some_and(|values| values.iter().all(|value| !own.contains(value)));
            if others.iter().all(is_apart) {
                member.values = own;
                break;
            }
        }
    }
}

/// The values that a required member of an object has, where they are listed.
fn values(api: &Api, type_: &Type, name: &str) -> Option<Vec<Value>> {
    let (_, object) = as_struct(api, type_)?;
    let field = object.fields.iter().find(|field| field.wire_name == name && field.required && !field.nullable)?;
    let Type::Named(id) = resolve(api, &field.type_) else { return None };
    listed_values(api, *id)
}
