// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::RecordingStorageConfig;
use apiarist_runtime::Object;

/// What the new conversation shall be like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct CreateConversationRequest {
    /// Replica that joins the call. Needed unless the persona has one; if both are given, this one is used.
    pub replica_id: Option<String>,
    /// Persona that the replica plays.
    pub persona_id: Option<String>,
    /// Whether the call has voice but no picture.
    pub audio_only: Option<bool>,
    /// Address to tell of changes of the conversation.
    pub callback_url: Option<String>,
    /// Name of the conversation.
    pub conversation_name: Option<String>,
    /// What the replica should know besides the context of its persona.
    pub conversational_context: Option<String>,
    /// First words of the replica when somebody joins.
    pub custom_greeting: Option<String>,
    /// Memory stores that the persona reads from and adds to; mostly just one.
    pub memory_stores: Option<Vec<String>>,
    /// Documents that the persona may use.
    pub document_ids: Option<Vec<String>>,
    /// How to look things up in the documents: `speed`, `quality` or `balanced` (used if left out).
    pub document_retrieval_strategy: Option<String>,
    /// Tags of documents that the persona may use.
    pub document_tags: Option<Vec<String>>,
    /// Whether to make the conversation without letting the replica join. It costs nothing and is ended at once.
    pub test_mode: Option<bool>,
    /// Whether the room is private. Joining then takes the `meeting_token` of the answer.
    pub require_auth: Option<bool>,
    /// How many may be in the room, the replica among them. At least 2.
    pub max_participants: Option<i64>,
    /// Settings of the call.
    pub properties: Option<CreateConversationRequestProperties>,
}

/// Settings of the call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct CreateConversationRequestProperties {
    /// Seconds after which the call ends in any case; 3600 if left out.
    pub max_call_duration: Option<i64>,
    /// Seconds that the call goes on after the last person has left.
    pub participant_left_timeout: Option<i64>,
    /// Seconds to wait for the first person to join; 300 if left out.
    pub participant_absent_timeout: Option<i64>,
    /// Whether the call may be recorded.
    pub enable_recording: Option<bool>,
    /// Whether subtitles may be shown.
    pub enable_closed_captions: Option<bool>,
    /// Whether the replica stands before a plain green background.
    pub apply_greenscreen: Option<bool>,
    /// Whether people must prove who they are before they join.
    pub require_auth: Option<bool>,
    /// Full English name of the spoken language, or `multilingual` to find out.
    pub language: Option<String>,
    /// S3 bucket for recordings. Use `recording_storage` instead.
    #[deprecated(note = "Use `recording_storage` instead.")]
    pub recording_s3_bucket_name: Option<String>,
    /// Region of the S3 bucket. Use `recording_storage` instead.
    #[deprecated(note = "Use `recording_storage` instead.")]
    pub recording_s3_bucket_region: Option<String>,
    /// Role that may write to the S3 bucket. Use `recording_storage` instead.
    #[deprecated(note = "Use `recording_storage` instead.")]
    pub aws_assume_role_arn: Option<String>,
    pub recording_storage: Option<RecordingStorageConfig>,
}
