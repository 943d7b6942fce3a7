//! `define_call!`: the type of all calls of a crate.

/// Defines `Call` in the crate that invokes it: inherent setters need a local type.
#[macro_export]
macro_rules! define_call {
    () => {
        /// A call that is sent when it is awaited.
        #[must_use = "a call is sent when it is awaited"]
        pub struct Call<Op> {
            raw: ::std::boxed::Box<$crate::RawCall>,
            operation: ::core::marker::PhantomData<fn() -> Op>,
        }

        impl<Op: $crate::Operation> $crate::BuildCall for Call<Op> {
            type Operation = Op;

            fn from_raw_call(raw: ::std::boxed::Box<$crate::RawCall>) -> Self {
                Call { raw, operation: ::core::marker::PhantomData }
            }

            fn raw_call(&mut self) -> &mut $crate::RawCall {
                &mut self.raw
            }
        }

        impl<Op: $crate::Operation> Call<Op> {
            /// Sets timeout, retries, headers and query parameters for this call alone.
            pub fn options(mut self, options: $crate::RequestOptions) -> Self {
                self.raw.options(options);
                self
            }

            /// Sends the call and gives the body with status, headers and request id.
            ///
            /// # Errors
            /// When the call cannot be sent, the server answers with an error, or the answer cannot be read.
            pub fn with_response(self) -> $crate::ResponseFuture<Op> {
                self.raw.receive::<Op>()
            }

            /// Sends the call and gives the body as bytes, unread, with status, headers and request id.
            ///
            /// # Errors
            /// When the call cannot be sent, or the server answers with an error.
            pub fn raw(self) -> $crate::BytesFuture<Op> {
                self.raw.receive_bytes::<Op>()
            }

            /// Sends the call and gives the body piece by piece, to be saved as a file or read as it comes.
            ///
            /// # Errors
            /// When the call cannot be sent, or the server answers with an error.
            pub fn download(self) -> $crate::DownloadFuture<Op> {
                self.raw.receive_pieces::<Op>()
            }
        }

        impl<Op: $crate::StreamOperation> Call<Op> {
            /// Sends the call and gives the events of the answer as they come.
            ///
            /// # Errors
            /// When the call cannot be sent, or the server answers with an error or with something else than events.
            pub fn stream(self) -> $crate::EventsFuture<Op> {
                self.raw.receive_events::<Op>()
            }
        }

        impl<Op: $crate::BlockingOperation> Call<Op> {
            /// The same call without async: it is sent by a method of what this gives.
            pub fn blocking(self) -> $crate::BlockingCall<Op> {
                $crate::BlockingCall::new(self.raw)
            }
        }

        impl<Op: $crate::PagedOperation> Call<Op> {
            /// Gives the pages that begin with that of this call, each asked for when it is its turn.
            pub fn pages(self) -> $crate::Pages<Op> {
                self.raw.receive_pages::<Op>()
            }

            /// Gives the items of all pages that begin with that of this call, one after the other.
            pub fn items(self) -> $crate::Items<Op> {
                self.raw.receive_items::<Op>()
            }
        }

        impl<Op: $crate::Operation> ::core::future::IntoFuture for Call<Op> {
            type Output = $crate::Outcome<Op>;
            type IntoFuture = $crate::transport::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.raw.receive_body::<Op>()
            }
        }

        impl<Op: $crate::Operation> ::core::fmt::Debug for Call<Op> {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.raw, formatter)
            }
        }
    };
}
