//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

object! {
    /// Roughly where the user is.
    pub struct WebSearchApproximateLocation {
        /// Always `approximate`. Default: `"approximate"`.
        r#type: optional(WebSearchApproximateLocationType) = "type",
        /// Two-letter code of the country.
        country: maybe(String) = "country",
        /// Name of the region.
        region: maybe(String) = "region",
        /// Name of the city.
        city: maybe(String) = "city",
        /// IANA name of the time zone.
        timezone: maybe(String) = "timezone",
    }
    new()
}

string_enum! {
    /// Always `approximate`. Default: `"approximate"`.
    pub enum WebSearchApproximateLocationType {
        Approximate = "approximate",
    }
}
