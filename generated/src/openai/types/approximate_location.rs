// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// Roughly where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "approximate"))]
pub struct ApproximateLocation {
    /// Two-letter code of the country.
    pub country: Maybe<String>,
    /// Name of the region.
    pub region: Maybe<String>,
    /// Name of the city.
    pub city: Maybe<String>,
    /// IANA name of the time zone.
    pub timezone: Maybe<String>,
}
