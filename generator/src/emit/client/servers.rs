//! Servers: the enum to choose one from, and the setters of their URL variables.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, ident, server_url};
use crate::code_span::code_span;
use crate::hash::{HashMap, IndexSet};
use crate::ir::ServerVariable;

impl Emitter<'_> {
    /// Returns the enum of the servers, or `None` if there is no choice.
    pub(super) fn server_enum(&self) -> Option<TokenStream> {
        let servers = self.api.absolute_servers().zip(&self.names.servers().variants).map(|(server, name)| {
            let mut documentation: Vec<String> = server.description.iter().map(|text| self.markdown(text)).collect();
            documentation.push(code_span(&server.url));
            let (documentation, name) = (self.doc_comment(&documentation), ident(name));
            quote!(#documentation #name,)
        });
        self.api.has_server_choice().then(|| {
            quote! {
                #[doc = "A server of the API."]
                #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
                #[non_exhaustive]
                pub enum Server { #(#servers)* }
            }
        })
    }

    /// Returns the setter of the server, or `None` if there is no choice.
    pub(super) fn server_setter(&self) -> Option<TokenStream> {
        let servers = self.api.absolute_servers().zip(&self.names.servers().variants).map(|(server, name)| {
            let (name, url) = (ident(name), server_url(&server.url));
            quote!(Server::#name => #url,)
        });
        self.api.has_server_choice().then(|| {
            quote! {
                #[doc = "Selects a server of the API; defaults to the first. Operations with their own server keep it."]
                pub fn server(mut self, server: Server) -> Self {
                    self.config.server(match server { #(#servers)* });
                    self
                }
            }
        })
    }

    /// Returns the descriptions of the variables in server URLs.
    pub(super) fn variable_descriptions(&self) -> Vec<TokenStream> {
        let by_name = self.variables_by_name();
        let description = |name: &String| {
            let values = listed_values(by_name.get(name.as_str()).map(Vec::as_slice).unwrap_or_default());
            quote!(ServerVariableDescription::new(#name, &[#(#values),*]))
        };
        self.names.servers().setters.keys().map(description).collect()
    }

    /// Returns the setters of the variables in server URLs.
    pub(super) fn variable_setters(&self) -> Vec<TokenStream> {
        let by_name = self.variables_by_name();
        let setter = |(name, setter): (&String, &String)| {
            let first = by_name.get(name.as_str()).and_then(|variables| variables.first().copied());
            let documentation = self.doc_comment(&self.about_variable(name, first));
            let setter = ident(setter);
            quote! {
                #documentation
                pub fn #setter(mut self, value: impl Into<String>) -> Self {
                    self.config.server_variable(#name, value);
                    self
                }
            }
        };
        self.names.servers().setters.iter().map(setter).collect()
    }

    /// Returns the variables of all servers.
    fn variables_by_name(&self) -> HashMap<&str, Vec<&ServerVariable>> {
        let mut by_name: HashMap<&str, Vec<&ServerVariable>> = HashMap::default();
        for variable in self.api.absolute_servers().flat_map(|server| &server.variables) {
            by_name.entry(&variable.name).or_default().push(variable);
        }
        by_name
    }

    /// Returns the operations' own servers whose URLs depend on a setter of the builder.
    pub(super) fn operation_servers(&self) -> Option<TokenStream> {
        let setters = &self.names.servers().setters;
        let has_setter = |url: &String| {
            url.split('{').skip(1).filter_map(|piece| piece.split_once('=')).any(|(name, _)| setters.contains_key(name))
        };
        let servers = self.api.operations.iter().filter_map(|operation| operation.server.as_ref());
        let mut urls: Vec<&String> = servers.filter(|url| has_setter(url)).collect();
        urls.sort();
        urls.dedup();
        (!urls.is_empty()).then(|| quote!(.operation_servers(&[#(#urls),*])))
    }

    /// Describes the servers that cannot be chosen, because their URLs are relative.
    pub(super) fn servers(&self) -> Option<String> {
        let lines = self.api.servers.iter().filter(|server| !server.is_absolute).map(|server| {
            let name = server.name.as_ref().map(|name| format!(" ({})", self.line(name))).unwrap_or_default();
            let about = server.description.as_ref().map(|about| format!(": {}", self.line(about))).unwrap_or_default();
            format!("- {}{name}{about}", code_span(&server.url))
        });
        let lines: Vec<String> = lines.collect();
        (!lines.is_empty()).then(|| format!("Servers with relative URLs:\n\n{}", lines.join("\n")))
    }

    /// Describes the setter of a server variable.
    fn about_variable(&self, name: &str, variable: Option<&ServerVariable>) -> Vec<String> {
        let Some(variable) = variable else { return Vec::new() };
        let mut paragraphs: Vec<String> = variable.description.iter().map(|text| self.markdown(text)).collect();
        let values: Vec<String> = variable.values.iter().map(|value| code_span(value)).collect();
        let values = if values.is_empty() { String::new() } else { format!(": one of {}", values.join(", ")) };
        let default = code_span(&variable.default);
        paragraphs.push(format!("Sets {} in the server URL{values}. Default: {default}.", code_span(name)));
        paragraphs
    }
}

/// Returns the allowed values of a variable, if all servers with the variable list them.
fn listed_values<'a>(variables: &[&'a ServerVariable]) -> Vec<&'a str> {
    if variables.iter().any(|variable| variable.values.is_empty()) {
        return Vec::new();
    }
    let values = variables.iter().flat_map(|variable| variable.values.iter().chain([&variable.default]));
    values.map(String::as_str).collect::<IndexSet<&str>>().into_iter().collect()
}
