//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{
    BuildCall, ClientCore, Header, Json, Operation, OperationSpec, PagedOperation,
    Paging, list,
};

/// Conversations and their items.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// Create a conversation
    ///
    /// `POST /conversations`
    ///
    /// Makes a conversation, on request with its first items.
    pub fn create(self) -> CreateConversationCall {
        CreateConversationCall::new(self.core, &[])
    }

    /// Read a conversation
    ///
    /// `GET /conversations/{conversation_id}`
    ///
    /// Reads one conversation without its items.
    pub fn get(self, conversation_id: &str) -> GetConversationCall {
        GetConversationCall::new(self.core, &[&conversation_id])
    }

    /// Change a conversation
    ///
    /// `POST /conversations/{conversation_id}`
    ///
    /// Stores other metadata with a conversation.
    pub fn update(self, conversation_id: &str) -> UpdateConversationCall {
        UpdateConversationCall::new(self.core, &[&conversation_id])
    }

    /// Delete a conversation
    ///
    /// `DELETE /conversations/{conversation_id}`
    ///
    /// Deletes one conversation. Its items stay.
    pub fn delete(self, conversation_id: &str) -> DeleteConversationCall {
        DeleteConversationCall::new(self.core, &[&conversation_id])
    }

    /// List items
    ///
    /// `GET /conversations/{conversation_id}/items`
    ///
    /// Lists the items of a conversation, page by page.
    pub fn list_items(self, conversation_id: &str) -> ListConversationItemsCall {
        ListConversationItemsCall::new(self.core, &[&conversation_id])
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
    ) -> CreateConversationItemsCall {
        CreateConversationItemsCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Read an item
    ///
    /// `GET /conversations/{conversation_id}/items/{item_id}`
    ///
    /// Reads one item of a conversation.
    pub fn get_item(
        self,
        conversation_id: &str,
        item_id: &str,
    ) -> GetConversationItemCall {
        GetConversationItemCall::new(self.core, &[&conversation_id, &item_id])
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
    ) -> DeleteConversationItemCall {
        DeleteConversationItemCall::new(self.core, &[&conversation_id, &item_id])
    }
}

/// A call of [`Conversations::create`].
pub type CreateConversationCall = Call<CreateConversation>;

/// The operation `POST /conversations`.
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createConversation")
        .post("/conversations")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl CreateConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl CreateConversationCall {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::CreateConversationBody) -> Self {
        self.json(body)
    }
}

/// A call of [`Conversations::get`].
pub type GetConversationCall = Call<GetConversation>;

/// The operation `GET /conversations/{conversation_id}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
        .get("/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl GetConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

/// A call of [`Conversations::update`].
pub type UpdateConversationCall = Call<UpdateConversation>;

/// The operation `POST /conversations/{conversation_id}`.
pub enum UpdateConversation {}

impl Operation for UpdateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("updateConversation")
        .post("/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl UpdateConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl UpdateConversationCall {
    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::UpdateConversationBody) -> Self {
        self.json(body)
    }
}

/// A call of [`Conversations::delete`].
pub type DeleteConversationCall = Call<DeleteConversation>;

/// The operation `DELETE /conversations/{conversation_id}`.
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("deleteConversation")
        .delete("/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::DeletedConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl DeleteConversation {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

/// A call of [`Conversations::list_items`].
pub type ListConversationItemsCall = Call<ListConversationItems>;

/// The operation `GET /conversations/{conversation_id}/items`.
pub enum ListConversationItems {}

impl Operation for ListConversationItems {
    const SPEC: &'static OperationSpec = &OperationSpec::new("listConversationItems")
        .get("/conversations/{conversation_id}/items")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationItemList>;
    type Failure = Json<types::ErrorResponse>;
}

impl PagedOperation for ListConversationItems {
    type Item = types::ConversationItem;
    const PAGING: &'static Paging = &Paging::cursor("after", "/last_id")
        .items("/data")
        .more("/has_more");
}

impl ListConversationItems {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl ListConversationItemsCall {
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
    pub fn include(
        self,
        include: impl IntoIterator<Item: Into<types::IncludeEnum>>,
    ) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// A call of [`Conversations::create_items`].
pub type CreateConversationItemsCall = Call<CreateConversationItems>;

/// The operation `POST /conversations/{conversation_id}/items`.
pub enum CreateConversationItems {}

impl Operation for CreateConversationItems {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createConversationItems")
        .post("/conversations/{conversation_id}/items")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationItemList>;
    type Failure = Json<types::ErrorResponse>;
}

impl CreateConversationItems {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl CreateConversationItemsCall {
    /// Further data to send with the items.
    pub fn include(
        self,
        include: impl IntoIterator<Item: Into<types::IncludeEnum>>,
    ) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// A call of [`Conversations::get_item`].
pub type GetConversationItemCall = Call<GetConversationItem>;

/// The operation `GET /conversations/{conversation_id}/items/{item_id}`.
pub enum GetConversationItem {}

impl Operation for GetConversationItem {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversationItem")
        .get("/conversations/{conversation_id}/items/{item_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationItem>;
    type Failure = Json<types::ErrorResponse>;
}

impl GetConversationItem {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl GetConversationItemCall {
    /// Further data to send with the items.
    pub fn include(
        self,
        include: impl IntoIterator<Item: Into<types::IncludeEnum>>,
    ) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// A call of [`Conversations::delete_item`].
pub type DeleteConversationItemCall = Call<DeleteConversationItem>;

/// The operation `DELETE /conversations/{conversation_id}/items/{item_id}`.
pub enum DeleteConversationItem {}

impl Operation for DeleteConversationItem {
    const SPEC: &'static OperationSpec = &OperationSpec::new("deleteConversationItem")
        .delete("/conversations/{conversation_id}/items/{item_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl DeleteConversationItem {
    /// Seconds to wait before the next attempt. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}
