//! Patterns with a literal prefix that distinguish variants of a union, if nothing else does.
//!
//! ```yaml
//! oneOf:
//! - {required: [id], properties: {id: {type: string, pattern: '^user_[0-9]+$'}}}     # tested for an id that starts with `user_`
//! - {required: [id], properties: {id: {type: string, pattern: '^team_[0-9]+$'}}}     # tested for an id that starts with `team_`
//! ```

use super::dispatch::{ambiguous_rows, as_struct, resolve};
use crate::ir::{Api, Scalar, ShapeTest, Type, Union, UnionRow};
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::Schema;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the literal prefix of a property: that of its first pattern that has one.
    pub(crate) fn prefix(&self, declarations: &[&'m Schema<'d>]) -> Option<String> {
        let pattern = |schema: &'m Schema<'d>| literal_prefix(schema.keyword("pattern")?.as_str()?);
        declarations.iter().find_map(|schema| pattern(schema).or_else(|| pattern(self.resolve(schema)?)))
    }
}

/// Returns the literal prefix of every string that matches an ECMA-262 pattern, or `None` if there is none.
fn literal_prefix(pattern: &str) -> Option<String> {
    let pattern = pattern.strip_prefix('^').filter(|rest| !rest.contains('|'))?;
    let mut prefix = String::new();
    let mut rest = pattern.chars().peekable();
    while let Some(character) = rest.next() {
        let literal = match character {
            '\\' => rest.next().filter(|escaped| !escaped.is_alphanumeric()),
            '.' | '[' | '(' | '{' | '?' | '*' | '+' | '$' | '^' => None,
            character => Some(character),
        };
        match (literal, rest.peek()) {
            (Some(_), Some('?' | '*' | '{')) | (None, _) => break,
            (Some(literal), _) => prefix.push(literal),
        }
    }
    (!prefix.is_empty()).then_some(prefix)
}

/// Adds prefixes to tests that require the same properties.
pub(super) fn add_prefix_tests(api: &Api, union: &Union, rows: &mut [UnionRow]) {
    for at in ambiguous_rows(rows).into_iter().flatten() {
        let row = &mut rows[at];
        let object = union.variants.get(row.variant).and_then(|variant| as_struct(api, &variant.type_));
        let (ShapeTest::Object(members), Some((_, object))) = (&mut row.test, object) else { continue };
        for member in members {
            let field = object.fields.iter().find(|field| field.wire_name == member.wire_name);
            let text =
                field.filter(|field| !field.nullable && *resolve(api, &field.type_) == Type::Scalar(Scalar::String));
            member.prefix = text.and_then(|field| field.prefix.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_how_texts_begin() {
        for (pattern, prefix) in [
            ("^0x[0-9a-f]{40}$", Some("0x")),
            (r"^a\.b\d+", Some("a.b")),
            ("^ab?c", Some("a")),
            ("^ab+", Some("ab")),
            ("^a|b", None),
            ("^[a-z]", None),
            ("0x", None),
        ] {
            assert_eq!(literal_prefix(pattern).as_deref(), prefix, "{pattern}");
        }
    }
}
