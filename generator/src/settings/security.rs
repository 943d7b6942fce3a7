//! Which security schemes operations need, where the document is silent or wrong about it.

use indexmap::IndexMap;
use serde::Deserialize;

use super::Located;

/// Requirements by `operationId`, by `GET /path`, by a pattern of paths such as `/v1/*`, or by `*` for all operations.
pub type SecuritySettings = IndexMap<String, Located<Requirements>>;

/// Alternatives, as under `security` of a document; none where an operation is open to anyone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Requirements(pub Vec<Alternative>);

/// Schemes that are needed together, each with the scopes that it needs.
pub type Alternative = IndexMap<String, Vec<String>>;
