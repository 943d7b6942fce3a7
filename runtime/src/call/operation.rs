//! Operations: marker types that generated code calls by.

use crate::{call::decode::FromResponse, spec::operation::OperationSpec};

/// One operation of an API: a marker type without values.
pub trait Operation: 'static {
    /// What is the same for every call.
    const SPEC: &'static OperationSpec;
    /// How a successful response becomes a value.
    type Success: FromResponse;
    /// How any other response becomes a value.
    type Failure: FromResponse;
}
