//! The client: its credentials and the groups it leads to.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;
use proc_macro2::TokenStream;
use quote::quote;

use super::documentation::{doc_comment, paragraphs};
use super::imports::import_list;
use super::markdown::{on_a_line, safe_markdown};
use super::url::server_url;
use super::{EmittedFile, Emitter, ident};
use crate::code_span::code_span;
use crate::ir::{Flow, SecurityScheme, SecuritySchemeKind, ServerVariable, TokenSource};
use crate::names::CredentialNames;

impl Emitter<'_> {
    /// The file of the client.
    pub(crate) fn client_file(&self) -> EmittedFile {
        self.file("client.rs", self.client())
    }

    fn client(&self) -> TokenStream {
        let schemes: Vec<(&String, &SecurityScheme, &CredentialNames)> = self
            .api
            .security_schemes
            .iter()
            .filter_map(|(name, scheme)| Some((name, scheme, self.names.credential(name)?)))
            .collect();
        let constants = schemes.iter().map(|(name, scheme, names)| {
            let (constant, value) = (ident(&names.constant), scheme_value(name, scheme));
            quote!(pub(crate) const #constant: SecurityScheme = #value;)
        });
        let credentials = schemes.iter().map(|(_, scheme, names)| {
            let mut documentation = paragraphs(&scheme.documentation);
            documentation.extend(scheme.tokens.iter().flat_map(about_tokens));
            documentation.extend(about_external(scheme));
            let (documentation, credential) = (doc_comment(&documentation), credential(names));
            quote!(#documentation #credential)
        });
        let needs = self.needs();
        let name = self.names.client();
        let first = self.api.absolute_servers().next().map(|server| server_url(&server.url));
        let base_url = first.map_or_else(|| quote!(none), |url| quote!(#url));
        let (servers, variables) = (self.server_choice(), self.server_variables());
        let operation_servers = self.operation_servers();
        let title = format!("A client of {}.", on_a_line(self.title()));
        let mut documentation = vec![title];
        documentation.extend(paragraphs(&self.api.documentation));
        documentation.extend(self.servers());
        let documentation = doc_comment(&documentation);
        let mut runtime = vec!["define_client"];
        if !schemes.is_empty() {
            runtime.push("SecurityScheme");
        }
        let runtime = import_list(runtime.into_iter());
        let groups = self.groups().map(|id| {
            let (name, accessor) = (self.group_ident(id), ident(&self.names.group(id).accessor));
            let documentation = self.group_documentation(id);
            quote! {
                #documentation
                pub fn #accessor(&self) -> #name<'_> {
                    #name::new(&self.core)
                }
            }
        });
        let groups: Vec<TokenStream> = groups.collect();
        let operations = (!groups.is_empty()).then(|| {
            let names = import_list(self.groups().map(|id| self.names.group(id).type_name.as_str()));
            quote!(use super::operations::#names;)
        });
        let accessors = (!groups.is_empty()).then(|| quote!(impl Client { #(#groups)* }));
        quote! {
            #operations
            use apiarist_runtime::#runtime;
            #(#constants)*
            define_client!(
                #documentation
                name: #name,
                base_url: #base_url,
                #servers
                #variables
                #operation_servers
                #needs
                credentials: { #(#credentials)* },
            );
            #accessors
        }
    }

    /// The sets of credentials that operations need, where some need several together.
    fn needs(&self) -> Option<TokenStream> {
        let mut sets: IndexSet<Vec<&str>> = IndexSet::new();
        for set in self.api.operations.iter().flat_map(|operation| &operation.security) {
            let constants = set.iter().filter_map(|need| self.names.credential(&need.scheme));
            let constants: Vec<&str> = constants.map(|names| names.constant.as_str()).collect();
            if !constants.is_empty() {
                sets.insert(constants);
            }
        }
        // Credentials each of which does alone are not needed together.
        let alone: HashSet<&str> =
            sets.iter().filter_map(|set| if let [only] = **set { Some(only) } else { None }).collect();
        sets.retain(|set| set.len() == 1 || !set.iter().all(|constant| alone.contains(constant)));
        let has_several = sets.iter().any(|set| set.len() > 1);
        let sets = sets.iter().map(|set| {
            let set = set.iter().map(|constant| ident(constant));
            quote!([#(#set),*])
        });
        has_several.then(|| quote!(needs: [#(#sets),*],))
    }

    /// The servers that there are to choose from.
    fn server_choice(&self) -> Option<TokenStream> {
        let servers = self.api.absolute_servers().zip(&self.names.servers().variants).map(|(server, name)| {
            let mut documentation: Vec<String> = server.description.iter().map(|text| safe_markdown(text)).collect();
            documentation.push(code_span(&server.url));
            let (documentation, name, url) = (doc_comment(&documentation), ident(name), server_url(&server.url));
            quote!(#documentation #name = #url,)
        });
        self.api.has_server_choice().then(|| quote!(servers: { #(#servers)* },))
    }

    /// What may differ in the URLs of servers.
    fn server_variables(&self) -> Option<TokenStream> {
        let mut by_name: HashMap<&str, Vec<&ServerVariable>> = HashMap::new();
        for variable in self.api.absolute_servers().flat_map(|server| &server.variables) {
            by_name.entry(&variable.name).or_default().push(variable);
        }
        let variables = self.names.servers().setters.iter().map(|(name, setter)| {
            let all = by_name.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
            let documentation = doc_comment(&about_variable(name, all.first().copied()));
            let setter = ident(setter);
            let values = listed_values(all);
            let allowed = (!values.is_empty()).then(|| quote!(: [#(#values),*]));
            quote!(#documentation #setter = #name #allowed,)
        });
        let variables: Vec<TokenStream> = variables.collect();
        (!variables.is_empty()).then(|| quote!(variables: { #(#variables)* },))
    }

    /// Returns the servers that operations have of their own, where a setter of the builder changes their URLs.
    fn operation_servers(&self) -> Option<TokenStream> {
        let setters = &self.names.servers().setters;
        let has_setter = |url: &String| {
            url.split('{').skip(1).filter_map(|piece| piece.split_once('=')).any(|(name, _)| setters.contains_key(name))
        };
        let servers = self.api.operations.iter().filter_map(|operation| operation.server.as_ref());
        let mut urls: Vec<&String> = servers.filter(|url| has_setter(url)).collect();
        urls.sort();
        urls.dedup();
        (!urls.is_empty()).then(|| quote!(operation_servers: [#(#urls),*],))
    }

    /// The servers of which none can be chosen, since their URLs are relative.
    fn servers(&self) -> Option<String> {
        let lines = self.api.servers.iter().filter(|server| !server.is_absolute).map(|server| {
            let name = server.name.as_ref().map(|name| format!(" ({})", on_a_line(name))).unwrap_or_default();
            let about = server.description.as_ref().map(|about| format!(": {}", on_a_line(about))).unwrap_or_default();
            format!("- {}{name}{about}", code_span(&server.url))
        });
        let lines: Vec<String> = lines.collect();
        (!lines.is_empty()).then(|| format!("Servers with relative URLs:\n\n{}", lines.join("\n")))
    }

    fn title(&self) -> &str {
        let title = self.api.title.trim();
        if title.is_empty() { "this API" } else { title }
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

/// What the setter of a credential can be given beside a token, and what tokens may allow.
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

/// What beside a token the flows of the document allow, and where it asks for tokens.
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

/// How people get tokens of flows that lead them to where they sign in.
fn signing_in(tokens: &TokenSource) -> Option<String> {
    let is_interactive =
        |flow: &Flow| matches!(flow, Flow::AuthorizationCode | Flow::DeviceAuthorization | Flow::Implicit);
    let about = "Where people sign in for a token, the client does not do that: get the token elsewhere, or have a \
                 `TokenProvider` bring it (`Credential::provider`).";
    tokens.flows.iter().any(is_interactive).then(|| about.to_owned())
}

/// Returns the values that a variable may have: those that the servers list, if all of them do.
fn listed_values<'a>(variables: &[&'a ServerVariable]) -> Vec<&'a str> {
    if variables.iter().any(|variable| variable.values.is_empty()) {
        return Vec::new();
    }
    let values = variables.iter().flat_map(|variable| variable.values.iter().chain([&variable.default]));
    values.map(String::as_str).collect::<IndexSet<&str>>().into_iter().collect()
}

/// What the setter of a server's variable sets.
fn about_variable(name: &str, variable: Option<&ServerVariable>) -> Vec<String> {
    let Some(variable) = variable else { return Vec::new() };
    let mut paragraphs: Vec<String> = variable.description.iter().map(|text| safe_markdown(text)).collect();
    let values: Vec<String> = variable.values.iter().map(|value| code_span(value)).collect();
    let values = if values.is_empty() { String::new() } else { format!(": one of {}", values.join(", ")) };
    let default = code_span(&variable.default);
    paragraphs.push(format!("Sets {} in the URL of the server{values}; {default} unless set.", code_span(name)));
    paragraphs
}

fn credential(names: &CredentialNames) -> TokenStream {
    let (setter, constant) = (ident(&names.setter), ident(&names.constant));
    match names.variables.as_slice() {
        [user, password] => quote!(#setter: #constant = (#user, #password),),
        [variable, ..] => quote!(#setter: #constant = #variable,),
        [] => quote!(#setter: #constant = (),),
    }
}
