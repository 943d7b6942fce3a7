//! Request bodies and the media types of requests and responses.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::hash::IndexMap;
use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::model::{Encoding, Schema, Text};
use crate::source::Pointer;

/// One entry of `content`.
#[derive(Clone, Debug)]
pub struct MediaType<'d> {
    /// Its location.
    pub origin: Pointer,
    /// Its name as spelled in the document, such as `application/json; charset=utf-8`.
    pub name: &'d str,
    /// `schema`.
    pub schema: Option<Schema<'d>>,
    /// `itemSchema`: the schema of each item of a stream (OpenAPI 3.2).
    pub item_schema: Option<Schema<'d>>,
    /// The terminator of its stream, from an extension.
    pub stream_end: Option<&'d str>,
    /// `encoding`, by the names of the properties of a form.
    pub encoding: IndexMap<&'d str, Encoding<'d>>,
    /// `prefixEncoding`, by the positions of the first parts (OpenAPI 3.2).
    pub prefix_encoding: Vec<Encoding<'d>>,
    /// `itemEncoding`: the encoding of all other parts (OpenAPI 3.2).
    pub item_encoding: Option<Encoding<'d>>,
}

impl<'d> MediaType<'d> {
    /// Creates a media type with only a schema.
    pub(in crate::model) fn new(origin: Pointer, name: &'d str, schema: Option<Schema<'d>>) -> Self {
        Self {
            origin,
            name,
            schema,
            item_schema: None,
            stream_end: None,
            encoding: IndexMap::default(),
            prefix_encoding: Vec::new(),
            item_encoding: None,
        }
    }
}

impl MediaType<'_> {
    /// Returns the type and subtype in lower case, without parameters (RFC 9110 section 8.3.1).
    pub fn essence(&self) -> String {
        self.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }
}

/// A request body.
#[derive(Clone, Debug)]
pub struct RequestBody<'d> {
    /// Its location.
    pub origin: Pointer,
    /// `required`.
    pub required: bool,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `content`.
    pub content: Vec<MediaType<'d>>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `content`.
    pub(in crate::model) fn content(&mut self, object: &Object<'d>) -> Vec<MediaType<'d>> {
        let mut content = Vec::new();
        for (name, node) in self.map(object, "content") {
            let Some(node) = self.follow(node, Code::UnresolvedReference) else { continue };
            let entry = self.object(&node);
            let entry = entry.as_ref();
            let mut schema = |key| {
                let node = entry.and_then(|entry| entry.member(key));
                node.map(|node| self.schema(&node))
            };
            let (schema, item_schema) = (schema("schema"), schema("itemSchema"));
            let encoding = entry.map(|entry| self.encoding(entry)).unwrap_or_default();
            let prefix_encoding = entry.map(|entry| self.prefix_encoding(entry)).unwrap_or_default();
            let item_encoding = entry.and_then(|entry| self.item_encoding(entry));
            let stream_end = entry.and_then(|entry| self.media_type_end(entry));
            let name = self.media_type_name(name, &node.pointer);
            let name = self.form_name(name, entry, &node.pointer);
            content.push(MediaType {
                origin: node.pointer,
                name,
                schema,
                item_schema,
                stream_end,
                encoding,
                prefix_encoding,
                item_encoding,
            });
        }
        content
    }

    /// Returns the name of the media type at a location. An invalid name is replaced by the one that it resembles.
    pub(in crate::model) fn media_type_name(&mut self, name: &'d str, at: &Pointer) -> &'d str {
        if is_media_type(name.trim()) {
            return name.trim();
        }
        let first = name.split([',', ';']).next().unwrap_or_default().trim();
        let lower = first.to_ascii_lowercase();
        let resembles = |word: &str| lower.contains(word);
        let meant = match () {
            () if is_media_type(first) => first,
            () if resembles("json") => "application/json",
            () if resembles("xml") => "application/xml",
            () if resembles("text") => "text/plain",
            () => {
                let message = format!("`{name}` is not a valid media type; its content is read as bytes");
                self.diagnostics.report(Code::UnsupportedMediaType, at, message);
                return "application/octet-stream";
            }
        };
        self.misshapen(at, format!("`{name}` is not a valid media type; it is read as `{meant}`"));
        meant
    }

    /// Returns the name of the media type at a location. A mixture of both form types is replaced by the one that can
    /// hold the properties of its schema.
    fn form_name(&mut self, name: &'d str, entry: Option<&Object<'d>>, at: &Pointer) -> &'d str {
        let essence = name.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("multipart/x-www-form-urlencoded") {
            return name;
        }
        let schema = entry.and_then(|entry| entry.member("schema"));
        let schema = schema.and_then(|schema| self.follow(schema, Code::UnresolvedReference));
        let mut properties = schema.iter().filter_map(|schema| schema.value.get("properties")?.as_object()).flatten();
        let (meant, reason) = match properties.any(|(_, property)| is_binary(property)) {
            true => ("multipart/form-data", "because the form has files"),
            false => ("application/x-www-form-urlencoded", "because the form has no files"),
        };
        self.misshapen(at, format!("`{name}` is not a media type for forms; it is read as `{meant}` {reason}"));
        meant
    }

    /// Reads `requestBody`.
    pub(in crate::model) fn request_body(&mut self, object: &Object<'d>) -> Option<RequestBody<'d>> {
        let node = object.member("requestBody")?;
        let node = self.follow(node, Code::UnresolvedReference)?;
        let object = &self.object(&node)?;
        Some(RequestBody {
            required: self.boolean(object, "required").unwrap_or(false),
            description: self.text(object, "description"),
            content: self.content(object),
            origin: node.pointer,
        })
    }
}

/// Returns `true` if a property of a form is a file or an array of files.
fn is_binary(property: &Value) -> bool {
    let is_file = |schema: &Value| {
        let says = |keyword, value| schema.get(keyword).and_then(Value::as_str) == Some(value);
        says("format", "binary") || says("contentEncoding", "binary") || says("type", "file")
    };
    is_file(property) || property.get("items").is_some_and(is_file)
}

/// Returns `true` if a string is a valid media type, with or without parameters (RFC 9110 section 8.3.1).
pub(crate) fn is_media_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or_default().trim();
    let is_sendable = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    is_sendable && essence.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

/// Returns `true` if a string is a token, as header names are (RFC 9110 section 5.6.2).
pub(crate) fn is_token(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_sign)
}
