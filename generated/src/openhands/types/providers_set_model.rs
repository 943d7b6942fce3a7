//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProviderType;
use apiarist_runtime::object;

object! {
    /// Which accounts a started conversation may use.
    pub struct ProvidersSetModel {
        /// Services whose tokens are set.
        providers_set: maybe(Vec<ProviderType>) = "providers_set",
    }
    new()
}
