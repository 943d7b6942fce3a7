//! The client: its description, its builder, and its groups.

mod builder;
mod credentials;
mod servers;

pub(crate) use credentials::about_scheme;

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::runtime_imports;
use super::url::server_url;
use super::{EmittedFile, Emitter, ident};
use crate::hash::{HashSet, IndexSet};
use crate::runtime_items::RuntimeItem;

/// The runtime items that every client uses.
const RUNTIME: [RuntimeItem; 10] = [
    RuntimeItem::ClientCore,
    RuntimeItem::ClientDescription,
    RuntimeItem::ClientConfig,
    RuntimeItem::Clock,
    RuntimeItem::ConfigError,
    RuntimeItem::Middleware,
    RuntimeItem::RetryPolicy,
    RuntimeItem::SecretString,
    RuntimeItem::Timeouts,
    RuntimeItem::Transport,
];

/// Documentation that applies to every client.
const CLONES: &str = "Cloning costs one atomic increment; clones share connections, credentials and settings. A client is `Send` and\n\
                      `Sync`: create one, and clone it for each task or thread.";

impl Emitter<'_> {
    /// Returns the file of the client.
    pub(crate) fn client_file(&self) -> EmittedFile {
        self.file("client.rs", self.client())
    }

    fn client(&self) -> TokenStream {
        let constants = self.scheme_constants();
        let (credentials, variables) = (self.credential_descriptions(), self.variable_descriptions());
        let runtime = RUNTIME.into_iter().chain(
            [
                (RuntimeItem::Credential, !credentials.is_empty()),
                (RuntimeItem::CredentialDescription, !credentials.is_empty()),
                (RuntimeItem::SecurityScheme, !constants.is_empty()),
                (RuntimeItem::ServerVariableDescription, !variables.is_empty()),
            ]
            .into_iter()
            .filter_map(|(item, is_used)| is_used.then_some(item)),
        );
        let runtime = runtime_imports(&quote!(apiarist_runtime), runtime);
        let accessors = self.accessors();
        let operations = (!accessors.is_empty()).then(|| {
            quote!(
                use super::operations;
            )
        });
        let description = self.description(&credentials, &variables);
        let (client, builder, servers) = (self.client_type(!accessors.is_empty()), self.builder(), self.server_enum());
        let accessors = (!accessors.is_empty()).then(|| quote!(impl Client { #(#accessors)* }));
        let allowance = self.group_features().map(
            |_| quote!(#![allow(dead_code, unused_imports, reason = "the features determine which groups there are")]),
        );
        quote! {
            #allowance
            #operations
            #runtime
            #(#constants)*
            #description
            #servers
            #client
            #builder
            #accessors
        }
    }

    /// Returns the constant with the URL of the API and the credentials of the client.
    fn description(&self, credentials: &[TokenStream], variables: &[TokenStream]) -> TokenStream {
        let name = self.names.client();
        let agent = format!(" ({name})");
        let first = self.api.absolute_servers().next().map(|server| server_url(&server.url));
        let base_url = first.map(|url| quote!(.base_url(#url)));
        let operation_servers = self.operation_servers();
        let variables = (!variables.is_empty()).then(|| quote!(.variables(&[#(#variables),*])));
        let credentials = (!credentials.is_empty()).then(|| quote!(.credentials(&[#(#credentials),*])));
        let needs = self.needs();
        quote! {
            const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), #agent);
            const DESCRIPTION: ClientDescription =
                ClientDescription::new(#name, USER_AGENT) #base_url #operation_servers #variables #credentials #needs;
        }
    }

    fn client_type(&self, has_groups: bool) -> TokenStream {
        let unused = (!has_groups).then(|| quote!(#[allow(dead_code, reason = "the document has no operations")]));
        let mut documentation = vec![format!("A client for {}.", self.line(self.title()))];
        documentation.extend(self.paragraphs(&self.api.documentation));
        documentation.extend(self.servers());
        documentation.push(CLONES.to_owned());
        let documentation = self.doc_comment(&documentation);
        quote! {
            #documentation
            #[derive(Clone, Debug)]
            pub struct Client {
                #unused
                core: ClientCore,
            }
            impl Client {
                #[doc = "Returns a builder for the client."]
                pub fn builder() -> ClientBuilder {
                    ClientBuilder { config: ClientConfig::new(&DESCRIPTION) }
                }
                #[doc = "Creates a client with the credentials and the base URL from the environment."]
                #[doc = ""]
                #[doc = "For OAuth 2.0 and OpenID Connect, the variable of a credential contains a token. Alternatively, set variables"]
                #[doc = "with its name and a suffix: `_CLIENT_ID` with `_CLIENT_SECRET`, `_REFRESH_TOKEN` or both, and `_SCOPE`."]
                #[doc = "If the server rotates refresh tokens, `RefreshToken::on_rotation` receives each new one."]
                #[doc = ""]
                #[doc = "# Errors"]
                #[doc = "Returns an error if the environment contains no credential, or the client cannot be built."]
                pub fn from_env() -> Result<Self, ConfigError> {
                    let config = ClientConfig::from_env(&DESCRIPTION)?;
                    ClientBuilder { config }.build()
                }
            }
        }
    }

    /// Returns the methods for the groups. Types of groups are named by path, because the client may import types with
    /// the same names.
    fn accessors(&self) -> Vec<TokenStream> {
        let accessor = |id| {
            let (name, accessor) = (self.group_ident(id), ident(&self.names.group(id).accessor));
            let documentation = self.group_documentation(id);
            let condition = self.group_features().map(|features| features.of_group(id));
            quote! {
                #condition
                #documentation
                pub fn #accessor(&self) -> operations::#name<'_> {
                    operations::#name { core: &self.core }
                }
            }
        };
        self.groups().map(accessor).collect()
    }

    /// Returns the sets of required credentials, if an operation needs several together.
    fn needs(&self) -> Option<TokenStream> {
        let mut sets: IndexSet<Vec<&str>> = IndexSet::default();
        for set in self.api.operations.iter().flat_map(|operation| &operation.security) {
            let constants = set.iter().filter_map(|need| self.names.credential(&need.scheme));
            let constants: Vec<&str> = constants.map(|names| names.constant.as_str()).collect();
            if !constants.is_empty() {
                sets.insert(constants);
            }
        }
        // Credentials that are each sufficient alone are not required together.
        let alone: HashSet<&str> =
            sets.iter().filter_map(|set| if let [only] = **set { Some(only) } else { None }).collect();
        sets.retain(|set| set.len() == 1 || !set.iter().all(|constant| alone.contains(constant)));
        let has_several = sets.iter().any(|set| set.len() > 1);
        let sets = sets.iter().map(|set| {
            let set = set.iter().map(|constant| ident(constant));
            quote!(&[#(#set),*])
        });
        has_several.then(|| quote!(.needs(&[#(#sets),*])))
    }

    /// Returns the title of the document, or a phrase that replaces it in a sentence.
    pub(crate) fn title(&self) -> &str {
        let title = self.api.title.trim();
        if title.is_empty() { "this API" } else { title }
    }
}
