// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Status of an agent's sandbox.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RuntimeStatus {
    /// `STATUS$STOPPED`
    #[wire("STATUS$STOPPED")]
    Stopped,
    /// `STATUS$BUILDING_RUNTIME`
    #[wire("STATUS$BUILDING_RUNTIME")]
    BuildingRuntime,
    /// `STATUS$STARTING_RUNTIME`
    #[wire("STATUS$STARTING_RUNTIME")]
    StartingRuntime,
    /// `STATUS$RUNTIME_STARTED`
    #[wire("STATUS$RUNTIME_STARTED")]
    RuntimeStarted,
    /// `STATUS$SETTING_UP_WORKSPACE`
    #[wire("STATUS$SETTING_UP_WORKSPACE")]
    SettingUpWorkspace,
    /// `STATUS$SETTING_UP_GIT_HOOKS`
    #[wire("STATUS$SETTING_UP_GIT_HOOKS")]
    SettingUpGitHooks,
    /// `STATUS$READY`
    #[wire("STATUS$READY")]
    Ready,
    /// `STATUS$ERROR`
    #[wire("STATUS$ERROR")]
    Error,
    /// `STATUS$ERROR_RUNTIME_DISCONNECTED`
    #[wire("STATUS$ERROR_RUNTIME_DISCONNECTED")]
    ErrorRuntimeDisconnected,
    /// `STATUS$ERROR_LLM_AUTHENTICATION`
    #[wire("STATUS$ERROR_LLM_AUTHENTICATION")]
    ErrorLlmAuthentication,
    /// `STATUS$ERROR_LLM_SERVICE_UNAVAILABLE`
    #[wire("STATUS$ERROR_LLM_SERVICE_UNAVAILABLE")]
    ErrorLlmServiceUnavailable,
    /// `STATUS$ERROR_LLM_INTERNAL_SERVER_ERROR`
    #[wire("STATUS$ERROR_LLM_INTERNAL_SERVER_ERROR")]
    ErrorLlmInternalServerError,
    /// `STATUS$ERROR_LLM_OUT_OF_CREDITS`
    #[wire("STATUS$ERROR_LLM_OUT_OF_CREDITS")]
    ErrorLlmOutOfCredits,
    /// `STATUS$ERROR_LLM_CONTENT_POLICY_VIOLATION`
    #[wire("STATUS$ERROR_LLM_CONTENT_POLICY_VIOLATION")]
    ErrorLlmContentPolicyViolation,
    /// `CHAT_INTERFACE$AGENT_RATE_LIMITED_STOPPED_MESSAGE`
    #[wire("CHAT_INTERFACE$AGENT_RATE_LIMITED_STOPPED_MESSAGE")]
    AgentRateLimitedStoppedMessage,
    /// `STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR`
    #[wire("STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR")]
    GitProviderAuthenticationError,
    /// `STATUS$LLM_RETRY`
    #[wire("STATUS$LLM_RETRY")]
    LlmRetry,
    /// `STATUS$ERROR_MEMORY`
    #[wire("STATUS$ERROR_MEMORY")]
    ErrorMemory,
    /// A value unknown to this version.
    Unknown(String),
}
