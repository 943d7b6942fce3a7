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

/// A choice of children.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Selector {
    /// The member of this name.
    Name(String),
    /// All members or elements.
    Wildcard,
    /// One element; a negative index counts from the end.
    Index(i64),
    /// Some elements: start, end and step.
    Slice(Option<i64>, Option<i64>, Option<i64>),
    /// The members or elements that a condition holds for.
    Filter(Filter),
}

/// A condition on a node.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filter {
    /// One of these holds.
    Or(Vec<Self>),
    /// All of these hold.
    And(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// The query selects a node.
    Exists(NodeQuery),
    /// Two values compare this way.
    Compare(Comparable, Operator, Comparable),
    /// The functions `match`, for the whole text, and `search`, for a part of it.
    Matches { text: Comparable, pattern: Comparable, is_whole: bool },
}

/// A query in a filter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NodeQuery {
    /// It begins at the root of the document, `$`, and not at the node of the filter, `@`.
    pub(super) is_absolute: bool,
    /// Its segments.
    pub(super) segments: Vec<Segment>,
}

impl NodeQuery {
    /// Returns `true` if it selects one node at most, whatever the document.
    pub(super) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let Segment::Child(selectors) = segment else { return false };
            matches!(selectors.as_slice(), [Selector::Name(_) | Selector::Index(_)])
        })
    }
}

/// An expression with a value, or with none.
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
