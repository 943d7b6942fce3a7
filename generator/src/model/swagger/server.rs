//! `schemes`, `host` and `basePath`: the parts of a server.

use crate::diagnostics::Code;
use crate::model::Server;
use crate::model::node::Object;
use crate::model::reader::Reader;

impl<'d> Reader<'d, '_> {
    /// Returns the server of the document: its preferred scheme, its host and its base path.
    ///
    /// A document without a host is served by the host it was fetched from, like a relative URL in OpenAPI 3.
    pub(in crate::model) fn host_servers(&mut self, object: &Object<'d>) -> Vec<Server<'d>> {
        let scheme = self.best_scheme(object).unwrap_or("https");
        self.host_server(object, scheme).into_iter().collect()
    }

    /// Returns the server of an operation whose schemes differ from those of the document.
    pub(in crate::model) fn scheme_servers(&mut self, object: &Object<'d>) -> Vec<Server<'d>> {
        let root = self.root();
        let Some(root) = &root.as_object() else { return Vec::new() };
        match self.best_scheme(object) {
            Some(scheme) if ["host", "x-ms-parameterized-host"].iter().any(|key| root.has(key)) => {
                self.host_server(root, scheme).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn host_server(&mut self, object: &Object<'d>, scheme: &str) -> Option<Server<'d>> {
        if let Some(server) = self.parameterized_host(object, scheme) {
            return Some(server);
        }
        let url = self.host_url(object, scheme)?;
        Some(Server::at(url))
    }

    /// Returns the server of `x-ms-parameterized-host`: a host template, whose parameters are variables of the server.
    fn parameterized_host(&mut self, object: &Object<'d>, scheme: &str) -> Option<Server<'d>> {
        let path = self.base_path(object).unwrap_or_default();
        let node = object.member("x-ms-parameterized-host")?;
        let object = &self.object(&node)?;
        let host = self.string(object, "hostTemplate")?.trim().trim_end_matches('/');
        let has_scheme = self.boolean(object, "useSchemePrefix") == Some(false) || host.contains("://");
        let url = if has_scheme { format!("{host}{path}") } else { format!("{scheme}://{host}{path}") };
        let mut variables = Vec::new();
        for node in self.list(object, "parameters") {
            let Some(node) = self.follow(node, Code::UnresolvedParameter) else { continue };
            let Some(object) = &self.object(&node) else { continue };
            let Some(name) = self.string(object, "name") else { continue };
            variables.extend(self.server_variable(name, object));
        }
        self.server_with(&object.at, &url, variables)
    }

    fn base_path(&mut self, object: &Object<'d>) -> Option<String> {
        let path = self.string(object, "basePath").map(|path| path.trim().trim_matches('/'));
        path.filter(|path| !path.is_empty()).map(|path| format!("/{path}"))
    }

    fn host_url(&mut self, object: &Object<'d>, scheme: &str) -> Option<String> {
        let path = self.base_path(object);
        let Some(host) = self.string(object, "host") else { return path };
        // Hosts are often written as full URLs.
        let host = host.trim().trim_end_matches('/');
        let host = host.split_once("://").map_or(host, |(_, host)| host);
        if host.is_empty() {
            return path;
        }
        Some(format!("{scheme}://{host}{}", path.unwrap_or_default()))
    }

    /// Returns the encrypted scheme if there are several. WebSocket schemes are skipped.
    fn best_scheme(&mut self, object: &Object<'d>) -> Option<&'static str> {
        let listed = self.list(object, "schemes");
        let has = |scheme: &str| {
            listed.iter().any(|node| node.value.as_str().is_some_and(|text| text.eq_ignore_ascii_case(scheme)))
        };
        ["https", "http"].into_iter().find(|scheme| has(scheme))
    }
}
