//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{BuildCall, Json, NoContent, Value, define_group, operation};
use std::collections::BTreeMap;

define_group!(
    /// Conversations, their messages and the credentials of their customers.
    Conversations
);

impl<'c> Conversations<'c> {
    /// Create or update a conversation
    ///
    /// `POST /conversation/v1/conversations`
    ///
    /// Stores a conversation under your `externalId`. An unknown `externalId` makes a new conversation; a known one changes the stored conversation, for instance to another agent.
    #[inline]
    pub fn create_or_update(
        self,
        body: &types::TimeBasedConversation,
    ) -> Call<CreateOrUpdateConversation> {
        Call::<CreateOrUpdateConversation>::new(self.core, &[]).json(body)
    }

    /// Find conversations
    ///
    /// `GET /conversation/v1/conversations`
    ///
    /// Finds the conversations stored under your `externalId`.
    pub fn list(self, external_id: &str) -> Call<ListConversation> {
        Call::<ListConversation>::new(self.core, &[]).query("externalId", &external_id)
    }

    /// Read a conversation
    ///
    /// `GET /conversation/v1/conversations/{conversationId}`
    ///
    /// Reads one conversation with its participants and metadata.
    pub fn get(self, conversation_id: &str) -> Call<GetConversation> {
        Call::<GetConversation>::new(self.core, &[&conversation_id])
    }

    /// Add a message
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/messages`
    ///
    /// Adds one message to a conversation, as it happens.
    #[inline]
    pub fn create_message(
        self,
        conversation_id: &str,
        body: &types::Message,
    ) -> Call<CreateMessage> {
        Call::<CreateMessage>::new(self.core, &[&conversation_id]).json(body)
    }

    /// List the messages of a conversation
    ///
    /// `GET /conversation/v1/conversations/{conversationId}/messages`
    ///
    /// Lists every message of a conversation, oldest first.
    pub fn get_messages(self, conversation_id: &str) -> Call<GetMessages> {
        Call::<GetMessages>::new(self.core, &[&conversation_id])
    }

    /// Read a message
    ///
    /// `GET /conversation/v1/conversations/{conversationId}/messages/{messageId}`
    ///
    /// Reads one message of a conversation.
    pub fn get_message(self, conversation_id: &str, message_id: &str) -> Call<GetMessage> {
        Call::<GetMessage>::new(self.core, &[&conversation_id, &message_id])
    }

    /// Add several messages
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/messages/batch`
    ///
    /// Adds up to 300 messages to a conversation in one request, for instance to load an older conversation.
    #[inline]
    pub fn create_batch_messages(
        self,
        conversation_id: &str,
        body: &types::CreateBatchMessagesBody,
    ) -> Call<CreateBatchMessages> {
        Call::<CreateBatchMessages>::new(self.core, &[&conversation_id]).json(body)
    }

    /// List messages by your own identifier
    ///
    /// `GET /conversation/v1/conversation/messages`
    ///
    /// Lists every message of the conversation stored under your `externalId`. The path has `conversation` in the singular.
    pub fn get_messages_by_external_id(self, external_id: &str) -> Call<GetMessagesByExternalId> {
        Call::<GetMessagesByExternalId>::new(self.core, &[]).query("externalId", &external_id)
    }

    /// Pass on the credentials of a customer
    ///
    /// `POST /conversation/v1/conversations/{conversationId}/authenticate`
    ///
    /// Stores the credentials of the customer for the flows that act in their name. It may be called at any point of a conversation, and may set off further calls to your webhooks. Checking the credentials stays with you.
    #[inline]
    pub fn authenticate(
        self,
        conversation_id: &str,
        body: &types::AuthObject,
    ) -> Call<AuthenticateConversation> {
        Call::<AuthenticateConversation>::new(self.core, &[&conversation_id]).json(body)
    }
}

operation!(CreateOrUpdateConversation of "Conversations::create_or_update" {
    "createOrUpdateConversation": POST "/conversation/v1/conversations",
    success: Json<types::CreateOrUpdateConversationResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(ListConversation of "Conversations::list" {
    "getConversations": GET "/conversation/v1/conversations",
    success: Json<types::ListConversationResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(GetConversation of "Conversations::get" {
    "getConversation": GET "/conversation/v1/conversations/{conversationId}",
    success: Json<types::Conversation>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(CreateMessage of "Conversations::create_message" {
    "createMessage": POST "/conversation/v1/conversations/{conversationId}/messages",
    success: Json<types::CreateMessageResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(GetMessages of "Conversations::get_messages" {
    "getMessages": GET "/conversation/v1/conversations/{conversationId}/messages",
    success: Json<types::GetMessagesResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(GetMessage of "Conversations::get_message" {
    "getMessage": GET "/conversation/v1/conversations/{conversationId}/messages/{messageId}",
    success: Json<types::MessageOut>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(CreateBatchMessages of "Conversations::create_batch_messages" {
    "createBatchMessages": POST "/conversation/v1/conversations/{conversationId}/messages/batch",
    success: Json<BTreeMap<String, Value>>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(GetMessagesByExternalId of "Conversations::get_messages_by_external_id" {
    "getMessagesByExternalId": GET "/conversation/v1/conversation/messages",
    success: Json<types::GetMessagesByExternalIdResponse>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});

operation!(AuthenticateConversation of "Conversations::authenticate" {
    "postAuthenticate": POST "/conversation/v1/conversations/{conversationId}/authenticate",
    success: NoContent,
    error: Json<types::ErrorResponse>,
    security: [[client::API_ID, client::API_SECRET]],
});
