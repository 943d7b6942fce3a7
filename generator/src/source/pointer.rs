//! JSON pointers (RFC 6901) that include their file and are cheap to extend.

use std::fmt;
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::{Arc, LazyLock};

use crate::hash::RandomState;

/// The number of a file within one [`Document`](super::Document); the root file is number 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A location in a document: a file and a JSON pointer into it.
///
/// A pointer shares its parent, so walking down a document costs one small allocation for each step.
///
/// ```
/// use apiarist::source::Pointer;
///
/// let paths = Pointer::root().join("paths");
/// assert_eq!(paths.join("/pets/{id}").join("get").to_string(), "#/paths/~1pets~1{id}/get");
/// ```
#[derive(Clone)]
pub struct Pointer(Node);

#[derive(Clone)]
enum Node {
    Root(FileId),
    /// The parent, the last token, and a hash of both: as a key, a pointer costs the same however long it is.
    Child(Arc<(Pointer, Box<str>, u64)>),
}

/// The hash function of the tokens. Its seed is random, so that no document can contain tokens with equal hashes.
static HASHING: LazyLock<RandomState> = LazyLock::new(RandomState::default);

impl Pointer {
    /// Returns the pointer to the root of the root file.
    pub fn root() -> Self {
        Self::root_of(FileId(0))
    }

    /// Returns the pointer to the root of a file.
    pub fn root_of(file: FileId) -> Self {
        Self(Node::Root(file))
    }

    /// Returns the pointer to the property or element `token` of the target; `token` is not escaped.
    #[must_use]
    pub fn join(&self, token: &str) -> Self {
        let mut hasher = HASHING.build_hasher();
        self.hash(&mut hasher);
        token.hash(&mut hasher);
        Self(Node::Child(Arc::new((self.clone(), token.into(), hasher.finish()))))
    }

    /// Returns the pointer to the element `index` of the target.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.join(&index.to_string())
    }

    /// Returns the pointer to the parent, or `None` for the root of a file.
    pub fn parent(&self) -> Option<&Self> {
        match &self.0 {
            Node::Root(_) => None,
            Node::Child(child) => Some(&child.0),
        }
    }

    /// Returns the last token, or `None` for the root of a file.
    pub fn last(&self) -> Option<&str> {
        match &self.0 {
            Node::Root(_) => None,
            Node::Child(child) => Some(&child.1),
        }
    }

    /// Returns the file that contains the target.
    pub fn file(&self) -> FileId {
        let mut at = self;
        loop {
            match &at.0 {
                Node::Root(file) => return *file,
                Node::Child(child) => at = &child.0,
            }
        }
    }

    /// Returns the tokens from the root of the file, unescaped.
    pub fn tokens(&self) -> Vec<&str> {
        let mut tokens = Vec::new();
        let mut at = self;
        while let Node::Child(child) = &at.0 {
            tokens.push(&*child.1);
            at = &child.0;
        }
        tokens.reverse();
        tokens
    }

    /// Parses the fragment of a reference such as `#/components/schemas/A~1B`, in the root file.
    ///
    /// Percent-encoded octets are decoded first, then `~1` and `~0` (RFC 6901 section 6). Returns `None` if the text is
    /// not `#` followed by an absolute pointer.
    pub fn parse_fragment(text: &str) -> Option<Self> {
        let path = text.strip_prefix('#')?;
        let mut pointer = Self::root();
        if path.is_empty() {
            return Some(pointer);
        }
        for token in path.strip_prefix('/')?.split('/') {
            pointer = pointer.join(&unescape(token));
        }
        Some(pointer)
    }

    /// Returns the target in the tree of its file.
    pub fn get<'d>(&self, tree: &'d serde_json::Value) -> Option<&'d serde_json::Value> {
        self.tokens().into_iter().try_fold(tree, |at, token| match at {
            serde_json::Value::Object(members) => members.get(token),
            serde_json::Value::Array(elements) => elements.get(token.parse::<usize>().ok()?),
            _ => None,
        })
    }
}

/// Returns the property that a token in the fragment of a reference refers to.
pub(super) fn unescape(token: &str) -> String {
    // Most references refer to components, whose names have no escapes.
    if !token.contains(['%', '~']) {
        return token.to_owned();
    }
    percent_decode(token).replace("~1", "/").replace("~0", "~")
}

/// Decodes percent-encoded octets. Text that does not decode to UTF-8 is unchanged.
pub(super) fn percent_decode(token: &str) -> String {
    let mut octets = Vec::with_capacity(token.len());
    let bytes = token.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(octet) if byte == b'%' => {
                octets.push(octet);
                at += 3;
            }
            _ => {
                octets.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(octets).unwrap_or_else(|_| token.to_owned())
}

impl Default for Pointer {
    fn default() -> Self {
        Self::root()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for token in self.tokens() {
            f.write_str("/")?;
            if token.contains(['~', '/']) {
                f.write_str(&token.replace('~', "~0").replace('/', "~1"))?;
            } else {
                f.write_str(token)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{self}", self.file().0)
    }
}

impl PartialEq for Pointer {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Node::Root(a), Node::Root(b)) => a == b,
            (Node::Child(a), Node::Child(b)) => Arc::ptr_eq(a, b) || (a.2 == b.2 && a.1 == b.1 && a.0 == b.0),
            _ => false,
        }
    }
}

impl Eq for Pointer {}

impl Hash for Pointer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Node::Root(file) => file.hash(state),
            Node::Child(child) => child.2.hash(state),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_read_back_as_it_was_written() {
        let pointer = Pointer::root().join("paths").join("/a~b/{c}").index(3);
        assert_eq!(pointer.to_string(), "#/paths/~1a~0b~1{c}/3");
        assert_eq!(Pointer::parse_fragment(&pointer.to_string()), Some(pointer));
    }

    #[test]
    fn percent_encoding_is_decoded_before_tildes() {
        let pointer = Pointer::parse_fragment("#/paths/~1x%7Eid%7D").expect("it is a fragment");
        assert_eq!(pointer.last(), Some("/x~id}"));
        assert_eq!(Pointer::parse_fragment("other.yaml#/a"), None);
    }
}
