//! `[security]` of `apiarist.toml`: the security schemes that operations require, for documents that do not state them
//! or state them incorrectly.

use serde::Deserialize;

use crate::hash::IndexMap;

use super::Located;

/// Requirements by `operationId`, by `GET /path`, by a pattern of paths such as `/v1/*`, or by `*` for all operations.
pub type SecuritySettings = IndexMap<String, Located<Requirements>>;

/// Alternatives, as under `security` of a document. Empty if the operation requires no credentials.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Requirements(pub Vec<Alternative>);

/// Schemes that are required together, each with its scopes.
pub type Alternative = IndexMap<String, Vec<String>>;
