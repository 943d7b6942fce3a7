// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{CallBuilder, ClientCore, Json, NoContent};
use apiarist_runtime::{Operation, OperationSpec, Value};
use std::collections::BTreeMap;

/// Conversations, their messages and the credentials of their customers.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// Create or update a conversation
    ///
    /// `POST /conversation/v1/conversations`
    ///
    /// Stores a conversation under your `externalId`. An unknown `externalId` makes a new conversation; a known one changes the stored conversation, for instance to another agent.
    ///
    /// Returns [`CreateOrUpdateConversationResponse`](types::CreateOrUpdateConversationResponse).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::DateTime;
    /// use conversation_apis::asapp::types;
    ///
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::TimeBasedConversation::new(
    ///     "id-111",
    ///     types::Customer::new("customer-x"),
    ///     "2021-11-23T12:13:14.555Z".parse::<DateTime>()?,
    /// );
    /// let response = client.conversations().create_or_update(&body).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_or_update(
        self,
        body: &types::TimeBasedConversation,
    ) -> CreateOrUpdateConversationCall {
        CreateOrUpdateConversationCall::new(self.core, &[]).json(body)
    }

    /// Find conversations
    ///
    /// `GET /conversation/v1/conversations`
    ///
    /// Finds the conversations stored under your `externalId`.
    ///
    /// Arguments:
    /// - `external_id`: Identifier of the conversation in your own system.
    ///
    /// Returns [`ListConversationResponse`](types::ListConversationResponse).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.conversations().list("id-111").await?;
    /// # Ok(()) }
    /// ```
    pub fn list(self, external_id: &str) -> ListConversationCall {
        ListConversationCall::new(self.core, &[]).query("externalId", &external_id)
    }

    /// Read a conversation
    ///
    /// `GET /conversation/v1/conversations/{conversationId}`
    ///
    /// Reads one conversation with its participants and metadata.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP identifier of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`Conversation`](types::Conversation).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client.conversations().get("01BX5ZZKBKACTAV9WEVGEMMVRZ").await?;
    /// # Ok(()) }
    /// ```
    pub fn get(self, conversation_id: &str) -> GetConversationCall {
        GetConversationCall::new(self.core, &[&conversation_id])
    }

    /// Add a message
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/messages`
    ///
    /// Adds one message to a conversation, as it happens.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP identifier of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`CreateMessageResponse`](types::CreateMessageResponse).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::DateTime;
    /// use conversation_apis::asapp::types;
    ///
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::Message::new(
    ///     "text",
    ///     types::MessageSender::new(types::Role::Agent, "123"),
    ///     "2021-11-23T12:13:14.555Z".parse::<DateTime>()?,
    /// );
    /// let response = client
    ///     .conversations()
    ///     .create_message("01BX5ZZKBKACTAV9WEVGEMMVRZ", &body)
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_message(
        self,
        conversation_id: &str,
        body: &types::Message,
    ) -> CreateMessageCall {
        CreateMessageCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// List the messages of a conversation
    ///
    /// `GET /conversation/v1/conversations/{conversationId}/messages`
    ///
    /// Lists every message of a conversation, oldest first.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP identifier of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`GetMessagesResponse`](types::GetMessagesResponse).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .get_messages("01BX5ZZKBKACTAV9WEVGEMMVRZ")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn get_messages(self, conversation_id: &str) -> GetMessagesCall {
        GetMessagesCall::new(self.core, &[&conversation_id])
    }

    /// Read a message
    ///
    /// `GET /conversation/v1/conversations/{conversationId}/messages/{messageId}`
    ///
    /// Reads one message of a conversation.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP identifier of the conversation. Matches `^[A-Z0-9]+$`.
    /// - `message_id`: ASAPP identifier of the message. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`MessageOut`](types::MessageOut).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let message_out = client
    ///     .conversations()
    ///     .get_message("01BX5ZZKBKACTAV9WEVGEMMVRZ", "01GMXE90AEV7H3J4DPBDKB1R79")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn get_message(self, conversation_id: &str, message_id: &str) -> GetMessageCall {
        GetMessageCall::new(self.core, &[&conversation_id, &message_id])
    }

    /// Add several messages
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/messages/batch`
    ///
    /// Adds up to 300 messages to a conversation in one request, for instance to load an older conversation.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP identifier of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns a map of any JSON.
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::asapp::types;
    ///
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .create_batch_messages(
    ///         "01BX5ZZKBKACTAV9WEVGEMMVRZ",
    ///         &types::CreateBatchMessagesBody::new(),
    ///     )
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_batch_messages(
        self,
        conversation_id: &str,
        body: &types::CreateBatchMessagesBody,
    ) -> CreateBatchMessagesCall {
        CreateBatchMessagesCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// List messages by your own identifier
    ///
    /// `GET /conversation/v1/conversation/messages`
    ///
    /// Lists every message of the conversation stored under your `externalId`. The path has `conversation` in the singular.
    ///
    /// Arguments:
    /// - `external_id`: Identifier of the conversation in your own system.
    ///
    /// Returns [`GetMessagesByExternalIdResponse`](types::GetMessagesByExternalIdResponse).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.conversations().get_messages_by_external_id("id-111").await?;
    /// # Ok(()) }
    /// ```
    pub fn get_messages_by_external_id(
        self,
        external_id: &str,
    ) -> GetMessagesByExternalIdCall {
        GetMessagesByExternalIdCall::new(self.core, &[])
            .query("externalId", &external_id)
    }

    /// Pass on the credentials of a customer
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/authenticate`
    ///
    /// Stores the credentials of the customer for the flows that act in their name. It may be called at any point of a conversation, and may set off further calls to your webhooks. Checking the credentials stays with you.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP identifier of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns nothing.
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 400, 401, 403, 404, 422, 429, 503 or any other.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::asapp::types;
    ///
    /// # async fn example(client: conversation_apis::asapp::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::AuthObject::new("customer-xyz", types::AuthObjectAuth::new());
    /// client.conversations().authenticate("01BX5ZZKBKACTAV9WEVGEMMVRZ", &body).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn authenticate(
        self,
        conversation_id: &str,
        body: &types::AuthObject,
    ) -> AuthenticateConversationCall {
        AuthenticateConversationCall::new(self.core, &[&conversation_id]).json(body)
    }
}

/// A call of [`Conversations::create_or_update`].
pub type CreateOrUpdateConversationCall = Call<CreateOrUpdateConversation>;

/// Marker for the operation `POST /conversation/v1/conversations`.
pub enum CreateOrUpdateConversation {}

impl Operation for CreateOrUpdateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "createOrUpdateConversation",
        )
        .post("/conversation/v1/conversations")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::CreateOrUpdateConversationResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::list`].
pub type ListConversationCall = Call<ListConversation>;

/// Marker for the operation `GET /conversation/v1/conversations`.
pub enum ListConversation {}

impl Operation for ListConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversations")
        .get("/conversation/v1/conversations")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::ListConversationResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::get`].
pub type GetConversationCall = Call<GetConversation>;

/// Marker for the operation `GET /conversation/v1/conversations/{conversationId}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
        .get("/conversation/v1/conversations/{conversationId}")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::Conversation>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::create_message`].
pub type CreateMessageCall = Call<CreateMessage>;

/// Marker for the operation `POST /conversation/v1/conversations/{conversationId}/messages`.
pub enum CreateMessage {}

impl Operation for CreateMessage {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createMessage")
        .post("/conversation/v1/conversations/{conversationId}/messages")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::CreateMessageResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::get_messages`].
pub type GetMessagesCall = Call<GetMessages>;

/// Marker for the operation `GET /conversation/v1/conversations/{conversationId}/messages`.
pub enum GetMessages {}

impl Operation for GetMessages {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getMessages")
        .get("/conversation/v1/conversations/{conversationId}/messages")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::GetMessagesResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::get_message`].
pub type GetMessageCall = Call<GetMessage>;

/// Marker for the operation `GET /conversation/v1/conversations/{conversationId}/messages/{messageId}`.
pub enum GetMessage {}

impl Operation for GetMessage {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getMessage")
        .get("/conversation/v1/conversations/{conversationId}/messages/{messageId}")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::MessageOut>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::create_batch_messages`].
pub type CreateBatchMessagesCall = Call<CreateBatchMessages>;

/// Marker for the operation `POST /conversation/v1/conversations/{conversationId}/messages/batch`.
pub enum CreateBatchMessages {}

impl Operation for CreateBatchMessages {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createBatchMessages")
        .post("/conversation/v1/conversations/{conversationId}/messages/batch")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<BTreeMap<String, Value>>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::get_messages_by_external_id`].
pub type GetMessagesByExternalIdCall = Call<GetMessagesByExternalId>;

/// Marker for the operation `GET /conversation/v1/conversation/messages`.
pub enum GetMessagesByExternalId {}

impl Operation for GetMessagesByExternalId {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getMessagesByExternalId")
        .get("/conversation/v1/conversation/messages")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::GetMessagesByExternalIdResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::authenticate`].
pub type AuthenticateConversationCall = Call<AuthenticateConversation>;

/// Marker for the operation `POST /conversation/v1/conversations/{conversationId}/authenticate`.
pub enum AuthenticateConversation {}

impl Operation for AuthenticateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("postAuthenticate")
        .post("/conversation/v1/conversations/{conversationId}/authenticate")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = NoContent;
    type Failure = Json<types::ErrorResponse>;
}
