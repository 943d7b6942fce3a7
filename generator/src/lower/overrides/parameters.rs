//! Parameter serialization overrides from `[parameters]` in `apiarist.toml`.
//!
//! ```toml
//! [parameters."*"]
//! filter = { style = "deepObject" }      # `filter` of every operation
//! [parameters."GET /pets"]
//! tags = { explode = false }             # more exact: of one operation
//! ```

use crate::diagnostics::{Code, Diagnostics};
use crate::model;
use crate::settings::{Overrides, ParameterOverride, ParameterSettings};

/// Parameter serialization overrides from `[parameters]`, and which of them were used.
#[derive(Debug)]
pub(crate) struct ParameterOverrides<'s> {
    /// By the key of the operation and the name of the parameter.
    entries: Overrides<'s, ParameterOverride, (&'s str, &'s str)>,
}

impl<'s> ParameterOverrides<'s> {
    pub(crate) fn new(settings: &'s ParameterSettings) -> Self {
        let entries = settings.iter().flat_map(|(operation, parameters)| {
            parameters.iter().map(|(name, entry)| ((operation.as_str(), name.as_str()), entry))
        });
        Self { entries: Overrides::new(entries) }
    }

    /// Returns the override of a parameter: for its operation by `operationId`, by method and path, or for all
    /// operations.
    pub(crate) fn find(&self, operation: &model::Operation<'_>, parameter: &str) -> ParameterOverride {
        let keys = [operation.id.unwrap_or_default(), &operation.route, "*"];
        keys.into_iter().find_map(|key| self.entries.get(&(key, parameter))).cloned().unwrap_or_default()
    }

    /// Reports the overrides that no parameter matched.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for ((operation, name), _) in self.entries.unused() {
            let message =
                format!("unused `[parameters]` override: the operation `{operation}` has no parameter `{name}`");
            diagnostics.report_without_origin(Code::UnusedParameterOverride, message);
        }
    }
}
