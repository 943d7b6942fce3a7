//! `securityDefinitions`.

use crate::model::SecurityScheme;

/// Returns the equivalent scheme of OpenAPI 3. Only `basic` has another name there; the tokens of all flows of `oauth2`
/// are sent in the same way.
pub(in crate::model) fn in_later_words(scheme: SecurityScheme<'_>) -> SecurityScheme<'_> {
    match scheme.kind {
        "basic" => SecurityScheme { kind: "http", scheme: Some("basic"), ..scheme },
        _ => scheme,
    }
}
