//! Servers, of the document and of operations.

use super::documentation;
use super::operation::OperationLowering;
use crate::diagnostics::Code;
use crate::ir::{Server, ServerVariable};
use crate::model::{self, Model};

/// Lowers the servers of the document. If there are none, the base URL of the settings is the server.
pub(super) fn servers(model: &Model<'_>, base_url: Option<&str>) -> Vec<Server> {
    let mut servers: Vec<Server> = model.servers.iter().map(|server| lowered(server, base_url)).collect();
    if let (Some(base_url), true) = (base_url, servers.is_empty()) {
        servers.push(Server { url: base_url.to_owned(), is_absolute: true, ..Server::default() });
    }
    servers
}

impl<'d> OperationLowering<'_, '_, 'd, '_> {
    /// Returns the server of an operation, or `None` if it has none of its own.
    pub(super) fn operation_server(&mut self, operation: &model::Operation<'d>) -> Option<String> {
        let server = lowered(operation.servers.first()?, self.overrides.base_url);
        if server.is_absolute {
            let first = self.schemas.draft.api.servers.first();
            return (first.map(|first| &first.url) != Some(&server.url)).then_some(server.url);
        }
        let message = format!(
            "the operation's server `{}` is not an absolute URL and `client.base_url` is not set; requests go to the \
             client's server",
            server.url
        );
        self.report(Code::UnsupportedServer, &operation.origin, message);
        None
    }
}

fn lowered(server: &model::Server<'_>, base_url: Option<&str>) -> Server {
    let is_absolute = is_absolute(&server.url);
    let resolved = base_url.filter(|_| !is_absolute).map(|base_url| resolve(base_url, &server.template));
    Server {
        is_absolute: is_absolute || resolved.is_some(),
        url: resolved.unwrap_or_else(|| server.template.clone()),
        variables: server.variables.iter().map(variable).collect(),
        name: documentation::prose(server.name.as_deref()),
        description: documentation::prose(server.description.as_deref()),
    }
}

fn variable(variable: &model::ServerVariable<'_>) -> ServerVariable {
    ServerVariable {
        name: variable.name.to_owned(),
        default: variable.default.to_string(),
        values: variable.values.iter().map(ToString::to_string).collect(),
        description: documentation::prose(variable.description.as_deref()),
    }
}

/// Returns `true` if a URL has the scheme `http` or `https`.
pub(super) fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Resolves a relative URL against the API's base URL.
fn resolve(base_url: &str, relative: &str) -> String {
    let (scheme, rest) = base_url.split_once("://").unwrap_or(("https", base_url));
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if let Some(other) = relative.strip_prefix("//") {
        return format!("{scheme}://{other}");
    }
    if let Some(path) = relative.strip_prefix('/') {
        return format!("{scheme}://{host}/{path}");
    }
    let mut folder: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    if !base_url.ends_with('/') {
        folder.pop();
    }
    for segment in relative.split('/').filter(|segment| !matches!(*segment, "" | ".")) {
        match segment {
            ".." => drop(folder.pop()),
            segment => folder.push(segment),
        }
    }
    format!("{scheme}://{host}/{}", folder.join("/")).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_urls_are_seen_from_where_the_api_is() {
        let rows = [
            ("https://a.test/x/y", "/v1", "https://a.test/v1"),
            ("https://a.test", "/", "https://a.test/"),
            ("https://a.test/x/y", "v1", "https://a.test/x/v1"),
            ("https://a.test/x/y/", "v1", "https://a.test/x/y/v1"),
            ("https://a.test/x/y/", "./v1/", "https://a.test/x/y/v1"),
            ("https://a.test/x/y/", "../../../v1", "https://a.test/v1"),
            ("https://a.test", "{base=v1}", "https://a.test/{base=v1}"),
            ("https://a.test", "//b.test/v1", "https://b.test/v1"),
        ];
        for (base, relative, expected) in rows {
            assert_eq!(resolve(base, relative), expected, "{base} {relative}");
        }
    }
}
