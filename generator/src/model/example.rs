//! Examples that a document gives for parameters, bodies and schemas.
//!
//! ```yaml
//! {type: string, example: dog}             `example`, or the `x-example` of Swagger 2.0
//! {type: string, examples: [dog, cat]}     the first of an array (JSON Schema)
//! {examples: {first: {value: dog}}}        the first of an object (OpenAPI)
//! {type: string, default: dog}             a constant or a default
//! {schema: {type: string, example: dog}}   those of the schema
//! ```

use serde_json::Value;

use super::Model;
use crate::source::Pointer;

/// The maximum nesting of references, schemas of parameters and members of `allOf`.
const DEEPEST: usize = 8;

impl<'d> Model<'d> {
    /// Returns the parameter, media type or schema at a location, to look up its examples.
    pub fn node(&self, at: &Pointer) -> Option<&'d Value> {
        self.document.value(at)
    }

    /// Returns the first example of the node at a location, or `None` if it has none.
    pub fn example(&self, at: &Pointer, node: &'d Value) -> Option<&'d Value> {
        self.example_of(at, node, DEEPEST)
    }

    /// Returns the first example of the elements of an array, if the node at a location is a parameter, media type or
    /// schema of one.
    pub fn element_example(&self, at: &Pointer, node: &'d Value) -> Option<&'d Value> {
        let own = node.get("items").map(|items| (at.join("items"), items));
        let of_schema = node.get("schema").and_then(|schema| schema.get("items"));
        let of_schema = of_schema.map(|items| (at.join("schema").join("items"), items));
        own.into_iter().chain(of_schema).find_map(|(at, items)| self.example(&at, items))
    }

    fn example_of(&self, at: &Pointer, node: &'d Value, depth: usize) -> Option<&'d Value> {
        let depth = depth.checked_sub(1)?;
        let node = node.as_object()?;
        if let Some(reference) = node.get("$ref").and_then(Value::as_str) {
            let target = self.document.resolve(at, reference).ok();
            let node = target.as_ref().and_then(|target| self.document.value(target));
            if let (Some(target), Some(node)) = (&target, node)
                && let Some(found) = self.example_of(target, node, depth)
            {
                return Some(found);
            }
        }
        let own = ["example", "x-example"].iter().find_map(|key| node.get(*key));
        let several = || match node.get("examples")? {
            Value::Array(values) => values.first(),
            Value::Object(named) => self.named_example(&at.join("examples"), named),
            _ => None,
        };
        let within = || {
            let schema = node.get("schema").and_then(|schema| self.example_of(&at.join("schema"), schema, depth));
            let members = node.get("allOf").and_then(Value::as_array).into_iter().flatten().enumerate();
            let mut members = members.map(|(index, member)| (at.join("allOf").index(index), member));
            schema.or_else(|| members.find_map(|(at, member)| self.example_of(&at, member, depth)))
        };
        own.or_else(several).or_else(|| node.get("const")).or_else(|| node.get("default")).or_else(within)
    }

    /// Returns the first of several named examples, each of which may be a reference.
    fn named_example(&self, at: &Pointer, named: &'d serde_json::Map<String, Value>) -> Option<&'d Value> {
        let (name, first) = named.iter().next()?;
        if let Some(value) = first.get("value") {
            return Some(value);
        }
        let reference = first.get("$ref")?.as_str()?;
        let target = self.document.resolve(&at.join(name), reference).ok()?;
        self.document.value(&target)?.get("value")
    }
}
