//! Uncompressed responses, if no feature for an encoding is enabled: none is requested, and none is decoded.

use http::Response;

use super::Body;

/// The compression of responses, which is disabled.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Compression {}

impl Compression {
    /// Returns `false`, because the response should not be decoded.
    pub(super) fn request(self, _request: &mut ::reqwest::Request) -> bool {
        false
    }

    /// Returns the response unchanged.
    pub(super) fn decode(self, _operation: &'static str, response: Response<Body>) -> Response<Body> {
        response
    }
}
