//! Functions of JSONPath: `length`, `count`, `value`, `match` and `search` (RFC 9535 section 2.4).

use std::borrow::Cow;

use regex::RegexBuilder;
use serde_json::Value;

use super::filter::Operand;
use super::syntax::{Comparable, NodeQuery};
use super::{Evaluation, QueryError};

/// The maximum number of cached patterns; a document may contain patterns, too.
const PATTERNS: usize = 64;

/// The maximum memory of one compiled pattern, and of its matcher.
const PATTERN_SIZE: usize = 256 << 10;

/// The work that compiling a pattern counts as.
const COMPILE_WORK: usize = 10_000;

impl<'v> Evaluation<'v> {
    pub(super) fn length(&mut self, argument: &Comparable, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        self.spend(1)?;
        Ok(match self.value(argument, node)?.as_deref() {
            Some(Value::String(text)) => {
                self.spend_on(text.len())?;
                number(text.chars().count())
            }
            Some(Value::Array(elements)) => number(elements.len()),
            Some(Value::Object(members)) => number(members.len()),
            _ => None,
        })
    }

    pub(super) fn count(&mut self, query: &NodeQuery, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        self.spend(1)?;
        Ok(number(self.selected(query, node)?.len()))
    }

    /// Returns the node that a query selects, if it is the only one.
    pub(super) fn only(&mut self, query: &NodeQuery, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        self.spend(1)?;
        Ok(match self.selected(query, node)?.as_slice() {
            [only] => Some(Cow::Borrowed(*only)),
            _ => None,
        })
    }

    /// Returns `true` if a pattern matches a text, or a part of it.
    pub(super) fn matches(
        &mut self,
        text: &Comparable,
        pattern: &Comparable,
        node: &'v Value,
        is_whole: bool,
    ) -> Result<bool, QueryError> {
        self.spend(1)?;
        let (text, pattern) = (self.value(text, node)?, self.value(pattern, node)?);
        let (Some(Value::String(text)), Some(Value::String(pattern))) = (text.as_deref(), pattern.as_deref()) else {
            return Ok(false);
        };
        let pattern = if is_whole { format!("^(?:{pattern})$") } else { format!("(?:{pattern})") };
        self.spend_on(text.len().saturating_mul(pattern.len()))?;
        if !self.patterns.contains_key(&pattern) {
            self.spend(COMPILE_WORK.saturating_add(pattern.len()))?;
            if self.patterns.len() >= PATTERNS {
                self.patterns.clear();
            }
            // `.` matches neither of the characters that end lines (RFC 9485 section 5.3).
            let mut builder = RegexBuilder::new(&pattern);
            let compiled = builder.crlf(true).size_limit(PATTERN_SIZE).dfa_size_limit(PATTERN_SIZE).build();
            self.patterns.insert(pattern.clone(), compiled.ok());
        }
        Ok(self.patterns.get(&pattern).and_then(Option::as_ref).is_some_and(|regex| regex.is_match(text)))
    }
}

fn number(number: usize) -> Operand<'static> {
    Some(Cow::Owned(Value::from(number)))
}
