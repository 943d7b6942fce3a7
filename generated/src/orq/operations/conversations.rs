//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{
    BuildCall, ClientCore, EventStream, EventWords, Json, NoContent, Operation,
    OperationSpec, PagedOperation, Paging, StreamOperation, Value,
};

/// Conversations and the replies in them.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// List conversations
    ///
    /// `GET /v2/conversations`
    ///
    /// Lists the conversations of the workspace, page by page.
    pub fn list(self) -> ListConversationsCall {
        ListConversationsCall::new(self.core, &[])
    }

    /// Create a conversation
    ///
    /// `POST /v2/conversations`
    ///
    /// Makes an empty conversation.
    #[inline]
    pub fn create(self, body: &types::CreateConversationBody) -> CreateConversationCall {
        CreateConversationCall::new(self.core, &[]).json(body)
    }

    /// Read a conversation
    ///
    /// `GET /v2/conversations/{conversation_id}`
    ///
    /// Reads one conversation.
    pub fn retrieve(self, conversation_id: &str) -> RetrieveConversationCall {
        RetrieveConversationCall::new(self.core, &[&conversation_id])
    }

    /// Rename a conversation
    ///
    /// `PATCH /v2/conversations/{conversation_id}`
    ///
    /// Gives a conversation another name.
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
    /// Deletes one conversation.
    pub fn delete(self, conversation_id: &str) -> DeleteConversationCall {
        DeleteConversationCall::new(self.core, &[&conversation_id])
    }

    /// Let a model name a conversation
    ///
    /// `POST /v2/conversations/{conversation_id}/generate-name`
    ///
    /// Makes a name from the given text and gives it to the conversation.
    #[inline]
    pub fn generate_name(
        self,
        conversation_id: &str,
        body: &types::GenerateConversationNameBody,
    ) -> GenerateConversationNameCall {
        GenerateConversationNameCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Let a model reply
    ///
    /// `POST /v2/conversations/{conversation_id}/responses`
    ///
    /// Adds a message to a conversation and streams the reply of the model as server-sent events.
    #[inline]
    pub fn create_response(
        self,
        conversation_id: &str,
        body: &types::CreateConversationResponseBody,
    ) -> CreateConversationResponseCall {
        CreateConversationResponseCall::new(self.core, &[&conversation_id]).json(body)
    }
}

/// A call of [`Conversations::list`].
pub type ListConversationsCall = Call<ListConversations>;

/// The operation `GET /v2/conversations`.
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
    /// How many conversations a page has, from 1 to 100; 10 if left out. 1 to 100. More than 0.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }

    /// Only conversations behind this one: the last of the page before.
    pub fn starting_after(self, starting_after: &str) -> Self {
        self.query("starting_after", &starting_after)
    }

    /// Only conversations ahead of this one: the first of the page after.
    pub fn ending_before(self, ending_before: &str) -> Self {
        self.query("ending_before", &ending_before)
    }
}

/// A call of [`Conversations::create`].
pub type CreateConversationCall = Call<CreateConversation>;

/// The operation `POST /v2/conversations`.
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("CreateConversation")
        .post("/v2/conversations")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<Value>;
}

/// A call of [`Conversations::retrieve`].
pub type RetrieveConversationCall = Call<RetrieveConversation>;

/// The operation `GET /v2/conversations/{conversation_id}`.
pub enum RetrieveConversation {}

impl Operation for RetrieveConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("RetrieveConversation")
        .get("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::update`].
pub type UpdateConversationCall = Call<UpdateConversation>;

/// The operation `PATCH /v2/conversations/{conversation_id}`.
pub enum UpdateConversation {}

impl Operation for UpdateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("UpdateConversation")
        .patch("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::delete`].
pub type DeleteConversationCall = Call<DeleteConversation>;

/// The operation `DELETE /v2/conversations/{conversation_id}`.
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("DeleteConversation")
        .delete("/v2/conversations/{conversation_id}")
        .security(&[&[client::API_KEY]]);
    type Success = NoContent;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::generate_name`].
pub type GenerateConversationNameCall = Call<GenerateConversationName>;

/// The operation `POST /v2/conversations/{conversation_id}/generate-name`.
pub enum GenerateConversationName {}

impl Operation for GenerateConversationName {
    const SPEC: &'static OperationSpec = &OperationSpec::new("GenerateConversationName")
        .post("/v2/conversations/{conversation_id}/generate-name")
        .security(&[&[client::API_KEY]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::ErrorResponse>;
}

/// A call of [`Conversations::create_response`].
pub type CreateConversationResponseCall = Call<CreateConversationResponse>;

/// The operation `POST /v2/conversations/{conversation_id}/responses`.
pub enum CreateConversationResponse {}

impl Operation for CreateConversationResponse {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "CreateConversationResponse",
        )
        .post("/v2/conversations/{conversation_id}/responses")
        .words(EventWords::new().errors(&["error"]).error_members(&["error"]))
        .security(&[&[client::API_KEY]]);
    type Success = EventStream<Json<types::ResponseStreamingEvent>>;
    type Failure = Json<Value>;
}

impl StreamOperation for CreateConversationResponse {
    type Event = Json<types::ResponseStreamingEvent>;
}
