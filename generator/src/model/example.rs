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
    /// Returns the first example of the parameter, media type or schema at a location, or `None` if it has none.
    pub fn example(&self, at: &Pointer) -> Option<&'d Value> {
        self.example_within(at, DEEPEST)
    }

    /// Returns the first example of the elements of an array, if there is a parameter, media type or schema of one at a
    /// location.
    pub fn element_example(&self, at: &Pointer) -> Option<&'d Value> {
        let node = self.document.value(at)?;
        let own = node.get("items").map(|_| at.join("items"));
        let of_schema = node.get("schema").and_then(|schema| schema.get("items"));
        let of_schema = of_schema.map(|_| at.join("schema").join("items"));
        own.into_iter().chain(of_schema).find_map(|items| self.example(&items))
    }

    fn example_within(&self, at: &Pointer, depth: usize) -> Option<&'d Value> {
        let depth = depth.checked_sub(1)?;
        let node = self.document.value(at)?.as_object()?;
        if let Some(reference) = node.get("$ref").and_then(Value::as_str) {
            let target = self.document.resolve(at, reference).ok();
            if let Some(found) = target.and_then(|target| self.example_within(&target, depth)) {
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
            let schema = node.get("schema").map(|_| at.join("schema"));
            let members = node.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
            let members = (0..members).map(|index| at.join("allOf").index(index));
            schema.into_iter().chain(members).find_map(|inner| self.example_within(&inner, depth))
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
