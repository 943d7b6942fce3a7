//! Arrays, and tuples: arrays of a fixed length with a type for each element.
//!
//! ```yaml
//! {type: array, items: {type: string}}                                        # Vec<String>
//! {prefixItems: [{type: string}, {type: integer}], items: false}              # (String, i64)
//! {prefixItems: [{type: string}], items: {type: integer}}                     # Vec of a union of both
//! ```

use super::lowering::SchemaLowering;
use crate::diagnostics::Code;
use crate::ir::{Role, Scalar, Type, TypeKind, Variant};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::model::Schema;

/// The longest tuple for which the standard library implements its traits.
const LONGEST_TUPLE: usize = 12;

/// The maximum nesting of arrays and maps. Deeper ones become named types, because the compiler limits the nesting.
const MOST_NESTED: usize = 6;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of an array.
    pub(crate) fn array(&mut self, schema: &'m Schema<'d>, target: &Target) -> Type {
        if schema.prefix_items.is_empty() {
            let element = match &schema.items {
                Some(items) => self.schema(items, &target.within(Role::Element)).into_type(),
                None => Type::Scalar(Scalar::Any),
            };
            return self.named_if_nested(schema, target, Type::Array(Box::new(element)));
        }
        let count = schema.prefix_items.len();
        if is_of_length(schema, count) && (2..=LONGEST_TUPLE).contains(&count) {
            let places = schema.prefix_items.iter().enumerate();
            let elements = places.map(|(index, place)| {
                let role = Role::Member(format!("item {}", index + 1));
                self.schema(place, &target.within(role)).into_type()
            });
            return Type::Tuple(elements.collect());
        }
        Type::Array(Box::new(self.element(schema, &target.within(Role::Element))))
    }

    /// Gives an array or map a name if many others are nested in it.
    pub(super) fn named_if_nested(&mut self, schema: &'m Schema<'d>, target: &Target, type_: Type) -> Type {
        if nested(&type_) < MOST_NESTED {
            return type_;
        }
        let id = self.draft.place(schema, target);
        self.draft.set_kind(id, TypeKind::Alias(type_));
        Type::Named(id)
    }

    /// Returns the element type of an array of any length with schemas for its first elements.
    fn element(&mut self, schema: &'m Schema<'d>, target: &Target) -> Type {
        let rest = schema.items.as_deref();
        let all: Vec<&'m Schema<'d>> = schema.prefix_items.iter().chain(rest).collect();
        let is_empty = |schema: &&Schema<'d>| self.parts(schema).is_empty();
        if all.iter().any(is_empty) {
            let message = "one element of this array accepts any value; all elements are read as any JSON value";
            self.report(Code::UnsupportedKeyword, &schema.origin.join("prefixItems"), message);
            self.count_fallback(&all);
            return Type::Scalar(Scalar::Any);
        }
        if let [first, others @ ..] = all.as_slice()
            && others.iter().all(|other| self.is_same(first, other))
        {
            return self.schema(first, target).into_type();
        }
        let id = self.draft.place(schema, target);
        let owner = Target::Component(id);
        let (mut variants, mut nullable): (Vec<Variant>, bool) = (Vec::new(), false);
        for (index, member) in all.into_iter().enumerate() {
            let lowered = self.schema(member, &owner.within(Role::Variant((index + 1).to_string())));
            nullable |= lowered.nullable;
            if !variants.iter().any(|variant| variant.type_ == lowered.type_) {
                variants.push(Variant {
                    origin: member.origin.clone(),
                    type_: lowered.type_,
                    names: member.title.iter().map(|title| title.to_string()).collect(),
                    documentation: documentation::of_schema(member),
                });
            }
        }
        self.draft.set_union_by_shape(id, variants);
        if nullable { Type::Nullable(Box::new(Type::Named(id))) } else { Type::Named(id) }
    }
}

/// Returns the nesting depth of arrays and maps in a type, up to types with a name.
fn nested(type_: &Type) -> usize {
    match type_ {
        Type::Array(inner) | Type::Map(inner) => nested(inner) + 1,
        Type::Nullable(inner) => nested(inner),
        Type::Tuple(elements) => elements.iter().map(nested).max().unwrap_or_default(),
        _ => 0,
    }
}

/// Returns `true` if arrays have exactly this many elements. A shorter array is valid unless `minItems` excludes it. If
/// the length is limited to that of `prefixItems`, all elements are assumed to be required.
fn is_of_length(schema: &Schema<'_>, count: usize) -> bool {
    let count = count.to_string();
    let is_limited = schema.is_tuple || schema.limit("maxItems").as_ref() == Some(&count);
    is_limited && schema.limit("minItems").is_none_or(|least| least == count)
}
