//! Unions of schemas.

use serde_json::{Map, Value, json};

use crate::hash::HashSet;

/// Returns the keyword for a union. Without a distinct required value in each member, it is unknown whether exactly one
/// matches.
pub(super) fn keyword(members: &[Value]) -> &'static str {
    if are_tagged(members) { "oneOf" } else { "anyOf" }
}

/// Returns a union under a [keyword], with null allowed if `is_nullable`. Equal members are merged.
pub(super) fn union(members: Vec<Value>, keyword: &str, is_nullable: bool) -> Value {
    let mut distinct: Vec<Value> = Vec::new();
    for member in members {
        if !distinct.contains(&member) {
            distinct.push(member);
        }
    }
    match (distinct.len(), is_nullable) {
        (0, false) => json!({}),
        (0, true) => json!({"type": "null"}),
        (1, false) => distinct.remove(0),
        (1, true) => nullable(distinct.remove(0)),
        _ => {
            let mut union = Map::new();
            for key in ["title", "description"] {
                union.extend(take_common(&mut distinct, key).map(|text| (key.to_owned(), text)));
            }
            distinct.extend(is_nullable.then(|| json!({"type": "null"})));
            union.insert(keyword.to_owned(), Value::Array(distinct));
            Value::Object(union)
        }
    }
}

/// Returns the schema with null allowed (OpenAPI 3.1).
fn nullable(mut schema: Value) -> Value {
    if let Some(members) = schema.as_object_mut()
        && let Some(Value::String(name)) = members.get("type")
    {
        let types = json!([name, "null"]);
        members.insert("type".to_owned(), types);
        if let Some(Value::Array(values)) = members.get_mut("enum") {
            values.push(Value::Null);
        }
        return schema;
    }
    json!({"anyOf": [schema, {"type": "null"}]})
}

/// Removes a keyword from all members if they agree on its value, and returns the value: it described the whole union.
fn take_common(members: &mut [Value], key: &str) -> Option<Value> {
    let first = members.first()?.get(key)?.clone();
    if members.iter().any(|member| member.get(key) != Some(&first)) {
        return None;
    }
    for member in members.iter_mut().filter_map(Value::as_object_mut) {
        member.remove(key);
    }
    Some(first)
}

/// Returns `true` if some required property has a single value in each member, different from that of every other.
fn are_tagged(members: &[Value]) -> bool {
    let Some(properties) = members.first().and_then(|first| first.get("properties")).and_then(Value::as_object) else {
        return false;
    };
    properties.keys().any(|property| {
        let tags: Vec<String> = members.iter().filter_map(|member| tag(member, property)).collect();
        let distinct: HashSet<&String> = tags.iter().collect();
        tags.len() == members.len() && distinct.len() == members.len()
    })
}

fn tag(schema: &Value, property: &str) -> Option<String> {
    let required = schema.get("required")?.as_array()?;
    if !required.iter().any(|name| name == property) {
        return None;
    }
    let property = schema.get("properties")?.get(property)?;
    match (property.get("const"), property.get("enum").and_then(Value::as_array).map(Vec::as_slice)) {
        (Some(value), _) | (None, Some([value])) => Some(value.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_member_needs_no_union() {
        assert_eq!(
            union(vec![json!({"type": "string"}), json!({"type": "string"})], "anyOf", false),
            json!({"type": "string"})
        );
        let choice = json!({"type": "string", "enum": ["a"]});
        assert_eq!(union(vec![choice], "anyOf", true), json!({"type": ["string", "null"], "enum": ["a", null]}));
        let reference = json!({"$ref": "#/components/schemas/A"});
        assert_eq!(union(vec![reference.clone()], "anyOf", true), json!({"anyOf": [reference, {"type": "null"}]}));
    }

    #[test]
    fn members_with_values_of_their_own_exclude_each_other() {
        let member = |kind: &str| json!({"title": "T", "type": "object", "required": ["kind"], "properties": {"kind": {"enum": [kind]}}});
        let members = vec![member("a"), member("b")];
        let keyword_found = keyword(&members);
        let found = union(members, keyword_found, false);
        assert_eq!((found["oneOf"].as_array().map(Vec::len), &found["title"]), (Some(2), &json!("T")));
        assert_eq!(keyword(&[member("a"), json!({"type": "string"})]), "anyOf");
    }
}
