//! `securityDefinitions`.

use crate::model::SecurityScheme;

/// A scheme in the words of later versions: only `basic` is called otherwise there, and whichever way a token of
/// `oauth2` is come by, it is sent the same.
pub(in crate::model) fn in_later_words(scheme: SecurityScheme<'_>) -> SecurityScheme<'_> {
    match scheme.kind {
        "basic" => SecurityScheme { kind: "http", scheme: Some("basic"), ..scheme },
        _ => scheme,
    }
}
