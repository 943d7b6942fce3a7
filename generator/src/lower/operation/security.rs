//! Security requirements of operations.
//!
//! ```yaml
//! components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, tls: {type: mutualTLS}}}
//!
//! security: [{key: [], tls: []}]                     # key; a client certificate belongs to the transport
//! security: [{key: []}, {}]                          # key, or nothing
//! security: [{unknown: []}]                          # reported, and dropped
//! parameters: [{name: X-Key, in: header}]            # without `security`: key, and the parameter is dropped
//! ```
//!
//! `[security]` in `apiarist.toml` takes precedence. If the document has no `security` at all, all schemes are optional.

use super::OperationLowering;
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet, IndexMap, IndexSet};
use crate::ir::{SecurityNeed, SecurityScheme, SecuritySchemeKind};
use crate::lower::security::needs_nothing;
use crate::model::{self, Requirement};

impl<'m, 'd> OperationLowering<'_, 'm, 'd, '_> {
    fn schemes(&self) -> &IndexMap<String, SecurityScheme> {
        &self.schemas.draft.api.security_schemes
    }

    /// Returns the requirements of an operation: from the settings, from the document, or else implied by its schemes.
    pub(super) fn security_of(&mut self, operation: &model::Operation<'d>) -> Vec<Vec<SecurityNeed>> {
        if let Some(overridden) = self.overridden_security(operation) {
            return overridden;
        }
        match operation.security.as_ref().or(self.schemas.model.security.as_ref()) {
            Some(requirements) => self.security(requirements),
            None => self.unstated_security(operation),
        }
    }

    /// Returns the alternatives that a client can serve.
    fn security(&mut self, requirements: &[Requirement<'d>]) -> Vec<Vec<SecurityNeed>> {
        let mut alternatives = Vec::new();
        for requirement in requirements {
            let model = self.schemas.model;
            let is_sent = |name: &str| model.security_schemes.get(name).is_none_or(|scheme| !needs_nothing(scheme));
            let schemes = || requirement.schemes.iter().filter(|(name, _)| is_sent(name));
            match schemes().map(|(name, _)| *name).find(|name| !self.schemes().contains_key(*name)) {
                None => alternatives.push(schemes().map(need).collect()),
                Some(name) if !self.schemas.model.security_schemes.contains_key(name) => {
                    let message = format!("unknown security scheme `{name}`; this alternative is dropped");
                    self.report(Code::UnsupportedSecurity, &requirement.origin, message);
                }
                // The scheme itself was reported.
                Some(_) => {}
            }
        }
        alternatives
    }

    /// Returns the implied requirements of an operation without `security`: the schemes whose credentials its
    /// parameters repeat, which are then not parameters. A document without any `security` applies its schemes to all
    /// operations, so each given credential is sent.
    fn unstated_security(&self, operation: &model::Operation<'d>) -> Vec<Vec<SecurityNeed>> {
        let (required, optional) = self.repeated_schemes(operation);
        let both: Vec<&String> = required.iter().chain(&optional).copied().collect();
        let mut sets: Vec<Vec<&String>> = Vec::new();
        if !self.states_security {
            sets.push(self.schemes().keys().collect());
            if required.is_empty() {
                sets.extend(self.schemes().keys().map(|scheme| vec![scheme]));
            }
        }
        sets.push(both);
        if required.is_empty() {
            sets.extend(optional.into_iter().map(|scheme| vec![scheme]));
        }
        sets.push(required);
        let need = |scheme: &String| SecurityNeed { scheme: scheme.clone(), scopes: Vec::new() };
        let mut alternatives: Vec<Vec<SecurityNeed>> = Vec::new();
        let mut known: HashSet<Vec<&String>> = HashSet::default();
        for set in sets {
            let mut key = set.clone();
            key.sort();
            if known.insert(key) {
                alternatives.push(set.into_iter().map(need).collect());
            }
        }
        // An empty list of alternatives means that nothing is required.
        if alternatives.iter().all(Vec::is_empty) { Vec::new() } else { alternatives }
    }

    /// Returns the schemes whose credentials required and optional parameters of an operation repeat.
    fn repeated_schemes(&self, operation: &model::Operation<'d>) -> (Vec<&String>, Vec<&String>) {
        let repeating = |required: bool| {
            let parameters = operation.parameters.iter().filter(|parameter| parameter.required == required);
            let places: HashSet<CredentialLocation> =
                parameters.map(|parameter| parameter_location(parameter.location, parameter.name)).collect();
            let schemes = self.schemes().iter();
            let repeated =
                schemes.filter(|(_, scheme)| credential_location(&scheme.kind).is_some_and(|at| places.contains(&at)));
            repeated.map(|(name, _)| name).collect()
        };
        (repeating(true), repeating(false))
    }

    /// Reports that nearly all operations waive the document's schemes, so that no credential is sent.
    pub(crate) fn report_waived_security(&mut self) {
        let operations = &self.schemas.model.operations;
        let is_waived = |requirements: &Vec<Requirement<'d>>| requirements.iter().all(|it| it.schemes.is_empty());
        let mut waived = 0;
        let mut first = None;
        for (operation, lowered) in operations.iter().zip(&self.schemas.draft.api.operations) {
            let stated = operation.security.as_ref().or(self.schemas.model.security.as_ref());
            let is_open = lowered.security.iter().all(Vec::is_empty) && !self.overrides.security.covers(operation);
            if is_open && stated.is_some_and(is_waived) {
                waived += 1;
                first = first.or(Some(&operation.origin));
            }
        }
        // For one operation it may be intended.
        let is_nearly_all = waived >= 2 && waived * 4 >= operations.len() * 3;
        let Some(origin) = first.filter(|_| is_nearly_all && !self.schemes().is_empty()) else { return };
        let message = format!(
            "{waived} of {} operations, starting with this one, waive the document's security; their requests are sent \
             without a credential",
            operations.len()
        );
        let help = "if they require one, set its scheme under `[security]` in `apiarist.toml`";
        self.schemas.diagnostics.report_with_help(Code::WaivedSecurity, origin, message, help);
    }

    /// Returns documentation of credentials that the client does not compute.
    pub(super) fn about_external(&self, security: &[Vec<SecurityNeed>]) -> Vec<String> {
        let mut notes = IndexSet::default();
        for (name, word) in security.iter().flatten().filter_map(|need| self.external(&need.scheme)) {
            let note = format!(
                "The credential of `{name}` (`{word}`) differs for each request: sign requests in a middleware and pass \
                 `Credential::external()`."
            );
            notes.insert(note);
        }
        notes.into_iter().collect()
    }

    fn external<'s>(&'s self, name: &'s str) -> Option<(&'s str, &'s str)> {
        match &self.schemes().get(name)?.kind {
            SecuritySchemeKind::External(word) => Some((name, word)),
            _ => None,
        }
    }

    /// Returns the first required scheme for each credential location.
    pub(super) fn credentials<'s>(&self, security: &'s [Vec<SecurityNeed>]) -> HashMap<CredentialLocation, &'s str> {
        let mut found = HashMap::default();
        for need in security.iter().flatten() {
            let scheme = self.schemes().get(&need.scheme);
            if let Some(place) = scheme.and_then(|scheme| credential_location(&scheme.kind)) {
                found.entry(place).or_insert(need.scheme.as_str());
            }
        }
        found
    }

    /// Returns the alternatives from the settings whose schemes the document defines.
    pub(super) fn overridden_security(&mut self, operation: &model::Operation<'d>) -> Option<Vec<Vec<SecurityNeed>>> {
        let alternatives = self.overrides.security.find(operation)?;
        let is_known = |scheme: &String| self.schemas.model.security_schemes.contains_key(scheme.as_str());
        let mut overridden = Vec::new();
        for alternative in alternatives.iter().filter(|alternative| alternative.keys().all(is_known)) {
            let sent = alternative.iter().filter(|(scheme, _)| self.schemes().contains_key(*scheme));
            let need = |(scheme, scopes): (&String, &Vec<String>)| SecurityNeed {
                scheme: scheme.clone(),
                scopes: scopes.clone(),
            };
            overridden.push(sent.map(need).collect());
        }
        // Without a usable alternative the document's requirements apply.
        (alternatives.is_empty() || !overridden.is_empty()).then_some(overridden)
    }
}

/// The location of a credential or parameter: `header`, `query` or `cookie`, and its name there.
pub(super) type CredentialLocation = (String, String);

/// Returns the location of a parameter. Header names are case-insensitive.
pub(super) fn parameter_location(location: &str, name: &str) -> CredentialLocation {
    let name = if location == "header" { name.to_ascii_lowercase() } else { name.to_owned() };
    (location.to_owned(), name)
}

/// Returns the location of a scheme's credential.
fn credential_location(kind: &SecuritySchemeKind) -> Option<CredentialLocation> {
    match kind {
        SecuritySchemeKind::Header(header) => Some(parameter_location("header", header)),
        SecuritySchemeKind::Query(parameter) => Some(parameter_location("query", parameter)),
        SecuritySchemeKind::Cookie(cookie) => Some(parameter_location("cookie", cookie)),
        SecuritySchemeKind::Bearer | SecuritySchemeKind::Basic | SecuritySchemeKind::Authorization(_) => {
            Some(parameter_location("header", "authorization"))
        }
        // A credential that a middleware computes may as well be passed with the call.
        SecuritySchemeKind::External(_) => None,
    }
}

fn need((scheme, scopes): &(&str, Vec<&str>)) -> SecurityNeed {
    SecurityNeed { scheme: (*scheme).to_owned(), scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect() }
}
