//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, McpToolFilter};
use apiarist_runtime::{object, string_enum, union};
use std::collections::BTreeMap;

object! {
    /// Tools of a remote server or a connector.
    pub struct McpTool {
        "type" = "mcp",
        /// Name that the caller gave the server.
        server_label: required(String) = "server_label",
        /// Address of the server.
        server_url: optional(String) = "server_url",
        /// Connector to use instead of a server. One of server, connector and tunnel must be given.
        connector_id: optional(McpToolConnectorId) = "connector_id",
        /// Tunnel through which the server is reached. Matches `^tunnel_[a-z0-9]{32}$`.
        tunnel_id: optional(String) = "tunnel_id",
        /// Token for the server.
        authorization: optional(String) = "authorization",
        /// What the server is for.
        server_description: optional(String) = "server_description",
        /// Headers to send to the server.
        headers: maybe(BTreeMap<String, String>) = "headers",
        /// Tools that may be used.
        allowed_tools: maybe(McpToolAllowedTools) = "allowed_tools",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
        /// Which calls the caller must allow.
        require_approval: maybe(McpToolRequireApproval) = "require_approval",
        /// Whether the tool is only loaded when a search finds it.
        defer_loading: optional(bool) = "defer_loading",
    }
    new(server_label(String))
}

string_enum! {
    /// Connector to use instead of a server. One of server, connector and tunnel must be given.
    pub enum McpToolConnectorId {
        Dropbox = "connector_dropbox",
        Gmail = "connector_gmail",
        Googlecalendar = "connector_googlecalendar",
        Googledrive = "connector_googledrive",
        Microsoftteams = "connector_microsoftteams",
        Outlookcalendar = "connector_outlookcalendar",
        Outlookemail = "connector_outlookemail",
        Sharepoint = "connector_sharepoint",
    }
}

union! {
    /// Tools that may be used.
    pub enum McpToolAllowedTools {
        Strings(Vec<String>) = array(),
        McpToolFilter(McpToolFilter) = object(),
    }
}

union! {
    /// Which calls the caller must allow.
    pub enum McpToolRequireApproval {
        Variant1(McpToolRequireApprovalVariant1) = object(),
        String(McpToolRequireApprovalString) = string(),
    }
}

object! {
    pub struct McpToolRequireApprovalVariant1 {
        /// Tools whose calls must be allowed.
        always: optional(McpToolFilter) = "always",
        /// Tools whose calls need no leave.
        never: optional(McpToolFilter) = "never",
    }
    new()
}

string_enum! {
    pub enum McpToolRequireApprovalString {
        Always = "always",
        Never = "never",
    }
}
