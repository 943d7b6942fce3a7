//! How a value finds its variant, worked out when all types are known.

use std::collections::HashSet;

use serde_json::Value;

use super::{Lowering, PendingUnion};
use crate::diagnostics::Code;
use crate::ir::{
    Api, MemberTest, NameHint, Struct, Tag, Type, TypeId, TypeKind, Union, UnionPlan, UnionRow, ValueTest,
};

/// Unions and aliases that nest deeper than this are not looked into.
const DEEPEST: usize = 16;

/// The unions that were looked into on the way. Unions that hold each other would be looked into for ever.
type Seen = HashSet<TypeId>;

/// Whether a type is looked into for the first time.
fn is_new(type_: &Type, seen: &mut Seen) -> bool {
    /// Few enough that looking into one from another does not exhaust the stack.
    const MOST: usize = 256;
    matches!(type_, Type::Named(id) if seen.len() < MOST && seen.insert(*id))
}

impl Lowering<'_, '_, '_> {
    /// Plans all unions.
    pub(super) fn plan_unions(&mut self) {
        for pending in std::mem::take(&mut self.unions) {
            let TypeKind::Union(union) = &self.api.definition(pending.id).kind else { continue };
            let default = default_variant(&self.api, union, &pending);
            let plan = match tagged(&self.api, union, &pending) {
                Some(plan) => plan,
                None => {
                    let rows = shaped(&self.api, union);
                    if let Some((one, other)) = ambiguity(&rows) {
                        let origin = self.api.definition(pending.id).origin.clone();
                        let message = format!(
                            "members {} and {} of this union cannot be told apart; a value is read as the first that fits",
                            one + 1,
                            other + 1
                        );
                        self.report(Code::AmbiguousUnion, &origin, message);
                    }
                    UnionPlan::Shaped(rows)
                }
            };
            if pending.default.is_some() && default.is_none() {
                let origin = self.api.definition(pending.id).origin.join("discriminator").join("defaultMapping");
                let message = "this schema is no member of the union; it is left out";
                self.report(Code::InvalidDiscriminator, &origin, message);
            }
            if let (UnionPlan::Tagged { property, tags }, false) =
                (&plan, pending.mapping.is_empty() && pending.property.is_none())
            {
                self.keep_tags(pending.id, property.clone(), tags.clone(), default);
            }
            if let TypeKind::Union(union) = &mut self.api.types[pending.id.0].kind {
                name_by_tag(union, &plan);
                union.plan = with_default(plan, default);
            }
        }
    }
}

/// The variant of values without a tag, or with one that leads nowhere.
fn default_variant(api: &Api, union: &Union, pending: &PendingUnion) -> Option<usize> {
    let default = pending.default.as_ref()?;
    let is_listed = |at: usize| pending.listed.get(at).copied().flatten().map(Type::Named).as_ref() == Some(default);
    (0..union.variants.len()).find(|&at| is_listed(at) || same(api, &union.variants[at].type_, default))
}

/// A plan that has a variant for all that its tags do not lead to: a table of tests, the last of which holds always.
fn with_default(plan: UnionPlan, default: Option<usize>) -> UnionPlan {
    let (Some(default), UnionPlan::Tagged { property, tags }) = (default, &plan) else { return plan };
    let mut rows: Vec<UnionRow> = Vec::new();
    for variant in tags.iter().map(|tag| tag.variant) {
        if rows.iter().any(|row| row.variant == variant) {
            continue;
        }
        let values = tags.iter().filter(|tag| tag.variant == variant).map(|tag| Value::String(tag.value.clone()));
        let member = MemberTest { wire_name: property.clone(), required: true, values: values.collect() };
        rows.push(UnionRow { variant, test: ValueTest::Object(vec![member]) });
    }
    rows.push(UnionRow { variant: default, test: ValueTest::Object(Vec::new()) });
    UnionPlan::Shaped(rows)
}

/// A variant that one value alone leads to is best known by that value.
fn name_by_tag(union: &mut Union, plan: &UnionPlan) {
    let UnionPlan::Tagged { tags, .. } = plan else { return };
    for (index, variant) in union.variants.iter_mut().enumerate() {
        let mut own = tags.iter().filter(|tag| tag.variant == index);
        if let (Some(tag), None) = (own.next(), own.next()) {
            variant.names.insert(0, tag.value.clone());
        }
    }
}

/// The plan by the value of one member, if that tells all variants apart.
fn tagged(api: &Api, union: &Union, pending: &PendingUnion) -> Option<UnionPlan> {
    if let Some(property) = &pending.property {
        return tagged_by(api, union, property, pending);
    }
    let candidates = literal_names(api, &union.variants.first()?.type_, 0);
    candidates.iter().find_map(|property| tagged_by(api, union, property, pending))
}

fn tagged_by(api: &Api, union: &Union, property: &str, pending: &PendingUnion) -> Option<UnionPlan> {
    let default = default_variant(api, union, pending);
    let mut tags: Vec<Tag> = Vec::new();
    for (variant, member) in union.variants.iter().enumerate() {
        let listed = pending.listed.get(variant).copied().flatten().map(Type::Named);
        let is_member = |type_: &Type| same(api, type_, &member.type_) || listed.as_ref() == Some(type_);
        let mapped = pending.mapping.iter().filter(|(_, type_)| is_member(type_)).map(|(value, _)| value.clone());
        let mut values: Vec<String> = mapped.collect();
        let stated = values_of(api, &member.type_, property, &mut Seen::new());
        // The children of one parent share its list of values; only a value that a child alone has is its tag.
        let stated = stated.filter(|stated| !pending.is_family || (values.is_empty() && stated.len() == 1));
        match stated {
            Some(stated) => values.extend(stated),
            None if values.is_empty() && pending.property.is_some() => {
                let listed = listed.unwrap_or_else(|| member.type_.clone());
                values.extend(implied(api, &listed, &member.type_, property));
            }
            None => {}
        }
        values.dedup();
        if values.is_empty() && default != Some(variant) {
            return None;
        }
        for value in values {
            match tags.iter().find(|tag| tag.value == value) {
                Some(known) if known.variant != variant => return None,
                Some(_) => {}
                None => tags.push(Tag { value, variant }),
            }
        }
    }
    Some(UnionPlan::Tagged { property: property.to_owned(), tags })
}

/// Whether two types are one when aliases are followed.
fn same(api: &Api, one: &Type, other: &Type) -> bool {
    resolve(api, one) == resolve(api, other) || one == other
}

/// What an alias stands for.
pub(super) fn resolve<'a>(api: &'a Api, type_: &'a Type) -> &'a Type {
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

/// The struct that a type is.
pub(super) fn as_struct<'a>(api: &'a Api, type_: &'a Type) -> Option<(TypeId, &'a Struct)> {
    match resolve(api, type_) {
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Struct(object) => Some((*id, object)),
            _ => None,
        },
        _ => None,
    }
}

fn as_union<'a>(api: &'a Api, type_: &'a Type) -> Option<&'a Union> {
    match resolve(api, type_) {
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Union(union) => Some(union),
            _ => None,
        },
        _ => None,
    }
}

/// The wire names of the members that always have one value.
fn literal_names(api: &Api, type_: &Type, depth: usize) -> Vec<String> {
    if let Some((_, object)) = as_struct(api, type_) {
        return object
            .literals
            .iter()
            .filter(|literal| literal.value.is_string())
            .map(|literal| literal.wire_name.clone())
            .collect();
    }
    match as_union(api, type_) {
        Some(union) if depth < DEEPEST => {
            union.variants.first().map(|first| literal_names(api, &first.type_, depth + 1)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// The values that a member always has, as far as the type says. A union that was `seen` before adds nothing.
fn values_of(api: &Api, type_: &Type, property: &str, seen: &mut Seen) -> Option<Vec<String>> {
    if let Some((_, object)) = as_struct(api, type_) {
        if let Some(literal) = object.literals.iter().find(|literal| literal.wire_name == property) {
            return literal.value.as_str().map(|value| vec![value.to_owned()]);
        }
        let field = object.fields.iter().find(|field| field.wire_name == property && field.required)?;
        let Type::Named(id) = resolve(api, &field.type_) else { return None };
        return match &api.definition(*id).kind {
            TypeKind::StringEnum(strings) => Some(strings.values.iter().map(|value| value.value.clone()).collect()),
            _ => None,
        };
    }
    let union = as_union(api, type_)?;
    let mut values = Vec::new();
    if is_new(resolve(api, type_), seen) {
        for variant in &union.variants {
            values.extend(values_of(api, &variant.type_, property, seen)?);
        }
    }
    Some(values)
}

/// The name of a component stands for it where no mapping says otherwise (OpenAPI 3.1 section 4.8.25).
fn implied(api: &Api, listed: &Type, type_: &Type, property: &str) -> Option<String> {
    let (_, object) = as_struct(api, type_)?;
    let is_optional = object.fields.iter().any(|field| field.wire_name == property && !field.required);
    match (listed, is_optional) {
        (Type::Named(id), false) => match &api.definition(*id).name {
            NameHint::Component(name) => Some(name.clone()),
            NameHint::Inline(_) => None,
        },
        _ => None,
    }
}

/// The plan by the shape of the value, most exact first.
fn shaped(api: &Api, union: &Union) -> Vec<UnionRow> {
    let mut rows = Vec::new();
    for (variant, member) in union.variants.iter().enumerate() {
        rows.extend(tests(api, &member.type_, &mut Seen::new()).into_iter().map(|test| UnionRow { variant, test }));
    }
    let is_string = |row: &&UnionRow| matches!(row.test, ValueTest::String(_));
    let string_variants: std::collections::BTreeSet<usize> =
        rows.iter().filter(is_string).map(|row| row.variant).collect();
    if string_variants.len() == 1 {
        for row in &mut rows {
            if let ValueTest::String(values) = &mut row.test {
                values.clear();
            }
        }
    }
    rows.dedup();
    rows.sort_by_key(|row| std::cmp::Reverse(exactness(&row.test)));
    rows
}

/// How much a test says; of two tests for one kind of value the one that says more comes first.
fn exactness(test: &ValueTest) -> (usize, usize) {
    match test {
        ValueTest::Any => (0, 0),
        ValueTest::String(values) => (1, usize::from(!values.is_empty())),
        ValueTest::Number => (1, 0),
        ValueTest::Integer => (1, 1),
        ValueTest::Boolean | ValueTest::Array => (1, 0),
        ValueTest::Object(members) => {
            let fixed = members.iter().filter(|member| member.required && !member.values.is_empty());
            (1 + fixed.count(), members.iter().filter(|member| member.required).count())
        }
    }
}

/// What values of a type are like. A union that was `seen` before adds nothing.
fn tests(api: &Api, type_: &Type, seen: &mut Seen) -> Vec<ValueTest> {
    match resolve(api, type_) {
        Type::Any => vec![ValueTest::Any],
        Type::Boolean => vec![ValueTest::Boolean],
        Type::Integer(_) => vec![ValueTest::Integer],
        Type::Number => vec![ValueTest::Number],
        Type::String | Type::DateTime | Type::Date | Type::Uuid | Type::Base64 | Type::File => {
            vec![ValueTest::String(Vec::new())]
        }
        Type::Array(_) | Type::Tuple(_) => vec![ValueTest::Array],
        Type::Map(_) => vec![ValueTest::Object(Vec::new())],
        Type::Nullable(inner) => tests(api, inner, seen),
        Type::Custom(custom) => tests(api, &custom.stands_for, seen),
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Struct(object) => vec![ValueTest::Object(member_tests(api, object))],
            TypeKind::StringEnum(strings) => {
                vec![ValueTest::String(strings.values.iter().map(|value| value.value.clone()).collect())]
            }
            TypeKind::IntegerEnum(_) => vec![ValueTest::Integer],
            TypeKind::Union(union) if is_new(&Type::Named(*id), seen) => union_tests(api, union, seen),
            TypeKind::Union(_) => Vec::new(),
            TypeKind::Alias(_) => vec![ValueTest::Any],
        },
    }
}

fn member_tests(api: &Api, object: &Struct) -> Vec<MemberTest> {
    let literals = object.literals.iter().map(|literal| MemberTest {
        wire_name: literal.wire_name.clone(),
        required: true,
        values: vec![literal.value.clone()],
    });
    let fields = object.fields.iter().filter_map(|field| {
        // The absence of a member that the document does not describe is forgiven.
        let is_described = !(field.nullable && field.type_ == Type::Any);
        let required = field.required && is_described && !field.read_only && !field.write_only;
        let only = only_value(api, &field.type_);
        (required || only.is_some()).then(|| MemberTest {
            wire_name: field.wire_name.clone(),
            required: required && !(field.nullable && only.is_some()),
            values: only.into_iter().collect(),
        })
    });
    literals.chain(fields).collect()
}

/// The value of a member that may be absent or null and else always has the same.
fn only_value(api: &Api, type_: &Type) -> Option<Value> {
    let Type::Named(id) = resolve(api, type_) else { return None };
    match &api.definition(*id).kind {
        TypeKind::StringEnum(strings) => match strings.values.as_slice() {
            [only] => Some(Value::String(only.value.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// What the values of a union are like. Variants that fix the same member are told from all others by its values;
/// the others speak for themselves.
fn union_tests(api: &Api, union: &Union, seen: &mut Seen) -> Vec<ValueTest> {
    let mut names = union.variants.iter().flat_map(|variant| literal_names(api, &variant.type_, 0));
    let Some(name) = names.next() else {
        return union.variants.iter().flat_map(|variant| tests(api, &variant.type_, seen)).collect();
    };
    let (mut values, mut found) = (Vec::new(), Vec::new());
    for variant in &union.variants {
        match values_of(api, &variant.type_, &name, &mut Seen::new()) {
            Some(stated) => values.extend(stated.into_iter().map(Value::String)),
            None => found.extend(tests(api, &variant.type_, seen)),
        }
    }
    let mut listed = HashSet::new();
    values.retain(|value| listed.insert(value.to_string()));
    found.insert(0, ValueTest::Object(vec![MemberTest { wire_name: name, required: true, values }]));
    found
}

/// Two variants that one value can pass the tests of, neither more exactly than the other.
fn ambiguity(rows: &[UnionRow]) -> Option<(usize, usize)> {
    let is_object = |row: &&UnionRow| matches!(row.test, ValueTest::Object(_));
    let objects: Vec<&UnionRow> = rows.iter().filter(is_object).collect();
    objects.windows(2).find_map(|pair| match pair {
        [one, other] if one.test == other.test && one.variant != other.variant => {
            Some((one.variant.min(other.variant), one.variant.max(other.variant)))
        }
        _ => None,
    })
}
