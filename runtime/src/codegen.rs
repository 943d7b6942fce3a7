//! Items that only generated code uses. They are not meant for users of a generated client and may change with any
//! version: code is generated for the version of the runtime that it is compiled with.

pub use crate::{
    tables::multipart::{ToMultipart, ToPart},
    values::form_part::{FormContent, FormPart},
};

#[cfg(feature = "client")]
pub use crate::{
    call::{
        builder::CallBuilder,
        decode::{Binary, FromResponse, Json, NoContent, Text, TextOf, decode_json, decode_text},
        raw_call::RawCall,
        raw_response::RawResponse,
    },
    client::{config::ClientConfig, core::ClientCore},
    encode::parameter::{Parameter, Styled},
    spec::{
        client_description::{ClientDescription, CredentialDescription, ServerVariableDescription},
        paging::Paging,
        security_scheme::SecurityScheme,
        stream_rules::StreamRules,
        style::{PartEncoding, Style},
    },
    stream::{envelope::Envelope, event::FromEvent},
};

/// Collects the argument of a setter for an array.
///
/// ```
/// assert_eq!(apiarist_runtime::codegen::list::<String>(["a", "b"]), ["a", "b"]);
/// ```
pub fn list<T>(items: impl IntoIterator<Item: Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}
