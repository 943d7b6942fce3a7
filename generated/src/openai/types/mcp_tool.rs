//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, McpToolFilter};
use apiarist_runtime::{Maybe, Value, list, object, string_enum, union};
use std::collections::BTreeMap;

/// Tools of a remote server or a connector.
#[derive(Clone, Debug, PartialEq)]
pub struct McpTool {
    /// Name that the caller gave the server.
    pub server_label: String,
    /// Address of the server.
    pub server_url: Option<String>,
    /// Connector to use instead of a server. One of server, connector and tunnel must be given.
    pub connector_id: Option<McpToolConnectorId>,
    /// Tunnel through which the server is reached.
    ///
    /// Matches `^tunnel_[a-z0-9]{32}$`.
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
object!(McpTool {
    "type" = "mcp",
    server_label: required("server_label"),
    server_url: optional("server_url"),
    connector_id: optional("connector_id"),
    tunnel_id: optional("tunnel_id"),
    authorization: optional("authorization"),
    server_description: optional("server_description"),
    headers: maybe("headers"),
    allowed_tools: maybe("allowed_tools"),
    allowed_callers: maybe("allowed_callers"),
    require_approval: maybe("require_approval"),
    defer_loading: optional("defer_loading"),
});

impl McpTool {
    /// With what is required.
    pub fn new(server_label: impl Into<String>) -> Self {
        Self {
            server_label: server_label.into(),
            server_url: None,
            connector_id: None,
            tunnel_id: None,
            authorization: None,
            server_description: None,
            headers: Maybe::Absent,
            allowed_tools: Maybe::Absent,
            allowed_callers: Maybe::Absent,
            require_approval: Maybe::Absent,
            defer_loading: None,
        }
    }

    pub fn server_url(mut self, server_url: impl Into<String>) -> Self {
        self.server_url = Some(server_url.into());
        self
    }

    pub fn connector_id(mut self, connector_id: McpToolConnectorId) -> Self {
        self.connector_id = Some(connector_id);
        self
    }

    pub fn tunnel_id(mut self, tunnel_id: impl Into<String>) -> Self {
        self.tunnel_id = Some(tunnel_id.into());
        self
    }

    pub fn authorization(mut self, authorization: impl Into<String>) -> Self {
        self.authorization = Some(authorization.into());
        self
    }

    pub fn server_description(mut self, server_description: impl Into<String>) -> Self {
        self.server_description = Some(server_description.into());
        self
    }

    pub fn headers(mut self, headers: BTreeMap<String, String>) -> Self {
        self.headers = Maybe::Value(headers);
        self
    }

    pub fn allowed_tools(mut self, allowed_tools: McpToolAllowedTools) -> Self {
        self.allowed_tools = Maybe::Value(allowed_tools);
        self
    }

    pub fn allowed_callers(
        mut self,
        allowed_callers: impl IntoIterator<Item: Into<CallableToolAllowedCaller>>,
    ) -> Self {
        self.allowed_callers = Maybe::Value(list(allowed_callers));
        self
    }

    pub fn require_approval(mut self, require_approval: McpToolRequireApproval) -> Self {
        self.require_approval = Maybe::Value(require_approval);
        self
    }

    pub fn defer_loading(mut self, defer_loading: bool) -> Self {
        self.defer_loading = Some(defer_loading);
        self
    }
}

/// Connector to use instead of a server. One of server, connector and tunnel must be given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpToolConnectorId {
    Dropbox,
    Gmail,
    Googlecalendar,
    Googledrive,
    Microsoftteams,
    Outlookcalendar,
    Outlookemail,
    Sharepoint,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(McpToolConnectorId {
    Dropbox: "connector_dropbox",
    Gmail: "connector_gmail",
    Googlecalendar: "connector_googlecalendar",
    Googledrive: "connector_googledrive",
    Microsoftteams: "connector_microsoftteams",
    Outlookcalendar: "connector_outlookcalendar",
    Outlookemail: "connector_outlookemail",
    Sharepoint: "connector_sharepoint",
});

/// Tools that may be used.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum McpToolAllowedTools {
    Strings(Vec<String>),
    McpToolFilter(McpToolFilter),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(McpToolAllowedTools {
    Strings: array(),
    McpToolFilter: object(),
});

/// Which calls the caller must allow.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum McpToolRequireApproval {
    Variant1(McpToolRequireApprovalVariant1),
    String(McpToolRequireApprovalString),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(McpToolRequireApproval {
    Variant1: object(),
    String: string(),
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct McpToolRequireApprovalVariant1 {
    /// Tools whose calls must be allowed.
    pub always: Option<McpToolFilter>,
    /// Tools whose calls need no leave.
    pub never: Option<McpToolFilter>,
}
object!(McpToolRequireApprovalVariant1 {
    always: optional("always"),
    never: optional("never"),
});

impl McpToolRequireApprovalVariant1 {
    pub fn always(mut self, always: McpToolFilter) -> Self {
        self.always = Some(always);
        self
    }

    pub fn never(mut self, never: McpToolFilter) -> Self {
        self.never = Some(never);
        self
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpToolRequireApprovalString {
    Always,
    Never,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(McpToolRequireApprovalString {
    Always: "always",
    Never: "never",
});
