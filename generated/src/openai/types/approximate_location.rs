// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// Approximate location of the user.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "approximate"))]
pub struct ApproximateLocation {
    /// Two-letter country code.
    pub country: Maybe<String>,
    /// Name of the region.
    pub region: Maybe<String>,
    /// Name of the city.
    pub city: Maybe<String>,
    /// IANA time zone name.
    pub timezone: Maybe<String>,
}
