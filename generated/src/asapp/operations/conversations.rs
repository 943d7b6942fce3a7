// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{CallBuilder, ClientCore, Json, NoContent};
use apiarist_runtime::{Operation, OperationSpec, Value};
use std::collections::BTreeMap;

/// Conversations, their messages, and customer credentials.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// Create or update a conversation
    ///
    /// `POST /conversation/v1/conversations`
    ///
    /// Creates or updates a conversation, identified by your `externalId`. A new `externalId` creates a conversation; an existing one updates it, for example to assign another agent.
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
    ///     types::TimeBasedConversationCustomer::new("customer-x"),
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
    /// Returns the conversations with your `externalId`.
    ///
    /// Arguments:
    /// - `external_id`: ID of the conversation in your system.
    ///
    /// Returns [`ListConversationResponse`](types::ListConversationResponse).
    ///
    /// # Errors
    /// [`ListConversationError`](types::ListConversationError) with status 400, 401, 403, 404, 422, 429, 503 or any other.
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

    /// Get a conversation
    ///
    /// `GET /conversation/v1/conversations/{conversationId}`
    ///
    /// Returns a conversation with its participants and metadata.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP's ID of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`Conversation`](types::Conversation).
    ///
    /// # Errors
    /// [`GetConversationError`](types::GetConversationError) with status 400, 401, 403, 404, 422, 429, 503 or any other.
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
    /// Adds a message to a conversation as it takes place.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP's ID of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`CreateMessageResponse`](types::CreateMessageResponse).
    ///
    /// # Errors
    /// [`CreateMessageError`](types::CreateMessageError) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
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

    /// List messages
    ///
    /// `GET /conversation/v1/conversations/{conversationId}/messages`
    ///
    /// Returns all messages of a conversation, oldest first.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP's ID of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`GetMessagesResponse`](types::GetMessagesResponse).
    ///
    /// # Errors
    /// [`GetMessagesError`](types::GetMessagesError) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
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

    /// Get a message
    ///
    /// `GET /conversation/v1/conversations/{conversationId}/messages/{messageId}`
    ///
    /// Returns a message of a conversation.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP's ID of the conversation. Matches `^[A-Z0-9]+$`.
    /// - `message_id`: ASAPP's ID of the message. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns [`MessageOut`](types::MessageOut).
    ///
    /// # Errors
    /// [`GetMessageError`](types::GetMessageError) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
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

    /// Add multiple messages
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/messages/batch`
    ///
    /// Adds up to 300 messages to a conversation in one request, for example to import a past conversation.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP's ID of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns a map of JSON values.
    ///
    /// # Errors
    /// [`CreateBatchMessagesError`](types::CreateBatchMessagesError) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
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

    /// List messages by external ID
    ///
    /// `GET /conversation/v1/conversation/messages`
    ///
    /// Returns all messages of the conversation with your `externalId`. Note the singular `conversation` in the path.
    ///
    /// Arguments:
    /// - `external_id`: ID of the conversation in your system.
    ///
    /// Returns [`GetMessagesByExternalIdResponse`](types::GetMessagesByExternalIdResponse).
    ///
    /// # Errors
    /// [`GetMessagesByExternalIdError`](types::GetMessagesByExternalIdError) with status 400, 401, 403, 404, 409, 413, 422, 429, 503 or any other.
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

    /// Store customer credentials
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/authenticate`
    ///
    /// Stores the customer's credentials for flows that act on the customer's behalf. Can be called at any point in a conversation, and may trigger calls to your webhooks. You are responsible for validating the credentials.
    ///
    /// Arguments:
    /// - `conversation_id`: ASAPP's ID of the conversation. Matches `^[A-Z0-9]+$`.
    ///
    /// Returns nothing.
    ///
    /// # Errors
    /// [`AuthenticateConversationError`](types::AuthenticateConversationError) with status 400, 401, 403, 404, 422, 429, 503 or any other.
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

/// A call to [`Conversations::create_or_update`].
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

/// A call to [`Conversations::list`].
pub type ListConversationCall = Call<ListConversation>;

/// Marker for the operation `GET /conversation/v1/conversations`.
pub enum ListConversation {}

impl Operation for ListConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversations")
        .get("/conversation/v1/conversations")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::ListConversationResponse>;
    type Failure = Json<types::ListConversationError>;
}

/// A call to [`Conversations::get`].
pub type GetConversationCall = Call<GetConversation>;

/// Marker for the operation `GET /conversation/v1/conversations/{conversationId}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
        .get("/conversation/v1/conversations/{conversationId}")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::Conversation>;
    type Failure = Json<types::GetConversationError>;
}

/// A call to [`Conversations::create_message`].
pub type CreateMessageCall = Call<CreateMessage>;

/// Marker for the operation `POST /conversation/v1/conversations/{conversationId}/messages`.
pub enum CreateMessage {}

impl Operation for CreateMessage {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createMessage")
        .post("/conversation/v1/conversations/{conversationId}/messages")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::CreateMessageResponse>;
    type Failure = Json<types::CreateMessageError>;
}

/// A call to [`Conversations::get_messages`].
pub type GetMessagesCall = Call<GetMessages>;

/// Marker for the operation `GET /conversation/v1/conversations/{conversationId}/messages`.
pub enum GetMessages {}

impl Operation for GetMessages {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getMessages")
        .get("/conversation/v1/conversations/{conversationId}/messages")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::GetMessagesResponse>;
    type Failure = Json<types::GetMessagesError>;
}

/// A call to [`Conversations::get_message`].
pub type GetMessageCall = Call<GetMessage>;

/// Marker for the operation `GET /conversation/v1/conversations/{conversationId}/messages/{messageId}`.
pub enum GetMessage {}

impl Operation for GetMessage {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getMessage")
        .get("/conversation/v1/conversations/{conversationId}/messages/{messageId}")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::MessageOut>;
    type Failure = Json<types::GetMessageError>;
}

/// A call to [`Conversations::create_batch_messages`].
pub type CreateBatchMessagesCall = Call<CreateBatchMessages>;

/// Marker for the operation `POST /conversation/v1/conversations/{conversationId}/messages/batch`.
pub enum CreateBatchMessages {}

impl Operation for CreateBatchMessages {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createBatchMessages")
        .post("/conversation/v1/conversations/{conversationId}/messages/batch")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<BTreeMap<String, Value>>;
    type Failure = Json<types::CreateBatchMessagesError>;
}

/// A call to [`Conversations::get_messages_by_external_id`].
pub type GetMessagesByExternalIdCall = Call<GetMessagesByExternalId>;

/// Marker for the operation `GET /conversation/v1/conversation/messages`.
pub enum GetMessagesByExternalId {}

impl Operation for GetMessagesByExternalId {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getMessagesByExternalId")
        .get("/conversation/v1/conversation/messages")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = Json<types::GetMessagesByExternalIdResponse>;
    type Failure = Json<types::GetMessagesByExternalIdError>;
}

/// A call to [`Conversations::authenticate`].
pub type AuthenticateConversationCall = Call<AuthenticateConversation>;

/// Marker for the operation `POST /conversation/v1/conversations/{conversationId}/authenticate`.
pub enum AuthenticateConversation {}

impl Operation for AuthenticateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("postAuthenticate")
        .post("/conversation/v1/conversations/{conversationId}/authenticate")
        .security(&[&[client::API_ID, client::API_SECRET]]);
    type Success = NoContent;
    type Failure = Json<types::AuthenticateConversationError>;
}
