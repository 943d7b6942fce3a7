//! Servers.

use super::node::{Node, Object};
use super::reader::Reader;
use super::{Text, Version};
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::source::{Pointer, URL_LENGTH, grouped};

/// A server of the API.
#[derive(Clone, Debug, Default)]
pub struct Server<'d> {
    /// `url`, with the defaults of its variables substituted.
    pub url: String,
    /// `url`, with the default of each variable after its name: `https://{region=eu}.example.com`.
    pub template: String,
    /// `variables` that occur in the template.
    pub variables: Vec<ServerVariable<'d>>,
    /// `name` (OpenAPI 3.2).
    pub name: Option<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
}

/// A variable in the URL of a server.
#[derive(Clone, Debug)]
pub struct ServerVariable<'d> {
    /// The location of its default.
    pub origin: Pointer,
    /// Its name in the URL.
    pub name: &'d str,
    /// The value of `default`, or else the first value of `enum`.
    pub default: Text<'d>,
    /// `enum`.
    pub values: Vec<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
}

impl ServerVariable<'_> {
    /// Returns `true` if a template with this variable could be read again.
    fn fits_template(&self) -> bool {
        !self.name.contains('=') && !self.default.contains(['{', '}'])
    }

    /// Returns the variable with its default, or the default alone if the template could not be read with it.
    fn in_template(&self) -> String {
        match self.fits_template() {
            true => format!("{{{}={}}}", self.name, self.default),
            false => self.default.to_string(),
        }
    }
}

impl Server<'_> {
    /// Creates a server without variables.
    pub(super) fn at(url: String) -> Self {
        Self { template: url.clone(), url, ..Self::default() }
    }
}

impl<'d> Reader<'d, '_> {
    /// Reads the servers of the document.
    pub(super) fn root_servers(&mut self, object: &Object<'d>) -> Vec<Server<'d>> {
        match self.version {
            Version::V2_0 => self.host_servers(object),
            Version::V3_0 | Version::V3_1 | Version::V3_2 => self.servers(object),
        }
    }

    /// Reads the servers of an operation.
    pub(super) fn operation_servers(&mut self, object: &Object<'d>) -> Vec<Server<'d>> {
        match self.version {
            Version::V2_0 => self.scheme_servers(object),
            Version::V3_0 | Version::V3_1 | Version::V3_2 => self.servers(object),
        }
    }

    /// Reads `servers`.
    pub(super) fn servers(&mut self, object: &Object<'d>) -> Vec<Server<'d>> {
        let servers = self.list(object, "servers");
        servers.iter().filter_map(|server| self.server(server)).collect()
    }

    fn server(&mut self, server: &Node<'d>) -> Option<Server<'d>> {
        let object = &self.object(server)?;
        let at = &server.pointer;
        let url = self.string(object, "url")?.trim();
        let variables = self.server_variables(object);
        let server = self.server_with(at, url, variables)?;
        let (name, description) = (self.text(object, "name"), self.text(object, "description"));
        Some(Server { name, description, ..server })
    }

    /// Returns the server of a URL whose variables have these values, or `None` if one of them has no value.
    pub(super) fn server_with(
        &mut self,
        at: &Pointer,
        url: &str,
        values: Vec<ServerVariable<'d>>,
    ) -> Option<Server<'d>> {
        if url.len() > URL_LENGTH {
            let (length, limit) = (grouped(url.len()), grouped(URL_LENGTH));
            let message =
                format!("a server URL must be at most {limit} bytes; found {length}, so the server is dropped");
            self.diagnostics.report(Code::UnsupportedServer, at, message);
            return None;
        }
        let (server, flaw) = filled(url, values);
        let Some(flaw) = flaw else { return Some(server) };
        let (at, message) = match flaw {
            Flaw::NoValue(name) => {
                (at, format!("the variable `{name}` of the server `{url}` has no value; the server is dropped"))
            }
            Flaw::NestedVariable(ref origin, name, default) => (
                origin,
                format!(
                    "the default `{default}` of the variable `{name}` contains another variable; the server `{url}` is \
                     dropped"
                ),
            ),
            Flaw::TooLong => {
                let limit = grouped(URL_LENGTH);
                let message = format!(
                    "the server URL `{url}` exceeds {limit} bytes once its variables are replaced by their defaults; it is \
                     dropped"
                );
                (at, message)
            }
            Flaw::NestedBraces => (at, format!("the server URL `{url}` has nested braces; it is dropped")),
        };
        self.diagnostics.report(Code::UnsupportedServer, at, message);
        None
    }

    /// Returns the variables that have a value.
    fn server_variables(&mut self, object: &Object<'d>) -> Vec<ServerVariable<'d>> {
        let mut variables = Vec::new();
        for (name, variable) in self.map(object, "variables") {
            let Some(object) = &self.object(&variable) else { continue };
            variables.extend(self.server_variable(name, object));
        }
        variables
    }

    /// Returns a variable, or `None` if it has no value.
    pub(super) fn server_variable(&mut self, name: &'d str, object: &Object<'d>) -> Option<ServerVariable<'d>> {
        let listed = self.list(object, "enum");
        let text = |value: &Node<'d>| value.value.as_str().or_else(|| self.source_text(value)).map(Into::into);
        let values: Vec<Text<'d>> = listed.iter().filter_map(text).collect();
        // Without a default, any of the listed values is as good as the first.
        let default = self.text(object, "default").or_else(|| values.first().cloned())?;
        let description = self.text(object, "description");
        let has_default = object.get("default").is_some_and(|default| !default.is_null());
        let origin = if has_default { object.at.join("default") } else { object.at.join("enum").index(0) };
        Some(ServerVariable { origin, name, default, values, description })
    }
}

/// The reason why the URL of a server cannot be used.
#[derive(Debug)]
enum Flaw<'u> {
    /// A variable has neither a default nor an enum.
    NoValue(&'u str),
    /// The default of a variable contains braces: the location, the variable and the default. The specification defines
    /// no order of substitution, so a variable in a default is ambiguous.
    NestedVariable(Pointer, &'u str, String),
    /// The URL is too long after substitution.
    TooLong,
    /// A variable is nested in braces.
    NestedBraces,
}

/// Substitutes the variables of a URL in one pass, and returns the first error: a URL may have as many variables as the
/// document has lines.
fn filled<'d, 'u>(url: &'u str, values: Vec<ServerVariable<'d>>) -> (Server<'d>, Option<Flaw<'u>>) {
    let mut by_name: HashMap<&str, (usize, bool)> = HashMap::default();
    for (index, variable) in values.iter().enumerate() {
        by_name.entry(variable.name).or_insert((index, false));
    }
    let (mut server, mut flaw) = (Server::default(), None);
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        server.url.push_str(before);
        server.template.push_str(before);
        let (name, tail) = after.split_at(after.find(['{', '}']).unwrap_or(after.len()));
        if let (Some(tail), Some((index, is_used))) = (tail.strip_prefix('}'), by_name.get_mut(name)) {
            let variable = &values[*index];
            if server.url.len() + variable.default.len() > URL_LENGTH {
                return (server, Some(Flaw::TooLong));
            }
            *is_used = true;
            server.url.push_str(&variable.default);
            server.template.push_str(&variable.in_template());
            if variable.default.contains('{') {
                let nested = || Flaw::NestedVariable(variable.origin.clone(), name, variable.default.to_string());
                flaw.get_or_insert_with(nested);
            }
            rest = tail;
        } else {
            let is_nested = tail.starts_with('{');
            flaw.get_or_insert(if is_nested { Flaw::NestedBraces } else { Flaw::NoValue(name) });
            server.url.push('{');
            server.template.push('{');
            rest = after;
        }
    }
    server.url.push_str(rest);
    server.template.push_str(rest);
    let used: HashSet<usize> = by_name.into_values().filter(|(_, is_used)| *is_used).map(|(index, _)| index).collect();
    let variables = values.into_iter().enumerate().filter(|(index, _)| used.contains(index));
    server.variables = variables.map(|(_, variable)| variable).filter(ServerVariable::fits_template).collect();
    (server, flaw)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(name: &'static str, default: &'static str) -> ServerVariable<'static> {
        let origin = Pointer::root().join(name).join("default");
        ServerVariable { origin, name, default: default.into(), values: Vec::new(), description: None }
    }

    #[test]
    fn variables_are_filled_in_the_order_of_the_document() {
        let rows = [
            ("https://{b}.test/{a}/{b}", "https://2.test/1/2", "https://{b=2}.test/{a=1}/{b=2}", 2),
            ("https://a.test/{{a}}", "https://a.test/{1}", "https://a.test/{{a=1}}", 1),
            ("https://a.test/{a", "https://a.test/{a", "https://a.test/{a", 0),
            ("https://{c=d}.test", "https://3.test", "https://3.test", 0),
            ("https://a.test/{other}", "https://a.test/{other}", "https://a.test/{other}", 0),
        ];
        for (url, expected, template, count) in rows {
            let values = vec![variable("a", "1"), variable("b", "2"), variable("a", "9"), variable("c=d", "3")];
            let (server, _) = filled(url, values);
            assert_eq!((server.url.as_str(), server.template.as_str()), (expected, template));
            assert_eq!(server.variables.len(), count, "{url}");
            assert!(server.variables.is_sorted_by_key(|variable| variable.name));
        }
    }
}
