// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::codegen::{CallBuilder, ClientCore, Json, Paging};
use apiarist_runtime::{
    Operation, OperationSpec, Optional, PagedOperation, StatusEnum, Value,
};
use std::collections::BTreeMap;

/// Operations of `conversations`.
#[derive(Clone, Copy, Debug)]
pub struct Conversations<'c> {
    pub(crate) core: &'c ClientCore,
}

impl Conversations<'_> {
    /// List conversations
    ///
    /// `GET /api/conversations`
    ///
    /// Returns conversations, one page at a time.
    ///
    /// Set optional parameters on [`SearchConversationsCall`]: `page_id`, `limit`, `selected_repository` and `conversation_trigger`.
    /// Returns [`ConversationInfoResultSet`](types::ConversationInfoResultSet).
    /// `.pages()` and `.items()` iterate over all pages of [`ConversationInfo`](types::ConversationInfo).
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut items = client.conversations().search().items();
    /// while let Some(item) = items.next().await {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn search(self) -> SearchConversationsCall {
        SearchConversationsCall::new(self.core, &[])
    }

    /// Start a new conversation
    ///
    /// `POST /api/conversations`
    ///
    /// Creates a conversation, optionally for a repository, and starts it with the initial message.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::openhands::types;
    ///
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client
    ///     .conversations()
    ///     .create(&types::InitSessionRequest::new())
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(self, body: &types::InitSessionRequest) -> CreateConversationCall {
        CreateConversationCall::new(self.core, &[]).json(body)
    }

    /// Get a conversation
    ///
    /// `GET /api/conversations/{conversation_id}`
    ///
    /// Returns a conversation. If the ID is unknown, returns `null` rather than an error.
    ///
    /// Returns null or [`ConversationInfo`](types::ConversationInfo).
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.conversations().get("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1").await?;
    /// # Ok(()) }
    /// ```
    pub fn get(self, conversation_id: &str) -> GetConversationCall {
        GetConversationCall::new(self.core, &[&conversation_id])
    }

    /// Rename a conversation
    ///
    /// `PATCH /api/conversations/{conversation_id}`
    ///
    /// Changes the title of a conversation.
    ///
    /// Returns `bool`.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::openhands::types;
    ///
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::UpdateConversationRequest::new("Fix the failing build");
    /// let response = client
    ///     .conversations()
    ///     .update("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1", &body)
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(
        self,
        conversation_id: &str,
        body: &types::UpdateConversationRequest,
    ) -> UpdateConversationCall {
        UpdateConversationCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Delete a conversation
    ///
    /// `DELETE /api/conversations/{conversation_id}`
    ///
    /// Deletes a conversation.
    ///
    /// Returns `bool`.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .delete("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(self, conversation_id: &str) -> DeleteConversationCall {
        DeleteConversationCall::new(self.core, &[&conversation_id])
    }

    /// Start the agent
    ///
    /// `POST /api/conversations/{conversation_id}/start`
    ///
    /// Starts the agent loop of an existing conversation. If it is already running, returns its status.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::openhands::types;
    ///
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client
    ///     .conversations()
    ///     .start("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1", &types::ProvidersSetModel::new())
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn start(
        self,
        conversation_id: &str,
        body: &types::ProvidersSetModel,
    ) -> StartConversationCall {
        StartConversationCall::new(self.core, &[&conversation_id]).json(body)
    }

    /// Stop the agent
    ///
    /// `POST /api/conversations/{conversation_id}/stop`
    ///
    /// Stops the agent loop of a conversation.
    ///
    /// Returns [`ConversationResponse`](types::ConversationResponse).
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let conversation = client
    ///     .conversations()
    ///     .stop("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn stop(self, conversation_id: &str) -> StopConversationCall {
        StopConversationCall::new(self.core, &[&conversation_id])
    }

    /// Search events
    ///
    /// `GET /api/conversations/{conversation_id}/events`
    ///
    /// Returns events of a conversation that match a filter. The filter is sent in the body of the GET request.
    ///
    /// Set optional parameters on [`SearchEventsCall`]: `start_id`, `end_id`, `reverse`, `limit` and `body`.
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .search_events("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn search_events(self, conversation_id: &str) -> SearchEventsCall {
        SearchEventsCall::new(self.core, &[&conversation_id])
    }

    /// Add an event
    ///
    /// `POST /api/conversations/{conversation_id}/events`
    ///
    /// Adds an event to a running conversation. The reference does not define a request body.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .add_event("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn add_event(self, conversation_id: &str) -> AddEventCall {
        AddEventCall::new(self.core, &[&conversation_id])
    }

    /// Get the trajectory
    ///
    /// `GET /api/conversations/{conversation_id}/trajectory`
    ///
    /// Returns the full trajectory of a conversation, for replay or analysis.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .get_trajectory("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn get_trajectory(self, conversation_id: &str) -> GetTrajectoryCall {
        GetTrajectoryCall::new(self.core, &[&conversation_id])
    }

    /// Get the runtime configuration
    ///
    /// `GET /api/conversations/{conversation_id}/config`
    ///
    /// Returns the session ID and the runtime ID of a conversation.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .get_remote_runtime_config("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn get_remote_runtime_config(
        self,
        conversation_id: &str,
    ) -> GetRemoteRuntimeConfigCall {
        GetRemoteRuntimeConfigCall::new(self.core, &[&conversation_id])
    }

    /// List microagents
    ///
    /// `GET /api/conversations/{conversation_id}/microagents`
    ///
    /// Returns the microagents loaded in a conversation.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .get_microagents("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn get_microagents(self, conversation_id: &str) -> GetMicroagentsCall {
        GetMicroagentsCall::new(self.core, &[&conversation_id])
    }

    /// Get a prompt to remember an event
    ///
    /// `GET /api/conversations/{conversation_id}/remember-prompt`
    ///
    /// Returns a prompt that instructs the agent to store its knowledge about an event.
    ///
    /// Arguments:
    /// - `event_id`: ID of the event to remember.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .get_prompt("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1", 12)
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn get_prompt(self, conversation_id: &str, event_id: i64) -> GetPromptCall {
        GetPromptCall::new(self.core, &[&conversation_id]).query("event_id", &event_id)
    }

    /// Submit feedback
    ///
    /// `POST /api/conversations/{conversation_id}/submit-feedback`
    ///
    /// Submits feedback about a conversation. The reference does not define a request body.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .submit_feedback("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn submit_feedback(self, conversation_id: &str) -> SubmitFeedbackCall {
        SubmitFeedbackCall::new(self.core, &[&conversation_id])
    }

    /// List files
    ///
    /// `GET /api/conversations/{conversation_id}/list-files`
    ///
    /// Returns the files of the workspace or one of its folders, except those ignored by Git.
    ///
    /// Set the optional `path` on [`ListFilesCall`].
    /// Returns an array of `String`.
    ///
    /// # Errors
    /// [`ConversationsError`] with status 404, 422 or 500.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .list_files("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn list_files(self, conversation_id: &str) -> ListFilesCall {
        ListFilesCall::new(self.core, &[&conversation_id])
    }

    /// Get a file
    ///
    /// `GET /api/conversations/{conversation_id}/select-file`
    ///
    /// Returns a text file from the workspace.
    ///
    /// Arguments:
    /// - `file`: Path of the file in the workspace.
    ///
    /// Returns a map of `String`.
    ///
    /// # Errors
    /// [`SelectFileError`] with status 415, 422 or 500.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .select_file("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1", "src/main.rs")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn select_file(self, conversation_id: &str, file: &str) -> SelectFileCall {
        SelectFileCall::new(self.core, &[&conversation_id]).query("file", &file)
    }

    /// Download the workspace
    ///
    /// `GET /api/conversations/{conversation_id}/zip-directory`
    ///
    /// Returns the workspace as a ZIP archive, although the reference declares JSON.
    ///
    /// Returns any JSON.
    ///
    /// # Errors
    /// [`ZipCurrentWorkspaceError`] with status 422 or 500.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .zip_current_workspace("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn zip_current_workspace(
        self,
        conversation_id: &str,
    ) -> ZipCurrentWorkspaceCall {
        ZipCurrentWorkspaceCall::new(self.core, &[&conversation_id])
    }

    /// List changed files
    ///
    /// `GET /api/conversations/{conversation_id}/git/changes`
    ///
    /// Returns the files of the workspace that Git reports as changed.
    ///
    /// Returns an array of maps of `String`.
    ///
    /// # Errors
    /// [`GitChangesError`] with status 404, 422 or 500.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .git_changes("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn git_changes(self, conversation_id: &str) -> GitChangesCall {
        GitChangesCall::new(self.core, &[&conversation_id])
    }

    /// Get the changes of a file
    ///
    /// `GET /api/conversations/{conversation_id}/git/diff`
    ///
    /// Returns the changes that Git reports for a file.
    ///
    /// Arguments:
    /// - `path`: Path to the file.
    ///
    /// Returns a map of JSON values.
    ///
    /// # Errors
    /// [`GitDiffError`] with status 422 or 500.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .conversations()
    ///     .git_diff("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1", "src/main.rs")
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn git_diff(self, conversation_id: &str, path: &str) -> GitDiffCall {
        GitDiffCall::new(self.core, &[&conversation_id]).query("path", &path)
    }

    /// Upload files
    ///
    /// `POST /api/conversations/{conversation_id}/upload-files`
    ///
    /// Uploads files to the workspace.
    ///
    /// Returns [`UploadFilesResponse`](types::UploadFilesResponse).
    ///
    /// # Errors
    /// [`HttpValidationError`](types::HttpValidationError) with status 422.
    ///
    /// # Examples
    /// ```no_run
    /// use conversation_apis::FilePart;
    /// use conversation_apis::openhands::types;
    ///
    /// # async fn example(client: conversation_apis::openhands::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let body = types::UploadFilesRequest::new([FilePart::bytes("file.txt", "content")]);
    /// let upload_files = client
    ///     .conversations()
    ///     .upload_files("4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1", &body)
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn upload_files(
        self,
        conversation_id: &str,
        body: &types::UploadFilesRequest,
    ) -> UploadFilesCall {
        UploadFilesCall::new(self.core, &[&conversation_id]).multipart(body)
    }
}

/// A call to [`Conversations::search`]. Set optional parameters, then await it.
pub type SearchConversationsCall = Call<SearchConversations>;

/// Marker for the operation `GET /api/conversations`.
pub enum SearchConversations {}

impl Operation for SearchConversations {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "search_conversations_api_conversations_get",
        )
        .get("/api/conversations")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<types::ConversationInfoResultSet>;
    type Failure = Json<types::HttpValidationError>;
}

impl PagedOperation for SearchConversations {
    type Item = types::ConversationInfo;
    const PAGING: &'static Paging = &Paging::cursor("page_id", "/next_page_id")
        .items("/results");
}

impl SearchConversationsCall {
    /// `next_page_id` of the previous page.
    pub fn page_id(self, page_id: impl Optional<str>) -> Self {
        self.query("page_id", &page_id.as_option())
    }

    /// Number of conversations per page. Default: `20`.
    pub fn limit(self, limit: impl Optional<i64>) -> Self {
        self.query("limit", &limit.as_option())
    }

    /// Returns only conversations about this repository, as `owner/name`.
    pub fn selected_repository(self, selected_repository: impl Optional<str>) -> Self {
        self.query("selected_repository", &selected_repository.as_option())
    }

    /// Returns only conversations with this trigger.
    pub fn conversation_trigger(
        self,
        conversation_trigger: impl Optional<types::ConversationTrigger>,
    ) -> Self {
        self.query("conversation_trigger", &conversation_trigger.as_option())
    }
}

/// A call to [`Conversations::create`].
pub type CreateConversationCall = Call<CreateConversation>;

/// Marker for the operation `POST /api/conversations`.
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "new_conversation_api_conversations_post",
        )
        .post("/api/conversations")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::get`].
pub type GetConversationCall = Call<GetConversation>;

/// Marker for the operation `GET /api/conversations/{conversation_id}`.
pub enum GetConversation {}

impl Operation for GetConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "get_conversation_api_conversations__conversation_id__get",
        )
        .get("/api/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Option<types::ConversationInfo>>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::update`].
pub type UpdateConversationCall = Call<UpdateConversation>;

/// Marker for the operation `PATCH /api/conversations/{conversation_id}`.
pub enum UpdateConversation {}

impl Operation for UpdateConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "update_conversation_api_conversations__conversation_id__patch",
        )
        .patch("/api/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<bool>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::delete`].
pub type DeleteConversationCall = Call<DeleteConversation>;

/// Marker for the operation `DELETE /api/conversations/{conversation_id}`.
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "delete_conversation_api_conversations__conversation_id__delete",
        )
        .delete("/api/conversations/{conversation_id}")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<bool>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::start`].
pub type StartConversationCall = Call<StartConversation>;

/// Marker for the operation `POST /api/conversations/{conversation_id}/start`.
pub enum StartConversation {}

impl Operation for StartConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "start_conversation_api_conversations__conversation_id__start_post",
        )
        .post("/api/conversations/{conversation_id}/start")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::stop`].
pub type StopConversationCall = Call<StopConversation>;

/// Marker for the operation `POST /api/conversations/{conversation_id}/stop`.
pub enum StopConversation {}

impl Operation for StopConversation {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "stop_conversation_api_conversations__conversation_id__stop_post",
        )
        .post("/api/conversations/{conversation_id}/stop")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<types::ConversationResponse>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::search_events`]. Set optional parameters, then await it.
pub type SearchEventsCall = Call<SearchEvents>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/events`.
pub enum SearchEvents {}

impl Operation for SearchEvents {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "search_events_api_conversations__conversation_id__events_get",
        )
        .get("/api/conversations/{conversation_id}/events")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

impl SearchEventsCall {
    /// ID of the first event to search. Default: `0`.
    pub fn start_id(self, start_id: impl Optional<i64>) -> Self {
        self.query("start_id", &start_id.as_option())
    }

    /// ID of the last event to search.
    pub fn end_id(self, end_id: impl Optional<i64>) -> Self {
        self.query("end_id", &end_id.as_option())
    }

    /// Whether to return the newest events first. Default: `false`.
    pub fn reverse(self, reverse: impl Optional<bool>) -> Self {
        self.query("reverse", &reverse.as_option())
    }

    /// Maximum number of events to return. Default: `20`.
    pub fn limit(self, limit: impl Optional<i64>) -> Self {
        self.query("limit", &limit.as_option())
    }

    /// Sets the request body.
    #[inline]
    pub fn body<'a>(self, body: impl Optional<&'a types::EventFilter>) -> Self {
        self.json(body.as_option())
    }
}

/// A call to [`Conversations::add_event`].
pub type AddEventCall = Call<AddEvent>;

/// Marker for the operation `POST /api/conversations/{conversation_id}/events`.
pub enum AddEvent {}

impl Operation for AddEvent {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "add_event_api_conversations__conversation_id__events_post",
        )
        .post("/api/conversations/{conversation_id}/events")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::get_trajectory`].
pub type GetTrajectoryCall = Call<GetTrajectory>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/trajectory`.
pub enum GetTrajectory {}

impl Operation for GetTrajectory {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "get_trajectory_api_conversations__conversation_id__trajectory_get",
        )
        .get("/api/conversations/{conversation_id}/trajectory")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::get_remote_runtime_config`].
pub type GetRemoteRuntimeConfigCall = Call<GetRemoteRuntimeConfig>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/config`.
pub enum GetRemoteRuntimeConfig {}

impl Operation for GetRemoteRuntimeConfig {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "get_remote_runtime_config_api_conversations__conversation_id__config_get",
        )
        .get("/api/conversations/{conversation_id}/config")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::get_microagents`].
pub type GetMicroagentsCall = Call<GetMicroagents>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/microagents`.
pub enum GetMicroagents {}

impl Operation for GetMicroagents {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "get_microagents_api_conversations__conversation_id__microagents_get",
        )
        .get("/api/conversations/{conversation_id}/microagents")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::get_prompt`].
pub type GetPromptCall = Call<GetPrompt>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/remember-prompt`.
pub enum GetPrompt {}

impl Operation for GetPrompt {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "get_prompt_api_conversations__conversation_id__remember_prompt_get",
        )
        .get("/api/conversations/{conversation_id}/remember-prompt")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::submit_feedback`].
pub type SubmitFeedbackCall = Call<SubmitFeedback>;

/// Marker for the operation `POST /api/conversations/{conversation_id}/submit-feedback`.
pub enum SubmitFeedback {}

impl Operation for SubmitFeedback {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "submit_feedback_api_conversations__conversation_id__submit_feedback_post",
        )
        .post("/api/conversations/{conversation_id}/submit-feedback")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = Json<types::HttpValidationError>;
}

/// A call to [`Conversations::list_files`]. Set optional parameters, then await it.
pub type ListFilesCall = Call<ListFiles>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/list-files`.
pub enum ListFiles {}

impl Operation for ListFiles {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "list_files_api_conversations__conversation_id__list_files_get",
        )
        .get("/api/conversations/{conversation_id}/list-files")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Vec<String>>;
    type Failure = ConversationsError;
}

impl ListFilesCall {
    /// Folder to list. Default: the entire workspace.
    pub fn path(self, path: impl Optional<str>) -> Self {
        self.query("path", &path.as_option())
    }
}

/// A call to [`Conversations::select_file`].
pub type SelectFileCall = Call<SelectFile>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/select-file`.
pub enum SelectFile {}

impl Operation for SelectFile {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "select_file_api_conversations__conversation_id__select_file_get",
        )
        .get("/api/conversations/{conversation_id}/select-file")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<BTreeMap<String, String>>;
    type Failure = SelectFileError;
}

/// A call to [`Conversations::zip_current_workspace`].
pub type ZipCurrentWorkspaceCall = Call<ZipCurrentWorkspace>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/zip-directory`.
pub enum ZipCurrentWorkspace {}

impl Operation for ZipCurrentWorkspace {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "zip_current_workspace_api_conversations__conversation_id__zip_directory_get",
        )
        .get("/api/conversations/{conversation_id}/zip-directory")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Value>;
    type Failure = ZipCurrentWorkspaceError;
}

/// A call to [`Conversations::git_changes`].
pub type GitChangesCall = Call<GitChanges>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/git/changes`.
pub enum GitChanges {}

impl Operation for GitChanges {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "git_changes_api_conversations__conversation_id__git_changes_get",
        )
        .get("/api/conversations/{conversation_id}/git/changes")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<Vec<BTreeMap<String, String>>>;
    type Failure = GitChangesError;
}

/// A call to [`Conversations::git_diff`].
pub type GitDiffCall = Call<GitDiff>;

/// Marker for the operation `GET /api/conversations/{conversation_id}/git/diff`.
pub enum GitDiff {}

impl Operation for GitDiff {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "git_diff_api_conversations__conversation_id__git_diff_get",
        )
        .get("/api/conversations/{conversation_id}/git/diff")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<BTreeMap<String, Value>>;
    type Failure = GitDiffError;
}

/// A call to [`Conversations::upload_files`].
pub type UploadFilesCall = Call<UploadFiles>;

/// Marker for the operation `POST /api/conversations/{conversation_id}/upload-files`.
pub enum UploadFiles {}

impl Operation for UploadFiles {
    const SPEC: &'static OperationSpec = &OperationSpec::new(
            "upload_files_api_conversations__conversation_id__upload_files_post",
        )
        .post("/api/conversations/{conversation_id}/upload-files")
        .security(&[&[client::API_KEY_HEADER]]);
    type Success = Json<types::UploadFilesResponse>;
    type Failure = Json<types::HttpValidationError>;
}

/// Error response of [`Conversations::list_files`], by status.
pub type ConversationsError = super::shared::NotFoundUnprocessableContentOrInternalServerError;

/// Error response of [`Conversations::select_file`], by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StatusEnum)]
#[non_exhaustive]
pub enum SelectFileError {
    /// Status 415.
    #[status(415)]
    UnsupportedMediaType(BTreeMap<String, Value>),
    /// Status 422.
    #[status(422)]
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    #[status(500)]
    InternalServerError(BTreeMap<String, Value>),
    /// An undocumented status.
    #[status(default)]
    Other(Value),
}

/// Error response of [`Conversations::zip_current_workspace`], by status.
pub type ZipCurrentWorkspaceError = super::shared::UnprocessableContentOrInternalServerError;

/// Error response of [`Conversations::git_changes`], by status.
pub type GitChangesError = super::shared::NotFoundUnprocessableContentOrInternalServerError;

/// Error response of [`Conversations::git_diff`], by status.
pub type GitDiffError = super::shared::UnprocessableContentOrInternalServerError;
