//! Filters of JSONPath, such as `?@.a == 1 && @.b` (RFC 9535 section 2.3.5).

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::syntax::{Comparable, Filter, NodeQuery, Operator, Segment, Selector};
use super::{Evaluation, QueryError, position};

/// The value of an expression, or `None` for `Nothing` of RFC 9535.
pub(super) type Operand<'v> = Option<Cow<'v, Value>>;

/// The number of bytes of text that count as one step of work.
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
            Filter::Not(inner) => Ok(!self.holds(inner, node)?),
            Filter::Exists(query) => Ok(!self.selected(query, node)?.is_empty()),
            Filter::Compare(left, operator, right) => {
                let (left, right) = (self.value(left, node)?, self.value(right, node)?);
                self.compare(left.as_deref(), *operator, right.as_deref())
            }
            Filter::Matches { text, pattern, is_whole } => self.matches(text, pattern, node, *is_whole),
        }
    }

    /// Returns the nodes that a query in a filter selects.
    pub(super) fn selected(&mut self, query: &NodeQuery, node: &'v Value) -> Result<Vec<&'v Value>, QueryError> {
        self.nodes(if query.is_absolute { self.root } else { node }, &query.segments)
    }

    fn compare(&mut self, left: Option<&Value>, operator: Operator, right: Option<&Value>) -> Result<bool, QueryError> {
        match operator {
            Operator::Equal => self.equal(left, right),
            Operator::NotEqual => Ok(!self.equal(left, right)?),
            Operator::Less => self.less(left, right),
            Operator::Greater => self.less(right, left),
            Operator::LessOrEqual => Ok(self.less(left, right)? || self.equal(left, right)?),
            Operator::GreaterOrEqual => Ok(self.less(right, left)? || self.equal(left, right)?),
        }
    }

    /// Returns the value of an expression.
    pub(super) fn value(&mut self, comparable: &Comparable, node: &'v Value) -> Result<Operand<'v>, QueryError> {
        match comparable {
            Comparable::Literal(literal) => Ok(Some(Cow::Owned(literal.clone()))),
            Comparable::Singular(query) => {
                self.spend(query.segments.len())?;
                Ok(singular(if query.is_absolute { self.root } else { node }, &query.segments).map(Cow::Borrowed))
            }
            Comparable::Length(argument) => self.length(argument, node),
            Comparable::Count(query) => self.count(query, node),
            Comparable::Value(query) => self.only(query, node),
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

    /// Counts the work of reading this number of bytes of text.
    pub(super) fn spend_on(&mut self, bytes: usize) -> Result<(), QueryError> {
        self.spend(1 + bytes / BYTES_PER_STEP)
    }
}

/// Returns the node that a singular query selects.
fn singular<'v>(start: &'v Value, segments: &[Segment]) -> Option<&'v Value> {
    segments.iter().try_fold(start, |value, segment| match segment {
        Segment::Child(selectors) => match selectors.as_slice() {
            [Selector::Name(name)] => value.as_object()?.get(name),
            [Selector::Index(index)] => {
                let elements = value.as_array()?;
                elements.get(position(*index, elements.len())?)
            }
            _ => None,
        },
        Segment::Descendant(_) => None,
    })
}

/// Compares two numbers: integers exactly, others as doubles.
fn order(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}
