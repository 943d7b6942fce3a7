//! Schemas: what the two dialects say, in one shape.

use bitflags::bitflags;
use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};

use super::reader::{Node, Reader};
use super::{Model, Text};
use crate::diagnostics::Code;
use crate::source::Pointer;

bitflags! {
    /// The types that a schema allows (JSON Schema 2020-12 validation, section 6.1.1); none of them when it does not say.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Types: u8 {
        /// `null`.
        const NULL = 1;
        /// `boolean`.
        const BOOLEAN = 1 << 1;
        /// `integer`.
        const INTEGER = 1 << 2;
        /// `number`.
        const NUMBER = 1 << 3;
        /// `string`.
        const STRING = 1 << 4;
        /// `array`.
        const ARRAY = 1 << 5;
        /// `object`.
        const OBJECT = 1 << 6;
    }
}

/// A `$ref` to a schema.
#[derive(Clone, Debug)]
pub struct Reference<'d> {
    /// As the document spells it.
    pub text: &'d str,
    /// Where it points, when that is inside the document.
    pub target: Option<Pointer>,
}

/// What an object may have beside its properties.
#[derive(Clone, Debug)]
pub enum AdditionalProperties<'d> {
    /// Anything.
    Any,
    /// Nothing.
    Closed,
    /// Members of this schema.
    Schema(Box<Schema<'d>>),
}

/// What tells the members of a union apart.
#[derive(Clone, Debug)]
pub struct Discriminator<'d> {
    /// The name of the member that does.
    pub property: &'d str,
    /// Its values, and where the schema of each stands: a reference or the bare name of a component.
    pub mapping: Vec<(&'d str, Pointer)>,
}

/// A schema.
#[derive(Clone, Debug, Default)]
pub struct Schema<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// `$ref`.
    pub reference: Option<Reference<'d>>,
    /// `type`; the null of `nullable: true` is among them when the schema states another type.
    pub types: Types,
    /// Whether null is allowed, by `nullable` or among the types.
    pub nullable: bool,
    /// Whether nothing at all is allowed: the schema `false`.
    pub never: bool,
    /// Whether it is no schema at all, which stands for one that allows anything.
    pub is_invalid: bool,
    /// `format`.
    pub format: Option<&'d str>,
    /// `enum`.
    pub enumeration: Option<&'d [Value]>,
    /// `const`.
    pub constant: Option<&'d Value>,
    /// `properties`.
    pub properties: IndexMap<&'d str, Schema<'d>>,
    /// `required`.
    pub required: IndexSet<&'d str>,
    /// `additionalProperties`.
    pub additional_properties: Option<AdditionalProperties<'d>>,
    /// `items`.
    pub items: Option<Box<Schema<'d>>>,
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
    /// All keywords as they stand, for those that are only documented.
    pub keywords: Option<&'d Map<String, Value>>,
}

impl<'d> Schema<'d> {
    /// A keyword that is only documented, such as `maximum` or `default`.
    pub fn keyword(&self, name: &str) -> Option<&'d Value> {
        self.keywords?.get(name)
    }

    /// Whether this says something about the shape of values, apart from `$ref` and `allOf`.
    pub fn has_shape(&self) -> bool {
        self.never
            || !self.types.difference(Types::NULL).is_empty()
            || self.enumeration.is_some()
            || self.constant.is_some()
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || self.additional_properties.is_some()
            || self.items.is_some()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
            || self.types == Types::NULL
    }
}

/// Keywords that describe values which the Rust type will not; mere constraints are not among them.
const UNSUPPORTED: [&str; 4] = ["prefixItems", "patternProperties", "$dynamicRef", "$recursiveRef"];

impl<'d> Reader<'d, '_> {
    /// Reads `components.schemas`.
    pub(super) fn component_schemas(&mut self, components: Option<&Node<'d>>) -> IndexMap<&'d str, Schema<'d>> {
        let Some(components) = components else { return IndexMap::new() };
        let Some(members) = self.object(components) else { return IndexMap::new() };
        let schemas = self.map(members, &components.pointer, "schemas");
        schemas.into_iter().map(|(name, node)| (name, self.schema(&node))).collect()
    }

    /// Reads the schemas outside `components.schemas` that references point at, and those that these point at.
    pub(super) fn hoisted_schemas(&mut self) -> IndexMap<Pointer, Schema<'d>> {
        let mut schemas = IndexMap::new();
        let mut next = 0;
        while let Some(pointer) = self.hoisted.get_index(next).cloned() {
            next += 1;
            if let Some(node) = self.lookup(&pointer) {
                let schema = self.schema(&node);
                schemas.insert(pointer, schema);
            }
        }
        schemas
    }

    /// Reads a schema. What is no schema at all is reported and stands for one that allows anything.
    pub(super) fn schema(&mut self, node: &Node<'d>) -> Schema<'d> {
        let at = &node.pointer;
        let members = match node.value {
            Value::Object(members) => members,
            Value::Bool(allowed) => return Schema { origin: at.clone(), never: !allowed, ..Schema::default() },
            Value::Null => return Schema { origin: at.clone(), ..Schema::default() },
            other => {
                let key = at.last().unwrap_or_default();
                self.diagnostics.report(
                    Code::InvalidSchema,
                    at,
                    format!("`{key}` must be a schema, but is `{}`", excerpt(other)),
                );
                return Schema { origin: at.clone(), is_invalid: true, ..Schema::default() };
            }
        };
        let mut schema = Schema { origin: at.clone(), keywords: Some(members), ..Schema::default() };
        for (key, value) in members {
            if !value.is_null() || key == "const" {
                self.schema_keyword(&mut schema, key, Node { value, pointer: at.clone() }, members);
            }
        }
        if schema.nullable && !schema.types.is_empty() {
            schema.types |= Types::NULL;
        }
        schema.nullable |= schema.types.contains(Types::NULL);
        let has_patterns = members.contains_key("patternProperties");
        if has_patterns && !matches!(schema.additional_properties, Some(AdditionalProperties::Schema(_))) {
            schema.additional_properties = Some(AdditionalProperties::Any);
        }
        schema
    }

    /// Reads one keyword; `node` holds its value and where the schema stands.
    fn schema_keyword(&mut self, schema: &mut Schema<'d>, key: &str, node: Node<'d>, members: &'d Map<String, Value>) {
        let at = &node.pointer;
        match key {
            "$ref" => schema.reference = self.string(members, at, key).map(|text| self.reference(text)),
            "type" => schema.types |= self.types(&Node { value: node.value, pointer: at.join(key) }),
            "nullable" => schema.nullable |= self.boolean(members, at, key).unwrap_or(false),
            "format" => schema.format = self.string(members, at, key),
            "enum" => match node.value {
                Value::Array(values) => schema.enumeration = Some(values),
                other => drop(self.wrong_type::<()>(&at.join(key), "a list", other)),
            },
            "const" => schema.constant = Some(node.value),
            "properties" => {
                schema.properties =
                    self.map(members, at, key).into_iter().map(|(name, node)| (name, self.schema(&node))).collect();
            }
            "required" => schema.required = self.required(members, at),
            "additionalProperties" => {
                schema.additional_properties = Some(match node.value {
                    Value::Bool(true) => AdditionalProperties::Any,
                    Value::Bool(false) => AdditionalProperties::Closed,
                    Value::Object(members) if members.is_empty() => AdditionalProperties::Any,
                    value => {
                        let schema = self.schema(&Node { value, pointer: at.join(key) });
                        AdditionalProperties::Schema(Box::new(schema))
                    }
                });
            }
            "items" => schema.items = Some(Box::new(self.schema(&Node { value: node.value, pointer: at.join(key) }))),
            "allOf" => schema.all_of = self.schemas(members, at, key),
            "oneOf" => schema.one_of = self.schemas(members, at, key),
            "anyOf" => schema.any_of = self.schemas(members, at, key),
            "discriminator" => {
                schema.discriminator = self.discriminator(&Node { value: node.value, pointer: at.join(key) })
            }
            "title" => schema.title = self.text(members, at, key),
            "description" => schema.description = self.text(members, at, key),
            "deprecated" => schema.deprecated = self.boolean(members, at, key).unwrap_or(false),
            "readOnly" => schema.read_only = self.boolean(members, at, key).unwrap_or(false),
            "writeOnly" => schema.write_only = self.boolean(members, at, key).unwrap_or(false),
            unsupported if UNSUPPORTED.contains(&unsupported) => self.diagnostics.report(
                Code::UnsupportedKeyword,
                &at.join(key),
                format!("`{key}` says nothing in the Rust type: what it describes is read as any JSON value"),
            ),
            _ => {}
        }
    }

    fn schemas(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Vec<Schema<'d>> {
        self.list(members, at, key).iter().map(|node| self.schema(node)).collect()
    }

    /// The names in `required`. The boolean of a property (JSON Schema draft 3) belongs to its parent and says
    /// nothing about the members of this schema.
    fn required(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> IndexSet<&'d str> {
        let nodes = self.list(members, at, "required");
        let mut names = IndexSet::new();
        for node in nodes {
            match node.value {
                Value::String(name) => drop(names.insert(name.as_str())),
                other => drop(self.wrong_type::<()>(&node.pointer, "a string", other)),
            }
        }
        names
    }

    fn types(&mut self, node: &Node<'d>) -> Types {
        match node.value {
            Value::String(name) => self.type_named(name, &node.pointer),
            Value::Array(names) => {
                let mut types = Types::empty();
                for (index, name) in names.iter().enumerate() {
                    types |= self.types(&Node { value: name, pointer: node.pointer.index(index) });
                }
                types
            }
            Value::Null => Types::NULL,
            other => self.wrong_type(&node.pointer, "a string or a list", other).unwrap_or_default(),
        }
    }

    fn type_named(&mut self, name: &str, at: &Pointer) -> Types {
        match name {
            "null" => Types::NULL,
            "boolean" => Types::BOOLEAN,
            "integer" => Types::INTEGER,
            "number" => Types::NUMBER,
            "string" => Types::STRING,
            "array" => Types::ARRAY,
            "object" => Types::OBJECT,
            other => {
                self.diagnostics.report_with_help(
                    Code::UnknownType,
                    at,
                    format!("there is no type `{other}`; any value is accepted"),
                    "the types are null, boolean, integer, number, string, array and object",
                );
                Types::empty()
            }
        }
    }

    /// Notes where a reference points.
    fn reference(&mut self, text: &'d str) -> Reference<'d> {
        let target = Pointer::parse_fragment(text);
        if let Some(target) = target.as_ref().filter(|target| Model::component_name(target).is_none()) {
            self.hoisted.insert(target.clone());
        }
        Reference { text, target }
    }

    fn discriminator(&mut self, node: &Node<'d>) -> Option<Discriminator<'d>> {
        let members = self.object(node)?;
        let property = self.string(members, &node.pointer, "propertyName")?;
        let mut mapping = Vec::new();
        for (value, target) in self.map(members, &node.pointer, "mapping") {
            match target.value {
                Value::String(text) => mapping.push((value, mapping_target(text))),
                other => drop(self.wrong_type::<()>(&target.pointer, "a string", other)),
            }
        }
        Some(Discriminator { property, mapping })
    }
}

/// Where a value of a mapping points: a reference, or the bare name of a component (OpenAPI 3.1 section 4.8.25.3).
fn mapping_target(text: &str) -> Pointer {
    Pointer::parse_fragment(text).unwrap_or_else(|| Pointer::root().join("components").join("schemas").join(text))
}

/// The start of a value as JSON, short enough for a message.
fn excerpt(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
