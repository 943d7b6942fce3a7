// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, McpToolFilter};
use apiarist_runtime::{Maybe, Object, StringEnum, Union, Value};
use std::collections::BTreeMap;

/// Tools of a remote server or a connector.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "mcp"))]
pub struct McpTool {
    /// Name that the caller gave the server.
    pub server_label: String,
    /// Address of the server.
    pub server_url: Option<String>,
    /// Connector to use instead of a server. One of server, connector and tunnel must be given.
    pub connector_id: Option<McpToolConnectorId>,
    /// Tunnel through which the server is reached. Matches `^tunnel_[a-z0-9]{32}$`.
    pub tunnel_id: Option<String>,
    /// Token for the server.
    pub authorization: Option<String>,
    /// What the server is for.
    pub server_description: Option<String>,
    /// Headers to send to the server.
    pub headers: Maybe<BTreeMap<String, String>>,
    /// Tools that may be used.
    pub allowed_tools: Maybe<McpToolAllowedTools>,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
    /// Which calls the caller must allow.
    pub require_approval: Maybe<McpToolRequireApproval>,
    /// Whether the tool is only loaded when a search finds it.
    pub defer_loading: Option<bool>,
}

/// Connector to use instead of a server. One of server, connector and tunnel must be given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
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
    /// A value that this version does not know.
    Unknown(String),
}

/// Tools that may be used.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum McpToolAllowedTools {
    #[shape(array)]
    Strings(Vec<String>),
    #[shape(object)]
    McpToolFilter(McpToolFilter),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}

/// Which calls the caller must allow.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum McpToolRequireApproval {
    #[shape(object)]
    Variant1(McpToolRequireApprovalVariant1),
    #[shape(string)]
    String(McpToolRequireApprovalString),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}

/// Variant of [`McpToolRequireApproval`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct McpToolRequireApprovalVariant1 {
    /// Tools whose calls must be allowed.
    pub always: Option<McpToolFilter>,
    /// Tools whose calls need no leave.
    pub never: Option<McpToolFilter>,
}

/// Variant of [`McpToolRequireApproval`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum McpToolRequireApprovalString {
    /// `always`
    #[wire("always")]
    Always,
    /// `never`
    #[wire("never")]
    Never,
    /// A value that this version does not know.
    Unknown(String),
}
