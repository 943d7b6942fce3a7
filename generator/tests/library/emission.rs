//! Compares the code for a small handmade API with handwritten code.

use std::path::PathBuf;

use apiarist::derives::Derives;
use apiarist::diagnostics::Diagnostics;
use apiarist::emit::{Form, Placement, emit_api};
use apiarist::ir::{
    Api, Definition, Documentation, Enumeration, EnumerationValue, EventForm, Field, Graph, Group, GroupId, Integer,
    Literal, NameContext, NameHint, Operation, OperationId, Outcome, Owner, Parameter, ParameterLocation,
    ParameterStyle, Payload, Role, Scalar, SecurityNeed, SecurityScheme, SecuritySchemeKind, Server, StreamRules,
    Struct, StructForm, Tag, TagDispatch, Type, TypeId, TypeKind, Union, UnionDispatch, Variant,
};
use apiarist::names::Names;
use apiarist::print::print;
use apiarist::settings::Settings;
use apiarist::source::Pointer;

fn documentation(text: &str) -> Documentation {
    Documentation { summary: Some(text.to_owned()), ..Documentation::default() }
}

fn field(name: &str, type_: Type, required: bool, nullable: bool) -> Field {
    Field {
        origin: Pointer::root(),
        wire_name: name.to_owned(),
        type_,
        required,
        nullable,
        read_only: false,
        write_only: false,
        prefix: None,
        documentation: Documentation::default(),
    }
}

fn definition(name: NameHint, text: &str, kind: TypeKind) -> Definition {
    let key = match &name {
        NameHint::Component(name) => Some(name.clone()),
        NameHint::Inline(_) => None,
    };
    Definition { origin: Pointer::root(), name, key, documentation: documentation(text), kind }
}

fn component(name: &str) -> NameHint {
    NameHint::Component(name.to_owned())
}

fn inline(owner: Owner, roles: Vec<Role>) -> NameHint {
    NameHint::Inline(vec![NameContext { owner, roles }])
}

fn parameter(name: &str, location: ParameterLocation, type_: Type) -> Parameter {
    Parameter {
        origin: Pointer::root(),
        wire_name: name.to_owned(),
        location,
        style: if location == ParameterLocation::Path { ParameterStyle::Simple } else { ParameterStyle::Form },
        allow_reserved: false,
        type_,
        required: location == ParameterLocation::Path,
        documentation: documentation("How many at most."),
    }
}

fn types() -> Vec<Definition> {
    let conversation = Struct {
        literals: vec![Literal { wire_name: "object".to_owned(), value: "conversation".into() }],
        fields: vec![
            field("id", Type::Scalar(Scalar::String), true, false),
            field("type", Type::Named(TypeId(1)), true, true),
            field("next", Type::Named(TypeId(0)), false, false),
        ],
        extra: Some(Type::Scalar(Scalar::Any)),
        form: StructForm::Json,
    };
    let order = ["asc", "ASC"].map(|value| EnumerationValue {
        origin: Pointer::root(),
        value: value.to_owned(),
        name: None,
        documentation: Documentation::default(),
    });
    let variant = Variant {
        origin: Pointer::root(),
        type_: Type::Named(TypeId(0)),
        names: vec!["conversation".to_owned()],
        documentation: Documentation::default(),
    };
    let item = Union {
        variants: vec![variant],
        dispatch: UnionDispatch::ByTag(TagDispatch {
            property: "object".to_owned(),
            tags: vec![Tag { value: "conversation".into(), variant: 0 }],
            written: Vec::new(),
            default: None,
        }),
    };
    vec![
        definition(component("conversation"), "A conversation.", TypeKind::Struct(conversation)),
        definition(
            inline(Owner::Type(TypeId(0)), vec![Role::Member("type".to_owned())]),
            "An order.",
            TypeKind::StringEnum(Enumeration { values: order.to_vec(), is_open: false }),
        ),
        definition(inline(Owner::Operation(OperationId(0)), vec![Role::Response]), "An item.", TypeKind::Union(item)),
    ]
}

fn operations() -> Vec<Operation> {
    vec![Operation {
        origin: Pointer::root(),
        id: Some("getConversation".to_owned()),
        method: "GET".to_owned(),
        route: "GET /conversations/{id}".to_owned(),
        path: "/conversations/{id}".to_owned(),
        group: GroupId(0),
        documentation: documentation("Retrieve a conversation."),
        parameters: vec![
            parameter("id", ParameterLocation::Path, Type::Scalar(Scalar::String)),
            parameter("limit", ParameterLocation::Query, Type::Scalar(Scalar::Integer(Integer::I64))),
            parameter("query", ParameterLocation::Query, Type::Array(Box::new(Type::Scalar(Scalar::String)))),
        ],
        bodies: Vec::new(),
        success: Outcome::One(Payload::Json(Type::Named(TypeId(2)))),
        failure: Outcome::One(Payload::None),
        events: None,
        streams: Vec::new(),
        event_form: EventForm::Data,
        stream_rules: StreamRules::default(),
        headers: Vec::new(),
        security: vec![vec![SecurityNeed { scheme: "ApiKey".to_owned(), scopes: Vec::new() }]],
        tags: Vec::new(),
        sunset: None,
        consumes: Vec::new(),
        responses: Vec::new(),
        accepts: vec!["application/json".to_owned()],
        server: None,
        pagination: None,
    }]
}

fn api() -> Api {
    Api {
        title: "Talks".to_owned(),
        servers: vec![Server { url: "https://api.example.com".to_owned(), is_absolute: true, ..Server::default() }],
        security_schemes: [(
            "ApiKey".to_owned(),
            SecurityScheme {
                origin: Pointer::root(),
                kind: SecuritySchemeKind::Bearer,
                tokens: None,
                documentation: Documentation::default(),
            },
        )]
        .into_iter()
        .collect(),
        types: types(),
        groups: vec![Group { wire_name: "conversations".to_owned(), documentation: documentation("Talks.") }],
        operations: operations(),
        ..Api::default()
    }
}

/// Returns the text of one file.
fn emitted(path: &str) -> String {
    let api = api();
    let graph = Graph::new(&api);
    let settings = Settings::default();
    let names = Names::assign(&api, &settings, &mut Diagnostics::new());
    let placement = Placement {
        folder: PathBuf::new(),
        import_path: "apis::pets".to_owned(),
        header: "Written.".to_owned(),
        form: Form::ApiModule,
    };
    let derives = Derives::new(&api, &graph, &settings.derives, &mut Diagnostics::new());
    let files = emit_api(&api, &graph, &names, &derives, &placement);
    let file = files.into_iter().find(|file| file.path.ends_with(path)).expect("the file is emitted");
    print(file).expect("it can be printed")
}

#[test]
fn type_shares_the_file_of_the_types_it_contains() {
    assert_eq!(
        emitted("types/conversation.rs"),
        r#"// Written.

use apiarist_runtime::{Object, StringEnum, Value};
use std::collections::BTreeMap;

/// A conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("object", "conversation"))]
#[non_exhaustive]
pub struct Conversation {
    pub id: String,
    #[wire(nullable)]
    pub r#type: Option<ConversationType>,
    pub next: Option<Box<Conversation>>,
    /// Additional properties.
    #[wire(rest)]
    pub extra: BTreeMap<String, Value>,
}

/// An order.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ConversationType {
    /// `asc`
    Asc,
    /// `ASC`
    #[wire("ASC")]
    AscUpper,
    /// A value unknown to this version.
    Unknown(String),
}
"#
    );
}

#[test]
fn union_variant_is_selected_by_its_tag() {
    let text = emitted("types/conversations_calls.rs");
    let union = r#"/// An item.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "object")]
#[non_exhaustive]
pub enum GetConversationResponse {
    #[wire("conversation")]
    Conversation(Conversation),
    /// A value that matches no known variant.
    Unknown(Value),
}
"#;
    assert!(text.contains(union), "{text}");
}

#[test]
fn operation_emits_a_method_a_marker_type_and_setters() {
    assert_eq!(
        emitted("operations/conversations.rs"),
        r#"// Written.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{CallBuilder, ClientCore, Json, list};
use apiarist_runtime::{Operation, OperationSpec, Optional, Value};

/// Talks.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// Retrieve a conversation.
    ///
    /// `GET /conversations/{id}`
    ///
    /// Set optional parameters on [`GetConversationCall`]: `limit` and `query`.
    /// Returns [`GetConversationResponse`](types::GetConversationResponse).
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: apis::pets::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.conversations().get("id").await?;
    /// # Ok(()) }
    /// ```
    pub fn get(self, id: &str) -> GetConversationCall {
        GetConversationCall::new(self.core, &[&id])
    }
}

/// A call to [`Conversations::get`]. Set optional parameters, then await it.
pub type GetConversationCall = Call<GetConversation>;

/// Marker for the operation `GET /conversations/{id}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
        .get("/conversations/{id}")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::GetConversationResponse>;
    type Failure = Json<Value>;
}

impl GetConversationCall {
    /// How many at most.
    pub fn limit(self, limit: impl Optional<i64>) -> Self {
        CallBuilder::query(self, "limit", &limit.as_option())
    }

    /// How many at most.
    pub fn query(self, query: impl IntoIterator<Item: Into<String>>) -> Self {
        CallBuilder::query(self, "query", &list::<String>(query))
    }
}
"#
    );
}

#[test]
fn client_has_credential_setters_and_group_accessors() {
    let text = emitted("client.rs");
    for expected in [
        "pub(crate) const API_KEY: SecurityScheme = SecurityScheme::bearer(\"ApiKey\");\n",
        ".base_url(\"https://api.example.com\")\n    .credentials(&[CredentialDescription::new(API_KEY, \"api_key\", &[\"TALKS_API_KEY\"])]);\n",
        "    pub fn api_key(mut self, secret: impl Into<Credential>) -> Self {\n        self.config.credential(&API_KEY, secret);\n        self\n    }\n",
        "    pub fn conversations(&self) -> operations::Conversations<'_> {\n        operations::Conversations {\n            core: &self.core,\n        }\n    }\n",
    ] {
        assert!(text.contains(expected), "{text}");
    }
}
