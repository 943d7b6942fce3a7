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
    pub fn create(self) -> Call<'c, CreateConversation> {
        Call::<CreateConversation>::new(self.core, &[])
    }

    /// Read a conversation
    ///
    /// `GET /conversations/{conversation_id}`
    ///
    /// Reads one conversation without its items.
    pub fn get(self, conversation_id: &str) -> Call<'c, GetConversation> {
        Call::<GetConversation>::new(self.core, &[&conversation_id])
    }

    /// Change a conversation
    ///
    /// `POST /conversations/{conversation_id}`
    ///
    /// Stores other metadata with a conversation.
    pub fn update(self, conversation_id: &str) -> Call<'c, UpdateConversation> {
        Call::<UpdateConversation>::new(self.core, &[&conversation_id])
    }

    /// Delete a conversation
    ///
    /// `DELETE /conversations/{conversation_id}`
    ///
    /// Deletes one conversation. Its items stay.
    pub fn delete(self, conversation_id: &str) -> Call<'c, DeleteConversation> {
        Call::<DeleteConversation>::new(self.core, &[&conversation_id])
    }

    /// List items
    ///
    /// `GET /conversations/{conversation_id}/items`
    ///
    /// Lists the items of a conversation, page by page.
    pub fn list_items(self, conversation_id: &str) -> Call<'c, ListConversationItems> {
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
    ) -> Call<'c, CreateConversationItems> {
        Call::<CreateConversationItems>::new(self.core, &[&conversation_id]).json(body)
    }

    /// Read an item
    ///
    /// `GET /conversations/{conversation_id}/items/{item_id}`
    ///
    /// Reads one item of a conversation.
    pub fn get_item(self, conversation_id: &str, item_id: &str) -> Call<'c, GetConversationItem> {
        Call::<GetConversationItem>::new(self.core, &[&conversation_id, &item_id])
    }

    /// Delete an item
    ///
    /// `DELETE /conversations/{conversation_id}/items/{item_id}`
    ///
    /// Deletes one item of a conversation.
    pub fn delete_item(
        self,
        conversation_id: &str,
        item_id: &str,
    ) -> Call<'c, DeleteConversationItem> {
        Call::<DeleteConversationItem>::new(self.core, &[&conversation_id, &item_id])
    }
}

/// The call made by [`Conversations::create`].
pub enum CreateConversation {}
operation!(CreateConversation {
    id: "createConversation",
    method: POST,
    path: "/conversations",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl CreateConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<'_, CreateConversation> {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::CreateConversationBody) -> Self {
        self.json(body)
    }
}

/// The call made by [`Conversations::get`].
pub enum GetConversation {}
operation!(GetConversation {
    id: "getConversation",
    method: GET,
    path: "/conversations/{conversation_id}",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl GetConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

/// The call made by [`Conversations::update`].
pub enum UpdateConversation {}
operation!(UpdateConversation {
    id: "updateConversation",
    method: POST,
    path: "/conversations/{conversation_id}",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl UpdateConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<'_, UpdateConversation> {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::UpdateConversationBody) -> Self {
        self.json(body)
    }
}

/// The call made by [`Conversations::delete`].
pub enum DeleteConversation {}
operation!(DeleteConversation {
    id: "deleteConversation",
    method: DELETE,
    path: "/conversations/{conversation_id}",
    success: Json<types::DeletedConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl DeleteConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

/// The call made by [`Conversations::list_items`].
pub enum ListConversationItems {}
operation!(ListConversationItems {
    id: "listConversationItems",
    method: GET,
    path: "/conversations/{conversation_id}/items",
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

impl Call<'_, ListConversationItems> {
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

/// The call made by [`Conversations::create_items`].
pub enum CreateConversationItems {}
operation!(CreateConversationItems {
    id: "createConversationItems",
    method: POST,
    path: "/conversations/{conversation_id}/items",
    success: Json<types::ConversationItemList>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl CreateConversationItems {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<'_, CreateConversationItems> {
    /// Further data to send with the items.
    pub fn include(self, include: impl IntoIterator<Item: Into<types::IncludeEnum>>) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// The call made by [`Conversations::get_item`].
pub enum GetConversationItem {}
operation!(GetConversationItem {
    id: "getConversationItem",
    method: GET,
    path: "/conversations/{conversation_id}/items/{item_id}",
    success: Json<types::ConversationItem>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl GetConversationItem {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl Call<'_, GetConversationItem> {
    /// Further data to send with the items.
    pub fn include(self, include: impl IntoIterator<Item: Into<types::IncludeEnum>>) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// The call made by [`Conversations::delete_item`].
pub enum DeleteConversationItem {}
operation!(DeleteConversationItem {
    id: "deleteConversationItem",
    method: DELETE,
    path: "/conversations/{conversation_id}/items/{item_id}",
    success: Json<types::ConversationResource>,
    error: Json<types::ErrorResponse>,
    security: [[client::API_KEY_AUTH]],
});

impl DeleteConversationItem {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}
