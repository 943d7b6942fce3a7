//! Objects: structs with fields, or maps.
//!
//! ```yaml
//! {properties: {id: {type: string}}, required: [id]}          # a struct
//! {additionalProperties: {type: integer}}                     # a map
//! {properties: {kind: {const: cat}}, required: [kind]}        # a literal: no field, always written
//! {required: [id]}                                            # a field of any value, which may be absent; reported
//! ```

use serde_json::Value;

use super::conditional::has_conditional_members;
use super::lowering::Lowered;
use super::lowering::SchemaLowering;
use crate::diagnostics::Code;
use crate::hash::{HashSet, IndexMap, IndexSet};
use crate::ir::{Documentation, Field, Literal, Owner, Role, Scalar, Struct, StructForm, Type, TypeId, TypeKind};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::model::{AdditionalProperties, Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of objects that match all of `schemas`; `schema` contains them.
    pub(crate) fn object(&mut self, schema: &'m Schema<'d>, schemas: &[&'m Schema<'d>], target: &Target) -> Type {
        let has_members = schemas.iter().any(|schema| !schema.properties.is_empty() || has_conditional_members(schema));
        let is_closed =
            schemas.iter().any(|schema| matches!(schema.additional_properties, Some(AdditionalProperties::Closed)));
        let has_patterns = schemas.iter().any(|schema| !schema.pattern_properties.is_empty());
        if !has_members && (!is_closed || has_patterns) {
            let value = self.additional(schemas, &target.within(Role::Value)).unwrap_or(Type::Scalar(Scalar::Any));
            return self.named_if_nested(schema, target, Type::Map(Box::new(value)));
        }
        let joined: Vec<Pointer> = schemas.iter().map(|schema| schema.origin.clone()).collect();
        if let Some(id) = self.in_progress.same(&joined) {
            return Type::Named(id);
        }
        let id = self.draft.place(schema, target);
        self.in_progress.types.push((joined, id));
        let object = self.members(id, schemas);
        self.in_progress.types.pop();
        self.draft.set_kind(id, TypeKind::Struct(object));
        Type::Named(id)
    }

    /// Returns the struct at `id` of objects that match all of `schemas`.
    pub(crate) fn members(&mut self, id: TypeId, schemas: &[&'m Schema<'d>]) -> Struct {
        let mut properties: IndexMap<&'d str, Vec<&'m Schema<'d>>> = IndexMap::default();
        let mut required: IndexSet<&'d str> = IndexSet::default();
        for schema in schemas {
            for (name, property) in &schema.properties {
                properties.entry(name).or_default().push(property);
            }
            required.extend(schema.required.iter().copied());
            // The discriminator of subtypes is always present (OpenAPI 3.0 section 4.7.25).
            if let Some(discriminator) = schema.discriminator.as_ref().filter(|_| self.is_distinguished(schema)) {
                required.insert(discriminator.property);
            }
        }
        let mut object = Struct::default();
        for (name, declarations) in properties {
            // Every event has a name, so a listed one distinguishes envelopes even if it is not required.
            let is_listed = |schema: &&Schema<'d>| schema.constant.is_some() || schema.enumeration.is_some();
            let is_event_name =
                || name == "event" && declarations.iter().any(is_listed) && self.is_event_field(&declarations);
            let required = required.contains(name) || is_event_name();
            match literal(&declarations).filter(|_| required) {
                Some(value) => object.literals.push(Literal { wire_name: name.to_owned(), value: value.clone() }),
                None => object.fields.push(self.field(id, name, &declarations, required)),
            }
        }
        for (name, descriptions) in self.conditional_members(schemas) {
            let is_required = required.contains(name);
            let mut field = self.field(id, name, descriptions.get(..1).unwrap_or_default(), is_required);
            if descriptions.len() > 1 {
                (field.type_, field.nullable) = (Type::Scalar(Scalar::Any), false);
                self.note_fallback(&descriptions, &Type::Scalar(Scalar::Any));
            }
            object.fields.push(field);
        }
        object.extra = self.additional(schemas, &Target::inline(Owner::Type(id), Role::Value));
        if object.extra.is_none() {
            let undeclared = self.undeclared_required(id, schemas, &object.fields);
            object.fields.extend(undeclared);
        }
        object.fields.shrink_to_fit();
        object.form = StructForm::Json;
        object
    }

    /// Returns `true` if a discriminator can distinguish the subtypes of a parent. Without a mapping, its values are the
    /// component names, unless others are listed.
    fn is_distinguished(&self, parent: &Schema<'d>) -> bool {
        let Some(discriminator) =
            parent.discriminator.as_ref().filter(|_| self.components.parents.contains(&parent.origin))
        else {
            return false;
        };
        let listed = parent.properties.get(discriminator.property).and_then(|property| property.enumeration);
        let is_name = |value: &Value| value.as_str().is_some_and(|name| self.model.schemas.contains_key(name));
        !discriminator.mapping.is_empty() || listed.is_none_or(|values| values.iter().any(is_name))
    }

    /// Returns fields for required properties that no schema describes. They accept any value and may be absent,
    /// because many documents keep an outdated name in `required`.
    fn undeclared_required(&mut self, id: TypeId, schemas: &[&'m Schema<'d>], declared: &[Field]) -> Vec<Field> {
        // Most objects have one schema, which describes everything that it requires.
        if let [only] = schemas
            && only.required.iter().all(|name| only.properties.contains_key(name))
        {
            return Vec::new();
        }
        let properties = schemas.iter().flat_map(|schema| schema.properties.keys().copied());
        let declared: HashSet<&str> = declared.iter().map(|field| field.wire_name.as_str()).chain(properties).collect();
        let discriminators = schemas.iter().filter_map(|schema| schema.discriminator.as_ref());
        let tags: HashSet<&str> = discriminators.map(|discriminator| discriminator.property).collect();
        let mut names: IndexMap<&'d str, Pointer> = IndexMap::default();
        for schema in schemas {
            for name in schema.required.iter().filter(|name| !declared.contains(*name)) {
                names.entry(name).or_insert_with(|| schema.origin.join("required"));
            }
        }
        let mut fields = Vec::new();
        for (name, origin) in names {
            let type_ = if tags.contains(name) { Type::Scalar(Scalar::String) } else { Type::Scalar(Scalar::Any) };
            self.draft.undeclared_required.push((id, name.to_owned()));
            let note = "The document requires this property but does not describe it.".to_owned();
            fields.push(Field {
                wire_name: name.to_owned(),
                required: true,
                nullable: type_ == Type::Scalar(Scalar::Any),
                type_,
                read_only: false,
                write_only: false,
                prefix: None,
                documentation: Documentation { notes: vec![note], ..Documentation::default() },
                origin,
            });
        }
        fields
    }

    /// Returns the field of a property that several schemas may declare.
    fn field(&mut self, id: TypeId, name: &str, declarations: &[&'m Schema<'d>], required: bool) -> Field {
        let target = Target::inline(Owner::Type(id), Role::Member(name.to_owned()));
        let lowered = match name == "data" && self.is_event_field(declarations) {
            true => self.event_data(declarations, &target),
            false => self.declarations(declarations, &target),
        };
        Field {
            origin: declarations.first().map(|schema| schema.origin.clone()).unwrap_or_default(),
            wire_name: name.to_owned(),
            type_: lowered.type_,
            required,
            nullable: lowered.nullable,
            read_only: self.marked(declarations, |schema| schema.read_only).is_some(),
            write_only: self.marked(declarations, |schema| schema.write_only).is_some(),
            prefix: self.prefix(declarations),
            documentation: documentation::of_declarations(
                declarations,
                self.marked(declarations, documentation::is_deprecated),
            ),
        }
    }

    /// Returns the schema that marks a property: its declaration, a member of `allOf`, or the component that it
    /// references.
    fn marked<'s>(
        &'s self,
        declarations: &[&'s Schema<'d>],
        has_mark: fn(&Schema<'d>) -> bool,
    ) -> Option<&'s Schema<'d>> {
        let mut waiting = declarations.to_vec();
        let mut seen = HashSet::default();
        while let Some(schema) = waiting.pop() {
            if has_mark(schema) {
                return Some(schema);
            }
            if schema.has_references() && seen.insert(&schema.origin) {
                waiting.extend(&schema.all_of);
                waiting.extend(self.target(schema));
                // A union of one schema and null is that schema.
                let mut members =
                    schema.one_of.iter().chain(&schema.any_of).filter(|member| !self.is_only_null(member));
                waiting.extend(members.next().filter(|_| members.next().is_none()));
            }
        }
        None
    }

    /// Lowers a property that several schemas may declare, without declarations that repeat others.
    pub(crate) fn declarations(&mut self, declarations: &[&'m Schema<'d>], target: &Target) -> Lowered {
        if let [only] = declarations {
            return self.schema(only, target);
        }
        let (mut parts, mut seen) = (Vec::new(), HashSet::default());
        for schema in declarations {
            for part in self.parts(schema) {
                if part.shape().is_none_or(|shape| seen.insert(shape)) {
                    parts.push(part);
                }
            }
        }
        let nullable = self.are_nullable(declarations);
        if let Some(overridden) = declarations.iter().find_map(|schema| self.type_override(schema)) {
            return Lowered::new(overridden.type_, nullable);
        }
        match (declarations, parts.as_slice()) {
            ([first, ..], [_, _, ..]) => {
                let lowered = self.intersection(first, &parts, target);
                self.note_fallback(declarations, &lowered.type_);
                Lowered::new(lowered.type_, nullable)
            }
            ([.., last], _) => {
                let informative = declarations.iter().find(|schema| !self.parts(schema).is_empty());
                let lowered = self.schema(informative.unwrap_or(last), target);
                Lowered::new(lowered.type_, nullable)
            }
            ([], _) => Lowered::new(Type::Scalar(Scalar::Any), false),
        }
    }

    /// Returns the type of additional properties, if a schema describes any.
    fn additional(&mut self, schemas: &[&'m Schema<'d>], target: &Target) -> Option<Type> {
        let mut described: Vec<&'m Schema<'d>> = Vec::new();
        let mut is_open = false;
        for schema in schemas {
            described.extend(schema.pattern_properties.iter().map(|(_, value)| value));
            match &schema.additional_properties {
                Some(AdditionalProperties::Schema(value)) => described.push(value),
                Some(AdditionalProperties::Any) => is_open = true,
                Some(AdditionalProperties::Closed) | None => {}
            }
        }
        let Some((first, others)) = described.split_first() else {
            return is_open.then_some(Type::Scalar(Scalar::Any));
        };
        let has_patterns = schemas.iter().any(|schema| !schema.pattern_properties.is_empty());
        if has_patterns && (is_open || others.iter().any(|other| !self.is_same(first, other))) {
            if !first.never {
                let message = "the type of a property depends on its name; any JSON value is accepted";
                self.report(Code::UnsupportedKeyword, &first.origin, message);
            }
            self.count_fallback(&described);
            return Some(Type::Scalar(Scalar::Any));
        }
        Some(self.schema(first, target).into_type())
    }
}

/// Returns the only value that a property can have. An `allOf` of one schema is that schema; an `allOf` or a reference next
/// to the only value can only repeat it.
pub(crate) fn literal<'d>(declarations: &[&Schema<'d>]) -> Option<&'d Value> {
    declarations.iter().find_map(|schema| {
        if schema.nullable {
            return None;
        }
        let value = match (schema.constant, schema.enumeration, schema.all_of.as_slice()) {
            (Some(value), ..) | (None, Some([value]), _) => value,
            (None, None, [only]) if !schema.has_shape() && schema.reference.is_none() => return literal(&[only]),
            _ => return None,
        };
        // A string of digits counts as an integer if the type is integer.
        let is_text = value.is_string() && schema.types.difference(Types::NULL) != Types::INTEGER;
        (is_text || value.is_boolean() || value.is_i64() || value.is_u64()).then_some(value)
    })
}
