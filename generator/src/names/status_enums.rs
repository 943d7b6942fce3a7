//! Names of status enums, the enums of responses by status.
//!
//! A status enum is named after its operation: `CreatePetError`. A definition that several of them share is named after
//! its content, since the name of one operation would be misleading for the others:
//!
//! ```yaml
//! "403": { $ref: Problem }
//! "404": { $ref: Problem }
//! "422": { $ref: Invalid }    # ForbiddenNotFoundOrUnprocessableContentError
//! ```

use super::file_name::{fingerprint, shortened_type};
use super::locked::LockedNames;
use super::scope::Scope;
use crate::ir::{Api, Payload, Scalar, StatusEnum, StatusRow, Statuses, Type, TypeId};
use crate::settings::Locked;

/// Claims the locked name of a status enum.
pub(crate) fn locked_status_enum(
    status_enum: &StatusEnum,
    api: &Api,
    scope: &mut Scope,
    lock: &LockedNames<'_>,
) -> Option<String> {
    lock.claim(Locked::Outcome, status_enum_key(status_enum, api), scope)
}

/// Locks the name of a status enum.
pub(crate) fn note_status_enum(status_enum: &StatusEnum, api: &Api, name: &str, lock: &LockedNames<'_>) {
    lock.note(Locked::Outcome, status_enum_key(status_enum, api), name, false, &status_enum.origin);
}

fn status_enum_key(status_enum: &StatusEnum, api: &Api) -> String {
    let noun = if status_enum.is_failure { "error" } else { "response" };
    format!("{} {noun}", api.operation(status_enum.operation).route)
}

/// The names of a status enum.
#[derive(Clone, Debug)]
pub struct StatusEnumNames {
    /// The type, such as `ConversationsError`.
    pub type_name: String,
    /// The variants, in the order of the rows.
    pub rows: Vec<String>,
}

/// The maximum number of statuses that a name lists by phrase; more are listed by number.
const MOST_PHRASES: usize = 3;

/// Returns the candidates for a status enum of an operation, whose name is `operation`.
pub(crate) fn candidates(status_enum: &StatusEnum, operation: &str) -> [String; 1] {
    [shortened_type(format!("{operation}{}", noun(status_enum.is_failure)))]
}

/// Returns the name by statuses, the name with the payloads, and the name with a hash of the rows.
pub(super) fn names_by_content(
    is_failure: bool,
    rows: &[StatusRow],
    type_name: &dyn Fn(TypeId) -> String,
) -> [String; 3] {
    let noun = noun(is_failure);
    let short = shortened_type(ended(statuses(rows), noun));
    let mut payloads: Vec<String> = Vec::new();
    let mut content = String::new();
    for row in rows {
        let payload = payload_name(&row.payload, type_name);
        content += &format!("{} {payload}, ", number(row.statuses));
        if !payloads.contains(&payload) {
            payloads.push(payload);
        }
    }
    let long = shortened_type(ended(format!("{}With{}", statuses(rows), alternatives(&payloads)), noun));
    let certain = shortened_type(format!("{short}X{:08x}", fingerprint(&content)));
    [short, long, certain]
}

fn payload_name(payload: &Payload, type_name: &dyn Fn(TypeId) -> String) -> String {
    match payload {
        Payload::None => "Nothing".to_owned(),
        Payload::Binary => "Bytes".to_owned(),
        Payload::Text(type_) if *type_ == Type::Scalar(Scalar::String) => "Text".to_owned(),
        Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _) => content_name(type_, type_name),
    }
}

fn content_name(type_: &Type, type_name: &dyn Fn(TypeId) -> String) -> String {
    match type_ {
        Type::Named(id) => type_name(*id),
        Type::Nullable(inner) => content_name(inner, type_name),
        Type::Array(element) => format!("{}List", content_name(element, type_name)),
        Type::Map(value) => format!("{}Map", content_name(value, type_name)),
        Type::Scalar(Scalar::String) => "String".to_owned(),
        _ => "Value".to_owned(),
    }
}

fn noun(is_failure: bool) -> &'static str {
    if is_failure { "Error" } else { "Outcome" }
}

/// Appends a noun to a name, unless it already ends with it: `InternalServerError`.
fn ended(name: String, noun: &str) -> String {
    if name.ends_with(noun) { name } else { format!("{name}{noun}") }
}

fn statuses(rows: &[StatusRow]) -> String {
    if rows.len() <= MOST_PHRASES {
        let phrases: Vec<String> = rows.iter().map(|row| status_name(row.statuses)).collect();
        return alternatives(&phrases);
    }
    let numbers: Vec<String> = rows.iter().map(|row| number(row.statuses)).collect();
    format!("Status{}", numbers.join("Or"))
}

fn number(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(status) => status.to_string(),
        Statuses::Class(class) => format!("{class}xx"),
        Statuses::Default => "Default".to_owned(),
    }
}

/// Joins words as alternatives: `NotFoundConflictOrGone`.
fn alternatives<W: AsRef<str>>(words: &[W]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{}Or{last}", others.concat()),
        _ => words.concat(),
    }
}

/// Returns the variants of a status enum.
pub(crate) fn row_names(rows: &[StatusRow]) -> Vec<String> {
    let mut scope = Scope::new(["Other", "Self"]);
    rows.iter().map(|row| scope.claim([status_name(row.statuses)])).collect()
}

fn status_name(statuses: Statuses) -> String {
    let name = match statuses {
        Statuses::Default => "Default",
        Statuses::Class(1) => "Informational",
        Statuses::Class(2) => "Success",
        Statuses::Class(3) => "Redirection",
        Statuses::Class(4) => "ClientError",
        Statuses::Class(5) => "ServerError",
        Statuses::Class(class) => return format!("Class{class}"),
        Statuses::Exact(status) => match phrase(status) {
            Some(phrase) => phrase,
            None => return format!("Status{status}"),
        },
    };
    name.to_owned()
}

/// Returns the reason phrase of a status (RFC 9110 section 15 and IANA's registry).
fn phrase(status: u16) -> Option<&'static str> {
    Some(match status {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritative",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        407 => "ProxyAuthenticationRequired",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        414 => "UriTooLong",
        415 => "UnsupportedMediaType",
        416 => "RangeNotSatisfiable",
        417 => "ExpectationFailed",
        418 => "ImATeapot",
        421 => "MisdirectedRequest",
        422 => "UnprocessableContent",
        423 => "Locked",
        424 => "FailedDependency",
        425 => "TooEarly",
        426 => "UpgradeRequired",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        431 => "RequestHeaderFieldsTooLarge",
        451 => "UnavailableForLegalReasons",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        507 => "InsufficientStorage",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_lists_statuses_and_ends_with_its_noun_once() {
        let rows = [
            (vec![Statuses::Exact(404)], "NotFoundError"),
            (vec![Statuses::Exact(404), Statuses::Exact(500)], "NotFoundOrInternalServerError"),
            (vec![Statuses::Exact(403), Statuses::Exact(499), Statuses::Class(5)], "ForbiddenStatus499OrServerError"),
            (
                vec![Statuses::Exact(400), Statuses::Exact(401), Statuses::Class(5), Statuses::Default],
                "Status400Or401Or5xxOrDefaultError",
            ),
        ];
        for (listed, expected) in rows {
            let listed = listed.into_iter().map(|statuses| StatusRow { statuses, payload: Payload::None });
            assert_eq!(ended(statuses(&listed.collect::<Vec<_>>()), "Error"), expected);
        }
    }

    #[test]
    fn a_shared_enum_is_named_by_its_statuses_then_by_its_payloads() {
        let pet = || Payload::Json(Type::Named(TypeId(0)));
        let named = |payloads: [Payload; 3]| {
            let statuses = [403, 404, 409].map(Statuses::Exact).into_iter();
            let rows = statuses.zip(payloads).map(|(statuses, payload)| StatusRow { statuses, payload });
            names_by_content(true, &rows.collect::<Vec<_>>(), &|_| "Pet".to_owned())
        };
        let [short, long, certain] = named([pet(), pet(), Payload::Binary]);
        assert_eq!(short, "ForbiddenNotFoundOrConflictError");
        assert_eq!(long, "ForbiddenNotFoundOrConflictWithPetOrBytesError");
        assert!(certain.starts_with("ForbiddenNotFoundOrConflictErrorX"), "{certain}");
        // The payloads of the same names at other statuses have another hash.
        assert_ne!(certain, named([pet(), Payload::Binary, pet()])[2]);
    }

    #[test]
    fn a_payload_is_named_by_its_type() {
        let boxed = |scalar: Scalar| Box::new(Type::Scalar(scalar));
        let rows = [
            (Payload::None, "Nothing"),
            (Payload::Binary, "Bytes"),
            (Payload::Text(Type::Scalar(Scalar::String)), "Text"),
            (Payload::Text(Type::Named(TypeId(0))), "Pet"),
            (Payload::Json(Type::Scalar(Scalar::String)), "String"),
            (Payload::Json(Type::Scalar(Scalar::Any)), "Value"),
            (Payload::Json(Type::Array(Box::new(Type::Named(TypeId(0))))), "PetList"),
            (Payload::Json(Type::Map(boxed(Scalar::Boolean))), "ValueMap"),
            (Payload::Json(Type::Nullable(boxed(Scalar::String))), "String"),
        ];
        for (payload, expected) in rows {
            assert_eq!(payload_name(&payload, &|_| "Pet".to_owned()), expected, "{payload:?}");
        }
    }

    #[test]
    fn statuses_are_numbered_in_hashes() {
        let rows = [(Statuses::Exact(404), "404"), (Statuses::Class(5), "5xx"), (Statuses::Default, "Default")];
        for (statuses, expected) in rows {
            assert_eq!(number(statuses), expected);
        }
    }
}
