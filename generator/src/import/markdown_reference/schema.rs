//! The schemas that the items of a reference describe.

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::item::{Item, Subject};
use super::sentence::{Sentences, literal};
use crate::diagnostics::{Code, Diagnostics};
use crate::import::page::Page;
use crate::import::prose;
use crate::import::union::{keyword, union};

/// Names of form properties that are files. The pages declare them as `string`.
const FILES: [&str; 8] = ["file", "files", "image", "images", "mask", "audio", "video", "attachment"];

/// The maximum nesting of arrays in one type.
const DEPTH: usize = 8;

/// A converter from items to schemas, which reports missing information.
pub(super) struct Schemas<'a> {
    pub page: &'a Page,
    pub diagnostics: &'a mut Diagnostics,
}

impl Schemas<'_> {
    /// Returns the schema of a body with these items; `at` is the range of its heading.
    pub fn body(&mut self, items: &[Item], at: &Range<usize>) -> Value {
        if items.is_empty() {
            self.incomplete(at, "the page does not describe the body; any value is accepted");
            return json!({});
        }
        if items.iter().any(|item| item.subject == Subject::Items) {
            return json!({"type": "array", "items": self.contents(items, at)});
        }
        self.contents(items, at)
    }

    /// Turns the properties of a form with such a name, or arrays of them, into files.
    pub fn mark_files(&mut self, items: &[Item], form: &mut Value) {
        for item in items {
            let Subject::Named(name) = &item.subject else { continue };
            let member = form.get_mut("properties").and_then(|properties| properties.get_mut(name));
            let Some(member) = member.filter(|_| FILES.contains(&name.as_str())) else { continue };
            let is_list = member.get("type") == Some(&json!("array"));
            let text = if is_list { member.get_mut("items") } else { Some(member) };
            let text = text.and_then(Value::as_object_mut).filter(|text| text.get("type") == Some(&json!("string")));
            let Some(text) = text.filter(|text| !text.contains_key("enum")) else { continue };
            text.insert("format".to_owned(), "binary".into());
            let message =
                format!("the page does not state whether `{name}` is a string or a file; it is sent as a file");
            self.diagnostics.report_elsewhere(Code::AssumedByImport, message, Some(self.page.excerpt(&item.span)));
        }
    }

    /// Returns the schema of a parameter or a property. `types` is the type expression of its item, without the
    /// location of a parameter.
    pub fn value(&mut self, item: &Item, types: &str) -> Value {
        let sentences = Sentences::of(&item.text);
        let mut schema = self.typed(types, item, &sentences.values, DEPTH);
        let Some(members) = schema.as_object_mut() else { return schema };
        if !sentences.description.is_empty() && !prose::is_aside(&sentences.description) {
            members.insert("description".to_owned(), sentences.description.clone().into());
        }
        if let Some(default) = sentences.default.as_deref().and_then(|text| default(text, types, &sentences.values)) {
            members.insert("default".to_owned(), default);
        }
        if sentences.is_deprecated {
            members.insert("deprecated".to_owned(), true.into());
        }
        schema
    }

    /// Returns the schema of a type expression such as `string | array<object>`, with the children of the item.
    fn typed(&mut self, types: &str, item: &Item, values: &[Value], depth: usize) -> Value {
        let mut is_nullable = false;
        let mut members = Vec::new();
        for name in alternatives(types) {
            if name == "null" {
                is_nullable = true;
            } else {
                members.extend(self.one(name, item, values, depth));
            }
        }
        let keyword = keyword(&members);
        union(members, keyword, is_nullable)
    }

    /// Returns the schemas of one type: several if the page lists variants of an object.
    fn one(&mut self, name: &str, item: &Item, values: &[Value], depth: usize) -> Vec<Value> {
        match name {
            "string" | "integer" | "number" | "boolean" => {
                let of_type: Vec<&Value> = values.iter().filter(|value| is_of_type(value, name)).collect();
                vec![if of_type.is_empty() { json!({"type": name}) } else { json!({"type": name, "enum": of_type}) }]
            }
            "object" => {
                let variants: Vec<&Item> = variants(&item.children).collect();
                if variants.is_empty() {
                    return vec![self.object(&item.children, &item.span)];
                }
                variants.into_iter().map(|variant| self.typed(&variant.types, variant, &[], depth)).collect()
            }
            "any" => vec![json!({})],
            "file" => vec![json!({"type": "string", "format": "binary"})],
            _ => match name.strip_prefix("array").map(|rest| rest.strip_prefix('<').unwrap_or(rest)) {
                Some(inner) if depth > 0 => {
                    vec![self.array(inner.strip_suffix('>').unwrap_or(inner), item, values, depth)]
                }
                _ => {
                    self.incomplete(&item.span, &format!("unknown type `{name}`; any value is accepted"));
                    vec![json!({})]
                }
            },
        }
    }

    fn array(&mut self, inner: &str, item: &Item, values: &[Value], depth: usize) -> Value {
        let below = item.children.iter().find(|child| child.subject == Subject::Items);
        let elements = match below {
            Some(items) => self.typed(inner, items, values, depth - 1),
            None if inner.is_empty() => {
                self.incomplete(
                    &item.span,
                    "the page does not describe the items of the array; any values are accepted",
                );
                json!({})
            }
            None if alternatives(inner).any(|name| name == "object") => {
                self.incomplete(
                    &item.span,
                    "the page does not describe the objects in the array; any objects are accepted",
                );
                json!({"type": "object"})
            }
            None => self.typed(inner, item, values, depth - 1),
        };
        json!({"type": "array", "items": elements})
    }

    /// Returns the schema of the items of a body or an array: an object with properties, or a union.
    fn contents(&mut self, items: &[Item], at: &Range<usize>) -> Value {
        if let Some(elements) = items.iter().find(|item| item.subject == Subject::Items) {
            return self.contents(&elements.children, &elements.span);
        }
        let variants: Vec<Value> =
            variants(items).map(|variant| self.typed(&variant.types, variant, &[], DEPTH)).collect();
        let keyword = keyword(&variants);
        if variants.is_empty() { self.object(items, at) } else { union(variants, keyword, false) }
    }

    fn object(&mut self, items: &[Item], at: &Range<usize>) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for item in items {
            match &item.subject {
                Subject::Named(name) => {
                    let schema = self.value(item, &item.types);
                    properties.insert(name.clone(), schema);
                    if item.is_required && !required.contains(name) {
                        required.push(name.clone());
                    }
                }
                Subject::CutOff => {
                    self.incomplete(&item.span, "the page is truncated here; the rest is skipped");
                }
                Subject::Items | Subject::Variant => {}
            }
        }
        if items.is_empty() {
            self.incomplete(at, "the page does not describe the properties of the object; any are accepted");
        }
        let mut schema = Map::from_iter([("type".to_owned(), json!("object"))]);
        if !properties.is_empty() {
            schema.insert("properties".to_owned(), Value::Object(properties));
        }
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        Value::Object(schema)
    }

    fn incomplete(&mut self, at: &Range<usize>, message: &str) {
        self.diagnostics.report_elsewhere(Code::IncompletePage, message, Some(self.page.excerpt(at)));
    }
}

fn variants(items: &[Item]) -> impl Iterator<Item = &Item> {
    items.iter().filter(|item| item.subject == Subject::Variant)
}

/// Returns the alternatives of `string | array<string | integer>`, split at bars outside of angle brackets.
fn alternatives(types: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let parts = types.split(move |character: char| {
        match character {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '|' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => false,
    }
}

/// Returns a default that matches one of the types, and one of the values if there are any.
fn default(text: &str, types: &str, values: &[Value]) -> Option<Value> {
    let found = literal(text).into_iter().chain([Value::from(text)]).find(|value| {
        alternatives(types).any(|name| match value {
            Value::Array(_) => name.starts_with("array"),
            Value::Object(_) => name == "object",
            Value::Null => name == "null",
            other => is_of_type(other, name),
        })
    })?;
    (values.is_empty() || !found.is_string() || values.contains(&found)).then_some(found)
}
