//! Values for testing the types of one document.

use std::collections::HashSet;

use apiarist::Client;
use apiarist::ir::{NameHint, StructForm, TypeId, TypeKind, UnionDispatch};
use apiarist::source::{Document, Pointer};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::bundle::bundle;
use super::family::Families;
use super::text::EdgeCases;
use super::validity::Schemas;
use super::value::{Fullness, Sample, ValueMaker};
use super::{dialect, requests};

/// The maximum number of attempts at making a valid value.
const ATTEMPTS: usize = 12;

/// The purpose of a test value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A valid value made from the schema.
    Valid,
    /// A valid example of the document.
    Documented,
    /// An object with a property that no schema names.
    UnknownMember,
    /// A value that the enum of the schema does not list.
    UnknownValue,
    /// An object with a tag that the schema does not list.
    UnknownTag,
}

/// A value for a type.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Case {
    /// The name of the component.
    pub component: String,
    /// The index of its type in [`Cases::types`].
    pub type_: usize,
    /// The purpose of the value.
    pub kind: Kind,
    /// The value.
    pub value: Value,
    /// The Rust name of the variant that must be decoded.
    pub variant: Option<String>,
}

/// A type whose decoding and encoding are tested.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TriedType {
    /// Its name in the module `types`.
    pub name: String,
    /// Whether null is valid.
    pub nullable: bool,
    /// Whether null differs from absence. It does for types that requests contain.
    pub keeps_nulls: bool,
}

/// The values for one document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Cases {
    /// The document with its schemas in the dialect of JSON Schema 2020-12.
    pub root: Value,
    /// The Rust types of the components, in the module `types`.
    pub types: Vec<TriedType>,
    /// The values.
    pub cases: Vec<Case>,
    /// Components without any valid value, or whose schema the validator rejects.
    pub without: Vec<String>,
    /// The number of examples that are skipped because they are not objects, although their schemas have properties and
    /// no `type`.
    pub exempt: u64,
}

/// Makes `count` values for every component of a document, and additional values with unknown properties, tags and enum
/// values. Equal values of a component count once, so that a schema with few values has fewer. The result is
/// deterministic.
pub fn cases(document: &Document, client: &Client, count: usize) -> Cases {
    let (mut root, targets) = bundle(document, client);
    dialect::to_2020_12(&mut root, &targets);
    let examples = examples(&root);
    let mut cases = Cases::default();
    let Some(components) = dialect::components(&root) else { return cases };
    let types = types(client);
    let Some(schemas) = Schemas::new(&root) else {
        cases.without.extend(components.keys().filter(|name| types.contains_key(name.as_str())).cloned());
        return cases;
    };
    let families = Families::new(&root);
    let carried = requests::carried(&root, &families);
    for (number, (name, schema)) in components.iter().enumerate() {
        let Some(&id) = types.get(name.as_str()) else { continue };
        let Some(validator) = schemas.validator(name) else {
            cases.without.push(name.clone());
            continue;
        };
        let mut maker = Maker {
            client,
            id,
            component: name,
            origin: &client.api().definition(id).origin,
            schemas: &schemas,
            validator: &validator,
            values: ValueMaker::new(&root, &families, number as u64, EdgeCases::All),
            type_: cases.types.len(),
            known: HashSet::new(),
            cases: Vec::new(),
        };
        maker.valid(schema, count);
        let documented = schema
            .get("example")
            .into_iter()
            .chain(schema.get("examples").and_then(Value::as_array).into_iter().flatten());
        let elsewhere = examples.get(name.as_str()).into_iter().flatten().copied();
        let exempt = maker.documented(schema, documented.chain(elsewhere));
        cases.exempt += exempt;
        maker.beside();
        if maker.cases.is_empty() {
            cases.without.push(name.clone());
            continue;
        }
        let nullable = maker.cases.iter().any(|case| case.value.is_null());
        cases.cases.append(&mut maker.cases);
        let keeps_nulls = carried.contains(name);
        cases.types.push(TriedType { name: client.names().type_(id).name.clone(), nullable, keeps_nulls });
    }
    drop((schemas, families));
    cases.root = root;
    cases
}

impl Cases {
    /// Returns the schema of a component.
    pub fn schema(&self, component: &str) -> Option<&Value> {
        dialect::components(&self.root)?.get(component)
    }
}

/// Returns the types that are decoded from JSON, by their names in the document.
fn types(client: &Client) -> IndexMap<&str, TypeId> {
    let mut types = IndexMap::new();
    for (index, definition) in client.api().types.iter().enumerate() {
        let is_form = match &definition.kind {
            TypeKind::Struct(object) => object.form == StructForm::Multipart,
            TypeKind::Union(union) => matches!(union.dispatch, UnionDispatch::Form),
            _ => false,
        };
        if let (NameHint::Component(name), false) = (&definition.name, is_form) {
            types.entry(name.as_str()).or_insert(TypeId(index));
        }
    }
    types
}

/// Returns the examples next to references to components, by the name of the component.
fn examples(root: &Value) -> IndexMap<&str, Vec<&Value>> {
    let mut found: IndexMap<&str, Vec<&Value>> = IndexMap::new();
    let mut rest = vec![root];
    while let Some(value) = rest.pop() {
        match value {
            Value::Object(members) => {
                let reference = members.get("schema").and_then(|schema| schema.get("$ref")).and_then(Value::as_str);
                if let Some(name) = reference.and_then(|reference| reference.rsplit('/').next()) {
                    let several = members
                        .get("examples")
                        .and_then(Value::as_object)
                        .into_iter()
                        .flat_map(|examples| examples.values());
                    let several = several.filter_map(|example| example.get("value"));
                    found.entry(name).or_default().extend(members.get("example").into_iter().chain(several));
                }
                rest.extend(members.values());
            }
            Value::Array(elements) => rest.extend(elements),
            _ => {}
        }
    }
    found
}

/// A maker of values for one component.
struct Maker<'a> {
    client: &'a Client,
    id: TypeId,
    component: &'a str,
    origin: &'a Pointer,
    schemas: &'a Schemas<'a>,
    validator: &'a jsonschema::Validator,
    values: ValueMaker<'a>,
    type_: usize,
    /// The values of all cases as JSON.
    known: HashSet<String>,
    cases: Vec<Case>,
}

impl Maker<'_> {
    fn valid(&mut self, schema: &Value, count: usize) {
        let members =
            ["oneOf", "anyOf"].iter().filter_map(|key| Some(schema.get(*key)?.as_array()?.len())).max().unwrap_or(0);
        for number in 0..count.max(members) {
            let wanted = (members > 0).then(|| number % members);
            let Some(sample) = self.sample(schema, number, wanted) else { continue };
            let variant = sample.chosen.and_then(|choice| {
                let at = self.origin.join(choice.keyword).index(choice.member);
                self.variant_of(schema, &sample, &at)
            });
            self.add(Kind::Valid, sample.value, variant);
        }
    }

    fn sample(&mut self, schema: &Value, number: usize, wanted: Option<usize>) -> Option<Sample> {
        for attempt in 0..ATTEMPTS {
            let fullness = match (number, attempt) {
                (0, 0) | (_, 9..) => Fullness::Sparse,
                (1, 0) => Fullness::Full,
                _ => Fullness::Mixed,
            };
            if let Some(sample) = self.values.sample(schema, Some(self.component), fullness, wanted)
                && self.validator.is_valid(&sample.value)
            {
                return Some(sample);
            }
        }
        None
    }

    /// Returns the variant for the subschema of a `oneOf` at a pointer. Returns `None` for `anyOf`, whose values may
    /// also match other subschemas, and for a value that only another subschema accepts.
    fn variant_of(&self, schema: &Value, sample: &Sample, at: &Pointer) -> Option<String> {
        let choice = sample.chosen?;
        if choice.keyword != "oneOf"
            || sample.value.is_null()
            || !self.schemas.is_valid_member(self.component, choice.member, &sample.value)
        {
            return None;
        }
        let TypeKind::Union(union) = &self.client.api().types.get(self.id.0)?.kind else { return None };
        let members = schema.get("oneOf")?.as_array()?.len();
        if union.variants.len() != members {
            return None;
        }
        let place = union.variants.iter().position(|variant| variant.origin == *at)?;
        match &self.client.names().type_(self.id).members {
            apiarist::names::TypeMembers::Variants(names) => names.get(place).cloned(),
            _ => None,
        }
    }

    /// Adds the valid examples of the document. Returns the number of examples that are not objects although the schema
    /// has properties, which implies `type: object`.
    fn documented<'v>(&mut self, schema: &Value, values: impl Iterator<Item = &'v Value>) -> u64 {
        let implies_object = self.values.implies_object(schema);
        let mut exempt = 0;
        for value in values {
            let is_reference = value.get("$ref").is_some_and(Value::is_string);
            if is_reference || !self.validator.is_valid(value) {
                continue;
            }
            if implies_object && !value.is_object() && !value.is_null() {
                exempt += 1;
            } else {
                self.add(Kind::Documented, value.clone(), None);
            }
        }
        exempt
    }

    /// Adds values that a later version of the server may send: unknown properties, enum values and tags.
    fn beside(&mut self) {
        let Some(definition) = self.client.api().types.get(self.id.0) else { return };
        match &definition.kind {
            TypeKind::StringEnum(_) => self.add(Kind::UnknownValue, json!("a future value"), None),
            TypeKind::IntegerEnum(_) => self.add(Kind::UnknownValue, json!(987_654_321), None),
            TypeKind::Struct(object) => {
                let value = self.first_object();
                let value = value.map(|value| with(value, "a_future_property", json!({"a": [1, null]})));
                // A property that no schema names may be restricted by `additionalProperties`.
                if let Some(value) = value.filter(|value| object.extra.is_none() || self.validator.is_valid(value)) {
                    self.add(Kind::UnknownMember, value, None);
                }
            }
            TypeKind::Union(union) => {
                if let (UnionDispatch::ByTag(tagged), Some(value)) = (&union.dispatch, self.first_object()) {
                    self.add(Kind::UnknownTag, with(value, &tagged.property, json!("a future tag")), None);
                }
            }
            TypeKind::Alias(_) => {}
        }
    }

    fn first_object(&self) -> Option<Value> {
        self.cases.iter().find(|case| case.kind == Kind::Valid && case.value.is_object()).map(|case| case.value.clone())
    }

    /// Adds a value, unless there is an equal one.
    fn add(&mut self, kind: Kind, value: Value, variant: Option<String>) {
        if !self.known.insert(value.to_string()) {
            return;
        }
        self.cases.push(Case { component: self.component.to_owned(), type_: self.type_, kind, value, variant });
    }
}

fn with(mut value: Value, key: &str, member: Value) -> Value {
    if let Value::Object(members) = &mut value {
        members.insert(key.to_owned(), member);
    }
    value
}
