//! Rules that derive names on the wire from Rust names.
//!
//! ```text
//! rule                    variant `NotStarted`   field `hive_id`
//! snake_case              not_started            hive_id
//! SCREAMING_SNAKE_CASE    NOT_STARTED            HIVE_ID
//! kebab-case              not-started            hive-id
//! SCREAMING-KEBAB-CASE    NOT-STARTED            HIVE-ID
//! camelCase               notStarted             hiveId
//! PascalCase              NotStarted             HiveId
//! ```
//!
//! The generator omits names that a rule implies, and the derives add them, so both packages contain a copy of this file.

/// A rule that derives names on the wire from Rust names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NamingRule {
    /// The name of the rule, as in `serde`.
    pub(crate) name: &'static str,
    /// The text between two words.
    separator: &'static str,
    /// The case of the first letter of the first word.
    start: Case,
    /// The case of the first letter of each other word.
    next: Case,
    /// The case of all other letters.
    rest: Case,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Case {
    Lower,
    Upper,
}

use Case::{Lower, Upper};

impl NamingRule {
    /// The rule of variants.
    pub(crate) const SNAKE: Self = Self::new("snake_case", "_", [Lower, Lower, Lower]);

    /// All rules.
    pub(crate) const ALL: [Self; 6] = [
        Self::SNAKE,
        Self::new("SCREAMING_SNAKE_CASE", "_", [Upper, Upper, Upper]),
        Self::new("kebab-case", "-", [Lower, Lower, Lower]),
        Self::new("SCREAMING-KEBAB-CASE", "-", [Upper, Upper, Upper]),
        Self::new("camelCase", "", [Lower, Upper, Lower]),
        Self::new("PascalCase", "", [Upper, Upper, Lower]),
    ];

    const fn new(name: &'static str, separator: &'static str, [start, next, rest]: [Case; 3]) -> Self {
        Self { name, separator, start, next, rest }
    }

    /// Returns the name on the wire of a variant or a field. A word starts after an underscore and at an ASCII capital.
    pub(crate) fn apply(self, name: &str) -> String {
        let mut wire = String::with_capacity(name.len() + 4);
        let (mut is_start, mut is_separated) = (true, true);
        for character in name.strip_prefix("r#").unwrap_or(name).chars() {
            if character == '_' {
                wire.push_str(self.separator);
                (is_start, is_separated) = (true, true);
                continue;
            }
            is_start |= character.is_ascii_uppercase();
            if is_start && !is_separated {
                wire.push_str(self.separator);
            }
            let case = match is_start {
                true if wire.is_empty() => self.start,
                true => self.next,
                false => self.rest,
            };
            wire.push(match case {
                Lower => character.to_ascii_lowercase(),
                Upper => character.to_ascii_uppercase(),
            });
            (is_start, is_separated) = (false, false);
        }
        wire
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_convert_variants_and_fields() {
        for (name, expected) in [
            ("snake_case", ["not_started", "hive_id", "v2011_01", "self_"]),
            ("SCREAMING_SNAKE_CASE", ["NOT_STARTED", "HIVE_ID", "V2011_01", "SELF_"]),
            ("kebab-case", ["not-started", "hive-id", "v2011-01", "self-"]),
            ("SCREAMING-KEBAB-CASE", ["NOT-STARTED", "HIVE-ID", "V2011-01", "SELF-"]),
            ("camelCase", ["notStarted", "hiveId", "v201101", "self"]),
            ("PascalCase", ["NotStarted", "HiveId", "V201101", "Self"]),
        ] {
            let rule = NamingRule::ALL.into_iter().find(|rule| rule.name == name).unwrap();
            assert_eq!(["NotStarted", "hive_id", "V2011_01", "self_"].map(|name| rule.apply(name)), expected, "{name}");
        }
    }
}
