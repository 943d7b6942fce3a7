//! Accepted changes of an update.

use serde::Deserialize;

/// An accepted change: an entry of `[[accept]]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The code of the change, such as `operation-removed`.
    pub code: String,
    /// The subject of the change: an operation as `GET /pets`, or a component by its name.
    pub subject: String,
    /// The reason for accepting it.
    #[serde(deserialize_with = "non_blank")]
    pub reason: String,
}

/// Reads a string that is not blank.
fn non_blank<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.trim() {
        "" => Err(serde::de::Error::custom("`reason` must not be empty")),
        _ => Ok(text),
    }
}
