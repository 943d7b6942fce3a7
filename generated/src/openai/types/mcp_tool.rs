// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, McpToolFilter};
use apiarist_runtime::{Maybe, Object, StringEnum, Union, Value};
use std::collections::BTreeMap;

/// A tool that provides access to a remote server or a connector.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp"))]
pub struct McpTool {
    /// Label of the server, chosen by the caller.
    pub server_label: String,
    /// URL of the server.
    pub server_url: Option<String>,
    /// ID of a connector to use instead of a server. One of server, connector, and tunnel is required.
    pub connector_id: Option<McpToolConnectorId>,
    /// ID of a tunnel to the server. Matches `^tunnel_[a-z0-9]{32}$`.
    pub tunnel_id: Option<String>,
    /// Access token for the server.
    pub authorization: Option<String>,
    /// Description of the server.
    pub server_description: Option<String>,
    /// Headers to send to the server.
    pub headers: Maybe<BTreeMap<String, String>>,
    /// Allowed tools.
    pub allowed_tools: Maybe<McpToolAllowedTools>,
    /// Allowed callers of the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
    /// Calls that require approval by the caller.
    pub require_approval: Maybe<McpToolRequireApproval>,
    /// Whether to load the tool only when a search finds it.
    pub defer_loading: Option<bool>,
}

/// ID of a connector to use instead of a server. One of server, connector, and tunnel is required.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum McpToolConnectorId {
    /// `connector_dropbox`
    #[wire("connector_dropbox")]
    Dropbox,
    /// `connector_gmail`
    #[wire("connector_gmail")]
    Gmail,
    /// `connector_googlecalendar`
    #[wire("connector_googlecalendar")]
    Googlecalendar,
    /// `connector_googledrive`
    #[wire("connector_googledrive")]
    Googledrive,
    /// `connector_microsoftteams`
    #[wire("connector_microsoftteams")]
    Microsoftteams,
    /// `connector_outlookcalendar`
    #[wire("connector_outlookcalendar")]
    Outlookcalendar,
    /// `connector_outlookemail`
    #[wire("connector_outlookemail")]
    Outlookemail,
    /// `connector_sharepoint`
    #[wire("connector_sharepoint")]
    Sharepoint,
    /// A value unknown to this version.
    Unknown(String),
}

/// Allowed tools.
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpToolAllowedTools {
    #[shape(array)]
    Strings(Vec<String>),
    #[shape(object)]
    McpToolFilter(McpToolFilter),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// Calls that require approval by the caller.
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpToolRequireApproval {
    #[shape(object)]
    Variant1(McpToolRequireApprovalVariant1),
    #[shape(string)]
    String(McpToolRequireApprovalString),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// Variant of [`McpToolRequireApproval`].
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct McpToolRequireApprovalVariant1 {
    /// Tools whose calls always require approval.
    pub always: Option<McpToolFilter>,
    /// Tools whose calls never require approval.
    pub never: Option<McpToolFilter>,
}

/// Variant of [`McpToolRequireApproval`].
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum McpToolRequireApprovalString {
    /// `always`
    Always,
    /// `never`
    Never,
    /// A value unknown to this version.
    Unknown(String),
}
