// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::{Maybe, Object};

/// Accounts available to a started conversation.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct ProvidersSetModel {
    /// Providers with configured tokens.
    pub providers_set: Maybe<Vec<ProviderType>>,
}
