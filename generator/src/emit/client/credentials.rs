//! Credentials: the constants of the security schemes, and the setters of the builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, ident};
use crate::code_span::code_span;
use crate::ir::{Flow, SecurityScheme, SecuritySchemeKind, TokenSource};
use crate::names::CredentialNames;

/// A security scheme with a credential, and its name in the document.
struct NamedScheme<'a> {
    name: &'a str,
    scheme: &'a SecurityScheme,
    names: &'a CredentialNames,
}

impl Emitter<'_> {
    fn schemes(&self) -> impl Iterator<Item = NamedScheme<'_>> {
        self.api
            .security_schemes
            .iter()
            .filter_map(|(name, scheme)| Some(NamedScheme { name, scheme, names: self.names.credential(name)? }))
    }

    /// Returns the constants of the security schemes.
    pub(super) fn scheme_constants(&self) -> Vec<TokenStream> {
        let constant = |NamedScheme { name, scheme, names }: NamedScheme<'_>| {
            let (constant, value) = (ident(&names.constant), scheme_value(name, scheme));
            quote!(pub(crate) const #constant: SecurityScheme = #value;)
        };
        self.schemes().map(constant).collect()
    }

    /// Returns the descriptions of the credentials.
    pub(super) fn credential_descriptions(&self) -> Vec<TokenStream> {
        let description = |NamedScheme { names, .. }: NamedScheme<'_>| {
            let (constant, setter, variables) = (ident(&names.constant), plain(&names.setter), &names.variables);
            quote!(CredentialDescription::new(#constant, #setter, &[#(#variables),*]))
        };
        self.schemes().map(description).collect()
    }

    /// Returns the setters of the credentials.
    pub(super) fn credential_setters(&self) -> Vec<TokenStream> {
        self.schemes().map(|scheme| self.credential_setter(&scheme)).collect()
    }

    fn credential_setter(&self, NamedScheme { name, scheme, names }: &NamedScheme<'_>) -> TokenStream {
        let (setter, constant) = (ident(&names.setter), ident(&names.constant));
        let (arguments, credential) = match names.variables.as_slice() {
            [_, _] => (
                quote!(user: impl Into<String>, password: impl Into<SecretString>),
                quote!(Credential::login(user, password)),
            ),
            [_, ..] => (quote!(secret: impl Into<Credential>), quote!(secret)),
            [] => (quote!(credential: impl Into<Credential>), quote!(credential)),
        };
        // The link names a method explicitly, together with its target, because later text could define another one.
        // Text within a code span cannot end the span.
        let variables: Vec<String> = names.variables.iter().map(|variable| code_span(variable)).collect();
        let from = match variables.is_empty() {
            true => String::new(),
            false => format!("\n[`from_env`](Client::from_env) reads it from {}.", variables.join(" and ")),
        };
        let first = format!("Sets the credential {}: {}.{from}", code_span(name), about_scheme(scheme));
        let mut about = self.paragraphs(&scheme.documentation);
        about.extend(scheme.tokens.iter().flat_map(|tokens| self.about_tokens(tokens)));
        let blank = (!about.is_empty()).then(|| quote!(#[doc = ""]));
        let about = self.doc_comment(&about);
        let deprecation = self.deprecation(&scheme.documentation);
        quote! {
            #[doc = #first]
            #blank
            #about
            #deprecation
            pub fn #setter(mut self, #arguments) -> Self {
                self.config.credential(&#constant, #credential);
                self
            }
        }
    }

    /// Describes the values that the setter of a credential accepts in addition to a token, and the scopes of tokens.
    fn about_tokens(&self, tokens: &TokenSource) -> Vec<String> {
        let mut paragraphs: Vec<String> =
            about_token_requests(tokens).into_iter().chain(about_sign_in(tokens)).collect();
        let scopes = tokens.scopes.iter().map(|(name, about)| {
            let about = about.as_ref().map(|about| format!(": {}", self.line(about))).unwrap_or_default();
            format!("- {}{about}", code_span(name))
        });
        let scopes: Vec<String> = scopes.collect();
        if !scopes.is_empty() {
            paragraphs.push(format!("Scopes:\n\n{}", scopes.join("\n")));
        }
        paragraphs
    }
}

/// Returns the name of a setter as a user reads it.
fn plain(setter: &str) -> &str {
    setter.trim_start_matches("r#")
}

/// Describes a credential and how it is sent, as a noun phrase.
pub(crate) fn about_scheme(scheme: &SecurityScheme) -> String {
    let by_discovery = scheme.tokens.as_ref().is_some_and(|tokens| tokens.flows.is_empty());
    match &scheme.kind {
        SecuritySchemeKind::Header(header) => format!("an API key in the header {}", code_span(header)),
        SecuritySchemeKind::Query(parameter) => format!("an API key in the query parameter {}", code_span(parameter)),
        SecuritySchemeKind::Cookie(cookie) => format!("an API key in the cookie {}", code_span(cookie)),
        SecuritySchemeKind::Bearer if by_discovery => "an OpenID Connect token, sent as a bearer token".to_owned(),
        SecuritySchemeKind::Bearer if scheme.tokens.is_some() => {
            "an OAuth 2.0 access token, sent as a bearer token".to_owned()
        }
        SecuritySchemeKind::Bearer => "a bearer token".to_owned(),
        SecuritySchemeKind::Basic => "a user name and password for HTTP Basic authentication".to_owned(),
        SecuritySchemeKind::Authorization(word) => {
            format!("a credential for the HTTP scheme {}, in the header `Authorization`", code_span(word))
        }
        SecuritySchemeKind::External(word) => {
            format!("`Credential::external()`, for the HTTP scheme {} that a middleware implements", code_span(word))
        }
    }
}

fn scheme_value(name: &str, scheme: &SecurityScheme) -> TokenStream {
    let value = match &scheme.kind {
        SecuritySchemeKind::Header(header) => quote!(SecurityScheme::header(#name, #header)),
        SecuritySchemeKind::Query(parameter) => quote!(SecurityScheme::query(#name, #parameter)),
        SecuritySchemeKind::Cookie(cookie) => quote!(SecurityScheme::cookie(#name, #cookie)),
        SecuritySchemeKind::Bearer => quote!(SecurityScheme::bearer(#name)),
        SecuritySchemeKind::Basic => quote!(SecurityScheme::basic(#name)),
        SecuritySchemeKind::Authorization(word) => quote!(SecurityScheme::authorization(#name, #word)),
        SecuritySchemeKind::External(word) => quote!(SecurityScheme::external(#name, #word)),
    };
    let Some(tokens) = &scheme.tokens else { return value };
    let token_url = tokens.token_url.as_ref().map(|url| quote!(.with_token_url(#url)));
    let refresh_url = tokens.refresh_url.as_ref().map(|url| quote!(.with_refresh_url(#url)));
    let discovery_url = tokens.discovery_url.as_ref().map(|url| quote!(.with_discovery_url(#url)));
    quote!(#value #token_url #refresh_url #discovery_url)
}

/// Describes the credentials that the document's flows allow in addition to a token, and their token endpoint.
fn about_token_requests(tokens: &TokenSource) -> Option<String> {
    let has = |flows: &[Flow]| tokens.flows.is_empty() || tokens.flows.iter().any(|flow| flows.contains(flow));
    let endpoint = match (&tokens.token_url, &tokens.discovery_url) {
        (Some(url), _) => format!("at {}", code_span(url)),
        (None, Some(url)) => format!("at the token endpoint in the discovery document {}", code_span(url)),
        (None, None) => return None,
    };
    let has_password = tokens.flows.contains(&Flow::Password);
    let requesters = [
        has(&[Flow::ClientCredentials]).then_some("`ClientCredentials`"),
        has_password.then_some("`PasswordCredentials`"),
        has(&[Flow::AuthorizationCode, Flow::DeviceAuthorization, Flow::Password]).then_some("a `RefreshToken`"),
    ];
    let requesters: Vec<&str> = requesters.into_iter().flatten().collect();
    match requesters.as_slice() {
        [] => None,
        [one] => Some(format!("Accepts a token or {one}, which requests tokens {endpoint}.")),
        [others @ .., last] => {
            Some(format!("Accepts a token, or {} or {last}, which request tokens {endpoint}.", others.join(", ")))
        }
    }
}

/// Describes how users obtain tokens from interactive flows.
fn about_sign_in(tokens: &TokenSource) -> Option<String> {
    let is_interactive =
        |flow: &Flow| matches!(flow, Flow::AuthorizationCode | Flow::DeviceAuthorization | Flow::Implicit);
    let about = "The client does not run interactive sign-in flows: obtain a token yourself, or supply a `TokenProvider` with\n\
                 `Credential::provider`.";
    tokens.flows.iter().any(is_interactive).then(|| about.to_owned())
}
