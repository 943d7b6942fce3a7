//! Types of fields that JSON cannot represent directly: dates, UUIDs, bytes, files, and values that may be absent or
//! null.

pub(crate) mod base64;
pub(crate) mod date_time;
pub(crate) mod file_part;
pub(crate) mod form_part;
pub(crate) mod maybe;
pub(crate) mod multipart_form;
pub(crate) mod opaque_box;
#[cfg(any(feature = "client", feature = "webhooks"))]
pub(crate) mod printable;
#[cfg(feature = "testing")]
pub(crate) mod sampling;
pub(crate) mod text_type;
pub(crate) mod unknown_value;
pub(crate) mod uuid;
