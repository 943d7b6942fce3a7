//! Names of the runtime that the root of a generated crate exports, so that a program imports from that crate alone.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::imports::import_list;

/// Names of the runtime that exist under the same condition.
#[derive(Clone, Copy, Debug)]
pub struct RuntimeExports {
    /// The features of which one is needed; none if the names exist always.
    pub features: &'static [&'static str],
    /// Whether rustdoc describes them in the generated crate. Items of other crates keep their own pages.
    pub is_inlined: bool,
    /// The names.
    pub names: &'static [&'static str],
}

/// All names that the root of a generated crate exports from the runtime. A test compares them with the public names of the
/// runtime: what users do not type is hidden there.
pub const RUNTIME_EXPORTS: &[RuntimeExports] = &[
    RuntimeExports {
        features: &[],
        is_inlined: true,
        names: &[
            "Base64",
            "Date",
            "DateTime",
            "FilePart",
            "InvalidText",
            "Maybe",
            "MultipartForm",
            "OpaqueBox",
            "UnknownValue",
            "Uuid",
        ],
    },
    RuntimeExports { features: &[], is_inlined: false, names: &["Value"] },
    RuntimeExports { features: &["client", "webhooks"], is_inlined: false, names: &["SecretString", "http"] },
    RuntimeExports { features: &["client"], is_inlined: false, names: &["Bytes"] },
    RuntimeExports {
        features: &["client"],
        is_inlined: true,
        names: &[
            "AnyBody",
            "AnyError",
            "BlockingCall",
            "BlockingOperation",
            "BoxFuture",
            "BytesFuture",
            "ClientCredentials",
            "Clock",
            "ConfigError",
            "Credential",
            "DecodeError",
            "Download",
            "DownloadFuture",
            "Error",
            "ErrorKind",
            "ErrorOf",
            "Event",
            "EventStream",
            "EventsFuture",
            "Header",
            "Items",
            "Middleware",
            "Next",
            "Operation",
            "OperationSpec",
            "Optional",
            "Outcome",
            "PagedOperation",
            "Pages",
            "PasswordCredentials",
            "RefreshToken",
            "RequestOptions",
            "Response",
            "ResponseFuture",
            "RetryPolicy",
            "Sending",
            "StreamOperation",
            "SuccessOf",
            "SystemClock",
            "Timeouts",
            "Token",
            "TokenContext",
            "TokenError",
            "TokenProvider",
            "Transport",
            "Upload",
            "transport",
        ],
    },
    RuntimeExports { features: &["webhooks"], is_inlined: true, names: &["WebhookError", "WebhookVerifier"] },
    RuntimeExports { features: &["blocking"], is_inlined: true, names: &["blocking"] },
    RuntimeExports { features: &["testing"], is_inlined: true, names: &["testing"] },
];

/// The declarations that export them.
pub(super) fn runtime_exports() -> TokenStream {
    let exports = RUNTIME_EXPORTS.iter().map(|RuntimeExports { features, is_inlined, names }| {
        let condition = match features {
            [] => None,
            [feature] => Some(quote!(#[cfg(feature = #feature)])),
            features => Some(quote!(#[cfg(any(#(feature = #features),*))])),
        };
        let place = if *is_inlined { quote!(inline) } else { quote!(no_inline) };
        let names = import_list(names.iter().copied());
        quote! {
            #condition
            #[doc(#place)]
            pub use apiarist_runtime::#names;
        }
    });
    quote!(#(#exports)*)
}
