// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::{Maybe, Object};

/// Which accounts a started conversation may use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct ProvidersSetModel {
    /// Services whose tokens are set.
    pub providers_set: Maybe<Vec<ProviderType>>,
}
