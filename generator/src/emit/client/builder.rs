//! The builder of the client, which is the same for every API except for credentials and servers.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;

impl Emitter<'_> {
    pub(super) fn builder(&self) -> TokenStream {
        let (credentials, server, variables) =
            (self.credential_setters(), self.server_setter(), self.variable_setters());
        quote! {
            #[doc = "Builds a [`Client`]."]
            #[derive(Debug)]
            #[must_use = "a builder does nothing until `build` is called"]
            pub struct ClientBuilder {
                config: ClientConfig,
            }
            impl ClientBuilder {
                #(#credentials)*
                #server
                #(#variables)*
                #[doc = "Sets where the API is: the URL before the paths of all operations, in the place of the servers that the"]
                #[doc = "document names."]
                pub fn base_url(mut self, url: impl Into<String>) -> Self {
                    self.config.base_url(url);
                    self
                }
                #[doc = "Sets what sends requests."]
                pub fn transport(mut self, transport: impl Transport) -> Self {
                    self.config.transport(transport);
                    self
                }
                #[doc = "Puts a middleware around calls, inside of those that were added before."]
                pub fn call_middleware(mut self, middleware: impl Middleware) -> Self {
                    self.config.call_middleware(middleware);
                    self
                }
                #[doc = "Puts a middleware around every request that is sent, inside of those that were added before."]
                pub fn attempt_middleware(mut self, middleware: impl Middleware) -> Self {
                    self.config.attempt_middleware(middleware);
                    self
                }
                #[doc = "Sets where time comes from."]
                pub fn clock(mut self, clock: impl Clock) -> Self {
                    self.config.clock(clock);
                    self
                }
                #[doc = "Sets how often failed calls are made again."]
                pub fn retries(mut self, policy: RetryPolicy) -> Self {
                    self.config.retries(policy);
                    self
                }
                #[doc = "Sets how long the client waits."]
                pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
                    self.config.timeouts(timeouts);
                    self
                }
                #[doc = "Adds a header to every request."]
                pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                    self.config.default_header(name, value);
                    self
                }
                #[doc = "Adds a query parameter to every request that has none of this name."]
                pub fn default_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                    self.config.default_query(name, value);
                    self
                }
                #[doc = "Sends everything through the proxy of this URL, which may hold user and password. Without it the default"]
                #[doc = "transport takes the proxy that the environment names."]
                pub fn proxy(mut self, url: impl Into<SecretString>) -> Self {
                    self.config.proxy(url);
                    self
                }
                #[doc = "Sets how the client calls itself."]
                pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
                    self.config.user_agent(user_agent);
                    self
                }
                #[doc = "Makes the client."]
                #[doc = ""]
                #[doc = "# Errors"]
                #[doc = "When there is no base URL or it is none, when a header cannot be sent, or when there is no transport."]
                pub fn build(self) -> Result<Client, ConfigError> {
                    let core = self.config.build()?;
                    Ok(Client { core })
                }
            }
        }
    }
}
