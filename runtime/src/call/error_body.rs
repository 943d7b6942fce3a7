//! Documented error bodies, decoded from a response or from an event of a stream.

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use crate::{
    call::raw_response::{RawBody, RawResponse},
    error::{
        Error, ErrorKind,
        call_error::{CallError, FailedResponse},
        decode_error::DecodeError,
    },
    spec::stream_rules::StreamRules,
};

/// A function that decodes the documented error body of an operation.
pub(crate) type ReadError<E> = fn(&mut RawResponse) -> Result<E, DecodeError>;

/// Returns the error of an operation, with its body if the server sent one that matches the document.
pub(crate) fn with_body<E>(failure: Box<CallError>, rules: &StreamRules, read: ReadError<E>) -> Error<E> {
    let api = candidates(&failure, rules).iter_mut().find_map(|answer| read(answer).ok());
    Error::new(failure, api)
}

/// Returns the candidates for the error body, best first.
fn candidates(failure: &CallError, rules: &StreamRules) -> Vec<RawResponse> {
    let answer = |response: &FailedResponse, status, body| RawResponse {
        status,
        headers: response.headers.clone(),
        body: RawBody::Buffered(body),
    };
    match (failure.kind, &failure.response) {
        (ErrorKind::Status, Some(response)) => vec![answer(response, response.status, response.body.clone())],
        // Without data, no candidate can match.
        (ErrorKind::Event, Some(response)) if !response.body.is_empty() => {
            let value: Value = serde_json::from_slice(&response.body).unwrap_or_default();
            let member = rules.error_in(&value).or_else(|| value.get("error")).filter(|member| !member.is_null());
            let status = status_in(member).or_else(|| status_in(Some(&value))).unwrap_or(response.status);
            let inner = member.map(|member| Bytes::from(member.to_string()));
            [Some(response.body.clone()), inner]
                .into_iter()
                .flatten()
                .map(|body| answer(response, status, body))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the status named by an event. The response itself has a success status, which cannot select an error type
/// that depends on the status.
fn status_in(value: Option<&Value>) -> Option<StatusCode> {
    let names = ["status", "code", "status_code", "statusCode"];
    let number = names.iter().find_map(|name| value?.get(name)?.as_u64());
    let status = StatusCode::from_u16(u16::try_from(number?).ok()?).ok()?;
    (status.is_client_error() || status.is_server_error()).then_some(status)
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use serde::Deserialize;

    use super::*;
    use crate::call::decode::{FromResponse as _, Text, decode_json};

    #[derive(Debug, Deserialize, PartialEq)]
    struct Problem {
        message: String,
    }

    fn event(data: &'static str) -> Box<CallError> {
        let mut failure = CallError::new(ErrorKind::Event, "watchBees", "the server reported an error");
        let (status, headers, body) = (StatusCode::OK, HeaderMap::new(), Bytes::from_static(data.as_bytes()));
        failure.response = Some(FailedResponse { status, headers, body });
        failure
    }

    #[test]
    fn error_body_is_the_event_or_its_error_property() {
        let rows = [
            (StreamRules::new(), r#"{"message":"swarm"}"#, Some("swarm")),
            (StreamRules::new(), r#"{"type":"error","error":{"message":"swarm"}}"#, Some("swarm")),
            (StreamRules::new().error_properties(&["fault"]), r#"{"fault":{"message":"swarm"}}"#, Some("swarm")),
            (StreamRules::new(), r#"{"error":"swarm"}"#, None),
            (StreamRules::new(), "swarm", None),
            (StreamRules::new(), "", None),
        ];
        for (rules, data, expected) in rows {
            let error = with_body(event(data), &rules, decode_json::<Problem>);
            assert_eq!(error.api().map(|problem| problem.message.as_str()), expected, "{data}");
            assert_eq!(error.body().unwrap(), data);
        }
        let text = with_body(event("swarm"), &StreamRules::new(), Text::from_response);
        assert_eq!(text.into_api().as_deref(), Some("swarm"));
    }

    #[test]
    fn error_body_type_is_selected_by_the_status_in_the_event() {
        let status = |answer: &mut RawResponse| Ok::<_, DecodeError>(answer.status().as_u16());
        let rows = [
            (r#"{"error":{"code":429},"status":500}"#, 429),
            (r#"{"error":{"code":"rate_limit"},"statusCode":503}"#, 503),
            (r#"{"code":1002}"#, 200),
            (r#"{"status":200}"#, 200),
            ("swarm", 200),
        ];
        for (data, expected) in rows {
            assert_eq!(with_body(event(data), &StreamRules::new(), status).into_api(), Some(expected), "{data}");
        }
    }
}
