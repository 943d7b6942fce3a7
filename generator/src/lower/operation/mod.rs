//! Operations: their group, security, parameters, bodies, responses and streams.

mod content;
mod envelope;
mod form_union;
mod group;
mod header;
mod multipart;
mod nesting;
mod ordered_parts;
pub(super) mod outcome;
mod parameter;
mod part_encoding;
mod payload;
mod request_body;
mod security;
mod status;
pub(super) mod stream_rules;
pub(super) mod style;
mod webhook;

use crate::diagnostics::Code;
use crate::hash::HashMap;
use crate::ir::{Operation, OperationId};
use crate::lower::documentation;
use crate::lower::overrides::OperationOverrides;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::security::states_security;
use crate::model::{self, sent_method};
use crate::source::Pointer;
use group::Groups;

/// The lowering of the document's operations to operations of a draft.
pub(super) struct OperationLowering<'l, 'm, 'd, 'x> {
    pub(super) schemas: &'l mut SchemaLowering<'m, 'd, 'x>,
    pub(super) overrides: &'l mut OperationOverrides<'x>,
    groups: Groups<'m, 'd>,
    /// Whether the document states security requirements anywhere.
    states_security: bool,
}

impl<'l, 'm, 'd, 'x> OperationLowering<'l, 'm, 'd, 'x> {
    pub(super) fn new(schemas: &'l mut SchemaLowering<'m, 'd, 'x>, overrides: &'l mut OperationOverrides<'x>) -> Self {
        let model = schemas.model;
        Self { schemas, overrides, groups: Groups::new(model), states_security: states_security(model) }
    }

    pub(super) fn report(&mut self, code: Code, at: &Pointer, message: impl Into<String>) {
        self.schemas.report(code, at, message);
    }
}

impl<'m, 'd> OperationLowering<'_, 'm, 'd, '_> {
    /// Lowers all operations in document order.
    pub(super) fn operations(&mut self) {
        let model = self.schemas.model;
        let owners = owners_of_ids(&model.operations);
        let mut paths = HashMap::default();
        for operation in &model.operations {
            let places = (operation.method, without_names(&operation.path));
            if let Some((path, route)) = paths.insert(places, (&operation.path, &operation.route)) {
                let message = if *path == operation.path {
                    format!("`{}` and `{route}` send requests to the same path; both are generated", operation.route)
                } else {
                    format!(
                        "`{}` and `{path}` differ only in the names of their parameters; both are generated",
                        operation.path
                    )
                };
                self.report(Code::EqualPaths, &operation.origin, message);
            }
            let id = operation.id.filter(|id| {
                let is_owner = owners.get(id) == Some(&operation.route.as_str());
                if !is_owner {
                    self.schemas.diagnostics.report_with_help(
                        Code::DuplicateOperationId,
                        &operation.origin.join("operationId"),
                        format!("duplicate `operationId`: `{id}`"),
                        format!("this operation is named after its method and path instead: {}", operation.route),
                    );
                }
                is_owner
            });
            self.operation(operation, id);
        }
    }

    fn operation(&mut self, operation: &'m model::Operation<'d>, id: Option<&str>) {
        let number = OperationId(self.schemas.draft.api.operations.len());
        let group = self.groups.of(operation, &mut self.schemas.draft.api.groups);
        let security = self.security_of(operation);
        let parameters = self.parameters(operation, &security, number);
        let bodies =
            operation.request_body.as_ref().map(|body| self.schemas.request_body(body, number)).unwrap_or_default();
        let outcomes = self.schemas.outcomes(operation, number);
        let stream_rules = self.stream_rules(operation, [id.unwrap_or_default(), &operation.route], &outcomes);
        let headers = self.schemas.headers(operation, number);
        let server = self.operation_server(operation);
        let mut documentation = documentation::of_operation(operation);
        documentation.notes.extend(self.schemas.about_files(operation));
        documentation.notes.extend(self.schemas.about_undescribed(operation));
        documentation.notes.extend(self.about_external(&security));
        self.schemas.draft.api.operations.push(Operation {
            origin: operation.origin.clone(),
            id: id.map(str::to_owned),
            method: sent_method(operation.method),
            route: operation.route.clone(),
            path: operation.path.clone().into_owned(),
            group,
            documentation,
            parameters,
            bodies,
            success: outcomes.success,
            failure: outcomes.failure,
            event_form: outcomes.events.as_ref().map(|events| events.form).unwrap_or_default(),
            events: outcomes.events.map(|events| events.type_),
            streams: outcomes.streams,
            stream_rules,
            pagination: None,
            headers,
            security,
            accepts: outcomes.accepts,
            server,
            tags: operation.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            sunset: operation.sunset.map(str::to_owned),
            consumes: operation.request_body.iter().flat_map(|body| &body.content).map(media_type).collect(),
            responses: outcomes.responses,
        });
    }
}

/// Returns the route of the operation that each `operationId` names. Of several operations with one id, it is the one whose
/// path comes first as text, so that reordering the paths of a document renames none of them.
fn owners_of_ids<'m>(operations: &'m [model::Operation<'_>]) -> HashMap<&'m str, &'m str> {
    let mut owners: HashMap<&str, &model::Operation<'_>> = HashMap::default();
    for operation in operations {
        let Some(id) = operation.id else { continue };
        let owner = owners.entry(id).or_insert(operation);
        if (&operation.path, &operation.route) < (&owner.path, &owner.route) {
            *owner = operation;
        }
    }
    owners.into_iter().map(|(id, owner)| (id, owner.route.as_str())).collect()
}

fn media_type(content: &model::MediaType<'_>) -> String {
    content.name.trim().to_owned()
}

/// Returns a path template with empty braces.
fn without_names(path: &str) -> String {
    let mut pieces = path.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |path, piece| path + "{}" + piece.split_once('}').map_or("", |(_, rest)| rest))
}
