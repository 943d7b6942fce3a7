//! Comparison of security schemes, and of the requirements of each operation.

use std::collections::BTreeMap;

use serde_json::Value;

use super::change::{Change, Subject};
use super::comparison::Comparison;
use super::location::Location;
use super::{ChangeKind, Effect, EffectKind, Side};
use crate::code_span::code_span;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Operation, SecurityNeed, SecurityScheme, SecuritySchemeKind, TokenSource};

impl Comparison<'_> {
    pub(super) fn compare_schemes(&mut self) {
        let subject = Subject::api();
        let (old, new) = (&self.old.api.security_schemes, &self.new.api.security_schemes);
        for (name, was) in old {
            match new.get(name) {
                Some(is) => self.compare_scheme(name, was, is, &subject),
                None => {
                    let setter = self.old.names.credential(name).map(|names| names.setter.clone()).unwrap_or_default();
                    let message = format!("security scheme {} removed", code_span(name));
                    let change = Change::new(ChangeKind::SchemeRemoved, &subject, message).was(&was.origin);
                    self.add(
                        change.causes([Effect::new(
                            EffectKind::Removed,
                            format!("`Client::builder().{setter}` removed"),
                        )]),
                    );
                }
            }
        }
        for (name, is) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
            let setter = self.new.names.credential(name).map(|names| names.setter.clone()).unwrap_or_default();
            let message = format!("security scheme {} added", code_span(name));
            let change = Change::new(ChangeKind::SchemeAdded, &subject, message).is(&is.origin);
            self.add(change.causes([Effect::new(EffectKind::Added, format!("`Client::builder().{setter}` added"))]));
        }
    }

    fn compare_scheme(&mut self, name: &str, was: &SecurityScheme, is: &SecurityScheme, subject: &Subject) {
        let location =
            Location::new(subject, format!("security scheme {}", code_span(name)), [&was.origin, &is.origin]);
        let (before, after) = (self.old.names.credential(name), self.new.names.credential(name));
        if was.kind != is.kind || was.tokens.is_some() != is.tokens.is_some() {
            let is_basic = |scheme: &SecurityScheme| scheme.kind == SecuritySchemeKind::Basic;
            let effect = match is_basic(was) == is_basic(is) {
                true => Effect::new(EffectKind::Behavior, "the credential is sent differently"),
                false => Effect::new(EffectKind::Retyped, "the setter takes a different kind of credential"),
            };
            let change = location.changed(ChangeKind::SchemeChanged, "credential", &credential(was), &credential(is));
            self.add(change.causes([effect]));
        }
        if let (Some(before), Some(after)) = (before, after)
            && (&before.setter, &before.variables) != (&after.setter, &after.variables)
        {
            let mut effects = Vec::new();
            if before.setter != after.setter {
                let text = format!("`Client::builder().{}` renamed to `.{}`", before.setter, after.setter);
                effects.push(Effect::new(EffectKind::Renamed, text));
            }
            if before.variables != after.variables {
                let (was, is) = (before.variables.join(", "), after.variables.join(", "));
                effects.push(Effect::new(EffectKind::Behavior, format!("`from_env` reads `{is}` instead of `{was}`")));
            }
            self.add(location.change(ChangeKind::CredentialRenamed, " renamed in Rust").causes(effects));
        }
        self.compare_documentation(&location, &was.documentation, &is.documentation);
        self.compare_flows(was, is, &location);
        self.compare_tokens(was, is, &location);
    }

    /// Compares the flows of OAuth 2.0, and the URLs at which users authorize a program.
    fn compare_flows(&mut self, was: &SecurityScheme, is: &SecurityScheme, location: &Location<'_>) {
        let (old, new) = (flows(self.old, was), flows(self.new, is));
        if old.is_empty() || new.is_empty() {
            return;
        }
        for (flow, was) in &old {
            let item = format!("flow {}", code_span(flow));
            match (was, new.get(flow)) {
                (_, None) => self.add(location.removed(ChangeKind::FlowRemoved, &item)),
                (Some(was), Some(Some(is))) if was != is => {
                    let item = format!("authorization URL of the {item}");
                    let (was, is) = (code_span(was), code_span(is));
                    self.add(location.changed(ChangeKind::AuthorizationUrlChanged, &item, &was, &is));
                }
                _ => {}
            }
        }
        for flow in new.keys().filter(|flow| !old.contains_key(*flow)) {
            self.add(location.added(ChangeKind::FlowAdded, &format!("flow {}", code_span(flow))));
        }
    }

    fn compare_tokens(&mut self, was: &SecurityScheme, is: &SecurityScheme, location: &Location<'_>) {
        let (Some(old), Some(new)) = (&was.tokens, &is.tokens) else { return };
        for (item, url_of) in TOKEN_URLS {
            let (was, is) = (url_of(old), url_of(new));
            if was != is {
                let change = location.changed(ChangeKind::TokenUrlChanged, item, &url_text(was), &url_text(is));
                let effect = Effect::new(EffectKind::Behavior, "tokens are requested from the new URL");
                self.add(change.causes([effect]));
            }
        }
        let names =
            |source: &TokenSource| -> HashSet<String> { source.scopes.iter().map(|(name, _)| name.clone()).collect() };
        let (known, found) = (names(old), names(new));
        for (scope, _) in old.scopes.iter().filter(|(name, _)| !found.contains(name)) {
            let effect = Effect::new(EffectKind::Documentation, "doc comments no longer list it");
            let change = location.removed(ChangeKind::TokenScopeRemoved, &format!("scope {}", code_span(scope)));
            self.add(change.causes([effect]));
        }
        for (scope, _) in new.scopes.iter().filter(|(name, _)| !known.contains(name)) {
            let effect = Effect::new(EffectKind::Documentation, "doc comments list it");
            let change = location.added(ChangeKind::TokenScopeAdded, &format!("scope {}", code_span(scope)));
            self.add(change.causes([effect]));
        }
    }

    /// Compares the requirements of an operation: alternatives by their schemes, then the scopes of those on both
    /// sides.
    pub(super) fn compare_needs(&mut self, old: &Operation, new: &Operation, location: &Location<'_>) {
        let effect = || Effect::new(EffectKind::Behavior, "requests are authorized differently");
        let is_open = |alternatives: &[Vec<SecurityNeed>]| {
            alternatives.is_empty() || alternatives.iter().any(|needs| needs.is_empty())
        };
        match (is_open(&old.security), is_open(&new.security)) {
            (true, false) => {
                let requirement = format!("security requirement {}", alternatives_text(&new.security));
                self.add(location.added(ChangeKind::SecurityAdded, &requirement).causes([effect()]));
                return;
            }
            (false, true) => {
                self.add(location.removed(ChangeKind::SecurityRemoved, "security requirement").causes([effect()]));
                return;
            }
            _ => {}
        }
        let (known, found) = (Alternatives::new(&old.security), Alternatives::new(&new.security));
        for needs in old.security.iter().filter(|needs| found.same(needs).is_none()) {
            let alternative = format!("security alternative {}", text_of(needs));
            self.add(location.removed(ChangeKind::SecurityAlternativeRemoved, &alternative).causes([effect()]));
        }
        for needs in &new.security {
            let Some(same) = known.same(needs) else {
                let alternative = format!("security alternative {}", text_of(needs));
                self.add(location.added(ChangeKind::SecurityAlternativeAdded, &alternative).causes([effect()]));
                continue;
            };
            let scopes: HashMap<&str, &[String]> =
                same.iter().rev().map(|need| (need.scheme.as_str(), need.scopes.as_slice())).collect();
            for need in needs {
                let before = scopes.get(need.scheme.as_str()).copied().unwrap_or_default();
                let was: HashSet<&String> = before.iter().collect();
                let is: HashSet<&String> = need.scopes.iter().collect();
                for scope in need.scopes.iter().filter(|scope| !was.contains(scope)) {
                    let scope = format!("required scope {} of {}", code_span(scope), code_span(&need.scheme));
                    self.add(location.added(ChangeKind::ScopeAdded, &scope));
                }
                for scope in before.iter().filter(|scope| !is.contains(scope)) {
                    let scope = format!("required scope {} of {}", code_span(scope), code_span(&need.scheme));
                    self.add(location.removed(ChangeKind::ScopeRemoved, &scope));
                }
            }
        }
    }
}

/// A function that returns one URL of a token source.
type UrlOf = fn(&TokenSource) -> Option<&str>;

/// The URLs that a client requests tokens from, each with its name.
const TOKEN_URLS: [(&str, UrlOf); 3] = [
    ("token URL", |source| source.token_url.as_deref()),
    ("refresh URL", |source| source.refresh_url.as_deref()),
    ("discovery URL", |source| source.discovery_url.as_deref()),
];

fn url_text(url: Option<&str>) -> String {
    url.map_or("none".to_owned(), code_span)
}

/// Returns the flows of a scheme, by their names in OpenAPI 3, with the URLs at which users authorize a program. Clients
/// never request these URLs.
fn flows(side: &Side<'_>, scheme: &SecurityScheme) -> BTreeMap<String, Option<String>> {
    let Some(value) = side.document.value(&scheme.origin) else { return BTreeMap::new() };
    let flows = value.get("flows").and_then(Value::as_object).into_iter().flatten();
    let flows = flows.map(|(name, flow)| (name.as_str(), flow)).filter(|(name, _)| !name.starts_with("x-"));
    // Swagger 2.0 defines a single flow in the scheme itself, and calls two of them otherwise.
    let own = value.get("flow").and_then(Value::as_str).map(|name| match name {
        "application" => ("clientCredentials", value),
        "accessCode" => ("authorizationCode", value),
        name => (name, value),
    });
    let url = |flow: &Value| flow.get("authorizationUrl").and_then(Value::as_str).map(str::to_owned);
    flows.chain(own).map(|(name, flow)| (name.to_owned(), url(flow))).collect()
}

/// Describes a scheme and the part of the request that contains its credential.
fn credential(scheme: &SecurityScheme) -> String {
    match &scheme.kind {
        SecuritySchemeKind::Header(name) => format!("an API key in the header {}", code_span(name)),
        SecuritySchemeKind::Query(name) => format!("an API key in the query parameter {}", code_span(name)),
        SecuritySchemeKind::Cookie(name) => format!("an API key in the cookie {}", code_span(name)),
        SecuritySchemeKind::Bearer if scheme.tokens.is_some() => "an OAuth 2.0 token".to_owned(),
        SecuritySchemeKind::Bearer => "a bearer token".to_owned(),
        SecuritySchemeKind::Basic => "a user name and password".to_owned(),
        SecuritySchemeKind::Authorization(word) => format!("a credential with the scheme {}", code_span(word)),
        SecuritySchemeKind::External(word) => format!("a computed credential ({})", code_span(word)),
    }
}

/// The alternatives of an operation, indexed by requirements and by schemes.
struct Alternatives<'s> {
    by_needs: HashMap<&'s [SecurityNeed], &'s [SecurityNeed]>,
    by_schemes: HashMap<Vec<&'s str>, &'s [SecurityNeed]>,
}

impl<'s> Alternatives<'s> {
    fn new(alternatives: &'s [Vec<SecurityNeed>]) -> Self {
        // Of several equal alternatives, the first takes precedence.
        let all = || alternatives.iter().rev().map(Vec::as_slice);
        Self {
            by_needs: all().map(|needs| (needs, needs)).collect(),
            by_schemes: all().map(|needs| (schemes(needs), needs)).collect(),
        }
    }

    /// Returns the alternative with the same requirements, or else the one with the same schemes.
    fn same(&self, wanted: &[SecurityNeed]) -> Option<&'s [SecurityNeed]> {
        self.by_needs.get(wanted).or_else(|| self.by_schemes.get(&schemes(wanted))).copied()
    }
}

fn schemes(needs: &[SecurityNeed]) -> Vec<&str> {
    let mut schemes: Vec<&str> = needs.iter().map(|need| need.scheme.as_str()).collect();
    schemes.sort_unstable();
    schemes
}

fn text_of(needs: &[SecurityNeed]) -> String {
    let schemes: Vec<String> = needs.iter().map(|need| code_span(&need.scheme)).collect();
    if schemes.is_empty() { "no credential".to_owned() } else { schemes.join(" and ") }
}

fn alternatives_text(alternatives: &[Vec<SecurityNeed>]) -> String {
    alternatives.iter().map(|needs| text_of(needs)).collect::<Vec<_>>().join(" or ")
}
