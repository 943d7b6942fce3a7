// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{CallBuilder, ClientCore, Json, Paging, list};
use apiarist_runtime::{Header, Operation, OperationSpec, Optional, PagedOperation};

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
    /// Creates a conversation, optionally with initial items.
    ///
    /// Set the optional `body` on [`CreateConversationCall`].
    /// Returns [`ConversationResource`](types::ConversationResource).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client.conversations().create().await?;
    /// # Ok(()) }
    /// ```
    pub fn create(self) -> CreateConversationCall {
        CreateConversationCall::new(self.core, &[])
    }

    /// Get a conversation
    ///
    /// `GET /conversations/{conversation_id}`
    ///
    /// Returns a conversation without its items.
    ///
    /// Returns [`ConversationResource`](types::ConversationResource).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client.conversations().get("conv_123").await?;
    /// # Ok(()) }
    /// ```
    pub fn get(self, conversation_id: &str) -> GetConversationCall {
        GetConversationCall::new(self.core, &[&conversation_id])
    }

    /// Update a conversation
    ///
    /// `POST /conversations/{conversation_id}`
    ///
    /// Replaces the metadata of a conversation.
    ///
    /// Set the optional `body` on [`UpdateConversationCall`].
    /// Returns [`ConversationResource`](types::ConversationResource).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client.conversations().update("conv_123").await?;
    /// # Ok(()) }
    /// ```
    pub fn update(self, conversation_id: &str) -> UpdateConversationCall {
        UpdateConversationCall::new(self.core, &[&conversation_id])
    }

    /// Delete a conversation
    ///
    /// `DELETE /conversations/{conversation_id}`
    ///
    /// Deletes a conversation. Its items are not deleted.
    ///
    /// Returns [`DeletedConversationResource`](types::DeletedConversationResource).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let deleted_conversation = client.conversations().delete("conv_123").await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(self, conversation_id: &str) -> DeleteConversationCall {
        DeleteConversationCall::new(self.core, &[&conversation_id])
    }

    /// List items
    ///
    /// `GET /conversations/{conversation_id}/items`
    ///
    /// Returns the items of a conversation, one page at a time.
    ///
    /// Set optional parameters on [`ListConversationItemsCall`]: `limit`, `order`, `after` and `include`.
    /// Returns [`ConversationItemList`](types::ConversationItemList).
    /// `.pages()` and `.items()` iterate over all pages of [`ConversationItem`](types::ConversationItem).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut items = client.conversations().list_items("conv_123").items();
    /// while let Some(item) = items.next().await {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_items(self, conversation_id: &str) -> ListConversationItemsCall {
        ListConversationItemsCall::new(self.core, &[&conversation_id])
    }

    /// Add items
    ///
    /// `POST /conversations/{conversation_id}/items`
    ///
    /// Appends up to 20 items to a conversation.
    ///
    /// Set the optional `include` on [`CreateConversationItemsCall`].
    /// Returns [`ConversationItemList`](types::ConversationItemList).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::openai::types;
    ///
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::CreateConversationItemsBody::new([
    ///     types::InputItem::EasyInputMessage(
    ///         types::EasyInputMessage::new(
    ///             types::EasyInputMessageRole::User,
    ///             types::EasyInputMessageContent::String(
    ///                 "How is the weather in Lyon?".to_owned(),
    ///             ),
    ///         ),
    ///     ),
    /// ]);
    /// let conversation_item_list = client
    ///     .conversations()
    ///     .create_items("conv_123", &body)
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_items(
        self,
        conversation_id: &str,
        body: &types::CreateConversationItemsBody,
    ) -> CreateConversationItemsCall {
        CreateConversationItemsCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Get an item
    ///
    /// `GET /conversations/{conversation_id}/items/{item_id}`
    ///
    /// Returns an item of a conversation.
    ///
    /// Set the optional `include` on [`GetConversationItemCall`].
    /// Returns [`ConversationItem`](types::ConversationItem).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation_item = client
    ///     .conversations()
    ///     .get_item("conv_123", "msg_abc")
    ///     .await?;
    /// # Ok(()) }
    /// ```
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
    /// Deletes an item of a conversation.
    ///
    /// Returns [`ConversationResource`](types::ConversationResource).
    ///
    /// # Errors
    /// [`ErrorResponse`](types::ErrorResponse) with status 429.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openai::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client.conversations().delete_item("conv_123", "msg_abc").await?;
    /// # Ok(()) }
    /// ```
    pub fn delete_item(
        self,
        conversation_id: &str,
        item_id: &str,
    ) -> DeleteConversationItemCall {
        DeleteConversationItemCall::new(self.core, &[&conversation_id, &item_id])
    }
}

/// A call to [`Conversations::create`]. Set optional parameters, then await it.
pub type CreateConversationCall = Call<CreateConversation>;

/// Marker for the operation `POST /conversations`.
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createConversation")
        .post("/conversations")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl CreateConversation {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl CreateConversationCall {
    /// Sets the request body.
    #[inline]
    pub fn body<'a>(
        self,
        body: impl Optional<&'a types::CreateConversationBody>,
    ) -> Self {
        self.json(body.as_option())
    }
}

/// A call to [`Conversations::get`].
pub type GetConversationCall = Call<GetConversation>;

/// Marker for the operation `GET /conversations/{conversation_id}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversation")
        .get("/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl GetConversation {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

/// A call to [`Conversations::update`]. Set optional parameters, then await it.
pub type UpdateConversationCall = Call<UpdateConversation>;

/// Marker for the operation `POST /conversations/{conversation_id}`.
pub enum UpdateConversation {}

impl Operation for UpdateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("updateConversation")
        .post("/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl UpdateConversation {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl UpdateConversationCall {
    /// Sets the request body.
    #[inline]
    pub fn body<'a>(
        self,
        body: impl Optional<&'a types::UpdateConversationBody>,
    ) -> Self {
        self.json(body.as_option())
    }
}

/// A call to [`Conversations::delete`].
pub type DeleteConversationCall = Call<DeleteConversation>;

/// Marker for the operation `DELETE /conversations/{conversation_id}`.
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new("deleteConversation")
        .delete("/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::DeletedConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl DeleteConversation {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

/// A call to [`Conversations::list_items`]. Set optional parameters, then await it.
pub type ListConversationItemsCall = Call<ListConversationItems>;

/// Marker for the operation `GET /conversations/{conversation_id}/items`.
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
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl ListConversationItemsCall {
    /// Number of items per page, from 1 to 100. Default: `20`.
    pub fn limit(self, limit: impl Optional<i64>) -> Self {
        self.query("limit", &limit.as_option())
    }

    /// Sort order: oldest first (`asc`) or newest first (`desc`, the default).
    pub fn order(self, order: impl Optional<types::ListConversationItemsOrder>) -> Self {
        self.query("order", &order.as_option())
    }

    /// `last_id` of the previous page.
    pub fn after(self, after: impl Optional<str>) -> Self {
        self.query("after", &after.as_option())
    }

    /// Additional data to include with the items.
    pub fn include(
        self,
        include: impl IntoIterator<Item: Into<types::IncludeEnum>>,
    ) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// A call to [`Conversations::create_items`]. Set optional parameters, then await it.
pub type CreateConversationItemsCall = Call<CreateConversationItems>;

/// Marker for the operation `POST /conversations/{conversation_id}/items`.
pub enum CreateConversationItems {}

impl Operation for CreateConversationItems {
    const SPEC: &'static OperationSpec = &OperationSpec::new("createConversationItems")
        .post("/conversations/{conversation_id}/items")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationItemList>;
    type Failure = Json<types::ErrorResponse>;
}

impl CreateConversationItems {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl CreateConversationItemsCall {
    /// Additional data to include with the items.
    pub fn include(
        self,
        include: impl IntoIterator<Item: Into<types::IncludeEnum>>,
    ) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// A call to [`Conversations::get_item`]. Set optional parameters, then await it.
pub type GetConversationItemCall = Call<GetConversationItem>;

/// Marker for the operation `GET /conversations/{conversation_id}/items/{item_id}`.
pub enum GetConversationItem {}

impl Operation for GetConversationItem {
    const SPEC: &'static OperationSpec = &OperationSpec::new("getConversationItem")
        .get("/conversations/{conversation_id}/items/{item_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationItem>;
    type Failure = Json<types::ErrorResponse>;
}

impl GetConversationItem {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}

impl GetConversationItemCall {
    /// Additional data to include with the items.
    pub fn include(
        self,
        include: impl IntoIterator<Item: Into<types::IncludeEnum>>,
    ) -> Self {
        self.query("include", &list::<types::IncludeEnum>(include))
    }
}

/// A call to [`Conversations::delete_item`].
pub type DeleteConversationItemCall = Call<DeleteConversationItem>;

/// Marker for the operation `DELETE /conversations/{conversation_id}/items/{item_id}`.
pub enum DeleteConversationItem {}

impl Operation for DeleteConversationItem {
    const SPEC: &'static OperationSpec = &OperationSpec::new("deleteConversationItem")
        .delete("/conversations/{conversation_id}/items/{item_id}")
        .security(&[&[client::API_KEY_AUTH]]);
    type Success = Json<types::ConversationResource>;
    type Failure = Json<types::ErrorResponse>;
}

impl DeleteConversationItem {
    /// Time to wait before the next attempt, in seconds. At least 1.
    pub const RETRY_AFTER: Header<i64> = Header::new("Retry-After");
}
