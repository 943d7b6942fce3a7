//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::{Maybe, list, object};

/// Which accounts a started conversation may use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvidersSetModel {
    /// Services whose tokens are set.
    pub providers_set: Maybe<Vec<ProviderType>>,
}
object!(ProvidersSetModel {
    providers_set: maybe("providers_set"),
});

impl ProvidersSetModel {
    pub fn providers_set(
        mut self,
        providers_set: impl IntoIterator<Item: Into<ProviderType>>,
    ) -> Self {
        self.providers_set = Maybe::Value(list(providers_set));
        self
    }
}
