// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, StringEnum};

/// Approximate location of the user.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct WebSearchApproximateLocation {
    /// Always `approximate`. Default: `"approximate"`.
    pub r#type: Option<WebSearchApproximateLocationType>,
    /// Two-letter country code.
    pub country: Maybe<String>,
    /// Name of the region.
    pub region: Maybe<String>,
    /// Name of the city.
    pub city: Maybe<String>,
    /// IANA time zone name.
    pub timezone: Maybe<String>,
}

/// Always `approximate`. Default: `"approximate"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebSearchApproximateLocationType {
    /// `approximate`
    Approximate,
    /// A value unknown to this version.
    Unknown(String),
}
