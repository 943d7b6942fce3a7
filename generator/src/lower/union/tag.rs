//! The holder of a union's tag: its variants, if they have the property; otherwise the union writes it.
//!
//! ```text
//! variant's own `kind`                 held as
//! {const: cat}                         a literal of the struct
//! {type: string}, used here only       a literal of the struct, too: no field, always written
//! {type: string}, used elsewhere       a field, because it may have another value there
//! absent or optional                   written by the union; the struct is valid without
//! ```

use std::collections::HashSet;

use serde_json::Value;

use super::dispatch::{as_struct, only_value};
use crate::diagnostics::Code;
use crate::ir::{Api, Literal, Scalar, Tag, TagDispatch, Type, TypeId, TypeKind, each_type};
use crate::lower::draft::PendingUnion;
use crate::lower::passes::Passes;

/// The number of uses of each type, other than as a variant of a union with a discriminator.
pub(super) struct Uses(Vec<usize>);

impl Uses {
    /// Counts all uses.
    pub(super) fn new(api: &mut Api) -> Self {
        let mut uses = vec![0; api.types.len()];
        each_type(api, &mut |type_| count(type_, &mut uses));
        Self(uses)
    }

    /// Excludes the variants of a union from the uses, if a discriminator distinguishes them.
    pub(super) fn pass_over(&mut self, api: &Api, pending: &PendingUnion) {
        let TypeKind::Union(union) = &api.definition(pending.id).kind else { return };
        for variant in union.variants.iter().filter(|_| pending.property.is_some()) {
            if let Type::Named(id) = &variant.type_ {
                self.0[id.0] = self.0[id.0].saturating_sub(1);
            }
        }
    }

    /// Returns `true` if a type is used outside of unions with a discriminator.
    fn elsewhere(&self, id: TypeId) -> bool {
        self.0.get(id.0).is_some_and(|uses| *uses > 0)
    }
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
            let is_only_tag = values.len() == 1 && (pending.is_family || (is_mapped && !uses.elsewhere(id)));
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
