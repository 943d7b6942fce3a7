//! Operations, their parameters, bodies and outcomes.

use super::{Documentation, GroupId, OperationId, Pagination, StatusEnumId, StreamRules, Type};
use crate::source::Pointer;

/// Operations that stand together, by tag or by the first meaningful segment of their paths.
#[derive(Clone, Debug)]
pub struct Group {
    /// The tag or path segment as the document spells it.
    pub wire_name: String,
    /// What the document says about the tag.
    pub documentation: Documentation,
}

/// One method on one path.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Where it stands.
    pub origin: Pointer,
    /// The document's `operationId`, unique within the API; nothing when the document gives none.
    pub id: Option<String>,
    /// The HTTP method in upper case.
    pub method: String,
    /// What tells it from all others, across updates: the method and the path with the fragment and the parts of the query
    /// that [`path`](Self::path) lacks, such as `PUT /files/{id}#rename`.
    pub route: String,
    /// The path template as the document spells it, such as `/pets/{id}`.
    pub path: String,
    /// The group in which it stands.
    pub group: GroupId,
    /// What the document says about it.
    pub documentation: Documentation,
    /// All parameters: those of the path first, in the order of the template, then the others in document order.
    pub parameters: Vec<Parameter>,
    /// The request body in each of the ways in which it can be sent, if it takes one; the first is the usual one, and
    /// all are required or none.
    pub bodies: Vec<Body>,
    /// What it answers when it succeeds.
    pub success: Outcome,
    /// What it answers when it fails.
    pub failure: Outcome,
    /// The type of the events of its answer as a stream, if it has one.
    pub events: Option<Type>,
    /// What that type describes.
    pub event_form: EventForm,
    /// The media types of that stream, as the document spells them.
    pub streams: Vec<String>,
    /// What ends that stream, and what reports an error in it; the usual words where there is none.
    pub stream_rules: StreamRules,
    /// How its pages follow each other, if it answers page by page.
    pub pagination: Option<Pagination>,
    /// The headers that its responses may have, each once.
    pub headers: Vec<Header>,
    /// Alternatives, each a set of names of [`Api::security_schemes`](super::Api::security_schemes) that are
    /// needed together. No alternative means that it is open to anyone; an empty set that it may be called without.
    pub security: Vec<Vec<SecurityNeed>>,
    /// The media types that it answers with when it succeeds, in document order and as the document spells them.
    pub accepts: Vec<String>,
    /// A server of its own, when the document names one.
    pub server: Option<String>,
    /// All its tags, as the document spells them.
    pub tags: Vec<String>,
    /// The day from which on it is no more, as the document spells it (`x-sunset`).
    pub sunset: Option<String>,
    /// The media types in which a request may be sent, in document order.
    pub consumes: Vec<String>,
    /// Every response as the document describes it, in document order.
    pub responses: Vec<Response>,
}

/// A security scheme that is needed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecurityNeed {
    /// Its name in [`Api::security_schemes`](super::Api::security_schemes).
    pub scheme: String,
    /// What its token must allow.
    pub scopes: Vec<String>,
}

/// A response as the document describes it, before it is known what is the same for every status.
#[derive(Clone, Debug)]
pub struct Response {
    /// Where it stands.
    pub origin: Pointer,
    /// The statuses that it comes with.
    pub statuses: Statuses,
    /// Whether it tells of success.
    pub is_success: bool,
    /// Its body.
    pub payload: Payload,
    /// The media types of its body.
    pub media_types: Vec<String>,
    /// Its headers.
    pub headers: Vec<ResponseHeader>,
    /// What the document says about it and its body.
    pub documentation: Documentation,
}

/// A header of one response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseHeader {
    /// Its name as the document spells it.
    pub wire_name: String,
    /// Whether it is always there.
    pub required: bool,
}

/// A parameter in the path, the query, a header or a cookie.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Where it stands.
    pub origin: Pointer,
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it travels.
    pub location: ParameterLocation,
    /// How a value that is a list or an object is written.
    pub style: ParameterStyle,
    /// Whether reserved characters are sent as they are (RFC 3986 section 2.2).
    pub allow_reserved: bool,
    /// Its type; never nullable, an absent parameter is absent.
    pub type_: Type,
    /// Whether the call cannot be made without it.
    pub required: bool,
    /// What the document says about it.
    pub documentation: Documentation,
}

impl Parameter {
    /// Returns `true` if it is an argument of the method that starts the call, and not a setter of the call.
    pub fn is_argument(&self) -> bool {
        self.required || self.location == ParameterLocation::Path
    }
}

/// A header of a response.
#[derive(Clone, Debug)]
pub struct Header {
    /// Where it stands.
    pub origin: Pointer,
    /// Its name as the document spells it, or the prefix of the names of a header collection.
    pub wire_name: String,
    /// Its type.
    pub type_: Type,
    /// How its value is written.
    pub format: HeaderFormat,
    /// What the document says about it.
    pub documentation: Documentation,
}

/// How the value of a response header is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderFormat {
    /// In the style `simple`: `a,b` and `key,value`.
    Simple,
    /// With this sign between elements, as Swagger 2.0 allows.
    Separated(char),
    /// In all headers whose names begin with that of this one, a value in each.
    Prefixed,
    /// As JSON.
    Json,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterLocation {
    /// In a segment of the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// How lists and objects are written (OpenAPI 3.1 section 4.8.12.2), with `explode` folded in.
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
    /// A header for each member of an object, whose name begins with that of the parameter.
    Prefixed,
    /// `name=a; name=b` with nothing encoded, in cookies (OpenAPI 3.2).
    Cookie,
    /// `name=a,b` with nothing encoded, in cookies.
    CookieComma,
    /// The value as JSON, for parameters with `content`.
    Json,
    /// The value as the text of an urlencoded form, for parameters with `content`.
    Urlencoded,
    /// The value as JSON that is the whole query (OpenAPI 3.2).
    WholeJson,
}

/// The body of a request.
#[derive(Clone, Debug)]
pub struct Body {
    /// Where it stands.
    pub origin: Pointer,
    /// Whether the call cannot be made without it.
    pub required: bool,
    /// Its media type as the document spells it.
    pub media_type: String,
    /// What it holds.
    pub content: BodyContent,
    /// What the document says about it.
    pub documentation: Documentation,
}

/// What the body of a request holds and how it is written.
#[derive(Clone, Debug)]
pub enum BodyContent {
    /// JSON.
    Json(Type),
    /// `application/x-www-form-urlencoded`, with the members that are not written as members of forms usually are.
    Form(Type, Vec<(String, ParameterStyle)>),
    /// `multipart/form-data`; the type is a struct of [`StructForm::Multipart`](super::StructForm), a union of
    /// [`UnionDispatch::Form`](super::UnionDispatch), or [`Scalar::Form`](super::Scalar::Form). Beside it the parts that are not sent as such parts
    /// usually are.
    Multipart(Type, Vec<(String, PartEncoding)>),
    /// Text, or a scalar that is written as its text.
    Text(Type),
    /// Bytes.
    Bytes,
}

/// How a part of a multipart form is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartEncoding {
    /// With this media type; for files perhaps one of several, with commas between.
    ContentType(String),
    /// As one text for all elements of a list.
    Style(ParameterStyle),
    /// With a header of this name and value.
    Header(String, String),
}

/// What an operation answers.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The same for every status.
    One(Payload),
    /// Something else for each status.
    ByStatus(StatusEnumId),
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Payload {
    /// Nothing, or nothing that the document describes.
    None,
    /// JSON.
    Json(Type),
    /// Text, or a scalar that is written as its text.
    Text(Type),
    /// Bytes.
    Binary,
    /// A stream of events of this type.
    Events(Type, EventForm),
}

/// What the type of the events of a stream describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EventForm {
    /// The data of a server-sent event, or a JSON text.
    #[default]
    Data,
    /// The fields of a server-sent event.
    Fields,
}

/// What operations answer, by status.
#[derive(Clone, Debug)]
pub struct StatusEnum {
    /// Where the first of its responses stands.
    pub origin: Pointer,
    /// Whether it tells failures apart, or else successes.
    pub is_failure: bool,
    /// The statuses and what comes with each, most exact first.
    pub rows: Vec<StatusRow>,
    /// The operations that answer with it.
    pub operations: Vec<OperationId>,
}

/// What comes with a status.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatusRow {
    /// The statuses.
    pub statuses: Statuses,
    /// What comes with them.
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
