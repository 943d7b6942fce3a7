//! Collects examples of required values in requests, for the documentation of methods.
//!
//! ```yaml
//! properties:
//!   city: {type: string, example: Lisbon}   →   `Trip::new("Lisbon")`
//! ```

use serde_json::Value;

use super::Passes;
use crate::hash::HashSet;
use crate::ir::{Api, Body, TypeId, TypeKind};
use crate::model::Model;
use crate::source::Pointer;

/// The maximum length of an example string, in characters.
const LONGEST: usize = 60;

/// The maximum number of properties of an object.
const MOST_PROPERTIES: usize = 40;

/// The maximum nesting of objects and arrays.
const DEEPEST: usize = 6;

impl Passes<'_, '_> {
    /// Adds the examples to the API.
    pub(super) fn collect_examples(&mut self) {
        let (api, model) = (&mut self.draft.api, self.model);
        let mut places: Vec<(Pointer, Pointer)> = Vec::new();
        let mut types = Vec::new();
        for operation in &api.operations {
            types.extend(api.carried_by(operation).0);
            let parameters = operation.parameters.iter().map(|parameter| &parameter.origin);
            places.extend(parameters.map(|origin| (origin.clone(), origin.clone())));
            places.extend(operation.bodies.iter().map(|body| (body.origin.clone(), media_type(body, model))));
        }
        for id in reachable(api, types) {
            let definition = api.definition(id);
            places.push((definition.origin.clone(), definition.origin.clone()));
            if let TypeKind::Struct(object) = &definition.kind {
                let fields = object.fields.iter().filter(|field| field.required).map(|field| &field.origin);
                places.extend(fields.map(|origin| (origin.clone(), origin.clone())));
            }
        }
        for (origin, place) in places {
            let Some(node) = model.node(&place) else { continue };
            let own = model.example(&place, node).and_then(|example| shortened(example, DEEPEST));
            let of_elements = || Some(Value::Array(vec![shortened(model.element_example(&place, node)?, DEEPEST)?]));
            if let Some(example) = own.or_else(of_elements) {
                api.examples.insert(origin, example);
            }
        }
    }
}

/// Returns the location of a body's example: its media type, or in Swagger 2.0 the body itself.
fn media_type(body: &Body, model: &Model<'_>) -> Pointer {
    let within = body.origin.join("content").join(&body.media_type);
    if model.node(&within).is_some_and(|node| model.example(&within, node).is_some()) {
        within
    } else {
        body.origin.clone()
    }
}

/// Returns these types and all types that they contain.
fn reachable(api: &Api, mut open: Vec<TypeId>) -> Vec<TypeId> {
    let mut seen = HashSet::default();
    let mut found = Vec::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(api.held_by(id));
            found.push(id);
        }
    }
    found
}

/// Returns an example shortened for a comment: without long strings, further elements and deep nesting.
fn shortened(example: &Value, depth: usize) -> Option<Value> {
    match example {
        Value::Null => None,
        Value::Bool(_) | Value::Number(_) => Some(example.clone()),
        Value::String(text) => (text.chars().nth(LONGEST).is_none()).then(|| example.clone()),
        Value::Array(elements) => {
            let depth = depth.checked_sub(1)?;
            Some(Value::Array(elements.first().and_then(|element| shortened(element, depth)).into_iter().collect()))
        }
        Value::Object(properties) => {
            let depth = depth.checked_sub(1)?;
            let properties = properties.iter().take(MOST_PROPERTIES);
            let entries = properties.filter_map(|(name, value)| Some((name.clone(), shortened(value, depth)?)));
            Some(Value::Object(entries.collect()))
        }
    }
}
