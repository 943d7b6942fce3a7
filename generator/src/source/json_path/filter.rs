//! Filters of JSONPath: what `?@.a == 1 && @.b` holds for (RFC 9535 section 2.3.5).

use std::borrow::Cow;
use std::cmp::Ordering;

use jsonpath_rust::parser::model::{
    Comparable, Comparison, Filter, FilterAtom, Literal, SingularQuery, SingularQuerySegment, Test,
};
use serde_json::{Number, Value};

use super::{Evaluation, QueryError, position};

/// The value of an expression, or `None` for `Nothing` of RFC 9535.
pub(super) type Operand<'v> = Option<Cow<'v, Value>>;

/// How many bytes of text count as one step of work.
const BYTES_PER_STEP: usize = 256;

impl<'v> Evaluation<'v> {
    /// Returns `true` if a filter holds for a node.
    pub(super) fn holds(&mut self, filter: &Filter, node: &'v Value) -> Result<bool, QueryError> {
        match filter {
            Filter::Or(parts) => {
                for part in parts {
                    if self.holds(part, node)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Filter::And(parts) => {
                for part in parts {
                    if !self.holds(part, node)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Filter::Atom(FilterAtom::Filter { expr, not }) => Ok(self.holds(expr, node)? != *not),
            Filter::Atom(FilterAtom::Test { expr, not }) => Ok(self.test(expr, node)? != *not),
            Filter::Atom(FilterAtom::Comparison(comparison)) => self.compare(comparison, node),
        }
    }

    fn test(&mut self, test: &Test, node: &'v Value) -> Result<bool, QueryError> {
        match test {
            Test::RelQuery(segments) => Ok(!self.nodes(node, segments)?.is_empty()),
            Test::AbsQuery(query) => Ok(!self.nodes(self.root, &query.segments)?.is_empty()),
            Test::Function(function) => {
                let value = self.function(function, node)?;
                Ok(value.is_some_and(|value| *value != Value::Bool(false)))
            }
        }
    }

    fn compare(&mut self, comparison: &Comparison, node: &'v Value) -> Result<bool, QueryError> {
        let (left, right) = comparison.vals();
        let (left, right) = (self.comparable(left, node)?, self.comparable(right, node)?);
        let (left, right) = (left.as_deref(), right.as_deref());
        Ok(match comparison {
            Comparison::Eq(..) => self.equal(left, right)?,
            Comparison::Ne(..) => !self.equal(left, right)?,
            Comparison::Lt(..) => self.less(left, right)?,
            Comparison::Gt(..) => self.less(right, left)?,
            Comparison::Lte(..) => self.less(left, right)? || self.equal(left, right)?,
            Comparison::Gte(..) => self.less(right, left)? || self.equal(left, right)?,
        })
    }

    fn comparable(&mut self, comparable: &Comparable, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        match comparable {
            Comparable::Literal(literal) => Ok(Some(Cow::Owned(literal_value(literal)))),
            Comparable::Function(function) => self.function(function, node),
            Comparable::SingularQuery(SingularQuery::Current(steps)) => {
                self.spend(steps.len())?;
                Ok(singular(node, steps).map(Cow::Borrowed))
            }
            Comparable::SingularQuery(SingularQuery::Root(steps)) => {
                self.spend(steps.len())?;
                Ok(singular(self.root, steps).map(Cow::Borrowed))
            }
        }
    }

    fn equal(&mut self, left: Option<&Value>, right: Option<&Value>) -> Result<bool, QueryError> {
        self.spend(1)?;
        match (left, right) {
            (Some(Value::Number(left)), Some(Value::Number(right))) => Ok(order(left, right) == Some(Ordering::Equal)),
            (Some(Value::String(left)), Some(Value::String(right))) => {
                self.spend_on(left.len().min(right.len()))?;
                Ok(left == right)
            }
            (Some(Value::Array(left)), Some(Value::Array(right))) => {
                for (left, right) in left.iter().zip(right) {
                    if !self.equal(Some(left), Some(right))? {
                        return Ok(false);
                    }
                }
                Ok(left.len() == right.len())
            }
            (Some(Value::Object(left)), Some(Value::Object(right))) => {
                for (name, value) in left {
                    if !right.contains_key(name) || !self.equal(Some(value), right.get(name))? {
                        return Ok(false);
                    }
                }
                Ok(left.len() == right.len())
            }
            (left, right) => Ok(left == right),
        }
    }

    fn less(&mut self, left: Option<&Value>, right: Option<&Value>) -> Result<bool, QueryError> {
        self.spend(1)?;
        match (left, right) {
            (Some(Value::Number(left)), Some(Value::Number(right))) => Ok(order(left, right) == Some(Ordering::Less)),
            (Some(Value::String(left)), Some(Value::String(right))) => {
                self.spend_on(left.len().min(right.len()))?;
                Ok(left < right)
            }
            _ => Ok(false),
        }
    }

    /// Counts the work of reading as many bytes of text.
    pub(super) fn spend_on(&mut self, bytes: usize) -> Result<(), QueryError> {
        self.spend(1 + bytes / BYTES_PER_STEP)
    }
}

/// Returns the value of a literal.
pub(super) fn literal_value(literal: &Literal) -> Value {
    match literal {
        Literal::Int(number) => Value::from(*number),
        Literal::Float(number) => Value::from(*number),
        Literal::String(text) => Value::from(text.as_str()),
        Literal::Bool(truth) => Value::Bool(*truth),
        Literal::Null => Value::Null,
    }
}

fn singular<'v>(start: &'v Value, steps: &[SingularQuerySegment]) -> Option<&'v Value> {
    steps.iter().try_fold(start, |value, step| match step {
        SingularQuerySegment::Name(name) => value.as_object()?.get(name),
        SingularQuerySegment::Index(index) => {
            let elements = value.as_array()?;
            elements.get(position(*index, elements.len())?)
        }
    })
}

/// Compares two numbers: whole ones exactly, others as doubles.
fn order(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}
