//! `define_client!`: a client and its builder.

/// Defines `Client` and `ClientBuilder` around [`ClientCore`](crate::ClientCore) and [`ClientSettings`](crate::ClientSettings).
#[macro_export]
macro_rules! define_client {
    (
        $( #[$attribute:meta] )*
        name: $name:literal,
        base_url: $base_url:tt,
        $( servers: {
            $( $( #[$about:meta] )* $server:ident = $url:literal ),+ $(,)?
        }, )?
        $( variables: {
            $( $( #[$meaning:meta] )* $variable:ident = $wire:literal $( : [ $( $allowed:literal ),+ $(,)? ] )? ),+ $(,)?
        }, )?
        $( operation_servers: [ $( $operation_server:literal ),+ $(,)? ], )?
        $( needs: [ $( [ $( $needed:path ),* $(,)? ] ),* $(,)? ], )?
        credentials: { $( $( #[$documentation:meta] )* $setter:ident : $scheme:path = $variables:tt ),* $(,)? } $(,)?
    ) => {
        const DESCRIPTION: $crate::ClientDescription = $crate::ClientDescription {
            name: $name,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (", $name, ")"),
            base_url: $crate::client_base_url!($base_url),
            operation_servers: &[ $( $( $operation_server ),+ )? ],
            variables: &[ $( $( $crate::ServerVariableDescription {
                name: $wire,
                values: &[ $( $( $allowed ),+ )? ],
            } ),+ )? ],
            credentials: &[ $( $crate::CredentialDescription {
                scheme: $scheme,
                setter: stringify!($setter),
                variables: $crate::credential_variables!($variables),
            } ),* ],
            needs: &[ $( $( &[ $( $needed ),* ] ),* )? ],
        };

        $(
            /// A server that the document names.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Server {
                $( $( #[$about] )* $server ),+
            }
        )?

        $( #[$attribute] )*
        ///
        /// Cloning is cheap, and clones share their connections.
        #[derive(Clone, Debug)]
        pub struct Client {
            core: $crate::ClientCore,
        }

        impl Client {
            /// Starts building a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder { settings: $crate::ClientSettings::new(&DESCRIPTION) }
            }

            /// A client with the credentials (and the base URL) that the environment holds.
            ///
            /// For credentials that are tokens of OAuth 2.0 or OpenID Connect it may hold the token, or, behind the name of its variable,
            /// `_CLIENT_ID` with `_CLIENT_SECRET`, `_REFRESH_TOKEN` or both, and perhaps `_SCOPE`. Where the server replaces refresh
            /// tokens, `RefreshToken::on_rotation` tells which to keep for the next time.
            ///
            /// # Errors
            /// When the environment holds no credential, or the client cannot be built.
            pub fn from_env() -> ::core::result::Result<Self, $crate::ConfigError> {
                ClientBuilder { settings: $crate::ClientSettings::from_env(&DESCRIPTION)? }.build()
            }
        }

        /// Builds a [`Client`].
        #[derive(Debug)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder {
            settings: $crate::ClientSettings,
        }

        impl ClientBuilder {
            $( $crate::credential_setter!($( #[$documentation] )* $setter $scheme, $variables); )*

            $(
                /// Chooses one of the servers that the document names; the first unless set. Operations that the
                /// document gives a server of their own keep it.
                pub fn server(mut self, server: Server) -> Self {
                    self.settings.server(match server { $( Server::$server => $url ),+ });
                    self
                }
            )?

            $( $(
                $( #[$meaning] )*
                pub fn $variable(mut self, value: impl ::core::convert::Into<::std::string::String>) -> Self {
                    self.settings.server_variable($wire, value);
                    self
                }
            )+ )?

            /// Sets where the API is: the URL before the paths of all operations, in the place of the servers that the
            /// document names.
            pub fn base_url(mut self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                self.settings.base_url(url);
                self
            }

            /// Sets what sends requests.
            pub fn transport(mut self, transport: impl $crate::Transport) -> Self {
                self.settings.transport(transport);
                self
            }

            /// Puts a middleware around calls, inside of those that were added before.
            pub fn call_middleware(mut self, middleware: impl $crate::Middleware) -> Self {
                self.settings.call_middleware(middleware);
                self
            }

            /// Puts a middleware around every request that is sent, inside of those that were added before.
            pub fn attempt_middleware(mut self, middleware: impl $crate::Middleware) -> Self {
                self.settings.attempt_middleware(middleware);
                self
            }

            /// Sets where time comes from.
            pub fn clock(mut self, clock: impl $crate::Clock) -> Self {
                self.settings.clock(clock);
                self
            }

            /// Sets how often failed calls are made again.
            pub fn retries(mut self, policy: $crate::RetryPolicy) -> Self {
                self.settings.retries(policy);
                self
            }

            /// Sets how long the client waits.
            pub fn timeouts(mut self, timeouts: $crate::Timeouts) -> Self {
                self.settings.timeouts(timeouts);
                self
            }

            /// Adds a header to every request.
            pub fn default_header(
                mut self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                self.settings.default_header(name, value);
                self
            }

            /// Adds a query parameter to every request that has none of this name.
            pub fn default_query(
                mut self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                self.settings.default_query(name, value);
                self
            }

            /// Sends everything through the proxy of this URL, which may hold user and password. Without it the default
            /// transport takes the proxy that the environment names.
            pub fn proxy(mut self, url: impl ::core::convert::Into<$crate::SecretString>) -> Self {
                self.settings.proxy(url);
                self
            }

            /// Sets how the client calls itself.
            pub fn user_agent(mut self, user_agent: impl ::core::convert::Into<::std::string::String>) -> Self {
                self.settings.user_agent(user_agent);
                self
            }

            /// Makes the client.
            ///
            /// # Errors
            /// When there is no base URL or it is none, when a header cannot be sent, or when there is no transport.
            pub fn build(self) -> ::core::result::Result<Client, $crate::ConfigError> {
                self.settings.build().map(|core| Client { core })
            }
        }
    };
}

/// The base URL of `define_client!`.
#[doc(hidden)]
#[macro_export]
macro_rules! client_base_url {
    (none) => {
        ::core::option::Option::None
    };
    ($url:literal) => {
        ::core::option::Option::Some($url)
    };
}

/// The environment variables of one credential.
#[doc(hidden)]
#[macro_export]
macro_rules! credential_variables {
    (($user:literal, $password:literal $(,)?)) => {
        &[$user, $password]
    };
    ($variable:literal) => {
        &[$variable]
    };
    (()) => {
        &[]
    };
}

/// The setter of one credential.
#[doc(hidden)]
#[macro_export]
macro_rules! credential_setter {
    ($( #[$documentation:meta] )* $setter:ident $scheme:path, ($user:literal, $password:literal $(,)?)) => {
        #[doc = concat!(" Sets user and password (for [`Client::from_env`]: `", $user, "` and `", $password, "`).")]
        ///
        $( #[$documentation] )*
        pub fn $setter(
            mut self,
            user: impl ::core::convert::Into<::std::string::String>,
            password: impl ::core::convert::Into<$crate::SecretString>,
        ) -> Self {
            self.settings.credential(&$scheme, $crate::Credential::login(user, password));
            self
        }
    };
    ($( #[$documentation:meta] )* $setter:ident $scheme:path, ()) => {
        /// Sets this credential.
        ///
        $( #[$documentation] )*
        pub fn $setter(mut self, credential: impl ::core::convert::Into<$crate::Credential>) -> Self {
            self.settings.credential(&$scheme, credential);
            self
        }
    };
    ($( #[$documentation:meta] )* $setter:ident $scheme:path, $variable:literal) => {
        #[doc = concat!(" Sets this credential (for [`Client::from_env`]: `", $variable, "`).")]
        ///
        $( #[$documentation] )*
        pub fn $setter(mut self, secret: impl ::core::convert::Into<$crate::Credential>) -> Self {
            self.settings.credential(&$scheme, secret);
            self
        }
    };
}
