//! The builder of the client, which is the same for every API except for credentials and servers.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;

impl Emitter<'_> {
    pub(super) fn builder(&self) -> TokenStream {
        let (credentials, server, variables) =
            (self.credential_setters(), self.server_setter(), self.variable_setters());
        quote! {
            #[doc = "A builder for [`Client`]."]
            #[derive(Debug)]
            #[must_use = "a builder does nothing until `build` is called"]
            pub struct ClientBuilder {
                config: ClientConfig,
            }
            impl ClientBuilder {
                #(#credentials)*
                #server
                #(#variables)*
                #[doc = "Sets the base URL, which precedes the paths of all operations. It overrides the documented servers."]
                pub fn base_url(mut self, url: impl Into<String>) -> Self {
                    self.config.base_url(url);
                    self
                }
                #[doc = "Sets the transport that sends requests."]
                pub fn transport(mut self, transport: impl Transport) -> Self {
                    self.config.transport(transport);
                    self
                }
                #[doc = "Adds a middleware around each call, inside those added before."]
                pub fn call_middleware(mut self, middleware: impl Middleware) -> Self {
                    self.config.call_middleware(middleware);
                    self
                }
                #[doc = "Adds a middleware around each attempt of a call, inside those added before."]
                pub fn attempt_middleware(mut self, middleware: impl Middleware) -> Self {
                    self.config.attempt_middleware(middleware);
                    self
                }
                #[doc = "Sets the clock."]
                pub fn clock(mut self, clock: impl Clock) -> Self {
                    self.config.clock(clock);
                    self
                }
                #[doc = "Sets the retry policy."]
                pub fn retries(mut self, policy: RetryPolicy) -> Self {
                    self.config.retries(policy);
                    self
                }
                #[doc = "Sets the timeouts."]
                pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
                    self.config.timeouts(timeouts);
                    self
                }
                #[doc = "Adds a header to every request."]
                pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                    self.config.default_header(name, value);
                    self
                }
                #[doc = "Adds a query parameter to every request that does not already have one with this name."]
                pub fn default_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                    self.config.default_query(name, value);
                    self
                }
                #[doc = "Sends every request through the proxy at this URL, which may include a user name and password. If unset, the"]
                #[doc = "default transport uses the proxy from the environment."]
                pub fn proxy(mut self, url: impl Into<SecretString>) -> Self {
                    self.config.proxy(url);
                    self
                }
                #[doc = "Sets the `User-Agent` header."]
                pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
                    self.config.user_agent(user_agent);
                    self
                }
                #[doc = "Builds the client."]
                #[doc = ""]
                #[doc = "# Errors"]
                #[doc = "Returns an error if the base URL is missing or invalid, a header cannot be sent, or there is no transport."]
                pub fn build(self) -> Result<Client, ConfigError> {
                    let core = self.config.build()?;
                    Ok(Client { core })
                }
            }
        }
    }
}
