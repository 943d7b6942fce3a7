//! Dispatch of values to variants, computed once all types are known.
//!
//! ```yaml
//! Pet: {oneOf: [{$ref: Cat}, {$ref: Dog}]}    # Cat: {kind: {const: cat}, …}, Dog: {kind: {const: dog}, …}
//! # by tag: kind = "cat" → Cat, kind = "dog" → Dog; the rest of the object streams into the variant
//!
//! Id: {oneOf: [{type: integer}, {type: object, required: [id]}, {type: object}]}
//! # by shape: an integer → 0, an object with `id` → 1, any other object → 2; the most specific test is first
//! ```
//!
//! A tag wins if one property distinguishes all variants (`discriminator.rs`). Among shapes that look alike, enums
//! (`by_enum.rs`), literal prefixes (`by_pattern.rs`) and constants (`by_constant.rs`) add to the tests.

use std::collections::BTreeSet;

use serde_json::Value;

use super::by_constant::drop_presence_tests;
use super::by_enum::add_value_tests;
use super::by_pattern::add_prefix_tests;
use super::discriminator::{
    default_variant, listed_values, literal_names, name_by_tag, optional_tags, tag_dispatch, values_of,
};
use super::tag::Uses;
use crate::diagnostics::Code;
use crate::hash::{HashSet, IndexMap};
use crate::ir::{
    Api, MemberTest, Scalar, ShapeTest, Struct, Type, TypeId, TypeKind, Union, UnionDispatch, UnionRow, ValueKind,
};
use crate::lower::draft::PendingUnion;
use crate::lower::passes::Passes;

/// The maximum nesting of unions and aliases that are followed.
pub(super) const DEEPEST: usize = 16;

/// The visited unions. Unions that contain each other would otherwise be visited forever.
pub(super) type Seen = HashSet<TypeId>;

/// Returns `true` if a type is visited for the first time.
pub(crate) fn is_new(type_: &Type, seen: &mut Seen) -> bool {
    /// The maximum recursion depth that cannot exhaust the stack.
    const MOST: usize = 256;
    matches!(type_, Type::Named(id) if seen.len() < MOST && seen.insert(*id))
}

impl Passes<'_, '_> {
    /// Determines the dispatch of each union.
    pub(crate) fn plan_unions(&mut self) {
        let mut pending = std::mem::take(&mut self.draft.unions);
        pending.iter_mut().for_each(|pending| self.add_mapped_members(pending));
        let uses = Uses::new(&mut self.draft.api, &pending);
        for pending in pending {
            let TypeKind::Union(union) = &self.draft.api.definition(pending.id).kind else { continue };
            if pending.default.is_some() && default_variant(&self.draft.api, union, &pending).is_none() {
                let origin = self.draft.api.definition(pending.id).origin.join("discriminator").join("defaultMapping");
                let message = "this schema is not a variant of the union; `defaultMapping` is ignored";
                self.report(Code::InvalidDiscriminator, &origin, message);
            }
            let TypeKind::Union(union) = &self.draft.api.definition(pending.id).kind else { continue };
            let dispatch = match tag_dispatch(&self.draft.api, union, &pending) {
                Some(tagged) => UnionDispatch::ByTag(self.keep_tags(&pending, tagged, &uses)),
                None => UnionDispatch::ByShape(self.shaped(&pending)),
            };
            if let TypeKind::Union(union) = &mut self.draft.api.types[pending.id.0].kind {
                name_by_tag(union, &dispatch);
                union.dispatch = dispatch;
            }
        }
    }

    /// Returns the dispatch by shape, and reports two variants that it cannot distinguish.
    fn shaped(&mut self, pending: &PendingUnion) -> Vec<UnionRow> {
        let TypeKind::Union(union) = &self.draft.api.definition(pending.id).kind else { return Vec::new() };
        let tags = optional_tags(&self.draft.api, union, pending);
        let rows = shaped(&self.draft.api, union, pending.property.as_deref().zip(tags.as_deref()));
        if tags.is_none() {
            self.report_unused_discriminator(pending);
        }
        if let Some((one, other)) = ambiguity(&rows) {
            let origin = self.draft.api.definition(pending.id).origin.clone();
            let message = format!(
                "variants {} and {} of this union have the same shape; a value is decoded as the one that preserves more of it",
                one + 1,
                other + 1
            );
            self.report(Code::AmbiguousUnion, &origin, message);
        }
        rows
    }
}

/// Returns the type of an alias.
pub(crate) fn resolve<'a>(api: &'a Api, type_: &'a Type) -> &'a Type {
    let mut at = type_;
    for _ in 0..DEEPEST {
        match at {
            Type::Named(id) => match &api.definition(*id).kind {
                TypeKind::Alias(inner) => at = inner,
                _ => return at,
            },
            Type::Nullable(inner) => at = inner,
            _ => return at,
        }
    }
    at
}

/// Returns the struct that a type resolves to, or `None`.
pub(super) fn as_struct<'a>(api: &'a Api, type_: &'a Type) -> Option<(TypeId, &'a Struct)> {
    match resolve(api, type_) {
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Struct(object) => Some((*id, object)),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the union that a type resolves to, or `None`.
pub(super) fn as_union<'a>(api: &'a Api, type_: &'a Type) -> Option<&'a Union> {
    match resolve(api, type_) {
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Union(union) => Some(union),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the tests of a union, most specific first. `tags` contains an optional property and its value in each
/// variant.
fn shaped(api: &Api, union: &Union, tags: Option<(&str, &[Value])>) -> Vec<UnionRow> {
    let mut rows = Vec::new();
    for (variant, member) in union.variants.iter().enumerate() {
        rows.extend(tests(api, &member.type_, &mut Seen::default()).into_iter().map(|test| UnionRow { variant, test }));
    }
    let is_string = |row: &&UnionRow| matches!(row.test, ShapeTest::String(_));
    let string_variants: BTreeSet<usize> = rows.iter().filter(is_string).map(|row| row.variant).collect();
    if string_variants.len() == 1 {
        for row in &mut rows {
            if let ShapeTest::String(values) = &mut row.test {
                values.clear();
            }
        }
    }
    rows.dedup();
    if let Some((property, values)) = tags {
        rows.iter_mut().for_each(|row| ask_for_tag(row, property, values));
    }
    add_value_tests(api, union, &mut rows);
    add_prefix_tests(api, union, &mut rows);
    drop_presence_tests(&mut rows);
    rows.sort_by_cached_key(|row| std::cmp::Reverse(exactness(&row.test)));
    rows
}

/// Adds the value of a tag to a test.
fn ask_for_tag(row: &mut UnionRow, property: &str, values: &[Value]) {
    let (ShapeTest::Object(members), Some(value)) = (&mut row.test, values.get(row.variant)) else { return };
    match members.iter_mut().find(|member| member.wire_name == property) {
        Some(member) => member.values = vec![value.clone()],
        None => members.push(MemberTest {
            wire_name: property.to_owned(),
            required: false,
            values: vec![value.clone()],
            prefix: None,
        }),
    }
}

/// Returns groups of equal tests that belong to several variants, as indices of `rows`.
pub(super) fn ambiguous_rows(rows: &[UnionRow]) -> Vec<Vec<usize>> {
    let mut groups: IndexMap<&ShapeTest, Vec<usize>> = IndexMap::default();
    for (at, row) in rows.iter().enumerate() {
        groups.entry(&row.test).or_default().push(at);
    }
    let has_several =
        |places: &Vec<usize>| places.windows(2).any(|pair| rows[pair[0]].variant != rows[pair[1]].variant);
    groups.into_values().filter(has_several).collect()
}

/// Returns the specificity of a test. Of two tests for the same kind of value, the more specific one is first.
fn exactness(test: &ShapeTest) -> (usize, usize) {
    match test {
        ShapeTest::Any => (0, 0),
        ShapeTest::String(values) => (1, usize::from(!values.is_empty())),
        ShapeTest::Number => (1, 0),
        ShapeTest::Integer => (1, 1),
        ShapeTest::Boolean | ShapeTest::Array => (1, 0),
        ShapeTest::Object(members) => {
            let fixed = members.iter().filter(|member| member.required && !member.values.is_empty());
            let begun = members.iter().filter(|member| member.prefix.is_some());
            (1 + fixed.count(), members.iter().filter(|member| member.required).count() + begun.count())
        }
    }
}

/// Returns tests for the values of a type. A `seen` union adds nothing.
fn tests(api: &Api, type_: &Type, seen: &mut Seen) -> Vec<ShapeTest> {
    match resolve(api, type_) {
        Type::Scalar(scalar) => vec![match scalar.kind() {
            ValueKind::Any | ValueKind::Form => ShapeTest::Any,
            ValueKind::Boolean => ShapeTest::Boolean,
            ValueKind::Integer => ShapeTest::Integer,
            ValueKind::Number => ShapeTest::Number,
            ValueKind::String | ValueKind::File => ShapeTest::String(Vec::new()),
        }],
        Type::Array(_) | Type::Tuple(_) => vec![ShapeTest::Array],
        Type::Map(_) => vec![ShapeTest::Object(Vec::new())],
        Type::Nullable(inner) => tests(api, inner, seen),
        Type::Custom(custom) => tests(api, &custom.stands_for, seen),
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Struct(object) => vec![ShapeTest::Object(member_tests(api, object))],
            TypeKind::StringEnum(strings) => {
                vec![ShapeTest::String(strings.values.iter().map(|value| value.value.clone()).collect())]
            }
            TypeKind::IntegerEnum(_) => vec![ShapeTest::Integer],
            TypeKind::Union(union) if is_new(&Type::Named(*id), seen) => union_tests(api, union, seen),
            TypeKind::Union(_) => Vec::new(),
            TypeKind::Alias(_) => vec![ShapeTest::Any],
        },
    }
}

fn member_tests(api: &Api, object: &Struct) -> Vec<MemberTest> {
    let literals = object.literals.iter().map(|literal| MemberTest {
        wire_name: literal.wire_name.clone(),
        required: true,
        values: vec![literal.value.clone()],
        prefix: None,
    });
    let fields = object.fields.iter().filter_map(|field| {
        // An undescribed property may be absent.
        let is_described = !(field.nullable && field.type_ == Type::Scalar(Scalar::Any));
        let required = field.required && is_described && !field.read_only && !field.write_only;
        let only = only_value(api, &field.type_);
        (required || only.is_some()).then(|| MemberTest {
            wire_name: field.wire_name.clone(),
            required: required && !(field.nullable && only.is_some()),
            values: only.into_iter().collect(),
            prefix: None,
        })
    });
    literals.chain(fields).collect()
}

/// Returns the only value that an optional or nullable property has when it is present.
pub(super) fn only_value(api: &Api, type_: &Type) -> Option<Value> {
    let Type::Named(id) = resolve(api, type_) else { return None };
    match listed_values(api, *id)?.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Returns tests for the values of a union. Variants with a constant for the same property share one test for its
/// values; each other variant has its own.
fn union_tests(api: &Api, union: &Union, seen: &mut Seen) -> Vec<ShapeTest> {
    let mut names = union.variants.iter().flat_map(|variant| literal_names(api, &variant.type_, 0));
    let Some(name) = names.next() else {
        return union.variants.iter().flat_map(|variant| tests(api, &variant.type_, seen)).collect();
    };
    let (mut values, mut found) = (Vec::new(), Vec::new());
    for variant in &union.variants {
        match values_of(api, &variant.type_, &name, &mut Seen::default()) {
            Some(stated) => values.extend(stated),
            None => found.extend(tests(api, &variant.type_, seen)),
        }
    }
    let mut listed = HashSet::default();
    values.retain(|value| listed.insert(value.to_string()));
    found.insert(0, ShapeTest::Object(vec![MemberTest { wire_name: name, required: true, values, prefix: None }]));
    found
}

/// Returns two variants with equal tests for objects.
fn ambiguity(rows: &[UnionRow]) -> Option<(usize, usize)> {
    let is_object = |places: &Vec<usize>| places.iter().all(|&at| matches!(rows[at].test, ShapeTest::Object(_)));
    let places = ambiguous_rows(rows).into_iter().find(is_object)?;
    let variants: BTreeSet<usize> = places.into_iter().map(|at| rows[at].variant).collect();
    let mut variants = variants.into_iter();
    variants.next().zip(variants.next())
}
