//! Request bodies.

use super::{Lowering, Target, documentation};
use crate::diagnostics::Code;
use crate::ir::{Body, BodyContent, Documentation, OperationId, Owner, Role, Type};
use crate::model::{MediaType, RequestBody, Schema, Types};

/// How a media type is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Writing {
    Json,
    Multipart,
    Form,
    Text,
    Bytes,
}

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// The body of a request. Of several media types the one that says most is chosen.
    pub(super) fn request_body(&mut self, body: &'m RequestBody<'d>, number: OperationId) -> Option<Body> {
        let chosen = body.content.iter().min_by_key(|content| writing(&content.essence()))?;
        for other in body.content.iter().filter(|other| other.name != chosen.name) {
            let message = format!("the body is sent as `{}`, never as `{}`", chosen.name, other.name);
            self.report(Code::AlternativeMediaType, &other.origin, message);
        }
        let mut required = body.required;
        let content = self.body_content(chosen, number, &mut required);
        let description = documentation::prose(body.description.as_deref());
        Some(Body {
            origin: body.origin.clone(),
            required,
            media_type: media_type(chosen),
            content,
            documentation: Documentation { description, ..Documentation::default() },
        })
    }

    /// What the body holds. A body that may be null need not be given at all.
    fn body_content(&mut self, chosen: &'m MediaType<'d>, number: OperationId, required: &mut bool) -> BodyContent {
        let target = Target::inline(Owner::Operation(number), Role::Body);
        let essence = chosen.essence();
        let writing = writing(&essence);
        let Some(schema) = &chosen.schema else {
            if chosen.item_schema.is_some() {
                let message = format!("streams of `{essence}` are sent as bytes");
                self.report(Code::UnsupportedMediaType, &chosen.origin, message);
            }
            return match writing {
                Writing::Json => BodyContent::Json(Type::Any),
                Writing::Form => BodyContent::Form(Type::Map(Box::new(Type::String)), Vec::new()),
                Writing::Text => BodyContent::Text,
                Writing::Multipart | Writing::Bytes => BodyContent::Bytes,
            };
        };
        match writing {
            Writing::Json => {
                let lowered = self.schema(schema, &target);
                *required &= !lowered.nullable;
                BodyContent::Json(lowered.type_)
            }
            Writing::Form if self.is_scalar(schema) => BodyContent::Text,
            Writing::Form => BodyContent::Form(self.schema(schema, &target).type_, self.form_styles(chosen)),
            Writing::Multipart => match self.multipart(schema, &target) {
                Some(id) => BodyContent::Multipart(id),
                None => {
                    let message = "a form needs an object with properties; this body is taken as bytes";
                    self.report(Code::UnsupportedMediaType, &chosen.origin, message);
                    BodyContent::Bytes
                }
            },
            Writing::Text => BodyContent::Text,
            Writing::Bytes => {
                if is_structured(&essence) {
                    let message = format!("bodies of type `{essence}` have no Rust type; this one is taken as bytes");
                    self.report(Code::UnsupportedMediaType, &chosen.origin, message);
                }
                BodyContent::Bytes
            }
        }
    }

    /// Whether values are neither lists nor objects. As a form such a value is the form itself, written already.
    fn is_scalar(&self, schema: &'m Schema<'d>) -> bool {
        self.resolve(schema).is_some_and(|schema| {
            let types = schema.types.difference(Types::NULL);
            let others = types.contains(Types::ARRAY) || types.contains(Types::OBJECT);
            types != Types::default() && !others && schema.properties.is_empty()
        })
    }
}

/// What is sent as `Content-Type`; a range of media types leaves the choice to the sender.
fn media_type(chosen: &MediaType<'_>) -> String {
    if chosen.name.contains('*') { "application/json".to_owned() } else { chosen.name.trim().to_owned() }
}

fn writing(essence: &str) -> Writing {
    match essence {
        "multipart/form-data" => Writing::Multipart,
        "application/x-www-form-urlencoded" => Writing::Form,
        json if is_json(json) => Writing::Json,
        text if text.starts_with("text/") && !is_structured(text) => Writing::Text,
        _ => Writing::Bytes,
    }
}

/// Whether a media type is of the JSON family (RFC 6839 section 3.1), or leaves the choice to the sender.
pub(super) fn is_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json" | "*/*" | "application/*") || essence.ends_with("+json")
}

/// Whether a media type has a structure that a schema describes and that is not JSON.
fn is_structured(essence: &str) -> bool {
    essence.ends_with("/xml") || essence.ends_with("+xml") || essence.ends_with("yaml")
}
