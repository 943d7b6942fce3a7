//! `schemes`, `host` and `basePath`: the server in pieces.

use serde_json::{Map, Value};

use crate::diagnostics::Code;
use crate::model::Server;
use crate::model::reader::Reader;
use crate::source::Pointer;

impl<'d> Reader<'d, '_> {
    /// The server of the document: its best scheme, its host and the path before all paths.
    ///
    /// A document without host is served by the host it was fetched from, as one with a relative URL in later
    /// versions.
    pub(in crate::model) fn host_servers(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Server<'d>> {
        let scheme = self.best_scheme(members, at).unwrap_or("https");
        self.host_server(members, at, scheme).into_iter().collect()
    }

    /// The server of an operation that has other schemes than the document.
    pub(in crate::model) fn scheme_servers(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
    ) -> Vec<Server<'d>> {
        let root = self.root();
        let Value::Object(root_members) = root.value else { return Vec::new() };
        match self.best_scheme(members, at) {
            Some(scheme) if ["host", "x-ms-parameterized-host"].iter().any(|key| root_members.contains_key(*key)) => {
                self.host_server(root_members, &root.pointer, scheme).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn host_server(&mut self, members: &'d Map<String, Value>, at: &Pointer, scheme: &str) -> Option<Server<'d>> {
        if let Some(server) = self.parameterized_host(members, at, scheme) {
            return Some(server);
        }
        let url = self.host_url(members, at, scheme)?;
        Some(Server::at(url))
    }

    /// The server of `x-ms-parameterized-host`: a host with places, whose parameters are variables of the server.
    fn parameterized_host(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
        scheme: &str,
    ) -> Option<Server<'d>> {
        let path = self.base_path(members, at).unwrap_or_default();
        let node = self.member(members, at, "x-ms-parameterized-host")?;
        let (members, at) = (self.object(&node)?, &node.pointer);
        let host = self.string(members, at, "hostTemplate")?.trim().trim_end_matches('/');
        let has_scheme = self.boolean(members, at, "useSchemePrefix") == Some(false) || host.contains("://");
        let url = if has_scheme { format!("{host}{path}") } else { format!("{scheme}://{host}{path}") };
        let mut variables = Vec::new();
        for node in self.list(members, at, "parameters") {
            let Some(node) = self.follow(node, Code::UnresolvedParameter) else { continue };
            let Some(members) = self.object(&node) else { continue };
            let Some(name) = self.string(members, &node.pointer, "name") else { continue };
            variables.extend(self.server_variable(name, members, &node.pointer));
        }
        self.server_with(at, &url, variables)
    }

    fn base_path(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Option<String> {
        let path = self.string(members, at, "basePath").map(|path| path.trim().trim_matches('/'));
        path.filter(|path| !path.is_empty()).map(|path| format!("/{path}"))
    }

    fn host_url(&mut self, members: &'d Map<String, Value>, at: &Pointer, scheme: &str) -> Option<String> {
        let path = self.base_path(members, at);
        let Some(host) = self.string(members, at, "host") else { return path };
        // Hosts are often written as the URLs that they are part of.
        let host = host.trim().trim_end_matches('/');
        let host = host.split_once("://").map_or(host, |(_, host)| host);
        if host.is_empty() {
            return path;
        }
        Some(format!("{scheme}://{host}{}", path.unwrap_or_default()))
    }

    /// The scheme that is encrypted where there is a choice; those of web sockets serve no calls.
    fn best_scheme(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Option<&'static str> {
        let listed = self.list(members, at, "schemes");
        let has = |scheme: &str| {
            listed.iter().any(|node| node.value.as_str().is_some_and(|text| text.eq_ignore_ascii_case(scheme)))
        };
        ["https", "http"].into_iter().find(|scheme| has(scheme))
    }
}
