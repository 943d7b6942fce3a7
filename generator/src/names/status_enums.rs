//! Names of status enums, the enums of responses by status.
//!
//! An enum of one operation is named after it: `CreatePetError`. An enum that several operations share is named after
//! their group, or `ApiError`, if there is only one such enum. Otherwise it is named after its content, since the name
//! of one operation would be misleading for the others:
//!
//! ```yaml
//! "403": { $ref: Problem }
//! "404": { $ref: Problem }
//! "422": { $ref: Invalid }    # ForbiddenNotFoundOrUnprocessableContentError
//! ```

use std::collections::{HashMap, HashSet};

use super::file_name::shortened_type;
use super::groups::GroupNames;
use super::locked::LockedNames;
use super::scope::Scope;
use crate::ir::{Api, GroupId, IdVec, OperationId, Payload, Scalar, StatusEnum, StatusRow, Statuses, Type, TypeId};
use crate::settings::Locked;

/// The maximum number of operations that the lock stores for one enum.
const LOCKED_OPERATIONS: usize = 3;

/// Claims the locked name of a status enum.
pub(crate) fn locked_status_enum(
    status_enum: &StatusEnum,
    api: &Api,
    scope: &mut Scope,
    lock: &LockedNames<'_>,
) -> Option<String> {
    status_enum_keys(status_enum, api).find_map(|key| lock.claim(Locked::Outcome, &key, scope))
}

/// Locks the name of a status enum.
pub(crate) fn note_status_enum(status_enum: &StatusEnum, api: &Api, name: &str, lock: &LockedNames<'_>) {
    for key in status_enum_keys(status_enum, api).take(LOCKED_OPERATIONS) {
        lock.note(Locked::Outcome, &key, name, false, &status_enum.origin);
    }
}

fn status_enum_keys(status_enum: &StatusEnum, api: &Api) -> impl Iterator<Item = String> {
    let noun = if status_enum.is_failure { "error" } else { "response" };
    let operations = status_enum.operations.iter().map(|id| api.operation(*id));
    operations.map(move |operation| format!("{} {noun}", operation.route))
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

/// The inputs of the names of status enums.
pub(crate) struct StatusEnumNaming<'a> {
    api: &'a Api,
    /// The names of operations in `PascalCase`.
    operations: &'a IdVec<OperationId, String>,
    groups: &'a IdVec<GroupId, GroupNames>,
    types: &'a IdVec<TypeId, String>,
    /// The number of enums of errors, or of outcomes, in each group and in all groups.
    counts: HashMap<(bool, Option<GroupId>), usize>,
    /// The enums that several operations share, by the name derived from their statuses.
    same_statuses: HashMap<String, SameStatuses>,
}

/// Enums with the same statuses.
#[derive(Default)]
struct SameStatuses {
    count: usize,
    /// The number of these enums that contain each payload.
    payloads: HashMap<String, usize>,
}

impl<'a> StatusEnumNaming<'a> {
    pub(crate) fn new(
        api: &'a Api,
        operations: &'a IdVec<OperationId, String>,
        groups: &'a IdVec<GroupId, GroupNames>,
        types: &'a IdVec<TypeId, String>,
    ) -> Self {
        let (counts, same_statuses) = Default::default();
        let mut naming = Self { api, operations, groups, types, counts, same_statuses };
        for status_enum in &api.status_enums {
            let groups = status_enum.operations.iter().map(|operation| naming.group(*operation));
            let places: HashSet<Option<GroupId>> = groups.chain([None]).collect();
            for place in places {
                *naming.counts.entry((status_enum.is_failure, place)).or_default() += 1;
            }
            if status_enum.operations.len() > 1 {
                let payloads = naming.payloads(status_enum);
                let same = naming.same_statuses.entry(name_of_statuses(status_enum)).or_default();
                same.count += 1;
                for payload in payloads {
                    *same.payloads.entry(payload).or_default() += 1;
                }
            }
        }
        naming
    }

    /// Returns candidates for the name of an enum, best first.
    pub(crate) fn candidates(&self, status_enum: &StatusEnum) -> Vec<String> {
        let noun = noun(status_enum);
        if let [operation] = status_enum.operations.as_slice() {
            return vec![format!("{}{noun}", self.operations.get(*operation).map_or("", String::as_str))];
        }
        let is_alone = |place| self.counts.get(&(status_enum.is_failure, place)) == Some(&1);
        let group = self.group_of_all(status_enum).filter(|group| is_alone(Some(*group)));
        let group = group.and_then(|group| self.groups.get(group)).map(|names| names.type_name.as_str());
        let owner = group.or_else(|| is_alone(None).then_some("Api")).map(|owner| format!("{owner}{noun}"));
        owner.into_iter().chain(self.names_by_content(status_enum)).collect()
    }

    /// Returns the group that contains all operations of an enum.
    fn group_of_all(&self, status_enum: &StatusEnum) -> Option<GroupId> {
        let mut groups = status_enum.operations.iter().map(|operation| self.group(*operation));
        let group = groups.next()?;
        groups.all(|other| other == group).then_some(group)?
    }

    fn group(&self, operation: OperationId) -> Option<GroupId> {
        Some(self.api.operation(operation).group)
    }

    /// Returns the name by statuses. If other enums have the same statuses, payloads that not all of them share are
    /// appended.
    fn names_by_content(&self, status_enum: &StatusEnum) -> Vec<String> {
        let name = name_of_statuses(status_enum);
        let Some(same) = self.same_statuses.get(&name).filter(|same| same.count > 1) else { return vec![name] };
        let payloads = self.payloads(status_enum);
        let is_own = |payload: &&String| same.payloads.get(*payload) != Some(&same.count);
        let own: Vec<&String> = payloads.iter().filter(is_own).collect();
        let own = if own.is_empty() { payloads.iter().collect() } else { own };
        let noun = noun(status_enum);
        let statuses = statuses(&status_enum.rows);
        vec![shortened_type(ended(format!("{statuses}With{}", alternatives(&own)), noun)), name]
    }

    /// Returns the distinct names of the payloads.
    fn payloads(&self, status_enum: &StatusEnum) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in status_enum.rows.iter().map(|row| self.payload(&row.payload)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn payload(&self, payload: &Payload) -> String {
        match payload {
            Payload::None => "Nothing".to_owned(),
            Payload::Binary => "Bytes".to_owned(),
            Payload::Text(type_) if *type_ == Type::Scalar(Scalar::String) => "Text".to_owned(),
            Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _) => self.type_(type_),
        }
    }

    fn type_(&self, type_: &Type) -> String {
        match type_ {
            Type::Named(id) => self.types.get(*id).cloned().unwrap_or_default(),
            Type::Nullable(inner) => self.type_(inner),
            Type::Array(element) => format!("{}List", self.type_(element)),
            Type::Map(value) => format!("{}Map", self.type_(value)),
            Type::Scalar(Scalar::String) => "String".to_owned(),
            _ => "Value".to_owned(),
        }
    }
}

fn noun(status_enum: &StatusEnum) -> &'static str {
    if status_enum.is_failure { "Error" } else { "Outcome" }
}

fn name_of_statuses(status_enum: &StatusEnum) -> String {
    ended(statuses(&status_enum.rows), noun(status_enum))
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
}
