//! Rejections that are not faults of the client: the mock server cannot check the request, or the document contradicts
//! itself.
//!
//! ```text
//! /{page}{extension}        sent: /home.json      violation: the path parameter `extension` is invalid
//!                           explained: expressions without text between them cannot be separated
//! ```
//!
//! Each rule examines only the operation and the violations, never the document. A rejection is explained if every violation
//! is.

use apiarist::ir::{Api, BodyContent, Operation, ParameterStyle, Type, TypeKind};
use apiarist::source::Pointer;
use serde::Deserialize;
use serde_json::Value;

/// Header parameters that OpenAPI ignores (OpenAPI 3.0 section 4.7.12.2).
const IGNORED_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// The message of the violation that has no code.
const RESERVED: &str = "Reserved characters used in request body";

/// A violation that the server reports.
#[derive(Clone, Debug, Deserialize)]
struct Violation {
    #[serde(default)]
    code: String,
    location: Vec<Value>,
    message: String,
}

impl Violation {
    /// Returns the location in the request: `query`, `path`, `header` or `body`, then names.
    fn location(&self) -> Vec<&str> {
        let all = self.location.iter().map(|token| token.as_str().unwrap_or_default());
        all.skip_while(|token| *token == "request").collect()
    }

    /// Returns the name of the parameter or property, as the server writes it.
    fn name(&self) -> Option<&str> {
        match self.location().as_slice() {
            [_, name, ..] => Some(name),
            // The location of a missing parameter is that of all parameters.
            _ => self.message.rsplit_once('\'').and_then(|(before, _)| Some(before.rsplit_once('\'')?.1)),
        }
    }
}

/// Returns the reason why a rejection of a request is not a fault of the client, or `None` if it may be one.
pub fn explanation(api: &Api, operation: &Operation, why: &str) -> Option<&'static str> {
    if why.starts_with("NO_PATH_MATCHED_ERROR") {
        let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        let has_pattern = expressions(&operation.path).any(|name| !is_name(name));
        let key = operation.origin.parent().and_then(Pointer::last).unwrap_or_default();
        return if has_pattern {
            Some("the server cannot match a path whose expression contains a pattern")
        } else {
            key.contains(['?', '#']).then_some("the server cannot match a path that contains a query or a fragment")
        };
    }
    let violations = violations(why)?;
    // A union adds a violation to those of its subschemas.
    let is_union = |violation: &&Violation| matches!(violation.code.as_str(), "anyOf" | "oneOf");
    let (unions, others): (Vec<&Violation>, Vec<&Violation>) = violations.iter().partition(is_union);
    let is_added = |union: &Violation| others.iter().any(|other| other.location() == union.location());
    let rest = unions.iter().filter(|union| !is_added(union));
    let mut reasons = others.iter().chain(rest).map(|violation| reason(api, operation, violation));
    let first = reasons.next()??;
    reasons.all(|reason| reason.is_some()).then_some(first)
}

fn reason(api: &Api, operation: &Operation, violation: &Violation) -> Option<&'static str> {
    let name = violation.name();
    let body = operation.bodies.first();
    match (violation.location().as_slice(), violation.code.as_str()) {
        (["path", ..], _) if operation.path.contains("}{") => {
            Some("the server cannot separate expressions of a path without text between them")
        }
        (["path", ..], _) if !expressions(&operation.path).any(|known| is_name(known, name)) => Some(
            "the path has no expression for this parameter: the server matched another path, or the document is wrong",
        ),
        (["query", ..], "required") if name.is_some_and(|name| name.contains('%')) => {
            Some("the server compares the percent-encoded name of a query parameter with the decoded one")
        }
        (["query", _, ..], "minProperties" | "required") if has_capitals(api, operation, name) => {
            Some("the server converts names in a query to lower case, but not the names of an object's properties")
        }
        (["header", ..], _) if name.is_some_and(is_ignored_header) => {
            Some("OpenAPI ignores header parameters of this name, but the server validates it")
        }
        (["body", ..], "")
            if violation.message == RESERVED && body.is_some_and(|body| is_joined(&body.content, name)) =>
        {
            Some(
                "the server rejects the commas between the elements of an array in a form, which RFC 6570 does not encode",
            )
        }
        (["body", _, ..], "type") if body.is_some_and(|body| matches!(body.content, BodyContent::Multipart(..))) => {
            let is_read_as_text =
                ["must be object", "must be array"].iter().any(|end| violation.message.ends_with(end));
            is_read_as_text.then_some("the server reads each part of a form as a string, even if it is JSON")
        }
        (["body"], "type") if body.is_some_and(|body| is_form(&body.media_type)) => {
            Some("the media type of the body is a form, but its schema does not accept objects")
        }
        (["body"], "type") if body.is_some_and(|body| matches!(body.content, BodyContent::Bytes)) => {
            Some("the body has a schema, but its media type does not define how such a value is written")
        }
        _ => None,
    }
}

/// Returns `true` if OpenAPI ignores header parameters of this name.
pub fn is_ignored_header(name: &str) -> bool {
    IGNORED_HEADERS.iter().any(|ignored| ignored.eq_ignore_ascii_case(name))
}

/// Returns `true` if a name is that of a violation, in which the server writes some names in lower case.
fn is_name(known: &str, name: Option<&str>) -> bool {
    name.is_some_and(|name| name.eq_ignore_ascii_case(known))
}

/// Returns `true` if a media type is that of a form.
fn is_form(media_type: &str) -> bool {
    media_type.starts_with("application/x-www-form-urlencoded") || media_type.starts_with("multipart/")
}

/// Returns `true` if a body is a form that joins the elements of this property with commas.
fn is_joined(content: &BodyContent, name: Option<&str>) -> bool {
    let BodyContent::Form(_, styles) = content else { return false };
    styles.iter().any(|(known, style)| is_name(known, name) && *style == ParameterStyle::FormComma)
}

/// Returns `true` if a parameter is an object with a property whose name has capital letters.
fn has_capitals(api: &Api, operation: &Operation, name: Option<&str>) -> bool {
    let mut named = operation.parameters.iter().filter(|parameter| is_name(&parameter.wire_name, name));
    named.any(|parameter| {
        let Type::Named(id) = parameter.type_ else { return false };
        let TypeKind::Struct(object) = &api.definition(id).kind else { return false };
        object.fields.iter().any(|field| field.wire_name.bytes().any(|byte| byte.is_ascii_uppercase()))
    })
}

/// Returns the names in the expressions of a path.
fn expressions(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// Returns the violations of a rejection, after a code or separated by commas, or `None` if they are incomplete.
fn violations(why: &str) -> Option<Vec<Violation>> {
    let listed = why.split_once(' ').map(|(_, rest)| rest).filter(|rest| rest.starts_with('['));
    let found: Vec<Violation> = match listed {
        Some(listed) => serde_json::from_str(listed).ok()?,
        None => serde_json::from_str(&format!("[{why}]")).ok()?,
    };
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planned;

    const DOCUMENT: &str = r#"
openapi: 3.0.3
info: {title: Pages, version: "1"}
paths:
  /{page}{extension}:
    get:
      parameters:
      - {name: page, in: path, required: true, schema: {type: string}}
      - {name: extension, in: path, required: true, schema: {enum: [.json]}}
      responses: {"204": {description: Done.}}
  /pages/{page}:
    put:
      parameters:
      - {name: page, in: path, required: true, schema: {type: string}}
      - {name: "filter[a]", in: query, required: true, schema: {type: string}}
      - {name: who, in: query, schema: {type: object, properties: {userId: {type: string}}}}
      - {name: when, in: query, schema: {type: object, properties: {year: {type: string}}}}
      requestBody:
        content: {multipart/form-data: {schema: {properties: {meta: {type: object}, name: {type: string}}}}}
      responses: {"204": {description: Done.}}
  /pages:
    post:
      requestBody: {content: {"": {schema: {type: object}}}}
      responses: {"204": {description: Done.}}
  /tags:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {properties: {name: {type: string}, tags: {type: array, items: {type: string}}}}
            encoding: {tags: {style: form, explode: false}}
      responses: {"204": {description: Done.}}
  /text:
    post:
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: string}}}}
      responses: {"204": {description: Done.}}
  "/pages?key={key}":
    get:
      parameters: [{name: key, in: query, schema: {type: string}}]
      responses: {"204": {description: Done.}}
  "/{version:.*}/pages":
    get:
      parameters: [{name: "version:.*", in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Done.}}
"#;

    #[test]
    fn only_limits_of_the_server_and_faults_of_the_document_are_explained() {
        let (_, client) = planned(DOCUMENT);
        let explained = |path: &str, why: &str| {
            let key = |operation: &Operation| operation.origin.parent().and_then(Pointer::last) == Some(path);
            let operation = client.api().operations.iter().find(|operation| key(operation));
            explanation(client.api(), operation.expect("the path has an operation"), why).is_some()
        };
        let violation = |code: &str, location: &[&str], message: &str| {
            serde_json::json!({"code": code, "location": location, "message": message}).to_string()
        };
        let page = "/pages/{page}";
        for (path, code, location, message, expected) in [
            ("/{page}{extension}", "enum", &["request", "path", "extension"][..], "", true),
            (page, "type", &["request", "path", "id"], "must be integer", true),
            (page, "type", &["request", "path", "Page"], "must be integer", false),
            (page, "required", &["query"], "must have required property 'filter%5ba%5d'", true),
            (page, "required", &["query"], "must have required property 'filter'", false),
            (page, "minProperties", &["request", "query", "who"], "must NOT have fewer than 1 properties", true),
            (page, "minProperties", &["request", "query", "when"], "must NOT have fewer than 1 properties", false),
            (page, "required", &["header"], "must have required property 'content-type'", true),
            (page, "required", &["header"], "must have required property 'x-id'", false),
            (page, "enum", &["request", "header", "Content-Type"], "must be equal to one of", true),
            (page, "enum", &["request", "header", "x-type"], "must be equal to one of", false),
            (page, "type", &["body", "meta"], "property meta must be object", true),
            (page, "type", &["body", "name"], "property name must be string", false),
            (page, "required", &["body"], "must have required property 'name'", false),
            (page, "type", &["request", "body"], "must be string", true),
            (page, "anyOf", &["body", "meta"], "must match a schema in anyOf", false),
            ("/pages", "type", &["body"], "must be object", true),
            ("/text", "type", &["request", "body"], "must be string", true),
            ("/tags", "", &["request", "body", "tags"], RESERVED, true),
            ("/tags", "", &["request", "body", "name"], RESERVED, false),
        ] {
            let violation = violation(code, location, message);
            assert_eq!(explained(path, &violation), expected, "{violation}");
            assert_eq!(explained(path, &format!("UNPROCESSABLE_ENTITY [{violation}]")), expected, "{violation}");
        }
        let (form, name) = (violation("type", &["body", "meta"], "must be object"), violation("enum", &["body"], ""));
        assert!(!explained(page, &format!("{form}, {name}")));
        let union = violation("anyOf", &["body", "meta"], "must match a schema in anyOf");
        assert!(explained(page, &format!("{form}, {union}")));
        assert!(!explained(page, "Too many violations! [{"));
        assert!(explained("/{version:.*}/pages", "NO_PATH_MATCHED_ERROR \"The route /a hasn't been found\""));
        assert!(explained("/pages?key={key}", "NO_PATH_MATCHED_ERROR \"The route /pages hasn't been found\""));
        assert!(!explained(page, "NO_PATH_MATCHED_ERROR \"The route /a hasn't been found\""));
    }
}
