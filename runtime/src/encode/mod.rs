//! Serialization of requests: parameters, paths, queries, forms, multipart bodies and uploads.

pub(crate) mod dot_segment;
pub(crate) mod files;
pub(crate) mod header;
pub(crate) mod media_type;
pub(crate) mod multipart;
pub(crate) mod parameter;
pub(crate) mod path;
pub(crate) mod query;
pub(crate) mod request_body;
pub(crate) mod scalar;
pub(crate) mod upload;
