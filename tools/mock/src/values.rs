//! Provides values for parameters and bodies: examples of the document, or values made from its schemas.

use std::cell::Cell;

use apiarist::Client;
use apiarist::ir::{Body, BodyContent, Parameter, ParameterLocation, Scalar, Type};
use apiarist::source::{Document, Pointer};
use serde_json::{Map, Value, json};

use apiarist_conformance::samples::{EdgeCases, Families, Fullness, Schemas, ValueMaker, bundle, resolve, to_2020_12};

/// The maximum number of attempts at making a valid value.
const ATTEMPTS: usize = 60;

/// The maximum number of references followed from one node.
const DEEPEST_REFERENCES: usize = 32;

/// Returns a document as one tree, with the schemas of parameters and bodies in the dialect of 2020-12.
pub fn tree(document: &Document, client: &Client) -> Value {
    let (mut root, mut targets) = bundle(document, client);
    for operation in &client.api().operations {
        targets.extend(operation.parameters.iter().map(|parameter| schema_of_parameter(&root, &parameter.origin)));
        targets.extend(operation.bodies.iter().filter_map(|body| schema_of_body(&root, body)));
    }
    targets.sort();
    targets.dedup();
    to_2020_12(&mut root, &targets);
    root
}

/// The schemas of a document, in one tree.
struct Tree<'r> {
    root: &'r Value,
    schemas: Option<Schemas<'r>>,
    families: Families,
}

impl<'r> Tree<'r> {
    fn new(root: &'r Value) -> Self {
        Self { root, schemas: Schemas::new(root), families: Families::new(root) }
    }

    /// Returns the test for values of the schema at a pointer, or `None` if the schema is invalid.
    fn validator(&self, at: &str) -> Option<impl Fn(&Value) -> bool + use<'r>> {
        let validator = self.schemas.as_ref()?.validator_at(at, true)?;
        Some(move |value: &Value| validator.is_valid(value))
    }
}

/// A maker of values for one document.
pub struct Values<'r> {
    document: Tree<'r>,
    /// The same without read-only properties, if there are any.
    writable: Option<Tree<'r>>,
    /// The seed, which differs between values but not between runs.
    seed: Cell<u64>,
}

impl<'r> Values<'r> {
    /// Creates the values for the [`tree`] of a document, and for the same tree without read-only properties.
    pub fn new(root: &'r Value, writable: Option<&'r Value>) -> Self {
        Self { document: Tree::new(root), writable: writable.map(Tree::new), seed: Cell::new(0) }
    }

    /// Returns a value for a parameter of an operation with this path, which the location of the parameter can
    /// transport.
    pub fn parameter(&self, parameter: &Parameter, path: &str) -> Option<Value> {
        let at = schema_of_parameter(self.document.root, &parameter.origin);
        let place = parameter.origin.get(self.document.root);
        // Some paths have parameters that the document does not declare.
        if place.is_none_or(|place| place.get("in").is_none()) {
            return Some(json!("text"));
        }
        let fits = |value: &Value| can_be_sent(value, parameter.location);
        let edge_cases =
            if parameter.location == ParameterLocation::Query { EdgeCases::NonEmpty } else { EdgeCases::Printable };
        let value =
            |fits: &dyn Fn(&Value) -> bool| self.value(&self.document, place, &at, (Fullness::Mixed, edge_cases), fits);
        // The server cannot separate `{a}.{b}` if the value of `a` has a dot.
        let is_shared = parameter.location == ParameterLocation::Path && shares_segment(path, &parameter.wire_name);
        let is_preferred = |value: &Value| {
            // A single element is the same in all styles.
            let shows_style = value.as_array().is_none_or(|elements| elements.len() > 1);
            fits(value) && shows_style && self.is_unambiguous(&at, value) && (!is_shared || is_alphanumeric(value))
        };
        value(&is_preferred).or_else(|| value(&fits))
    }

    /// Returns `true` if the server reads a parameter as the value that was sent. The server converts text to each type
    /// of a union, so that `5` is both an integer and a string. It reads a structured value only if its type is the only
    /// one.
    fn is_unambiguous(&self, at: &str, value: &Value) -> bool {
        let Some(schema) = self.document.root.pointer(at) else { return true };
        let type_ = target(self.document.root, schema).get("type").and_then(|type_| match type_ {
            Value::Array(types) if types.len() == 1 => types[0].as_str(),
            type_ => type_.as_str(),
        });
        let other = match value {
            Value::Array(_) => return type_ == Some("array"),
            Value::Object(_) => return type_ == Some("object"),
            _ if type_.is_some() => return true,
            Value::String(text) => serde_json::from_str(text).unwrap_or_default(),
            value => Value::String(value.to_string()),
        };
        other.is_null() || self.document.validator(at).is_none_or(|is_valid| !is_valid(&other))
    }

    /// Returns a value for a body. For a form, the value is an object with the properties that are not files.
    pub fn body(&self, body: &Body) -> Option<Value> {
        let is_text = matches!(body.content, BodyContent::Text(Type::Scalar(Scalar::String)));
        if matches!(body.content, BodyContent::Bytes) {
            return Some(json!("bytes"));
        }
        let Some(at) = schema_of_body(self.document.root, body) else {
            // Without a schema, the body may be any value.
            return if is_text { Some(json!("text")) } else { self.form_data(body).or(Some(json!({"any": "value"}))) };
        };
        let place = at.strip_suffix("/schema").and_then(|at| self.document.root.pointer(at));
        if is_text {
            let fits = |value: &Value| value.is_string();
            return self.value(&self.document, place, &at, (Fullness::Full, EdgeCases::NonEmpty), &fits);
        }
        let value = self.structured(place, &at)?;
        let is_form = matches!(body.content, BodyContent::Multipart(..));
        Some(if is_form { self.form_of_texts(&at, value) } else { value })
    }

    /// Returns a value for the schema of a body at a pointer. OpenAPI ignores whether a request requires a read-only
    /// property, but the server does so only outside of `allOf`. A value that is valid in both cases is preferred.
    fn structured(&self, place: Option<&Value>, at: &str) -> Option<Value> {
        let Some(writable) = &self.writable else {
            let whole = self.value(&self.document, place, at, (Fullness::Full, EdgeCases::All), &is_exact);
            return whole
                .or_else(|| self.value(&self.document, place, at, (Fullness::Sparse, EdgeCases::All), &is_exact));
        };
        let validators = [self.document.validator(at), writable.validator(at)];
        let fits = |value: &Value| is_exact(value) && validators.iter().flatten().all(|is_valid| is_valid(value));
        let attempts =
            [(writable, Fullness::Full), (&self.document, Fullness::Full), (&self.document, Fullness::Sparse)];
        let valid = |(tree, fullness)| self.value(tree, place, at, (fullness, EdgeCases::All), &fits);
        let only_writable = || self.value(writable, place, at, (Fullness::Full, EdgeCases::All), &is_exact);
        attempts.into_iter().find_map(valid).or_else(only_writable)
    }

    /// Removes the optional arrays and objects of a form with parts. The server takes each part for a string, whatever
    /// its media type, and of several parts with one name the last, so that it rejects arrays and objects.
    fn form_of_texts(&self, at: &str, form: Value) -> Value {
        let (Some(is_valid), Value::Object(members)) = (self.document.validator(at), &form) else { return form };
        let mut smaller = form.clone();
        for (name, _) in members.iter().filter(|(_, part)| part.is_array() || part.is_object()) {
            let mut without = smaller.clone();
            without.as_object_mut().map(|members| members.shift_remove(name));
            if is_valid(&without) {
                smaller = without;
            }
        }
        smaller
    }

    /// Returns the form that consists of the `formData` parameters of Swagger 2.0.
    fn form_data(&self, body: &Body) -> Option<Value> {
        let parameters = body.origin.get(self.document.root)?.as_array()?;
        let mut members = Map::new();
        for (index, parameter) in parameters.iter().enumerate() {
            let at = json_pointer(&body.origin.index(index));
            let parameter = target(self.document.root, parameter);
            if parameter.get("in").is_none_or(|location| location != "formData") {
                continue;
            }
            let value = self.value(&self.document, Some(parameter), &at, (Fullness::Full, EdgeCases::All), &is_exact);
            if let (Some(name), Some(value)) = (parameter.get("name").and_then(Value::as_str), value) {
                members.insert(name.to_owned(), value);
            }
        }
        Some(members.into())
    }

    /// Returns a valid value for the schema at a pointer: an example, or else a generated one.
    fn value(
        &self,
        tree: &Tree<'_>,
        place: Option<&Value>,
        at: &str,
        (fullness, edge_cases): (Fullness, EdgeCases),
        fits: &dyn Fn(&Value) -> bool,
    ) -> Option<Value> {
        let schema = tree.root.pointer(at)?;
        let is_valid = tree.validator(at);
        let is_good = |value: &Value| fits(value) && is_valid.as_ref().is_none_or(|is_valid| is_valid(value));
        let documented = place.into_iter().chain([schema]).flat_map(|place| examples(tree.root, place));
        if let Some(example) = documented.into_iter().find(|value| is_good(value)) {
            return Some(example.clone());
        }
        for attempt in 0..ATTEMPTS {
            self.seed.set(self.seed.get() + 1);
            let mut maker = ValueMaker::new(tree.root, &tree.families, self.seed.get(), edge_cases);
            let fullness = if attempt % 3 == 2 { Fullness::Mixed } else { fullness };
            let sample = maker.sample(schema, None, fullness, None).map(|sample| sample.value);
            if let Some(value) = sample.filter(&is_good) {
                return Some(value);
            }
        }
        None
    }
}

/// Returns the examples of a parameter, a media type or a schema. Each may be behind a reference.
fn examples<'r>(root: &'r Value, place: &'r Value) -> Vec<&'r Value> {
    let place = target(root, place);
    let several = match place.get("examples") {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(Value::Object(named)) => named.values().filter_map(|example| target(root, example).get("value")).collect(),
        _ => Vec::new(),
    };
    place.get("example").into_iter().chain(place.get("x-example")).chain(several).chain(place.get("default")).collect()
}

/// Follows the references of a node. A node that refers to itself is returned unchanged.
pub fn target<'r>(root: &'r Value, node: &'r Value) -> &'r Value {
    let mut at = node;
    for _ in 0..DEEPEST_REFERENCES {
        let reference = at.get("$ref").and_then(Value::as_str);
        match reference.and_then(|reference| resolve(root, reference)) {
            Some(next) => at = next,
            None => return at,
        }
    }
    node
}

/// Returns a pointer in the notation of RFC 6901.
pub fn json_pointer(pointer: &Pointer) -> String {
    pointer.to_string().trim_start_matches('#').to_owned()
}

/// Returns the pointer of a parameter's schema: its `schema`, its `content`, or the parameter itself in Swagger 2.0.
fn schema_of_parameter(root: &Value, origin: &Pointer) -> String {
    let at = json_pointer(origin);
    let Some(parameter) = root.pointer(&at) else { return at };
    if parameter.get("schema").is_some() {
        return format!("{at}/schema");
    }
    let content = parameter.get("content").and_then(Value::as_object).and_then(|content| content.keys().next());
    content.map(|media_type| json_pointer(&origin.join("content").join(media_type).join("schema"))).unwrap_or(at)
}

/// Returns the pointer of a body's schema, or `None` for a form of Swagger 2.0. The media type that is sent may be one of
/// a range such as `*/*` in the document.
fn schema_of_body(root: &Value, body: &Body) -> Option<String> {
    let content = body.origin.get(root).and_then(|place| place.get("content")?.as_object());
    let key = content.and_then(|content| {
        let is_sent = |key: &&String| key.trim() == body.media_type;
        content.keys().find(is_sent).or_else(|| content.keys().find(|key| key.contains('*')))
    });
    let within = key.map(|key| body.origin.join("content").join(key).join("schema"));
    let itself = body.origin.join("schema");
    within.iter().chain([&itself]).map(json_pointer).find(|at| root.pointer(at).is_some())
}

/// Returns `true` if the segment of a path that contains a parameter has more than the parameter.
fn shares_segment(path: &str, name: &str) -> bool {
    let expression = format!("{{{name}}}");
    path.split('/').any(|segment| segment != expression && segment.contains(&expression))
}

/// Returns `true` if a value consists of ASCII letters and digits.
fn is_alphanumeric(value: &Value) -> bool {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Returns `true` if JavaScript, the language of the server, decodes a value without loss.
fn is_exact(value: &Value) -> bool {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    match value {
        Value::Null => false,
        Value::Number(number) => number.as_f64().is_some_and(|number| number.abs() <= LARGEST),
        Value::Array(elements) => elements.iter().all(|element| element.is_null() || is_exact(element)),
        Value::Object(members) => members.values().all(|member| member.is_null() || is_exact(member)),
        Value::Bool(_) | Value::String(_) => true,
    }
}

/// Returns `true` if a value can be sent in a location: a path segment cannot be empty, and a header cannot contain
/// line breaks.
fn can_be_sent(value: &Value, location: ParameterLocation) -> bool {
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    match value {
        Value::Null => false,
        Value::String(text) => match location {
            ParameterLocation::Path => is_plain(text) && !text.trim_matches('.').is_empty(),
            ParameterLocation::Header | ParameterLocation::Cookie => is_plain(text.trim()) && text.trim() == text,
            ParameterLocation::Query => !text.is_empty(),
        },
        Value::Array(elements) => !elements.is_empty() && elements.iter().all(|element| can_be_sent(element, location)),
        Value::Object(members) => !members.is_empty() && members.values().all(|member| can_be_sent(member, location)),
        Value::Bool(_) | Value::Number(_) => is_exact(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_found_behind_references() {
        let root = json!({
            "parameters": {"a": {"examples": {"one": {"$ref": "#/examples/one"}, "two": {"value": 2}}}},
            "examples": {"one": {"value": 1}},
            "loop": {"$ref": "#/loop"},
        });
        assert_eq!(examples(&root, &json!({"$ref": "#/parameters/a"})), [&json!(1), &json!(2)]);
        assert!(examples(&root, &root["loop"]).is_empty());
    }

    #[test]
    fn parameters_that_share_a_segment_are_known() {
        let path = "/a/{id}/{name}.{ext}";
        let shares = ["id", "name", "ext"].map(|name| shares_segment(path, name));
        assert_eq!(shares, [false, true, true]);
        let plain = [json!("a1"), json!(12), json!("a.b"), json!(-1), json!(1.5)].map(|value| is_alphanumeric(&value));
        assert_eq!(plain, [true, true, false, false, false]);
    }

    #[test]
    fn parameters_are_read_as_they_were_sent() {
        let root = json!({"openapi": "3.1.0", "schemas": {
            "id": {"oneOf": [{"type": "integer"}, {"type": "string"}]},
            "ids": {"oneOf": [{"type": "integer"}, {"type": "array"}]},
            "tags": {"$ref": "#/schemas/list"},
            "list": {"type": ["array"]},
            "nullable": {"type": ["array", "null"]},
        }});
        let values = Values::new(&root, None);
        for (schema, value, expected) in [
            ("id", json!(5), false),
            ("id", json!("5"), false),
            ("id", json!("a"), true),
            ("ids", json!(5), true),
            ("ids", json!([5]), false),
            ("tags", json!([5]), true),
            ("nullable", json!([5]), false),
        ] {
            assert_eq!(values.is_unambiguous(&format!("/schemas/{schema}"), &value), expected, "{schema}: {value}");
        }
    }

    #[test]
    fn forms_with_parts_consist_of_strings() {
        let root = json!({"openapi": "3.1.0", "form": {
            "required": ["list"],
            "properties": {"list": {"type": "array"}, "tags": {"type": "array"}, "name": {"type": "string"}},
        }});
        let form = json!({"list": [1], "tags": ["a"], "name": "b"});
        assert_eq!(Values::new(&root, None).form_of_texts("/form", form), json!({"list": [1], "name": "b"}));
    }
}
