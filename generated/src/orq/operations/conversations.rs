//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{
    BuildCall, EventStream, EventWords, Json, NoContent, Paging, Value, define_group, operation,
};

define_group!(
    /// Conversations and the replies in them.
    Conversations
);

impl<'c> Conversations<'c> {
    /// List conversations
    ///
    /// `GET /v2/conversations`
    ///
    /// Lists the conversations of the workspace, page by page.
    pub fn list(self) -> Call<ListConversations> {
        Call::<ListConversations>::new(self.core, &[])
    }

    /// Create a conversation
    ///
    /// `POST /v2/conversations`
    ///
    /// Makes an empty conversation.
    #[inline]
    pub fn create(self, body: &types::CreateConversationBody) -> Call<CreateConversation> {
        Call::<CreateConversation>::new(self.core, &[]).json(body)
    }

    /// Read a conversation
    ///
    /// `GET /v2/conversations/{conversation_id}`
    ///
    /// Reads one conversation.
    pub fn retrieve(self, conversation_id: &str) -> Call<RetrieveConversation> {
        Call::<RetrieveConversation>::new(self.core, &[&conversation_id])
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
    ) -> Call<UpdateConversation> {
        Call::<UpdateConversation>::new(self.core, &[&conversation_id]).json(body)
    }

    /// Delete a conversation
    ///
    /// `DELETE /v2/conversations/{conversation_id}`
    ///
    /// Deletes one conversation.
    pub fn delete(self, conversation_id: &str) -> Call<DeleteConversation> {
        Call::<DeleteConversation>::new(self.core, &[&conversation_id])
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
    ) -> Call<GenerateConversationName> {
        Call::<GenerateConversationName>::new(self.core, &[&conversation_id]).json(body)
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
    ) -> Call<CreateConversationResponse> {
        Call::<CreateConversationResponse>::new(self.core, &[&conversation_id]).json(body)
    }
}

operation!(ListConversations of "Conversations::list" {
    "ListConversations": GET "/v2/conversations",
    success: Json<types::ListConversationsResponse>,
    items: types::ConversationResponse,
    pages: Paging::last_item("starting_after", "/_id")
        .items("/data")
        .more("/has_more"),
    error: Json<Value>,
    security: [[client::API_KEY]],
});

impl Call<ListConversations> {
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

operation!(CreateConversation of "Conversations::create" {
    "CreateConversation": POST "/v2/conversations",
    success: Json<types::ConversationResponse>,
    error: Json<Value>,
    security: [[client::API_KEY]],
});

operation!(RetrieveConversation of "Conversations::retrieve" {
    "RetrieveConversation": GET "/v2/conversations/{conversation_id}",
    success: Json<types::ConversationResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY]],
});

operation!(UpdateConversation of "Conversations::update" {
    "UpdateConversation": PATCH "/v2/conversations/{conversation_id}",
    success: Json<types::ConversationResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY]],
});

operation!(DeleteConversation of "Conversations::delete" {
    "DeleteConversation": DELETE "/v2/conversations/{conversation_id}",
    success: NoContent,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY]],
});

operation!(GenerateConversationName of "Conversations::generate_name" {
    "GenerateConversationName": POST "/v2/conversations/{conversation_id}/generate-name",
    success: Json<types::ConversationResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY]],
});

operation!(CreateConversationResponse of "Conversations::create_response" {
    "CreateConversationResponse": POST "/v2/conversations/{conversation_id}/responses",
    success: EventStream<Json<types::ResponseStreamingEvent>>,
    events: Json<types::ResponseStreamingEvent>,
    words: EventWords::new()
        .errors(&["error"])
        .error_members(&["error"]),
    error: Json<Value>,
    security: [[client::API_KEY]],
});
