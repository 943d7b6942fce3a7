//! JSONPath (RFC 9535): finds the nodes of a tree that a query selects, within limits of length, nesting, work and results.
//!
//! `$.paths[?@.deprecated].get` on `{"paths": {"/a": {"deprecated": true, "get": {}}, "/b": {"get": {}}}}` selects the one
//! path `paths`, `/a`, `get`. Evaluation visits no node twice for one segment, and counts its steps: by the letter of the
//! standard `$..*..*..*` takes the cube of the depth.

mod filter;
mod function;
mod parser;
mod syntax;

use regex::Regex;
use serde_json::Value;

use crate::hash::{HashMap, HashSet};
use crate::source::limits::{self, grouped};
use syntax::{Segment, Selector};

/// A query that has been parsed.
#[derive(Debug)]
pub(super) struct Query(Vec<Segment>);

/// The reason why a query cannot be parsed, or its evaluation was stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum QueryError {
    /// It is not a valid JSONPath.
    Invalid(String),
    /// It exceeds a limit.
    TooCostly(String),
}

/// Steps from the root of the tree to a node.
pub(super) type Path = Vec<String>;

impl Query {
    /// Parses a query.
    pub(super) fn parse(text: &str) -> Result<Self, QueryError> {
        if text.len() > limits::PATH_LENGTH {
            let limit = grouped(limits::PATH_LENGTH);
            return Err(QueryError::TooCostly(format!("a JSONPath must have at most {limit} bytes")));
        }
        if nesting(text) > limits::PATH_NESTING {
            let limit = limits::PATH_NESTING;
            let message = format!("the brackets of a JSONPath must be nested at most {limit} levels deep");
            return Err(QueryError::TooCostly(message));
        }
        parser::parse(text).map(Self)
    }

    /// Returns the paths of the selected nodes, each once, and subtracts the cost from `work`.
    pub(super) fn select(&self, tree: &Value, work: &mut usize) -> Result<Vec<Path>, QueryError> {
        let mut evaluation = Evaluation::new(tree, *work);
        let result = evaluation.run(&self.0);
        *work = evaluation.work;
        let nodes = result?;
        let mut steps = 0;
        let paths = nodes.iter().map(|node| {
            let path = evaluation.path(node.place);
            steps += path.len();
            if steps > limits::PATH_STEPS { Err(too_many()) } else { Ok(path) }
        });
        paths.collect()
    }
}

/// Returns the maximum nesting of brackets and parentheses outside of quotes.
fn nesting(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    let mut quote = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(_), '\\') => drop(characters.next()),
            (Some(closing), _) if character == closing => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[') => {
                open += 1;
                deepest = deepest.max(open);
            }
            (None, ')' | ']') => open = open.saturating_sub(1),
            (None, _) => {}
        }
    }
    deepest
}

fn too_many() -> QueryError {
    QueryError::TooCostly("the JSONPath selects too many nodes; narrow its selection".to_owned())
}

/// A node and its path, as an index into [`Evaluation::places`].
#[derive(Clone, Copy, Debug)]
struct Node<'v> {
    value: &'v Value,
    place: usize,
}

/// A node's step below its parent.
#[derive(Clone, Copy, Debug)]
struct Place<'v> {
    parent: usize,
    step: Step<'v>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'v> {
    Root,
    Name(&'v str),
    Index(usize),
}

/// The evaluation of a query.
#[derive(Debug)]
struct Evaluation<'v> {
    root: &'v Value,
    /// Paths of nodes in a node list, with those of their parents; the root is first.
    places: Vec<Place<'v>>,
    /// The number of remaining steps.
    work: usize,
    /// The number of descents in progress.
    depth: usize,
    /// Compiled patterns of `match` and `search`; invalid ones are `None`.
    patterns: HashMap<String, Option<Regex>>,
}

impl<'v> Evaluation<'v> {
    fn new(root: &'v Value, work: usize) -> Self {
        let places = vec![Place { parent: 0, step: Step::Root }];
        Self { root, places, work, depth: 0, patterns: HashMap::default() }
    }

    /// Returns the nodes that the whole query selects, each once. No node is visited twice for one segment.
    fn run(&mut self, segments: &[Segment]) -> Result<Vec<Node<'v>>, QueryError> {
        let mut nodes = vec![Node { value: self.root, place: 0 }];
        for segment in segments {
            let mut selection = Selection::of_distinct_nodes();
            for node in nodes {
                self.segment(node, segment, &mut selection)?;
            }
            nodes = selection.nodes;
        }
        Ok(nodes)
    }

    /// Returns the nodes that a query in a filter selects. The same node may occur several times, which `count` relies on.
    fn nodes(&mut self, start: &'v Value, segments: &[Segment]) -> Result<Vec<&'v Value>, QueryError> {
        let mark = self.places.len();
        let mut nodes = vec![Node { value: start, place: 0 }];
        for segment in segments {
            let mut selection = Selection::default();
            for node in nodes {
                self.segment(node, segment, &mut selection)?;
            }
            nodes = selection.nodes;
        }
        self.places.truncate(mark);
        Ok(nodes.into_iter().map(|node| node.value).collect())
    }

    fn segment(&mut self, node: Node<'v>, segment: &Segment, selection: &mut Selection<'v>) -> Result<(), QueryError> {
        match segment {
            Segment::Child(selectors) => self.select(node, selectors, selection),
            Segment::Descendant(selectors) => self.descend(node, selectors, selection),
        }
    }

    fn select(
        &mut self,
        node: Node<'v>,
        selectors: &[Selector],
        selection: &mut Selection<'v>,
    ) -> Result<(), QueryError> {
        selectors.iter().try_for_each(|selector| self.selector(node, selector, selection))
    }

    /// Applies selectors to a node and its descendants.
    fn descend(
        &mut self,
        node: Node<'v>,
        selectors: &[Selector],
        selection: &mut Selection<'v>,
    ) -> Result<(), QueryError> {
        if selection.descended.as_mut().is_some_and(|nodes| !nodes.insert(std::ptr::from_ref(node.value))) {
            return Ok(());
        }
        self.spend(1)?;
        self.depth += 1;
        if self.depth > limits::PATH_DESCENT {
            return Err(QueryError::TooCostly("the filters of the JSONPath descend too deeply".to_owned()));
        }
        self.select(node, selectors, selection)?;
        for (step, value) in children(node.value) {
            let (mark, before) = (self.places.len(), selection.nodes.len());
            let place = self.place(node.place, step);
            self.descend(Node { value, place }, selectors, selection)?;
            if selection.nodes.len() == before {
                // No node refers to these paths.
                self.places.truncate(mark);
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn selector(
        &mut self,
        node: Node<'v>,
        selector: &Selector,
        selection: &mut Selection<'v>,
    ) -> Result<(), QueryError> {
        match selector {
            Selector::Name(name) => {
                self.spend(1)?;
                match node.value.as_object().and_then(|members| members.get_key_value(name)) {
                    Some((name, value)) => self.add(node, Step::Name(name), value, selection),
                    None => Ok(()),
                }
            }
            Selector::Index(index) => {
                self.spend(1)?;
                let elements = node.value.as_array().map(Vec::as_slice).unwrap_or_default();
                match position(*index, elements.len()).and_then(|at| Some((at, elements.get(at)?))) {
                    Some((at, value)) => self.add(node, Step::Index(at), value, selection),
                    None => Ok(()),
                }
            }
            Selector::Slice(start, end, step) => {
                let elements = node.value.as_array().map(Vec::as_slice).unwrap_or_default();
                for at in slice(*start, *end, step.unwrap_or(1), elements.len()) {
                    if let Some(value) = elements.get(at) {
                        self.spend(1)?;
                        self.add(node, Step::Index(at), value, selection)?;
                    }
                }
                Ok(())
            }
            Selector::Wildcard => children(node.value).try_for_each(|(step, value)| {
                self.spend(1)?;
                self.add(node, step, value, selection)
            }),
            Selector::Filter(filter) => children(node.value).try_for_each(|(step, value)| {
                self.spend(1)?;
                if self.holds(filter, value)? { self.add(node, step, value, selection) } else { Ok(()) }
            }),
        }
    }

    fn add(
        &mut self,
        parent: Node<'v>,
        step: Step<'v>,
        value: &'v Value,
        selection: &mut Selection<'v>,
    ) -> Result<(), QueryError> {
        if selection.distinct.as_mut().is_some_and(|nodes| !nodes.insert(std::ptr::from_ref(value))) {
            return Ok(());
        }
        if selection.nodes.len() >= limits::PATH_RESULTS {
            return Err(too_many());
        }
        let place = self.place(parent.place, step);
        selection.nodes.push(Node { value, place });
        Ok(())
    }

    fn place(&mut self, parent: usize, step: Step<'v>) -> usize {
        self.places.push(Place { parent, step });
        self.places.len() - 1
    }

    fn path(&self, place: usize) -> Path {
        let mut path = Vec::new();
        let mut at = place;
        while let Some(place) = self.places.get(at) {
            match place.step {
                Step::Root => break,
                Step::Name(name) => path.push(name.to_owned()),
                Step::Index(index) => path.push(index.to_string()),
            }
            at = place.parent;
        }
        path.reverse();
        path
    }

    /// Subtracts steps from the remaining work.
    fn spend(&mut self, steps: usize) -> Result<(), QueryError> {
        let left = self.work.checked_sub(steps);
        self.work = left.unwrap_or(0);
        match left {
            Some(_) => Ok(()),
            None => {
                let limit = grouped(limits::PATH_WORK);
                let message = format!("evaluating the JSONPaths of all overlays takes more than {limit} steps");
                Err(QueryError::TooCostly(message))
            }
        }
    }
}

/// The nodes that one segment selects, with the sets that prevent selecting or visiting a node twice. A filter has no
/// such sets, because `count` counts a node as often as it is selected.
#[derive(Default)]
struct Selection<'v> {
    nodes: Vec<Node<'v>>,
    /// The selected nodes, if each counts once.
    distinct: Option<HashSet<*const Value>>,
    /// The nodes that were descended into, if each is entered once.
    descended: Option<HashSet<*const Value>>,
}

impl Selection<'_> {
    fn of_distinct_nodes() -> Self {
        Self { nodes: Vec::new(), distinct: Some(HashSet::default()), descended: Some(HashSet::default()) }
    }
}

/// Returns the properties or elements of a node.
fn children(value: &Value) -> impl Iterator<Item = (Step<'_>, &Value)> {
    let members = value.as_object().into_iter().flatten().map(|(name, value)| (Step::Name(name.as_str()), value));
    let elements = value.as_array().into_iter().flatten().enumerate();
    members.chain(elements.map(|(at, value)| (Step::Index(at), value)))
}

/// Returns the position of an index in an array of this length; a negative index counts from the end.
fn position(index: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let at = if index < 0 { index.checked_add(length)? } else { index };
    usize::try_from(at).ok().filter(|_| at < length)
}

/// Returns the positions of a slice (RFC 9535 section 2.3.4.2.2).
fn slice(start: Option<i64>, end: Option<i64>, step: i64, length: usize) -> Vec<usize> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let normal = |index: i64| if index < 0 { index.saturating_add(length) } else { index };
    let mut positions = Vec::new();
    let mut take = |at: i64| positions.extend(usize::try_from(at));
    if step > 0 {
        let mut at = normal(start.unwrap_or(0)).clamp(0, length);
        let end = normal(end.unwrap_or(length)).clamp(0, length);
        while at < end {
            take(at);
            at = at.saturating_add(step);
        }
    } else if step < 0 {
        let mut at = start.map_or(length - 1, normal).clamp(-1, length - 1);
        let end = end.map_or(-1, |end| normal(end).clamp(-1, length - 1));
        while at > end {
            take(at);
            at = at.saturating_add(step);
        }
    }
    positions
}

#[cfg(test)]
mod tests;
