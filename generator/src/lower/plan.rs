//! How a value finds its variant, worked out when all types are known.

use std::collections::HashSet;

use serde_json::Value;

use super::listed::tell_apart_by_values;
use super::prefix::tell_apart;
use super::tag::Uses;
use super::{Lowering, PendingUnion};
use crate::diagnostics::Code;
use crate::ir::{
    Api, MemberTest, NameHint, Struct, Tag, Tagged, Type, TypeId, TypeKind, Union, UnionPlan, UnionRow, ValueTest,
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
        let pending = std::mem::take(&mut self.unions);
        let mut uses = Uses::new(&mut self.api);
        for pending in &pending {
            uses.pass_over(&self.api, pending);
        }
        for pending in pending {
            let TypeKind::Union(union) = &self.api.definition(pending.id).kind else { continue };
            if pending.default.is_some() && default_variant(&self.api, union, &pending).is_none() {
                let origin = self.api.definition(pending.id).origin.join("discriminator").join("defaultMapping");
                let message = "this schema is no member of the union; it is left out";
                self.report(Code::InvalidDiscriminator, &origin, message);
            }
            let TypeKind::Union(union) = &self.api.definition(pending.id).kind else { continue };
            let plan = match tagged(&self.api, union, &pending) {
                Some(tagged) => UnionPlan::Tagged(self.keep_tags(&pending, tagged, &uses)),
                None => UnionPlan::Shaped(self.shaped(&pending)),
            };
            if let TypeKind::Union(union) = &mut self.api.types[pending.id.0].kind {
                name_by_tag(union, &plan);
                union.plan = plan;
            }
        }
    }

    /// The plan by shape, most exact first; says when that cannot tell two variants apart.
    fn shaped(&mut self, pending: &PendingUnion) -> Vec<UnionRow> {
        let TypeKind::Union(union) = &self.api.definition(pending.id).kind else { return Vec::new() };
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
        rows
    }
}

/// The variant of values without a tag, or with one that leads nowhere, as the document says.
fn default_variant(api: &Api, union: &Union, pending: &PendingUnion) -> Option<usize> {
    let default = pending.default.as_ref()?;
    let is_listed = |at: usize| pending.listed.get(at).copied().flatten().map(Type::Named).as_ref() == Some(default);
    (0..union.variants.len()).find(|&at| is_listed(at) || same(api, &union.variants[at].type_, default))
}

/// The only variant that nothing is mapped to and whose tag may be any text: it is what all other tags are for.
fn open_variant(api: &Api, union: &Union, property: &str, pending: &PendingUnion) -> Option<usize> {
    let is_mapped =
        |variant: usize| pending.mapping.iter().any(|(_, type_)| leads_to(api, union, pending, variant, type_));
    let is_open = |variant: &usize| {
        let object = union.variants.get(*variant).and_then(|variant| as_struct(api, &variant.type_));
        let mut fields = object.into_iter().flat_map(|(_, object)| &object.fields);
        fields.any(|field| field.wire_name == property && *resolve(api, &field.type_) == Type::String)
    };
    let mut open = (0..union.variants.len()).filter(|variant| !is_mapped(*variant)).filter(is_open);
    open.next().filter(|_| !pending.mapping.is_empty() && !pending.is_family && open.next().is_none())
}

/// Whether a mapping to a type means a variant.
fn leads_to(api: &Api, union: &Union, pending: &PendingUnion, variant: usize, type_: &Type) -> bool {
    let listed = pending.listed.get(variant).copied().flatten().map(Type::Named);
    let member = union.variants.get(variant);
    member.is_some_and(|member| same(api, type_, &member.type_)) || listed.as_ref() == Some(type_)
}

/// A variant that one value alone leads to is best known by that value.
fn name_by_tag(union: &mut Union, plan: &UnionPlan) {
    let UnionPlan::Tagged(Tagged { tags, .. }) = plan else { return };
    for (index, variant) in union.variants.iter_mut().enumerate() {
        let mut own = tags.iter().filter(|tag| tag.variant == index);
        if let (Some(tag), None) = (own.next(), own.next()) {
            variant.names.insert(0, tag.value.clone());
        }
    }
}

/// The plan by the value of one member, if that tells all variants apart.
fn tagged(api: &Api, union: &Union, pending: &PendingUnion) -> Option<Tagged> {
    if let Some(property) = &pending.property {
        return tagged_by(api, union, property, pending);
    }
    let candidates = literal_names(api, &union.variants.first()?.type_, 0);
    candidates.iter().find_map(|property| tagged_by(api, union, property, pending))
}

fn tagged_by(api: &Api, union: &Union, property: &str, pending: &PendingUnion) -> Option<Tagged> {
    let default = default_variant(api, union, pending).or_else(|| open_variant(api, union, property, pending));
    let mut tags: Vec<Tag> = Vec::new();
    for variant in 0..union.variants.len() {
        if pending.default.is_none() && default == Some(variant) {
            continue;
        }
        let values = values_for(api, union, property, pending, variant);
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
    Some(Tagged { property: property.to_owned(), tags, written: Vec::new(), default })
}

/// The values of a tag that lead to a variant: those that are mapped to it, and those that it says itself, or else the
/// name of its component.
fn values_for(api: &Api, union: &Union, property: &str, pending: &PendingUnion, variant: usize) -> Vec<String> {
    let Some(member) = union.variants.get(variant) else { return Vec::new() };
    let mapped = pending.mapping.iter().filter(|(_, type_)| leads_to(api, union, pending, variant, type_));
    let mut values: Vec<String> = mapped.map(|(value, _)| value.clone()).collect();
    let stated = values_of(api, &member.type_, property, &mut Seen::new());
    let stated = stated.or_else(|| optional_value(api, &member.type_, property, pending).map(|value| vec![value]));
    // The children of one parent share its list of values; only a value that a child alone has is its tag.
    let is_own = |stated: &[String]| !pending.is_family || (values.is_empty() && stated.len() == 1);
    match stated {
        Some(stated) if is_own(&stated) => values.extend(stated),
        stated if values.is_empty() && pending.property.is_some() => {
            let listed = pending.listed.get(variant).copied().flatten().map(Type::Named);
            let implied = implied(api, &listed.unwrap_or_else(|| member.type_.clone()), &member.type_, property);
            values.extend(implied.filter(|name| stated.is_none_or(|stated| stated.contains(name))));
        }
        _ => {}
    }
    values.dedup();
    values
}

/// The value of the member that a discriminator names, where that may be absent and else always has the same.
fn optional_value(api: &Api, type_: &Type, property: &str, pending: &PendingUnion) -> Option<String> {
    let (_, object) = as_struct(api, type_).filter(|_| pending.property.is_some())?;
    let field = object.fields.iter().find(|field| field.wire_name == property)?;
    only_value(api, &field.type_)?.as_str().map(str::to_owned)
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
    if let UnionPlan::Tagged(tagged) = &union.plan
        && tagged.property == property
    {
        return Some(tagged.tags.iter().map(|tag| tag.value.clone()).collect());
    }
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
    tell_apart_by_values(api, union, &mut rows);
    tell_apart(api, union, &mut rows);
    leave_to_constants(&mut rows);
    rows.sort_by_key(|row| std::cmp::Reverse(exactness(&row.test)));
    rows
}

/// For each row the other variants that ask for the same.
pub(super) fn rivals(rows: &[UnionRow]) -> Vec<Vec<usize>> {
    let is_rival = |one: &UnionRow, other: &&UnionRow| other.variant != one.variant && other.test == one.test;
    let of = |one: &UnionRow| rows.iter().filter(|other| is_rival(one, other)).map(|other| other.variant).collect();
    rows.iter().map(of).collect()
}

/// Takes the members that merely have to be there out of the tests of objects that constants alone tell from all other
/// objects. When such a member is missing, reading says so, as it does where one tag tells the variants apart.
fn leave_to_constants(rows: &mut [UnionRow]) {
    let constants = |test: &ValueTest| match test {
        ValueTest::Object(members) => Some(members.iter().filter(|member| is_constant(member)).cloned().collect()),
        _ => None,
    };
    let objects: Vec<(usize, Vec<MemberTest>)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, constants(&row.test)?))).collect();
    for (at, own) in &objects {
        let is_other = |(other, constants): &(usize, Vec<MemberTest>)| other == at || exclude(own, constants);
        if let ValueTest::Object(members) = &mut rows[*at].test
            && !own.is_empty()
            && objects.iter().all(is_other)
        {
            members.retain(|member| !member.values.is_empty());
        }
    }
}

/// Whether a member has to be there with one of a few values that a table can hold.
fn is_constant(member: &MemberTest) -> bool {
    let is_scalar = |value: &Value| value.is_string() || value.is_number() || value.is_boolean();
    member.required && !member.values.is_empty() && member.values.iter().all(is_scalar)
}

/// Whether no object can have both constants.
fn exclude(one: &[MemberTest], other: &[MemberTest]) -> bool {
    one.iter().any(|one| {
        let mut same = other.iter().filter(|other| other.wire_name == one.wire_name);
        same.any(|other| other.values.iter().all(|value| !one.values.contains(value)))
    })
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
            let begun = members.iter().filter(|member| member.prefix.is_some());
            (1 + fixed.count(), members.iter().filter(|member| member.required).count() + begun.count())
        }
    }
}

/// What values of a type are like. A union that was `seen` before adds nothing.
fn tests(api: &Api, type_: &Type, seen: &mut Seen) -> Vec<ValueTest> {
    match resolve(api, type_) {
        Type::Any | Type::Form => vec![ValueTest::Any],
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
        prefix: None,
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
            prefix: None,
        })
    });
    literals.chain(fields).collect()
}

/// The value of a member that may be absent or null and else always has the same.
pub(super) fn only_value(api: &Api, type_: &Type) -> Option<Value> {
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
    found.insert(0, ValueTest::Object(vec![MemberTest { wire_name: name, required: true, values, prefix: None }]));
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
