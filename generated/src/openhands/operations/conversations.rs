//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::super::{client, types};
use crate::Call;
use apiarist_runtime::{BuildCall, Json, Paging, Value, by_status, define_group, operation};
use std::collections::BTreeMap;

define_group!(
    /// Operations of `conversations`.
    Conversations
);

impl<'c> Conversations<'c> {
    /// List conversations
    ///
    /// `GET /api/conversations`
    ///
    /// Lists conversations, page by page.
    pub fn search(self) -> Call<SearchConversations> {
        Call::<SearchConversations>::new(self.core, &[])
    }

    /// Start a new conversation
    ///
    /// `POST /api/conversations`
    ///
    /// Makes a conversation, optionally for a repository, and starts it with the first message.
    #[inline]
    pub fn create(self, body: &types::InitSessionRequest) -> Call<CreateConversation> {
        Call::<CreateConversation>::new(self.core, &[]).json(body)
    }

    /// Read a conversation
    ///
    /// `GET /api/conversations/{conversation_id}`
    ///
    /// Reads one conversation. An unknown identifier gives `null`, not an error.
    pub fn get(self, conversation_id: &str) -> Call<GetConversation> {
        Call::<GetConversation>::new(self.core, &[&conversation_id])
    }

    /// Rename a conversation
    ///
    /// `PATCH /api/conversations/{conversation_id}`
    ///
    /// Gives a conversation another title.
    #[inline]
    pub fn update(
        self,
        conversation_id: &str,
        body: &types::UpdateConversationRequest,
    ) -> Call<UpdateConversation> {
        Call::<UpdateConversation>::new(self.core, &[&conversation_id]).json(body)
    }

    /// Delete a conversation
    ///
    /// `DELETE /api/conversations/{conversation_id}`
    ///
    /// Deletes one conversation.
    pub fn delete(self, conversation_id: &str) -> Call<DeleteConversation> {
        Call::<DeleteConversation>::new(self.core, &[&conversation_id])
    }

    /// Start the agent
    ///
    /// `POST /api/conversations/{conversation_id}/start`
    ///
    /// Starts the agent loop of a conversation that exists already. If it runs, its state is returned.
    #[inline]
    pub fn start(
        self,
        conversation_id: &str,
        body: &types::ProvidersSetModel,
    ) -> Call<StartConversation> {
        Call::<StartConversation>::new(self.core, &[&conversation_id]).json(body)
    }

    /// Stop the agent
    ///
    /// `POST /api/conversations/{conversation_id}/stop`
    ///
    /// Stops the agent loop of a conversation.
    pub fn stop(self, conversation_id: &str) -> Call<StopConversation> {
        Call::<StopConversation>::new(self.core, &[&conversation_id])
    }

    /// Search events
    ///
    /// `GET /api/conversations/{conversation_id}/events`
    ///
    /// Finds events of a conversation. The filter goes in the body of the GET request.
    pub fn search_events(self, conversation_id: &str) -> Call<SearchEvents> {
        Call::<SearchEvents>::new(self.core, &[&conversation_id])
    }

    /// Add an event
    ///
    /// `POST /api/conversations/{conversation_id}/events`
    ///
    /// Adds an event to a running conversation. The reference declares no request body.
    pub fn add_event(self, conversation_id: &str) -> Call<AddEvent> {
        Call::<AddEvent>::new(self.core, &[&conversation_id])
    }

    /// Read the trajectory
    ///
    /// `GET /api/conversations/{conversation_id}/trajectory`
    ///
    /// Reads the whole course of a conversation for replay or study.
    pub fn get_trajectory(self, conversation_id: &str) -> Call<GetTrajectory> {
        Call::<GetTrajectory>::new(self.core, &[&conversation_id])
    }

    /// Read the runtime settings
    ///
    /// `GET /api/conversations/{conversation_id}/config`
    ///
    /// Reads the identifiers of the session and of the runtime of a conversation.
    pub fn get_remote_runtime_config(self, conversation_id: &str) -> Call<GetRemoteRuntimeConfig> {
        Call::<GetRemoteRuntimeConfig>::new(self.core, &[&conversation_id])
    }

    /// List microagents
    ///
    /// `GET /api/conversations/{conversation_id}/microagents`
    ///
    /// Lists the microagents that a conversation has loaded.
    pub fn get_microagents(self, conversation_id: &str) -> Call<GetMicroagents> {
        Call::<GetMicroagents>::new(self.core, &[&conversation_id])
    }

    /// Read a prompt for remembering
    ///
    /// `GET /api/conversations/{conversation_id}/remember-prompt`
    ///
    /// Reads a prompt by which the agent would store what it learnt around one event.
    pub fn get_prompt(self, conversation_id: &str, event_id: i64) -> Call<GetPrompt> {
        Call::<GetPrompt>::new(self.core, &[&conversation_id]).query("event_id", &event_id)
    }

    /// Send feedback
    ///
    /// `POST /api/conversations/{conversation_id}/submit-feedback`
    ///
    /// Sends feedback about a conversation. The reference declares no request body.
    pub fn submit_feedback(self, conversation_id: &str) -> Call<SubmitFeedback> {
        Call::<SubmitFeedback>::new(self.core, &[&conversation_id])
    }

    /// List files
    ///
    /// `GET /api/conversations/{conversation_id}/list-files`
    ///
    /// Lists the files of the workspace, or of one folder in it, less those that git ignores.
    pub fn list_files(self, conversation_id: &str) -> Call<ListFiles> {
        Call::<ListFiles>::new(self.core, &[&conversation_id])
    }

    /// Read a file
    ///
    /// `GET /api/conversations/{conversation_id}/select-file`
    ///
    /// Reads a text file of the workspace.
    pub fn select_file(self, conversation_id: &str, file: &str) -> Call<SelectFile> {
        Call::<SelectFile>::new(self.core, &[&conversation_id]).query("file", &file)
    }

    /// Download the workspace
    ///
    /// `GET /api/conversations/{conversation_id}/zip-directory`
    ///
    /// Sends the workspace as a zip archive, although the reference declares JSON.
    pub fn zip_current_workspace(self, conversation_id: &str) -> Call<ZipCurrentWorkspace> {
        Call::<ZipCurrentWorkspace>::new(self.core, &[&conversation_id])
    }

    /// List changed files
    ///
    /// `GET /api/conversations/{conversation_id}/git/changes`
    ///
    /// Lists the files of the workspace that git sees as changed.
    pub fn git_changes(self, conversation_id: &str) -> Call<GitChanges> {
        Call::<GitChanges>::new(self.core, &[&conversation_id])
    }

    /// Read the changes of a file
    ///
    /// `GET /api/conversations/{conversation_id}/git/diff`
    ///
    /// Reads what git sees as changed in one file.
    pub fn git_diff(self, conversation_id: &str, path: &str) -> Call<GitDiff> {
        Call::<GitDiff>::new(self.core, &[&conversation_id]).query("path", &path)
    }

    /// Upload files
    ///
    /// `POST /api/conversations/{conversation_id}/upload-files`
    ///
    /// Puts files into the workspace.
    #[inline]
    pub fn upload_files(
        self,
        conversation_id: &str,
        body: &types::UploadFilesRequest,
    ) -> Call<UploadFiles> {
        Call::<UploadFiles>::new(self.core, &[&conversation_id]).multipart(body)
    }
}

operation!(SearchConversations of "Conversations::search" {
    "search_conversations_api_conversations_get": GET "/api/conversations",
    success: Json<types::ConversationInfoResultSet>,
    items: types::ConversationInfo,
    pages: Paging::cursor("page_id", "/next_page_id").items("/results"),
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

impl Call<SearchConversations> {
    /// Where to go on: `next_page_id` of the page before.
    pub fn page_id(self, page_id: &str) -> Self {
        self.query("page_id", &page_id)
    }

    /// How many conversations a page has. Default: `20`.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }

    /// Only conversations about this repository, as `owner/name`.
    pub fn selected_repository(self, selected_repository: &str) -> Self {
        self.query("selected_repository", &selected_repository)
    }

    /// Only conversations that began in this way.
    pub fn conversation_trigger(self, conversation_trigger: types::ConversationTrigger) -> Self {
        self.query("conversation_trigger", &conversation_trigger)
    }
}

operation!(CreateConversation of "Conversations::create" {
    "new_conversation_api_conversations_post": POST "/api/conversations",
    success: Json<types::ConversationResponse>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(GetConversation of "Conversations::get" {
    "get_conversation_api_conversations__conversation_id__get": GET "/api/conversations/{conversation_id}",
    success: Json<Option<types::ConversationInfo>>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(UpdateConversation of "Conversations::update" {
    "update_conversation_api_conversations__conversation_id__patch": PATCH "/api/conversations/{conversation_id}",
    success: Json<bool>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(DeleteConversation of "Conversations::delete" {
    "delete_conversation_api_conversations__conversation_id__delete": DELETE "/api/conversations/{conversation_id}",
    success: Json<bool>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(StartConversation of "Conversations::start" {
    "start_conversation_api_conversations__conversation_id__start_post": POST "/api/conversations/{conversation_id}/start",
    success: Json<types::ConversationResponse>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(StopConversation of "Conversations::stop" {
    "stop_conversation_api_conversations__conversation_id__stop_post": POST "/api/conversations/{conversation_id}/stop",
    success: Json<types::ConversationResponse>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(SearchEvents of "Conversations::search_events" {
    "search_events_api_conversations__conversation_id__events_get": GET "/api/conversations/{conversation_id}/events",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

impl Call<SearchEvents> {
    /// First event to look at. Default: `0`.
    pub fn start_id(self, start_id: i64) -> Self {
        self.query("start_id", &start_id)
    }

    /// Last event to look at.
    pub fn end_id(self, end_id: i64) -> Self {
        self.query("end_id", &end_id)
    }

    /// Whether the newest event comes first. Default: `false`.
    pub fn reverse(self, reverse: bool) -> Self {
        self.query("reverse", &reverse)
    }

    /// How many events to send. Default: `20`.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }

    /// The body of the request.
    #[inline]
    pub fn body(self, body: &types::EventFilter) -> Self {
        self.json(body)
    }
}

operation!(AddEvent of "Conversations::add_event" {
    "add_event_api_conversations__conversation_id__events_post": POST "/api/conversations/{conversation_id}/events",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(GetTrajectory of "Conversations::get_trajectory" {
    "get_trajectory_api_conversations__conversation_id__trajectory_get": GET "/api/conversations/{conversation_id}/trajectory",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(GetRemoteRuntimeConfig of "Conversations::get_remote_runtime_config" {
    "get_remote_runtime_config_api_conversations__conversation_id__config_get": GET "/api/conversations/{conversation_id}/config",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(GetMicroagents of "Conversations::get_microagents" {
    "get_microagents_api_conversations__conversation_id__microagents_get": GET "/api/conversations/{conversation_id}/microagents",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(GetPrompt of "Conversations::get_prompt" {
    "get_prompt_api_conversations__conversation_id__remember_prompt_get": GET "/api/conversations/{conversation_id}/remember-prompt",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(SubmitFeedback of "Conversations::submit_feedback" {
    "submit_feedback_api_conversations__conversation_id__submit_feedback_post": POST "/api/conversations/{conversation_id}/submit-feedback",
    success: Json<Value>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

operation!(ListFiles of "Conversations::list_files" {
    "list_files_api_conversations__conversation_id__list_files_get": GET "/api/conversations/{conversation_id}/list-files",
    success: Json<Vec<String>>,
    error: ConversationsError,
    security: [[client::API_KEY_HEADER]],
});

impl Call<ListFiles> {
    /// Folder to list; the whole workspace if left out.
    pub fn path(self, path: &str) -> Self {
        self.query("path", &path)
    }
}

operation!(SelectFile of "Conversations::select_file" {
    "select_file_api_conversations__conversation_id__select_file_get": GET "/api/conversations/{conversation_id}/select-file",
    success: Json<BTreeMap<String, String>>,
    error: SelectFileError,
    security: [[client::API_KEY_HEADER]],
});

operation!(ZipCurrentWorkspace of "Conversations::zip_current_workspace" {
    "zip_current_workspace_api_conversations__conversation_id__zip_directory_get": GET "/api/conversations/{conversation_id}/zip-directory",
    success: Json<Value>,
    error: ZipCurrentWorkspaceError,
    security: [[client::API_KEY_HEADER]],
});

operation!(GitChanges of "Conversations::git_changes" {
    "git_changes_api_conversations__conversation_id__git_changes_get": GET "/api/conversations/{conversation_id}/git/changes",
    success: Json<Vec<BTreeMap<String, String>>>,
    error: ConversationsError,
    security: [[client::API_KEY_HEADER]],
});

operation!(GitDiff of "Conversations::git_diff" {
    "git_diff_api_conversations__conversation_id__git_diff_get": GET "/api/conversations/{conversation_id}/git/diff",
    success: Json<BTreeMap<String, Value>>,
    error: ZipCurrentWorkspaceError,
    security: [[client::API_KEY_HEADER]],
});

operation!(UploadFiles of "Conversations::upload_files" {
    "upload_files_api_conversations__conversation_id__upload_files_post": POST "/api/conversations/{conversation_id}/upload-files",
    success: Json<types::UploadFilesResponse>,
    error: Json<types::HttpValidationError>,
    security: [[client::API_KEY_HEADER]],
});

/// What comes when a call fails, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ConversationsError {
    /// Status 404.
    NotFound(BTreeMap<String, Value>),
    /// Status 422.
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    InternalServerError(BTreeMap<String, Value>),
    /// What comes with a status that the document does not name.
    Other(Value),
}
by_status!(ConversationsError {
    404: Json NotFound,
    422: Json UnprocessableContent,
    500: Json InternalServerError,
});

/// What comes when a call fails, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SelectFileError {
    /// Status 415.
    UnsupportedMediaType(BTreeMap<String, Value>),
    /// Status 422.
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    InternalServerError(BTreeMap<String, Value>),
    /// What comes with a status that the document does not name.
    Other(Value),
}
by_status!(SelectFileError {
    415: Json UnsupportedMediaType,
    422: Json UnprocessableContent,
    500: Json InternalServerError,
});

/// What comes when a call fails, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ZipCurrentWorkspaceError {
    /// Status 422.
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    InternalServerError(BTreeMap<String, Value>),
    /// What comes with a status that the document does not name.
    Other(Value),
}
by_status!(ZipCurrentWorkspaceError {
    422: Json UnprocessableContent,
    500: Json InternalServerError,
});
