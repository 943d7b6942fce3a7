//! Security schemes and requirements.

use super::Text;
use super::node::{Node, Object};
use super::reader::Reader;
use super::swagger::in_later_words;
use crate::diagnostics::Code;
use crate::hash::IndexMap;
use crate::source::Pointer;

/// An entry of `components.securitySchemes`.
#[derive(Clone, Debug)]
pub struct SecurityScheme<'d> {
    /// Its location.
    pub origin: Pointer,
    /// `type`.
    pub kind: &'d str,
    /// `scheme` of the type `http`.
    pub scheme: Option<&'d str>,
    /// `name` of the type `apiKey`.
    pub name: Option<&'d str>,
    /// `in` of the type `apiKey`.
    pub location: Option<&'d str>,
    /// `flows` of the type `oauth2`, or its equivalent in Swagger 2.0.
    pub flows: Flows<'d>,
    /// `openIdConnectUrl` of the type `openIdConnect`, or `oauth2MetadataUrl` of the type `oauth2` (OpenAPI 3.2).
    pub discovery_url: Option<&'d str>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated` (OpenAPI 3.2).
    pub deprecated: bool,
}

/// The OAuth 2.0 flows of a scheme. A client sends tokens in the same way, whichever flow issued them.
#[derive(Clone, Debug, Default)]
pub struct Flows<'d> {
    /// The names of the flows in OpenAPI 3, in the order of [`FLOWS`].
    pub names: Vec<&'static str>,
    /// `tokenUrl`; a flow without interactive sign-in takes precedence.
    pub token_url: Option<&'d str>,
    /// `refreshUrl`, or `tokenUrl` of an interactive flow.
    pub refresh_url: Option<&'d str>,
    /// `scopes`, with their descriptions.
    pub scopes: IndexMap<&'d str, Option<&'d str>>,
}

/// The flows, those without interactive sign-in first.
const FLOWS: &[&str] = &["clientCredentials", "authorizationCode", "password", "deviceAuthorization", "implicit"];

/// Schemes that are required together, by name.
#[derive(Clone, Debug)]
pub struct Requirement<'d> {
    /// Its location.
    pub origin: Pointer,
    /// The names of the schemes, with the scopes that each requires. Empty if no credentials are required.
    pub schemes: Vec<(&'d str, Vec<&'d str>)>,
}

impl<'d> Reader<'d, '_> {
    /// Reads the named schemes: `components.securitySchemes`, or its equivalent in another version.
    pub(super) fn security_schemes(
        &mut self,
        components: Option<&Node<'d>>,
        key: &str,
    ) -> IndexMap<&'d str, SecurityScheme<'d>> {
        let mut schemes = IndexMap::default();
        let Some(components) = components else { return schemes };
        let Some(components) = components.as_object() else { return schemes };
        for (name, node) in self.map(&components, key) {
            let Some(node) = self.follow(node, Code::UnsupportedSecurity) else { continue };
            let Some(object) = &self.object(&node) else { continue };
            let at = &node.pointer;
            let scheme = SecurityScheme {
                kind: self.string(object, "type").unwrap_or_default(),
                scheme: self.string(object, "scheme"),
                name: self.string(object, "name"),
                location: self.string(object, "in"),
                flows: self.flows(object),
                discovery_url: trimmed(self.string(object, "openIdConnectUrl"))
                    .or_else(|| trimmed(self.string(object, "oauth2MetadataUrl"))),
                description: self.text(object, "description"),
                deprecated: self.boolean(object, "deprecated").unwrap_or(false),
                origin: at.clone(),
            };
            schemes.insert(name, in_later_words(scheme));
        }
        schemes
    }

    fn flows(&mut self, object: &Object<'d>) -> Flows<'d> {
        let mut flows = Flows::default();
        // In Swagger 2.0 a scheme is its only flow.
        let only = self.string(object, "flow").and_then(flow_of_version_2);
        flows.names.extend(only);
        self.flow(object, only == Some("clientCredentials"), &mut flows);
        let listed = self.map(object, "flows");
        for name in FLOWS {
            let Some((_, node)) = listed.iter().find(|(other, _)| other == name) else { continue };
            if let Some(object) = &self.object(node) {
                flows.names.push(name);
                self.flow(object, *name == "clientCredentials", &mut flows);
            }
        }
        flows
    }

    fn flow(&mut self, object: &Object<'d>, of_machines: bool, flows: &mut Flows<'d>) {
        let token_url = trimmed(self.string(object, "tokenUrl"));
        let refresh_url = trimmed(self.string(object, "refreshUrl"));
        flows.refresh_url = flows.refresh_url.or(refresh_url).or(token_url.filter(|_| !of_machines));
        flows.token_url = flows.token_url.or(token_url);
        for (name, scope) in self.map(object, "scopes") {
            flows.scopes.entry(name).or_insert(scope.value.as_str());
        }
    }

    /// Reads `security`. Returns `None` if it is absent, which differs from an empty array.
    pub(super) fn requirements(&mut self, object: &Object<'d>) -> Option<Vec<Requirement<'d>>> {
        object.member("security")?;
        let mut requirements = Vec::new();
        for node in self.list(object, "security") {
            if let Some(object) = self.object(&node) {
                let schemes = object.nodes().map(|(name, node)| (name, self.scopes(&node))).collect();
                requirements.push(Requirement { origin: object.at, schemes });
            }
        }
        Some(requirements)
    }

    /// Returns the scopes that a requirement lists for a scheme.
    fn scopes(&self, node: &Node<'d>) -> Vec<&'d str> {
        let elements = node.value.as_array().into_iter().flatten().enumerate();
        let elements = elements.map(|(index, value)| node.child(&index.to_string(), value));
        elements.filter_map(|scope| scope.value.as_str().or_else(|| self.source_text(&scope))).collect()
    }
}

/// Returns the OpenAPI 3 name of a flow of Swagger 2.0.
fn flow_of_version_2(name: &str) -> Option<&'static str> {
    match name {
        "application" => Some("clientCredentials"),
        "accessCode" => Some("authorizationCode"),
        "password" => Some("password"),
        "implicit" => Some("implicit"),
        _ => None,
    }
}

/// Returns a URL without surrounding spaces, or `None` if it is empty.
fn trimmed(url: Option<&str>) -> Option<&str> {
    url.map(str::trim).filter(|url| !url.is_empty())
}
