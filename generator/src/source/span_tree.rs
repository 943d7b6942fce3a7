//! The spans of all nodes of a file, recorded while its tree is built.
//!
//! ```yaml
//! info:             # 0..4 is the span of the key `info`
//!   title: Pets     # 8..13 is the span of the key `title`, and 15..19 that of its value
//! ```

use std::ops::Range;

use crate::hash::HashMap;

use super::events::{Anchor, Event, Events, RawSpan};

/// The spans of all nodes of a file.
///
/// Every file has one, and few nodes are ever looked up, so it consists of four vectors.
#[derive(Debug, Default)]
pub(super) struct SpanTree {
    /// All nodes; objects and arrays precede their contents.
    nodes: Vec<Node>,
    /// The nodes of all elements; those of one array follow each other in order.
    elements: Vec<u32>,
    /// All properties; those of one object follow each other, sorted by key.
    members: Vec<Member>,
    /// The texts of all keys, without separators.
    keys: String,
}

/// The sizes of the vectors of a tree.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SpanTreeSizes {
    nodes: usize,
    elements: usize,
    members: usize,
    keys: usize,
}

#[derive(Debug)]
struct Node {
    span: Span,
    children: Children,
}

#[derive(Clone, Copy, Debug)]
enum Children {
    None,
    /// A range of [`SpanTree::elements`].
    Elements(Span),
    /// A range of [`SpanTree::members`].
    Members(Span),
    /// The node is an alias of that node.
    Alias(u32),
}

#[derive(Clone, Copy, Debug)]
struct Member {
    /// The text of the key, a range of [`SpanTree::keys`].
    text: Span,
    key: Span,
    /// The first occurrence of the key, if the object has it more than once.
    first_key: Option<Span>,
    node: u32,
}

/// A range of positions. 32 bits are enough because files are limited to [`FILE_SIZE`](super::limits::FILE_SIZE).
#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(range: &Range<usize>) -> Self {
        Self { start: position(range.start), end: position(range.end) }
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The result of a walk.
#[derive(Debug)]
pub(super) struct Found {
    /// The span of the value.
    pub value: RawSpan,
    /// The span of its key, if it is a property.
    pub key: Option<RawSpan>,
    /// The span of the first occurrence of its key, if the object has it more than once.
    pub first_key: Option<RawSpan>,
    /// Whether it is an object or an array.
    pub is_container: bool,
    /// The number of tokens that were followed; fewer than requested if one has no target.
    pub steps: usize,
}

impl SpanTree {
    /// Reads all events up to the first error. With the sizes of an earlier tree of the same events, no memory is wasted
    /// while the tree grows.
    pub(super) fn read<'t>(events: &mut impl Events<'t>, sizes: SpanTreeSizes) -> Self {
        let tree = Self {
            nodes: Vec::with_capacity(sizes.nodes),
            elements: Vec::with_capacity(sizes.elements),
            members: Vec::with_capacity(sizes.members),
            keys: String::with_capacity(sizes.keys),
        };
        let mut builder = SpanTreeBuilder { tree, ..SpanTreeBuilder::default() };
        while let Ok(Some((event, span))) = events.next_event() {
            builder.take(&event, &span);
        }
        builder.finish()
    }

    pub(super) fn sizes(&self) -> SpanTreeSizes {
        SpanTreeSizes {
            nodes: self.nodes.len(),
            elements: self.elements.len(),
            members: self.members.len(),
            keys: self.keys.len(),
        }
    }

    /// Walks down as far as the tokens have targets. Returns `None` if the file has no root.
    pub(super) fn find(&self, steps: &[&str]) -> Option<Found> {
        let root = self.nodes.first()?;
        let mut found = found(root, None, 0);
        let mut at = 0;
        for (count, step) in steps.iter().enumerate() {
            let Some((next, member)) = self.child(at, step) else { break };
            let Some(node) = self.node(next) else { break };
            found = self::found(node, member, count + 1);
            at = next;
        }
        Some(found)
    }

    /// Returns the span of the scalar at a path, or that of the anchor of an alias.
    pub(super) fn scalar(&self, steps: &[&str]) -> Option<RawSpan> {
        let mut at = steps.iter().try_fold(0, |at, step| self.child(at, step).map(|(next, _)| next))?;
        loop {
            let node = self.node(at)?;
            match node.children {
                Children::None => return Some(node.span.range()),
                Children::Alias(target) => at = target,
                Children::Elements(_) | Children::Members(_) => return None,
            }
        }
    }

    fn node(&self, at: u32) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    /// Returns the node that a token selects, and its property if the parent is an object.
    fn child(&self, parent: u32, step: &str) -> Option<(u32, Option<&Member>)> {
        match self.node(parent)?.children {
            Children::None => None,
            Children::Alias(target) => self.child(target, step),
            Children::Elements(elements) => {
                self.elements.get(elements.range())?.get(step.parse::<usize>().ok()?).map(|&element| (element, None))
            }
            Children::Members(members) => match self.member(members, step) {
                Some(member) => Some((member.node, Some(member))),
                None => self.merged_child(self.member(members, "<<")?.node, step),
            },
        }
    }

    fn member(&self, members: Span, key: &str) -> Option<&Member> {
        let members = self.members.get(members.range())?;
        let at = members.binary_search_by(|member| text(&self.keys, member).cmp(key)).ok()?;
        members.get(at)
    }

    /// Looks a token up in the value of a `<<` key: an object, or the first of several that has it.
    fn merged_child(&self, merged: u32, step: &str) -> Option<(u32, Option<&Member>)> {
        match self.node(merged)?.children {
            Children::Elements(elements) => {
                self.elements.get(elements.range())?.iter().find_map(|&element| self.child(element, step))
            }
            Children::Alias(target) => self.merged_child(target, step),
            _ => self.child(merged, step),
        }
    }
}

fn text<'k>(keys: &'k str, member: &Member) -> &'k str {
    keys.get(member.text.range()).unwrap_or_default()
}

fn found(node: &Node, member: Option<&Member>, steps: usize) -> Found {
    Found {
        value: node.span.range(),
        key: member.map(|member| member.key.range()),
        first_key: member.and_then(|member| member.first_key).map(Span::range),
        is_container: !matches!(node.children, Children::None | Children::Alias(_)),
        steps,
    }
}

/// The builder of a [`SpanTree`] from the events of a file.
#[derive(Default)]
pub(super) struct SpanTreeBuilder {
    tree: SpanTree,
    frames: Vec<Frame>,
    /// The elements of all open arrays, innermost last.
    elements: Vec<u32>,
    /// The properties of all open objects, innermost last, in document order.
    members: Vec<Member>,
    anchors: HashMap<usize, u32>,
}

struct Frame {
    node: u32,
    contents: Contents,
}

/// The contents of an object or array that is not complete.
enum Contents {
    /// The elements begin at this position of [`SpanTreeBuilder::elements`].
    Elements(usize),
    /// The properties begin at this position of [`SpanTreeBuilder::members`].
    Members {
        start: usize,
        /// The text and the span of the key without a value so far.
        key: Option<(Span, Span)>,
    },
}

impl SpanTreeBuilder {
    /// Adds the next event.
    pub(super) fn take(&mut self, event: &Event<'_>, span: &RawSpan) {
        match event {
            Event::Scalar { scalar, anchor } => {
                if self.awaits_key() {
                    self.set_key(&scalar.text, span);
                } else {
                    self.add(span, Children::None, *anchor);
                }
            }
            Event::Alias(anchor) => {
                let children = self.anchors.get(anchor).map_or(Children::None, |&target| Children::Alias(target));
                self.add_or_key(span, children, None);
            }
            Event::ObjectStart { anchor, .. } => {
                let node = self.add_or_key(span, Children::None, *anchor);
                let contents = Contents::Members { start: self.members.len(), key: None };
                self.frames.push(Frame { node, contents });
            }
            Event::ArrayStart { anchor, .. } => {
                let node = self.add_or_key(span, Children::None, *anchor);
                self.frames.push(Frame { node, contents: Contents::Elements(self.elements.len()) });
            }
            Event::End => self.close(span),
        }
    }

    /// Returns the tree of all events.
    pub(super) fn finish(self) -> SpanTree {
        self.tree
    }

    fn awaits_key(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { contents: Contents::Members { key: None, .. }, .. }))
    }

    fn set_key(&mut self, text: &str, span: &RawSpan) {
        if let Some(Frame { contents: Contents::Members { key, .. }, .. }) = self.frames.last_mut() {
            let start = self.tree.keys.len();
            self.tree.keys.push_str(text);
            *key = Some((Span::new(&(start..self.tree.keys.len())), Span::new(span)));
        }
    }

    /// Adds a node, or takes it as a key that is never looked up.
    fn add_or_key(&mut self, span: &RawSpan, children: Children, anchor: Anchor) -> u32 {
        if self.awaits_key() {
            self.set_key("", span);
            return self.push(span, children);
        }
        self.add(span, children, anchor)
    }

    /// Closes an object or array, whose span includes at least its last child.
    fn close(&mut self, span: &RawSpan) {
        let Some(frame) = self.frames.pop() else { return };
        let children = match frame.contents {
            Contents::Elements(start) => {
                let first = self.tree.elements.len();
                self.tree.elements.extend(self.elements.drain(start..));
                Children::Elements(Span::new(&(first..self.tree.elements.len())))
            }
            Contents::Members { start, .. } => self.close_object(start),
        };
        let last = self.tree.nodes.last().map_or(0, |last| last.span.end);
        if let Some(node) = self.tree.nodes.get_mut(frame.node as usize) {
            let end = if span.is_empty() { last } else { position(span.end) };
            node.span.end = node.span.end.max(end);
            node.children = children;
        }
    }

    /// Sorts the properties of an object by key. Of equal keys, the last one remains.
    fn close_object(&mut self, start: usize) -> Children {
        let SpanTree { members, keys, .. } = &mut self.tree;
        if let Some(own) = self.members.get_mut(start..) {
            own.sort_by(|one, other| text(keys, one).cmp(text(keys, other)));
        }
        let first = members.len();
        for member in self.members.drain(start..) {
            match members.get_mut(first..).and_then(<[Member]>::last_mut) {
                Some(earlier) if text(keys, earlier) == text(keys, &member) => {
                    *earlier = Member { first_key: earlier.first_key.or(Some(earlier.key)), ..member };
                }
                _ => members.push(member),
            }
        }
        Children::Members(Span::new(&(first..members.len())))
    }

    fn push(&mut self, span: &RawSpan, children: Children) -> u32 {
        self.tree.nodes.push(Node { span: Span::new(span), children });
        position(self.tree.nodes.len() - 1)
    }

    fn add(&mut self, span: &RawSpan, children: Children, anchor: Anchor) -> u32 {
        let node = self.push(span, children);
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, node);
        }
        match self.frames.last_mut().map(|frame| &mut frame.contents) {
            Some(Contents::Elements(_)) => self.elements.push(node),
            Some(Contents::Members { key, .. }) => {
                if let Some((text, key)) = key.take() {
                    self.members.push(Member { text, key, first_key: None, node });
                }
            }
            None => {}
        }
        node
    }
}
