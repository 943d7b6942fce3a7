//! Payloads of responses, and the media type in which each is read.
//!
//! ```yaml
//! {application/json: …, text/csv: …}        # JSON; the file is available by `download()`
//! {text/plain: {schema: {type: integer}}}   # a string that holds an integer
//! {application/pdf: …}                      # bytes
//! {text/event-stream: …}                    # a stream of events
//! ```

use serde_json::Value;

use super::envelope::StreamEvents;
use super::request_body::{is_json, is_structured, precedence};
use crate::diagnostics::Code;
use crate::hash::IndexSet;
use crate::ir::{Payload, Role, Scalar, Type};
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{self, MediaType, Response, Schema, Types};

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns `true` if a body of any media type is a string or file: it is received as is, and not as a JSON string.
    /// A JSON string cannot hold the bytes of a file, either.
    fn is_written_plainly(&self, content: &'m MediaType<'d>) -> bool {
        let schema = content.schema.as_ref().and_then(|schema| self.resolve(schema));
        let is_text = schema.is_some_and(|schema| {
            schema.types == Types::STRING && schema.enumeration.is_none() && schema.format.is_none()
        });
        content.essence() == "*/*" && is_text || self.is_file(content)
    }

    /// Returns `true` if a body is a single JSON value.
    pub(super) fn is_plain_json(&self, content: &'m MediaType<'d>) -> bool {
        let essence = content.essence();
        is_json(&essence) && !is_stream(&essence) && !self.is_written_plainly(content)
    }

    /// Returns the media type in which a response is a single JSON value. Of several, the order of the document does not
    /// decide: `application/json` precedes its dialects.
    fn plain_json(&self, response: &'m Response<'d>) -> Option<&'m MediaType<'d>> {
        let found = response.content.iter().filter(|content| self.is_plain_json(content));
        found.min_by_key(|content| precedence(content))
    }

    fn is_file(&self, content: &'m MediaType<'d>) -> bool {
        let schema = content.schema.as_ref().and_then(|schema| self.resolve(schema));
        schema.is_some_and(|schema| schema.types == Types::STRING && schema.format == Some("binary"))
    }

    /// Returns the payload of a response, and the type of its events if it is also available as a stream.
    pub(super) fn payload(&mut self, response: &'m Response<'d>, target: &Target) -> (Payload, Option<StreamEvents>) {
        let events = response.content.iter().find(|content| is_stream(&content.essence())).map(|content| {
            let within = |role| match target {
                Target::Inline(context) => Target::inline(context.owner, role),
                other => other.clone(),
            };
            self.stream_events(content, &within(Role::Event))
        });
        if let Some(json) = self.plain_json(response) {
            self.report_unread(json, response);
            return (self.json(json, target), events);
        }
        if let Some(events) = events {
            return (Payload::Events(events.type_.clone(), events.form), Some(events));
        }
        let payload = self.plain_payload(response, target);
        let received = if matches!(payload, Payload::Text(_)) { "a string" } else { "bytes" };
        for content in &response.content {
            let essence = content.essence();
            if content.item_schema.is_some() {
                let message =
                    format!("streams of `{essence}` are not supported; the response is received as {received}");
                self.report(Code::UnsupportedMediaType, &content.origin, message);
            } else if self.has_members(content) {
                let message = format!("`{essence}` is not supported; the response is received as {received}");
                self.report(Code::UnsupportedMediaType, &content.origin, message);
            }
        }
        (payload, None)
    }

    /// Returns the payload of an error. A schema that describes an object or array is JSON, regardless of the success:
    /// an operation that sends a log or archive as bytes may still send its errors as JSON.
    pub(super) fn error_payload(&mut self, response: &'m Response<'d>, target: &Target) -> Payload {
        let json = self.plain_json(response);
        let is_described = |content: &&MediaType<'d>| !is_structured(&content.essence()) && self.has_members(content);
        match json.or_else(|| response.content.iter().find(is_described)) {
            Some(json) => self.json(json, target),
            None => self.plain_payload(response, target),
        }
    }

    fn json(&mut self, content: &'m MediaType<'d>, target: &Target) -> Payload {
        let type_ =
            content.schema.as_ref().map_or(Type::Scalar(Scalar::Any), |schema| self.schema(schema, target).into_type());
        Payload::Json(type_)
    }

    /// Returns a payload that is not JSON: text if all its media types are text.
    fn plain_payload(&mut self, response: &'m Response<'d>, target: &Target) -> Payload {
        let is_text = |content: &'m MediaType<'d>| {
            let essence = content.essence();
            let is_any = self.is_written_plainly(content) && !self.is_file(content);
            is_any || essence.starts_with("text/") || essence.ends_with("xml")
        };
        match response.content.iter().all(is_text) {
            _ if response.content.is_empty() => Payload::None,
            true => Payload::Text(self.text_type(response, target)),
            false => Payload::Binary,
        }
    }

    /// Returns the type of a text payload: a scalar if all its media types describe the same one, or else a string.
    fn text_type(&mut self, response: &'m Response<'d>, target: &Target) -> Type {
        let mut contents = response.content.iter();
        let Some(schema) = contents.next().and_then(|content| content.schema.as_ref()) else {
            return Type::Scalar(Scalar::String);
        };
        let is_same =
            |content: &'m MediaType<'d>| content.schema.as_ref().is_some_and(|other| self.is_same(schema, other));
        let is_structured = response.content.iter().any(|content| is_structured(&content.essence()));
        if is_structured || !self.is_scalar(schema) || !contents.all(is_same) {
            self.report_string(response);
            return Type::Scalar(Scalar::String);
        }
        self.schema(schema, target).into_type()
    }

    /// Reports media types whose scalar types are lost because another media type describes something else.
    fn report_string(&mut self, response: &'m Response<'d>) {
        for content in response.content.iter().filter(|content| !is_structured(&content.essence())) {
            let schema = content.schema.as_ref().filter(|schema| self.is_scalar(schema));
            if schema.is_some_and(|schema| !self.is_any_string(schema)) {
                let message = format!(
                    "the response is received as a string because its schema for `{}` differs from the others",
                    content.name
                );
                self.report(Code::UnsupportedMediaType, &content.origin, message);
            }
        }
    }

    /// Returns `true` if a schema accepts any string and nothing else.
    fn is_any_string(&self, schema: &'m Schema<'d>) -> bool {
        let is_plain = |own: &&Schema<'d>| {
            let is_split = !own.one_of.is_empty() || !own.any_of.is_empty();
            let is_listed = own.enumeration.is_some() || own.constant.is_some();
            let is_typed = matches!(own.format, Some("date-time" | "date" | "uuid" | "byte"));
            own.types.difference(Types::STRING | Types::NULL).is_empty() && !is_split && !is_listed && !is_typed
        };
        self.own_schemas(schema).iter().all(is_plain)
    }

    /// Reports media types of a response that are not read because the response is read as JSON.
    fn report_unread(&mut self, json: &MediaType<'d>, response: &'m Response<'d>) {
        for content in &response.content {
            let essence = content.essence();
            if !is_json(&essence) && !is_stream(&essence) {
                let message = format!(
                    "the response is read as `{}`; for `{}`, call `download()` with that media type in `Accept`",
                    json.name, content.name
                );
                self.report(Code::AlternativeMediaType, &content.origin, message);
            }
        }
    }

    /// Returns documentation of the files that an operation can respond with instead of JSON.
    pub(super) fn about_files(&self, operation: &'m model::Operation<'d>) -> Option<String> {
        let is_success = |response: &&Response<'d>| response.status.starts_with('2');
        let has_json = |response: &&Response<'d>| response.content.iter().any(|content| self.is_plain_json(content));
        let responses = operation.responses.iter().filter(is_success).filter(has_json);
        let mut names: IndexSet<String> = IndexSet::default();
        for content in responses.flat_map(|response| &response.content) {
            if is_file_type(&content.essence()) {
                names.insert(format!("`{}`", content.essence()));
            }
        }
        let names = names.into_iter().collect::<Vec<_>>().join(" or ");
        (!names.is_empty()).then(|| format!("`download()` receives {names} if `options` sets the header `Accept`."))
    }

    /// Reports a `GET` operation without a described response, and documents it.
    pub(super) fn about_undescribed(&mut self, operation: &'m model::Operation<'d>) -> Option<String> {
        let mut successes = operation.responses.iter().filter(|response| response.status.starts_with('2'));
        if operation.method != "get" || !successes.clone().all(|response| response.content.is_empty()) {
            return None;
        }
        let first = successes.find(|response| matches!(response.status, "200" | "2XX" | "2xx"))?;
        let message = "the document does not describe the response body; only `raw()` and `download()` return it";
        self.report(Code::UndocumentedBody, &first.origin, message);
        Some("The document does not define the response: `raw()` and `download()` return its bytes.".to_owned())
    }

    /// Returns `true` if the schema describes an object or array.
    pub(crate) fn has_members(&self, content: &MediaType<'d>) -> bool {
        let schema = content.schema.as_ref().and_then(|schema| self.resolve(schema));
        schema.is_some_and(|schema| {
            let types = schema.types.difference(Types::NULL);
            let is_other = types != Types::default() && !types.contains(Types::OBJECT) && !types.contains(Types::ARRAY);
            let is_split = !schema.all_of.is_empty() || !schema.any_of.is_empty() || !schema.one_of.is_empty();
            !is_other && (types != Types::default() || is_split || !schema.properties.is_empty())
        })
    }
}

/// Returns `true` if a media type is a file: neither text nor another serialization of the JSON value.
fn is_file_type(essence: &str) -> bool {
    let is_text = essence.starts_with("text/") && essence != "text/csv";
    !(is_text || is_json(essence) || is_stream(essence) || is_structured(essence) || essence.contains(['*', '`']))
}

/// Returns `true` if the only value is a string, as the data of a terminating event is.
pub(crate) fn is_word(schema: &Schema<'_>) -> bool {
    let only = schema.constant.or(match schema.enumeration {
        Some([only]) => Some(only),
        _ => None,
    });
    matches!(only, Some(Value::String(_)))
}

/// Returns `true` if a media type is a stream of values: server-sent events, or JSON lines.
pub(super) fn is_stream(essence: &str) -> bool {
    let lines = [
        "application/jsonl",
        "application/x-jsonl",
        "application/json-lines",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/x-json-lines",
        "application/x-json-stream",
        "application/ndjson",
        "application/x-ndjson",
        "application/stream+json",
        "text/jsonl",
        "text/x-ndjson",
        "application/json-seq",
    ];
    essence == "text/event-stream" || lines.contains(&essence) || essence.ends_with("+json-seq")
}
