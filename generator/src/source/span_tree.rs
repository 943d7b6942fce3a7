//! The spans of all nodes of a file, built on demand.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::events::{Anchor, Event, Events, RawSpan};

/// The spans of all nodes of a file.
#[derive(Debug, Default)]
pub(super) struct SpanTree {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    span: RawSpan,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Elements(Vec<usize>),
    Members(IndexMap<Box<str>, Member>),
    /// The node is an alias of that node.
    Alias(usize),
}

#[derive(Debug)]
struct Member {
    key: RawSpan,
    /// The first occurrence of the key, if the object has it more than once.
    first_key: Option<RawSpan>,
    node: usize,
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
    /// Reads all events up to the first error.
    pub(super) fn build<'t>(events: &mut impl Events<'t>) -> Self {
        let mut builder = Builder::default();
        while let Ok(Some((event, span))) = events.next_event() {
            builder.take(event, span);
        }
        Self { nodes: builder.nodes }
    }

    /// Walks down as far as the tokens have targets. Returns `None` if the file has no root.
    pub(super) fn find(&self, steps: &[&str]) -> Option<Found> {
        let root = self.nodes.first()?;
        let mut found = found(root, None, 0);
        let mut at = 0;
        for (count, step) in steps.iter().enumerate() {
            let Some((next, member)) = self.child(at, step) else { break };
            let Some(node) = self.nodes.get(next) else { break };
            found = self::found(node, member, count + 1);
            at = next;
        }
        Some(found)
    }

    /// Returns the span of the scalar at a path, or that of the anchor of an alias.
    pub(super) fn scalar(&self, steps: &[&str]) -> Option<&RawSpan> {
        let mut at = steps.iter().try_fold(0, |at, step| self.child(at, step).map(|(next, _)| next))?;
        loop {
            let node = self.nodes.get(at)?;
            match node.children {
                Children::None => return Some(&node.span),
                Children::Alias(target) => at = target,
                Children::Elements(_) | Children::Members(_) => return None,
            }
        }
    }

    /// Returns the node that a token selects, and its property if the parent is an object.
    fn child(&self, parent: usize, step: &str) -> Option<(usize, Option<&Member>)> {
        match &self.nodes.get(parent)?.children {
            Children::None => None,
            Children::Alias(target) => self.child(*target, step),
            Children::Elements(elements) => elements.get(step.parse::<usize>().ok()?).map(|&element| (element, None)),
            Children::Members(members) => match members.get(step) {
                Some(member) => Some((member.node, Some(member))),
                None => self.merged_child(members.get("<<")?.node, step),
            },
        }
    }

    /// Looks a token up in the value of a `<<` key: an object, or the first of several that has it.
    fn merged_child(&self, merged: usize, step: &str) -> Option<(usize, Option<&Member>)> {
        match &self.nodes.get(merged)?.children {
            Children::Elements(elements) => elements.iter().find_map(|&element| self.child(element, step)),
            Children::Alias(target) => self.merged_child(*target, step),
            _ => self.child(merged, step),
        }
    }
}

fn found(node: &Node, member: Option<&Member>, steps: usize) -> Found {
    Found {
        value: node.span.clone(),
        key: member.map(|member| member.key.clone()),
        first_key: member.and_then(|member| member.first_key.clone()),
        is_container: !matches!(node.children, Children::None | Children::Alias(_)),
        steps,
    }
}

#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    frames: Vec<Frame>,
    anchors: HashMap<usize, usize>,
}

struct Frame {
    node: usize,
    /// The key without a value so far.
    key: Option<(Box<str>, RawSpan)>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: RawSpan) {
        match event {
            Event::Scalar { scalar, anchor } => {
                if self.awaits_key() {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.key = Some((scalar.text.into(), span));
                    }
                } else {
                    self.add(span, Children::None, anchor);
                }
            }
            Event::Alias(anchor) => {
                let children = self.anchors.get(&anchor).map_or(Children::None, |&target| Children::Alias(target));
                self.add_or_key(span, children, None);
            }
            Event::ObjectStart { anchor, .. } => self.open(span, Children::Members(IndexMap::new()), anchor),
            Event::ArrayStart { anchor, .. } => self.open(span, Children::Elements(Vec::new()), anchor),
            Event::End => self.close(&span),
        }
    }

    fn awaits_key(&self) -> bool {
        self.frames.last().is_some_and(|frame| {
            frame.key.is_none()
                && self.nodes.get(frame.node).is_some_and(|node| matches!(node.children, Children::Members(_)))
        })
    }

    /// Adds a node, or takes it as a key that is never looked up.
    fn add_or_key(&mut self, span: RawSpan, children: Children, anchor: Anchor) -> usize {
        if self.awaits_key() {
            if let Some(frame) = self.frames.last_mut() {
                frame.key = Some((Box::default(), span.clone()));
            }
            self.nodes.push(Node { span, children });
            return self.nodes.len() - 1;
        }
        self.add(span, children, anchor)
    }

    fn open(&mut self, span: RawSpan, children: Children, anchor: Anchor) {
        let node = self.add_or_key(span, children, anchor);
        self.frames.push(Frame { node, key: None });
    }

    /// Closes an object or array, whose span includes at least its last child.
    fn close(&mut self, span: &RawSpan) {
        let Some(frame) = self.frames.pop() else { return };
        let end = if span.is_empty() { self.nodes.last().map_or(0, |last| last.span.end) } else { span.end };
        if let Some(node) = self.nodes.get_mut(frame.node) {
            node.span.end = node.span.end.max(end);
        }
    }

    fn add(&mut self, span: RawSpan, children: Children, anchor: Anchor) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node { span, children });
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, node);
        }
        let Some(frame) = self.frames.last_mut() else { return node };
        let key = frame.key.take();
        match (self.nodes.get_mut(frame.node).map(|parent| &mut parent.children), key) {
            (Some(Children::Elements(elements)), _) => elements.push(node),
            (Some(Children::Members(members)), Some((text, key))) => {
                let earlier = members.get(&text);
                let first_key = earlier.map(|member| member.first_key.clone().unwrap_or_else(|| member.key.clone()));
                members.insert(text, Member { key, first_key, node });
            }
            _ => {}
        }
        node
    }
}
