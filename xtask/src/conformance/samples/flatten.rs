//! One schema without references, compositions and choices, made of one that has them.

use serde_json::{Map, Value, json};

/// How many references and compositions may be inside each other before a schema is given up.
const DEEPEST: usize = 48;

/// A schema that says everything by itself, for one choice among the members of each union.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// Keywords such as `type`, `enum`, `minimum`; bounds of several schemas are narrowed.
    pub keywords: Map<String, Value>,
    /// The members of objects; what several schemas say of one is joined by `allOf`.
    pub properties: Map<String, Value>,
    /// The names of the members that must be there.
    pub required: Vec<String>,
    /// The schemas of members that are not named.
    pub additional: Vec<Value>,
    /// The schemas of elements.
    pub items: Vec<Value>,
    /// The member that was chosen in the outermost union: its place, and whether that was of `oneOf`.
    pub chosen: Option<Choice>,
}

/// A choice in a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// `oneOf` or `anyOf`.
    pub keyword: &'static str,
    /// The place of the member.
    pub member: usize,
}

/// Where a schema stands in the one that is made flat.
#[derive(Clone, Copy)]
struct Place<'n> {
    depth: usize,
    /// Whether it is the schema itself, or what that refers to.
    is_outermost: bool,
    /// Whether it is one of several that must hold together.
    is_part: bool,
    /// The component that is meant; what stands in its `allOf` only adds to it.
    name: Option<&'n str>,
}

/// Makes schemas flat.
pub struct Flattener<'r> {
    root: &'r Value,
    random: &'r mut fastrand::Rng,
    /// Which member of the outermost union to choose.
    wanted: Option<usize>,
    steps: usize,
}

impl<'r> Flattener<'r> {
    /// For schemas of this document, rewritten in the dialect of 2020-12.
    pub fn new(root: &'r Value, random: &'r mut fastrand::Rng, wanted: Option<usize>) -> Self {
        Self { root, random, wanted, steps: 0 }
    }

    /// Flattens a schema, which may be the component of this name; nothing when it accepts no value, or leads too far.
    pub fn flatten(&mut self, schema: &Value, name: Option<&str>) -> Option<Flat> {
        let mut flat = Flat::default();
        let place = Place { depth: 0, is_outermost: true, is_part: false, name };
        self.add(schema, &mut flat, place).then_some(flat)
    }

    fn add(&mut self, schema: &Value, flat: &mut Flat, place: Place<'_>) -> bool {
        self.steps += 1;
        if place.depth > DEEPEST || self.steps > 2_000 {
            return false;
        }
        let members = match schema {
            Value::Object(members) => members,
            other => return other != &Value::Bool(false),
        };
        if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            let Some(target) = resolve(self.root, reference) else { return false };
            let name = if place.is_part { place.name } else { Some(last(reference)) };
            if !self.add(target, flat, Place { depth: place.depth + 1, name, ..place }) {
                return false;
            }
        }
        for part in members.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            let place = Place { depth: place.depth + 1, is_outermost: false, is_part: true, ..place };
            if !self.add(part, flat, place) {
                return false;
            }
        }
        self.add_own(members, flat);
        if let Some((discriminator, name)) = members.get("discriminator").zip(place.name)
            && !["oneOf", "anyOf"].iter().any(|key| members.contains_key(*key))
        {
            tag(discriminator, name, flat);
        }
        for keyword in ["oneOf", "anyOf"] {
            let Some(choices) = members.get(keyword).and_then(Value::as_array) else { continue };
            let wanted = if place.is_outermost { self.wanted.take() } else { None };
            let member =
                wanted.filter(|wanted| *wanted < choices.len()).unwrap_or_else(|| self.random.usize(..choices.len()));
            let Some(choice) = choices.get(member) else { return false };
            if place.is_outermost && flat.chosen.is_none() {
                flat.chosen = Some(Choice { keyword, member });
            }
            let inner = Place { depth: place.depth + 1, is_outermost: false, is_part: false, name: None };
            if !self.add(choice, flat, inner) {
                return false;
            }
            let reference = choice.get("$ref").and_then(Value::as_str);
            if let Some((discriminator, reference)) = members.get("discriminator").zip(reference) {
                tag(discriminator, last(reference), flat);
            }
        }
        true
    }

    /// Adds what a schema says apart from references and compositions.
    fn add_own(&self, members: &Map<String, Value>, flat: &mut Flat) {
        for (key, value) in members {
            match key.as_str() {
                "$ref" | "allOf" | "oneOf" | "anyOf" | "discriminator" => {}
                "properties" => {
                    for (name, property) in value.as_object().into_iter().flatten() {
                        join(&mut flat.properties, name, property);
                    }
                }
                "required" => {
                    for name in value.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        if !flat.required.iter().any(|known| known == name) {
                            flat.required.push(name.to_owned());
                        }
                    }
                }
                "additionalProperties" | "unevaluatedProperties" => flat.additional.push(value.clone()),
                "items" => flat.items.push(value.clone()),
                _ => narrow(&mut flat.keywords, key, value),
            }
        }
    }
}

/// The value at a reference inside the document.
pub fn resolve<'r>(root: &'r Value, reference: &str) -> Option<&'r Value> {
    let pointer = reference.strip_prefix('#')?;
    let decoded = percent_encoding::percent_decode_str(pointer).decode_utf8().ok()?;
    root.pointer(&decoded)
}

/// The last step of a reference: the name of a component.
fn last(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}

/// The member that a discriminator looks at has the value that it maps to the component of this name.
fn tag(discriminator: &Value, name: &str, flat: &mut Flat) {
    let property = discriminator.get("propertyName").unwrap_or(discriminator);
    let Some(property) = property.as_str() else { return };
    let mapping = discriminator.get("mapping").and_then(Value::as_object);
    let leads_there = |target: &Value| target.as_str().is_some_and(|target| last(target) == name);
    let mapped = mapping.into_iter().flatten().find(|(_, target)| leads_there(target));
    let value = mapped.map_or(name, |(value, _)| value.as_str());
    let says = |schema: &Value| schema.get("const").is_some() || schema.get("enum").is_some();
    if mapped.is_some() || !flat.properties.get(property).is_some_and(says) {
        join(&mut flat.properties, property, &json!({"const": value}));
    }
    if !flat.required.iter().any(|known| known == property) {
        flat.required.push(property.to_owned());
    }
}

fn join(properties: &mut Map<String, Value>, name: &str, schema: &Value) {
    let joined = match properties.get(name) {
        Some(known) if known == schema => return,
        Some(known) => json!({"allOf": [known, schema]}),
        None => schema.clone(),
    };
    properties.insert(name.to_owned(), joined);
}

/// Joins what two schemas say by one keyword.
fn narrow(keywords: &mut Map<String, Value>, key: &str, value: &Value) {
    let Some(known) = keywords.get(key) else {
        keywords.insert(key.to_owned(), value.clone());
        return;
    };
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let joined = match key {
        "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties"
            if number(known) > number(value) =>
        {
            known.clone()
        }
        "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties"
            if number(known) < number(value) =>
        {
            known.clone()
        }
        "type" => {
            common(&listed(known), &listed(value), |one, other| one == other || (one == "integer" && other == "number"))
        }
        "enum" => common(&listed(known), &listed(value), |one, other| one == other),
        "const" | "pattern" | "format" => known.clone(),
        _ => value.clone(),
    };
    keywords.insert(key.to_owned(), joined);
}

fn listed(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(values) => values.clone(),
        one => vec![one.clone()],
    }
}

fn common(one: &[Value], other: &[Value], same: impl Fn(&Value, &Value) -> bool) -> Value {
    let forward = one.iter().filter(|value| other.iter().any(|other| same(value, other)));
    let backward = other.iter().filter(|value| !one.contains(value) && one.iter().any(|one| same(value, one)));
    Value::Array(forward.chain(backward).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compositions_become_one_schema_and_a_tag_has_the_value_of_the_choice() {
        let root = json!({"components": {"schemas": {
            "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                    "discriminator": {"propertyName": "kind", "mapping": {"dog": "#/components/schemas/Dog"}}},
            "Cat": {"type": "object", "properties": {"kind": {"type": "string"}}},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Cat"}, {"required": ["age"], "properties": {"age": {"type": "integer"}}}]},
        }}});
        let mut random = fastrand::Rng::with_seed(1);
        let pet = resolve(&root, "#/components/schemas/Pet").expect("it is there");
        let flat = Flattener::new(&root, &mut random, Some(1)).flatten(pet, None).expect("it accepts values");
        assert_eq!(flat.chosen, Some(Choice { keyword: "oneOf", member: 1 }));
        assert_eq!(flat.required, ["age", "kind"]);
        assert_eq!(flat.properties["kind"], json!({"allOf": [{"type": "string"}, {"const": "dog"}]}));
        let flat = Flattener::new(&root, &mut random, Some(0)).flatten(pet, None).expect("it accepts values");
        assert_eq!(flat.properties["kind"], json!({"allOf": [{"type": "string"}, {"const": "Cat"}]}));
    }
}
