//! The page of the guide that lists the settings, rendered from their JSON Schema.

use std::fmt::Write;

use serde_json::{Map, Value};

const INTRODUCTION: &str = "\
# Settings

`apiarist.toml` configures the client of one document. It is in the folder of the document, such as
`specs/tavus/apiarist.toml`. Every section is optional; unknown keys are errors. After a change, run `cargo xtask codegen`.

[apiarist.schema.json](../apiarist.schema.json) is a JSON Schema of this file. Editors that use [Taplo](https://taplo.tamasfe.dev)
complete and check the settings if the first line refers to the schema:

```toml
#:schema ../../docs/apiarist.schema.json
```
";

const SEE_ALSO: &str = "
## See also

- [Adding a provider](adding-a-provider.md): settings that a new provider requires.
- [Types](types.md) and [Names](names.md): how to choose overrides.
- [Updates](updates.md): sources and accepted changes.
- [Pagination](pagination.md), [Event streams](streams.md) and [Credentials](credentials.md): what the generator detects
  without settings.
";

/// Returns the page for a schema of the settings.
pub(super) fn settings_page(schema: &Value) -> String {
    let sections: String = properties(schema).map(|(name, section)| rendered(name, section)).collect();
    format!("{INTRODUCTION}{sections}{SEE_ALSO}")
}

/// Returns the properties of an object by name.
pub(super) fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let properties = schema["properties"].as_object();
    properties.into_iter().flat_map(Map::iter).map(|(name, schema)| (name.as_str(), schema))
}

/// Joins the lines of each paragraph outside of code.
pub(super) fn joined(text: &str) -> String {
    let (mut joined, mut is_code) = (String::new(), false);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        joined.push_str(line);
        is_code ^= line.starts_with("```");
        let Some(next) = lines.peek() else { break };
        let is_paragraph = !is_code && ![line, *next].iter().any(|line| line.is_empty() || line.starts_with("```"));
        joined.push(if is_paragraph { ' ' } else { '\n' });
    }
    joined
}

fn rendered(name: &str, section: &Value) -> String {
    let heading = match section["type"].as_str() {
        Some("object") => format!("[{name}]"),
        Some("array") => format!("[[{name}]]"),
        _ => name.to_owned(),
    };
    let mut text = format!("\n## `{heading}`\n\n{}\n", section["description"].as_str().unwrap_or_default());
    let table = innermost(section);
    let defaults: Vec<_> = properties(table).map(|(key, value)| default(table, key, value)).collect();
    // A column without cells would only take space.
    let has_defaults = defaults.iter().any(Option::is_some);
    if !defaults.is_empty() {
        let (name, line) = if has_defaults { ("default | ", "--- | ") } else { ("", "") };
        _ = write!(text, "\n| key | type | {name}meaning |\n| --- | --- | {line}--- |\n");
    }
    for ((key, value), default) in properties(table).zip(defaults) {
        let default = if has_defaults { format!("{} | ", default.unwrap_or_default()) } else { String::new() };
        let meaning = value["description"].as_str().unwrap_or_default();
        _ = writeln!(text, "| `{key}` | {} | {default}{meaning} |", type_name(value));
    }
    for (key, value) in properties(table) {
        let values = constants(value);
        if !values.is_empty() {
            _ = write!(text, "\n| `{key}` | meaning |\n| --- | --- |\n{values}");
        }
    }
    text
}

/// Returns the default of a property, or `required` if the property is required.
fn default(table: &Value, key: &str, value: &Value) -> Option<String> {
    let mut required = table["required"].as_array().into_iter().flatten();
    let default = value.get("default").map(|default| format!("`{default}`"));
    default.or_else(|| required.any(|name| name == key).then(|| "required".to_owned()))
}

/// Returns the schema of the values of nested maps and arrays.
fn innermost(schema: &Value) -> &Value {
    let inner = [&schema["additionalProperties"], &schema["items"]].into_iter().find(|inner| inner.is_object());
    inner.map_or(schema, innermost)
}

/// Returns a row for each value of an enum.
fn constants(schema: &Value) -> String {
    let values = schema["oneOf"].as_array().into_iter().flatten().filter_map(|value| {
        let meaning = value["description"].as_str()?.replace('|', "\\|");
        Some(format!("| `{}` | {meaning} |\n", value["const"]))
    });
    values.collect()
}

/// Returns the type of a value in the terms of TOML.
fn type_name(schema: &Value) -> String {
    match schema["type"].as_str() {
        None if schema["anyOf"].is_array() => alternatives(schema, type_name),
        Some("array") => format!("array of {}", plural(&schema["items"])),
        Some("object") if schema["additionalProperties"].is_object() => {
            format!("table of {}", plural(&schema["additionalProperties"]))
        }
        Some("object") => "table".to_owned(),
        Some(name) => name.to_owned(),
        None => "string".to_owned(),
    }
}

/// Returns the type of the elements of an array or a table.
fn plural(schema: &Value) -> String {
    if schema["type"].is_null() && schema["anyOf"].is_array() {
        return alternatives(schema, plural);
    }
    let name = type_name(schema);
    match name.split_once(' ') {
        None => format!("{name}s"),
        Some((first, rest)) => format!("{first}s {rest}"),
    }
}

/// Returns the types of alternatives, each named by `name`.
fn alternatives(schema: &Value, name: fn(&Value) -> String) -> String {
    let names: Vec<_> = schema["anyOf"].as_array().into_iter().flatten().map(name).collect();
    names.join(" or ")
}
