//! The module of an API.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::package::embedded_exports;
use crate::ir::Api;

impl Emitter<'_> {
    /// Returns the content of the module of an API: types always, calls only with the feature `client`.
    pub(crate) fn api_module(&self) -> TokenStream {
        let (page, items) = (self.module_page(), api_items(self.api));
        quote!(#page #items)
    }
}

impl Emitter<'_> {
    /// Returns the root of a module in any crate. Its features are those of the runtime.
    pub(crate) fn embedded_module(&self) -> TokenStream {
        let (page, exports) = (self.embedded_page(), embedded_exports(true));
        let server = self.api.has_server_choice().then(|| quote!(, Server));
        let (allowances, types) = (embedded_allowances(), embedded_type_module());
        quote! {
            #page
            #allowances
            mod call;
            mod client;
            #[doc = "Operation groups and their calls."]
            pub mod operations;
            #types
            pub use call::Call;
            pub use client::{Client, ClientBuilder #server};
            #exports
        }
    }

    /// Returns the root of a module in any crate that has only types.
    pub(crate) fn embedded_types(&self) -> TokenStream {
        let (page, allowances, types) = (self.types_page(), embedded_allowances(), types_items());
        quote!(#page #allowances #types)
    }

    /// Returns the page of a module or a crate that has only types.
    pub(crate) fn types_page(&self) -> TokenStream {
        let introduction = format!(" {}", self.about_types());
        quote!(#![doc = #introduction])
    }

    /// Describes a module or a crate that has only types.
    pub(crate) fn about_types(&self) -> String {
        format!("The types of {}.", self.line(self.title()))
    }
}

fn embedded_allowances() -> TokenStream {
    quote! {
        #![allow(dead_code, unused_imports, reason = "the crate may use a part of the module")]
        #![allow(clippy::disallowed_names, reason = "the document defines the names")]
    }
}

/// Returns the types and the runtime items that exist without a client.
pub(crate) fn types_items() -> TokenStream {
    let (types, exports) = (embedded_type_module(), embedded_exports(false));
    quote!(#types #exports)
}

fn embedded_type_module() -> TokenStream {
    quote! {
        #[doc = "Request and response types."]
        pub mod types;
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
