//! The client: its credentials and the groups it leads to.

use proc_macro2::TokenStream;
use quote::quote;

use super::documentation::{doc_comment, paragraphs};
use super::imports::import_list;
use super::markdown::safe_markdown;
use super::{EmittedFile, Emitter, ident};
use crate::ir::{SecurityScheme, SecuritySchemeKind};
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
            let (constant, value) = (ident(&names.constant), scheme_value(name, &scheme.kind));
            quote!(pub(crate) const #constant: SecurityScheme = #value;)
        });
        let credentials = schemes.iter().map(|(_, scheme, names)| {
            let (documentation, credential) = (self.documentation(&scheme.documentation), credential(names));
            quote!(#documentation #credential)
        });
        let name = self.names.client();
        let mut urls = self.api.servers.iter().map(|server| server.url.as_str());
        let base_url = urls.find(|url| url.starts_with("https://") || url.starts_with("http://"));
        let base_url = base_url.map_or_else(|| quote!(none), |url| quote!(#url));
        let title = format!("A client of {}.", safe_markdown(self.title()));
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
                credentials: { #(#credentials)* },
            );
            #accessors
        }
    }

    /// The servers that there are to choose from, as a list; nothing when there is no choice.
    fn servers(&self) -> Option<String> {
        let servers = &self.api.servers;
        let on_a_line = |text: &String| safe_markdown(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = servers.iter().map(|server| {
            let url = server.url.replace(['`', '\n', '\r'], "");
            let name = server.name.as_ref().map(|name| format!(" ({})", on_a_line(name))).unwrap_or_default();
            let about = server.description.as_ref().map(|about| format!(": {}", on_a_line(about))).unwrap_or_default();
            format!("- `{url}`{name}{about}")
        });
        (servers.len() > 1).then(|| format!("Servers:\n\n{}", lines.collect::<Vec<_>>().join("\n")))
    }

    fn title(&self) -> &str {
        let title = self.api.title.trim();
        if title.is_empty() { "this API" } else { title }
    }
}

fn scheme_value(name: &str, kind: &SecuritySchemeKind) -> TokenStream {
    match kind {
        SecuritySchemeKind::Header(header) => quote!(SecurityScheme::header(#name, #header)),
        SecuritySchemeKind::Query(parameter) => quote!(SecurityScheme::query(#name, #parameter)),
        SecuritySchemeKind::Cookie(cookie) => quote!(SecurityScheme::cookie(#name, #cookie)),
        SecuritySchemeKind::Bearer => quote!(SecurityScheme::bearer(#name)),
        SecuritySchemeKind::Basic => quote!(SecurityScheme::basic(#name)),
    }
}

fn credential(names: &CredentialNames) -> TokenStream {
    let (setter, constant) = (ident(&names.setter), ident(&names.constant));
    match names.variables.as_slice() {
        [user, password] => quote!(#setter: #constant = (#user, #password),),
        variables => {
            let variable = variables.first().map_or("", String::as_str);
            quote!(#setter: #constant = #variable,)
        }
    }
}
