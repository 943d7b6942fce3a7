//! The runtime items that the root of a generated crate exports, so that a program imports from that crate alone.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::imports::import_list;
use crate::runtime_items::{RuntimeExports, runtime_exports};

/// Returns the exports of a module in any crate: those that need no feature, or only that of the client.
pub(crate) fn embedded_exports(has_client: bool) -> TokenStream {
    let is_exported = |features: &[&str]| features.is_empty() || (has_client && features == ["client"]);
    let names = runtime_exports().into_iter().filter(|exports| is_exported(exports.features));
    let names = import_list(names.flat_map(|exports| exports.names));
    quote! {
        #[doc(no_inline)]
        pub use apiarist_runtime::#names;
    }
}

/// Returns the declarations that export them.
pub(super) fn export_declarations() -> TokenStream {
    let exports = runtime_exports().into_iter().map(|RuntimeExports { features, is_inlined, names }| {
        let condition = match features {
            [] => None,
            [feature] => Some(quote!(#[cfg(feature = #feature)])),
            features => Some(quote!(#[cfg(any(#(feature = #features),*))])),
        };
        let place = if is_inlined { quote!(inline) } else { quote!(no_inline) };
        let names = import_list(names.into_iter());
        quote! {
            #condition
            #[doc(#place)]
            pub use apiarist_runtime::#names;
        }
    });
    quote!(#(#exports)*)
}
