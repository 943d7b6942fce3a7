//! Nested values of parameters and forms, for which OpenAPI defines no serialization.
//!
//! ```text
//! {a: {b: 1}} in the style `form`    a=%7B%22b%22%3A1%7D    the inner object is JSON
//! [a, null, b] in any style          x=a&x=b                null is not sent
//! {a: 1} in a form, no `encoding`    x=%7B%22a%22%3A1%7D    JSON since OpenAPI 3.0.4 and 3.1.1, a=1 before
//! ```

use super::style::is_styled;
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::ir::ParameterStyle;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{self, AdditionalProperties, MediaType, Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Reports values of a parameter whose serialization its style does not define.
    pub(super) fn note_nesting(
        &mut self,
        parameter: &model::Parameter<'d>,
        schema: &'m Schema<'d>,
        style: ParameterStyle,
    ) {
        let is_reported = self.diagnostics.has_loss_within(&parameter.origin);
        if style == ParameterStyle::DeepObject || is_reported {
            return;
        }
        let inner = self.inner_values(schema, &mut HashSet::default());
        let name = parameter.name;
        if inner.iter().any(|value| self.is_nested(value, style, &mut HashSet::default())) {
            let message = format!(
                "the style of `{name}` does not define how to serialize nested objects and arrays; each is sent as JSON"
            );
            self.report(Code::UndefinedSerialization, &parameter.origin, message);
        }
        let elements = self.own_schemas(schema).iter().find_map(|own| own.items.as_deref());
        if elements.is_some_and(|elements| self.is_nullable(elements)) {
            let message =
                format!("elements of `{name}` may be null, which no style can serialize; null elements are skipped");
            self.report(Code::UndefinedSerialization, &parameter.origin, message);
        }
    }

    /// Reports properties of a form that versions of OpenAPI serialize differently: in an urlencoded form objects
    /// without `encoding`, in a multipart form arrays of objects.
    pub(super) fn note_objects_in_form(&mut self, form: &'m MediaType<'d>) {
        let Some(schema) = &form.schema else { return };
        let is_urlencoded = form.essence() == "application/x-www-form-urlencoded";
        for (name, member) in self.properties(schema, &mut HashSet::default()) {
            let items = self.own_schemas(member).iter().find_map(|own| own.items.as_deref());
            let is_stated = form.encoding.get(name).is_some_and(|encoding| is_urlencoded || is_styled(encoding));
            let is_nested = |value| self.is_nested(value, ParameterStyle::Json, &mut HashSet::default());
            if is_stated || !is_nested(items.unwrap_or(member)) {
                continue;
            }
            let message = match (is_urlencoded, items) {
                (true, None) => format!("`{name}` is an object and has no `encoding`; it is sent as JSON"),
                (true, Some(_)) => {
                    format!("`{name}` is an array of objects or arrays and has no `encoding`; each is sent as JSON")
                }
                (false, Some(_)) => {
                    format!("`{name}` is an array of objects or arrays; each is sent as a separate part")
                }
                (false, None) => continue,
            };
            let message = message + ", as OpenAPI 3.0.4 and 3.1.1 define; earlier versions differ";
            self.report(Code::UndefinedSerialization, &member.origin, message);
        }
    }

    /// Returns `true` if an element or property is known to be an object or array. Properties of an exploded object
    /// may be arrays of scalars, which are sent as several pairs. Each schema is `seen` once.
    fn is_nested(&self, value: &'m Schema<'d>, style: ParameterStyle, seen: &mut HashSet<&'m Pointer>) -> bool {
        seen.insert(&value.origin)
            && self.own_schemas(value).iter().any(|own| {
                let is_flat = |elements: &'m Schema<'d>| style == ParameterStyle::Form && self.is_scalar(elements);
                let is_array = own.types.contains(Types::ARRAY) || own.items.is_some();
                let is_object = own.types.contains(Types::OBJECT) || !own.properties.is_empty();
                let mut members = own.one_of.iter().chain(&own.any_of);
                is_object
                    || (is_array && !own.items.as_deref().is_some_and(is_flat))
                    || members.any(|member| self.is_nested(member, style, seen))
            })
    }

    /// Returns the schemas of the elements and properties of a value; each schema is `seen` once.
    fn inner_values(&self, schema: &'m Schema<'d>, seen: &mut HashSet<&'m Pointer>) -> Vec<&'m Schema<'d>> {
        let mut inner = Vec::new();
        if !seen.insert(&schema.origin) {
            return inner;
        }
        for own in self.own_schemas(schema) {
            if let Some(AdditionalProperties::Schema(value)) = &own.additional_properties {
                inner.push(&**value);
            }
            inner.extend(own.properties.values().chain(own.items.as_deref()).chain(&own.prefix_items));
            for member in own.one_of.iter().chain(&own.any_of) {
                inner.extend(self.inner_values(member, seen));
            }
        }
        inner
    }

    /// Returns the properties of a form by name. The first of several with one name is used.
    pub(super) fn form_properties(&self, form: &'m MediaType<'d>) -> HashMap<&'d str, &'m Schema<'d>> {
        let properties = form.schema.as_ref().map(|schema| self.properties(schema, &mut HashSet::default()));
        properties.into_iter().flatten().rev().collect()
    }

    /// Returns the properties of an object from all parts of its schema. Each schema is `seen` once.
    fn properties(&self, schema: &'m Schema<'d>, seen: &mut HashSet<&'m Pointer>) -> Vec<(&'d str, &'m Schema<'d>)> {
        let mut properties = Vec::new();
        if !seen.insert(&schema.origin) {
            return properties;
        }
        for own in self.own_schemas(schema) {
            properties.extend(own.properties.iter().map(|(name, property)| (*name, property)));
            for member in own.one_of.iter().chain(&own.any_of) {
                properties.extend(self.properties(member, seen));
            }
        }
        properties
    }
}
