//! Responses of operations: by status, then by media type.
//!
//! ```yaml
//! 200: {content: {application/json: {schema: {$ref: Pet}}}}             # success: Pet
//! 204: {}                                                               # success without a body
//! 404: {content: {application/json: {schema: {$ref: Problem}}}}         # failure: Problem
//! default: {…}                                                          # a failure, unless there is no success
//! ```
//!
//! A pass finds out later which payload all statuses share (`passes/outcomes.rs`).

use super::envelope::StreamEvents;
use super::payload::is_stream;
use super::request_body::is_json;
use super::status::{is_redirection, rank};
use crate::diagnostics::Code;
use crate::hash::IndexSet;
use crate::ir::{self, ResponseHeader};
use crate::ir::{
    NameContext, OperationId, Outcome, Owner, Payload, Role, StatusEnum, StatusEnumId, StatusRow, Statuses,
};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{self, Response};

/// The responses of an operation.
pub(super) struct Outcomes {
    pub(super) success: Outcome,
    pub(super) failure: Outcome,
    pub(super) events: Option<StreamEvents>,
    pub(super) streams: Vec<String>,
    pub(super) accepts: Vec<String>,
    pub(super) responses: Vec<ir::Response>,
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Lowers the responses of an operation by status.
    pub(super) fn outcomes(&mut self, operation: &'m model::Operation<'d>, number: OperationId) -> Outcomes {
        if operation.responses.is_empty() {
            self.report(
                Code::MissingResponses,
                &operation.origin,
                "the operation does not describe any response; any response is accepted",
            );
        }
        let responses = self.by_status(operation);
        let succeeds = |statuses: &Statuses| {
            matches!(statuses, Statuses::Exact(200..=299) | Statuses::Class(2)) || is_redirection(*statuses)
        };
        let has_success = responses.iter().any(|(statuses, _)| succeeds(statuses));
        let (mut success, mut failure, mut events) = (Vec::new(), Vec::new(), None);
        let (mut accepts, mut streams): (IndexSet<String>, IndexSet<String>) = Default::default();
        let mut described = Vec::new();
        for (statuses, response) in responses {
            let is_success = succeeds(&statuses) || (!has_success && statuses == Statuses::Default);
            let role = if is_success { Role::Response } else { Role::Error };
            let context =
                NameContext { owner: Owner::Operation(number), roles: vec![Role::Variant(phrase(statuses)), role] };
            let target = Target::Inline(context);
            let is_bodiless = self.is_bodiless(operation.method, statuses, response);
            let (payload, stream) = match is_success {
                _ if is_bodiless => (Payload::None, None),
                true => self.payload(response, &target),
                false => (self.error_payload(response, &target), None),
            };
            described.push(as_described(response, statuses, is_success, &payload));
            let row = StatusRow { statuses, payload };
            if is_success {
                let has_json = response.content.iter().any(|content| self.is_plain_json(content));
                // If the response is read as JSON, requests accept no other media type.
                let is_asked_for = !is_bodiless || operation.method == "head";
                let is_read = |essence: &str| is_asked_for && (!has_json || is_stream(essence) || is_json(essence));
                for content in response.content.iter().filter(|content| is_read(&content.essence())) {
                    let found = if is_stream(&content.essence()) { &mut streams } else { &mut accepts };
                    found.insert(content.name.trim().to_owned());
                }
                events = events.or(stream);
                // Redirections are followed, so only their target is ever received.
                if !is_redirection(statuses) {
                    success.push(row);
                }
            } else {
                failure.push(row);
            }
        }
        let origin = operation.origin.join("responses");
        let mut by_status = |mut rows: Vec<StatusRow>, is_failure| {
            rows.sort_by_key(|row| rank(row.statuses));
            self.draft.api.status_enums.push(StatusEnum {
                origin: origin.clone(),
                is_failure,
                rows,
                operation: number,
            });
            Outcome::ByStatus(StatusEnumId(self.draft.api.status_enums.len() - 1))
        };
        let (success, failure) = (by_status(success, false), by_status(failure, true));
        let (streams, accepts) = (streams.into_iter().collect(), accepts.into_iter().collect());
        Outcomes { success, failure, events, streams, accepts, responses: described }
    }
}

/// Returns a response as documented. The bodies of redirections are never received.
fn as_described(response: &Response<'_>, statuses: Statuses, is_success: bool, payload: &Payload) -> ir::Response {
    let header =
        |header: &model::Header<'_>| ResponseHeader { wire_name: header.name.to_owned(), required: header.required };
    ir::Response {
        origin: response.origin.clone(),
        statuses,
        is_success,
        payload: if is_redirection(statuses) { Payload::None } else { payload.clone() },
        media_types: response.content.iter().map(|content| content.name.trim().to_owned()).collect(),
        headers: response.headers.iter().map(header).collect(),
        documentation: documentation::of_response(response),
    }
}

/// Returns the reason phrase of a status (RFC 9110 section 15).
fn phrase(statuses: Statuses) -> String {
    let phrase = match statuses {
        Statuses::Default => "default",
        Statuses::Class(2) => "success",
        Statuses::Class(4) => "client error",
        Statuses::Class(5) => "server error",
        Statuses::Class(_) => "other",
        Statuses::Exact(status) => match status {
            200 => "ok",
            201 => "created",
            202 => "accepted",
            206 => "partial content",
            400 => "bad request",
            401 => "unauthorized",
            402 => "payment required",
            403 => "forbidden",
            404 => "not found",
            405 => "method not allowed",
            406 => "not acceptable",
            409 => "conflict",
            410 => "gone",
            412 => "precondition failed",
            413 => "content too large",
            415 => "unsupported media type",
            422 => "unprocessable content",
            429 => "too many requests",
            500 => "internal server error",
            501 => "not implemented",
            502 => "bad gateway",
            503 => "service unavailable",
            504 => "gateway timeout",
            other => return format!("status {other}"),
        },
    };
    phrase.to_owned()
}
