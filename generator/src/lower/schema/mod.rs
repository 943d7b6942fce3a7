//! Schemas: which parts they have, and what each part says alone.

pub(super) mod all_of;
mod array;
mod components;
pub(super) mod conditional;
pub(super) mod enumeration;
mod fallback;
pub(super) mod lowering;
pub(super) mod object;
mod scalar;
pub(super) mod shape;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::union::common_format;
use crate::diagnostics::Code;
use crate::ir::{Integer, Role, Type, Variant};
use crate::lower::draft::Target;
use crate::model::{AdditionalProperties, Integers, Schema, Types};
use crate::source::Pointer;
use conditional::has_conditional_members;
use enumeration::enumeration_values;
use lowering::Lowered;
use lowering::SchemaLowering;

/// Something that a value must agree with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'m, 'd> {
    /// What another schema says.
    Reference(&'m Schema<'d>),
    /// What this schema says apart from `$ref` and `allOf`.
    Own(&'m Schema<'d>),
    /// What this schema says about the members of an object, and nothing else.
    Members(&'m Schema<'d>),
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// The type of a schema.
    pub(super) fn schema(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        if let Some(overridden) = self.type_override(schema) {
            return overridden;
        }
        let parts = self.parts(schema);
        let nullable = self.is_nullable(schema);
        let lowered = match parts.as_slice() {
            [] => Lowered::new(self.inferred(&[schema], target), false),
            // A child that adds nothing to its parent is not another name for it.
            [Part::Reference(holder)] if !self.components.subtypes.contains(&schema.origin) => self.reference(holder),
            [Part::Own(own) | Part::Members(own)] => self.own(own, target),
            _ => self.intersection(schema, &parts, target),
        };
        self.note_fallback(&[schema], &lowered.type_);
        Lowered::new(lowered.type_, nullable)
    }

    /// The type of schemas that state none: that of the values which a `format`, or limits on strings, are about.
    pub(super) fn inferred(&mut self, schemas: &[&'m Schema<'d>], target: &Target) -> Type {
        let found = schemas.iter().find_map(|schema| typed_keyword(schema));
        let Some((about, keyword, types)) = found else { return Type::Any };
        let message =
            format!("`{keyword}` is about values of the type {}; it is taken for that type", type_name(types));
        self.report(Code::InferredType, &about.origin.join(keyword), message);
        self.type_stated(about, types, target)
    }

    /// What a value must agree with, all together.
    pub(super) fn parts(&self, schema: &'m Schema<'d>) -> Vec<Part<'m, 'd>> {
        let mut parts = Vec::new();
        if schema.reference.is_some() {
            parts.push(Part::Reference(schema));
        }
        let formats = || schema.all_of.iter().filter(|member| states_format_only(member));
        parts.extend(schema.all_of.iter().flat_map(|member| self.parts(member)));
        let is_open = parts.is_empty();
        let says_more = if is_open { schema.has_shape() } else { narrows(schema) };
        let takes_format = parts.iter().all(|part| self.takes_format(part));
        if says_more || (!is_open && schema.format.is_some() && takes_format) {
            parts.push(Part::Own(schema));
        }
        // A format says nothing alone, but much beside a type.
        if !parts.is_empty() && takes_format && parts.iter().all(|part| self.takes_format(part)) {
            parts.extend(formats().map(Part::Own));
        }
        parts
    }

    /// Whether a part is a string or a number without a format, which a format beside it says more about.
    fn takes_format(&self, part: &Part<'m, 'd>) -> bool {
        /// Longer chains of references take no format.
        const LONGEST: usize = 16;
        let (Part::Reference(schema) | Part::Own(schema) | Part::Members(schema)) = *part;
        let mut at = schema;
        let is_reference = matches!(part, Part::Reference(_));
        for step in 0..LONGEST {
            let next = if at.reference.is_some() && (is_reference || step > 0) {
                self.target(at)
            } else if let ([only], false) = (at.all_of.as_slice(), at.has_shape()) {
                Some(only)
            } else {
                let is_own = !is_reference && step == 0;
                let leads_on = if is_own { at.has_union() } else { at.leads_on() };
                let types = at.types.difference(Types::NULL);
                let is_scalar = matches!(types, Types::STRING | Types::INTEGER | Types::NUMBER);
                return is_scalar && at.format.is_none() && enumeration_values(at).is_empty() && !leads_on;
            };
            let Some(next) = next else { return false };
            at = next;
        }
        false
    }

    /// The schema that a reference points at.
    pub(super) fn target(&self, holder: &Schema<'d>) -> Option<&'m Schema<'d>> {
        self.model.schema(holder.reference.as_ref()?.target.as_ref().ok()?)
    }

    pub(super) fn reference(&mut self, holder: &'m Schema<'d>) -> Lowered {
        let any = Lowered::new(Type::Any, false);
        let Some(target) = self.target(holder) else {
            self.report_unresolved(holder, "any JSON value is accepted in its place");
            return any;
        };
        if self.is_endless(target) {
            let message = "this reference only leads back to itself; any JSON value is accepted in its place";
            self.report(Code::ReferenceCycle, &holder.origin, message);
            return any;
        }
        if let Some(overridden) = self.type_override(target) {
            return overridden;
        }
        match self.components.ids.get(&target.origin) {
            Some(id) => Lowered::new(Type::Named(*id), self.is_nullable(target)),
            None => any,
        }
    }

    /// Whether references lead from a schema back to it with nothing but references on the way.
    fn is_endless(&self, schema: &'m Schema<'d>) -> bool {
        let mut seen: HashSet<&Pointer> = HashSet::new();
        let mut at = schema;
        while seen.insert(&at.origin) {
            match self.parts(at).as_slice() {
                [Part::Reference(holder)] => match self.target(holder) {
                    Some(next) => at = next,
                    None => return false,
                },
                _ => return false,
            }
        }
        true
    }

    /// Whether null is allowed, by whichever spelling.
    pub(super) fn is_nullable(&self, schema: &Schema<'d>) -> bool {
        self.allows_null(schema, &mut HashMap::new())
    }

    /// `known` holds what was found on the way; a schema that is still being looked at does not allow null by itself.
    fn allows_null<'s>(&'s self, schema: &'s Schema<'d>, known: &mut HashMap<&'s Pointer, bool>) -> bool {
        if !schema.leads_on() {
            return self.finds_null(schema, known);
        }
        if let Some(known) = known.get(&schema.origin) {
            return *known;
        }
        known.insert(&schema.origin, false);
        let found = self.finds_null(schema, known);
        known.insert(&schema.origin, found);
        found
    }

    fn finds_null<'s>(&'s self, schema: &'s Schema<'d>, known: &mut HashMap<&'s Pointer, bool>) -> bool {
        let states_types = !schema.types.is_empty();
        if schema.nullable {
            return true;
        }
        // A type beside an enumeration with null forbids the null to the letter; it is never meant.
        if let Some(values) = schema.enumeration {
            return values.iter().any(Value::is_null);
        }
        if states_types {
            return false;
        }
        if let Some(value) = schema.constant {
            return value.is_null();
        }
        if schema.one_of.iter().chain(&schema.any_of).any(|member| self.allows_null(member, known)) {
            return true;
        }
        if let Some(target) = self.target(schema) {
            return self.allows_null(target, known);
        }
        // A member that says nothing about types does not forbid null, nor does it allow it alone.
        let mut informative =
            schema.all_of.iter().filter(|member| member.leads_on() || restricts_types(member)).peekable();
        informative.peek().is_some() && informative.all(|member| self.allows_null(member, known))
    }

    /// What a schema says by itself, apart from `$ref` and `allOf`.
    pub(super) fn own(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        if schema.never {
            self.report(
                Code::NeverSchema,
                &schema.origin,
                "this schema allows no value; any JSON value is accepted in its place",
            );
            return Lowered::new(Type::Any, false);
        }
        if schema.constant.is_some() || schema.enumeration.is_some() {
            if !is_list_of_listed(schema) {
                return self.enumeration(schema, target);
            }
            let element = match &schema.items {
                Some(items) if items.enumeration.is_some() || items.constant.is_some() => {
                    return Lowered::new(self.array(schema, target), schema.nullable);
                }
                _ => self.enumeration(schema, &target.within(Role::Element)),
            };
            return Lowered::new(Type::Array(Box::new(element.type_)), schema.nullable);
        }
        if self.is_union(schema) {
            return self.union(schema, target);
        }
        match (common_format(schema), stated_types(schema)) {
            (Some(formatted), types) if types.iter().count() == 1 => {
                Lowered::new(self.type_stated(formatted, types, target), schema.nullable)
            }
            _ => self.stated(schema, target),
        }
    }

    /// What a schema says by its types and the keywords about each.
    pub(super) fn stated(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        let nullable = schema.nullable;
        let types: Vec<Types> = stated_types(schema).iter().collect();
        let type_ = match types.as_slice() {
            [] => Type::Any,
            [one] => self.type_stated(schema, *one, target),
            [Types::INTEGER, Types::NUMBER] => self.type_stated(schema, Types::NUMBER, target),
            several => self.type_union(schema, several, target),
        };
        Lowered::new(type_, nullable)
    }

    /// What a schema says about values of one type.
    pub(super) fn type_stated(&mut self, schema: &'m Schema<'d>, types: Types, target: &Target) -> Type {
        if let Some(overridden) = self.format_override(schema, types) {
            return overridden;
        }
        match types {
            Types::BOOLEAN => Type::Boolean,
            Types::INTEGER => Type::Integer(integer_type(schema)),
            Types::NUMBER if is_integer(schema) => Type::Integer(integer_type(schema)),
            Types::NUMBER => Type::Number,
            Types::STRING => string(schema),
            Types::ARRAY => self.array(schema, target),
            Types::OBJECT => self.object(schema, &[schema], target),
            _ => Type::Any,
        }
    }

    /// A schema that lists several types is a union of what it says about each.
    fn type_union(&mut self, schema: &'m Schema<'d>, types: &[Types], target: &Target) -> Type {
        let id = self.draft.place(schema, target);
        let owner = Target::Component(id);
        let mut variants = Vec::new();
        for &one in types {
            let name = type_name(one);
            let type_ = self.type_stated(schema, one, &owner.within(Role::Variant(name.to_owned())));
            variants.push(Variant {
                origin: schema.origin.clone(),
                type_,
                names: Vec::new(),
                documentation: Default::default(),
            });
        }
        self.draft.set_union_by_shape(id, variants);
        Type::Named(id)
    }
}

/// Whether a schema says anything about the types of its values.
fn restricts_types(schema: &Schema<'_>) -> bool {
    !schema.types.is_empty() || schema.nullable || schema.enumeration.is_some() || schema.constant.is_some()
}

/// Whether a schema states a format and nothing else about its values.
pub(super) fn states_format_only(schema: &Schema<'_>) -> bool {
    schema.format.is_some() && !schema.leads_on() && !schema.has_shape()
}

/// Whether a schema narrows what a reference or `allOf` beside it says; a type alone only says it again.
fn narrows(schema: &Schema<'_>) -> bool {
    schema.never
        || schema.enumeration.is_some()
        || schema.constant.is_some()
        || !schema.properties.is_empty()
        || !schema.required.is_empty()
        || matches!(schema.additional_properties, Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)))
        || schema.items.is_some()
        || !schema.prefix_items.is_empty()
        || !schema.pattern_properties.is_empty()
        || !schema.conditional.is_empty()
        || !schema.one_of.is_empty()
        || !schema.any_of.is_empty()
}

/// The types that a schema states, or else those that its other keywords are about; never null.
pub(super) fn stated_types(schema: &Schema<'_>) -> Types {
    let stated = schema.types.difference(Types::NULL);
    if !stated.is_empty() || schema.types == Types::NULL {
        return stated;
    }
    if !schema.properties.is_empty()
        || schema.additional_properties.is_some()
        || !schema.required.is_empty()
        || !schema.pattern_properties.is_empty()
        || has_conditional_members(schema)
    {
        return Types::OBJECT;
    }
    if schema.items.is_some() || !schema.prefix_items.is_empty() { Types::ARRAY } else { Types::empty() }
}

/// Whether a schema lists values of the elements beside the type of the list.
fn is_list_of_listed(schema: &Schema<'_>) -> bool {
    let values = enumeration_values(schema);
    stated_types(schema) == Types::ARRAY && values.iter().all(|value| !value.is_array())
}

/// The name of a type in the document.
pub(super) fn type_name(types: Types) -> &'static str {
    match types {
        Types::BOOLEAN => "boolean",
        Types::INTEGER => "integer",
        Types::NUMBER => "number",
        Types::STRING => "string",
        Types::ARRAY => "array",
        Types::OBJECT => "object",
        _ => "null",
    }
}

/// The first keyword of a schema, or of a part of its `allOf`, that is about values of one type, and that type.
fn typed_keyword<'m, 'd>(schema: &'m Schema<'d>) -> Option<(&'m Schema<'d>, &'static str, Types)> {
    let found = match schema.format {
        Some(format) => type_of_format(format).map(|types| ("format", types)),
        None => ["pattern", "minLength", "maxLength"]
            .into_iter()
            .find(|keyword| schema.keyword(keyword).is_some())
            .map(|keyword| (keyword, Types::STRING)),
    };
    let own = found.map(|(keyword, types)| (schema, keyword, types));
    own.or_else(|| schema.all_of.iter().find_map(typed_keyword))
}

/// The type of the values that a format is about (the OpenAPI Format Registry); `None` for one that is not known, or that
/// may be of bytes.
fn type_of_format(format: &str) -> Option<Types> {
    Some(match format {
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" => Types::INTEGER,
        "float" | "double" => Types::NUMBER,
        "byte"
        | "date"
        | "date-time"
        | "duration"
        | "email"
        | "hostname"
        | "idn-email"
        | "idn-hostname"
        | "ipv4"
        | "ipv6"
        | "iri"
        | "iri-reference"
        | "json-pointer"
        | "password"
        | "regex"
        | "relative-json-pointer"
        | "time"
        | "uri"
        | "uri-reference"
        | "uri-template"
        | "uuid" => Types::STRING,
        _ => return None,
    })
}

/// Integers have 64 bits unless their format (the OpenAPI format registry) or their limits say otherwise.
pub(super) fn integer_type(schema: &Schema<'_>) -> Integer {
    match (schema.integers, schema.format) {
        (Integers::Signed128, _) => Integer::I128,
        (Integers::Unsigned64, _) | (_, Some("uint64")) => Integer::U64,
        (_, Some("int32" | "int16" | "int8" | "uint8" | "uint16")) => Integer::I32,
        _ => Integer::I64,
    }
}

/// Whether a number is an integer by its format, and nothing else in the schema has a fraction. An `f64` would lose digits
/// of the larger ones.
fn is_integer(schema: &Schema<'_>) -> bool {
    const FORMATS: [&str; 8] = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"];
    const VALUES: [&str; 7] =
        ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default", "example"];
    let has_fraction = |value: &Value| value.as_f64().is_some_and(|number| number.fract() != 0.0);
    schema.format.is_some_and(|format| FORMATS.contains(&format))
        && !VALUES.iter().filter_map(|key| schema.keyword(key)).any(has_fraction)
}

/// Strings of the formats that have a type of their own; all other formats are only documented.
fn string(schema: &Schema<'_>) -> Type {
    if schema.keyword("contentEncoding").and_then(|value| value.as_str()) == Some("base64") {
        return Type::Base64;
    }
    match schema.format {
        Some("date-time") => Type::DateTime,
        Some("date") => Type::Date,
        Some("uuid") => Type::Uuid,
        Some("byte") => Type::Base64,
        _ => Type::String,
    }
}
