//! Overrides from `apiarist.toml` by the part of the document that they change.

pub(super) mod parameters;
pub(super) mod security;
pub(super) mod stream_rules;
pub(super) mod types;

use crate::diagnostics::Diagnostics;
use crate::model::Model;
use crate::settings::{PaginationSettings, Settings};
use parameters::ParameterOverrides;
use security::SecurityOverrides;
use stream_rules::StreamRuleOverrides;
use types::TypeOverrides;

/// All overrides of the document's types and operations.
pub(super) struct DocumentOverrides<'s> {
    pub(super) types: TypeOverrides<'s>,
    pub(super) operations: OperationOverrides<'s>,
    pub(super) pagination: &'s PaginationSettings,
}

/// Overrides of the document's operations.
pub(super) struct OperationOverrides<'s> {
    pub(super) parameters: ParameterOverrides<'s>,
    pub(super) stream_rules: StreamRuleOverrides<'s>,
    pub(super) security: SecurityOverrides<'s>,
    /// The URL against which relative server URLs are resolved.
    pub(super) base_url: Option<&'s str>,
}

impl<'s> OperationOverrides<'s> {
    pub(super) fn new(settings: &'s Settings) -> Self {
        Self {
            parameters: ParameterOverrides::new(&settings.parameters),
            stream_rules: StreamRuleOverrides::new(&settings.events),
            security: SecurityOverrides::new(&settings.security),
            base_url: settings.client.base_url.as_deref(),
        }
    }
}

impl DocumentOverrides<'_> {
    /// Reports the overrides that match nothing in the document.
    pub(super) fn report_unused(&self, model: &Model<'_>, diagnostics: &mut Diagnostics) {
        self.types.report_unused(diagnostics);
        self.operations.parameters.report_unused(diagnostics);
        self.operations.stream_rules.report_unused(diagnostics);
        self.operations.security.report_unused(model, diagnostics);
    }
}
