//! A handwritten copy of generated code: types, a client and a group of operations, with tests on the fake transport.

use crate::mini_client::{Call, client};

pub mod types {
    use apiarist_runtime::{
        FilePart, IntegerEnum, Maybe, Multipart, Newtype, Object, StringEnum, TaggedUnion, Union, Value,
    };
    use std::collections::BTreeMap;

    /// A conversation.
    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("object", "conversation"), is("version", 2), is("nothing", null))]
    pub struct Conversation {
        /// Unique identifier.
        pub id: String,
        #[wire(nullable)]
        pub topic: Option<String>,
        pub status: Option<Status>,
        pub note: Maybe<String>,
        pub items: Vec<Item>,
        #[wire(rest)]
        pub extra: BTreeMap<String, Value>,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
    pub enum Status {
        #[wire("active")]
        Active,
        #[wire("ended")]
        Ended,
        Unknown(String),
    }

    #[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
    pub enum Level {
        #[wire(1)]
        Value1,
        #[wire(-1)]
        Minus1,
        Unknown(i64),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("type", "message"))]
    pub struct Message {
        pub text: String,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct FunctionCall {
        pub r#type: String,
        pub nested: Option<Box<Conversation>>,
    }

    #[derive(Clone, Debug, PartialEq, TaggedUnion)]
    #[union(tag = "type")]
    pub enum Item {
        #[wire("message")]
        Message(Message),
        #[wire("function_call", "tool_call")]
        Call(Box<FunctionCall>),
        #[wire("shape")]
        Shape(Shape),
        Unknown(Value),
    }

    /// A union that is a variant of another one and has a different tag.
    #[derive(Clone, Debug, PartialEq, TaggedUnion)]
    #[union(tag = "kind")]
    pub enum Shape {
        #[wire("circle")]
        Circle(Circle),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("type", "shape"), is("kind", "circle"))]
    pub struct Circle {
        pub radius: f64,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Empty {}

    #[allow(dead_code, reason = "that a type which contains itself can be derived is what is tested")]
    #[derive(Clone, Debug, PartialEq, Newtype)]
    pub struct Tree(pub BTreeMap<String, Tree>);

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Content {
        #[shape(string("active", "ended"))]
        Mode(Status),
        #[shape(string)]
        Text(String),
        #[shape(integer)]
        Whole(i64),
        #[shape(number)]
        Number(f64),
        #[shape(array)]
        Parts(Vec<String>),
        #[shape(boolean)]
        Flag(bool),
        #[shape(object, has("radius"), is("kind", "circle", "round", 3, true))]
        Circle(Circle),
        #[shape(object, has("text"))]
        Message(Message),
        #[shape(object, has("role", "content"))]
        Easy(Empty),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct CreateBody {
        pub topic: Maybe<String>,
        pub content: Option<Content>,
    }

    #[derive(Clone, Debug, PartialEq, Multipart)]
    #[object(new)]
    pub struct UploadBody {
        #[part(files)]
        pub files: Vec<FilePart>,
        #[part(text)]
        pub note: Option<String>,
        #[part(texts)]
        pub levels: Vec<Level>,
        #[part(json)]
        pub options: Option<Circle>,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct ErrorResponse {
        pub message: String,
    }
}

use apiarist_runtime::codegen::{ClientDescription, CredentialDescription, SecurityScheme};
use operations::Conversations;
const API_ID: SecurityScheme = SecurityScheme::header("API-ID", "asapp-api-id");
const API_SECRET: SecurityScheme = SecurityScheme::header("API-Secret", "asapp-api-secret");
const LOGIN: SecurityScheme = SecurityScheme::basic("Login");
const DESCRIPTION: ClientDescription =
    ClientDescription::new("bees", "bees").base_url("https://api.bees.test/v1").credentials(&[
        CredentialDescription::new(API_ID, "api_id", &["BEES_API_ID"]),
        CredentialDescription::new(API_SECRET, "api_secret", &["BEES_API_SECRET"]),
        CredentialDescription::new(LOGIN, "login", &["BEES_USER", "BEES_PASSWORD"]),
    ]);

client! {
    DESCRIPTION;
    credentials { api_id: API_ID, api_secret: API_SECRET }
}
impl Client {
    pub fn conversations(&self) -> Conversations<'_> {
        Conversations { core: &self.core }
    }
}

pub mod operations {
    use super::{API_ID, API_SECRET, Call, LOGIN, types};
    use apiarist_runtime::{
        EventStream, Operation, OperationSpec, Optional, StatusEnum, StreamOperation, Value,
        codegen::{Binary, CallBuilder as _, ClientCore, Json, NoContent, Style, Text, list},
    };

    /// Conversations and their items.
    pub struct Conversations<'c> {
        pub core: &'c ClientCore,
    }

    impl Conversations<'_> {
        /// Retrieve a conversation.
        ///
        /// `GET /conversations/{conversation_id}`
        pub fn get(self, conversation_id: &str) -> Call<GetConversation> {
            Call::new(self.core, &[&conversation_id])
        }

        /// Create a conversation.
        #[inline]
        pub fn create(self, body: &types::CreateBody) -> Call<CreateConversation> {
            Call::new(self.core, &[]).json(body)
        }

        /// List conversations.
        pub fn find(self, external_id: &str) -> Call<FindConversations> {
            // Qualified, because another operation of this crate has a setter `query`.
            apiarist_runtime::codegen::CallBuilder::query(Call::new(self.core, &[]), "externalId", &external_id)
        }

        /// Upload files.
        #[inline]
        pub fn upload(self, body: &types::UploadBody) -> Call<UploadFiles> {
            Call::new(self.core, &[]).multipart(body)
        }

        /// Stream events.
        pub fn listen(self, conversation_id: &str) -> Call<Listen> {
            Call::new(self.core, &[&conversation_id])
        }

        /// Delete a conversation.
        pub fn delete(self, conversation_id: &str) -> Call<DeleteConversation> {
            Call::new(self.core, &[&conversation_id])
        }

        /// The text of a conversation.
        pub fn text(self, conversation_id: &str, page: i64) -> Call<GetText> {
            Call::new(self.core, &[&conversation_id, &page])
        }

        /// The recording of a conversation.
        pub fn recording(self) -> Call<GetRecording> {
            Call::new(self.core, &[])
        }
    }

    pub enum GetConversation {}
    impl Operation for GetConversation {
        const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
            .get("/conversations/{conversation_id}")
            .security(&[&[API_ID, API_SECRET], &[LOGIN]]);
        type Success = Json<types::Conversation>;
        type Failure = Json<types::ErrorResponse>;
    }

    pub enum CreateConversation {}
    impl Operation for CreateConversation {
        const SPEC: &'static OperationSpec =
            &OperationSpec::new("createConversation").post("/conversations").security(&[&[API_ID, API_SECRET]]);
        type Success = Json<types::Conversation>;
        type Failure = ConversationsError;
    }
    impl StreamOperation for CreateConversation {
        type Event = Json<types::Item>;
    }

    pub enum FindConversations {}
    impl Operation for FindConversations {
        const SPEC: &'static OperationSpec = &OperationSpec::new("findConversations").get("/conversations");
        type Success = Json<Option<Vec<types::Conversation>>>;
        type Failure = Json<Value>;
    }

    impl Call<FindConversations> {
        /// Maximum number of conversations.
        pub fn limit(self, limit: impl Optional<i64>) -> Self {
            apiarist_runtime::codegen::CallBuilder::query(self, "limit", &limit.as_option())
        }
        /// Topic of the conversations.
        pub fn query(self, query: impl Optional<str>) -> Self {
            apiarist_runtime::codegen::CallBuilder::query(self, "query", &query.as_option())
        }
        /// States of the conversations.
        pub fn status(self, status: impl IntoIterator<Item: Into<types::Status>>) -> Self {
            apiarist_runtime::codegen::CallBuilder::query(self, "status", &list::<types::Status>(status))
        }
        /// Shape of the response.
        pub fn filter<'a>(self, filter: impl Optional<&'a types::Circle>) -> Self {
            self.query_as(Style::DeepObject, "filter", &filter.as_option())
        }
        /// Name of the caller.
        pub fn trace(self, trace: &str) -> Self {
            self.header("X-Trace", &trace)
        }
        /// Session of the caller.
        pub fn session(self, session: &str) -> Self {
            self.cookie("session", &session)
        }
    }

    pub enum UploadFiles {}
    impl Operation for UploadFiles {
        const SPEC: &'static OperationSpec = &OperationSpec::new("uploadFiles").post("/files").security(&[&[]]);
        type Success = NoContent;
        type Failure = Json<Value>;
    }

    pub enum Listen {}
    impl Operation for Listen {
        const SPEC: &'static OperationSpec =
            &OperationSpec::new("listen").get("/conversations/{conversation_id}/events");
        type Success = EventStream<Json<types::Item>, Self::Failure>;
        type Failure = Json<Value>;
    }

    pub enum DeleteConversation {}
    impl Operation for DeleteConversation {
        const SPEC: &'static OperationSpec =
            &OperationSpec::new("deleteConversation").delete("/conversations/{conversation_id}");
        type Success = Deleted;
        type Failure = Json<Value>;
    }

    pub enum GetText {}
    impl Operation for GetText {
        const SPEC: &'static OperationSpec =
            &OperationSpec::new("getText").get("/conversations/{conversation_id}/pages/{page}").accept("text/plain");
        type Success = Text;
        type Failure = Json<Value>;
    }

    pub enum GetRecording {}
    impl Operation for GetRecording {
        const SPEC: &'static OperationSpec = &OperationSpec::new("getRecording").get("/recording").accept("audio/*");
        type Success = Binary;
        type Failure = Json<Value>;
    }

    #[derive(Clone, Debug, PartialEq, StatusEnum)]
    #[non_exhaustive]
    pub enum ConversationsError {
        #[status(400)]
        BadRequest(types::ErrorResponse),
        #[status(410)]
        Gone,
        #[status("5XX", text)]
        ServerError(String),
        /// Any other status.
        #[status(default)]
        Other(Value),
    }

    #[derive(Clone, Debug, PartialEq, StatusEnum)]
    #[non_exhaustive]
    pub enum Deleted {
        #[status(204)]
        Done,
        #[status(202)]
        Planned(types::ErrorResponse),
        #[status(default)]
        Default(Value),
    }
}

use apiarist_runtime::{
    Error, ErrorKind, FilePart, Maybe, RequestOptions,
    testing::{FakeAnswer, FakeClock, FakeTransport},
};

use serde_json::json;

fn client(transport: &FakeTransport) -> Client {
    Client::builder()
        .api_id("id-1")
        .api_secret("secret-1")
        .transport(transport.clone())
        .clock(FakeClock::new())
        .build()
        .unwrap()
}

const CONVERSATION: &str = r#"{"object":"conversation","version":2,"nothing":null,"id":"conv_1","topic":null,"items":[{"type":"message","text":"hum"},{"kind":"circle","radius":1.5,"type":"shape"},{"type":"dance","steps":8}],"new":[1]}"#;

#[tokio::test]
async fn conversation_round_trips() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(200, CONVERSATION).header("x-request-id", "req_1"));
    let client = client(&transport);
    let response = client.conversations().get("conv/1").with_response().await.unwrap();
    assert_eq!(response.request_id(), Some("req_1"));
    let conversation = response.into_body();
    assert!(matches!(
        conversation.items.as_slice(),
        [types::Item::Message(_), types::Item::Shape(types::Shape::Circle(_)), types::Item::Unknown(_)]
    ));
    let written: serde_json::Value = serde_json::to_value(&conversation).unwrap();
    assert_eq!(written, serde_json::from_str::<serde_json::Value>(CONVERSATION).unwrap());
    let request = transport.last_request().unwrap();
    assert_eq!(request.url, "https://api.bees.test/v1/conversations/conv%2F1");
    assert_eq!((request.header("asapp-api-id"), request.header("asapp-api-secret")), (Some("id-1"), Some("secret-1")));
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn body_and_parameters_are_sent() {
    let transport = FakeTransport::new()
        .answer(FakeAnswer::json(200, CONVERSATION))
        .answer(FakeAnswer::new(200))
        .answer(FakeAnswer::new(204));
    let client = client(&transport);
    let body = types::CreateBody { topic: Maybe::Null, content: Some(types::Content::Text("hum".into())) };
    client.conversations().create(&body).await.unwrap();
    assert_eq!(transport.last_request().unwrap().text(), r#"{"topic":null,"content":"hum"}"#);

    let call = client
        .conversations()
        .find("x y")
        .limit(5)
        .query("bees & wasps")
        .status(["active", "odd"])
        .filter(&types::Circle { radius: 2.0 })
        .trace("t")
        .session("s;1");
    assert_eq!(call.await.unwrap(), None);
    let request = transport.last_request().unwrap();
    let (path, query) = request.path_and_query().split_once('?').unwrap();
    assert_eq!(path, "/v1/conversations");
    let (before, filter) = query.split_at(query.find("&filter").unwrap());
    assert_eq!(before, "externalId=x%20y&limit=5&query=bees%20%26%20wasps&status=active&status=odd");
    let mut filter: Vec<&str> = filter.split('&').collect();
    // The properties of an object have no order.
    filter.sort_unstable();
    assert_eq!(filter, ["", "filter%5Bkind%5D=circle", "filter%5Bradius%5D=2", "filter%5Btype%5D=shape"]);
    assert_eq!((request.header("x-trace"), request.header("cookie")), (Some("t"), Some("session=s%3B1")));

    let upload = types::UploadBody {
        files: vec![FilePart::bytes("a\"b.txt", "bees").content_type("text/plain")],
        note: Some("n".into()),
        levels: vec![types::Level::Minus1, types::Level::Value1],
        options: None,
    };
    client.conversations().upload(&upload).await.unwrap();
    let request = transport.last_request().unwrap();
    let boundary =
        request.header("content-type").unwrap().strip_prefix("multipart/form-data; boundary=").unwrap().to_owned();
    let expected = [
        "Content-Disposition: form-data; name=\"files\"; filename=\"a%22b.txt\"\r\nContent-Type: text/plain\r\n\r\nbees",
        "Content-Disposition: form-data; name=\"note\"\r\n\r\nn",
        "Content-Disposition: form-data; name=\"levels\"\r\n\r\n-1",
        "Content-Disposition: form-data; name=\"levels\"\r\n\r\n1",
    ];
    let expected: String = expected.iter().map(|part| format!("--{boundary}\r\n{part}\r\n")).collect();
    assert_eq!(request.text(), format!("{expected}--{boundary}--\r\n"));
}

#[tokio::test]
async fn error_keeps_the_response() {
    let transport = FakeTransport::new()
        .answer(
            FakeAnswer::json(404, r#"{"message":"no such conversation for secret-1"}"#).header("request-id", "req_2"),
        )
        .answer(FakeAnswer::json(400, r#"{"message":"bad"}"#))
        .answer(FakeAnswer::new(410))
        .answer(FakeAnswer::json(200, r#"{"id":"c","items":[{"type":"message"}]}"#));
    let client = client(&transport);
    let error = client.conversations().get("c").await.unwrap_err();
    assert_eq!(error.api().unwrap().message, "no such conversation for secret-1");
    assert_eq!(
        error.to_string(),
        "getConversation failed: 404 Not Found: no such conversation for [hidden] (request req_2)"
    );
    let body = types::CreateBody { topic: Maybe::Absent, content: None };
    let error = client.conversations().create(&body).await.unwrap_err();
    assert!(matches!(error.api(), Some(operations::ConversationsError::BadRequest(_))));
    let error = client.conversations().create(&body).await.unwrap_err();
    assert_eq!(error.into_api(), Some(operations::ConversationsError::Gone));
    let error = client.conversations().get("c").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("at `items[0]`: missing field `text`"), "{error}");
    assert_eq!(size_of::<Error<types::ErrorResponse>>(), size_of::<usize>());
}

#[tokio::test]
async fn status_text_and_binary_responses_are_decoded() {
    let transport = FakeTransport::new()
        .answer(FakeAnswer::new(204))
        .answer(FakeAnswer::json(202, r#"{"message":"later"}"#))
        .answer(FakeAnswer::new(200).chunk("bees"))
        .answer(FakeAnswer::new(200).chunk("a").chunk("b"));
    let client = client(&transport);
    assert_eq!(client.conversations().delete("c").await.unwrap(), operations::Deleted::Done);
    assert!(matches!(client.conversations().delete("c").await.unwrap(), operations::Deleted::Planned(_)));
    assert_eq!(client.conversations().text("c", 3).await.unwrap(), "bees");
    assert_eq!(transport.last_request().unwrap().header("accept"), Some("text/plain"));
    assert_eq!(client.conversations().recording().await.unwrap(), "ab");
    assert_eq!(transport.last_request().unwrap().header("accept"), Some("audio/*"));
}

#[tokio::test]
async fn events_are_yielded_one_by_one() {
    let events = "event: item\nid: 7\ndata: {\"type\":\"message\",\ndata: \"text\":\"hum\"}\n\ndata: {\"error\":{\"message\":\"tired\"}}\n\ndata: [DONE]\n\ndata: {}\n\n";
    let transport = FakeTransport::new()
        .answer(FakeAnswer::events(events))
        .answer(FakeAnswer::events("data: {\"type\":\"dance\"}\n\n"))
        .answer(FakeAnswer::events("").then_silence());
    let client = client(&transport);
    let body = types::CreateBody { topic: Maybe::Absent, content: None };
    let mut stream = client.conversations().create(&body).stream().await.unwrap();
    let event = stream.next_event().await.unwrap().unwrap();
    assert_eq!((event.name.as_str(), event.id.as_deref()), ("item", Some("7")));
    assert!(matches!(event.data, types::Item::Message(_)));
    // A union keeps unknown values, so this is an item.
    assert!(matches!(stream.next().await, Some(Ok(types::Item::Unknown(_)))));
    assert!(stream.next().await.is_none());
    assert_eq!(transport.last_request().unwrap().header("accept"), Some("text/event-stream"));
    let mut stream = client.conversations().listen("c").await.unwrap();
    assert!(matches!(stream.next().await, Some(Ok(types::Item::Unknown(_)))));
    assert!(stream.next().await.is_none());
    let mut stream = client.conversations().listen("c").await.unwrap();
    assert!(stream.next().await.unwrap().unwrap_err().is_timeout());
    assert!(stream.next().await.is_none());
}

#[test]
fn calls_and_their_futures_are_send() {
    fn sent<T: Send>(_: T) {}
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    let client = client(&FakeTransport::new());
    shared(&client);
    sent(client.conversations().get("c").options(RequestOptions::default()).into_future());
    sent(client.conversations().get("c").with_response());
    sent(client.conversations().get("c").raw());
    sent(client.conversations().listen("c").into_future());
    sent(async {
        let mut events = client.conversations().listen("c").await.unwrap();
        let _ = events.next().await;
    });
    assert_eq!(json!(types::Level::from(9)), json!(9));
}

/// The size that a call adds to the future of its caller, which is moved and boxed together with it.
#[test]
fn call_futures_are_small() {
    const MOST: usize = 256;
    let client = client(&FakeTransport::new());
    let started = client.conversations().get("c").options(RequestOptions::default()).into_future();
    let awaited = async { client.conversations().get("c").options(RequestOptions::default()).await };
    let in_turn = async {
        let conversation = client.conversations().get("c").await?;
        client.conversations().get(&conversation.id).with_response().await.map(|response| response.status())
    };
    let sizes = [size_of_val(&started), size_of_val(&awaited), size_of_val(&in_turn)];
    assert!(sizes.iter().all(|size| *size <= MOST), "{sizes:?}");
}
