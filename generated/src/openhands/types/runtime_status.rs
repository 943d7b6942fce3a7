//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// State of the sandbox in which an agent works.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum RuntimeStatus {
    #[wire("STATUS$STOPPED")]
    Stopped,
    #[wire("STATUS$BUILDING_RUNTIME")]
    BuildingRuntime,
    #[wire("STATUS$STARTING_RUNTIME")]
    StartingRuntime,
    #[wire("STATUS$RUNTIME_STARTED")]
    RuntimeStarted,
    #[wire("STATUS$SETTING_UP_WORKSPACE")]
    SettingUpWorkspace,
    #[wire("STATUS$SETTING_UP_GIT_HOOKS")]
    SettingUpGitHooks,
    #[wire("STATUS$READY")]
    Ready,
    #[wire("STATUS$ERROR")]
    Error,
    #[wire("STATUS$ERROR_RUNTIME_DISCONNECTED")]
    ErrorRuntimeDisconnected,
    #[wire("STATUS$ERROR_LLM_AUTHENTICATION")]
    ErrorLlmAuthentication,
    #[wire("STATUS$ERROR_LLM_SERVICE_UNAVAILABLE")]
    ErrorLlmServiceUnavailable,
    #[wire("STATUS$ERROR_LLM_INTERNAL_SERVER_ERROR")]
    ErrorLlmInternalServerError,
    #[wire("STATUS$ERROR_LLM_OUT_OF_CREDITS")]
    ErrorLlmOutOfCredits,
    #[wire("STATUS$ERROR_LLM_CONTENT_POLICY_VIOLATION")]
    ErrorLlmContentPolicyViolation,
    #[wire("CHAT_INTERFACE$AGENT_RATE_LIMITED_STOPPED_MESSAGE")]
    AgentRateLimitedStoppedMessage,
    #[wire("STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR")]
    GitProviderAuthenticationError,
    #[wire("STATUS$LLM_RETRY")]
    LlmRetry,
    #[wire("STATUS$ERROR_MEMORY")]
    ErrorMemory,
    /// A value that this version does not know.
    Unknown(String),
}
