//! Functions of JSONPath: `length`, `count`, `value`, `match` and `search` (RFC 9535 section 2.4).

use std::borrow::Cow;

use jsonpath_rust::parser::model::{FnArg, Test, TestFunction};
use regex::RegexBuilder;
use serde_json::Value;

use super::filter::{Operand, literal_value};
use super::{Evaluation, QueryError};

/// How many patterns are kept; a document may hold patterns too.
const PATTERNS: usize = 64;

/// How much memory one compiled pattern may take, and as much again while it is matched.
const PATTERN_SIZE: usize = 256 << 10;

/// How much work compiling a pattern counts as.
const COMPILE_WORK: usize = 10_000;

impl<'v> Evaluation<'v> {
    /// Returns the result of a function; `match` and `search` return a boolean.
    pub(super) fn function(&mut self, function: &TestFunction, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        self.spend(1)?;
        let number = |number: usize| Some(Cow::Owned(Value::from(number)));
        match function {
            TestFunction::Length(argument) => Ok(match self.argument(argument, node)?.as_deref() {
                Some(Value::String(text)) => {
                    self.spend_on(text.len())?;
                    number(text.chars().count())
                }
                Some(Value::Array(elements)) => number(elements.len()),
                Some(Value::Object(members)) => number(members.len()),
                _ => None,
            }),
            TestFunction::Count(argument) => Ok(self.selected(argument, node)?.and_then(|nodes| number(nodes.len()))),
            TestFunction::Value(argument) => self.argument(argument, node),
            TestFunction::Match(text, pattern) => self.matches(text, pattern, node, true),
            TestFunction::Search(text, pattern) => self.matches(text, pattern, node, false),
            TestFunction::Custom(name, _) => {
                Err(QueryError::Invalid(format!("RFC 9535 does not define the function `{name}`")))
            }
        }
    }

    /// Returns the value of an argument; that of a query is the node that it selects, if it selects one.
    fn argument(&mut self, argument: &FnArg, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        match argument {
            FnArg::Literal(literal) => Ok(Some(Cow::Owned(literal_value(literal)))),
            FnArg::Test(test) => match &**test {
                Test::Function(function) => self.function(function, node),
                _ => Ok(match self.selected(argument, node)?.as_deref() {
                    Some([only]) => Some(Cow::Borrowed(*only)),
                    _ => None,
                }),
            },
            FnArg::Filter(_) => Ok(None),
        }
    }

    /// Returns the nodes that an argument selects, or `None` if it is not a query.
    fn selected(&mut self, argument: &FnArg, node: &'v Value) -> Result<Option<Vec<&'v Value>>, QueryError> {
        let FnArg::Test(test) = argument else { return Ok(None) };
        match &**test {
            Test::RelQuery(segments) => self.nodes(node, segments).map(Some),
            Test::AbsQuery(query) => self.nodes(self.root, &query.segments).map(Some),
            Test::Function(_) => Ok(None),
        }
    }

    fn matches(
        &mut self,
        text: &FnArg,
        pattern: &FnArg,
        node: &'v Value,
        is_whole: bool,
    ) -> Result<Operand<'v>, QueryError> {
        let (text, pattern) = (self.argument(text, node)?, self.argument(pattern, node)?);
        let (Some(Value::String(text)), Some(Value::String(pattern))) = (text.as_deref(), pattern.as_deref()) else {
            return Ok(Some(Cow::Owned(Value::Bool(false))));
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
        let is_match = self.patterns.get(&pattern).and_then(Option::as_ref).is_some_and(|regex| regex.is_match(text));
        Ok(Some(Cow::Owned(Value::Bool(is_match))))
    }
}
