//! The holder of a union's tag: its variants, if they have the property; otherwise the union writes it.
//!
//! ```text
//! variant's own `kind`                 held as
//! {const: cat}                         a literal of the struct
//! {type: string}, used here only       a literal of the struct, too: no field, always written
//! {type: string}, used elsewhere       a field, because it may have another value there
//! {type: string}, with another tag     a field: two unions map different values to the struct
//! in another union
//! absent or optional                   written by the union; the struct is valid without
//! ```

use serde_json::Value;

use super::discriminator::tag_dispatch;
use super::dispatch::{as_struct, only_value};
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Api, Literal, Scalar, Tag, TagDispatch, Type, TypeId, TypeKind, each_type};
use crate::lower::draft::PendingUnion;
use crate::lower::passes::Passes;

/// The uses of types.
pub(super) struct Uses {
    /// The number of uses of each type, other than as a variant of a union with a discriminator.
    elsewhere: Vec<usize>,
    /// The structs to which several unions map different values of the same tag.
    ambiguous: HashSet<TypeId>,
}

impl Uses {
    /// Counts the uses of all types. The variants of a union are not counted if a discriminator distinguishes them.
    pub(super) fn new(api: &mut Api, pending: &[PendingUnion]) -> Self {
        let mut elsewhere = vec![0; api.types.len()];
        each_type(api, &mut |type_| count(type_, &mut elsewhere));
        let mut unions: HashMap<TypeId, usize> = HashMap::default();
        let tagged = || pending.iter().filter(|pending| pending.property.is_some());
        for variant in tagged().flat_map(|pending| variant_ids(api, pending)) {
            elsewhere[variant.0] = elsewhere[variant.0].saturating_sub(1);
            *unions.entry(variant).or_default() += 1;
        }
        let is_shared = |id: &TypeId| unions.get(id).is_some_and(|count| *count > 1);
        let shared = tagged().filter(|pending| variant_ids(api, pending).any(|id| is_shared(&id)));
        Self { elsewhere, ambiguous: ambiguous(api, shared) }
    }

    /// Returns `true` if a type is used outside of unions with a discriminator.
    fn elsewhere(&self, id: TypeId) -> bool {
        self.elsewhere.get(id.0).is_some_and(|uses| *uses > 0)
    }
}

/// Returns the named types of a union's variants.
fn variant_ids(api: &Api, pending: &PendingUnion) -> impl Iterator<Item = TypeId> {
    let variants = match &api.definition(pending.id).kind {
        TypeKind::Union(union) => union.variants.as_slice(),
        _ => &[],
    };
    variants.iter().filter_map(|variant| match variant.type_ {
        Type::Named(id) => Some(id),
        _ => None,
    })
}

/// Returns the structs to which several unions map different values of the same tag.
fn ambiguous<'p>(api: &Api, unions: impl Iterator<Item = &'p PendingUnion>) -> HashSet<TypeId> {
    let mut known: HashMap<(TypeId, String), Value> = HashMap::default();
    let mut ambiguous = HashSet::default();
    for pending in unions {
        let TypeKind::Union(union) = &api.definition(pending.id).kind else { continue };
        let Some(tagged) = tag_dispatch(api, union, pending) else { continue };
        for tag in tagged.tags {
            let Some((id, _)) = union.variants.get(tag.variant).and_then(|variant| as_struct(api, &variant.type_))
            else {
                continue;
            };
            match known.get(&(id, tagged.property.clone())) {
                Some(value) if *value != tag.value => drop(ambiguous.insert(id)),
                Some(_) => {}
                None => drop(known.insert((id, tagged.property.clone()), tag.value)),
            }
        }
    }
    ambiguous
}

fn count(type_: &Type, uses: &mut [usize]) {
    match type_ {
        Type::Named(id) => uses[id.0] += 1,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => count(inner, uses),
        Type::Tuple(elements) => elements.iter().for_each(|element| count(element, uses)),
        _ => {}
    }
}

/// The form in which a variant's struct holds the tag.
enum Held {
    /// As a literal.
    Literal(Value),
    /// In the field at this index, which is required.
    Field(usize),
    /// In the field at this index, which is optional.
    Optional(usize),
    /// The struct does not hold the tag.
    Nowhere,
}

impl Passes<'_, '_> {
    /// Determines for each variant whether the struct or the union writes its tag.
    ///
    /// A field that is only ever the tag of this union becomes a literal of its struct. A field that may have other
    /// values elsewhere stays a field. If the struct lacks the property or may omit it, the union writes it: the struct
    /// is valid by itself and must not gain a property. The default variant keeps whichever tag it has.
    pub(super) fn keep_tags(&mut self, pending: &PendingUnion, mut tagged: TagDispatch, uses: &Uses) -> TagDispatch {
        let TypeKind::Union(union) = &self.draft.api.definition(pending.id).kind else { return tagged };
        let members: Vec<Type> = union.variants.iter().map(|variant| variant.type_.clone()).collect();
        let mut all_values = vec![Vec::new(); members.len()];
        for tag in &tagged.tags {
            all_values
                .get_mut(tag.variant)
                .into_iter()
                .for_each(|values: &mut Vec<Value>| values.push(tag.value.clone()));
        }
        let mapped: HashSet<&str> = pending.mapping.iter().map(|(value, _)| value.as_str()).collect();
        for (variant, (member, values)) in members.iter().zip(all_values).enumerate() {
            if Some(variant) == tagged.default {
                continue;
            }
            let (Some((id, held)), Some(first)) = (self.held(member, &tagged.property), values.first()) else {
                continue;
            };
            let text = Tag { value: first.clone(), variant }.text();
            let is_mapped = mapped.is_empty() || mapped.contains(text.as_str());
            let is_only_tag = values.len() == 1
                && !uses.ambiguous.contains(&id)
                && (pending.is_family || (is_mapped && !uses.elsewhere(id)));
            match held {
                Held::Literal(value) => self.report_lost_tags(pending, variant, &tagged.property, &value, &values),
                Held::Field(at) if is_only_tag && self.may_be_literal(id, at) => {
                    self.make_literal(id, at, &tagged.property, first);
                }
                Held::Field(_) => {}
                Held::Optional(at) => {
                    let value = self.own_value(id, at).unwrap_or_else(|| first.clone());
                    tagged.written.push(Tag { value, variant });
                }
                Held::Nowhere => {
                    self.report_lost_tags(pending, variant, &tagged.property, first, &values);
                    tagged.written.push(Tag { value: first.clone(), variant });
                }
            }
        }
        tagged
    }

    fn held(&self, member: &Type, property: &str) -> Option<(TypeId, Held)> {
        let (id, object) = as_struct(&self.draft.api, member)?;
        if let Some(literal) = object.literals.iter().find(|literal| literal.wire_name == property) {
            return Some((id, Held::Literal(literal.value.clone())));
        }
        let held = match object.fields.iter().position(|field| field.wire_name == property) {
            Some(at) if object.fields[at].required => Held::Field(at),
            Some(at) => Held::Optional(at),
            None => Held::Nowhere,
        };
        Some((id, held))
    }

    /// Returns `true` if nothing is lost when a field becomes a literal: null would be.
    fn may_be_literal(&self, id: TypeId, at: usize) -> bool {
        let TypeKind::Struct(object) = &self.draft.api.definition(id).kind else { return false };
        object.fields.get(at).is_some_and(|field| !field.nullable || field.type_ == Type::Scalar(Scalar::Any))
    }

    fn make_literal(&mut self, id: TypeId, at: usize, property: &str, value: &Value) {
        let TypeKind::Struct(object) = &mut self.draft.api.types[id.0].kind else { return };
        object.fields.remove(at);
        object.literals.insert(0, Literal { wire_name: property.to_owned(), value: value.clone() });
    }

    fn own_value(&self, id: TypeId, at: usize) -> Option<Value> {
        let TypeKind::Struct(object) = &self.draft.api.definition(id).kind else { return None };
        only_value(&self.draft.api, &object.fields.get(at)?.type_)
    }

    /// Reports mapped tag values that the variant cannot round-trip.
    fn report_lost_tags(
        &mut self,
        pending: &PendingUnion,
        variant: usize,
        property: &str,
        written: &Value,
        values: &[Value],
    ) {
        let Some(lost) = values.iter().find(|value| *written != **value) else { return };
        let origin = self.draft.api.definition(pending.id).origin.clone();
        let message =
            format!("variant {} always sends {written} as `{property}`, even if {lost} was received", variant + 1,);
        self.report(Code::ConflictingTag, &origin, message);
    }
}
