//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::RecordingStorageConfig;
use apiarist_runtime::object;

object! {
    /// What the new conversation shall be like.
    pub struct CreateConversationRequest {
        /// Replica that joins the call. Needed unless the persona has one; if both are given, this one is used.
        replica_id: optional(String) = "replica_id",
        /// Persona that the replica plays.
        persona_id: optional(String) = "persona_id",
        /// Whether the call has voice but no picture.
        audio_only: optional(bool) = "audio_only",
        /// Address to tell of changes of the conversation.
        callback_url: optional(String) = "callback_url",
        /// Name of the conversation.
        conversation_name: optional(String) = "conversation_name",
        /// What the replica should know besides the context of its persona.
        conversational_context: optional(String) = "conversational_context",
        /// First words of the replica when somebody joins.
        custom_greeting: optional(String) = "custom_greeting",
        /// Memory stores that the persona reads from and adds to; mostly just one.
        memory_stores: optional(Vec<String>) = "memory_stores",
        /// Documents that the persona may use.
        document_ids: optional(Vec<String>) = "document_ids",
        /// How to look things up in the documents: `speed`, `quality` or `balanced` (used if left out).
        document_retrieval_strategy: optional(String) = "document_retrieval_strategy",
        /// Tags of documents that the persona may use.
        document_tags: optional(Vec<String>) = "document_tags",
        /// Whether to make the conversation without letting the replica join. It costs nothing and is ended at once.
        test_mode: optional(bool) = "test_mode",
        /// Whether the room is private. Joining then takes the `meeting_token` of the answer.
        require_auth: optional(bool) = "require_auth",
        /// How many may be in the room, the replica among them. At least 2.
        max_participants: optional(i64) = "max_participants",
        /// Settings of the call.
        properties: optional(CreateConversationRequestProperties) = "properties",
    }
    new()
}

object! {
    /// Settings of the call.
    pub struct CreateConversationRequestProperties {
        /// Seconds after which the call ends in any case; 3600 if left out.
        max_call_duration: optional(i64) = "max_call_duration",
        /// Seconds that the call goes on after the last person has left.
        participant_left_timeout: optional(i64) = "participant_left_timeout",
        /// Seconds to wait for the first person to join; 300 if left out.
        participant_absent_timeout: optional(i64) = "participant_absent_timeout",
        /// Whether the call may be recorded.
        enable_recording: optional(bool) = "enable_recording",
        /// Whether subtitles may be shown.
        enable_closed_captions: optional(bool) = "enable_closed_captions",
        /// Whether the replica stands before a plain green background.
        apply_greenscreen: optional(bool) = "apply_greenscreen",
        /// Whether people must prove who they are before they join.
        require_auth: optional(bool) = "require_auth",
        /// Full English name of the spoken language, or `multilingual` to find out.
        language: optional(String) = "language",
        /// S3 bucket for recordings. Use `recording_storage` instead.
        ///
        /// Deprecated.
        recording_s3_bucket_name: optional(String) = "recording_s3_bucket_name",
        /// Region of the S3 bucket. Use `recording_storage` instead.
        ///
        /// Deprecated.
        recording_s3_bucket_region: optional(String) = "recording_s3_bucket_region",
        /// Role that may write to the S3 bucket. Use `recording_storage` instead.
        ///
        /// Deprecated.
        aws_assume_role_arn: optional(String) = "aws_assume_role_arn",
        recording_storage: optional(RecordingStorageConfig) = "recording_storage",
    }
    new()
}
