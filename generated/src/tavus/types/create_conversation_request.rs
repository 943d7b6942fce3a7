// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::RecordingStorageConfig;
use apiarist_runtime::Object;

/// Settings of the conversation to create.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct CreateConversationRequest {
    /// ID of the replica that joins the call. Required unless the persona has a replica, which it overrides.
    pub replica_id: Option<String>,
    /// ID of the replica's persona.
    pub persona_id: Option<String>,
    /// Whether the call is audio only.
    pub audio_only: Option<bool>,
    /// URL to notify about changes to the conversation.
    pub callback_url: Option<String>,
    /// Name of the conversation.
    pub conversation_name: Option<String>,
    /// Context for the replica, in addition to the context of its persona.
    pub conversational_context: Option<String>,
    /// Greeting that the replica speaks when a participant joins.
    pub custom_greeting: Option<String>,
    /// Memory stores that the persona reads and updates; usually only one.
    pub memory_stores: Option<Vec<String>>,
    /// IDs of documents that the persona can use.
    pub document_ids: Option<Vec<String>>,
    /// Retrieval strategy for the documents: `speed`, `quality`, or `balanced` (default).
    pub document_retrieval_strategy: Option<String>,
    /// Tags of documents that the persona can use.
    pub document_tags: Option<Vec<String>>,
    /// Whether to create a test conversation, which the replica does not join. It is free of charge and ends immediately.
    pub test_mode: Option<bool>,
    /// Whether the room is private, so that joining requires the `meeting_token` from the response.
    pub require_auth: Option<bool>,
    /// Maximum number of participants in the room, including the replica. At least 2.
    pub max_participants: Option<i64>,
    /// Settings of the call.
    pub properties: Option<CreateConversationRequestProperties>,
}

/// Settings of the call.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct CreateConversationRequestProperties {
    /// Maximum duration of the call, in seconds. Default: 3600.
    pub max_call_duration: Option<i64>,
    /// Time until the call ends after the last participant leaves, in seconds.
    pub participant_left_timeout: Option<i64>,
    /// Time to wait for the first participant to join, in seconds. Default: 300.
    pub participant_absent_timeout: Option<i64>,
    /// Whether the call can be recorded.
    pub enable_recording: Option<bool>,
    /// Whether closed captions are available.
    pub enable_closed_captions: Option<bool>,
    /// Whether to show the replica against a green screen.
    pub apply_greenscreen: Option<bool>,
    /// Whether participants must authenticate before joining.
    pub require_auth: Option<bool>,
    /// Full English name of the spoken language, or `multilingual` to detect it.
    pub language: Option<String>,
    /// S3 bucket for recordings. Use `recording_storage` instead.
    #[deprecated(note = "Use `recording_storage` instead.")]
    pub recording_s3_bucket_name: Option<String>,
    /// Region of the S3 bucket. Use `recording_storage` instead.
    #[deprecated(note = "Use `recording_storage` instead.")]
    pub recording_s3_bucket_region: Option<String>,
    /// ARN of the role with write access to the S3 bucket. Use `recording_storage` instead.
    #[deprecated(note = "Use `recording_storage` instead.")]
    pub aws_assume_role_arn: Option<String>,
    pub recording_storage: Option<RecordingStorageConfig>,
}
