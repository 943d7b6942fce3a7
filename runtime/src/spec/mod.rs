//! Facts about an API as plain data in generated code: operations, security schemes, stream rules, pagination.

pub(crate) mod client_description;
pub(crate) mod header;
pub(crate) mod operation;
pub(crate) mod paging;
pub(crate) mod security_scheme;
pub(crate) mod stream_rules;
pub(crate) mod style;
