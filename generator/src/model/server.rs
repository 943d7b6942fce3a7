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
    /// `name` (OpenAPI 3.2).
    pub name: Option<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
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
        let mut url = self.string(members, at, "url")?.trim().to_owned();
        for (name, variable) in self.map(members, at, "variables") {
            let Some(members) = self.object(&variable) else { continue };
            // Where no value is the default, the first of those that are listed is as good as any.
            let listed = self.list(members, &variable.pointer, "enum").into_iter().next();
            let listed = listed.and_then(|value| value.value.as_str().map(Into::into));
            if let Some(value) = self.text(members, &variable.pointer, "default").or(listed) {
                url = url.replace(&format!("{{{name}}}"), &value);
            }
        }
        if let Some((_, name)) = url.split_once('{') {
            let name = name.split('}').next().unwrap_or_default();
            let message = format!("the server `{url}` has the variable `{name}`, which has no value; it is left out");
            self.diagnostics.report(Code::UnsupportedServer, at, message);
            return None;
        }
        Some(Server { url, name: self.text(members, at, "name"), description: self.text(members, at, "description") })
    }
}
