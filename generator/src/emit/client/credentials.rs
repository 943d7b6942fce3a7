//! Credentials: the constants of the security schemes, and the setters of the builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, ident};
use crate::code_span::code_span;
use crate::emit::documentation::{doc_comment, paragraphs};
use crate::emit::markdown::on_a_line;
use crate::ir::{Flow, SecurityScheme, SecuritySchemeKind, TokenSource};
use crate::names::CredentialNames;

/// A security scheme that has a credential, with its name in the document.
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

    /// The constants of the security schemes.
    pub(super) fn scheme_constants(&self) -> Vec<TokenStream> {
        let constant = |NamedScheme { name, scheme, names }: NamedScheme<'_>| {
            let (constant, value) = (ident(&names.constant), scheme_value(name, scheme));
            quote!(pub(crate) const #constant: SecurityScheme = #value;)
        };
        self.schemes().map(constant).collect()
    }

    /// The descriptions of the credentials.
    pub(super) fn credential_descriptions(&self) -> Vec<TokenStream> {
        let description = |NamedScheme { names, .. }: NamedScheme<'_>| {
            let (constant, setter, variables) = (ident(&names.constant), plain(&names.setter), &names.variables);
            quote!(CredentialDescription::new(#constant, #setter, &[#(#variables),*]))
        };
        self.schemes().map(description).collect()
    }

    /// The setters of the credentials.
    pub(super) fn credential_setters(&self) -> Vec<TokenStream> {
        self.schemes().map(|scheme| credential_setter(&scheme)).collect()
    }
}

/// The name of a setter as a user reads it.
fn plain(setter: &str) -> &str {
    setter.trim_start_matches("r#")
}

fn credential_setter(NamedScheme { scheme, names, .. }: &NamedScheme<'_>) -> TokenStream {
    let (setter, constant) = (ident(&names.setter), ident(&names.constant));
    let (first, arguments, credential) = match names.variables.as_slice() {
        [user, password] => (
            format!("Sets user and password (for [`Client::from_env`]: `{user}` and `{password}`)."),
            quote!(user: impl Into<String>, password: impl Into<SecretString>),
            quote!(Credential::login(user, password)),
        ),
        [variable, ..] => (
            format!("Sets this credential (for [`Client::from_env`]: `{variable}`)."),
            quote!(secret: impl Into<Credential>),
            quote!(secret),
        ),
        [] => ("Sets this credential.".to_owned(), quote!(credential: impl Into<Credential>), quote!(credential)),
    };
    let mut about = paragraphs(&scheme.documentation);
    about.extend(scheme.tokens.iter().flat_map(about_tokens));
    about.extend(about_external(scheme));
    // The first paragraph links to a method on purpose.
    let blank = (!about.is_empty()).then(|| quote!(#[doc = ""]));
    let about = doc_comment(&about);
    quote! {
        #[doc = #first]
        #blank
        #about
        pub fn #setter(mut self, #arguments) -> Self {
            self.settings.credential(&#constant, #credential);
            self
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

/// What the setter of a credential takes that something else computes.
fn about_external(scheme: &SecurityScheme) -> Option<String> {
    let SecuritySchemeKind::External(word) = &scheme.kind else { return None };
    Some(format!(
        "Takes `Credential::elsewhere()`: the credential ({}) is computed for each request, which a middleware has to do.",
        code_span(word)
    ))
}

/// Describes what the setter of a credential takes in addition to a token, and what tokens may allow.
fn about_tokens(tokens: &TokenSource) -> Vec<String> {
    let mut paragraphs: Vec<String> = given_tokens(tokens).into_iter().chain(signing_in(tokens)).collect();
    let scopes = tokens.scopes.iter().map(|(name, about)| {
        let about = about.as_ref().map(|about| format!(": {}", on_a_line(about))).unwrap_or_default();
        format!("- {}{about}", code_span(name))
    });
    let scopes: Vec<String> = scopes.collect();
    if !scopes.is_empty() {
        paragraphs.push(format!("Scopes:\n\n{}", scopes.join("\n")));
    }
    paragraphs
}

/// Describes what the flows of the document allow in addition to a token, and where tokens are requested.
fn given_tokens(tokens: &TokenSource) -> Option<String> {
    let has = |flows: &[Flow]| tokens.flows.is_empty() || tokens.flows.iter().any(|flow| flows.contains(flow));
    let place = match (&tokens.token_url, &tokens.discovery_url) {
        (Some(url), _) => format!("at {}", code_span(url)),
        (None, Some(url)) => format!("where the document at {} says", code_span(url)),
        (None, None) => return None,
    };
    let has_password = tokens.flows.contains(&Flow::Password);
    let askers = [
        has(&[Flow::ClientCredentials]).then_some("`ClientCredentials`"),
        has_password.then_some("`PasswordCredentials`"),
        has(&[Flow::AuthorizationCode, Flow::DeviceAuthorization, Flow::Password]).then_some("a `RefreshToken`"),
    ];
    match askers.into_iter().flatten().collect::<Vec<_>>().as_slice() {
        [] => None,
        [one @ "a `RefreshToken`"] => Some(format!("A token, or {one}, which asks for tokens {place}.")),
        [one] => Some(format!("A token, or {one}, which ask for tokens {place}.")),
        [others @ .., last] => {
            Some(format!("A token, or {} or {last}, which ask for tokens {place}.", others.join(", ")))
        }
    }
}

/// Describes how users get tokens from flows in which they sign in.
fn signing_in(tokens: &TokenSource) -> Option<String> {
    let is_interactive =
        |flow: &Flow| matches!(flow, Flow::AuthorizationCode | Flow::DeviceAuthorization | Flow::Implicit);
    let about = "Where people sign in for a token, the client does not do that: get the token elsewhere, or have a \
                 `TokenProvider` bring it (`Credential::provider`).";
    tokens.flows.iter().any(is_interactive).then(|| about.to_owned())
}
