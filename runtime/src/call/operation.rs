//! Operations: marker types that select the operation of a call.

use crate::{call::decode::FromResponse, spec::operation::OperationSpec};

/// One operation of an API: a marker type without values.
pub trait Operation: 'static {
    /// The facts that all calls share.
    const SPEC: &'static OperationSpec;
    /// The decoder of a successful response.
    type Success: FromResponse;
    /// The decoder of any other response.
    type Failure: FromResponse;
}
