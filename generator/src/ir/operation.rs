//! Operations, their parameters, bodies and outcomes.

use super::{Documentation, GroupId, OperationId, Pagination, StatusEnumId, StreamRules, Type};
use crate::source::Pointer;

/// Operations with the same tag or the same first meaningful path segment.
#[derive(Clone, Debug)]
pub struct Group {
    /// The tag or path segment as the document spells it.
    pub wire_name: String,
    /// The document's description of the tag.
    pub documentation: Documentation,
}

/// One method on one path.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The location.
    pub origin: Pointer,
    /// The document's `operationId`, unique within the API, or `None` if it is omitted.
    pub id: Option<String>,
    /// The HTTP method in upper case.
    pub method: String,
    /// The key that identifies the operation across updates: the method and the path with the fragment and those parts
    /// of the query that [`path`](Self::path) lacks, such as `PUT /files/{id}#rename`.
    pub route: String,
    /// The path template as the document spells it, such as `/pets/{id}`.
    pub path: String,
    /// The group.
    pub group: GroupId,
    /// The document's description.
    pub documentation: Documentation,
    /// All parameters: path parameters first, in the order of the template, then the others in document order.
    pub parameters: Vec<Parameter>,
    /// The alternatives for the request body, if there is one. The first is the preferred one. Either all or none of
    /// them are required.
    pub bodies: Vec<Body>,
    /// The outcome of a successful call.
    pub success: Outcome,
    /// The outcome of a failed call.
    pub failure: Outcome,
    /// The type of the events of the response, if it can be a stream.
    pub events: Option<Type>,
    /// The part of an event that this type describes.
    pub event_form: EventForm,
    /// The media types of the stream, as the document spells them.
    pub streams: Vec<String>,
    /// The rules that end the stream and report an error in it; the default rules if there is no stream.
    pub stream_rules: StreamRules,
    /// The pagination of the operation, if it has one.
    pub pagination: Option<Pagination>,
    /// The headers of its responses, each once.
    pub headers: Vec<Header>,
    /// Alternative sets of security schemes, by their names in [`Api::security_schemes`](super::Api::security_schemes).
    /// All schemes of a set are required together. Without any alternative, the operation is public; an empty set means
    /// that credentials are optional.
    pub security: Vec<Vec<SecurityNeed>>,
    /// The media types of successful responses, in document order and as the document spells them.
    pub accepts: Vec<String>,
    /// The operation's own server, if the document defines one.
    pub server: Option<String>,
    /// All tags, as the document spells them.
    pub tags: Vec<String>,
    /// The removal date, as the document spells it (`x-sunset`).
    pub sunset: Option<String>,
    /// The media types of the request body, in document order.
    pub consumes: Vec<String>,
    /// All responses as the document describes them, in document order.
    pub responses: Vec<Response>,
}

/// A request that the server sends, to a webhook or a callback.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The location of the schema of its body.
    pub origin: Pointer,
    /// The name of the webhook or the callback, as the document spells it.
    pub name: String,
    /// The route of the operation whose callback it is, or `None` if it is a webhook.
    pub caller: Option<String>,
    /// The key that identifies the request across updates: `webhook created post`, or the route of an operation, its
    /// callback, the expression and the method.
    pub key: String,
    /// The type of its body.
    pub type_: Type,
}

/// A required security scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecurityNeed {
    /// Its name in [`Api::security_schemes`](super::Api::security_schemes).
    pub scheme: String,
    /// The scopes that its token must have.
    pub scopes: Vec<String>,
}

/// A response as the document describes it, before responses are compared across statuses.
#[derive(Clone, Debug)]
pub struct Response {
    /// The location.
    pub origin: Pointer,
    /// The statuses of the response.
    pub statuses: Statuses,
    /// Whether it reports success.
    pub is_success: bool,
    /// The body.
    pub payload: Payload,
    /// The media types of the body.
    pub media_types: Vec<String>,
    /// The headers.
    pub headers: Vec<ResponseHeader>,
    /// The document's description of the response and its body.
    pub documentation: Documentation,
}

/// A header of one response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseHeader {
    /// The name as the document spells it.
    pub wire_name: String,
    /// Whether the header is required.
    pub required: bool,
}

/// A parameter in the path, the query, a header or a cookie.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The location in the document.
    pub origin: Pointer,
    /// The name on the wire.
    pub wire_name: String,
    /// The part of the request that carries it.
    pub location: ParameterLocation,
    /// The serialization of arrays and objects.
    pub style: ParameterStyle,
    /// Whether reserved characters are sent without encoding (RFC 3986 section 2.2).
    pub allow_reserved: bool,
    /// The type, which is never nullable: a parameter without a value is absent.
    pub type_: Type,
    /// Whether the call requires it.
    pub required: bool,
    /// The document's description.
    pub documentation: Documentation,
}

impl Parameter {
    /// Returns `true` if it is an argument of the method that starts the call rather than a setter of the call.
    pub fn is_argument(&self) -> bool {
        self.required || self.location == ParameterLocation::Path
    }
}

/// A header of a response.
#[derive(Clone, Debug)]
pub struct Header {
    /// The location.
    pub origin: Pointer,
    /// The name as the document spells it, or the prefix of the names of a header collection.
    pub wire_name: String,
    /// The type.
    pub type_: Type,
    /// The serialization of the value.
    pub format: HeaderFormat,
    /// The document's description.
    pub documentation: Documentation,
}

/// The serialization of the value of a response header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderFormat {
    /// The style `simple`: `a,b` and `key,value`.
    Simple,
    /// This separator between elements, as Swagger 2.0 allows.
    Separated(char),
    /// One value in each header whose name begins with the name of this one.
    Prefixed,
    /// JSON.
    Json,
}

/// The part of a request that carries a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterLocation {
    /// A path segment.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

impl ParameterLocation {
    /// Returns the word of the document, such as `query`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// The serialization of arrays and objects (OpenAPI 3.1 section 4.8.12.2), including `explode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterStyle {
    /// `a,b` and `key,value`: the default of paths and headers.
    Simple,
    /// `a,b` and `key=value`.
    SimpleExploded,
    /// `.a,b`.
    Label,
    /// `.a.b`.
    LabelExploded,
    /// `;name=a,b`.
    Matrix,
    /// `;name=a;name=b`.
    MatrixExploded,
    /// `name=a&name=b`: the default of queries and cookies.
    Form,
    /// `name=a,b`.
    FormComma,
    /// `name=a%20b`.
    SpaceDelimited,
    /// `name=a%09b`: `tsv` of Swagger 2.0.
    TabDelimited,
    /// `name=a|b`.
    PipeDelimited,
    /// `name[key]=value`.
    DeepObject,
    /// A header for each property of an object, whose name begins with the name of the parameter.
    Prefixed,
    /// `name=a; name=b` without encoding, in cookies (OpenAPI 3.2).
    Cookie,
    /// `name=a,b` without encoding, in cookies.
    CookieComma,
    /// The value as JSON, for parameters with `content`.
    Json,
    /// The value as the text of an urlencoded form, for parameters with `content`.
    Urlencoded,
    /// The value as JSON that is the entire query (OpenAPI 3.2).
    WholeJson,
}

/// The body of a request.
#[derive(Clone, Debug)]
pub struct Body {
    /// The location.
    pub origin: Pointer,
    /// Whether the call requires it.
    pub required: bool,
    /// The media type as the document spells it.
    pub media_type: String,
    /// The content.
    pub content: BodyContent,
    /// The document's description.
    pub documentation: Documentation,
}

/// The content and serialization of a request body.
#[derive(Clone, Debug)]
pub enum BodyContent {
    /// JSON.
    Json(Type),
    /// `application/x-www-form-urlencoded`, with the properties that do not use the default serialization of forms.
    Form(Type, Vec<(String, ParameterStyle)>),
    /// `multipart/form-data`. The type is a struct of [`StructForm::Multipart`](super::StructForm), a union of
    /// [`UnionDispatch::Form`](super::UnionDispatch), or [`Scalar::Form`](super::Scalar::Form). The list contains the
    /// parts that do not use the default encoding of their type.
    Multipart(Type, Vec<(String, PartEncoding)>),
    /// Text, or a scalar that is sent as text.
    Text(Type),
    /// Bytes.
    Bytes,
}

/// The encoding of a part of a multipart form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartEncoding {
    /// The media type; for files, possibly several that are separated by commas.
    ContentType(String),
    /// All elements of an array in one string.
    Style(ParameterStyle),
    /// A header with this name and value.
    Header(String, String),
}

/// The response of an operation.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The same for every status.
    One(Payload),
    /// Different for each status.
    ByStatus(StatusEnumId),
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Payload {
    /// Empty, or not described by the document.
    None,
    /// JSON.
    Json(Type),
    /// Text, or a scalar that is sent as text.
    Text(Type),
    /// Bytes.
    Binary,
    /// A stream of events of this type.
    Events(Type, EventForm),
}

/// The part of an event that the event type of a stream describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EventForm {
    /// The data of a server-sent event, or a JSON text.
    #[default]
    Data,
    /// The fields of a server-sent event.
    Fields,
}

/// Responses of operations, by status.
#[derive(Clone, Debug)]
pub struct StatusEnum {
    /// The location of the first of its responses.
    pub origin: Pointer,
    /// Whether its rows are failures rather than successes.
    pub is_failure: bool,
    /// The statuses and their payloads, most specific first.
    pub rows: Vec<StatusRow>,
    /// The operation that returns it.
    pub operation: OperationId,
}

/// The payload of a status.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatusRow {
    /// The statuses.
    pub statuses: Statuses,
    /// The payload.
    pub payload: Payload,
}

/// A key of the document's `responses`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Statuses {
    /// One status.
    Exact(u16),
    /// A whole class such as `5XX`, by its first digit.
    Class(u16),
    /// `default`.
    Default,
}
