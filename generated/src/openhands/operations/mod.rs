//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

mod conversations;

pub use conversations::{
    AddEvent, Conversations, ConversationsError, CreateConversation, DeleteConversation,
    GetConversation, GetMicroagents, GetPrompt, GetRemoteRuntimeConfig, GetTrajectory, GitChanges,
    GitDiff, ListFiles, SearchConversations, SearchEvents, SelectFile, SelectFileError,
    StartConversation, StopConversation, SubmitFeedback, UpdateConversation, UploadFiles,
    ZipCurrentWorkspace, ZipCurrentWorkspaceError,
};
