// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

#![allow(clippy::large_enum_variant, reason = "a variant keeps its type as it grows")]

/// Types that several locations share. Programs name a type after its location, in the module above.
pub mod shared;
mod additional_tools;
mod additional_tools_item_param;
mod annotation;
mod apply_patch_call_output_status;
mod apply_patch_call_output_status_param;
mod apply_patch_call_status;
mod apply_patch_call_status_param;
mod apply_patch_create_file_operation;
mod apply_patch_create_file_operation_param;
mod apply_patch_delete_file_operation;
mod apply_patch_delete_file_operation_param;
mod apply_patch_operation_param;
mod apply_patch_tool_call;
mod apply_patch_tool_call_item_param;
mod apply_patch_tool_call_output;
mod apply_patch_tool_call_output_item_param;
mod apply_patch_tool_param;
mod apply_patch_update_file_operation;
mod apply_patch_update_file_operation_param;
mod approximate_location;
mod auto_code_interpreter_tool_param;
mod callable_tool_allowed_caller;
mod click_button_type;
mod click_param;
mod code_interpreter_output_image;
mod code_interpreter_output_logs;
mod code_interpreter_tool;
mod code_interpreter_tool_call;
mod compaction_body;
mod compaction_summary_item_param;
mod compaction_trigger_item_param;
mod comparison_filter;
mod compound_filter;
mod computer_action;
mod computer_action_list;
mod computer_call_output_item_param;
mod computer_call_output_status;
mod computer_call_safety_check_param;
mod computer_environment;
mod computer_screenshot_content;
mod computer_screenshot_image;
mod computer_tool;
mod computer_tool_call;
mod computer_tool_call_output;
mod computer_tool_call_output_resource;
mod computer_use_preview_tool;
mod container_auto_param;
mod container_file_citation_body;
mod container_memory_limit;
mod container_network_policy_allowlist_param;
mod container_network_policy_disabled_param;
mod container_network_policy_domain_secret_param;
mod container_reference_param;
mod container_reference_resource;
mod conversation_item;
mod conversation_item_list;
mod conversation_resource;
mod conversations_calls;
mod coord_param;
mod create_conversation_body;
mod custom_grammar_format_param;
mod custom_text_format_param;
mod custom_tool_call;
mod custom_tool_call_output;
mod custom_tool_param;
mod deleted_conversation_resource;
mod detail_enum;
mod direct_tool_call_caller;
mod direct_tool_call_caller_param;
mod double_click_action;
mod drag_param;
mod easy_input_message;
mod empty_model_param;
mod error;
mod error_response;
mod file_citation_body;
mod file_detail_enum;
mod file_input_detail;
mod file_path;
mod file_search_tool;
mod file_search_tool_call;
mod filters;
mod function_and_custom_tool_call_output;
mod function_call_item_status;
mod function_call_output_item_param;
mod function_call_output_status_enum;
mod function_call_status;
mod function_shell_action;
mod function_shell_action_param;
mod function_shell_call;
mod function_shell_call_item_param;
mod function_shell_call_item_status;
mod function_shell_call_output;
mod function_shell_call_output_content;
mod function_shell_call_output_content_param;
mod function_shell_call_output_exit_outcome;
mod function_shell_call_output_exit_outcome_param;
mod function_shell_call_output_item_param;
mod function_shell_call_output_outcome_param;
mod function_shell_call_output_status_enum;
mod function_shell_call_output_timeout_outcome;
mod function_shell_call_output_timeout_outcome_param;
mod function_shell_call_status;
mod function_shell_tool_param;
mod function_tool;
mod function_tool_call;
mod function_tool_call_output;
mod function_tool_call_output_resource;
mod function_tool_call_resource;
mod function_tool_param;
mod grammar_syntax;
mod http_error;
mod hybrid_search_options;
mod image_detail;
mod image_gen_action_enum;
mod image_gen_tool;
mod image_gen_tool_call;
mod include_enum;
mod inline_skill_param;
mod inline_skill_source_param;
mod input_content;
mod input_fidelity;
mod input_file_content;
mod input_file_content_param;
mod input_image_content;
mod input_image_content_param_auto_param;
mod input_item;
mod input_message;
mod input_message_content_list;
mod input_text_content;
mod input_text_content_param;
mod item;
mod item_reference_param;
mod key_press_action;
mod local_environment_param;
mod local_environment_resource;
mod local_shell_exec_action;
mod local_shell_tool_call;
mod local_shell_tool_call_output;
mod local_shell_tool_param;
mod local_skill_param;
mod log_prob;
mod mcp_approval_request;
mod mcp_approval_response;
mod mcp_approval_response_resource;
mod mcp_list_tools;
mod mcp_list_tools_tool;
mod mcp_protocol_error;
mod mcp_tool;
mod mcp_tool_call;
mod mcp_tool_call_error;
mod mcp_tool_call_status;
mod mcp_tool_execution_error;
mod mcp_tool_filter;
mod message;
mod message_phase;
mod message_phase2;
mod message_role;
mod message_status;
mod metadata;
mod move_param;
mod namespace_tool_param;
mod output_message;
mod output_message_content;
mod output_text_content;
mod program;
mod program_item_param;
mod program_output;
mod program_output_item_param;
mod program_output_item_status;
mod program_output_status;
mod program_tool_call_caller;
mod program_tool_call_caller_param;
mod programmatic_tool_calling_param;
mod prompt_cache_breakpoint_config;
mod prompt_cache_breakpoint_param;
mod ranker_version_type;
mod ranking_options;
mod reasoning_item;
mod reasoning_text_content;
mod refusal_content;
mod screenshot_param;
mod scroll_param;
mod search_content_type;
mod search_context_size;
mod skill_reference_param;
mod summary_text_content;
mod text_content;
mod tool;
mod tool_call_caller;
mod tool_call_caller_param;
mod tool_search_call;
mod tool_search_call_item_param;
mod tool_search_execution_type;
mod tool_search_output;
mod tool_search_output_item_param;
mod tool_search_tool_param;
mod top_log_prob;
mod type_param;
mod update_conversation_body;
mod url_citation_body;
mod vector_store_file_attributes;
mod wait_param;
mod web_search_action_find;
mod web_search_action_open_page;
mod web_search_action_search;
mod web_search_approximate_location;
mod web_search_preview_tool;
mod web_search_tool;
mod web_search_tool_call;

pub use additional_tools::AdditionalTools;
pub use additional_tools_item_param::AdditionalToolsItemParam;
pub use annotation::Annotation;
pub use apply_patch_call_output_status::ApplyPatchCallOutputStatus;
pub use apply_patch_call_output_status_param::ApplyPatchCallOutputStatusParam;
pub use apply_patch_call_status::ApplyPatchCallStatus;
pub use apply_patch_call_status_param::ApplyPatchCallStatusParam;
pub use apply_patch_create_file_operation::ApplyPatchCreateFileOperation;
pub use apply_patch_create_file_operation_param::ApplyPatchCreateFileOperationParam;
pub use apply_patch_delete_file_operation::ApplyPatchDeleteFileOperation;
pub use apply_patch_delete_file_operation_param::ApplyPatchDeleteFileOperationParam;
pub use apply_patch_operation_param::ApplyPatchOperationParam;
pub use apply_patch_tool_call::{ApplyPatchToolCall, ApplyPatchToolCallOperation};
pub use apply_patch_tool_call_item_param::ApplyPatchToolCallItemParam;
pub use apply_patch_tool_call_output::ApplyPatchToolCallOutput;
pub use apply_patch_tool_call_output_item_param::ApplyPatchToolCallOutputItemParam;
pub use apply_patch_tool_param::ApplyPatchToolParam;
pub use apply_patch_update_file_operation::ApplyPatchUpdateFileOperation;
pub use apply_patch_update_file_operation_param::ApplyPatchUpdateFileOperationParam;
pub use approximate_location::ApproximateLocation;
pub use auto_code_interpreter_tool_param::{
    AutoCodeInterpreterToolParam, AutoCodeInterpreterToolParamNetworkPolicy,
};
pub use callable_tool_allowed_caller::CallableToolAllowedCaller;
pub use click_button_type::ClickButtonType;
pub use click_param::ClickParam;
pub use code_interpreter_output_image::CodeInterpreterOutputImage;
pub use code_interpreter_output_logs::CodeInterpreterOutputLogs;
pub use code_interpreter_tool::{CodeInterpreterTool, CodeInterpreterToolContainer};
pub use code_interpreter_tool_call::{
    CodeInterpreterToolCall, CodeInterpreterToolCallOutput, CodeInterpreterToolCallStatus,
};
pub use compaction_body::CompactionBody;
pub use compaction_summary_item_param::CompactionSummaryItemParam;
pub use compaction_trigger_item_param::CompactionTriggerItemParam;
pub use comparison_filter::{
    ComparisonFilter, ComparisonFilterType, ComparisonFilterValue,
    ComparisonFilterValueArrayItem,
};
pub use compound_filter::{CompoundFilter, CompoundFilterFilter, CompoundFilterType};
pub use computer_action::ComputerAction;
pub use computer_action_list::ComputerActionList;
pub use computer_call_output_item_param::ComputerCallOutputItemParam;
pub use computer_call_output_status::ComputerCallOutputStatus;
pub use computer_call_safety_check_param::ComputerCallSafetyCheckParam;
pub use computer_environment::ComputerEnvironment;
pub use computer_screenshot_content::ComputerScreenshotContent;
pub use computer_screenshot_image::ComputerScreenshotImage;
pub use computer_tool::ComputerTool;
pub use computer_tool_call::{ComputerToolCall, ComputerToolCallStatus};
pub use computer_tool_call_output::{
    ComputerToolCallOutput, ComputerToolCallOutputStatus,
};
pub use computer_tool_call_output_resource::{
    ComputerToolCallOutputResource, ComputerToolCallOutputResourceStatus,
};
pub use computer_use_preview_tool::ComputerUsePreviewTool;
pub use container_auto_param::{
    ContainerAutoParam, ContainerAutoParamSkill, NetworkPolicy,
};
pub use container_file_citation_body::ContainerFileCitationBody;
pub use container_memory_limit::ContainerMemoryLimit;
pub use container_network_policy_allowlist_param::ContainerNetworkPolicyAllowlistParam;
pub use container_network_policy_disabled_param::ContainerNetworkPolicyDisabledParam;
pub use container_network_policy_domain_secret_param::ContainerNetworkPolicyDomainSecretParam;
pub use container_reference_param::ContainerReferenceParam;
pub use container_reference_resource::ContainerReferenceResource;
pub use conversation_item::ConversationItem;
pub use conversation_item_list::ConversationItemList;
pub use conversation_resource::ConversationResource;
pub use conversations_calls::{CreateConversationItemsBody, ListConversationItemsOrder};
pub use coord_param::CoordParam;
pub use create_conversation_body::CreateConversationBody;
pub use custom_grammar_format_param::CustomGrammarFormatParam;
pub use custom_text_format_param::CustomTextFormatParam;
pub use custom_tool_call::CustomToolCall;
pub use custom_tool_call_output::{CustomToolCallOutput, CustomToolCallOutputOutput};
pub use custom_tool_param::{CustomToolParam, CustomToolParamFormat};
pub use deleted_conversation_resource::DeletedConversationResource;
pub use detail_enum::DetailEnum;
pub use direct_tool_call_caller::DirectToolCallCaller;
pub use direct_tool_call_caller_param::DirectToolCallCallerParam;
pub use double_click_action::DoubleClickAction;
pub use drag_param::DragParam;
pub use easy_input_message::{
    EasyInputMessage, EasyInputMessageContent, EasyInputMessageRole, EasyInputMessageType,
};
pub use empty_model_param::EmptyModelParam;
pub use error::Error;
pub use error_response::ErrorResponse;
pub use file_citation_body::FileCitationBody;
pub use file_detail_enum::FileDetailEnum;
pub use file_input_detail::FileInputDetail;
pub use file_path::FilePath;
pub use file_search_tool::FileSearchTool;
pub use file_search_tool_call::{
    FileSearchToolCall, FileSearchToolCallResult, FileSearchToolCallStatus,
};
pub use filters::Filters;
pub use function_and_custom_tool_call_output::FunctionAndCustomToolCallOutput;
pub use function_call_item_status::FunctionCallItemStatus;
pub use function_call_output_item_param::{
    FunctionCallOutputItemParam, FunctionCallOutputItemParamOutput,
    FunctionCallOutputItemParamOutputArrayItem,
};
pub use function_call_output_status_enum::FunctionCallOutputStatusEnum;
pub use function_call_status::FunctionCallStatus;
pub use function_shell_action::FunctionShellAction;
pub use function_shell_action_param::FunctionShellActionParam;
pub use function_shell_call::{FunctionShellCall, FunctionShellCallEnvironment};
pub use function_shell_call_item_param::{
    FunctionShellCallItemParam, FunctionShellCallItemParamEnvironment,
};
pub use function_shell_call_item_status::FunctionShellCallItemStatus;
pub use function_shell_call_output::FunctionShellCallOutput;
pub use function_shell_call_output_content::{
    FunctionShellCallOutputContent, FunctionShellCallOutputContentOutcome,
};
pub use function_shell_call_output_content_param::FunctionShellCallOutputContentParam;
pub use function_shell_call_output_exit_outcome::FunctionShellCallOutputExitOutcome;
pub use function_shell_call_output_exit_outcome_param::FunctionShellCallOutputExitOutcomeParam;
pub use function_shell_call_output_item_param::FunctionShellCallOutputItemParam;
pub use function_shell_call_output_outcome_param::FunctionShellCallOutputOutcomeParam;
pub use function_shell_call_output_status_enum::FunctionShellCallOutputStatusEnum;
pub use function_shell_call_output_timeout_outcome::FunctionShellCallOutputTimeoutOutcome;
pub use function_shell_call_output_timeout_outcome_param::FunctionShellCallOutputTimeoutOutcomeParam;
pub use function_shell_call_status::FunctionShellCallStatus;
pub use function_shell_tool_param::{
    FunctionShellToolParam, FunctionShellToolParamEnvironment,
};
pub use function_tool::FunctionTool;
pub use function_tool_call::{FunctionToolCall, FunctionToolCallStatus};
pub use function_tool_call_output::{
    FunctionToolCallOutput, FunctionToolCallOutputStatus, Output,
};
pub use function_tool_call_output_resource::{
    FunctionToolCallOutputResource, FunctionToolCallOutputResourceOutput,
    FunctionToolCallOutputResourceStatus,
};
pub use function_tool_call_resource::{
    FunctionToolCallResource, FunctionToolCallResourceStatus,
};
pub use function_tool_param::FunctionToolParam;
pub use grammar_syntax::GrammarSyntax;
pub use http_error::HttpError;
pub use hybrid_search_options::HybridSearchOptions;
pub use image_detail::ImageDetail;
pub use image_gen_action_enum::ImageGenActionEnum;
pub use image_gen_tool::{
    ImageGenTool, ImageGenToolBackground, ImageGenToolInputImageMask, ImageGenToolModel,
    ImageGenToolModeration, ImageGenToolOutputFormat, ImageGenToolQuality,
    ImageGenToolSize,
};
pub use image_gen_tool_call::{ImageGenToolCall, ImageGenToolCallStatus};
pub use include_enum::IncludeEnum;
pub use inline_skill_param::InlineSkillParam;
pub use inline_skill_source_param::InlineSkillSourceParam;
pub use input_content::InputContent;
pub use input_fidelity::InputFidelity;
pub use input_file_content::InputFileContent;
pub use input_file_content_param::InputFileContentParam;
pub use input_image_content::InputImageContent;
pub use input_image_content_param_auto_param::InputImageContentParamAutoParam;
pub use input_item::InputItem;
pub use input_message::{InputMessage, InputMessageRole, InputMessageType, Status};
pub use input_message_content_list::InputMessageContentList;
pub use input_text_content::InputTextContent;
pub use input_text_content_param::InputTextContentParam;
pub use item::Item;
pub use item_reference_param::{ItemReferenceParam, ItemReferenceParamType};
pub use key_press_action::KeyPressAction;
pub use local_environment_param::LocalEnvironmentParam;
pub use local_environment_resource::LocalEnvironmentResource;
pub use local_shell_exec_action::LocalShellExecAction;
pub use local_shell_tool_call::{LocalShellToolCall, LocalShellToolCallStatus};
pub use local_shell_tool_call_output::{
    LocalShellToolCallOutput, LocalShellToolCallOutputStatus,
};
pub use local_shell_tool_param::LocalShellToolParam;
pub use local_skill_param::LocalSkillParam;
pub use log_prob::LogProb;
pub use mcp_approval_request::McpApprovalRequest;
pub use mcp_approval_response::McpApprovalResponse;
pub use mcp_approval_response_resource::McpApprovalResponseResource;
pub use mcp_list_tools::McpListTools;
pub use mcp_list_tools_tool::McpListToolsTool;
pub use mcp_protocol_error::McpProtocolError;
pub use mcp_tool::{
    McpTool, McpToolAllowedTools, McpToolConnectorId, McpToolRequireApproval,
    McpToolRequireApprovalString, McpToolRequireApprovalVariant1,
};
pub use mcp_tool_call::McpToolCall;
pub use mcp_tool_call_error::McpToolCallError;
pub use mcp_tool_call_status::McpToolCallStatus;
pub use mcp_tool_execution_error::McpToolExecutionError;
pub use mcp_tool_filter::McpToolFilter;
pub use message::{Message, MessageContentItem};
pub use message_phase::MessagePhase;
pub use message_phase2::MessagePhase2;
pub use message_role::MessageRole;
pub use message_status::MessageStatus;
pub use metadata::Metadata;
pub use move_param::MoveParam;
pub use namespace_tool_param::{NamespaceToolParam, NamespaceToolParamTool};
pub use output_message::{OutputMessage, OutputMessageStatus};
pub use output_message_content::OutputMessageContent;
pub use output_text_content::OutputTextContent;
pub use program::Program;
pub use program_item_param::ProgramItemParam;
pub use program_output::ProgramOutput;
pub use program_output_item_param::ProgramOutputItemParam;
pub use program_output_item_status::ProgramOutputItemStatus;
pub use program_output_status::ProgramOutputStatus;
pub use program_tool_call_caller::ProgramToolCallCaller;
pub use program_tool_call_caller_param::ProgramToolCallCallerParam;
pub use programmatic_tool_calling_param::ProgrammaticToolCallingParam;
pub use prompt_cache_breakpoint_config::PromptCacheBreakpointConfig;
pub use prompt_cache_breakpoint_param::PromptCacheBreakpointParam;
pub use ranker_version_type::RankerVersionType;
pub use ranking_options::RankingOptions;
pub use reasoning_item::{ReasoningItem, ReasoningItemStatus};
pub use reasoning_text_content::ReasoningTextContent;
pub use refusal_content::RefusalContent;
pub use screenshot_param::ScreenshotParam;
pub use scroll_param::ScrollParam;
pub use search_content_type::SearchContentType;
pub use search_context_size::SearchContextSize;
pub use skill_reference_param::SkillReferenceParam;
pub use summary_text_content::SummaryTextContent;
pub use text_content::TextContent;
pub use tool::Tool;
pub use tool_call_caller::ToolCallCaller;
pub use tool_call_caller_param::ToolCallCallerParam;
pub use tool_search_call::ToolSearchCall;
pub use tool_search_call_item_param::ToolSearchCallItemParam;
pub use tool_search_execution_type::ToolSearchExecutionType;
pub use tool_search_output::ToolSearchOutput;
pub use tool_search_output_item_param::ToolSearchOutputItemParam;
pub use tool_search_tool_param::ToolSearchToolParam;
pub use top_log_prob::TopLogProb;
pub use type_param::TypeParam;
pub use update_conversation_body::UpdateConversationBody;
pub use url_citation_body::UrlCitationBody;
pub use vector_store_file_attributes::{
    VectorStoreFileAttributes, VectorStoreFileAttributesValue,
};
pub use wait_param::WaitParam;
pub use web_search_action_find::WebSearchActionFind;
pub use web_search_action_open_page::WebSearchActionOpenPage;
pub use web_search_action_search::{WebSearchActionSearch, WebSearchActionSearchSource};
pub use web_search_approximate_location::{
    WebSearchApproximateLocation, WebSearchApproximateLocationType,
};
pub use web_search_preview_tool::{WebSearchPreviewTool, WebSearchPreviewToolType};
pub use web_search_tool::{
    WebSearchTool, WebSearchToolFilters, WebSearchToolSearchContextSize,
    WebSearchToolType,
};
pub use web_search_tool_call::{
    WebSearchToolCall, WebSearchToolCallAction, WebSearchToolCallStatus,
};
