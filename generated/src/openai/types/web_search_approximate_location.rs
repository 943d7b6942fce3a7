// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, StringEnum};

/// Roughly where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct WebSearchApproximateLocation {
    /// Always `approximate`. Default: `"approximate"`.
    pub r#type: Option<WebSearchApproximateLocationType>,
    /// Two-letter code of the country.
    pub country: Maybe<String>,
    /// Name of the region.
    pub region: Maybe<String>,
    /// Name of the city.
    pub city: Maybe<String>,
    /// IANA name of the time zone.
    pub timezone: Maybe<String>,
}

/// Always `approximate`. Default: `"approximate"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum WebSearchApproximateLocationType {
    /// `approximate`
    #[wire("approximate")]
    Approximate,
    /// A value that this version does not know.
    Unknown(String),
}
