//! Documentation of schemas, parameters and operations, including limits, which are documented but not enforced.

use serde_json::Value;

use super::constraints;
use super::deprecation::deprecate;
use crate::code_span::code_span;
use crate::ir::Documentation;
use crate::model::{Header, MediaType, Operation, Parameter, Response, Schema};

/// The maximum length of an inline value, in characters.
const LONGEST: usize = 60;

/// Returns the documentation of a schema.
pub(super) fn of_schema(schema: &Schema<'_>) -> Documentation {
    let mut documentation = Documentation {
        description: prose(schema.description.as_deref()),
        notes: notes(schema),
        constraints: constraints::of_schema(schema),
        ..Documentation::default()
    };
    drop_stated_default(&mut documentation);
    deprecate_as(&mut documentation, schema);
    documentation
}

/// Returns the documentation of a schema's only value.
pub(super) fn of_value(schema: &Schema<'_>) -> Documentation {
    let description = schema.description.as_deref().map(str::to_owned);
    let mut documentation = Documentation { description, ..Documentation::default() };
    deprecate_as(&mut documentation, schema);
    documentation
}

/// Returns the documentation of a property that several schemas may declare: the last non-empty one. `deprecated` is the
/// schema that deprecates the property.
pub(super) fn of_declarations(declarations: &[&Schema<'_>], deprecated: Option<&Schema<'_>>) -> Documentation {
    let mut documentation = Documentation::default();
    for schema in declarations.iter().rev() {
        documentation.description = documentation.description.or_else(|| described(schema));
        if documentation.notes.is_empty() {
            documentation.notes = notes(schema);
        }
    }
    documentation.constraints = constraints::of_declarations(declarations);
    drop_stated_default(&mut documentation);
    if let Some(schema) = deprecated {
        deprecate_as(&mut documentation, schema);
    }
    documentation
}

/// Returns `true` if a schema itself is deprecated.
pub(super) fn is_deprecated(schema: &Schema<'_>) -> bool {
    schema.deprecated || schema.deprecation_message().is_some()
}

fn deprecate_as(documentation: &mut Documentation, schema: &Schema<'_>) {
    let sunset = schema.keyword("x-sunset").and_then(Value::as_str);
    deprecate(documentation, schema.deprecated, schema.deprecation_message(), sunset);
}

/// Returns the description of a schema, or else of the only member of its union that is not null.
fn described(schema: &Schema<'_>) -> Option<String> {
    prose(schema.description.as_deref()).or_else(|| {
        let members = schema.any_of.iter().chain(&schema.one_of).chain(&schema.all_of);
        let mut described = members.filter_map(|member| prose(member.description.as_deref()));
        let first = described.next()?;
        described.next().is_none().then_some(first)
    })
}

/// Returns the documentation of an operation.
pub(super) fn of_operation(operation: &Operation<'_>) -> Documentation {
    let mut documentation = Documentation {
        summary: prose(operation.summary.as_deref()),
        description: prose(operation.description.as_deref()),
        ..Documentation::default()
    };
    deprecate(&mut documentation, operation.deprecated, operation.deprecation_message, operation.sunset);
    documentation
}

/// Returns the documentation of a parameter, or else of its schema.
pub(super) fn of_parameter(parameter: &Parameter<'_>) -> Documentation {
    let schema = parameter.schema.as_ref();
    let mut documentation = Documentation {
        description: prose(parameter.description.as_deref()).or_else(|| schema.and_then(described)),
        notes: schema.map(notes).unwrap_or_default(),
        constraints: schema.or_else(|| main_schema(&parameter.content)).and_then(constraints::of_schema),
        ..Documentation::default()
    };
    drop_stated_default(&mut documentation);
    deprecate(&mut documentation, parameter.deprecated, parameter.deprecation_message, None);
    documentation
}

pub(super) fn of_header(header: &Header<'_>) -> Documentation {
    let schema = header.schema.as_ref();
    let mut documentation = Documentation {
        description: prose(header.description.as_deref()).or_else(|| schema.and_then(described)),
        notes: schema.map(notes).unwrap_or_default(),
        constraints: schema.and_then(constraints::of_schema),
        ..Documentation::default()
    };
    drop_stated_default(&mut documentation);
    deprecate(&mut documentation, header.deprecated, None, None);
    documentation
}

/// Drops the note on a default that the description already states.
fn drop_stated_default(documentation: &mut Documentation) {
    let Some(default) = documentation.constraints.as_ref().and_then(|constraints| constraints.default.as_ref()) else {
        return;
    };
    let value = default.as_str().map_or_else(|| default.to_string(), str::to_owned);
    let description = documentation.description.as_deref().unwrap_or_default();
    if states_default(description, &value) {
        let note = default_note(default);
        documentation.notes.retain(|known| *known != note);
    }
}

/// Returns `true` if a description states this default: ``Default: `20` `` or `defaults to 20`.
fn states_default(description: &str, value: &str) -> bool {
    let lower = description.to_lowercase();
    let value = value.to_lowercase();
    lower.split("default").skip(1).any(|after| {
        let after = after.trim_start_matches(['s', ':']).trim_start();
        let after = ["value", "is", "to"]
            .iter()
            .fold(after, |rest, word| rest.strip_prefix(word).map_or(rest, |rest| rest.trim_start_matches([':', ' '])));
        let after = after.trim_start_matches(['`', '"', '\'']);
        let rest = after.strip_prefix(value.as_str()).filter(|_| !value.is_empty());
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '_' | '-')))
    })
}

fn default_note(default: &Value) -> String {
    format!("Default: {}.", code_span(&default.to_string()))
}

/// Returns the documentation of a request body.
pub(super) fn of_body(description: Option<&str>, content: &MediaType<'_>) -> Documentation {
    let constraints = content.schema.as_ref().and_then(constraints::of_schema);
    Documentation { description: prose(description), constraints, ..Documentation::default() }
}

/// Returns the documentation of a response and of its schema.
pub(super) fn of_response(response: &Response<'_>) -> Documentation {
    let constraints = main_schema(&response.content).and_then(constraints::of_schema);
    Documentation { description: prose(response.description.as_deref()), constraints, ..Documentation::default() }
}

/// Returns the schema of the JSON in a response, or else of the media type that is first by name, so that the order of
/// media types is irrelevant.
fn main_schema<'m, 'd>(contents: &'m [MediaType<'d>]) -> Option<&'m Schema<'d>> {
    let described = contents.iter().filter(|content| content.schema.is_some());
    let main = described.min_by_key(|content| (!content.essence().contains("json"), content.essence()));
    main.and_then(|content| content.schema.as_ref())
}

/// Returns a prose text, or `None` if it is blank.
pub(super) fn prose(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Returns one sentence for each keyword that limits values beyond their Rust type.
fn notes(schema: &Schema<'_>) -> Vec<String> {
    let mut notes = if schema.may_have_limits() { limit_notes(schema) } else { Vec::new() };
    if let Some(pattern) = schema.keyword("pattern").and_then(Value::as_str) {
        notes.push(format!("Matches {}.", code_span(pattern)));
    }
    notes.extend(conditions(schema));
    if let Some(default) = schema.default_value().filter(|value| is_short(value)) {
        notes.push(default_note(default));
    }
    notes
}

/// Returns a sentence for each limit of numbers, lengths and counts.
fn limit_notes(schema: &Schema<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let one = Some("1".to_owned());
    let mut range = |low: Option<String>, high: Option<String>, unit: (&str, &str)| {
        let (singular, plural) = unit;
        let unit = if high == one || (high.is_none() && low == one) { singular } else { plural };
        match (low, high) {
            (Some(low), Some(high)) if low == high => notes.push(format!("Exactly {low}{unit}.")),
            (Some(low), Some(high)) => notes.push(format!("{low} to {high}{unit}.")),
            (Some(low), None) => notes.push(format!("At least {low}{unit}.")),
            (None, Some(high)) => notes.push(format!("At most {high}{unit}.")),
            (None, None) => {}
        }
    };
    let number = |key: &str| schema.limit(key);
    let exclusive = |key: &str| schema.keyword(key).and_then(Value::as_bool).unwrap_or(false);
    let (over, under) = (exclusive("exclusiveMinimum"), exclusive("exclusiveMaximum"));
    range(number("minimum").filter(|_| !over), number("maximum").filter(|_| !under), ("", ""));
    range(number("minLength"), number("maxLength"), (" character", " characters"));
    range(number("minItems"), number("maxItems"), (" item", " items"));
    range(number("minProperties"), number("maxProperties"), (" property", " properties"));
    if let Some(low) = number("exclusiveMinimum").or_else(|| number("minimum").filter(|_| over)) {
        notes.push(format!("Greater than {low}."));
    }
    if let Some(high) = number("exclusiveMaximum").or_else(|| number("maximum").filter(|_| under)) {
        notes.push(format!("Less than {high}."));
    }
    if let Some(step) = number("multipleOf") {
        notes.push(format!("Multiple of {step}."));
    }
    notes
}

/// Returns sentences about keywords that no Rust type can express.
fn conditions(schema: &Schema<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if schema.keyword("uniqueItems") == Some(&Value::Bool(true)) {
        notes.push("Items are unique.".to_owned());
    }
    if let Some(contained) = schema.keyword("contains") {
        let least = schema.limit("minContains").unwrap_or_else(|| "1".to_owned());
        let most = schema.limit("maxContains").map(|most| format!(", at most {most}")).unwrap_or_default();
        notes.push(format!("Items that match {}: at least {least}{most}.", shortened(contained)));
    }
    if let Some(excluded) = schema.keyword("not") {
        notes.push(format!("Does not match {}.", shortened(excluded)));
    }
    if let Some(names) = schema.keyword("propertyNames") {
        notes.push(format!("Property names match {}.", shortened(names)));
    }
    let patterns: Vec<String> = schema.pattern_properties.iter().map(|(pattern, _)| code_span(pattern)).collect();
    if !patterns.is_empty() {
        notes.push(format!("Other property names match {}.", patterns.join(" or ")));
    }
    for (name, needed) in schema.keyword("dependentRequired").and_then(Value::as_object).into_iter().flatten() {
        let needed: Vec<String> =
            needed.as_array().into_iter().flatten().filter_map(Value::as_str).map(code_span).collect();
        if !needed.is_empty() {
            notes.push(format!("{} requires {}.", code_span(name), needed.join(" and ")));
        }
    }
    notes
}

/// Returns a schema as a code span, shortened to a line.
fn shortened(schema: &Value) -> String {
    let text = schema.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => code_span(&format!("{}…", text.get(..end).unwrap_or_default())),
        None => code_span(&text),
    }
}

/// Returns `true` if a default is worth a note: a long one only illustrates a shape, and null is not informative.
fn is_short(value: &Value) -> bool {
    !value.is_null() && value.to_string().len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_is_stated_by_words_around_its_value() {
        for (description, value, is_stated) in [
            ("How many. Default: `20`.", "20", true),
            ("How many; defaults to 20", "20", true),
            ("The mode. The default value is `auto`.", "auto", true),
            ("Default: \"auto\"", "auto", true),
            ("Defaults to `200`.", "20", false),
            ("Defaults to `auto-scale`.", "auto", false),
            ("The default limit depends on 20 things.", "20", false),
            ("Default: ``.", "", false),
        ] {
            assert_eq!(states_default(description, value), is_stated, "{description}");
        }
    }
}
