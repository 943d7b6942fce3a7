//! Multipart bodies whose parts have an order and no names: arrays, such as the pages of a `multipart/mixed` body.
//!
//! ```yaml
//! multipart/mixed: {schema: {type: array, items: {type: string, format: binary}}}       # &[FilePart]
//! multipart/mixed: {schema: {type: array, prefixItems: [{$ref: Meta}, {}]}}             # &(Meta, FilePart)
//! multipart/mixed: {itemSchema: {$ref: Meta}}                                           # &[Meta]
//! ```

use crate::diagnostics::Code;
use crate::ir::{Role, Scalar, Type};
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{MediaType, Schema, Types};

/// The maximum length of a tuple that is a body.
const LONGEST_TUPLE: usize = 12;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of a body with ordered parts, or `None` if its schema is not an array.
    pub(super) fn ordered_parts(&mut self, content: &'m MediaType<'d>, target: &Target) -> Option<Type> {
        if let Some(item) = &content.item_schema {
            return Some(Type::Array(Box::new(self.ordered_part(item, &target.within(Role::Element)))));
        }
        let schema = content.schema.as_ref().and_then(|schema| self.resolve_nullable(schema))?;
        if !schema.types.contains(Types::ARRAY) && schema.prefix_items.is_empty() && schema.items.is_none() {
            return None;
        }
        let parts = schema.prefix_items.iter().chain(schema.items.as_deref());
        if parts.into_iter().any(|part| self.may_be_file(part)) {
            let message = "parts of this body can be files or other values; the body accepts any parts";
            self.report(Code::UnsupportedMediaType, &schema.origin, message);
            return Some(Type::Scalar(Scalar::Form));
        }
        match (schema.prefix_items.as_slice(), schema.items.as_deref()) {
            ([], None) => Some(Type::Scalar(Scalar::Form)),
            ([], Some(part)) | ([part], None) => {
                Some(Type::Array(Box::new(self.ordered_part(part, &target.within(Role::Element)))))
            }
            (places, None) if places.len() <= LONGEST_TUPLE => {
                let places = places.iter().enumerate().map(|(index, place)| {
                    self.ordered_part(place, &target.within(Role::Member(format!("part {}", index + 1))))
                });
                Some(Type::Tuple(places.collect()))
            }
            (_, _) => {
                let message = "the types of the parts depend on their positions, and their number is not fixed; the body accepts any parts";
                self.report(Code::UnsupportedMediaType, &schema.origin, message);
                Some(Type::Scalar(Scalar::Form))
            }
        }
    }

    /// Returns the type of one part; an empty schema is a file (OpenAPI 3.2 section 4.15.1.1, `contentType`).
    fn ordered_part(&mut self, schema: &'m Schema<'d>, target: &Target) -> Type {
        match self.file(schema) {
            Some((file, _)) => file,
            None if self.parts(schema).is_empty() => Type::Scalar(Scalar::File),
            None => {
                self.report_nested_file("of this body", schema);
                self.schema(schema, target).into_type()
            }
        }
    }

    /// Returns `true` if a part is a file in some values and not a string in others.
    fn may_be_file(&self, schema: &'m Schema<'d>) -> bool {
        let own = self.own_schemas(schema);
        let mut members = own.iter().flat_map(|own| own.one_of.iter().chain(&own.any_of));
        self.file(schema).is_none() && members.any(|member| self.file(member).is_some())
    }
}
