//! Envelopes: schemas of event streams that describe the fields of an event, and not the JSON in its data.
//!
//! ```yaml
//! itemSchema:                                       # an envelope: variants by event name
//!   oneOf:
//!   - properties: {event: {const: spoken}, data: {type: string}}
//!   - properties: {event: {const: moved}, data: {type: string, contentMediaType: application/json, contentSchema: …}}
//! schema: {properties: {data: …, event: …}}         # an envelope: the stream yields `data`
//! schema: {properties: {event: …, data: …, id: …, conversation_id: …}}      # JSON: no event has the last field
//! ```
//!
//! An object is an envelope if all its properties are fields of an event. Under `schema` that is not enough, because JSON
//! may have a property `data` as well: a component must also describe `event`.

use super::payload::is_word;
use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::ir::{EventForm, Integer, Scalar, Type};
use crate::lower::draft::Target;
use crate::lower::schema::enumeration::enumeration_values;
use crate::lower::schema::lowering::Lowered;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::parts::Part;
use crate::lower::union::members::flatten;
use crate::model::{MediaType, Schema, Types};

/// The fields of a server-sent event (WHATWG HTML section 9.2.6), and the name that documents use for comments.
const FIELDS: [&str; 5] = ["event", "data", "id", "retry", "comment"];

/// The maximum number of references and unions that are followed to the properties of an envelope.
const DEEPEST: usize = 16;

/// The subject of an event stream's schema.
pub(super) enum StreamSchema<'m, 'd> {
    /// The JSON in the data of each event.
    Json(&'m Schema<'d>),
    /// One envelope, whose data the stream yields.
    Data(Envelope<'m, 'd>),
    /// Envelopes with distinct event names.
    Fields(&'m Schema<'d>),
}

/// The only envelope of a stream.
#[derive(Default)]
pub(super) struct Envelope<'m, 'd> {
    /// The declarations of `data`.
    data: Vec<&'m Schema<'d>>,
    /// The event names it accepts, or `None` for any.
    names: Option<Vec<&'d str>>,
    /// Data that terminates the stream.
    ends: Vec<&'d str>,
}

/// The type of the events of a stream, with the names and terminators that their schema defines.
#[derive(Clone, Debug)]
pub(super) struct StreamEvents {
    pub(super) type_: Type,
    pub(super) form: EventForm,
    pub(super) names: Option<Vec<String>>,
    pub(super) ends: Vec<String>,
}

impl StreamEvents {
    /// Creates events that only have a type.
    fn new(type_: Type, form: EventForm) -> Self {
        Self { type_, form, names: None, ends: Vec::new() }
    }
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Marks the fields of envelopes, so that `data` is lowered by its content wherever the envelope is used.
    pub(crate) fn mark_envelopes(&mut self) {
        let model = self.model;
        let responses = model.operations.iter().flat_map(|operation| &operation.responses);
        let streams = responses.flat_map(|response| &response.content).filter(|content| is_event_stream(content));
        let mut seen = HashSet::default();
        for (schema, is_item) in streams.filter_map(stream_schema) {
            let target = self.target(schema).map_or(&schema.origin, |target| &target.origin);
            if seen.insert(target) && matches!(self.classify(schema, is_item), StreamSchema::Fields(_)) {
                self.mark_fields(schema);
            }
        }
    }

    /// Marks `event` and `data` of all envelopes in a schema.
    fn mark_fields(&mut self, schema: &'m Schema<'d>) {
        let (mut waiting, mut seen) = (vec![schema], HashSet::default());
        while let Some(schema) = waiting.pop() {
            for own in self.declared(schema).into_iter().filter(|own| seen.insert(&own.origin)) {
                let fields = ["event", "data"].iter().filter_map(|name| own.properties.get(name));
                self.components.event_fields.extend(fields.map(|field| field.origin.clone()));
                waiting.extend(own.one_of.iter().chain(&own.any_of));
            }
        }
    }

    /// Lowers the schema of a stream of events.
    pub(super) fn stream_events(&mut self, content: &'m MediaType<'d>, target: &Target) -> StreamEvents {
        let Some((schema, is_item)) = stream_schema(content) else {
            return StreamEvents::new(Type::Scalar(Scalar::Any), EventForm::Data);
        };
        if !is_event_stream(content) {
            return StreamEvents::new(self.schema(schema, target).into_type(), EventForm::Data);
        }
        match self.classify(schema, is_item) {
            StreamSchema::Json(schema) => StreamEvents::new(self.schema(schema, target).into_type(), EventForm::Data),
            StreamSchema::Fields(schema) => {
                StreamEvents::new(self.schema(schema, target).into_type(), EventForm::Fields)
            }
            StreamSchema::Data(envelope) => StreamEvents {
                type_: self.event_data(&envelope.data, target).into_type(),
                form: EventForm::Data,
                names: envelope.names.map(|names| names.into_iter().map(str::to_owned).collect()),
                ends: envelope.ends.into_iter().map(str::to_owned).collect(),
            },
        }
    }

    /// Returns the subject of an event stream's schema; `is_item` is `true` for `itemSchema`.
    fn classify(&self, schema: &'m Schema<'d>, is_item: bool) -> StreamSchema<'m, 'd> {
        let Some(envelopes) = self.envelopes(schema, &[], 0) else { return StreamSchema::Json(schema) };
        let is_union = self.declared(schema).iter().any(|own| self.is_union(own));
        let names_events = |own: &[&'m Schema<'d>]| own.iter().any(|own| own.properties.contains_key("event"));
        let has_data = |own: &Vec<&'m Schema<'d>>| !fields(own, "data").is_empty();
        if !is_union {
            let [own] = envelopes.as_slice() else { return StreamSchema::Json(schema) };
            let is_inline = schema.reference.is_none();
            let is_envelope =
                is_item || is_inline || own.iter().flat_map(|own| own.properties.keys()).any(|name| *name != "data");
            return match (is_envelope, has_data(own)) {
                (true, true) => StreamSchema::Data(envelope(own)),
                (true, false) if is_item => StreamSchema::Fields(schema),
                _ => StreamSchema::Json(schema),
            };
        }
        if let Some(envelope) = sole_envelope(&envelopes) {
            return StreamSchema::Data(envelope);
        }
        let is_said = is_item || envelopes.iter().any(has_data) && envelopes.iter().all(|own| names_events(own));
        if is_said { StreamSchema::Fields(schema) } else { StreamSchema::Json(schema) }
    }

    /// Returns the envelopes of a union, each as the schemas it must match, or `None` if one of the variants is not an
    /// envelope.
    fn envelopes(
        &self,
        schema: &'m Schema<'d>,
        siblings: &[&'m Schema<'d>],
        depth: usize,
    ) -> Option<Vec<Vec<&'m Schema<'d>>>> {
        let mut own = self.declared(schema);
        let union = own.iter().position(|own| self.is_union(own)).map(|at| own[at]);
        own.extend(siblings);
        let Some(union) = union else {
            let is_object = own.iter().all(|own| is_envelope_part(own));
            let names = || own.iter().flat_map(|own| own.properties.keys());
            let is_envelope = is_object && names().next().is_some() && names().all(|name| FIELDS.contains(name));
            return (is_envelope && names().any(|name| matches!(*name, "event" | "data"))).then(|| vec![own]);
        };
        if depth > DEEPEST {
            return None;
        }
        let mut members = Vec::new();
        flatten(if union.one_of.is_empty() { &union.any_of } else { &union.one_of }, &mut members);
        // Siblings of the union apply to each member; the union itself is not expanded again.
        own.retain(|own| !self.is_union(own) || std::ptr::eq(*own, union));
        let mut found = Vec::new();
        for member in members {
            found.extend(self.envelopes(member, &own, depth + 1)?);
        }
        Some(found)
    }

    /// Returns the schemas that a value must match, each once, with references resolved.
    fn declared(&self, schema: &'m Schema<'d>) -> Vec<&'m Schema<'d>> {
        let (mut own, mut seen) = (Vec::new(), HashSet::default());
        let mut waiting = self.parts(schema);
        waiting.reverse();
        while let Some(part) = waiting.pop() {
            match part {
                Part::Own(schema) | Part::Members(schema) => own.push(schema),
                Part::Reference(holder) => {
                    if let Some(target) = self.target(holder).filter(|target| seen.insert(&target.origin)) {
                        waiting.extend(self.parts(target).into_iter().rev());
                    }
                }
            }
        }
        own
    }

    /// Returns `true` if a property is a field of an envelope.
    pub(crate) fn is_event_field(&self, declarations: &[&'m Schema<'d>]) -> bool {
        declarations.iter().any(|schema| self.components.event_fields.contains(&schema.origin))
    }

    /// Lowers `data` of an envelope by its content: a document described by `contentSchema`, a number by its format,
    /// or else by its declarations.
    pub(crate) fn event_data(&mut self, declarations: &[&'m Schema<'d>], target: &Target) -> Lowered {
        let own: Vec<&'m Schema<'d>> = declarations.iter().flat_map(|schema| self.declared(schema)).collect();
        let with_contents = || declarations.iter().copied().chain(own.iter().copied());
        let media_type = with_contents().find_map(|schema| schema.keyword("contentMediaType")?.as_str());
        let is_json = media_type.is_none_or(|name| super::request_body::is_json(&essence(name)));
        let mut contents: Vec<&'m Schema<'d>> = Vec::new();
        for content in with_contents().filter_map(|schema| schema.content_schema.as_deref()).filter(|_| is_json) {
            if !contents.iter().any(|known| std::ptr::eq(*known, content)) {
                contents.push(content);
            }
        }
        if let Some(first) = contents.first() {
            let lowered = self.declarations(&contents, target);
            if is_text(&lowered.type_) {
                let message = "the event data is a JSON string; it is received unparsed, with its quotation marks";
                self.report(Code::UnsupportedKeyword, &first.origin, message);
            }
            return lowered;
        }
        if media_type.is_some() && is_json {
            return Lowered::new(Type::Scalar(Scalar::Any), false);
        }
        let is_string =
            own.iter().all(|own| own.types.difference(Types::NULL) == Types::STRING || own.types.is_empty());
        let number = with_contents().find_map(|schema| number(schema.format?));
        match number.filter(|_| is_string) {
            Some(type_) => Lowered::new(type_, declarations.iter().any(|schema| self.is_nullable(schema))),
            None => self.declarations(declarations, target),
        }
    }
}

fn is_event_stream(content: &MediaType<'_>) -> bool {
    content.essence() == "text/event-stream"
}

/// Returns the schema of the items of a stream, and whether it is `itemSchema`.
fn stream_schema<'m, 'd>(content: &'m MediaType<'d>) -> Option<(&'m Schema<'d>, bool)> {
    if let Some(item) = &content.item_schema {
        return Some((item, true));
    }
    let schema = content.schema.as_ref()?;
    // JSON lines are often described as an array.
    let items = schema.items.as_deref().filter(|_| schema.types.contains(Types::ARRAY));
    match items.filter(|_| !is_event_stream(content)) {
        Some(items) => Some((items, false)),
        None => Some((schema, false)),
    }
}

/// Returns `true` if a schema describes an object with properties, as a part of an envelope does.
fn is_envelope_part(schema: &Schema<'_>) -> bool {
    let types = schema.types.difference(Types::NULL);
    (types.is_empty() || types == Types::OBJECT)
        && schema.enumeration.is_none()
        && schema.constant.is_none()
        && schema.pattern_properties.is_empty()
        && !schema.never
}

/// Returns the declarations of a field.
fn fields<'m, 'd>(own: &[&'m Schema<'d>], name: &str) -> Vec<&'m Schema<'d>> {
    own.iter().filter_map(|own| own.properties.get(name)).collect()
}

fn envelope<'m, 'd>(own: &[&'m Schema<'d>]) -> Envelope<'m, 'd> {
    let names = fields(own, "event").into_iter().map(texts).find(|names| !names.is_empty());
    Envelope { data: fields(own, "data"), names, ends: Vec::new() }
}

/// Returns the only envelope that does not terminate the stream.
fn sole_envelope<'m, 'd>(envelopes: &[Vec<&'m Schema<'d>>]) -> Option<Envelope<'m, 'd>> {
    let data: Vec<Vec<&'m Schema<'d>>> = envelopes.iter().map(|own| fields(own, "data")).collect();
    let ends = |data: &&Vec<&'m Schema<'d>>| data.iter().any(|data| is_word(data));
    let ending: Vec<&'d str> = data.iter().filter(ends).flatten().flat_map(|data| texts(data)).collect();
    let mut others = envelopes.iter().zip(&data).filter(|(_, data)| !ends(data)).map(|(own, _)| own);
    let only = others.next().filter(|own| !ending.is_empty() && !fields(own, "data").is_empty())?;
    // Names of terminating events are not those of other events.
    others.next().is_none().then(|| Envelope { ends: ending, ..envelope(only) })
}

/// Returns the strings that a schema lists.
fn texts<'d>(schema: &Schema<'d>) -> Vec<&'d str> {
    enumeration_values(schema).into_iter().filter_map(|value| value.as_str()).collect()
}

/// Returns `true` if values are written as JSON strings.
fn is_text(type_: &Type) -> bool {
    matches!(type_, Type::Scalar(scalar) if scalar.is_string())
}

/// Returns the numeric type of a string format (the OpenAPI Format Registry).
fn number(format: &str) -> Option<Type> {
    Some(match format {
        "int8" | "int16" | "int32" | "uint8" | "uint16" => Type::Scalar(Scalar::Integer(Integer::I32)),
        "int64" | "uint32" => Type::Scalar(Scalar::Integer(Integer::I64)),
        "uint64" => Type::Scalar(Scalar::Integer(Integer::U64)),
        "float" | "double" => Type::Scalar(Scalar::Number),
        _ => return None,
    })
}

/// Returns the type and subtype of a media type in lower case.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
