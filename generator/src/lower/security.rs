//! Security schemes and what operations require of them.

use indexmap::IndexMap;

use super::{Lowering, documentation};
use crate::diagnostics::Code;
use crate::ir::{Documentation, SecurityScheme, SecuritySchemeKind};
use crate::model::{self, Requirement};

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// Lowers all schemes; one that a client cannot serve is reported and left out.
    pub(super) fn security_schemes(&mut self) {
        let mut schemes = IndexMap::new();
        for (name, scheme) in &self.model.security_schemes {
            let Some(kind) = kind(scheme) else {
                let message = format!("the security scheme `{name}` cannot be served; calls are made without it");
                self.report(Code::UnsupportedSecurity, &scheme.origin, message);
                continue;
            };
            let description = documentation::prose(scheme.description.as_deref());
            let documentation =
                Documentation { description, deprecated: scheme.deprecated, ..Documentation::default() };
            schemes.insert((*name).to_owned(), SecurityScheme { origin: scheme.origin.clone(), kind, documentation });
        }
        self.api.security_schemes = schemes;
    }

    /// The alternatives that a client can serve.
    pub(super) fn security(&mut self, requirements: &[Requirement<'d>]) -> Vec<Vec<String>> {
        let mut alternatives = Vec::new();
        for requirement in requirements {
            let unknown = requirement.schemes.iter().find(|name| !self.api.security_schemes.contains_key(**name));
            match unknown {
                None => alternatives.push(requirement.schemes.iter().map(|name| (*name).to_owned()).collect()),
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
}

/// How a client serves a scheme.
fn kind(scheme: &model::SecurityScheme<'_>) -> Option<SecuritySchemeKind> {
    let name = || scheme.name.map(str::to_owned);
    match (scheme.kind, scheme.location) {
        ("apiKey", Some("header")) => Some(SecuritySchemeKind::Header(name()?)),
        ("apiKey", Some("query")) => Some(SecuritySchemeKind::Query(name()?)),
        ("apiKey", Some("cookie")) => Some(SecuritySchemeKind::Cookie(name()?)),
        ("http", _) if scheme.scheme?.eq_ignore_ascii_case("bearer") => Some(SecuritySchemeKind::Bearer),
        ("http", _) if scheme.scheme?.eq_ignore_ascii_case("basic") => Some(SecuritySchemeKind::Basic),
        ("oauth2" | "openIdConnect", _) => Some(SecuritySchemeKind::Bearer),
        _ => None,
    }
}
