//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, object};

/// Roughly where the user is.
#[derive(Clone, Debug, Default, PartialEq)]
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
object!(ApproximateLocation {
    "type" = "approximate",
    country: maybe("country"),
    region: maybe("region"),
    city: maybe("city"),
    timezone: maybe("timezone"),
});

impl ApproximateLocation {
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Maybe::Value(country.into());
        self
    }

    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Maybe::Value(region.into());
        self
    }

    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Maybe::Value(city.into());
        self
    }

    pub fn timezone(mut self, timezone: impl Into<String>) -> Self {
        self.timezone = Maybe::Value(timezone.into());
        self
    }
}
