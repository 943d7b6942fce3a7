//! Builds the untyped tree of a document from its events, within limits.

use serde_json::{Map, Value};

use crate::hash::{HashMap, HashSet};

use super::error::{SourceErrorKind, SourceFault, SourceFaultKind, SyntaxError};
use super::events::scalar::{Meaning, meaning};
use super::events::{Anchor, Event, Events, Oddity, RawSpan, Scalar};
use super::span_tree::{SpanTree, SpanTreeBuilder};
use super::{FileId, Pointer, limits};

/// A tree that was read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub root: Value,
    /// The number of its values.
    pub values: usize,
    pub faults: Vec<SourceFault>,
    /// The digits of integers beyond 64 bits, which are floats in the tree.
    pub long_integers: HashMap<Pointer, Box<str>>,
}

/// Builds the tree and the spans of its nodes. Returns `None` if there is no value.
pub(super) fn build<'t>(
    file: FileId,
    text_length: usize,
    events: &mut impl Events<'t>,
) -> Result<Option<(Tree, SpanTree)>, SyntaxError> {
    let mut spans = SpanTreeBuilder::default();
    let tree = build_alone(file, text_length, events, |event, span| spans.take(event, span))?;
    Ok(tree.map(|tree| (tree, spans.finish())))
}

/// Builds the tree. Returns `None` if there is no value. `visit` is called with every event.
pub(super) fn build_alone<'t>(
    file: FileId,
    text_length: usize,
    events: &mut impl Events<'t>,
    mut visit: impl FnMut(&Event<'t>, &RawSpan),
) -> Result<Option<Tree>, SyntaxError> {
    let mut builder = Builder {
        file,
        frames: Vec::new(),
        anchors: HashMap::default(),
        root: None,
        faults: Vec::new(),
        long_integers: HashMap::default(),
        size: Size::default(),
        expanded: 0,
        maximum_expanded: text_length.saturating_mul(limits::ALIAS_FACTOR).max(limits::FREE_ALIASES),
    };
    while let Some((event, span)) = events.next_event()? {
        visit(&event, &span);
        builder.take(event, span)?;
    }
    let Builder { root, size, faults, long_integers, .. } = builder;
    Ok(root.map(|root| Tree { root, values: size.nodes, faults, long_integers }))
}

struct Builder {
    file: FileId,
    frames: Vec<Frame>,
    anchors: HashMap<usize, Anchored>,
    root: Option<Value>,
    faults: Vec<SourceFault>,
    long_integers: HashMap<Pointer, Box<str>>,
    size: Size,
    /// The size of all copies by aliases, in bytes.
    expanded: usize,
    maximum_expanded: usize,
}

/// The size of a tree.
#[derive(Clone, Copy, Default)]
struct Size {
    nodes: usize,
    /// The approximate number of bytes to write it.
    bytes: usize,
}

/// An object or array that is not complete.
struct Frame {
    contents: Contents,
    anchor: Anchor,
    size_before: Size,
    /// The height of its highest property or element.
    height: usize,
}

enum Contents {
    Array(Vec<Value>),
    Object {
        members: Members,
        key: Option<Key>,
        /// The values of `<<` keys.
        merged: Vec<Value>,
    },
}

/// A key without a value so far.
enum Key {
    /// The last key of the object. Its value is null until it is known.
    Last,
    /// `<<`, the properties of whose value are merged in (<https://yaml.org/type/merge.html>).
    Merge,
}

/// The properties of an object that is not complete.
#[derive(Default)]
struct Members {
    entries: Vec<(String, Value)>,
    /// All keys, if there are more than a few.
    keys: HashSet<String>,
}

impl Members {
    /// The maximum number of keys of which comparing all is faster than hashing one.
    const FEW: usize = 12;

    /// Adds a key with the value null, and returns `true` if the object already has the key.
    fn add(&mut self, key: String) -> bool {
        let is_known = if self.entries.len() <= Self::FEW {
            self.entries.iter().any(|(known, _)| *known == key)
        } else {
            if self.keys.is_empty() {
                self.keys.extend(self.entries.iter().map(|(known, _)| known.clone()));
            }
            !self.keys.insert(key.clone())
        };
        self.entries.push((key, Value::Null));
        is_known
    }

    fn last_key(&self) -> Option<&str> {
        self.entries.last().map(|(key, _)| key.as_str())
    }

    fn set_last(&mut self, value: Value) {
        if let Some((_, last)) = self.entries.last_mut() {
            *last = value;
        }
    }

    /// Returns the object. Of equal keys, the last value remains, in the position of the first.
    fn into_map(self) -> Map<String, Value> {
        self.entries.into_iter().collect()
    }
}

/// The target of an alias.
struct Anchored {
    value: Value,
    size: Size,
    height: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: RawSpan) -> Result<(), SyntaxError> {
        match event {
            Event::ObjectStart { anchor, tag } => {
                self.note_tag(tag);
                self.open(Contents::Object { members: Members::default(), key: None, merged: Vec::new() }, anchor, span)
            }
            Event::ArrayStart { anchor, tag } => {
                self.note_tag(tag);
                self.open(Contents::Array(Vec::new()), anchor, span)
            }
            Event::End => {
                self.close();
                Ok(())
            }
            Event::Scalar { scalar, anchor } => self.scalar(scalar, anchor, span),
            Event::Alias(anchor) => self.alias(anchor, span),
        }
    }

    fn note_tag(&mut self, tag: Option<String>) {
        if let Some(tag) = tag {
            self.fault(SourceFaultKind::IgnoredYamlTag(tag));
        }
    }

    fn open(&mut self, contents: Contents, anchor: Anchor, span: RawSpan) -> Result<(), SyntaxError> {
        self.check_depth(self.frames.len() + 1, &span)?;
        self.frames.push(Frame { contents, anchor, size_before: self.size, height: 0 });
        self.count(1, 2, span)
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let value = match frame.contents {
            Contents::Array(mut elements) => {
                elements.shrink_to_fit();
                Value::Array(elements)
            }
            Contents::Object { members, merged, .. } => {
                // A map that grows has room for more properties, which in most documents is a third of the whole tree.
                let mut map = members.into_map();
                if !merged.is_empty() {
                    for (key, value) in merged.into_iter().flat_map(members_to_merge) {
                        map.entry(key).or_insert(value);
                    }
                    map = map.into_iter().collect();
                }
                Value::Object(map)
            }
        };
        let height = frame.height + 1;
        if let Some(anchor) = frame.anchor {
            let size = Size {
                nodes: self.size.nodes - frame.size_before.nodes,
                bytes: self.size.bytes - frame.size_before.bytes,
            };
            self.anchors.insert(anchor, Anchored { value: value.clone(), size, height });
        }
        self.add(value, height);
    }

    fn scalar(&mut self, scalar: Scalar<'_>, anchor: Anchor, span: RawSpan) -> Result<(), SyntaxError> {
        let bytes = scalar.text.len() + 1;
        self.count(1, bytes, span)?;
        let understood = if scalar.plain { meaning(&scalar.text) } else { Meaning::Text };
        if let Some(anchor) = anchor {
            let value = match &understood {
                Meaning::Value(value) => value.clone(),
                Meaning::Text | Meaning::NonFinite => Value::String(scalar.text.to_string()),
            };
            self.anchors.insert(anchor, Anchored { value, size: Size { nodes: 1, bytes }, height: 0 });
        }
        match scalar.oddity {
            Some(Oddity::Tag(tag)) => self.fault(SourceFaultKind::IgnoredYamlTag(tag)),
            Some(Oddity::LoneSurrogate) => self.fault(SourceFaultKind::LoneSurrogate),
            None => {}
        }
        if self.awaits_key() {
            if scalar.plain && scalar.text == "<<" {
                self.set_key(Key::Merge);
                return Ok(());
            }
            let is_text = matches!(understood, Meaning::Text) || is_digits(&scalar.text);
            self.key(scalar.text.into_owned(), is_text);
            return Ok(());
        }
        let value = match understood {
            Meaning::Value(value) => {
                if value.is_f64() && is_integer(&scalar.text) {
                    self.long_integers.insert(self.pointer(), scalar.text.into());
                }
                value
            }
            Meaning::Text => Value::String(scalar.text.into_owned()),
            Meaning::NonFinite => {
                self.fault(SourceFaultKind::NonFiniteNumber);
                Value::String(scalar.text.into_owned())
            }
        };
        self.add(value, 0);
        Ok(())
    }

    fn alias(&mut self, anchor: usize, span: RawSpan) -> Result<(), SyntaxError> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            let message = "an alias must not occur inside the value of its own anchor".to_owned();
            return Err(SyntaxError { kind: SourceErrorKind::InvalidYaml, message, span });
        };
        let Anchored { size, height, .. } = *anchored;
        self.check_depth(self.frames.len() + height, &span)?;
        self.expanded = self.expanded.saturating_add(size.bytes);
        if self.expanded > self.maximum_expanded {
            let limit = limits::size(self.maximum_expanded);
            let message = format!("aliases expand the file to more than {limit}");
            return Err(SyntaxError { kind: SourceErrorKind::TooLarge, message, span });
        }
        self.count(size.nodes, size.bytes, span)?;
        if let Some(value) = self.anchors.get(&anchor).map(|anchored| anchored.value.clone()) {
            self.add(value, height);
        }
        Ok(())
    }

    /// Adds a complete value to its parent. In the position of a key it becomes one.
    fn add(&mut self, value: Value, height: usize) {
        if self.awaits_key() {
            let is_text = value.is_string();
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            return self.key(text, is_text);
        }
        let Some(frame) = self.frames.last_mut() else {
            self.root.get_or_insert(value);
            return;
        };
        frame.height = frame.height.max(height);
        match &mut frame.contents {
            Contents::Array(elements) => elements.push(value),
            Contents::Object { members, key, merged } => match key.take() {
                Some(Key::Merge) if is_mergeable(&value) => merged.push(value),
                Some(Key::Merge) => {
                    members.add("<<".to_owned());
                    members.set_last(value);
                }
                Some(Key::Last) => members.set_last(value),
                None => {}
            },
        }
    }

    fn awaits_key(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { contents: Contents::Object { key: None, .. }, .. }))
    }

    fn set_key(&mut self, new: Key) {
        if let Some(Frame { contents: Contents::Object { key, .. }, .. }) = self.frames.last_mut() {
            *key = Some(new);
        }
    }

    fn key(&mut self, text: String, is_text: bool) {
        let Some(Frame { contents: Contents::Object { members, .. }, .. }) = self.frames.last_mut() else { return };
        let is_known = members.add(text);
        self.set_key(Key::Last);
        if is_known {
            self.fault(SourceFaultKind::DuplicateKey);
        }
        if !is_text {
            self.fault(SourceFaultKind::NonStringKey);
        }
    }

    /// Records a fault of the value that is read next, or whose key was read last.
    fn fault(&mut self, kind: SourceFaultKind) {
        let pointer = self.pointer();
        self.faults.push(SourceFault { kind, pointer });
    }

    /// Returns the location of the value that is read next, or whose key was read last.
    fn pointer(&self) -> Pointer {
        let mut pointer = Pointer::root_of(self.file);
        for frame in &self.frames {
            pointer = match &frame.contents {
                Contents::Array(elements) => pointer.index(elements.len()),
                Contents::Object { key: Some(Key::Last), members, .. } => {
                    members.last_key().map_or_else(|| pointer.clone(), |key| pointer.join(key))
                }
                Contents::Object { key: Some(Key::Merge), .. } => pointer.join("<<"),
                Contents::Object { key: None, .. } => pointer,
            };
        }
        pointer
    }

    fn check_depth(&self, depth: usize, span: &RawSpan) -> Result<(), SyntaxError> {
        if depth <= limits::DEPTH {
            return Ok(());
        }
        Err(SyntaxError { kind: SourceErrorKind::TooDeep, message: too_deep(), span: span.clone() })
    }

    fn count(&mut self, nodes: usize, bytes: usize, span: RawSpan) -> Result<(), SyntaxError> {
        self.size.nodes = self.size.nodes.saturating_add(nodes);
        self.size.bytes = self.size.bytes.saturating_add(bytes);
        if self.size.nodes <= limits::VALUES {
            return Ok(());
        }
        let message = format!("the file has more than {} values", limits::grouped(limits::VALUES));
        Err(SyntaxError { kind: SourceErrorKind::TooLarge, message, span })
    }
}

/// Returns the message for nesting beyond the limit.
pub(super) fn too_deep() -> String {
    format!("objects and arrays must be nested at most {} levels deep", limits::DEPTH)
}

/// Returns `true` for an unsigned integer in decimal digits, such as a status, which reads the same as a key in every
/// format.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns `true` for an integer in decimal digits.
fn is_integer(text: &str) -> bool {
    is_digits(text.strip_prefix(['-', '+']).unwrap_or(text))
}

fn is_mergeable(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(elements) => !elements.is_empty() && elements.iter().all(Value::is_object),
        _ => false,
    }
}

fn members_to_merge(value: Value) -> Vec<(String, Value)> {
    match value {
        Value::Object(members) => members.into_iter().collect(),
        Value::Array(elements) => elements.into_iter().flat_map(members_to_merge).collect(),
        _ => Vec::new(),
    }
}
