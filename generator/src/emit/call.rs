//! The type of all calls of a crate. Each crate defines its own, because setters of operations are inherent methods.

use std::path::PathBuf;

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::runtime_imports;
use super::{DocTexts, EmittedFile, FileContent};
use crate::runtime_items::RuntimeItem;

/// The runtime items that the type of all calls uses.
const RUNTIME: [RuntimeItem; 16] = [
    RuntimeItem::BlockingCall,
    RuntimeItem::BlockingOperation,
    RuntimeItem::BoxFuture,
    RuntimeItem::CallBuilder,
    RuntimeItem::BytesFuture,
    RuntimeItem::DownloadFuture,
    RuntimeItem::EventsFuture,
    RuntimeItem::Items,
    RuntimeItem::Operation,
    RuntimeItem::Outcome,
    RuntimeItem::PagedOperation,
    RuntimeItem::Pages,
    RuntimeItem::RawCall,
    RuntimeItem::RequestOptions,
    RuntimeItem::ResponseFuture,
    RuntimeItem::StreamOperation,
];

/// Returns the file of the type of all calls. It is the same for every crate.
pub(crate) fn call_file(header: &str) -> EmittedFile {
    EmittedFile {
        path: PathBuf::from("src/call.rs"),
        header: Some(header.to_owned()),
        content: FileContent::Items(call_type()),
        doc_texts: DocTexts::default(),
    }
}

/// Returns the module of the type of all calls, in the root of a crate.
pub(crate) fn call_module() -> TokenStream {
    quote! {
        #[cfg(feature = "client")]
        mod call;
    }
}

/// Returns the export of the type of all calls from the root of a crate.
pub(crate) fn call_export() -> TokenStream {
    quote! {
        #[cfg(feature = "client")]
        pub use call::Call;
    }
}

/// Returns the content of that file.
pub(super) fn call_type() -> TokenStream {
    let runtime = runtime_imports(&quote!(apiarist_runtime), RUNTIME.into_iter());
    let (receiving, kinds, traits) = (receiving(), kinds(), traits());
    quote! {
        #runtime
        use std::fmt;
        use std::marker::PhantomData;
        #[doc = "A call to an operation. Await it to send it: `let pet = client.pets().get(\"1\").await?`."]
        #[doc = ""]
        #[doc = "The response is available only after `.await?`."]
        #[doc = ""]
        #[doc = "Each setter accepts a value or an `Option`; `None` leaves the call unchanged. See [`Optional`]."]
        #[doc = ""]
        #[doc = "[`Optional`]: apiarist_runtime::Optional"]
        #[must_use = "a call is sent when it is awaited"]
        pub struct Call<Op> {
            raw: Box<RawCall>,
            operation: PhantomData<fn() -> Op>,
        }
        impl<Op: Operation> Call<Op> {
            #receiving
            #kinds
        }
        #traits
    }
}

/// Returns the methods of every call.
fn receiving() -> TokenStream {
    quote! {
        #[doc = "Sets the timeout, retries, headers and query parameters of this call only."]
        pub fn options(mut self, options: RequestOptions) -> Self {
            self.raw.options(options);
            self
        }
        #[doc = "Sends the call and returns the decoded body with the status, headers and request ID."]
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = "Returns an error if the call cannot be sent, the server responds with an error, or the response cannot be decoded."]
        pub fn with_response(self) -> ResponseFuture<Op> {
            self.raw.receive::<Op>()
        }
        #[doc = "Sends the call and returns the undecoded body with the status, headers and request ID."]
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = "Returns an error if the call cannot be sent, or the server responds with an error."]
        pub fn raw(self) -> BytesFuture<Op> {
            self.raw.receive_bytes::<Op>()
        }
        #[doc = "Sends the call and streams the body, to save it to a file or read it as it arrives."]
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = "Returns an error if the call cannot be sent, or the server responds with an error."]
        pub fn download(self) -> DownloadFuture<Op> {
            self.raw.receive_pieces::<Op>()
        }
        #[doc = "Converts the call into a blocking one, whose methods send it. Requires the feature `blocking`."]
        pub fn blocking(self) -> BlockingCall<Op>
        where
            Op: BlockingOperation,
        {
            BlockingCall::new(self.raw)
        }
    }
}

/// Returns the methods that only calls of some operations have.
///
/// The methods have the bounds rather than the `impl` block: for bounds of an `impl` block, the compiler ignores the
/// messages that the traits define for operations without pages or streams.
fn kinds() -> TokenStream {
    quote! {
        #[doc = "Sends the call and streams the events of the response."]
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = "Returns an error if the call cannot be sent, or the server responds with an error or without an event stream."]
        pub fn stream(self) -> EventsFuture<Op>
        where
            Op: StreamOperation,
        {
            self.raw.receive_events::<Op>()
        }
        #[doc = "Returns the pages, starting with the page of this call. Each page is requested when it is needed."]
        pub fn pages(self) -> Pages<Op>
        where
            Op: PagedOperation,
        {
            self.raw.receive_pages::<Op>()
        }
        #[doc = "Returns the items of all pages, starting with the page of this call."]
        pub fn items(self) -> Items<Op>
        where
            Op: PagedOperation,
        {
            self.raw.receive_items::<Op>()
        }
    }
}

fn traits() -> TokenStream {
    quote! {
        impl<Op: Operation> IntoFuture for Call<Op> {
            type Output = Outcome<Op>;
            type IntoFuture = BoxFuture<'static, Self::Output>;
            fn into_future(self) -> Self::IntoFuture {
                self.raw.receive_body::<Op>()
            }
        }
        impl<Op: Operation> CallBuilder for Call<Op> {
            type Operation = Op;
            fn from_raw_call(raw: Box<RawCall>) -> Self {
                Call { raw, operation: PhantomData }
            }
            fn raw_call(&mut self) -> &mut RawCall {
                &mut self.raw
            }
        }
        impl<Op: Operation> fmt::Debug for Call<Op> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.raw, formatter)
            }
        }
    }
}
