// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{CallBuilder, ClientCore, Json, NoContent, Paging};
use apiarist_runtime::{Operation, OperationSpec, Optional, PagedOperation};

/// Video conversations with a replica.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// Create a conversation
    ///
    /// `POST /v2/conversations`
    ///
    /// Creates a room for a live video conversation with a replica and returns its URL.
    ///
    /// Set the optional `body` on [`CreateConversationCall`].
    /// Returns [`CreateConversationResponse`](types::CreateConversationResponse).
    ///
    /// # Errors
    /// [`ConversationsError`] with status 400 or 401.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::tavus::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client.conversations().create().await?;
    /// # Ok(()) }
    /// ```
    pub fn create(self) -> CreateConversationCall {
        CreateConversationCall::new(self.core, &[])
    }

    /// List conversations
    ///
    /// `GET /v2/conversations`
    ///
    /// Returns the conversations created by the account, one page at a time.
    ///
    /// Set optional parameters on [`ListConversationsCall`]: `limit`, `page` and `status`.
    /// Returns [`ListConversationsResponse`](types::ListConversationsResponse).
    /// `.pages()` and `.items()` iterate over all pages of [`Conversation`](types::Conversation).
    ///
    /// # Errors
    /// [`ListConversationsError`](types::ListConversationsError) with status 401.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::tavus::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut items = client.conversations().list().items();
    /// while let Some(item) = items.next().await {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(self) -> ListConversationsCall {
        ListConversationsCall::new(self.core, &[])
    }

    /// Get a conversation
    ///
    /// `GET /v2/conversations/{conversation_id}`
    ///
    /// Returns a conversation, optionally with its events.
    ///
    /// Set the optional `verbose` on [`GetConversationCall`].
    /// Returns [`GetConversationResponse`](types::GetConversationResponse).
    ///
    /// # Errors
    /// [`GetConversationError`] with status 400 or 401.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::tavus::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.conversations().get("c123456").await?;
    /// # Ok(()) }
    /// ```
    pub fn get(self, conversation_id: &str) -> GetConversationCall {
        GetConversationCall::new(self.core, &[&conversation_id])
    }

    /// Delete a conversation
    ///
    /// `DELETE /v2/conversations/{conversation_id}`
    ///
    /// Deletes a conversation.
    ///
    /// Set the optional `hard` on [`DeleteConversationCall`].
    /// Returns nothing.
    ///
    /// # Errors
    /// [`DeleteConversationError`] with status 400 or 401.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::tavus::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.conversations().delete("c123456").await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(self, conversation_id: &str) -> DeleteConversationCall {
        DeleteConversationCall::new(self.core, &[&conversation_id])
    }

    /// End a conversation
    ///
    /// `POST /v2/conversations/{conversation_id}/end`
    ///
    /// Ends an active conversation.
    ///
    /// Returns nothing.
    ///
    /// # Errors
    /// [`EndConversationError`] with status 400 or 401.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::tavus::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.conversations().end("c123456").await?;
    /// # Ok(()) }
    /// ```
    pub fn end(self, conversation_id: &str) -> EndConversationCall {
        EndConversationCall::new(self.core, &[&conversation_id])
    }
}

/// A call to [`Conversations::create`]. Set optional parameters, then await it.
pub type CreateConversationCall = Call<CreateConversation>;

/// Marker for the operation `POST /v2/conversations`.
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createConversation")
        .post("/v2/conversations")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::CreateConversationResponse>;
    type Failure = ConversationsError;
}

impl CreateConversationCall {
    /// Sets the request body.
    #[inline]
    pub fn body<'a>(
        self,
        body: impl Optional<&'a types::CreateConversationRequest>,
    ) -> Self {
        self.json(body.as_option())
    }
}

/// A call to [`Conversations::list`]. Set optional parameters, then await it.
pub type ListConversationsCall = Call<ListConversations>;

/// Marker for the operation `GET /v2/conversations`.
pub enum ListConversations {}

impl Operation for ListConversations {
    const SPEC: &'static OperationSpec = &OperationSpec::new("listConversations")
        .get("/v2/conversations")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ListConversationsResponse>;
    type Failure = Json<types::ListConversationsError>;
}

impl PagedOperation for ListConversations {
    type Item = types::Conversation;
    const PAGING: &'static Paging = &Paging::page_number("page", 1)
        .items("/data")
        .total("/total_count")
        .size("limit", 0, 0);
}

impl ListConversationsCall {
    /// Number of conversations per page. Default: 10.
    pub fn limit(self, limit: impl Optional<i64>) -> Self {
        self.query("limit", &limit.as_option())
    }

    /// Page number, starting at 1. Default: 1.
    pub fn page(self, page: impl Optional<i64>) -> Self {
        self.query("page", &page.as_option())
    }

    /// Returns only conversations with this status: `active` or `ended`.
    pub fn status(self, status: impl Optional<str>) -> Self {
        self.query("status", &status.as_option())
    }
}

/// A call to [`Conversations::get`]. Set optional parameters, then await it.
pub type GetConversationCall = Call<GetConversation>;

/// Marker for the operation `GET /v2/conversations/{conversation_id}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
        .get("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::GetConversationResponse>;
    type Failure = GetConversationError;
}

impl GetConversationCall {
    /// Whether to include `events`: joined participants, the reason for the end of the call, the transcript, and the replica's visual observations. Default: `false`.
    pub fn verbose(self, verbose: impl Optional<bool>) -> Self {
        self.query("verbose", &verbose.as_option())
    }
}

/// A call to [`Conversations::delete`]. Set optional parameters, then await it.
pub type DeleteConversationCall = Call<DeleteConversation>;

/// Marker for the operation `DELETE /v2/conversations/{conversation_id}`.
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("deleteConversation")
        .delete("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = NoContent;
    type Failure = DeleteConversationError;
}

impl DeleteConversationCall {
    /// Whether to permanently delete the conversation and all associated data.
    pub fn hard(self, hard: impl Optional<bool>) -> Self {
        self.query("hard", &hard.as_option())
    }
}

/// A call to [`Conversations::end`].
pub type EndConversationCall = Call<EndConversation>;

/// Marker for the operation `POST /v2/conversations/{conversation_id}/end`.
pub enum EndConversation {}

impl Operation for EndConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("endConversation")
        .post("/v2/conversations/{conversation_id}/end")
        .security(&[&[client::API_KEY]]);
    type Success = NoContent;
    type Failure = EndConversationError;
}

/// Error response of [`Conversations::create`], by status.
pub type ConversationsError = super::shared::BadRequestOrUnauthorizedError;

/// Error response of [`Conversations::get`], by status.
pub type GetConversationError = super::shared::BadRequestOrUnauthorizedError;

/// Error response of [`Conversations::delete`], by status.
pub type DeleteConversationError = super::shared::BadRequestOrUnauthorizedError;

/// Error response of [`Conversations::end`], by status.
pub type EndConversationError = super::shared::BadRequestOrUnauthorizedError;
