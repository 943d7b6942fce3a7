//! Security schemes and what operations require of them.

use std::collections::{HashMap, HashSet};

use indexmap::{IndexMap, IndexSet};

use super::{Lowering, documentation};
use crate::diagnostics::Code;
use crate::ir::{Documentation, Flow, SecurityNeed, SecurityScheme, SecuritySchemeKind, TokenSource};
use crate::model::{self, Requirement};
use crate::source::Pointer;

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// Lowers all schemes; one that a client cannot serve is reported and left out.
    pub(super) fn security_schemes(&mut self) {
        let mut schemes = IndexMap::new();
        for (name, scheme) in &self.model.security_schemes {
            if needs_nothing(scheme) {
                let message = format!(
                    "the security scheme `{name}` asks nothing of requests; what it needs is given to the transport"
                );
                self.report(Code::TransportSecurity, &scheme.origin, message);
                continue;
            }
            if let Some(word) = scheme.scheme.filter(|word| scheme.kind == "http" && is_computed(word)) {
                let message = format!(
                    "the credential of the security scheme `{name}` is computed for each request (`{word}`), which the client \
                     does not do; it is left to a middleware"
                );
                let help = "sign requests in a middleware, and give `Credential::external()` for the scheme";
                self.diagnostics.report_with_help(Code::UnsupportedSecurity, &scheme.origin, message, help);
            }
            let Some(kind) = kind(scheme) else {
                let message = format!("the security scheme `{name}` cannot be served; calls are made without it");
                self.report(Code::UnsupportedSecurity, &scheme.origin, message);
                continue;
            };
            let description = documentation::prose(scheme.description.as_deref());
            let documentation =
                Documentation { description, deprecated: scheme.deprecated, ..Documentation::default() };
            let (origin, tokens) = (scheme.origin.clone(), tokens(scheme));
            schemes.insert((*name).to_owned(), SecurityScheme { origin, kind, tokens, documentation });
        }
        self.api.security_schemes = schemes;
    }

    /// Returns what an operation needs: by the settings, by the document, or else by what its schemes can only mean.
    pub(super) fn security_of(&mut self, operation: &model::Operation<'d>) -> Vec<Vec<SecurityNeed>> {
        if let Some(chosen) = self.chosen_security(operation) {
            return chosen;
        }
        match operation.security.as_ref().or(self.model.security.as_ref()) {
            Some(requirements) => self.security(requirements),
            None => self.unstated_security(operation),
        }
    }

    /// The alternatives that a client can serve.
    fn security(&mut self, requirements: &[Requirement<'d>]) -> Vec<Vec<SecurityNeed>> {
        let mut alternatives = Vec::new();
        for requirement in requirements {
            let model = self.model;
            let is_sent = |name: &str| model.security_schemes.get(name).is_none_or(|scheme| !needs_nothing(scheme));
            let schemes = || requirement.schemes.iter().filter(|(name, _)| is_sent(name));
            match schemes().map(|(name, _)| *name).find(|name| !self.api.security_schemes.contains_key(*name)) {
                None => alternatives.push(schemes().map(need).collect()),
                Some(name) if !self.model.security_schemes.contains_key(name) => {
                    let message = format!("there is no security scheme `{name}`; this alternative is left out");
                    self.report(Code::UnsupportedSecurity, &requirement.origin, message);
                }
                // The scheme itself was reported where it stands.
                Some(_) => {}
            }
        }
        alternatives
    }

    /// Returns the needs of an operation without `security`: the schemes whose credentials its parameters repeat, which are
    /// then no parameters. A document without any `security` means its schemes for all operations, so that each credential
    /// that is given is sent.
    fn unstated_security(&self, operation: &model::Operation<'d>) -> Vec<Vec<SecurityNeed>> {
        let (required, optional) = self.repeated_schemes(operation);
        let both: Vec<&String> = required.iter().chain(&optional).copied().collect();
        let mut sets: Vec<Vec<&String>> = Vec::new();
        if !self.states_security {
            sets.push(self.api.security_schemes.keys().collect());
            if required.is_empty() {
                sets.extend(self.api.security_schemes.keys().map(|scheme| vec![scheme]));
            }
        }
        sets.push(both);
        if required.is_empty() {
            sets.extend(optional.into_iter().map(|scheme| vec![scheme]));
        }
        sets.push(required);
        let need = |scheme: &String| SecurityNeed { scheme: scheme.clone(), scopes: Vec::new() };
        let mut alternatives: Vec<Vec<SecurityNeed>> = Vec::new();
        let mut known: HashSet<Vec<&String>> = HashSet::new();
        for set in sets {
            let mut key = set.clone();
            key.sort();
            if known.insert(key) {
                alternatives.push(set.into_iter().map(need).collect());
            }
        }
        // An empty list of alternatives also means that nothing is needed.
        if alternatives.iter().all(Vec::is_empty) { Vec::new() } else { alternatives }
    }

    /// The schemes whose credentials the required and the optional parameters of an operation repeat.
    fn repeated_schemes(&self, operation: &model::Operation<'d>) -> (Vec<&String>, Vec<&String>) {
        let repeating = |required: bool| {
            let parameters = operation.parameters.iter().filter(|parameter| parameter.required == required);
            let places: HashSet<CredentialPlace> =
                parameters.map(|parameter| place_of_parameter(parameter.location, parameter.name)).collect();
            let schemes = self.api.security_schemes.iter();
            let repeated =
                schemes.filter(|(_, scheme)| place_of_credential(&scheme.kind).is_some_and(|at| places.contains(&at)));
            repeated.map(|(name, _)| name).collect()
        };
        (repeating(true), repeating(false))
    }

    /// Reports the schemes that no operation needs.
    pub(super) fn unused_schemes(&mut self) {
        let is_stated = self.states_security;
        let of_operations = self.model.operations.iter().flat_map(|operation| &operation.security);
        let requirements = of_operations.chain(&self.model.security).flatten();
        let used: HashSet<&str> =
            requirements.flat_map(|requirement| &requirement.schemes).map(|(name, _)| *name).collect();
        let chosen: HashSet<&str> = self.security_overrides.schemes().collect();
        let unused = self
            .api
            .security_schemes
            .iter()
            .filter(|(name, _)| !used.contains(name.as_str()) && !chosen.contains(name.as_str()));
        let unused: Vec<(String, Pointer)> =
            unused.map(|(name, scheme)| (name.clone(), scheme.origin.clone())).collect();
        for (name, origin) in unused {
            let consequence = match is_stated {
                true => "a credential for it is never sent",
                false => "a credential for it is sent with every call",
            };
            let message = format!("no operation says that it needs the security scheme `{name}`; {consequence}");
            self.report(Code::UnusedSecurityScheme, &origin, message);
        }
    }

    /// Reports that nearly all operations waive the schemes that the document defines: no credential is ever sent then.
    pub(super) fn waived_security(&mut self) {
        let operations = &self.model.operations;
        let is_waived = |requirements: &Vec<Requirement<'d>>| requirements.iter().all(|it| it.schemes.is_empty());
        let mut waived = 0;
        let mut first = None;
        for (operation, lowered) in operations.iter().zip(&self.api.operations) {
            let stated = operation.security.as_ref().or(self.model.security.as_ref());
            let is_open = lowered.security.iter().all(Vec::is_empty) && !self.security_overrides.covers(operation);
            if is_open && stated.is_some_and(is_waived) {
                waived += 1;
                first = first.or(Some(&operation.origin));
            }
        }
        // Of one operation it is easily meant.
        let is_nearly_all = waived >= 2 && waived * 4 >= operations.len() * 3;
        let Some(origin) = first.filter(|_| is_nearly_all && !self.api.security_schemes.is_empty()) else { return };
        let message = format!(
            "{waived} of {} operations waive the security schemes of the document, this one first; their calls are sent \
             without a credential",
            operations.len()
        );
        let help = "if they need one, name its scheme under `[security]` in apiarist.toml";
        self.diagnostics.report_with_help(Code::WaivedSecurity, origin, message, help);
    }

    /// Documents what an operation needs that the client does not compute.
    pub(super) fn about_external(&self, security: &[Vec<SecurityNeed>]) -> Vec<String> {
        let mut notes = IndexSet::new();
        for (name, word) in security.iter().flatten().filter_map(|need| self.external(&need.scheme)) {
            let note = format!(
                "The credential of `{name}` (`{word}`) is computed for each request: sign requests in a middleware, and give \
                 `Credential::external()` for it."
            );
            notes.insert(note);
        }
        notes.into_iter().collect()
    }

    fn external<'s>(&'s self, name: &'s str) -> Option<(&'s str, &'s str)> {
        match &self.api.security_schemes.get(name)?.kind {
            SecuritySchemeKind::External(word) => Some((name, word)),
            _ => None,
        }
    }

    /// Returns the first of the required schemes whose credential is sent in each place.
    pub(super) fn credentials<'s>(&self, security: &'s [Vec<SecurityNeed>]) -> HashMap<CredentialPlace, &'s str> {
        let mut found = HashMap::new();
        for need in security.iter().flatten() {
            let scheme = self.api.security_schemes.get(&need.scheme);
            if let Some(place) = scheme.and_then(|scheme| place_of_credential(&scheme.kind)) {
                found.entry(place).or_insert(need.scheme.as_str());
            }
        }
        found
    }
}

/// Where a credential or a parameter is sent: `header`, `query` or `cookie`, and its name there.
pub(super) type CredentialPlace = (String, String);

/// Returns the place of a parameter. The names of headers have no case.
pub(super) fn place_of_parameter(location: &str, name: &str) -> CredentialPlace {
    let name = if location == "header" { name.to_ascii_lowercase() } else { name.to_owned() };
    (location.to_owned(), name)
}

/// Returns the place of the credential of a scheme.
fn place_of_credential(kind: &SecuritySchemeKind) -> Option<CredentialPlace> {
    match kind {
        SecuritySchemeKind::Header(header) => Some(place_of_parameter("header", header)),
        SecuritySchemeKind::Query(parameter) => Some(place_of_parameter("query", parameter)),
        SecuritySchemeKind::Cookie(cookie) => Some(place_of_parameter("cookie", cookie)),
        SecuritySchemeKind::Bearer | SecuritySchemeKind::Basic | SecuritySchemeKind::Authorization(_) => {
            Some(place_of_parameter("header", "authorization"))
        }
        // What a middleware would compute may as well be given with the call.
        SecuritySchemeKind::External(_) => None,
    }
}

fn need((scheme, scopes): &(&str, Vec<&str>)) -> SecurityNeed {
    SecurityNeed { scheme: (*scheme).to_owned(), scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect() }
}

/// Whether a scheme is served without anything in requests: by a certificate of the transport, or not at all.
fn needs_nothing(scheme: &model::SecurityScheme<'_>) -> bool {
    let is_none = scheme.kind == "http" && scheme.scheme.is_some_and(|word| word.eq_ignore_ascii_case("none"));
    scheme.kind == "mutualTLS" || is_none
}

/// How a client serves a scheme.
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

/// The scheme of HTTP that this word means, if it is one that may stand in `Authorization` (RFC 9110 section 11.1).
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

/// Schemes of HTTP whose credentials are computed from a challenge of the server or from the request, so that no fixed value
/// can be sent (IANA HTTP Authentication Scheme Registry, and unregistered ones in use).
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

/// Returns `true` if the credential of a scheme of HTTP is computed for each request.
fn is_computed(word: &str) -> bool {
    COMPUTED.iter().any(|computed| word.trim().eq_ignore_ascii_case(computed))
}

/// Where the tokens of OAuth 2.0 and OpenID Connect come from.
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
