//! Comparison of security schemes, and of the requirements of each operation.

use std::collections::{HashMap, HashSet};

use super::change::{Change, Subject};
use super::comparison::Comparison;
use super::place::Place;
use super::{Effect, EffectKind, Kind};
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
                    let message = format!("the security scheme `{name}` is gone");
                    let change = Change::new(Kind::SchemeRemoved, &subject, message).was(&was.origin);
                    self.add(
                        change.causes([Effect::new(EffectKind::Gone, format!("`Client::builder().{setter}` is gone"))]),
                    );
                }
            }
        }
        for (name, is) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
            let setter = self.new.names.credential(name).map(|names| names.setter.clone()).unwrap_or_default();
            let message = format!("the security scheme `{name}` is new");
            let change = Change::new(Kind::SchemeAdded, &subject, message).is(&is.origin);
            self.add(change.causes([Effect::new(EffectKind::Added, format!("`Client::builder().{setter}` is new"))]));
        }
    }

    fn compare_scheme(&mut self, name: &str, was: &SecurityScheme, is: &SecurityScheme, subject: &Subject) {
        let place = Place::new(subject, format!("the security scheme `{name}`"), [&was.origin, &is.origin]);
        let (before, after) = (self.old.names.credential(name), self.new.names.credential(name));
        if was.kind != is.kind || was.tokens.is_some() != is.tokens.is_some() {
            let is_basic = |scheme: &SecurityScheme| scheme.kind == SecuritySchemeKind::Basic;
            let effect = match is_basic(was) == is_basic(is) {
                true => Effect::new(EffectKind::Behaviour, "the credential is sent otherwise"),
                false => Effect::new(EffectKind::Retyped, "the credential is another one: user and password, or a key"),
            };
            let rest = format!(" is {} instead of {}", credential(is), credential(was));
            self.add(place.change(Kind::SchemeChanged, &rest).causes([effect]));
        }
        if let (Some(before), Some(after)) = (before, after)
            && (&before.setter, &before.variables) != (&after.setter, &after.variables)
        {
            let mut effects = Vec::new();
            if before.setter != after.setter {
                let text = format!("`Client::builder().{}` is now `.{}`", before.setter, after.setter);
                effects.push(Effect::new(EffectKind::Renamed, text));
            }
            if before.variables != after.variables {
                let (was, is) = (before.variables.join(", "), after.variables.join(", "));
                effects.push(Effect::new(EffectKind::Behaviour, format!("`from_env` reads `{is}` instead of `{was}`")));
            }
            self.add(place.change(Kind::CredentialRenamed, " has another name in Rust").causes(effects));
        }
        self.compare_documentation(&place, &was.documentation, &is.documentation);
        self.compare_tokens(was, is, &place);
    }

    fn compare_tokens(&mut self, was: &SecurityScheme, is: &SecurityScheme, place: &Place<'_>) {
        let (Some(old), Some(new)) = (&was.tokens, &is.tokens) else { return };
        if urls(old) != urls(new) {
            let rest = format!(" has its tokens from {} instead of {}", tokens_from(new), tokens_from(old));
            let effect = Effect::new(EffectKind::Behaviour, "tokens are asked for elsewhere");
            self.add(place.change(Kind::TokenUrlChanged, &rest).causes([effect]));
        }
        let names =
            |source: &TokenSource| -> HashSet<String> { source.scopes.iter().map(|(name, _)| name.clone()).collect() };
        let (known, found) = (names(old), names(new));
        for (scope, _) in old.scopes.iter().filter(|(name, _)| !found.contains(name)) {
            let effect = Effect::new(EffectKind::Documentation, "its documentation no longer names it");
            let change = place.change(Kind::TokenScopeRemoved, &format!(" no longer knows the scope `{scope}`"));
            self.add(change.causes([effect]));
        }
        for (scope, _) in new.scopes.iter().filter(|(name, _)| !known.contains(name)) {
            let effect = Effect::new(EffectKind::Documentation, "its documentation names it");
            let change = place.change(Kind::TokenScopeAdded, &format!(" has the new scope `{scope}`"));
            self.add(change.causes([effect]));
        }
    }

    /// Compares the requirements of an operation: alternatives by their schemes, then the scopes of those on both
    /// sides.
    pub(super) fn compare_needs(&mut self, old: &Operation, new: &Operation, place: &Place<'_>) {
        let effect = || Effect::new(EffectKind::Behaviour, "calls are authorized otherwise");
        let is_open = |alternatives: &[Vec<SecurityNeed>]| {
            alternatives.is_empty() || alternatives.iter().any(|needs| needs.is_empty())
        };
        match (is_open(&old.security), is_open(&new.security)) {
            (true, false) => {
                let rest = format!(" needs {} now", said_of(&new.security));
                self.add(place.change(Kind::SecurityAdded, &rest).causes([effect()]));
                return;
            }
            (false, true) => {
                self.add(place.change(Kind::SecurityRemoved, " can be called without credentials").causes([effect()]));
                return;
            }
            _ => {}
        }
        let (known, found) = (Alternatives::new(&old.security), Alternatives::new(&new.security));
        for needs in old.security.iter().filter(|needs| found.same(needs).is_none()) {
            let rest = format!(" can no longer be called with {}", text_of(needs));
            self.add(place.change(Kind::SecurityAlternativeRemoved, &rest).causes([effect()]));
        }
        for needs in &new.security {
            let Some(same) = known.same(needs) else {
                let rest = format!(" can be called with {} now", text_of(needs));
                self.add(place.change(Kind::SecurityAlternativeAdded, &rest).causes([effect()]));
                continue;
            };
            let scopes: HashMap<&str, &[String]> =
                same.iter().rev().map(|need| (need.scheme.as_str(), need.scopes.as_slice())).collect();
            for need in needs {
                let before = scopes.get(need.scheme.as_str()).copied().unwrap_or_default();
                let was: HashSet<&String> = before.iter().collect();
                let is: HashSet<&String> = need.scopes.iter().collect();
                for scope in need.scopes.iter().filter(|scope| !was.contains(scope)) {
                    let rest = format!(" needs the scope `{scope}` of `{}` now", need.scheme);
                    self.add(place.change(Kind::ScopeAdded, &rest));
                }
                for scope in before.iter().filter(|scope| !is.contains(scope)) {
                    let rest = format!(" no longer needs the scope `{scope}` of `{}`", need.scheme);
                    self.add(place.change(Kind::ScopeRemoved, &rest));
                }
            }
        }
    }
}

/// Returns all URLs that define the source of tokens.
fn urls(source: &TokenSource) -> [&Option<String>; 3] {
    [&source.token_url, &source.refresh_url, &source.discovery_url]
}

/// Describes the endpoint that issues tokens.
fn tokens_from(source: &TokenSource) -> String {
    match (&source.token_url, &source.discovery_url) {
        (Some(url), _) => url.clone(),
        (None, Some(url)) => format!("the place that {url} names"),
        (None, None) => "nowhere".to_owned(),
    }
}

/// Describes a scheme and the part of the request that contains its credential.
fn credential(scheme: &SecurityScheme) -> String {
    match &scheme.kind {
        SecuritySchemeKind::Header(name) => format!("a key in the header `{name}`"),
        SecuritySchemeKind::Query(name) => format!("a key in the query parameter `{name}`"),
        SecuritySchemeKind::Cookie(name) => format!("a key in the cookie `{name}`"),
        SecuritySchemeKind::Bearer if scheme.tokens.is_some() => "a token of OAuth 2.0".to_owned(),
        SecuritySchemeKind::Bearer => "a bearer token".to_owned(),
        SecuritySchemeKind::Basic => "user and password".to_owned(),
        SecuritySchemeKind::Authorization(word) => format!("a credential after `{word}`"),
        SecuritySchemeKind::External(word) => format!("a credential that is computed (`{word}`)"),
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
    let schemes: Vec<String> = needs.iter().map(|need| format!("`{}`", need.scheme)).collect();
    if schemes.is_empty() { "no credential".to_owned() } else { schemes.join(" and ") }
}

fn said_of(alternatives: &[Vec<SecurityNeed>]) -> String {
    alternatives.iter().map(|needs| text_of(needs)).collect::<Vec<_>>().join(" or ")
}
