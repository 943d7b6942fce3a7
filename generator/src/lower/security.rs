//! Security schemes: how a client serves each, and which of them it cannot serve.
//!
//! ```yaml
//! {type: http, scheme: bearer}                 # the header `authorization: Bearer …`
//! {type: apiKey, in: query, name: key}         # the query parameter `key`
//! {type: oauth2, flows: …}                     # a bearer token from the token URL
//! {type: http, scheme: digest}                 # computed for each request: left to a middleware, reported
//! {type: mutualTLS}                            # left to the transport, reported
//! ```

use super::documentation;
use super::overrides::security::SecurityOverrides;
use crate::diagnostics::{Code, Diagnostics};
use crate::hash::{HashSet, IndexMap};
use crate::ir::{Documentation, Flow, SecurityScheme, SecuritySchemeKind, TokenSource};
use crate::model::{self, Model};
use crate::source::Pointer;

/// Lowers all schemes, and reports those that a client cannot serve.
pub(super) fn schemes(model: &Model<'_>, diagnostics: &mut Diagnostics) -> IndexMap<String, SecurityScheme> {
    let mut schemes = IndexMap::default();
    for (name, scheme) in &model.security_schemes {
        if needs_nothing(scheme) {
            let message =
                format!("the security scheme `{name}` adds nothing to requests; it is configured on the transport");
            diagnostics.report(Code::TransportSecurity, &scheme.origin, message);
            continue;
        }
        if let Some(word) = scheme.scheme.filter(|word| scheme.kind == "http" && is_computed(word)) {
            let message = format!(
                "the client cannot compute the credential of the security scheme `{name}` (`{word}`), which differs \
                 for each request"
            );
            let help = "sign requests in a middleware and pass `Credential::external()` for the scheme";
            diagnostics.report_with_help(Code::UnsupportedSecurity, &scheme.origin, message, help);
        }
        let Some(kind) = kind(scheme) else {
            let message = format!("the security scheme `{name}` is not supported; requests are sent without it");
            diagnostics.report(Code::UnsupportedSecurity, &scheme.origin, message);
            continue;
        };
        let description = documentation::prose(scheme.description.as_deref());
        let documentation = Documentation { description, deprecated: scheme.deprecated, ..Documentation::default() };
        let (origin, tokens) = (scheme.origin.clone(), tokens(scheme));
        schemes.insert((*name).to_owned(), SecurityScheme { origin, kind, tokens, documentation });
    }
    schemes
}

/// Reports the schemes that no operation requires.
pub(super) fn report_unused_schemes(
    model: &Model<'_>,
    schemes: &IndexMap<String, SecurityScheme>,
    overrides: &SecurityOverrides<'_>,
    diagnostics: &mut Diagnostics,
) {
    let is_stated = states_security(model);
    let of_operations = model.operations.iter().flat_map(|operation| &operation.security);
    let requirements = of_operations.chain(&model.security).flatten();
    let used: HashSet<&str> =
        requirements.flat_map(|requirement| &requirement.schemes).map(|(name, _)| *name).collect();
    let overridden: HashSet<&str> = overrides.schemes().collect();
    let unused =
        schemes.iter().filter(|(name, _)| !used.contains(name.as_str()) && !overridden.contains(name.as_str()));
    let unused: Vec<(String, Pointer)> = unused.map(|(name, scheme)| (name.clone(), scheme.origin.clone())).collect();
    for (name, origin) in unused {
        let consequence = match is_stated {
            true => "its credential is never sent",
            false => "its credential is sent with every request",
        };
        let message = format!("no operation requires the security scheme `{name}`; {consequence}");
        diagnostics.report(Code::UnusedSecurityScheme, &origin, message);
    }
}

/// Returns `true` if the document states security requirements anywhere.
pub(super) fn states_security(model: &Model<'_>) -> bool {
    model.security.is_some() || model.operations.iter().any(|operation| operation.security.is_some())
}

/// Returns `true` if a scheme adds nothing to requests: a certificate of the transport, or no authentication.
pub(super) fn needs_nothing(scheme: &model::SecurityScheme<'_>) -> bool {
    let is_none = scheme.kind == "http" && scheme.scheme.is_some_and(|word| word.eq_ignore_ascii_case("none"));
    scheme.kind == "mutualTLS" || is_none
}

/// Returns the kind of credential that a client sends for a scheme, or `None` if the client cannot serve it.
fn kind(scheme: &model::SecurityScheme<'_>) -> Option<SecuritySchemeKind> {
    let name = || scheme.name.map(str::to_owned);
    match (scheme.kind, scheme.location) {
        ("apiKey", Some("header")) => Some(SecuritySchemeKind::Header(name()?)),
        ("apiKey", Some("query")) => Some(SecuritySchemeKind::Query(name()?)),
        ("apiKey", Some("cookie")) => Some(SecuritySchemeKind::Cookie(name()?)),
        ("http", _) => authorization(scheme.scheme?.trim()),
        ("oauth2" | "openIdConnect", _) => Some(SecuritySchemeKind::Bearer),
        _ => None,
    }
}

/// Returns the HTTP scheme of this name, if it is valid in `Authorization` (RFC 9110 section 11.1).
fn authorization(word: &str) -> Option<SecuritySchemeKind> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    match word {
        _ if word.eq_ignore_ascii_case("bearer") => Some(SecuritySchemeKind::Bearer),
        _ if word.eq_ignore_ascii_case("basic") => Some(SecuritySchemeKind::Basic),
        _ if is_computed(word) => Some(SecuritySchemeKind::External(word.to_owned())),
        _ if !word.is_empty() && word.bytes().all(is_word) => Some(SecuritySchemeKind::Authorization(word.to_owned())),
        _ => None,
    }
}

/// HTTP schemes whose credentials are computed from a challenge or from the request, so that no fixed value can be
/// sent (IANA HTTP Authentication Scheme Registry, and unregistered ones in use).
const COMPUTED: [&str; 12] = [
    "aws4-hmac-sha256",
    "concealed",
    "digest",
    "dpop",
    "gnap",
    "hawk",
    "hoba",
    "mutual",
    "negotiate",
    "ntlm",
    "scram-sha-1",
    "scram-sha-256",
];

/// Returns `true` if the credential of an HTTP scheme is computed for each request.
fn is_computed(word: &str) -> bool {
    COMPUTED.iter().any(|computed| word.trim().eq_ignore_ascii_case(computed))
}

/// Returns the token source of OAuth 2.0 and OpenID Connect.
fn tokens(scheme: &model::SecurityScheme<'_>) -> Option<TokenSource> {
    let owned = |url: Option<&str>| url.map(str::to_owned);
    let flows = &scheme.flows;
    match scheme.kind {
        "oauth2" => Some(TokenSource {
            flows: flows.names.iter().filter_map(|name| flow(name)).collect(),
            token_url: owned(flows.token_url),
            refresh_url: owned(flows.refresh_url).filter(|url| flows.token_url != Some(url)),
            discovery_url: owned(scheme.discovery_url),
            scopes: flows
                .scopes
                .iter()
                .map(|(name, about)| ((*name).to_owned(), documentation::prose(*about)))
                .collect(),
        }),
        "openIdConnect" => scheme
            .discovery_url
            .map(|url| TokenSource { discovery_url: Some(url.to_owned()), ..TokenSource::default() }),
        _ => None,
    }
}

fn flow(name: &str) -> Option<Flow> {
    match name {
        "clientCredentials" => Some(Flow::ClientCredentials),
        "authorizationCode" => Some(Flow::AuthorizationCode),
        "password" => Some(Flow::Password),
        "deviceAuthorization" => Some(Flow::DeviceAuthorization),
        "implicit" => Some(Flow::Implicit),
        _ => None,
    }
}
