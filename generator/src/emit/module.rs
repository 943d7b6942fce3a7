//! The module of an API.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::ir::Api;

impl Emitter<'_> {
    /// Returns the content of the module of an API: types always, calls only with the feature `client`.
    pub(crate) fn api_module(&self) -> TokenStream {
        let (page, items) = (self.module_page(), api_items(self.api));
        quote!(#page #items)
    }
}

/// Returns the modules of an API.
pub(crate) fn api_items(api: &Api) -> TokenStream {
    let server = api.has_server_choice().then(|| quote!(, Server));
    quote! {
        #[cfg(feature = "client")]
        mod client;
        #[doc = "Operation groups and their calls."]
        #[cfg(feature = "client")]
        pub mod operations;
        #[doc = "Request and response types."]
        pub mod types;
        #[cfg(feature = "client")]
        pub use client::{Client, ClientBuilder #server};
    }
}
