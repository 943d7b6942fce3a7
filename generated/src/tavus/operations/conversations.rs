//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{
    BuildCall, Json, NoContent, Paging, Value, by_status, define_group, operation,
};

define_group!(
    /// Video conversations with a replica.
    Conversations
);

impl<'c> Conversations<'c> {
    /// Start a conversation
    ///
    /// `POST /v2/conversations`
    ///
    /// Opens a room for a live video conversation with a replica and tells its address.
    pub fn create(self) -> Call<CreateConversation> {
        Call::<CreateConversation>::new(self.core, &[])
    }

    /// List conversations
    ///
    /// `GET /v2/conversations`
    ///
    /// Lists the conversations made by the account of the key, page by page.
    pub fn list(self) -> Call<ListConversations> {
        Call::<ListConversations>::new(self.core, &[])
    }

    /// Read a conversation
    ///
    /// `GET /v2/conversations/{conversation_id}`
    ///
    /// Reads one conversation, on request with what happened in it.
    pub fn get(self, conversation_id: &str) -> Call<GetConversation> {
        Call::<GetConversation>::new(self.core, &[&conversation_id])
    }

    /// Delete a conversation
    ///
    /// `DELETE /v2/conversations/{conversation_id}`
    ///
    /// Deletes one conversation.
    pub fn delete(self, conversation_id: &str) -> Call<DeleteConversation> {
        Call::<DeleteConversation>::new(self.core, &[&conversation_id])
    }

    /// End a conversation
    ///
    /// `POST /v2/conversations/{conversation_id}/end`
    ///
    /// Ends a running conversation.
    pub fn end(self, conversation_id: &str) -> Call<EndConversation> {
        Call::<EndConversation>::new(self.core, &[&conversation_id])
    }
}

operation!(CreateConversation of "Conversations::create" {
    "createConversation": POST "/v2/conversations",
    success: Json<types::CreateConversationResponse>,
    error: ConversationsError,
    security: [[client::API_KEY]],
});

impl Call<CreateConversation> {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::CreateConversationRequest) -> Self {
        self.json(body)
    }
}

operation!(ListConversations of "Conversations::list" {
    "listConversations": GET "/v2/conversations",
    success: Json<types::ListConversationsResponse>,
    items: types::Conversation,
    pages: Paging::page_number("page", 1)
        .items("/data")
        .total("/total_count")
        .size("limit", 0, 0),
    error: Json<types::UnauthorizedError>,
    security: [[client::API_KEY]],
});

impl Call<ListConversations> {
    /// How many conversations a page has; 10 if left out.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }

    /// Number of the page, from 1 on; 1 if left out.
    pub fn page(self, page: i64) -> Self {
        self.query("page", &page)
    }

    /// Only conversations in this state: `active` or `ended`.
    pub fn status(self, status: &str) -> Self {
        self.query("status", &status)
    }
}

operation!(GetConversation of "Conversations::get" {
    "getConversation": GET "/v2/conversations/{conversation_id}",
    success: Json<types::GetConversationResponse>,
    error: ConversationsError,
    security: [[client::API_KEY]],
});

impl Call<GetConversation> {
    /// Whether to send `events` too: who joined, why the call ended, the transcript, what the replica saw. Default: `false`.
    pub fn verbose(self, verbose: bool) -> Self {
        self.query("verbose", &verbose)
    }
}

operation!(DeleteConversation of "Conversations::delete" {
    "deleteConversation": DELETE "/v2/conversations/{conversation_id}",
    success: NoContent,
    error: ConversationsError,
    security: [[client::API_KEY]],
});

impl Call<DeleteConversation> {
    /// Whether to destroy the conversation and all that belongs to it, for good.
    pub fn hard(self, hard: bool) -> Self {
        self.query("hard", &hard)
    }
}

operation!(EndConversation of "Conversations::end" {
    "endConversation": POST "/v2/conversations/{conversation_id}/end",
    success: NoContent,
    error: ConversationsError,
    security: [[client::API_KEY]],
});

/// What comes when a call fails, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ConversationsError {
    /// Status 400.
    BadRequest(types::BadRequestError),
    /// Status 401.
    Unauthorized(types::UnauthorizedError),
    /// What comes with a status that the document does not name.
    Other(Value),
}
by_status!(ConversationsError {
    400: Json BadRequest,
    401: Json Unauthorized,
});
