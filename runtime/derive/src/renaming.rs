//! The setting `rename_all = "…"` of structs and enums.

use crate::attribute::{Argument, Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::naming_rule::NamingRule;

/// Sets the rule if the argument is `rename_all`. Returns `false` if it is not.
pub fn read(argument: &Argument, rule: &mut Option<NamingRule>, errors: &mut Errors) -> bool {
    let Form::Assignment(word, Constant { text, kind: ConstantKind::String }) = &argument.form else { return false };
    if word != "rename_all" {
        return false;
    }
    match NamingRule::ALL.into_iter().find(|rule| *text == format!("\"{}\"", rule.name)) {
        None => {
            let rules = NamingRule::ALL.map(|rule| format!("`{}`", rule.name)).join(", ");
            errors.add(argument.span, format!("`rename_all` must be one of {rules}; found {text}"));
        }
        Some(_) if rule.is_some() => errors.add(argument.span, "expected only one `rename_all`: remove the others"),
        found => *rule = found,
    }
    true
}
