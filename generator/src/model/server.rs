//! Servers.

use serde_json::{Map, Value};

use super::reader::{Node, Reader};
use super::{Text, Version};
use crate::diagnostics::Code;
use crate::source::Pointer;

/// Where the API is.
#[derive(Clone, Debug, Default)]
pub struct Server<'d> {
    /// `url`, with the defaults of its variables filled in.
    pub url: String,
    /// `url`, with the defaults of its variables beside their names: `https://{region=eu}.example.com`.
    pub template: String,
    /// `variables` that stand in the template.
    pub variables: Vec<ServerVariable<'d>>,
    /// `name` (OpenAPI 3.2).
    pub name: Option<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
}

/// What may differ in the URL of a server.
#[derive(Clone, Debug)]
pub struct ServerVariable<'d> {
    /// Its name in the URL.
    pub name: &'d str,
    /// Its `default`, or else the first of its values.
    pub default: Text<'d>,
    /// `enum`.
    pub values: Vec<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
}

impl Server<'_> {
    /// A server without variables.
    pub(super) fn at(url: String) -> Self {
        Self { template: url.clone(), url, ..Self::default() }
    }
}

impl<'d> Reader<'d, '_> {
    /// The servers of the whole document.
    pub(super) fn root_servers(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Server<'d>> {
        match self.version {
            Version::V2_0 => self.host_servers(members, at),
            Version::V3_0 | Version::V3_1 | Version::V3_2 => self.servers(members, at),
        }
    }

    /// The servers of an operation.
    pub(super) fn operation_servers(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Server<'d>> {
        match self.version {
            Version::V2_0 => self.scheme_servers(members, at),
            Version::V3_0 | Version::V3_1 | Version::V3_2 => self.servers(members, at),
        }
    }

    /// Reads `servers`.
    pub(super) fn servers(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Server<'d>> {
        let servers = self.list(members, at, "servers");
        servers.iter().filter_map(|server| self.server(server)).collect()
    }

    fn server(&mut self, server: &Node<'d>) -> Option<Server<'d>> {
        let members = self.object(server)?;
        let at = &server.pointer;
        let url = self.string(members, at, "url")?.trim().to_owned();
        let variables = self.server_variables(members, at);
        let server = self.server_with(at, url, variables)?;
        let (name, description) = (self.text(members, at, "name"), self.text(members, at, "description"));
        Some(Server { name, description, ..server })
    }

    /// The server of a URL whose variables have these values.
    pub(super) fn server_with(
        &mut self,
        at: &Pointer,
        mut url: String,
        values: Vec<ServerVariable<'d>>,
    ) -> Option<Server<'d>> {
        let mut template = url.clone();
        let mut variables = Vec::new();
        for variable in values {
            let place = format!("{{{}}}", variable.name);
            if !url.contains(&place) {
                continue;
            }
            url = url.replace(&place, &variable.default);
            // Where these signs stand in it, the template could not be read.
            if variable.name.contains('=') || variable.default.contains(['{', '}']) {
                template = template.replace(&place, &variable.default);
            } else {
                template = template.replace(&place, &format!("{{{}={}}}", variable.name, variable.default));
                variables.push(variable);
            }
        }
        if let Some((_, name)) = url.split_once('{') {
            let name = name.split('}').next().unwrap_or_default();
            let message = format!("the server `{url}` has the variable `{name}`, which has no value; it is left out");
            self.diagnostics.report(Code::UnsupportedServer, at, message);
            return None;
        }
        Some(Server { url, template, variables, ..Server::default() })
    }

    /// The variables that have a value.
    fn server_variables(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<ServerVariable<'d>> {
        let mut variables = Vec::new();
        for (name, variable) in self.map(members, at, "variables") {
            let Some(members) = self.object(&variable) else { continue };
            variables.extend(self.server_variable(name, members, &variable.pointer));
        }
        variables
    }

    /// A variable, if it has a value.
    pub(super) fn server_variable(
        &mut self,
        name: &'d str,
        members: &'d Map<String, Value>,
        at: &Pointer,
    ) -> Option<ServerVariable<'d>> {
        let listed = self.list(members, at, "enum");
        let text = |value: &Node<'d>| value.value.as_str().or_else(|| self.source_text(value)).map(Into::into);
        let values: Vec<Text<'d>> = listed.iter().filter_map(text).collect();
        // Where no value is the default, the first of those that are listed is as good as any.
        let default = self.text(members, at, "default").or_else(|| values.first().cloned())?;
        let description = self.text(members, at, "description");
        Some(ServerVariable { name, default, values, description })
    }
}
