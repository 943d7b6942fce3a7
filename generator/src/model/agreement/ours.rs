//! Lists the facts of a document as the [`Model`] has them.

use serde_json::Value;

use super::facts::{Facts, LIMITS, canonical, is_status};
use crate::model::{
    AdditionalProperties, Discriminator, Encoding, Header, MediaType, Model, Operation, Parameter, Requirement, Schema,
    Server, Types,
};
use crate::source::{FileId, Pointer};

/// Returns the facts of a model that are in the root file.
pub(super) fn list(model: &Model<'_>) -> Facts {
    let mut facts = Facts::default();
    let info = "#/info";
    facts.add_if_any(info, "title", model.title.as_deref());
    facts.add_if_any(info, "version", model.api_version.as_deref());
    facts.add_if_any(info, "description", model.description.as_deref());
    facts.add_names("#", "tags", model.tags.iter().map(|tag| tag.name));
    servers(&mut facts, "#", &model.servers);
    requirements(&mut facts, "#", model.security.as_deref());
    for (name, scheme) in &model.security_schemes {
        let at = Pointer::root().join("components").join("securitySchemes").join(name).to_string();
        facts.add(&at, "type", scheme.kind);
        facts.add_if_any(&at, "scheme", scheme.scheme);
        if scheme.kind == "apiKey" {
            facts.add_if_any(&at, "name", scheme.name);
            facts.add_if_any(&at, "in", scheme.location);
        }
        facts.add_names(&at, "scopes", scheme.flows.scopes.keys().copied());
    }
    for schema in model.schemas.values() {
        self::schema(&mut facts, schema);
    }
    for operation in &model.operations {
        self::operation(&mut facts, operation);
    }
    facts
}

fn is_in_root(at: &Pointer) -> bool {
    at.file() == FileId(0)
}

fn servers(facts: &mut Facts, at: &str, servers: &[Server<'_>]) {
    let urls: Vec<&str> = servers.iter().map(|server| server.url.as_str()).collect();
    if !urls.is_empty() {
        facts.add(at, "servers", format!("{urls:?}"));
    }
}

fn requirements(facts: &mut Facts, at: &str, requirements: Option<&[Requirement<'_>]>) {
    if let Some(requirements) = requirements {
        let schemes: Vec<&[(&str, Vec<&str>)]> = requirements.iter().map(|one| one.schemes.as_slice()).collect();
        facts.add(at, "security", format!("{schemes:?}"));
    }
}

fn operation(facts: &mut Facts, operation: &Operation<'_>) {
    if !is_in_root(&operation.origin) {
        return;
    }
    let at = operation.origin.to_string();
    facts.add(&at, "method", operation.method);
    facts.add(&at, "path", operation.path.as_ref());
    facts.add_if_any(&at, "operationId", operation.id);
    facts.add_names(&at, "tags", operation.tags.iter().copied());
    facts.add_if_any(&at, "summary", operation.summary.as_deref());
    facts.add_if_any(&at, "description", operation.description.as_deref());
    facts.add_if_true(&at, "deprecated", operation.deprecated);
    requirements(facts, &at, operation.security.as_deref());
    servers(facts, &at, &operation.servers);
    let keys: Vec<String> =
        operation.parameters.iter().map(|parameter| format!("{} {}", parameter.location, parameter.name)).collect();
    facts.add_names(&at, "parameters", keys.iter().map(String::as_str));
    for parameter in &operation.parameters {
        self::parameter(facts, parameter);
    }
    if let Some(body) = operation.request_body.as_ref() {
        facts.add(&at, "requestBody", body.origin.to_string());
        if is_in_root(&body.origin) {
            let at = body.origin.to_string();
            facts.add_if_true(&at, "required", body.required);
            content(facts, &at, &body.content);
        }
    }
    let responses = || operation.responses.iter().filter(|response| is_status(response.status));
    facts.add_names(&at, "responses", responses().map(|response| response.status));
    for response in responses().filter(|response| is_in_root(&response.origin)) {
        let at = response.origin.to_string();
        facts.add_if_any(&at, "description", response.description.as_deref());
        content(facts, &at, &response.content);
        facts.add_names(&at, "headers", response.headers.iter().map(|header| header.name));
        for header in &response.headers {
            self::header(facts, header);
        }
    }
}

fn parameter(facts: &mut Facts, parameter: &Parameter<'_>) {
    if !is_in_root(&parameter.origin) {
        return;
    }
    let at = parameter.origin.to_string();
    facts.add(&at, "name", parameter.name);
    facts.add(&at, "in", parameter.location);
    facts.add_if_true(&at, "required", parameter.required);
    facts.add_if_true(&at, "deprecated", parameter.deprecated);
    facts.add_if_true(&at, "allowReserved", parameter.allow_reserved);
    let usual = if matches!(parameter.location, "query" | "cookie") { "form" } else { "simple" };
    facts.add(&at, "style", parameter.style.unwrap_or(usual));
    facts.add_if_any(&at, "explode", parameter.explode.map(|explode| if explode { "true" } else { "false" }));
    content(facts, &at, &parameter.content);
    if let Some(schema) = &parameter.schema {
        self::schema(facts, schema);
    }
}

fn header(facts: &mut Facts, header: &Header<'_>) {
    if !is_in_root(&header.origin) {
        return;
    }
    let at = header.origin.to_string();
    facts.add_if_true(&at, "required", header.required);
    facts.add_if_true(&at, "deprecated", header.deprecated);
    facts.add_if_any(&at, "description", header.description.as_deref());
    content(facts, &at, header.content.as_slice());
    if let Some(schema) = &header.schema {
        self::schema(facts, schema);
    }
}

fn content(facts: &mut Facts, at: &str, content: &[MediaType<'_>]) {
    facts.add_names(at, "content", content.iter().map(|media_type| media_type.name));
    for media_type in content {
        if let Some(schema) = &media_type.schema {
            self::schema(facts, schema);
        }
        for encoding in media_type.encoding.values() {
            self::encoding(facts, encoding);
        }
    }
}

fn encoding(facts: &mut Facts, encoding: &Encoding<'_>) {
    let at = encoding.origin.to_string();
    facts.add_if_any(&at, "contentType", encoding.content_type);
    facts.add_if_any(&at, "style", encoding.style);
    facts.add_if_true(&at, "explode", encoding.explode == Some(true));
}

fn schema(facts: &mut Facts, schema: &Schema<'_>) {
    if !is_in_root(&schema.origin) {
        return;
    }
    let at = schema.origin.to_string();
    if let Some(reference) = &schema.reference {
        let target = match &reference.target {
            Ok(target) if is_in_root(target) => target.to_string(),
            Ok(_) => "another file".to_owned(),
            Err(_) => "nothing".to_owned(),
        };
        facts.add(&at, "$ref", target);
        return;
    }
    let types = schema.types.difference(Types::NULL).iter_names().map(|(name, _)| name.to_lowercase());
    let types: Vec<String> = types.collect();
    facts.add_names(&at, "type", types.iter().map(String::as_str));
    facts.add_if_true(&at, "nullable", schema.nullable);
    facts.add_if_any(&at, "format", schema.format);
    annotations(facts, &at, schema);
    values(facts, &at, schema);
    facts.add_names(&at, "properties", schema.properties.keys().copied());
    facts.add_names(&at, "required", schema.required.iter().copied());
    match &schema.additional_properties {
        Some(AdditionalProperties::Any) => facts.add(&at, "additionalProperties", "any"),
        Some(AdditionalProperties::Closed) => facts.add(&at, "additionalProperties", "none"),
        Some(AdditionalProperties::Schema(inner)) => {
            facts.add(&at, "additionalProperties", "a schema");
            self::schema(facts, inner);
        }
        None => {}
    }
    if let Some(Discriminator { property, mapping, .. }) = &schema.discriminator {
        facts.add(&at, "discriminator", *property);
        for (value, target) in mapping {
            facts.add(&format!("{at}/discriminator/mapping/{value}"), "mapping", target.target.to_string());
        }
    }
    for (keyword, parts) in [("allOf", &schema.all_of), ("oneOf", &schema.one_of), ("anyOf", &schema.any_of)] {
        if !parts.is_empty() {
            facts.add(&at, keyword, parts.len().to_string());
        }
    }
    let parts = schema.all_of.iter().chain(&schema.one_of).chain(&schema.any_of);
    for part in parts.chain(schema.properties.values()).chain(schema.items.as_deref()) {
        self::schema(facts, part);
    }
}

fn annotations(facts: &mut Facts, at: &str, schema: &Schema<'_>) {
    facts.add_if_any(at, "title", schema.title.as_deref());
    facts.add_if_any(at, "description", schema.description.as_deref());
    facts.add_if_true(at, "deprecated", schema.deprecated);
    facts.add_if_true(at, "readOnly", schema.read_only);
    facts.add_if_true(at, "writeOnly", schema.write_only);
}

fn values(facts: &mut Facts, at: &str, schema: &Schema<'_>) {
    for keyword in LIMITS {
        let limit = schema.limit(keyword);
        let limit = limit.map(|text| serde_json::from_str(&text).map_or(text, |value: Value| canonical(&value)));
        facts.add_if_any(at, keyword, limit.as_deref());
    }
    for keyword in ["exclusiveMinimum", "exclusiveMaximum", "uniqueItems"] {
        facts.add_if_true(at, keyword, schema.keyword(keyword) == Some(&Value::Bool(true)));
    }
    facts.add_if_any(at, "pattern", schema.keyword("pattern").and_then(Value::as_str));
    facts.add_if_any(at, "default", schema.default.map(canonical).as_deref());
    if let Some(values) = schema.enumeration {
        facts.add(at, "enum", canonical(&Value::Array(values.to_vec())));
    }
}
