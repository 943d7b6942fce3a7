//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{BuildCall, Header, Json, Paging, define_group, list, operation};

define_group!(
    /// Conversations and their items.
    Conversations
);

impl<'c> Conversations<'c> {
    /// Create a conversation
    ///
    /// `POST /conversations`
    ///
    /// Makes a conversation, on request with its first items.
    pub fn create(self) -> Call<CreateConversation> {
        Call::<CreateConversation>::new(self.core, &[])
    }

    /// Read a conversation
    ///
    /// `GET /conversations/{conversation_id}`
    ///
    /// Reads one conversation without its items.
    pub fn get(self, conversation_id: &str) -> Call<GetConversation> {
        Call::<GetConversation>::new(self.core, &[&conversation_id])
    }

    /// Change a conversation
    ///
    /// `POST /conversations/{conversation_id}`
    ///
    /// Stores other metadata with a conversation.
    pub fn update(self, conversation_id: &str) -> Call<UpdateConversation> {
        Call::<UpdateConversation>::new(self.core, &[&conversation_id])
    }

    /// Delete a conversation
    ///
    /// `DELETE /conversations/{conversation_id}`
    ///
    /// Deletes one conversation. Its items stay.
    pub fn delete(self, conversation_id: &str) -> Call<DeleteConversation> {
        Call::<DeleteConversation>::new(self.core, &[&conversation_id])
    }

    /// List items
    ///
    /// `GET /conversations/{conversation_id}/items`
    ///
    /// Lists the items of a conversation, page by page.
    pub fn list_items(self, conversation_id: &str) -> Call<ListConversationItems> {
        Call::<ListConversationItems>::new(self.core, &[&conversation_id])
    }

    /// Add items
    ///
    /// `POST /conversations/{conversation_id}/items`
    ///
    /// Adds up to 20 items to the end of a conversation.
    #[inline]
    pub fn create_items(
        self,
        conversation_id: &str,
        body: &types::CreateConversationItemsBody,
    ) -> Call<CreateConversationItems> {
        Call::<CreateConversationItems>::new(self.core, &[&conversation_id]).json(body)
    }

    /// Read an item
    ///
    /// `GET /conversations/{conversation_id}/items/{item_id}`
    ///
    /// Reads one item of a conversation.
    pub fn get_item(self, conversation_id: &str, item_id: &str) -> Call<GetConversationItem> {
        Call::<GetConversationItem>::new(self.core, &[&conversation_id, &item_id])
    }

    /// Delete an item
    ///
    /// `DELETE /conversations/{conversation_id}/items/{item_id}`
    ///
    /// Deletes one item of a conversation.
    pub fn delete_item(self, conversation_id: &str, item_id: &str) -> Call<DeleteConversationItem> {
        Call::<DeleteConversationItem>::new(self.core, &[&conversation_id, &item_id])
    }
}

operation!(CreateConversation of "Conversations::create" {
    "createConversation": POST "/conversations",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl CreateConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<CreateConversation> {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::CreateConversationBody) -> Self {
        self.json(body)
    }
}

operation!(GetConversation of "Conversations::get" {
    "getConversation": GET "/conversations/{conversation_id}",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl GetConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

operation!(UpdateConversation of "Conversations::update" {
    "updateConversation": POST "/conversations/{conversation_id}",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl UpdateConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<UpdateConversation> {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::UpdateConversationBody) -> Self {
        self.json(body)
    }
}

operation!(DeleteConversation of "Conversations::delete" {
    "deleteConversation": DELETE "/conversations/{conversation_id}",
    success: Json<types::DeletedConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl DeleteConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

operation!(ListConversationItems of "Conversations::list_items" {
    "listConversationItems": GET "/conversations/{conversation_id}/items",
    success: Json<types::ConversationItemList>,
    items: types::ConversationItem,
    pages: Paging::cursor("after", "/last_id")
        .items("/data")
        .more("/has_more"),
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl ListConversationItems {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<ListConversationItems> {
    /// How many items a page has, from 1 to 100. Default: `20`.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }

    /// Whether the oldest (`asc`) or the newest (`desc`, used if left out) item comes first.
    pub fn order(self, order: types::ListConversationItemsOrder) -> Self {
        self.query("order", &order)
    }

    /// Where to go on: `last_id` of the page before.
    pub fn after(self, after: &str) -> Self {
        self.query("after", &after)
    }

    /// Further data to send with the items.
    pub fn include(self, include: impl IntoIterator<Item: Into<types::IncludeEnum>>) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

operation!(CreateConversationItems of "Conversations::create_items" {
    "createConversationItems": POST "/conversations/{conversation_id}/items",
    success: Json<types::ConversationItemList>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl CreateConversationItems {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<CreateConversationItems> {
    /// Further data to send with the items.
    pub fn include(self, include: impl IntoIterator<Item: Into<types::IncludeEnum>>) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

operation!(GetConversationItem of "Conversations::get_item" {
    "getConversationItem": GET "/conversations/{conversation_id}/items/{item_id}",
    success: Json<types::ConversationItem>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl GetConversationItem {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<GetConversationItem> {
    /// Further data to send with the items.
    pub fn include(self, include: impl IntoIterator<Item: Into<types::IncludeEnum>>) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

operation!(DeleteConversationItem of "Conversations::delete_item" {
    "deleteConversationItem": DELETE "/conversations/{conversation_id}/items/{item_id}",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl DeleteConversationItem {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}
