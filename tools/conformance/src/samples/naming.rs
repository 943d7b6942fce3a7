//! Determines whether a schema describes a property.

use serde_json::Value;

use super::flatten::resolve;

/// The maximum nesting of references and compositions.
const DEEPEST: usize = 48;

/// Returns `true` if a schema, or any schema it is composed of, describes the value at a JSON pointer, as a named or an
/// additional property. Most schemas accept properties they do not describe, but no type has a field for them.
pub fn names(root: &Value, schema: &Value, pointer: &str) -> bool {
    let tokens: Vec<String> =
        pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect();
    speaks(root, schema, &tokens, 0, false)
}

/// `is_part` means that the value must match other schemas as well, so a schema without constraints decides nothing.
fn speaks(root: &Value, schema: &Value, tokens: &[String], depth: usize, is_part: bool) -> bool {
    let Some((token, rest)) = tokens.split_first() else { return true };
    let Value::Object(members) = schema else { return false };
    if depth > DEEPEST {
        return false;
    }
    // A schema without constraints on the shape accepts any value, and its type keeps it.
    let shapes = ["$ref", "allOf", "oneOf", "anyOf", "properties", "items", "type", "enum", "const", "then", "else"];
    if !shapes.iter().any(|key| members.contains_key(*key)) {
        return !is_part;
    }
    let target = members.get("$ref").and_then(Value::as_str).and_then(|reference| resolve(root, reference));
    let list = |key: &str| members.get(key).and_then(Value::as_array).into_iter().flatten();
    let parts = list("allOf").chain(["then", "else"].iter().filter_map(|key| members.get(*key)));
    let choices = target.into_iter().chain(list("oneOf")).chain(list("anyOf"));
    let has_own = members.contains_key("properties");
    if parts.into_iter().any(|schema| speaks(root, schema, tokens, depth + 1, true))
        || choices.into_iter().any(|schema| speaks(root, schema, tokens, depth + 1, is_part || has_own))
    {
        return true;
    }
    if let Some(property) = members.get("properties").and_then(|properties| properties.get(token)) {
        return speaks(root, property, rest, depth, false);
    }
    let is_composed = ["$ref", "allOf", "oneOf", "anyOf"].iter().any(|key| members.contains_key(*key));
    let is_map = !is_composed
        && !members.contains_key("properties")
        && members.get("type").is_some_and(|types| types.to_string().contains("object"));
    match members.get("additionalProperties") {
        Some(Value::Bool(false)) => return false,
        Some(Value::Bool(true)) => return true,
        Some(schema) => return speaks(root, schema, rest, depth, false),
        None if is_map => return !is_part,
        None => {}
    }
    let items = members.get("items").filter(|_| token.parse::<usize>().is_ok());
    items.is_some_and(|items| speaks(root, items, rest, depth, false)) || members.contains_key("patternProperties")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn property_may_be_described_by_any_part_of_a_composition() {
        let root =
            json!({"components": {"schemas": {"A": {"properties": {"a": {"items": {"properties": {"b": true}}}}}}}});
        let schema = json!({"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"c": {"type": "object"}}}]});
        for (pointer, named) in
            [("/a", true), ("/a/0/b", true), ("/a/0/d", false), ("/c/anything", true), ("/d", false)]
        {
            assert_eq!(names(&root, &schema, pointer), named, "{pointer}");
        }
    }
}
