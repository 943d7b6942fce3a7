//! Lowering from the document's vocabulary to the intermediate representation; the only stage that knows both.
//!
//! Lowering adds to a [`DraftApi`], piece by piece in document order. [`passes`] then make the decisions that require
//! all types, and freeze the draft.

mod constraints;
mod deprecation;
mod documentation;
mod draft;
mod operation;
mod overrides;
mod pagination;
mod passes;
mod schema;
mod security;
mod server;
mod union;

use crate::diagnostics::Diagnostics;
use crate::ir::Api;
use crate::model::Model;
use crate::settings::Settings;
use draft::DraftApi;
use operation::OperationLowering;
use overrides::types::TypeOverrides;
use overrides::{DocumentOverrides, OperationOverrides};
use schema::lowering::SchemaLowering;

/// Lowers a whole document. Pieces that cannot be expressed are reported and replaced.
pub fn lower(model: &Model<'_>, settings: &Settings, diagnostics: &mut Diagnostics) -> Api {
    let mut overrides = OperationOverrides::new(settings);
    let mut draft = DraftApi::default();
    information(&mut draft.api, model);
    draft.api.servers = server::servers(model, overrides.base_url);
    draft.api.security_schemes = security::schemes(model, diagnostics);
    security::report_unused_schemes(model, &draft.api.security_schemes, &overrides.security, diagnostics);

    let mut schemas = SchemaLowering::new(model, draft, TypeOverrides::new(&settings.types), diagnostics);
    schemas.mark_envelopes();
    schemas.components();
    let mut operations = OperationLowering::new(&mut schemas, &mut overrides);
    operations.operations();
    operations.report_waived_security();
    schemas.webhooks();

    let SchemaLowering { draft, types, diagnostics, .. } = schemas;
    let overrides = DocumentOverrides { types, operations: overrides, pagination: &settings.pagination };
    passes::run(draft, model, &overrides, diagnostics)
}

/// Lowers `info` and the link to the documentation.
fn information(api: &mut Api, model: &Model<'_>) {
    api.title = model.title.as_deref().unwrap_or("API").to_owned();
    api.version = model.api_version.as_deref().unwrap_or_default().to_owned();
    api.documentation.description = model.description.as_deref().map(str::to_owned);
    let documentation_url = model.documentation_url.filter(|url| server::is_absolute(url));
    api.documentation_url = documentation_url.map(str::to_owned);
}
