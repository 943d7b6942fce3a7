//! Request bodies, in each of the media types in which they can be sent.
//!
//! ```yaml
//! {application/json: …, application/vnd.api+json: …}       # one body: JSON dialects with one schema are the same
//! {application/json: …, multipart/form-data: …}            # two bodies, JSON first
//! {application/xml: {schema: …}}                           # a string that the caller writes, reported
//! ```

use crate::diagnostics::Code;
use crate::hash::HashMap;
use crate::ir::{Body, BodyContent, NameContext, OperationId, Owner, Role, Scalar, Type};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::shape::Shape;
use crate::model::{AdditionalProperties, MediaType, RequestBody, Schema, Types};

/// The encoding of a media type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Writing {
    Json,
    Multipart,
    Form,
    Text,
    Bytes,
}

/// A key that equal bodies share.
#[derive(PartialEq, Eq, Hash)]
enum BodyKey {
    Essence(Writing, String),
    Shape(Option<Vec<Shape>>),
}

/// The bodies that have been lowered.
#[derive(Default)]
struct KnownBodies<'m, 'd> {
    bodies: Vec<(&'m MediaType<'d>, Writing)>,
    by_key: HashMap<BodyKey, usize>,
    /// The first body with a type other than a string or bytes.
    typed: Option<&'m MediaType<'d>>,
}

impl<'m, 'd> KnownBodies<'m, 'd> {
    /// Returns the first body that has one of these keys.
    fn same(&self, keys: &[BodyKey]) -> Option<&'m MediaType<'d>> {
        let first = keys.iter().filter_map(|key| self.by_key.get(key)).min()?;
        self.bodies.get(*first).map(|(content, _)| *content)
    }

    fn add(&mut self, content: &'m MediaType<'d>, writing: Writing, keys: Vec<BodyKey>) {
        let index = self.bodies.len();
        self.bodies.push((content, writing));
        for key in keys {
            self.by_key.entry(key).or_insert(index);
        }
    }
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the body of a request in each of its media types, the most specific first.
    ///
    /// JSON dialects with one schema are one body, because they differ only in a header.
    pub(super) fn request_body(&mut self, body: &'m RequestBody<'d>, number: OperationId) -> Vec<Body> {
        let is_empty = |content: &'m MediaType<'d>| content.schema.as_ref().is_some_and(|schema| self.is_empty(schema));
        if !body.required && !body.content.is_empty() && body.content.iter().all(is_empty) {
            self.report(Code::EmptyBody, &body.origin, "the body is always empty; requests are sent without one");
            return Vec::new();
        }
        let mut contents: Vec<&'m MediaType<'d>> = body.content.iter().collect();
        contents.sort_by_cached_key(|content| (writing(content), precedence(content)));
        let mut bodies: Vec<Body> = Vec::new();
        let mut known = KnownBodies::default();
        let mut required = body.required;
        for content in contents {
            let writing = writing(content);
            let keys = self.body_keys(content, writing);
            if let Some(other) = known.same(&keys) {
                let message =
                    format!("the body is sent as `{}`; the equivalent `{}` is never used", other.name, content.name);
                self.report(Code::AlternativeMediaType, &content.origin, message);
                continue;
            }
            let context = match known.bodies.is_empty() {
                true => vec![Role::Body],
                false => vec![Role::Variant(word(content, writing)), Role::Body],
            };
            let target = Target::Inline(NameContext { owner: Owner::Operation(number), roles: context });
            let reused = self.reused(content, writing, &known.bodies, &bodies);
            if self.has_no_text(content) {
                self.report_text_body(content, known.typed);
            }
            known.add(content, writing, keys);
            let content_of_body = match reused {
                Some(type_) if writing == Writing::Form => BodyContent::Form(type_, self.form_styles(content)),
                _ => self.body_content(content, &target, bodies.is_empty().then_some(&mut required)),
            };
            if !matches!(content_of_body, BodyContent::Bytes | BodyContent::Text(Type::Scalar(Scalar::String))) {
                known.typed.get_or_insert(content);
            }
            bodies.push(Body {
                origin: body.origin.clone(),
                required,
                media_type: media_type(content),
                content: content_of_body,
                documentation: documentation::of_body(body.description.as_deref(), content),
            });
        }
        bodies
    }

    /// Reports a body that is sent as text although its schema describes more. `typed` is a media type of the same
    /// body that has a type.
    fn report_text_body(&mut self, content: &MediaType<'d>, typed: Option<&MediaType<'d>>) {
        let (code, message) = match typed {
            Some(typed) => {
                let message =
                    format!("the body has a Rust type as `{}` but is a string as `{}`", typed.name, content.name);
                (Code::AlternativeMediaType, message)
            }
            None => {
                let essence = content.essence();
                let message = format!("`{essence}` is not supported; the caller passes the body as a string");
                (Code::UnsupportedMediaType, message)
            }
        };
        self.report(code, &content.origin, message);
    }

    /// Returns the keys of a body: its media type, or the shape of its schema as JSON.
    fn body_keys(&self, content: &'m MediaType<'d>, writing: Writing) -> Vec<BodyKey> {
        let essence = BodyKey::Essence(writing, content.essence());
        let shape = match &content.schema {
            _ if writing != Writing::Json => None,
            Some(schema) => self.shapes(schema).map(|shapes| BodyKey::Shape(Some(shapes))),
            None => Some(BodyKey::Shape(None)),
        };
        std::iter::once(essence).chain(shape).collect()
    }

    /// Returns the type of a body with the same schema in another media type, if the type supports both.
    fn reused(
        &self,
        content: &'m MediaType<'d>,
        writing: Writing,
        known: &[(&'m MediaType<'d>, Writing)],
        bodies: &[Body],
    ) -> Option<Type> {
        let schema = content.schema.as_ref().filter(|_| writing == Writing::Form)?;
        let same = |(other, _): &(&'m MediaType<'d>, Writing)| {
            other.schema.as_ref().is_some_and(|other| self.is_same(other, schema))
        };
        let at = known.iter().position(|known| known.1 == Writing::Json && same(known))?;
        match bodies.get(at).map(|body| &body.content) {
            Some(BodyContent::Json(type_)) => Some(type_.clone()),
            _ => None,
        }
    }

    /// Lowers the content of a body. A nullable body is optional.
    fn body_content(&mut self, chosen: &'m MediaType<'d>, target: &Target, required: Option<&mut bool>) -> BodyContent {
        let essence = chosen.essence();
        let writing = writing(chosen);
        if writing == Writing::Multipart
            && essence != "multipart/form-data"
            && let Some(type_) = self.ordered_parts(chosen, target)
        {
            let encodings = self.part_encodings(&type_, chosen);
            return BodyContent::Multipart(type_, encodings);
        }
        let Some(schema) = &chosen.schema else {
            if chosen.item_schema.is_some() {
                let message = format!("streams of `{essence}` are not supported; the caller passes the body as bytes");
                self.report(Code::UnsupportedMediaType, &chosen.origin, message);
            }
            return match writing {
                Writing::Json => BodyContent::Json(Type::Scalar(Scalar::Any)),
                Writing::Form => BodyContent::Form(Type::Map(Box::new(Type::Scalar(Scalar::String))), Vec::new()),
                Writing::Text => BodyContent::Text(Type::Scalar(Scalar::String)),
                Writing::Multipart => BodyContent::Multipart(Type::Scalar(Scalar::Form), Vec::new()),
                Writing::Bytes => BodyContent::Bytes,
            };
        };
        match writing {
            Writing::Json => {
                let lowered = self.schema(schema, target);
                if let Some(required) = required {
                    *required &= !lowered.nullable;
                }
                BodyContent::Json(lowered.type_)
            }
            // As a form such a value is the finished form itself.
            Writing::Form if self.is_scalar(schema) => BodyContent::Text(Type::Scalar(Scalar::String)),
            Writing::Form => BodyContent::Form(self.schema(schema, target).type_, self.form_styles(chosen)),
            Writing::Multipart => match self.multipart(schema, target) {
                Some(type_) => {
                    let encodings = self.part_encodings(&type_, chosen);
                    BodyContent::Multipart(type_, encodings)
                }
                None => {
                    let message = "the schema of a form must be an object; the form accepts any parts";
                    self.report(Code::UnsupportedMediaType, &chosen.origin, message);
                    BodyContent::Multipart(Type::Scalar(Scalar::Form), Vec::new())
                }
            },
            Writing::Text if !is_structured(&essence) && self.is_scalar(schema) => {
                BodyContent::Text(self.schema(schema, target).type_)
            }
            Writing::Text => BodyContent::Text(Type::Scalar(Scalar::String)),
            Writing::Bytes => BodyContent::Bytes,
        }
    }

    /// Returns `true` if a body is text whose schema describes more than a string: XML, YAML, or objects in tables.
    fn has_no_text(&self, content: &'m MediaType<'d>) -> bool {
        let essence = content.essence();
        is_structured(&essence) || (writing(content) == Writing::Text && self.has_members(content))
    }

    /// Returns `true` if the only value is an object without properties.
    fn is_empty(&self, schema: &'m Schema<'d>) -> bool {
        self.resolve(schema).is_some_and(|schema| {
            let is_closed = matches!(schema.additional_properties, Some(AdditionalProperties::Closed));
            let is_split = !schema.all_of.is_empty() || !schema.any_of.is_empty() || !schema.one_of.is_empty();
            let has_members = !schema.properties.is_empty() || !schema.pattern_properties.is_empty();
            schema.types == Types::OBJECT && is_closed && !schema.nullable && !is_split && !has_members
        })
    }
}

/// Returns the `Content-Type`, or `None` for a range, from which the sender chooses.
fn media_type(chosen: &MediaType<'_>) -> String {
    match writing(chosen) {
        _ if !chosen.name.contains('*') => chosen.name.trim().to_owned(),
        Writing::Bytes => "application/octet-stream".to_owned(),
        Writing::Multipart => "multipart/form-data".to_owned(),
        Writing::Text => "text/plain".to_owned(),
        _ => "application/json".to_owned(),
    }
}

/// Returns the precedence of a media type among those with the same encoding: the most common one, then by name. The order
/// of the document does not decide, because `content` is an object.
pub(super) fn precedence<'m>(content: &'m MediaType<'_>) -> (u8, &'m str) {
    let rank = match content.essence().as_str() {
        "application/json" | "multipart/form-data" | "text/plain" | "application/octet-stream" => 0,
        // A patch describes changes and not the resource itself.
        "application/json-patch+json" => 2,
        _ => 1,
    };
    (rank, content.name)
}

fn writing(content: &MediaType<'_>) -> Writing {
    let essence = content.essence();
    let is_file = content.schema.as_ref().is_some_and(|schema| schema.format == Some("binary"));
    match essence.as_str() {
        multipart if multipart.starts_with("multipart/") => Writing::Multipart,
        "application/x-www-form-urlencoded" => Writing::Form,
        // If any media type is accepted, the schema distinguishes files from JSON.
        "*/*" | "application/*" if is_file => Writing::Bytes,
        json if is_json(json) => Writing::Json,
        text if text.starts_with("text/") || is_structured(text) => Writing::Text,
        _ => Writing::Bytes,
    }
}

/// Returns the word for a body in type names, unless it is the first.
fn word(content: &MediaType<'_>, writing: Writing) -> String {
    match writing {
        Writing::Json => {
            let essence = content.essence();
            let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
            subtype.strip_suffix("+json").unwrap_or(subtype).to_owned()
        }
        Writing::Multipart => "multipart".to_owned(),
        Writing::Form => "form".to_owned(),
        Writing::Text => "text".to_owned(),
        Writing::Bytes => "bytes".to_owned(),
    }
}

/// Returns `true` if a media type is JSON (RFC 6839 section 3.1), or a range that includes it.
pub(super) fn is_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json" | "*/*" | "application/*") || essence.ends_with("+json")
}

/// Returns `true` if a media type has a structure that a schema describes and that is not JSON.
pub(super) fn is_structured(essence: &str) -> bool {
    essence.ends_with("/xml") || essence.ends_with("+xml") || essence.ends_with("yaml")
}
