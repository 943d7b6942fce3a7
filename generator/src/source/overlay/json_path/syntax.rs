//! A JSONPath as a tree. Queries that are not well-typed (RFC 9535 section 2.4.3) cannot be written in it.
//!
//! ```text
//! $.a[?@.b > 1]   →   Child [Name "a"], Child [Filter (Compare (Singular @.b) Greater (Literal 1))]
//! ```

use serde_json::Value;

/// A step from each node to others.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Segment {
    /// Selects among the children of a node: `.a`, `[0, 1]`.
    Child(Vec<Selector>),
    /// Selects among the children of a node and of everything in it: `..a`.
    Descendant(Vec<Selector>),
}

/// A selector of children.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Selector {
    /// The property of this name.
    Name(String),
    /// All properties or elements.
    Wildcard,
    /// One element; a negative index counts from the end.
    Index(i64),
    /// Some elements: start, end and step.
    Slice(Option<i64>, Option<i64>, Option<i64>),
    /// The properties or elements that satisfy a condition.
    Filter(Filter),
}

/// A condition on a node.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filter {
    /// At least one of the conditions holds.
    Or(Vec<Self>),
    /// All of the conditions hold.
    And(Vec<Self>),
    /// The condition does not hold.
    Not(Box<Self>),
    /// The query selects a node.
    Exists(NodeQuery),
    /// The comparison of two values holds.
    Compare(Comparable, Operator, Comparable),
    /// The functions `match`, for the whole text, and `search`, for a part of it.
    Matches { text: Comparable, pattern: Comparable, is_whole: bool },
}

/// A query in a filter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NodeQuery {
    /// Whether it begins at the root of the document, `$`, rather than at the node of the filter, `@`.
    pub(super) is_absolute: bool,
    /// Its segments.
    pub(super) segments: Vec<Segment>,
}

impl NodeQuery {
    /// Returns `true` if it selects at most one node in any document.
    pub(super) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let Segment::Child(selectors) = segment else { return false };
            matches!(selectors.as_slice(), [Selector::Name(_) | Selector::Index(_)])
        })
    }
}

/// An expression with at most one value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Comparable {
    /// A number, a string, `true`, `false` or `null`.
    Literal(Value),
    /// The node that a singular query selects.
    Singular(NodeQuery),
    /// The function `length`.
    Length(Box<Self>),
    /// The function `count`.
    Count(NodeQuery),
    /// The function `value`.
    Value(NodeQuery),
}

/// A comparison of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
