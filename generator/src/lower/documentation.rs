//! What schemas, parameters and operations say in prose, and the limits that are documented and not enforced.

use serde_json::Value;

use crate::ir::Documentation;
use crate::model::{Header, Operation, Parameter, Schema};

/// How many characters of a value fit on a line beside its indentation.
const LONGEST: usize = 60;

/// What a schema says.
pub(super) fn of_schema(schema: &Schema<'_>) -> Documentation {
    Documentation {
        summary: None,
        description: prose(schema.description.as_deref()),
        notes: notes(schema),
        deprecated: schema.deprecated,
    }
}

/// What a member says that several schemas may have declared: the last one that says anything counts.
pub(super) fn of_declarations(declarations: &[&Schema<'_>]) -> Documentation {
    let mut documentation = Documentation::default();
    for schema in declarations.iter().rev() {
        documentation.description = documentation.description.or_else(|| described(schema));
        if documentation.notes.is_empty() {
            documentation.notes = notes(schema);
        }
        documentation.deprecated |= schema.deprecated;
    }
    documentation
}

/// The description of a schema, or else of the only member of its union that is not null.
fn described(schema: &Schema<'_>) -> Option<String> {
    prose(schema.description.as_deref()).or_else(|| {
        let members = schema.any_of.iter().chain(&schema.one_of).chain(&schema.all_of);
        let mut described = members.filter_map(|member| prose(member.description.as_deref()));
        let first = described.next()?;
        described.next().is_none().then_some(first)
    })
}

/// What an operation says.
pub(super) fn of_operation(operation: &Operation<'_>) -> Documentation {
    Documentation {
        summary: prose(operation.summary.as_deref()),
        description: prose(operation.description.as_deref()),
        notes: Vec::new(),
        deprecated: operation.deprecated,
    }
}

/// What a parameter says, or else its schema.
pub(super) fn of_parameter(parameter: &Parameter<'_>) -> Documentation {
    let schema = parameter.schema.as_ref();
    Documentation {
        summary: None,
        description: prose(parameter.description.as_deref()).or_else(|| schema.and_then(described)),
        notes: schema.map(notes).unwrap_or_default(),
        deprecated: parameter.deprecated,
    }
}

pub(super) fn of_header(header: &Header<'_>) -> Documentation {
    let schema = header.schema.as_ref();
    Documentation {
        summary: None,
        description: prose(header.description.as_deref()).or_else(|| schema.and_then(described)),
        notes: schema.map(notes).unwrap_or_default(),
        deprecated: header.deprecated,
    }
}

/// Text, unless there is none.
pub(super) fn prose(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// One sentence for each keyword that limits values beyond what the Rust type can say.
fn notes(schema: &Schema<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let one = Some("1".to_owned());
    let mut range = |low: Option<String>, high: Option<String>, unit: &str| {
        let unit = if high == one || (high.is_none() && low == one) { unit.trim_end_matches('s') } else { unit };
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
    range(number("minimum").filter(|_| !over), number("maximum").filter(|_| !under), "");
    range(number("minLength"), number("maxLength"), " characters");
    range(number("minItems"), number("maxItems"), " elements");
    range(number("minProperties"), number("maxProperties"), " members");
    if let Some(low) = number("exclusiveMinimum").or_else(|| number("minimum").filter(|_| over)) {
        notes.push(format!("More than {low}."));
    }
    if let Some(high) = number("exclusiveMaximum").or_else(|| number("maximum").filter(|_| under)) {
        notes.push(format!("Less than {high}."));
    }
    if let Some(step) = number("multipleOf") {
        notes.push(format!("A multiple of {step}."));
    }
    if let Some(pattern) = schema.keyword("pattern").and_then(Value::as_str) {
        notes.push(format!("Matches {}.", code(pattern)));
    }
    notes.extend(conditions(schema));
    if let Some(default) = schema.default_value().filter(|value| is_short(value)) {
        notes.push(format!("Default: {}.", code(&default.to_string())));
    }
    notes
}

/// Sentences on keywords that say which values are valid in ways that no Rust type can.
fn conditions(schema: &Schema<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if schema.keyword("uniqueItems") == Some(&Value::Bool(true)) {
        notes.push("No element occurs twice.".to_owned());
    }
    if let Some(contained) = schema.keyword("contains") {
        let least = schema.limit("minContains").unwrap_or_else(|| "1".to_owned());
        let most = schema.limit("maxContains").map(|most| format!(", at most {most}")).unwrap_or_default();
        notes.push(format!("Elements that match {}: at least {least}{most}.", shortened(contained)));
    }
    if let Some(excluded) = schema.keyword("not") {
        notes.push(format!("Does not match {}.", shortened(excluded)));
    }
    if let Some(names) = schema.keyword("propertyNames") {
        notes.push(format!("Names of members match {}.", shortened(names)));
    }
    let patterns: Vec<String> = schema.pattern_properties.iter().map(|(pattern, _)| code(pattern)).collect();
    if !patterns.is_empty() {
        notes.push(format!("Names of other members match {}.", patterns.join(" or ")));
    }
    for (name, needed) in schema.keyword("dependentRequired").and_then(Value::as_object).into_iter().flatten() {
        let needed: Vec<String> = needed.as_array().into_iter().flatten().filter_map(Value::as_str).map(code).collect();
        if !needed.is_empty() {
            notes.push(format!("Where {} is there, {} must be, too.", code(name), needed.join(" and ")));
        }
    }
    notes
}

/// A schema as a code span, with an ellipsis for what does not fit on a line.
fn shortened(schema: &Value) -> String {
    let text = schema.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => code(&format!("{}…", text.get(..end).unwrap_or_default())),
        None => code(&text),
    }
}

/// Long defaults are examples of shapes rather than values to remember; null as default says nothing.
fn is_short(value: &Value) -> bool {
    !value.is_null() && value.to_string().len() <= LONGEST
}

/// A code span (CommonMark section 6.1) around any text.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = text.replace(['\r', '\n'], " ");
    format!("{fence}{pad}{text}{pad}{fence}")
}
