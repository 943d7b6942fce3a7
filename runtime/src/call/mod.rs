//! One call, from its arguments to its response: builder, attempts, redirects, retries, decoding.

pub(crate) mod attempt;
pub(crate) mod blocking_call;
pub(crate) mod builder;
pub(crate) mod context;
pub(crate) mod decode;
pub(crate) mod error_body;
pub(crate) mod execute;
pub(crate) mod operation;
pub(crate) mod optional;
pub(crate) mod options;
mod prepare;
pub(crate) mod raw_call;
pub(crate) mod raw_response;
pub(crate) mod receive;
pub(crate) mod redirect;
pub(crate) mod response;
pub(crate) mod retry_loop;
