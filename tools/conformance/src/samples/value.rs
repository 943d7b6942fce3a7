//! Makes values for a schema, with a preference for edge cases: absent, null, empty, extreme, each subschema of a
//! union.

use serde_json::{Map, Number, Value, json};

use super::family::Families;
use super::flatten::{Choice, Flat, Flattener};
use super::text::{EdgeCases, TextMaker};

/// The maximum depth of a value. Optional properties are omitted well before it.
const DEEPEST: usize = 40;
/// The depth from which only required properties are present.
const SPARSE: usize = 5;

/// The share of optional properties that are present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fullness {
    /// Only required properties.
    Sparse,
    /// All properties.
    Full,
    /// A random selection.
    Mixed,
}

/// A value, and the subschema of the outermost union for which it was made.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The value.
    pub value: Value,
    /// The subschema chosen from the outermost union, if any.
    pub chosen: Option<Choice>,
}

/// A maker of values for the schemas of one document.
pub struct ValueMaker<'r> {
    root: &'r Value,
    families: &'r Families,
    random: fastrand::Rng,
    fullness: Fullness,
    edge_cases: EdgeCases,
    texts: TextMaker,
    /// The number of values made so far. It limits documents that would expand indefinitely.
    made: usize,
}

impl<'r> ValueMaker<'r> {
    /// Creates a maker for a document whose schemas are in the dialect of 2020-12.
    pub fn new(root: &'r Value, families: &'r Families, seed: u64, edge_cases: EdgeCases) -> Self {
        let (random, texts) = (fastrand::Rng::with_seed(seed), TextMaker::new(edge_cases));
        Self { root, families, random, fullness: Fullness::Mixed, edge_cases, texts, made: 0 }
    }

    /// Makes a value for a schema, which may be the component `name`, with the subschema `wanted` if its outermost
    /// keyword is a union. The value is not always valid, because keywords such as `not` are ignored.
    pub fn sample(
        &mut self,
        schema: &Value,
        name: Option<&str>,
        fullness: Fullness,
        wanted: Option<usize>,
    ) -> Option<Sample> {
        self.fullness = fullness;
        self.made = 0;
        let flat = Flattener::new(self.root, self.families, &mut self.random, wanted).flatten(schema, name)?;
        let chosen = flat.chosen;
        Some(Sample { value: self.flat(&flat, 0)?, chosen })
    }

    /// Returns `true` if a schema has properties but does not require its values to be objects.
    pub fn implies_object(&mut self, schema: &Value) -> bool {
        let flat = Flattener::new(self.root, self.families, &mut self.random, None).flatten(schema, None);
        flat.is_some_and(|flat| flat.is_about_objects() && !flat.keywords.contains_key("type"))
    }

    fn value(&mut self, schema: &Value, depth: usize) -> Option<Value> {
        self.made += 1;
        if depth > DEEPEST || self.made > 3_000 {
            return None;
        }
        let flat = Flattener::new(self.root, self.families, &mut self.random, None).flatten(schema, None)?;
        self.flat(&flat, depth)
    }

    fn flat(&mut self, flat: &Flat, depth: usize) -> Option<Value> {
        if let Some(value) = flat.keywords.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = flat.keywords.get("enum").and_then(Value::as_array) {
            let values: Vec<&Value> = values.iter().filter(|value| self.allows_empty() || !is_empty(value)).collect();
            return self.pick(&values).map(|value| (*value).clone());
        }
        let stated: Vec<&str> = match flat.keywords.get("type") {
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(name)) => vec![name.as_str()],
            _ => Vec::new(),
        };
        let stated: Vec<&str> = stated.into_iter().filter(|name| self.allows_empty() || *name != "null").collect();
        let implied = if flat.is_about_objects() {
            "object"
        } else if !flat.items.is_empty() || flat.keywords.contains_key("prefixItems") {
            "array"
        } else if ["pattern", "minLength", "maxLength"].iter().any(|key| flat.keywords.contains_key(*key)) {
            "string"
        } else {
            "any"
        };
        let name = if stated.is_empty() { implied } else { *self.pick(&stated)? };
        match name {
            "null" => Some(Value::Null),
            "boolean" => Some(Value::Bool(self.random.bool())),
            "integer" => self.integer(flat),
            "number" => self.number(flat),
            "string" => self.texts.text(&flat.keywords, &mut self.random).map(Value::String),
            "array" => self.array(flat, depth),
            "object" => self.object(flat, depth),
            _ => self.anything(),
        }
    }

    fn allows_empty(&self) -> bool {
        self.edge_cases == EdgeCases::All
    }

    fn pick<'a, T>(&mut self, values: &'a [T]) -> Option<&'a T> {
        if values.is_empty() { None } else { values.get(self.random.usize(..values.len())) }
    }

    fn anything(&mut self) -> Option<Value> {
        let values = [json!("any"), json!(1), json!(true), json!(1.5)];
        let edge_cases = [json!({"a": [1, {"b": null}]}), json!([]), json!({}), json!("")];
        let count = if self.allows_empty() { values.len() + edge_cases.len() } else { values.len() };
        values.into_iter().chain(edge_cases).nth(self.random.usize(..count))
    }

    fn object(&mut self, flat: &Flat, depth: usize) -> Option<Value> {
        let mut members = Map::new();
        for (name, schema) in &flat.properties {
            let required = flat.required.contains(name);
            let wanted = required
                || depth < SPARSE
                    && match self.fullness {
                        Fullness::Sparse => false,
                        Fullness::Full => depth < 3 || self.random.u8(..4) == 0,
                        Fullness::Mixed => self.random.bool(),
                    };
            if !wanted {
                continue;
            }
            match self.value(schema, depth + 1) {
                Some(value) => drop(members.insert(name.clone(), value)),
                None if required => return None,
                None => {}
            }
        }
        for name in flat.required.iter().filter(|name| !flat.properties.contains_key(*name)) {
            let value = self.additional(flat, depth)?;
            members.insert(name.clone(), value);
        }
        let fewest = flat.keywords.get("minProperties").and_then(Value::as_u64).unwrap_or(0) as usize;
        let fewest = fewest.max(usize::from(!self.allows_empty()));
        for (name, schema) in &flat.properties {
            if members.len() < fewest
                && !members.contains_key(name)
                && let Some(value) = self.value(schema, depth + 1)
            {
                members.insert(name.clone(), value);
            }
        }
        let speaks = flat.additional.iter().any(|schema| *schema != Value::Bool(false));
        let more =
            if speaks && depth < SPARSE && self.fullness != Fullness::Sparse { self.random.usize(..3) } else { 0 };
        let more = more.max(fewest.saturating_sub(members.len()));
        for name in ["extra", "x-other", "third one", "4", "fünf"].iter().take(more) {
            if let Some(value) = self.additional(flat, depth)
                && !members.contains_key(*name)
            {
                members.insert((*name).to_owned(), value);
            }
        }
        Some(Value::Object(members))
    }

    /// Makes a value for an additional property.
    fn additional(&mut self, flat: &Flat, depth: usize) -> Option<Value> {
        let schemas: Vec<Value> = flat.additional.iter().filter(|schema| schema.is_object()).cloned().collect();
        match schemas.as_slice() {
            _ if flat.additional.contains(&Value::Bool(false)) => None,
            [] => self.anything(),
            [one] => self.value(one, depth + 1),
            several => self.value(&json!({"allOf": several}), depth + 1),
        }
    }

    fn array(&mut self, flat: &Flat, depth: usize) -> Option<Value> {
        let count = |key: &str| flat.keywords.get(key).and_then(Value::as_u64).map(|count| count as usize);
        let fewest = count("minItems").unwrap_or(0).max(usize::from(!self.allows_empty()));
        let most = count("maxItems").unwrap_or(usize::MAX);
        let wanted = match self.fullness {
            _ if depth >= SPARSE => 0,
            Fullness::Sparse => 0,
            Fullness::Full => 2,
            Fullness::Mixed => self.random.usize(..4),
        };
        let prefix = flat.keywords.get("prefixItems").and_then(Value::as_array).cloned().unwrap_or_default();
        let length = wanted.max(fewest).min(most).min(200).max(if depth < SPARSE { prefix.len().min(most) } else { 0 });
        let unique = flat.keywords.get("uniqueItems") == Some(&Value::Bool(true));
        let mut elements: Vec<Value> = Vec::new();
        for index in 0..length {
            let element = match (prefix.get(index), flat.items.as_slice()) {
                (Some(schema), _) => self.value(schema, depth + 1),
                (None, []) => self.anything(),
                (None, [one]) => self.value(one, depth + 1),
                (None, several) => self.value(&json!({"allOf": several}), depth + 1),
            };
            match element {
                Some(element) if unique && elements.contains(&element) => {}
                Some(element) => elements.push(element),
                None if elements.len() < fewest => return None,
                None => break,
            }
        }
        Some(Value::Array(elements))
    }

    fn integer(&mut self, flat: &Flat) -> Option<Value> {
        let format = flat.keywords.get("format").and_then(Value::as_str).unwrap_or_default();
        let (low, high): (i128, i128) = match format {
            "int8" => (i8::MIN.into(), i8::MAX.into()),
            "uint8" => (0, u8::MAX.into()),
            "int16" => (i16::MIN.into(), i16::MAX.into()),
            "uint16" => (0, u16::MAX.into()),
            "int32" => (i32::MIN.into(), i32::MAX.into()),
            "uint32" => (0, u32::MAX.into()),
            "uint64" => (0, u64::MAX.into()),
            _ => (i64::MIN.into(), i64::MAX.into()),
        };
        let limit = |key: &str| flat.keywords.get(key).and_then(Value::as_f64);
        let low = limit("minimum").map_or(low, |limit| low.max(limit.ceil() as i128));
        let low = limit("exclusiveMinimum").map_or(low, |limit| low.max(limit.floor() as i128 + 1));
        let high = limit("maximum").map_or(high, |limit| high.min(limit.floor() as i128));
        let high = limit("exclusiveMaximum").map_or(high, |limit| high.min(limit.ceil() as i128 - 1));
        if low > high {
            return None;
        }
        let step = limit("multipleOf").filter(|step| *step >= 1.0).map_or(1, |step| step as i128);
        let candidates = [low, high, 0, 1, -1, 42, low + (high - low) / 3]
            .map(|number| number.clamp(low, high).div_euclid(step) * step);
        let number = *self.pick(&candidates)?;
        let number = if number < low { number + step } else { number };
        let as_i64 = i64::try_from(number).map(Number::from).ok();
        as_i64.or_else(|| u64::try_from(number).ok().map(Number::from)).map(Value::Number)
    }

    fn number(&mut self, flat: &Flat) -> Option<Value> {
        let limit = |key: &str| flat.keywords.get(key).and_then(Value::as_f64);
        let low = limit("minimum").or(limit("exclusiveMinimum").map(|low| low + low.abs().max(1.0) * 1e-6));
        let high = limit("maximum").or(limit("exclusiveMaximum").map(|high| high - high.abs().max(1.0) * 1e-6));
        let step = limit("multipleOf");
        let candidates = [0.0, 1.0, -1.5, 0.1, 1e10, 123456.789, 1e-7, low.unwrap_or(-1e100), high.unwrap_or(1e100)];
        let number = *self.pick(&candidates)?;
        let number = number.max(low.unwrap_or(number)).min(high.unwrap_or(number));
        let number = step.map_or(number, |step| (number / step).ceil() * step);
        if number.fract() == 0.0 && number.abs() < 1e15 && self.random.bool() {
            return Some(json!(number as i64));
        }
        Number::from_f64(number).map(Value::Number)
    }
}

/// Returns `true` if a value is null, or an empty string, array or object.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enum_excludes_constants_of_a_union_and_limits_imply_a_type() {
        let root = json!({});
        let families = Families::new(&root);
        let mut maker = ValueMaker::new(&root, &families, 7, EdgeCases::All);
        let kinds = json!({"oneOf": [{"const": 1}, {"const": 2}, {"const": 3}]});
        let schema = json!({"type": "integer", "enum": [2], "allOf": [kinds]});
        for _ in 0..20 {
            let mut value = |schema| maker.sample(schema, None, Fullness::Mixed, None).expect("there are values").value;
            assert_eq!(value(&schema), json!(2));
            assert!(value(&json!({"minLength": 1})).is_string());
        }
    }

    #[test]
    fn values_respect_bounds_and_required_properties() {
        let root = json!({});
        let schema = json!({
            "type": ["object"], "required": ["count", "name"],
            "properties": {
                "count": {"type": "integer", "minimum": 3, "exclusiveMaximum": 5},
                "name": {"type": "string", "minLength": 2, "maxLength": 4},
                "tags": {"type": "array", "minItems": 1, "items": {"enum": ["a", "b"]}},
            },
            "additionalProperties": {"type": "boolean"},
        });
        let validator = jsonschema::validator_for(&schema).expect("it is a schema");
        let families = Families::new(&root);
        let mut maker = ValueMaker::new(&root, &families, 7, EdgeCases::All);
        for fullness in [Fullness::Sparse, Fullness::Full, Fullness::Mixed].repeat(50) {
            let sample = maker.sample(&schema, None, fullness, None).expect("there are values");
            assert!(validator.is_valid(&sample.value), "{}", sample.value);
        }
    }
}
