//! Flattens a schema into one without references, compositions and unions.
//!
//! ```text
//! Pet: {type: object, required: [name], properties: {name: {type: string}}}
//! Cat: {allOf: [{$ref: Pet}, {properties: {lives: {type: integer}}}]}
//!
//! Cat becomes
//! keywords:   {type: object}
//! properties: {name: {type: string}, lives: {type: integer}}
//! required:   [name]
//! ```

use serde_json::{Map, Value, json};

use super::family::Families;

/// The maximum nesting of references and compositions. Deeper schemas are abandoned.
const DEEPEST: usize = 48;

/// A self-contained schema, with one subschema chosen from each union.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// Keywords such as `type`, `enum` and `minimum`; bounds of several schemas are narrowed.
    pub keywords: Map<String, Value>,
    /// The properties; several schemas of one property are joined by `allOf`.
    pub properties: Map<String, Value>,
    /// The names of required properties.
    pub required: Vec<String>,
    /// The schemas of unnamed properties.
    pub additional: Vec<Value>,
    /// The schemas of elements.
    pub items: Vec<Value>,
    /// The subschema chosen from the outermost union.
    pub chosen: Option<Choice>,
}

impl Flat {
    /// Returns `true` if the schema has keywords about properties.
    pub fn is_about_objects(&self) -> bool {
        let conditional = |key: &str| self.keywords.get(key).is_some_and(|schema| schema.get("properties").is_some());
        !self.properties.is_empty()
            || !self.additional.is_empty()
            || !self.required.is_empty()
            || ["if", "then", "else"].into_iter().any(conditional)
    }
}

/// A subschema of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// `oneOf` or `anyOf`.
    pub keyword: &'static str,
    /// The index of the subschema.
    pub member: usize,
}

/// The position of a schema within the schema being flattened.
#[derive(Clone, Copy)]
struct Place<'n> {
    depth: usize,
    /// Whether this is the schema itself or the target of its reference.
    is_outermost: bool,
    /// Whether this is one of several schemas that a value must match together.
    is_part: bool,
    /// The component, whose `allOf` only adds to it.
    name: Option<&'n str>,
}

/// A flattener of schemas.
pub struct Flattener<'r> {
    root: &'r Value,
    families: &'r Families,
    random: &'r mut fastrand::Rng,
    /// The index of the subschema to choose from the outermost union.
    wanted: Option<usize>,
    steps: usize,
}

impl<'r> Flattener<'r> {
    /// Creates a flattener for a document whose schemas are in the dialect of 2020-12.
    pub fn new(root: &'r Value, families: &'r Families, random: &'r mut fastrand::Rng, wanted: Option<usize>) -> Self {
        Self { root, families, random, wanted, steps: 0 }
    }

    /// Flattens a schema, which may be the component `name`. Returns `None` if it accepts no value or is nested too
    /// deeply.
    pub fn flatten(&mut self, schema: &Value, name: Option<&str>) -> Option<Flat> {
        let mut flat = Flat::default();
        let place = Place { depth: 0, is_outermost: true, is_part: false, name };
        if !self.add(schema, &mut flat, place) {
            return None;
        }
        if let Some((name, discriminator)) = name.and_then(|name| Some((name, self.families.only_union(name)?)))
            && leads_to(discriminator, name)
        {
            self.tag(discriminator, name, &mut flat);
        }
        Some(flat)
    }

    fn add(&mut self, schema: &Value, flat: &mut Flat, place: Place<'_>) -> bool {
        self.steps += 1;
        if place.depth > DEEPEST || self.steps > 2_000 {
            return false;
        }
        if !schema.is_object() {
            return schema != &Value::Bool(false);
        }
        if let Some(child) = place.name.filter(|_| !place.is_part).and_then(|name| self.child(name)) {
            let Some(target) = self.families.component(self.root, &child) else { return false };
            return self.add_all(target, flat, Place { depth: place.depth + 1, name: Some(&child), ..place });
        }
        self.add_all(schema, flat, place)
    }

    /// Chooses a subtype of a parent, or `None` for the parent itself.
    fn child(&mut self, name: &str) -> Option<String> {
        let subtypes = self.families.subtypes(name);
        let subtype = subtypes.get(self.random.usize(..subtypes.len().max(1)))?;
        (subtype != name).then(|| subtype.clone())
    }

    /// Adds the keywords of a schema, whichever subtypes it has.
    fn add_all(&mut self, schema: &Value, flat: &mut Flat, place: Place<'_>) -> bool {
        let Value::Object(members) = schema else { return true };
        if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            let Some(target) = resolve(self.root, reference) else { return false };
            let name = if place.is_part { place.name } else { Some(last(reference)) };
            if !self.add(target, flat, Place { depth: place.depth + 1, name, ..place }) {
                return false;
            }
        }
        // The own enum limits the choices from unions in the parts.
        self.add_own(members, flat);
        for part in members.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            let place = Place { depth: place.depth + 1, is_outermost: false, is_part: true, ..place };
            if !self.add(part, flat, place) {
                return false;
            }
        }
        if let Some((discriminator, name)) = members.get("discriminator").zip(place.name)
            && !["oneOf", "anyOf"].iter().any(|key| members.contains_key(*key))
        {
            self.tag(discriminator, name, flat);
        }
        for keyword in ["oneOf", "anyOf"] {
            let Some(choices) = members.get(keyword).and_then(Value::as_array) else { continue };
            let wanted = if place.is_outermost { self.wanted.take() } else { None };
            let is_allowed = |at: &usize| choices.get(*at).is_some_and(|choice| allows(flat, choice));
            let allowed: Vec<usize> = (0..choices.len()).filter(is_allowed).collect();
            let member = wanted.filter(|wanted| *wanted < choices.len());
            let Some(member) = member.or_else(|| self.random.choice(allowed)) else { return false };
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
                self.tag(discriminator, last(reference), flat);
            }
        }
        true
    }

    /// Restricts the discriminator property to the value that is mapped to the component of this name.
    fn tag(&self, discriminator: &Value, name: &str, flat: &mut Flat) {
        let property = discriminator.get("propertyName").unwrap_or(discriminator);
        let Some(property) = property.as_str() else { return };
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        let leads_there = |target: &Value| target.as_str().is_some_and(|target| last(target) == name);
        let mapped =
            mapping.into_iter().flatten().find(|(_, target)| leads_there(target)).map(|(value, _)| value.as_str());
        let mapped = mapped.or_else(|| self.families.own_value(name));
        let has_constant = |schema: &Value| schema.get("const").is_some() || schema.get("enum").is_some();
        let is_open = flat.properties.get(property).is_some_and(|schema| schema.get("pattern").is_some());
        if mapped.is_some() || !(is_open || flat.properties.get(property).is_some_and(has_constant)) {
            join(&mut flat.properties, property, &json!({"const": mapped.unwrap_or(name)}));
        }
        if !flat.required.iter().any(|known| known == property) {
            flat.required.push(property.to_owned());
        }
    }

    /// Adds the schema's own keywords, without references and compositions.
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

/// Returns the value at a reference inside the document.
pub fn resolve<'r>(root: &'r Value, reference: &str) -> Option<&'r Value> {
    let pointer = reference.strip_prefix('#')?;
    let decoded = percent_encoding::percent_decode_str(pointer).decode_utf8().ok()?;
    root.pointer(&decoded)
}

/// Returns the last segment of a reference: the name of a component.
pub fn last(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}

/// Returns `true` if a discriminator maps a value to the component of this name. Without a mapping, every name is
/// mapped to itself.
fn leads_to(discriminator: &Value, name: &str) -> bool {
    let mapping = discriminator.get("mapping").and_then(Value::as_object);
    let mut mapped = mapping.into_iter().flat_map(Map::values).filter_map(Value::as_str).peekable();
    mapped.peek().is_none() || mapped.any(|target| last(target) == name)
}

/// Returns `true` unless the enum of a schema excludes the constant of a subschema.
fn allows(flat: &Flat, choice: &Value) -> bool {
    let listed = flat.keywords.get("enum").and_then(Value::as_array);
    choice.get("const").zip(listed).is_none_or(|(constant, values)| values.contains(constant))
}

fn join(properties: &mut Map<String, Value>, name: &str, schema: &Value) {
    let joined = match properties.get(name) {
        Some(known) if known == schema => return,
        Some(known) => json!({"allOf": [known, schema]}),
        None => schema.clone(),
    };
    properties.insert(name.to_owned(), joined);
}

/// Merges the values of one keyword from two schemas.
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
    fn compositions_are_flattened_and_the_tag_matches_the_chosen_member() {
        let root = json!({"components": {"schemas": {
            "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                    "discriminator": {"propertyName": "kind", "mapping": {"dog": "#/components/schemas/Dog"}}},
            "Cat": {"type": "object", "properties": {"kind": {"type": "string"}}},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Cat"}, {"required": ["age"], "properties": {"age": {"type": "integer"}}}]},
        }}});
        let mut random = fastrand::Rng::with_seed(1);
        let families = Families::new(&root);
        let pet = resolve(&root, "#/components/schemas/Pet").expect("it is there");
        let flat =
            Flattener::new(&root, &families, &mut random, Some(1)).flatten(pet, None).expect("it accepts values");
        assert_eq!(flat.chosen, Some(Choice { keyword: "oneOf", member: 1 }));
        assert_eq!(flat.required, ["age", "kind"]);
        assert_eq!(flat.properties["kind"], json!({"allOf": [{"type": "string"}, {"const": "dog"}]}));
        let flat =
            Flattener::new(&root, &families, &mut random, Some(0)).flatten(pet, None).expect("it accepts values");
        assert_eq!(flat.properties["kind"], json!({"allOf": [{"type": "string"}, {"const": "Cat"}]}));
    }
}
