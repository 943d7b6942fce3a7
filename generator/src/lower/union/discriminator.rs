//! The tag values that select each variant of a union.
//!
//! ```yaml
//! Shape:
//!   oneOf: [{$ref: Circle}, {$ref: Square}]             # Circle <- "circle", as mapped
//!   discriminator:                                      # Square <- "Square", its name: nothing is mapped to it
//!     propertyName: kind                                # Oval   <- "oval": a mapping makes it a variant, too
//!     mapping: {circle: Circle, oval: Oval}
//! ```
//!
//! A mapped value selects the schema that it is mapped to. Values that a variant lists itself select that variant, unless
//! another variant lists the same: an enum that all variants share decides nothing. A variant without any value left is
//! selected by the name of its component.

use serde_json::{Number, Value};

use super::dispatch::{DEEPEST, Seen, as_struct, as_union, is_new, only_value, resolve};
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::ir::{
    Api, Documentation, Literal, NameHint, Scalar, Struct, Tag, TagDispatch, Type, TypeId, TypeKind, Union,
    UnionDispatch, Variant,
};
use crate::lower::draft::PendingUnion;
use crate::lower::passes::Passes;

impl Passes<'_, '_> {
    /// Adds the schemas that occur only in the discriminator's mapping as variants.
    pub(super) fn add_mapped_members(&mut self, pending: &mut PendingUnion) {
        let TypeKind::Union(union) = &self.draft.api.definition(pending.id).kind else { return };
        let mut mapped = MappedVariants::of(&self.draft.api, union, pending);
        for (value, type_) in &pending.mapping {
            let is_object = as_struct(&self.draft.api, type_).is_some() || as_union(&self.draft.api, type_).is_some();
            let is_itself = *resolve(&self.draft.api, type_) == Type::Named(pending.id);
            let &Type::Named(id) = type_ else { continue };
            if !is_object || is_itself || !mapped.to(&self.draft.api, type_).is_empty() {
                continue;
            }
            mapped.add(type_, pending.listed.len());
            let origin = self.draft.api.definition(pending.id).origin.join("discriminator").join("mapping").join(value);
            let message = "this schema is mapped by the discriminator but is not a variant of the union; it is added";
            self.report(Code::UnlistedVariant, &origin, message);
            pending.listed.push(Some(id));
            let documentation = Documentation::default();
            let variant = Variant { origin, type_: Type::Named(id), names: Vec::new(), documentation };
            if let TypeKind::Union(union) = &mut self.draft.api.types[pending.id.0].kind {
                union.variants.push(variant);
            }
        }
    }

    /// Reports a discriminator that cannot distinguish the variants of its union.
    pub(super) fn report_unused_discriminator(&mut self, pending: &PendingUnion) {
        let Some(property) = &pending.property else { return };
        let message = format!(
            "discriminator `{property}` does not distinguish all variants of this union, so they are decoded by shape"
        );
        let help = "map a distinct value to each variant";
        let origin = self.draft.api.definition(pending.id).origin.join("discriminator");
        self.diagnostics.report_with_help(Code::UnusedDiscriminator, &origin, message, help);
    }
}

/// Returns the variant that the document defines for values with an absent or unknown tag.
pub(super) fn default_variant(api: &Api, union: &Union, pending: &PendingUnion) -> Option<usize> {
    let default = pending.default.as_ref()?;
    let is_listed = |at: usize| pending.listed.get(at).copied().flatten().map(Type::Named).as_ref() == Some(default);
    (0..union.variants.len()).find(|&at| is_listed(at) || same(api, &union.variants[at].type_, default))
}

/// Returns the only variant that has no mapped value and whose tag may be any string: all other tags select it.
fn open_variant(api: &Api, union: &Union, property: &str, pending: &PendingUnion, all: &[TagValues]) -> Option<usize> {
    let is_open = |variant: &usize| {
        let field = union.variants.get(*variant).and_then(|variant| field(api, &variant.type_, property));
        field.is_some_and(|field| *resolve(api, field) == Type::Scalar(Scalar::String))
    };
    let unmapped = all.iter().enumerate().filter(|(_, values)| values.mapped.is_empty());
    let mut open = unmapped.map(|(variant, _)| variant).filter(is_open);
    open.next().filter(|_| !pending.mapping.is_empty() && !pending.is_family && open.next().is_none())
}

/// Returns the type of a struct's field.
fn field<'a>(api: &'a Api, type_: &'a Type, property: &str) -> Option<&'a Type> {
    let (_, object) = as_struct(api, type_)?;
    object.fields.iter().find(|field| field.wire_name == property).map(|field| &field.type_)
}

/// The variants that a mapping to a type selects: variants of that type, and unions that contain it.
struct MappedVariants(HashMap<Type, Vec<usize>>);

impl MappedVariants {
    fn of(api: &Api, union: &Union, pending: &PendingUnion) -> Self {
        let mut mapped = Self(HashMap::default());
        for (at, variant) in union.variants.iter().enumerate() {
            let listed = pending.listed.get(at).copied().flatten().map(Type::Named);
            let inner = as_union(api, &variant.type_).into_iter().flat_map(|union| &union.variants);
            for type_ in listed.iter().chain([&variant.type_]).chain(inner.map(|inner| &inner.type_)) {
                mapped.add(type_, at);
                mapped.add(resolve(api, type_), at);
            }
        }
        mapped
    }

    fn add(&mut self, type_: &Type, variant: usize) {
        let variants = self.0.entry(type_.clone()).or_default();
        if variants.last() != Some(&variant) {
            variants.push(variant);
        }
    }

    /// Returns the variants that a mapping to this type selects.
    fn to(&self, api: &Api, type_: &Type) -> &[usize] {
        let found = self.0.get(type_).or_else(|| self.0.get(resolve(api, type_)));
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

/// Returns `true` if two types are the same after aliases are resolved.
fn same(api: &Api, one: &Type, other: &Type) -> bool {
    resolve(api, one) == resolve(api, other)
}

/// Names a variant after its tag, if it has only one and the tag is a string.
pub(super) fn name_by_tag(union: &mut Union, dispatch: &UnionDispatch) {
    let UnionDispatch::ByTag(TagDispatch { tags, .. }) = dispatch else { return };
    let mut own: HashMap<usize, Option<&Value>> = HashMap::default();
    for tag in tags {
        own.entry(tag.variant).and_modify(|only| *only = None).or_insert(Some(&tag.value));
    }
    for (index, variant) in union.variants.iter_mut().enumerate() {
        if let Some(Some(Value::String(only))) = own.get(&index) {
            variant.names.insert(0, only.clone());
        }
    }
}

/// The maximum number of properties that are tried as the tag of a union without a discriminator.
const MOST_CANDIDATES: usize = 16;

/// Returns the dispatch by a tag, or `None` if no property distinguishes all variants.
pub(crate) fn tag_dispatch(api: &Api, union: &Union, pending: &PendingUnion) -> Option<TagDispatch> {
    if let Some(property) = &pending.property {
        return tag_dispatch_by(api, union, property, pending);
    }
    // Any variant may be the one whose tag has a single value. The limit keeps the search linear.
    let mut candidates: Vec<String> = Vec::new();
    for variant in &union.variants {
        for name in literal_names(api, &variant.type_, 0) {
            if candidates.len() < MOST_CANDIDATES && !candidates.contains(&name) {
                candidates.push(name);
            }
        }
    }
    candidates.iter().find_map(|property| tag_dispatch_by(api, union, property, pending))
}

fn tag_dispatch_by(api: &Api, union: &Union, property: &str, pending: &PendingUnion) -> Option<TagDispatch> {
    let all = TagValues::of_all(api, union, property, pending);
    let default = default_variant(api, union, pending).or_else(|| open_variant(api, union, property, pending, &all));
    let claims = Claims::of(&all);
    let (mut tags, mut known): (Vec<Tag>, HashMap<Value, usize>) = (Vec::new(), HashMap::default());
    let mut parent = None;
    for (variant, values) in all.into_iter().enumerate() {
        if pending.default.is_none() && default == Some(variant) {
            continue;
        }
        let stated = values.stated.clone();
        let values = values.resolve(&claims, pending)?;
        if values.is_empty() && default != Some(variant) {
            if !pending.is_parent(variant) {
                return None;
            }
            parent = Some((variant, stated.unwrap_or_default()));
        }
        for value in values {
            match known.get(&value) {
                Some(other) if *other != variant => return None,
                Some(_) => {}
                None => {
                    known.insert(value.clone(), variant);
                    tags.push(Tag { value, variant });
                }
            }
        }
    }
    // A value that no subtype has may still be that of the parent itself.
    if let Some((variant, stated)) = parent {
        let left = stated.into_iter().filter(|value| !known.contains_key(value));
        tags.extend(left.map(|value| Tag { value, variant }));
    }
    Some(TagDispatch { property: property.to_owned(), tags, written: Vec::new(), default })
}

impl PendingUnion {
    /// Returns `true` if a variant has the properties of the parent whose subtypes are the other variants.
    fn is_parent(&self, variant: usize) -> bool {
        self.is_family && self.listed.get(variant) == Some(&Some(self.id))
    }
}

/// The values of a tag that may select one variant.
#[derive(Debug)]
struct TagValues {
    /// Values that are mapped to it.
    mapped: Vec<Value>,
    /// Values that it lists itself, if any.
    stated: Option<Vec<Value>>,
    /// The name of its component.
    name: Option<String>,
}

impl TagValues {
    fn of_all(api: &Api, union: &Union, property: &str, pending: &PendingUnion) -> Vec<Self> {
        let variants = union.variants.iter().enumerate();
        let mut all: Vec<Self> = variants.map(|(at, variant)| Self::of(api, variant, property, pending, at)).collect();
        let mapped = MappedVariants::of(api, union, pending);
        for (value, type_) in &pending.mapping {
            for &at in mapped.to(api, type_) {
                if let (Some(values), Some(variant)) = (all.get_mut(at), union.variants.get(at)) {
                    values.mapped.push(tag_value(api, &variant.type_, property, value));
                }
            }
        }
        all
    }

    fn of(api: &Api, variant: &Variant, property: &str, pending: &PendingUnion, at: usize) -> Self {
        let stated = values_of(api, &variant.type_, property, &mut Seen::default());
        let stated = stated.or_else(|| optional_value(api, &variant.type_, property, pending).map(|value| vec![value]));
        let listed = pending.listed.get(at).copied().flatten().map(Type::Named);
        let name = implied(api, &listed.unwrap_or_else(|| variant.type_.clone()), &variant.type_, property);
        Self { mapped: Vec::new(), stated, name: name.filter(|_| pending.property.is_some()) }
    }

    /// Returns the values that select only this variant, or `None` if they cannot be determined.
    fn resolve(self, claims: &Claims, pending: &PendingUnion) -> Option<Vec<Value>> {
        let (mut values, stated) = (self.mapped, self.stated);
        // The subtypes of one parent share its enum; only a value that a subtype alone has is its tag.
        let is_own = |stated: &[Value]| !pending.is_family || (values.is_empty() && stated.len() == 1);
        let own: Vec<Value> = match &stated {
            Some(stated) if is_own(stated) => stated.iter().filter(|value| claims.is_alone(value)).cloned().collect(),
            _ => Vec::new(),
        };
        let is_shared = stated.as_ref().is_some_and(|stated| stated.iter().any(|value| claims.is_shared(value)));
        if values.is_empty() && (own.is_empty() || is_shared) && pending.property.is_some() {
            let name = self.name.and_then(|name| spelled(&name, stated.as_deref()));
            if let Some(name) = name.filter(|name| !claims.is_mapped(name)) {
                return Some(vec![name]);
            }
        }
        if is_shared && values.is_empty() && pending.mapping.is_empty() && !pending.is_family {
            return None;
        }
        values.extend(own);
        Some(values)
    }
}

/// The number of variants that list each value, and the mapped values.
#[derive(Debug)]
struct Claims(HashMap<Value, (usize, bool)>);

impl Claims {
    fn of(all: &[TagValues]) -> Self {
        let mut claims: HashMap<Value, (usize, bool)> = HashMap::default();
        for values in all {
            // Variants of a nested union may share a value, which is still that of one variant.
            let own: HashSet<&Value> = values.stated.iter().flatten().collect();
            own.into_iter().for_each(|value| claims.entry(value.clone()).or_default().0 += 1);
            values.mapped.iter().for_each(|value| claims.entry(value.clone()).or_default().1 = true);
        }
        Self(claims)
    }

    fn is_mapped(&self, value: &Value) -> bool {
        self.0.get(value).is_some_and(|(_, is_mapped)| *is_mapped)
    }

    /// Returns `true` if one variant lists the value and nothing maps it.
    fn is_alone(&self, value: &Value) -> bool {
        self.0.get(value).is_some_and(|claim| *claim == (1, false))
    }

    /// Returns `true` if several variants list the value and nothing maps it.
    fn is_shared(&self, value: &Value) -> bool {
        self.0.get(value).is_some_and(|(count, is_mapped)| *count > 1 && !is_mapped)
    }
}

/// Returns the listed value that equals the name of a component, ignoring case.
fn spelled(name: &str, stated: Option<&[Value]>) -> Option<Value> {
    let Some(stated) = stated else { return Some(Value::from(name)) };
    let is_name = |value: &&Value| value.as_str().is_some_and(|value| value == name);
    let is_alike = |value: &&Value| value.as_str().is_some_and(|value| value.eq_ignore_ascii_case(name));
    stated.iter().find(is_name).or_else(|| stated.iter().find(is_alike)).cloned()
}

/// Returns a mapped value with the type of the property, because mappings spell integers and booleans as strings.
fn tag_value(api: &Api, type_: &Type, property: &str, text: &str) -> Value {
    let literal = as_struct(api, type_).and_then(|(_, object)| literal(object, property)).map(|literal| &literal.value);
    let type_ = field(api, type_, property).map(|type_| resolve(api, type_));
    let is_integer = match type_ {
        Some(Type::Named(id)) => matches!(api.definition(*id).kind, TypeKind::IntegerEnum(_)),
        other => matches!(other, Some(Type::Scalar(Scalar::Integer(_)))),
    };
    let is_boolean = matches!(type_, Some(Type::Scalar(Scalar::Boolean)));
    match literal {
        Some(Value::Number(_)) => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
        Some(Value::Bool(_)) => text.parse::<bool>().map_or_else(|_| Value::from(text), Value::from),
        None if is_integer => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
        None if is_boolean => text.parse::<bool>().map_or_else(|_| Value::from(text), Value::from),
        _ => Value::from(text),
    }
}

/// Returns the only value that an optional discriminator property has when it is present.
fn optional_value(api: &Api, type_: &Type, property: &str, pending: &PendingUnion) -> Option<Value> {
    only_value(api, field(api, type_, property).filter(|_| pending.property.is_some())?)
}

fn literal<'a>(object: &'a Struct, property: &str) -> Option<&'a Literal> {
    object.literals.iter().find(|literal| literal.wire_name == property)
}

/// Returns the tag value of each variant for a discriminator without a mapping whose property is optional. The values are the names of the components.
pub(super) fn optional_tags(api: &Api, union: &Union, pending: &PendingUnion) -> Option<Vec<Value>> {
    let property = pending.property.as_ref().filter(|_| pending.mapping.is_empty())?;
    let tag = |(at, variant): (usize, &Variant)| {
        let (_, object) = as_struct(api, &variant.type_)?;
        let component = pending.listed.get(at).copied().flatten()?;
        let field = field(api, &variant.type_, property).map(|type_| resolve(api, type_));
        let listed = match (literal(object, property), field) {
            (Some(literal), _) => Some(vec![literal.value.clone()]),
            (None, Some(Type::Named(id))) => Some(listed_values(api, *id)?),
            (None, None | Some(Type::Scalar(Scalar::String))) => None,
            (None, Some(_)) => return None,
        };
        spelled(&component_name(api, component)?, listed.as_deref())
    };
    union.variants.iter().enumerate().map(tag).collect()
}

/// Returns `true` if a tag can have a value.
fn is_tag(value: &Value) -> bool {
    value.is_string() || value.is_i64() || value.is_boolean()
}

/// Returns the wire names of the properties that always have one value.
pub(super) fn literal_names(api: &Api, type_: &Type, depth: usize) -> Vec<String> {
    if let Some((_, object)) = as_struct(api, type_) {
        let literals = object.literals.iter().filter(|literal| is_tag(&literal.value));
        return literals.map(|literal| literal.wire_name.clone()).collect();
    }
    match as_union(api, type_) {
        Some(union) if depth < DEEPEST => {
            union.variants.first().map(|first| literal_names(api, &first.type_, depth + 1)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Returns the values that a property always has, to the extent that its type determines them. A `seen` union adds
/// nothing.
pub(super) fn values_of(api: &Api, type_: &Type, property: &str, seen: &mut Seen) -> Option<Vec<Value>> {
    if let Some((_, object)) = as_struct(api, type_) {
        if let Some(literal) = literal(object, property) {
            return is_tag(&literal.value).then(|| vec![literal.value.clone()]);
        }
        let field = object.fields.iter().find(|field| field.wire_name == property && field.required)?;
        let Type::Named(id) = resolve(api, &field.type_) else { return None };
        return listed_values(api, *id);
    }
    let union = as_union(api, type_)?;
    if let UnionDispatch::ByTag(tagged) = &union.dispatch
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

/// Returns the values that an enum lists.
pub(super) fn listed_values(api: &Api, id: TypeId) -> Option<Vec<Value>> {
    match &api.definition(id).kind {
        TypeKind::StringEnum(strings) => {
            Some(strings.values.iter().map(|value| Value::from(value.value.as_str())).collect())
        }
        TypeKind::IntegerEnum(numbers) => {
            numbers.values.iter().map(|value| Number::from_i128(value.value).map(Value::Number)).collect()
        }
        _ => None,
    }
}

/// Returns the tag of a component that no mapping names: its name (OpenAPI 3.1 section 4.8.25).
fn implied(api: &Api, listed: &Type, type_: &Type, property: &str) -> Option<String> {
    let (_, object) = as_struct(api, type_)?;
    let is_optional = object.fields.iter().any(|field| field.wire_name == property && !field.required);
    match (listed, is_optional) {
        (Type::Named(id), false) => component_name(api, *id),
        _ => None,
    }
}

/// Returns the name of a type in the document.
fn component_name(api: &Api, id: TypeId) -> Option<String> {
    match &api.definition(id).name {
        NameHint::Component(name) => Some(name.clone()),
        NameHint::Inline(_) => None,
    }
}
