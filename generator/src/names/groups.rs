//! Names of groups and of what their operations answer by status.

use std::collections::HashMap;

use super::file_name::{DEVICES, shortened, shortened_type};
use super::identifier::{escape, is_identifier, pascal, snake, words};
use super::kept::Kept;
use super::scope::Scope;
use crate::ir::{Api, Group, StatusEnum, StatusRow, Statuses};
use crate::settings::Locked;
use crate::source::Pointer;

/// Names that stand in every file of operations, or in the client's, and that neither groups nor calls get.
pub(crate) const OPERATION_NAMES: &[&str] = &[
    "Answer",
    "BTreeMap",
    "Base64",
    "Binary",
    "Box",
    "BuildCall",
    "Bytes",
    "Call",
    "Client",
    "ClientBuilder",
    "ClientCore",
    "Date",
    "DateTime",
    "Err",
    "EventStream",
    "EventWords",
    "FilePart",
    "Header",
    "Into",
    "IntoIterator",
    "Json",
    "Maybe",
    "MultipartForm",
    "NoContent",
    "None",
    "Ok",
    "Operation",
    "OperationSpec",
    "Option",
    "Optional",
    "PagedOperation",
    "Paging",
    "PartEncoding",
    "Receive",
    "Result",
    "SecurityScheme",
    "Self",
    "Some",
    "StreamOperation",
    "String",
    "Style",
    "Text",
    "TextOf",
    "Unreadable",
    "Upload",
    "Uuid",
    "Value",
    "Vec",
];

/// Methods that every client has.
const CLIENT_METHODS: &[&str] = &["builder", "clone", "core", "default", "fmt", "from_env", "into", "new", "try_into"];

/// Modules of the output, which no group or type gets.
const MODULE_NAMES: &[&str] = &["client", "lib", "main", "mod", "operations", "types"];

/// A scope for the modules of one folder.
pub(crate) fn module_scope() -> Scope {
    Scope::new(MODULE_NAMES.iter().chain(&DEVICES).copied())
}

/// The names of a group.
#[derive(Clone, Debug)]
pub struct GroupNames {
    /// Its type, such as `Conversations`.
    pub type_name: String,
    /// The client's method that gives it, such as `conversations`.
    pub accessor: String,
    /// Its module, such as `conversations`.
    pub module: String,
}

/// Groups whose locked names are claimed already, so that neither another group nor a call takes them.
pub(crate) struct GroupNaming<'a> {
    api: &'a Api,
    accessors: Scope,
    chosen: Vec<Option<String>>,
    locked: Vec<[Option<String>; 2]>,
}

impl<'a> GroupNaming<'a> {
    /// Claims the locked names of all groups; `scope` is that of the types in `operations`.
    pub(crate) fn new(
        api: &'a Api,
        chosen: &dyn Fn(&str) -> Option<String>,
        scope: &mut Scope,
        kept: &Kept<'_>,
    ) -> Self {
        let mut accessors = Scope::new(CLIENT_METHODS.iter().copied());
        let chosen: Vec<Option<String>> = api.groups.iter().map(|group| chosen(&group.wire_name)).collect();
        let groups = api.groups.iter().zip(&chosen);
        let locked = groups.map(|(group, chosen)| match chosen {
            Some(_) => [None, None],
            None => locked_names(group, &mut accessors, scope, kept),
        });
        let locked = locked.collect();
        Self { api, accessors, chosen, locked }
    }

    /// Names all groups; `scope` is that of the types in `operations`.
    pub(crate) fn assign(self, scope: &mut Scope, kept: &Kept<'_>) -> Vec<GroupNames> {
        let Self { api, mut accessors, chosen, locked } = self;
        let origins = origins(api);
        let mut modules = module_scope();
        api.groups
            .iter()
            .zip(chosen)
            .zip(locked)
            .map(|((group, chosen), [accessor, type_name])| {
                let is_chosen = chosen.is_some();
                // Types of Rust have no underscores, unless somebody wants them.
                let may_stay = chosen.is_some() || !group.wire_name.contains('_');
                let spelled = chosen.unwrap_or_else(|| group.wire_name.clone());
                let own = words(&spelled);
                let pascal = if may_stay && is_identifier(&spelled) && spelled.starts_with(char::is_uppercase) {
                    shortened_type(spelled)
                } else {
                    pascal(&own, "Group")
                };
                let snake = snake(&own, "group");
                let type_name = type_name.unwrap_or_else(|| scope.claim([pascal.clone(), format!("{pascal}Group")]));
                let accessor = accessor.unwrap_or_else(|| accessors.claim([snake.clone(), format!("{snake}_group")]));
                if !is_chosen {
                    let origin = origins.get(group.wire_name.as_str()).copied();
                    note(group, &accessor, &type_name, origin, kept);
                }
                let accessor = escape(accessor);
                let module = module_name(&snake, "group", &mut modules);
                GroupNames { type_name, accessor, module }
            })
            .collect()
    }
}

/// The accessor and the type that a group had before. The type is only written down where it is not the accessor in
/// another case.
fn locked_names(group: &Group, accessors: &mut Scope, types: &mut Scope, kept: &Kept<'_>) -> [Option<String>; 2] {
    let tag = &group.wire_name;
    let type_name = match (kept.get(Locked::GroupType, tag), kept.get(Locked::Group, tag)) {
        (None, Some(accessor)) => Some(type_of(accessor)).filter(|name| types.take(name)),
        _ => kept.claim(Locked::GroupType, tag, types),
    };
    [kept.claim(Locked::Group, tag, accessors), type_name]
}

/// Where the first operation of each group stands.
fn origins(api: &Api) -> HashMap<&str, &Pointer> {
    let mut origins = HashMap::new();
    for operation in &api.operations {
        if let Some(group) = api.groups.get(operation.group.0) {
            origins.entry(group.wire_name.as_str()).or_insert(&operation.origin);
        }
    }
    origins
}

fn note(group: &Group, accessor: &str, type_name: &str, origin: Option<&Pointer>, kept: &Kept<'_>) {
    let origin = origin.cloned().unwrap_or_else(Pointer::root);
    let is_implied = type_name == type_of(accessor);
    kept.note(Locked::Group, &group.wire_name, accessor, false, &origin);
    kept.note(Locked::GroupType, &group.wire_name, type_name, is_implied, &origin);
}

fn type_of(accessor: &str) -> String {
    pascal(&words(accessor), "Group")
}

/// How many of the operations that answer with an enum the lock knows it by.
const LOCKED_OPERATIONS: usize = 3;

/// The name that an enum by status had before.
pub(crate) fn locked_status_enum(
    status_enum: &StatusEnum,
    api: &Api,
    scope: &mut Scope,
    kept: &Kept<'_>,
) -> Option<String> {
    status_enum_keys(status_enum, api).find_map(|key| kept.claim(Locked::Outcome, &key, scope))
}

/// Notes the name of an enum by status.
pub(crate) fn note_status_enum(status_enum: &StatusEnum, api: &Api, name: &str, kept: &Kept<'_>) {
    for key in status_enum_keys(status_enum, api).take(LOCKED_OPERATIONS) {
        kept.note(Locked::Outcome, &key, name, false, &status_enum.origin);
    }
}

fn status_enum_keys(status_enum: &StatusEnum, api: &Api) -> impl Iterator<Item = String> {
    let noun = if status_enum.is_failure { "error" } else { "response" };
    let operations = status_enum.operations.iter().filter_map(|id| api.operations.get(id.0));
    operations.map(move |operation| format!("{} {noun}", operation.route))
}

/// A module of this name. Files of modules may only have ASCII names (rustc's E0754), and long ones are shortened.
pub(crate) fn module_name(snake: &str, noun: &str, scope: &mut Scope) -> String {
    let ascii: String = snake.chars().filter(char::is_ascii).collect();
    let ascii = ascii.trim_matches('_');
    let name = if ascii.is_empty() { noun.to_owned() } else { shortened(ascii.to_owned()) };
    let is_plain = escape(name.clone()) == name && name.starts_with(|c: char| c.is_ascii_lowercase());
    let longer = if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{noun}_{name}")
    } else {
        format!("{name}_{noun}")
    };
    if is_plain { scope.claim([name, longer]) } else { scope.claim([longer]) }
}

/// The names of an enum by status.
#[derive(Clone, Debug)]
pub struct StatusEnumNames {
    /// Its type, such as `ConversationsError`.
    pub type_name: String,
    /// Its variants, in the order of its rows.
    pub rows: Vec<String>,
}

/// Candidates for the name of an enum by status, best first.
pub(crate) fn status_enum_candidates(
    status_enum: &StatusEnum,
    api: &Api,
    bases: &[String],
    groups: &[GroupNames],
) -> Vec<String> {
    let noun = if status_enum.is_failure { "Error" } else { "Outcome" };
    let first = status_enum.operations.first();
    let first_name = first.and_then(|id| bases.get(id.0)).map(|base| format!("{base}{noun}"));
    let group_of = |id: &crate::ir::OperationId| api.operations.get(id.0).map(|operation| operation.group);
    let group = first.and_then(group_of);
    let one_group = status_enum.operations.iter().all(|id| group_of(id) == group);
    let group_name = group.and_then(|id| groups.get(id.0)).map(|names| format!("{}{noun}", names.type_name));
    let mut candidates = Vec::new();
    match status_enum.operations.len() {
        0 | 1 => {}
        _ if one_group => candidates.extend(group_name),
        _ => candidates.push(format!("Api{noun}")),
    }
    candidates.extend(first_name);
    if candidates.is_empty() {
        candidates.push(format!("Api{noun}"));
    }
    candidates
}

/// The variants of an enum by status.
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

/// The phrase of a status (RFC 9110 section 15 and IANA's registry).
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
