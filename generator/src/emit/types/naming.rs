//! Names on the wire that the derives imply, so that generated code omits them.
//!
//! ```text
//! AWAITING_REVIEW, IN_TRANSIT, Lost    #[string_enum(…, rename_all = "SCREAMING_SNAKE_CASE")]
//!                                      pub enum Status { AwaitingReview, InTransit, #[wire("Lost")] Lost, … }
//! hiveId, queenId, name, x-trace       #[object(…, rename_all = "camelCase")]
//!                                      pub struct Bee { hive_id, queen_id, name, #[wire("x-trace")] x_trace }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::naming_rule::NamingRule;

/// The implied names on the wire of a type's fields or variants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Naming {
    /// The Rust names, which is the default of fields.
    Same,
    /// Those of a rule. The default of variants is snake case.
    Rule(NamingRule),
}

impl Naming {
    /// Returns the naming that requires the fewest attributes for these pairs of Rust names and names on the wire.
    fn choose(default: Self, names: &[(&str, &str)]) -> Self {
        let implied = |naming: Self| names.iter().filter(|(name, wire)| naming.implies(name, wire)).count();
        let by_default = implied(default);
        if by_default == names.len() {
            return default;
        }
        let mut best = (by_default + 1, default);
        // Snake case is the default of variants, and the names of fields already are in snake case.
        let others = NamingRule::ALL.into_iter().filter(|rule| *rule != NamingRule::SNAKE);
        for naming in others.map(Self::Rule) {
            let count = implied(naming);
            // A rule is worth its setting if it replaces at least two attributes.
            if count > best.0 {
                best = (count, naming);
            }
        }
        best.1
    }

    /// Returns the naming of a struct's fields, with its setting unless it is the default.
    pub(crate) fn of_fields(names: &[(&str, &str)]) -> (Self, Option<TokenStream>) {
        Self::choose(Self::Same, names).with_setting(Self::Same)
    }

    /// Returns the naming of an enum's variants, with its setting unless it is the default.
    pub(crate) fn of_variants(names: &[(&str, &str)]) -> (Self, Option<TokenStream>) {
        let default = Self::Rule(NamingRule::SNAKE);
        Self::choose(default, names).with_setting(default)
    }

    fn with_setting(self, default: Self) -> (Self, Option<TokenStream>) {
        let setting = match self {
            Self::Rule(NamingRule { name, .. }) if self != default => Some(quote!(rename_all = #name)),
            _ => None,
        };
        (self, setting)
    }

    /// Returns `true` if a field or variant has this name on the wire without an attribute of its own.
    pub(crate) fn implies(self, name: &str, wire: &str) -> bool {
        match self {
            Self::Same => name.strip_prefix("r#").unwrap_or(name) == wire,
            // Some rules omit the underscore of keywords such as `self_`, which is not obvious to readers.
            Self::Rule(rule) => !name.ends_with('_') && rule.apply(name) == wire,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(naming: Naming) -> &'static str {
        match naming {
            Naming::Same => "",
            Naming::Rule(rule) => rule.name,
        }
    }

    #[test]
    fn rule_is_chosen_if_it_replaces_at_least_two_names() {
        let variants = |names: &[(&str, &str)]| rule(Naming::of_variants(names).0);
        assert_eq!(variants(&[("Asc", "ASC"), ("Desc", "DESC")]), "SCREAMING_SNAKE_CASE");
        assert_eq!(variants(&[("Asc", "ASC"), ("Desc", "desc")]), "snake_case");
        assert_eq!(variants(&[("NotStarted", "not-started"), ("InUse", "in-use"), ("Other", "other")]), "kebab-case");
        assert_eq!(variants(&[("Value1", "1"), ("Value2", "2")]), "snake_case");
        let fields = |names: &[(&str, &str)]| rule(Naming::of_fields(names).0);
        assert_eq!(fields(&[("hive_id", "hiveId"), ("queen_id", "queenId"), ("r#type", "type")]), "camelCase");
        assert_eq!(fields(&[("hive_id", "hiveId"), ("queen_id", "queen_id")]), "");
        assert_eq!(fields(&[("self_", "self"), ("super_", "super")]), "");
        assert_eq!(fields(&[]), "");
    }
}
