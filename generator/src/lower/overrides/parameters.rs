//! How parameters are sent, from `[parameters]` in `apiarist.toml`.
//!
//! ```toml
//! [parameters."*"]
//! filter = { style = "deepObject" }      # `filter` of every operation
//! [parameters."GET /pets"]
//! tags = { explode = false }             # more exact: of one operation
//! ```

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostics};
use crate::model;
use crate::settings::{ParameterOverride, ParameterSettings};

/// Parameter serialization overrides from `[parameters]`, and which of them were used.
#[derive(Debug)]
pub(crate) struct ParameterOverrides<'s> {
    settings: &'s ParameterSettings,
    used: HashSet<(&'s str, &'s str)>,
}

impl<'s> ParameterOverrides<'s> {
    pub(crate) fn new(settings: &'s ParameterSettings) -> Self {
        Self { settings, used: HashSet::new() }
    }

    /// Returns the override of a parameter: that of its operation by `operationId`, by method and path, or for all.
    pub(crate) fn find(&mut self, operation: &model::Operation<'_>, parameter: &str) -> ParameterOverride {
        for key in [operation.id.unwrap_or_default(), &operation.route, "*"] {
            let found = self.settings.get_key_value(key);
            let found = found.and_then(|(key, parameters)| Some((key, parameters.get_key_value(parameter)?)));
            if let Some((key, (name, found))) = found {
                self.used.insert((key, name));
                return found.clone();
            }
        }
        ParameterOverride::default()
    }

    /// Reports the overrides that no parameter matched.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for (operation, parameters) in self.settings {
            for name in parameters.keys().filter(|name| !self.used.contains(&(operation.as_str(), name.as_str()))) {
                let message = format!(
                    "`[parameters]` says how `{name}` of `{operation}` is sent, but the document has no such parameter; it is not used"
                );
                diagnostics.report_without_origin(Code::UnusedParameterOverride, message);
            }
        }
    }
}
