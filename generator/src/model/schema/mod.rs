//! Schemas of both dialects in one shape.

pub(super) mod discriminator;
mod enumeration;
pub(super) mod limit;
pub(super) mod properties;
pub(super) mod reference;
pub(super) mod types;

use serde_json::Value;

use super::deprecation::deprecation_message;
use super::node::{Node, Object};
use super::reader::Reader;
use super::{AdditionalProperties, Discriminator, Keywords, Reference, Text, Types};
use crate::diagnostics::Code;
use crate::hash::{IndexMap, IndexSet};
use crate::source::Pointer;
use limit::{Integers, exact_limit, limit};
use types::{describe, meant};

/// A schema.
#[derive(Clone, Debug, Default)]
pub struct Schema<'d> {
    /// Its location.
    pub origin: Pointer,
    /// `$ref`.
    pub reference: Option<Reference>,
    /// `type`. It includes null for `nullable: true` if the schema states another type.
    pub types: Types,
    /// Whether null is allowed, by `nullable` or as one of the types.
    pub nullable: bool,
    /// Whether no value is allowed: the schema `false`.
    pub never: bool,
    /// Whether the schema is invalid, which is treated as one that accepts any value.
    pub is_invalid: bool,
    /// `format`.
    pub format: Option<&'d str>,
    /// `enum`.
    pub enumeration: Option<&'d [Value]>,
    /// `const`.
    pub constant: Option<&'d Value>,
    /// `default`.
    pub default: Option<&'d Value>,
    /// The range of integers that the limits allow.
    pub integers: Integers,
    /// Limits that a float cannot represent exactly, as written.
    pub exact_limits: Vec<(&'static str, &'d str)>,
    /// `properties`.
    pub properties: IndexMap<&'d str, Schema<'d>>,
    /// `required`.
    pub required: IndexSet<&'d str>,
    /// `additionalProperties`.
    pub additional_properties: Option<AdditionalProperties<'d>>,
    /// `items`.
    pub items: Option<Box<Schema<'d>>>,
    /// `prefixItems`: the schemas of the first elements of an array.
    pub prefix_items: Vec<Schema<'d>>,
    /// Whether an array ends after [`prefix_items`](Self::prefix_items).
    pub is_tuple: bool,
    /// `patternProperties`: the schemas of properties by the pattern of their names.
    pub pattern_properties: Vec<(&'d str, Schema<'d>)>,
    /// `if`, `then`, `else` and `dependentSchemas`: schemas that apply only to some values.
    pub conditional: Vec<Schema<'d>>,
    /// `contentSchema`: the schema of the document that a string contains.
    pub content_schema: Option<Box<Schema<'d>>>,
    /// `allOf`.
    pub all_of: Vec<Schema<'d>>,
    /// `oneOf`.
    pub one_of: Vec<Schema<'d>>,
    /// `anyOf`.
    pub any_of: Vec<Schema<'d>>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator<'d>>,
    /// `title`.
    pub title: Option<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// All keywords as written, for those that are only documented.
    pub keywords: Option<Keywords<'d>>,
}

impl<'d> Schema<'d> {
    /// Returns a keyword that is only documented, such as `maximum` or `default`.
    pub fn keyword(&self, name: &str) -> Option<&'d Value> {
        self.keywords?.get(name)
    }

    /// Returns the explanation of its deprecation from an extension.
    pub fn deprecation_message(&self) -> Option<&'d str> {
        deprecation_message(|key| self.keyword(key))
    }

    /// Returns `true` if the schema may have a keyword that limits a number, a length or a count. Few schemas do, and
    /// looking up each of these keywords costs more.
    pub fn may_have_limits(&self) -> bool {
        let is_limit = |keyword: &str| keyword.starts_with('m') || keyword.starts_with("exclusive");
        self.keywords.is_some_and(|keywords| keywords.iter().any(|(keyword, _)| is_limit(keyword)))
    }

    /// Returns a keyword that limits a number, a length or a count, as text.
    pub fn limit(&self, name: &str) -> Option<String> {
        let exact = self.exact_limits.iter().find(|(known, _)| *known == name);
        exact.and_then(|(_, text)| exact_limit(name, text)).or_else(|| limit(name, self.keyword(name)?))
    }

    /// Returns `true` if the schema constrains the shape of values, apart from `$ref` and `allOf`.
    pub fn has_shape(&self) -> bool {
        self.never
            || !self.types.difference(Types::NULL).is_empty()
            || self.enumeration.is_some()
            || self.constant.is_some()
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || self.additional_properties.is_some()
            || self.items.is_some()
            || !self.prefix_items.is_empty()
            || !self.pattern_properties.is_empty()
            || !self.conditional.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
            || self.types == Types::NULL
    }
}

impl<'d> Reader<'d, '_> {
    /// Reads a schema. An invalid schema is reported and treated as one that accepts any value.
    pub(super) fn schema(&mut self, node: &Node<'d>) -> Schema<'d> {
        let at = &node.pointer;
        match node.value {
            Value::Bool(allowed) => Schema { origin: at.clone(), never: !allowed, ..Schema::default() },
            Value::Null => Schema { origin: at.clone(), ..Schema::default() },
            _ => match &node.as_object() {
                Some(object) => self.schema_keywords(object, |_| true),
                None => self.loose_schema(node),
            },
        }
    }

    /// Reads the keywords of an object that `is_read` accepts.
    pub(super) fn schema_keywords(&mut self, object: &Object<'d>, is_read: impl Fn(&str) -> bool) -> Schema<'d> {
        let mut schema = Schema { origin: object.at.clone(), keywords: Some(object.keywords), ..Schema::default() };
        for (key, value) in object.keywords.iter() {
            if is_read(key) && (!value.is_null() || key == "const") {
                self.schema_keyword(&mut schema, key, value, object);
            }
        }
        if schema.nullable && !schema.types.is_empty() {
            schema.types |= Types::NULL;
        }
        schema.nullable |= schema.types.contains(Types::NULL);
        self.settle_type(&mut schema);
        if schema.may_have_limits() {
            self.check_limits(object);
            schema.integers = self.integers(object);
            schema.exact_limits = self.exact_limits(object);
        }
        self.settle_values(&mut schema);
        self.check_duplicates(&schema);
        self.check_enumeration(&schema);
        self.check_default(&schema);
        schema
    }

    /// Drops both the type and the shape of a schema that states one type and describes another, because either may be
    /// meant.
    fn settle_type(&mut self, schema: &mut Schema<'d>) {
        let stated = schema.types.difference(Types::NULL);
        let lists = schema.items.is_some() || !schema.prefix_items.is_empty();
        let is_bare = schema.properties.is_empty() && schema.additional_properties.is_none();
        let (keyword, described) = if stated == Types::OBJECT && lists && is_bare {
            ("items", "an array")
        } else if !stated.is_empty() && !stated.contains(Types::OBJECT) && !schema.properties.is_empty() {
            ("properties", "an object")
        } else {
            return;
        };
        let message = format!(
            "`{keyword}` describes {described}, but `type` is {}; any JSON value is accepted",
            describe(stated.into())
        );
        self.diagnostics.report(Code::ContradictoryType, &schema.origin.join("type"), message);
        schema.types = Types::empty();
        schema.items = None;
        schema.prefix_items.clear();
        schema.properties.clear();
    }

    /// Reads a value that is not a schema but can be understood as one: the name of a type or of a component, or an
    /// array.
    fn loose_schema(&mut self, node: &Node<'d>) -> Schema<'d> {
        let at = &node.pointer;
        let mut schema = Schema { origin: at.clone(), ..Schema::default() };
        let read_as = match node.value {
            Value::String(text) => {
                if let Some(named) = meant(text) {
                    (schema.types, schema.format) = (named.types, named.format);
                    describe(named)
                } else if let Some(reference) = self.component_named(at, text) {
                    schema.reference = Some(reference);
                    "a reference".to_owned()
                } else {
                    String::new()
                }
            }
            Value::Array(elements) if !elements.is_empty() => {
                let members = elements.iter().enumerate();
                schema.any_of =
                    members.map(|(index, value)| self.schema(&node.child(&index.to_string(), value))).collect();
                "`anyOf`".to_owned()
            }
            _ => String::new(),
        };
        let (key, found) = (at.last().unwrap_or_default(), excerpt(node.value));
        if read_as.is_empty() {
            let message = format!("`{key}` must be a schema; found `{found}`, so any value is accepted");
            self.diagnostics.report(Code::InvalidSchema, at, message);
            schema.is_invalid = true;
        } else {
            let message = format!("`{key}` must be a schema; found `{found}`, which is read as {read_as}");
            self.diagnostics.report(Code::MalformedKeyword, at, message);
        }
        schema
    }

    /// Returns the reference that a string in the position of a schema represents.
    fn component_named(&mut self, at: &Pointer, text: &str) -> Option<Reference> {
        if text.starts_with("#/") {
            return Some(self.reference(at, text));
        }
        let target = self.component_called(text)?;
        Some(Reference { target: Ok(target) })
    }

    /// Reads one keyword of a schema.
    fn schema_keyword(&mut self, schema: &mut Schema<'d>, key: &str, value: &'d Value, object: &Object<'d>) {
        match key {
            "$ref" => schema.reference = self.string(object, key).map(|text| self.reference(&object.at, text)),
            "$dynamicRef" if !object.has("$ref") => {
                schema.reference = self.string(object, key).map(|text| self.dynamic_reference(&object.at, text));
            }
            "$recursiveRef" if !object.has("$ref") => {
                schema.reference = Some(self.recursive_reference(&object.at));
            }
            "type" => {
                let named = self.types(&object.child(key, value));
                schema.types |= named.types;
                schema.format = schema.format.or(named.format);
            }
            "nullable" | "x-nullable" => schema.nullable |= self.boolean(object, key).unwrap_or(false),
            "format" => schema.format = self.string(object, key).or(schema.format),
            "enum" => {
                schema.enumeration = self.enumeration(&object.child(key, value));
            }
            "const" => schema.constant = Some(value),
            "default" => schema.default = Some(value),
            "allOf" => schema.all_of = self.schemas(object, key),
            "oneOf" => schema.one_of = self.schemas(object, key),
            "anyOf" => schema.any_of = self.schemas(object, key),
            "discriminator" => schema.discriminator = self.discriminator(&object.child(key, value)),
            _ => self.object_keyword(schema, key, value, object),
        }
    }

    /// Reads a keyword about the properties of objects, the elements of arrays, or conditions.
    fn object_keyword(&mut self, schema: &mut Schema<'d>, key: &str, value: &'d Value, object: &Object<'d>) {
        match key {
            "properties" => {
                schema.properties = self.properties(&object.child(key, value));
                schema.required.extend(self.required(object));
            }
            "required" => schema.required.extend(self.required(object)),
            "additionalProperties" => {
                let node = object.child(key, value);
                schema.additional_properties = Some(self.additional_properties(&node));
            }
            "unevaluatedProperties" if !object.has("additionalProperties") => {
                let node = object.child(key, value);
                schema.additional_properties = Some(self.additional_properties(&node));
            }
            "patternProperties" => {
                let patterns = self.map(object, key);
                schema.pattern_properties =
                    patterns.into_iter().map(|(pattern, node)| (pattern, self.schema(&node))).collect();
            }
            "items" | "prefixItems" | "additionalItems" | "unevaluatedItems" => {
                self.elements(schema, key, &object.child(key, value));
            }
            "if" => {
                let parts = ["if", "then", "else"].into_iter().filter_map(|key| object.member(key));
                let parts: Vec<Node<'d>> = parts.collect();
                schema.conditional.extend(parts.iter().map(|node| self.schema(node)));
                self.report_condition(&object.at.join(key));
            }
            "dependentSchemas" => {
                let parts = self.map(object, key);
                schema.conditional.extend(parts.iter().map(|(_, node)| self.schema(node)));
                self.report_condition(&object.at.join(key));
            }
            _ => self.annotation(schema, key, object),
        }
    }

    /// Reads a keyword that describes a schema rather than its values.
    fn annotation(&mut self, schema: &mut Schema<'d>, key: &str, object: &Object<'d>) {
        match key {
            "contentSchema" => {
                let content = object.member(key).map(|node| Box::new(self.schema(&node)));
                schema.content_schema = content;
            }
            "title" => schema.title = self.text(object, key),
            "description" => schema.description = self.text(object, key),
            "deprecated" => schema.deprecated = self.boolean(object, key).unwrap_or(false),
            "readOnly" => schema.read_only = self.boolean(object, key).unwrap_or(false),
            "writeOnly" => schema.write_only = self.boolean(object, key).unwrap_or(false),
            "x-ms-mutability" => {
                let listed = self.names(object, key);
                let is_read = listed.iter().any(|(word, _)| *word == "read");
                schema.read_only |= is_read && listed.len() == 1;
                schema.write_only |= !is_read && !listed.is_empty();
            }
            "$schema" => self.check_dialect(object, key),
            _ => {}
        }
    }

    /// Reads the schemas of the elements of an array. Older dialects have an array of schemas in `items`, and the
    /// schema of the elements after it in `additionalItems`.
    fn elements(&mut self, schema: &mut Schema<'d>, key: &str, node: &Node<'d>) {
        match (key, node.value) {
            ("prefixItems" | "items", Value::Array(elements)) => {
                let elements = elements.iter().enumerate();
                schema.prefix_items =
                    elements.map(|(index, value)| self.schema(&node.child(&index.to_string(), value))).collect();
            }
            ("prefixItems", other) => drop(self.wrong_type::<()>(&node.pointer, "an array", other)),
            ("unevaluatedItems" | "additionalItems", _) if schema.items.is_some() => {}
            (_, Value::Bool(false)) => schema.is_tuple = true,
            _ => schema.items = Some(Box::new(self.schema(node))),
        }
    }

    /// Reports a dialect other than 2020-12 with the keywords of OpenAPI.
    pub(super) fn check_dialect(&mut self, object: &Object<'d>, key: &str) {
        let Some(dialect) = self.string(object, key) else { return };
        let is_known = dialect.trim_end_matches('#') == "https://json-schema.org/draft/2020-12/schema"
            || dialect.starts_with("https://spec.openapis.org/oas/3.");
        if !is_known {
            let message = format!("unknown JSON Schema dialect `{dialect}`; schemas are read as JSON Schema 2020-12");
            self.diagnostics.report(Code::UnknownDialect, &object.at.join(key), message);
        }
    }

    fn report_condition(&mut self, at: &Pointer) {
        let message = "this schema applies only to some values; its properties are optional in the Rust type";
        self.diagnostics.report(Code::ConditionalSchema, at, message);
    }

    /// Reads an array of schemas. A single schema is read as an array of one.
    fn schemas(&mut self, object: &Object<'d>, key: &str) -> Vec<Schema<'d>> {
        match object.member(key) {
            Some(node) if node.value.is_object() => {
                let message = format!("`{key}` must be an array; it is read as an array with this single schema");
                self.diagnostics.report(Code::MalformedKeyword, &node.pointer, message);
                vec![self.schema(&node)]
            }
            _ => self.list(object, key).iter().map(|node| self.schema(node)).collect(),
        }
    }
}

/// Returns the beginning of a value as JSON, short enough for a message.
fn excerpt(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
