// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{
    CallBuilder, ClientCore, Json, NoContent, Paging, StreamRules,
};
use apiarist_runtime::{
    EventStream, Operation, OperationSpec, Optional, PagedOperation, StreamOperation,
    Value,
};

/// Conversations and their responses.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// List conversations
    ///
    /// `GET /v2/conversations`
    ///
    /// Returns the conversations of the workspace, one page at a time.
    ///
    /// Set optional parameters on [`ListConversationsCall`]: `limit`, `starting_after` and `ending_before`.
    /// Returns [`ListConversationsResponse`](types::ListConversationsResponse).
    /// `.pages()` and `.items()` iterate over all pages of [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut items = client.conversations().list().items();
    /// while let Some(item) = items.next().await {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(self) -> ListConversationsCall {
        ListConversationsCall::new(self.core, &[])
    }

    /// Create a conversation
    ///
    /// `POST /v2/conversations`
    ///
    /// Creates an empty conversation.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::orq::types;
    ///
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::CreateConversationBody::new("Refund for order 1042");
    /// let conversation = client.conversations().create(&body).await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(self, body: &types::CreateConversationBody) -> CreateConversationCall {
        CreateConversationCall::new(self.core, &[]).json(body)
    }

    /// Get a conversation
    ///
    /// `GET /v2/conversations/{conversation_id}`
    ///
    /// Returns a conversation.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 404.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client
    ///     .conversations()
    ///     .retrieve("conv_01jj1hdhn79xas7a01wb3hysdb")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve(self, conversation_id: &str) -> RetrieveConversationCall {
        RetrieveConversationCall::new(self.core, &[&conversation_id])
    }

    /// Rename a conversation
    ///
    /// `PATCH /v2/conversations/{conversation_id}`
    ///
    /// Changes the display name of a conversation.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Errors
    /// [`UpdateConversationError`](types::UpdateConversationError) with status 404.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::orq::types;
    ///
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client
    ///     .conversations()
    ///     .update("conv_01jj1hdhn79xas7a01wb3hysdb", &types::UpdateConversationBody::new())
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(
        self,
        conversation_id: &str,
        body: &types::UpdateConversationBody,
    ) -> UpdateConversationCall {
        UpdateConversationCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Delete a conversation
    ///
    /// `DELETE /v2/conversations/{conversation_id}`
    ///
    /// Deletes a conversation.
    ///
    /// Returns nothing.
    ///
    /// # Errors
    /// [`DeleteConversationError`](types::DeleteConversationError) with status 404.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.conversations().delete("conv_01jj1hdhn79xas7a01wb3hysdb").await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(self, conversation_id: &str) -> DeleteConversationCall {
        DeleteConversationCall::new(self.core, &[&conversation_id])
    }

    /// Generate a name for a conversation
    ///
    /// `POST /v2/conversations/{conversation_id}/generate-name`
    ///
    /// Generates a name from a text and assigns it to the conversation.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Errors
    /// [`GenerateConversationNameError`](types::GenerateConversationNameError) with status 400 or 404.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::orq::types;
    ///
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::GenerateConversationNameBody::new("context");
    /// let conversation = client
    ///     .conversations()
    ///     .generate_name("conv_01jj1hdhn79xas7a01wb3hysdb", &body)
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn generate_name(
        self,
        conversation_id: &str,
        body: &types::GenerateConversationNameBody,
    ) -> GenerateConversationNameCall {
        GenerateConversationNameCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Create a response
    ///
    /// `POST /v2/conversations/{conversation_id}/responses`
    ///
    /// Adds a message to a conversation and streams the model's response as server-sent events.
    ///
    /// `.stream()` yields [`ResponseStreamingEvent`](types::ResponseStreamingEvent) events as they arrive.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::orq::types;
    ///
    /// # async fn example(client: conversation_apis::orq::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::CreateConversationResponseBody::new(
    ///     types::UserMessageRequest::new([
    ///         types::MessagePart::Text(types::TextPart::new("Where is my refund?")),
    ///     ]),
    ///     "openai/gpt-4o",
    /// );
    /// let mut events = client
    ///     .conversations()
    ///     .create_response("conv_01jj1hdhn79xas7a01wb3hysdb", &body)
    ///     .stream()
    ///     .await?;
    /// while let Some(event) = events.next().await {
    ///     println!("{:?}", event?);
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_response(
        self,
        conversation_id: &str,
        body: &types::CreateConversationResponseBody,
    ) -> CreateConversationResponseCall {
        CreateConversationResponseCall::new(self.core, &[&conversation_id]).json(body)
    }
}

/// A call to [`Conversations::list`]. Set optional parameters, then await it.
pub type ListConversationsCall = Call<ListConversations>;

/// Marker for the operation `GET /v2/conversations`.
pub enum ListConversations {}

impl Operation for ListConversations {
    const SPEC: &'static OperationSpec = &OperationSpec::new("ListConversations")
        .get("/v2/conversations")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ListConversationsResponse>;
    type Failure = Json<Value>;
}

impl PagedOperation for ListConversations {
    type Item = types::ConversationResponse;
    const PAGING: &'static Paging = &Paging::last_item("starting_after", "/_id")
        .items("/data")
        .more("/has_more");
}

impl ListConversationsCall {
    /// Number of conversations per page. Default: 10. 1 to 100. Greater than 0.
    pub fn limit(self, limit: impl Optional<i64>) -> Self {
        self.query("limit", &limit.as_option())
    }

    /// Returns only conversations after this one. Pass the ID of the last conversation on the previous page.
    pub fn starting_after(self, starting_after: impl Optional<str>) -> Self {
        self.query("starting_after", &starting_after.as_option())
    }

    /// Returns only conversations before this one. Pass the ID of the first conversation on the next page.
    pub fn ending_before(self, ending_before: impl Optional<str>) -> Self {
        self.query("ending_before", &ending_before.as_option())
    }
}

/// A call to [`Conversations::create`].
pub type CreateConversationCall = Call<CreateConversation>;

/// Marker for the operation `POST /v2/conversations`.
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("CreateConversation")
        .post("/v2/conversations")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<Value>;
}

/// A call to [`Conversations::retrieve`].
pub type RetrieveConversationCall = Call<RetrieveConversation>;

/// Marker for the operation `GET /v2/conversations/{conversation_id}`.
pub enum RetrieveConversation {}

impl Operation for RetrieveConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("RetrieveConversation")
        .get("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call to [`Conversations::update`].
pub type UpdateConversationCall = Call<UpdateConversation>;

/// Marker for the operation `PATCH /v2/conversations/{conversation_id}`.
pub enum UpdateConversation {}

impl Operation for UpdateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("UpdateConversation")
        .patch("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::UpdateConversationError>;
}

/// A call to [`Conversations::delete`].
pub type DeleteConversationCall = Call<DeleteConversation>;

/// Marker for the operation `DELETE /v2/conversations/{conversation_id}`.
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("DeleteConversation")
        .delete("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = NoContent;
    type Failure = Json<types::DeleteConversationError>;
}

/// A call to [`Conversations::generate_name`].
pub type GenerateConversationNameCall = Call<GenerateConversationName>;

/// Marker for the operation `POST /v2/conversations/{conversation_id}/generate-name`.
pub enum GenerateConversationName {}

impl Operation for GenerateConversationName {
    const SPEC: &'static OperationSpec = &OperationSpec::new("GenerateConversationName")
        .post("/v2/conversations/{conversation_id}/generate-name")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::GenerateConversationNameError>;
}

/// A call to [`Conversations::create_response`].
pub type CreateConversationResponseCall = Call<CreateConversationResponse>;

/// Marker for the operation `POST /v2/conversations/{conversation_id}/responses`.
pub enum CreateConversationResponse {}

impl Operation for CreateConversationResponse {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "CreateConversationResponse",
        )
        .post("/v2/conversations/{conversation_id}/responses")
        .stream_rules(
            StreamRules::new().error_events(&["error"]).error_properties(&["error"]),
        )
        .security(&[&[client::API_KEY]]);
    type Success = EventStream<Json<types::ResponseStreamingEvent>, Self::Failure>;
    type Failure = Json<Value>;
}

impl StreamOperation for CreateConversationResponse {
    type Event = Json<types::ResponseStreamingEvent>;
}
