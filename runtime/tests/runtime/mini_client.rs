//! A client like those in generated code, for any description. Each test file declares the client of its API with
//! [`client!`] and the operations with [`operations!`]:
//!
//! ```text
//! const KEY: SecurityScheme = SecurityScheme::bearer("Key");
//! const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees");
//!
//! client! {
//!     DESCRIPTION;
//!     group bees: Bees { list: ListBees }    // client.bees().list()
//!     credentials { key: KEY }               // Client::builder().key("secret")
//! }
//! operations! {
//!     ListBees -> Result<Json<Value>, Json<Value>>, events Json<i64> = OperationSpec::new("listBees").get("/bees");
//! }
//! ```

use std::marker::PhantomData;

use apiarist_runtime::{
    Clock, ConfigError, Credential, Middleware, RetryPolicy, SecretString, Timeouts, Transport,
    codegen::{ClientConfig, ClientCore, ClientDescription, SecurityScheme},
};

/// The type of all calls, as in generated code. It is the same for every crate.
#[path = "../../../generated/src/call.rs"]
#[rustfmt::skip]
mod call;
pub use call::Call;

#[derive(Clone, Debug)]
pub struct Client<Api> {
    pub core: ClientCore,
    api: PhantomData<fn() -> Api>,
}

#[derive(Debug)]
pub struct ClientBuilder<Api> {
    config: ClientConfig,
    api: PhantomData<fn() -> Api>,
}

impl<Api> ClientBuilder<Api> {
    pub fn new(description: &'static ClientDescription) -> Self {
        ClientBuilder { config: ClientConfig::new(description), api: PhantomData }
    }

    pub fn from_env(description: &'static ClientDescription) -> Result<Self, ConfigError> {
        ClientConfig::from_env(description).map(|config| ClientBuilder { config, api: PhantomData })
    }

    pub fn credential(mut self, scheme: &SecurityScheme, credential: impl Into<Credential>) -> Self {
        self.config.credential(scheme, credential);
        self
    }

    pub fn server_url(mut self, url: &'static str) -> Self {
        self.config.server(url);
        self
    }

    pub fn server_variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.config.server_variable(name, value);
        self
    }

    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.config.base_url(url);
        self
    }

    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.config.transport(transport);
        self
    }

    pub fn call_middleware(mut self, middleware: impl Middleware) -> Self {
        self.config.call_middleware(middleware);
        self
    }

    pub fn attempt_middleware(mut self, middleware: impl Middleware) -> Self {
        self.config.attempt_middleware(middleware);
        self
    }

    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.config.clock(clock);
        self
    }

    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.config.retries(policy);
        self
    }

    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.config.timeouts(timeouts);
        self
    }

    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.config.default_header(name, value);
        self
    }

    pub fn default_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.config.default_query(name, value);
        self
    }

    pub fn proxy(mut self, url: impl Into<SecretString>) -> Self {
        self.config.proxy(url);
        self
    }

    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.config.user_agent(user_agent);
        self
    }

    pub fn build(self) -> Result<Client<Api>, ConfigError> {
        let core = self.config.build()?;
        Ok(Client { core, api: PhantomData })
    }
}

/// Declares `Client` and `ClientBuilder` for a description, and optionally a group of calls and setters of credentials.
/// Calls with arguments are added to the group in an `impl` block, as are setters that take more than a credential.
macro_rules! client {
    (
        $description:expr;
        $(group $group:ident: $Group:ident { $($call:ident: $Operation:ident),* $(,)? })?
        $(credentials { $($setter:ident: $scheme:expr),* $(,)? })?
    ) => {
        #[derive(Clone, Debug)]
        pub enum Api {}
        pub type Client = $crate::mini_client::Client<Api>;
        pub type ClientBuilder = $crate::mini_client::ClientBuilder<Api>;
        impl Client {
            pub fn builder() -> ClientBuilder {
                ClientBuilder::new(&$description)
            }
            $(
                pub fn $group(&self) -> $Group<'_> {
                    $Group { core: &self.core }
                }
            )?
        }
        $(
            pub struct $Group<'c> {
                pub core: &'c apiarist_runtime::codegen::ClientCore,
            }
            impl $Group<'_> {
                $(
                    pub fn $call(self) -> $crate::mini_client::Call<$Operation> {
                        apiarist_runtime::codegen::CallBuilder::new(self.core, &[])
                    }
                )*
            }
        )?
        $(
            impl ClientBuilder {
                $(
                    pub fn $setter(self, credential: impl Into<apiarist_runtime::Credential>) -> Self {
                        self.credential(&$scheme, credential)
                    }
                )*
            }
        )?
    };
}
pub(crate) use client;

/// Declares operations: name, types of the success and the failure, type of the events if the response is a stream, and
/// the specification.
macro_rules! operations {
    ($($name:ident -> Result<$success:ty, $failure:ty> $(, events $event:ty)? = $spec:expr;)*) => {
        $(
            pub enum $name {}
            impl apiarist_runtime::Operation for $name {
                const SPEC: &'static apiarist_runtime::OperationSpec = &$spec;
                type Success = $success;
                type Failure = $failure;
            }
            $(
                impl apiarist_runtime::StreamOperation for $name {
                    type Event = $event;
                }
            )?
        )*
    };
}
pub(crate) use operations;
