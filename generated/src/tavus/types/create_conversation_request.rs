//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::RecordingStorageConfig;
use apiarist_runtime::{list, object};

/// What the new conversation shall be like.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// How many may be in the room, the replica among them.
    ///
    /// At least 2.
    pub max_participants: Option<i64>,
    /// Settings of the call.
    pub properties: Option<CreateConversationRequestProperties>,
}
object!(CreateConversationRequest {
    replica_id: optional("replica_id"),
    persona_id: optional("persona_id"),
    audio_only: optional("audio_only"),
    callback_url: optional("callback_url"),
    conversation_name: optional("conversation_name"),
    conversational_context: optional("conversational_context"),
    custom_greeting: optional("custom_greeting"),
    memory_stores: optional("memory_stores"),
    document_ids: optional("document_ids"),
    document_retrieval_strategy: optional("document_retrieval_strategy"),
    document_tags: optional("document_tags"),
    test_mode: optional("test_mode"),
    require_auth: optional("require_auth"),
    max_participants: optional("max_participants"),
    properties: optional("properties"),
});

impl CreateConversationRequest {
    pub fn replica_id(mut self, replica_id: impl Into<String>) -> Self {
        self.replica_id = Some(replica_id.into());
        self
    }

    pub fn persona_id(mut self, persona_id: impl Into<String>) -> Self {
        self.persona_id = Some(persona_id.into());
        self
    }

    pub fn audio_only(mut self, audio_only: bool) -> Self {
        self.audio_only = Some(audio_only);
        self
    }

    pub fn callback_url(mut self, callback_url: impl Into<String>) -> Self {
        self.callback_url = Some(callback_url.into());
        self
    }

    pub fn conversation_name(mut self, conversation_name: impl Into<String>) -> Self {
        self.conversation_name = Some(conversation_name.into());
        self
    }

    pub fn conversational_context(mut self, conversational_context: impl Into<String>) -> Self {
        self.conversational_context = Some(conversational_context.into());
        self
    }

    pub fn custom_greeting(mut self, custom_greeting: impl Into<String>) -> Self {
        self.custom_greeting = Some(custom_greeting.into());
        self
    }

    pub fn memory_stores(mut self, memory_stores: impl IntoIterator<Item: Into<String>>) -> Self {
        self.memory_stores = Some(list(memory_stores));
        self
    }

    pub fn document_ids(mut self, document_ids: impl IntoIterator<Item: Into<String>>) -> Self {
        self.document_ids = Some(list(document_ids));
        self
    }

    pub fn document_retrieval_strategy(
        mut self,
        document_retrieval_strategy: impl Into<String>,
    ) -> Self {
        self.document_retrieval_strategy = Some(document_retrieval_strategy.into());
        self
    }

    pub fn document_tags(mut self, document_tags: impl IntoIterator<Item: Into<String>>) -> Self {
        self.document_tags = Some(list(document_tags));
        self
    }

    pub fn test_mode(mut self, test_mode: bool) -> Self {
        self.test_mode = Some(test_mode);
        self
    }

    pub fn require_auth(mut self, require_auth: bool) -> Self {
        self.require_auth = Some(require_auth);
        self
    }

    pub fn max_participants(mut self, max_participants: i64) -> Self {
        self.max_participants = Some(max_participants);
        self
    }

    pub fn properties(mut self, properties: CreateConversationRequestProperties) -> Self {
        self.properties = Some(properties);
        self
    }
}

/// Settings of the call.
#[derive(Clone, Debug, Default, PartialEq)]
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
    ///
    /// Deprecated.
    pub recording_s3_bucket_name: Option<String>,
    /// Region of the S3 bucket. Use `recording_storage` instead.
    ///
    /// Deprecated.
    pub recording_s3_bucket_region: Option<String>,
    /// Role that may write to the S3 bucket. Use `recording_storage` instead.
    ///
    /// Deprecated.
    pub aws_assume_role_arn: Option<String>,
    pub recording_storage: Option<RecordingStorageConfig>,
}
object!(CreateConversationRequestProperties {
    max_call_duration: optional("max_call_duration"),
    participant_left_timeout: optional("participant_left_timeout"),
    participant_absent_timeout: optional("participant_absent_timeout"),
    enable_recording: optional("enable_recording"),
    enable_closed_captions: optional("enable_closed_captions"),
    apply_greenscreen: optional("apply_greenscreen"),
    require_auth: optional("require_auth"),
    language: optional("language"),
    recording_s3_bucket_name: optional("recording_s3_bucket_name"),
    recording_s3_bucket_region: optional("recording_s3_bucket_region"),
    aws_assume_role_arn: optional("aws_assume_role_arn"),
    recording_storage: optional("recording_storage"),
});

impl CreateConversationRequestProperties {
    pub fn max_call_duration(mut self, max_call_duration: i64) -> Self {
        self.max_call_duration = Some(max_call_duration);
        self
    }

    pub fn participant_left_timeout(mut self, participant_left_timeout: i64) -> Self {
        self.participant_left_timeout = Some(participant_left_timeout);
        self
    }

    pub fn participant_absent_timeout(mut self, participant_absent_timeout: i64) -> Self {
        self.participant_absent_timeout = Some(participant_absent_timeout);
        self
    }

    pub fn enable_recording(mut self, enable_recording: bool) -> Self {
        self.enable_recording = Some(enable_recording);
        self
    }

    pub fn enable_closed_captions(mut self, enable_closed_captions: bool) -> Self {
        self.enable_closed_captions = Some(enable_closed_captions);
        self
    }

    pub fn apply_greenscreen(mut self, apply_greenscreen: bool) -> Self {
        self.apply_greenscreen = Some(apply_greenscreen);
        self
    }

    pub fn require_auth(mut self, require_auth: bool) -> Self {
        self.require_auth = Some(require_auth);
        self
    }

    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    pub fn recording_s3_bucket_name(mut self, recording_s3_bucket_name: impl Into<String>) -> Self {
        self.recording_s3_bucket_name = Some(recording_s3_bucket_name.into());
        self
    }

    pub fn recording_s3_bucket_region(
        mut self,
        recording_s3_bucket_region: impl Into<String>,
    ) -> Self {
        self.recording_s3_bucket_region = Some(recording_s3_bucket_region.into());
        self
    }

    pub fn aws_assume_role_arn(mut self, aws_assume_role_arn: impl Into<String>) -> Self {
        self.aws_assume_role_arn = Some(aws_assume_role_arn.into());
        self
    }

    pub fn recording_storage(mut self, recording_storage: RecordingStorageConfig) -> Self {
        self.recording_storage = Some(recording_storage);
        self
    }
}
