//! Changes of an update that people know of and accept.

use serde::Deserialize;

/// A change that people know of and accept: an entry of `[[accept]]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// What kind of change it is, such as `operation-removed`.
    pub code: String,
    /// What it is about: an operation as `GET /pets`, or a component by its name.
    pub place: String,
    /// Why it is accepted.
    #[serde(deserialize_with = "something")]
    pub reason: String,
}

/// A text that says something.
fn something<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.trim() {
        "" => Err(serde::de::Error::custom("a change is accepted for a reason; say which")),
        _ => Ok(text),
    }
}
