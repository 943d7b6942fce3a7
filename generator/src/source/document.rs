//! A document: the trees of its files, and the resolution of references between them.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;

use crate::hash::HashMap;

use super::events::scalar::{Meaning, meaning};
use super::folder::{Folder, normalized};
use super::overlay::patch::{Origins, PatchedTree};
use super::reference::{Target, UnresolvedReference};
use super::resource::Resources;
use super::substitutes::Substitutes;
use super::tree::Tree;
use super::{FileId, Pointer, SourceError, SourceErrorKind, SourceFault, SourceFile, limits, overlay};

/// A document: the tree of its root file, and the trees of the files that its references name.
///
/// ```
/// use apiarist::source::{Document, Pointer};
///
/// let document = Document::parse("pets.yaml", "openapi: 3.0.3\ninfo:\n  title: Pets\n")?;
/// assert_eq!(document.root()["info"]["title"], "Pets");
///
/// let title = Pointer::root().join("info").join("title");
/// let location = document.locate(&title).expect("it is in the document");
/// assert_eq!((location.line, location.column), (3, 10));
/// # Ok::<(), apiarist::source::SourceError>(())
/// ```
#[derive(Debug)]
pub struct Document {
    root: LoadedFile,
    others: Vec<LoadedFile>,
    /// The overlays that were applied to the root file.
    overlays: Vec<LoadedFile>,
    /// The origins of nodes of the root file that an overlay changed.
    origins: Origins,
    resources: Resources,
    /// Values that replace nodes of the tree in the model.
    substitutes: Substitutes,
}

/// A file that has been read.
#[derive(Debug)]
pub(super) struct LoadedFile {
    pub source: SourceFile,
    /// The tree, unless it was released.
    pub tree: OnceLock<Value>,
    /// The number of values in the file.
    pub values: usize,
    pub faults: Vec<SourceFault>,
    /// The digits of integers beyond 64 bits, which are floats in the tree.
    long_integers: HashMap<Pointer, Box<str>>,
    /// The targets of its references to other files.
    pub links: Links,
}

/// The files that references name, by the part before `#`.
pub(super) type Links = HashMap<Box<str>, Result<FileId, UnresolvedReference>>;

impl LoadedFile {
    pub(super) fn new(source: SourceFile, tree: Tree) -> Self {
        let Tree { root, values, faults, long_integers } = tree;
        Self { source, tree: root.into(), values, faults, long_integers, links: Links::default() }
    }

    pub(super) fn tree(&self) -> &Value {
        self.tree.get_or_init(|| self.source.tree_again())
    }
}

impl Document {
    /// Reads a file, the files below its folder that its references name, and in turn the files that those name. A file
    /// whose extension is not `.json`, `.yaml` or `.yml` is read as JSON if it begins with `{` or `[`.
    ///
    /// Another file that cannot be read is not an error here: [`Document::resolve`] reports it for each reference.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read, is not UTF-8, is not valid YAML or JSON, does not contain an
    /// object, or exceeds the limits of depth (256 levels) and size (256 MiB; 10 million values; aliases may add 1 MB,
    /// or 100 times the size of the file).
    pub fn read(path: &Path) -> Result<Self, SourceError> {
        Self::read_within(path, &folder_of(path))
    }

    /// Reads a file like [`Document::read`]; references may name files below the folder `root`.
    ///
    /// # Errors
    /// Returns the errors of [`Document::read`].
    pub fn read_within(path: &Path, root: &Path) -> Result<Self, SourceError> {
        Self::read_patched(path, root, &[])
    }

    /// Reads a file like [`Document::read_within`], and applies overlays to it, one after the other, before references
    /// are followed. Nodes that an overlay changed are located in the overlay.
    ///
    /// # Errors
    /// Returns the errors of [`Document::read`], and an error if an overlay cannot be read or does not conform to the
    /// Overlay Specification.
    pub fn read_patched(path: &Path, root: &Path, overlays: &[PathBuf]) -> Result<Self, SourceError> {
        let (mut file, overlays, origins) = patched(SourceFile::read(path, path)?, overlays)?;
        let others = Folder::new(root, path).read_others(&mut file);
        Ok(Self { overlays, origins, ..Self::of_files(file, others) })
    }

    /// Parses bytes as if they were in the file `path`, and applies overlays like [`Document::read_patched`].
    /// References to other files cannot be resolved.
    ///
    /// # Errors
    /// Returns the errors of [`Document::read_patched`].
    pub fn parse_patched(path: &Path, bytes: Vec<u8>, overlays: &[PathBuf]) -> Result<Self, SourceError> {
        let (file, overlays, origins) = patched(SourceFile::from_bytes(path, bytes)?, overlays)?;
        Ok(Self { overlays, origins, ..Self::of_files(file, Vec::new()) })
    }

    /// Parses text as if it were in a file of this name. References to other files cannot be resolved.
    ///
    /// # Errors
    /// Returns the errors of [`Document::read`].
    pub fn parse(name: &str, text: impl Into<String>) -> Result<Self, SourceError> {
        let root = root_file(SourceFile::new(Path::new(name), text.into()))?;
        Ok(Self::of_files(root, Vec::new()))
    }

    fn of_files(root: LoadedFile, others: Vec<LoadedFile>) -> Self {
        let mut resources = Resources::default();
        for (number, file) in (0..).zip(std::iter::once(&root).chain(&others)) {
            resources.add(FileId(number), file.tree());
        }
        let (origins, substitutes) = (Origins::default(), Substitutes::default());
        Self { root, others, overlays: Vec::new(), origins, resources, substitutes }
    }

    /// Returns the path of the root file, as it was opened.
    pub fn path(&self) -> &Path {
        self.root.source.path()
    }

    /// Returns the tree of the root file, which is always an object.
    pub fn root(&self) -> &Value {
        self.root.tree()
    }

    /// Frees the memory of the trees. The next access to a tree parses its file again, which takes as long as before.
    /// A tree that an overlay changed is kept.
    pub fn release_trees(&mut self) {
        let root = Some(&mut self.root).filter(|_| self.overlays.is_empty());
        for file in root.into_iter().chain(&mut self.others) {
            file.tree.take();
        }
    }

    /// Frees the memory of the positions of nodes in the text. The next location in a file parses it again.
    pub fn release_positions(&mut self) {
        for file in std::iter::once(&mut self.root).chain(&mut self.others) {
            file.source.release_spans();
        }
    }

    /// Returns the node at a location in any file.
    pub fn value(&self, at: &Pointer) -> Option<&Value> {
        at.get(self.loaded(at.file())?.tree())
    }

    /// Returns a file of the document, or the root file if there is no file with that number.
    pub fn file(&self, file: FileId) -> &SourceFile {
        &self.loaded(file).unwrap_or(&self.root).source
    }

    /// Returns the path of a file relative to the folder of the root file, with forward slashes. It does not depend on
    /// the working directory.
    pub fn relative_path(&self, file: FileId) -> String {
        let root = normalized(self.root.source.path());
        let path = normalized(self.file(file).path());
        let base: Vec<_> = root.parent().into_iter().flat_map(Path::components).collect();
        let shared = base.iter().zip(path.components()).take_while(|(base, own)| **base == *own).count();
        let up = base.iter().skip(shared).map(|_| Cow::Borrowed(".."));
        let down = path.components().skip(shared);
        let parts: Vec<Cow<'_, str>> =
            up.chain(down.map(|part| part.as_os_str().to_string_lossy().into_owned().into())).collect();
        parts.join("/")
    }

    /// Serializes the tree of the root file in the format of that file.
    pub fn to_text(&self) -> String {
        self.root.source.format().write(self.root.tree())
    }

    /// Returns the number of files in the document.
    pub fn file_count(&self) -> usize {
        1 + self.others.len()
    }

    /// Returns the faults in the text that did not prevent reading it.
    pub fn faults(&self) -> impl Iterator<Item = &SourceFault> {
        std::iter::once(&self.root).chain(&self.others).chain(&self.overlays).flat_map(|file| &file.faults)
    }

    fn loaded(&self, file: FileId) -> Option<&LoadedFile> {
        match file.0 {
            0 => Some(&self.root),
            number => {
                let overlay = self.overlays.get((u32::MAX - number) as usize);
                self.others.get(number as usize - 1).or(overlay)
            }
        }
    }

    /// Returns the location of the text of a node: its own location, unless an overlay added it.
    fn origin(&self, pointer: &Pointer) -> Pointer {
        if self.origins.are_plain() || pointer.file() != FileId::default() {
            return pointer.clone();
        }
        self.origins.of(pointer.tokens())
    }

    /// Resolves a reference at `from` (RFC 3986 section 5; RFC 6901 section 6).
    ///
    /// A URI that is the `$id` of a schema refers to that schema, and a name after `#` to the `$anchor` of that name. A
    /// pointer that passes a node with a reference continues at its target. A pointer into the schema resource that has
    /// no target is also tried in its file and in the root file, because fragments are often written for the bundled
    /// document.
    ///
    /// # Errors
    /// Returns an error if there is no node at the target, or its file cannot be read.
    pub fn resolve(&self, from: &Pointer, reference: &str) -> Result<Pointer, UnresolvedReference> {
        let mut left = limits::REFERENCE_CHAIN;
        self.resolve_within(from, reference, &mut left)
    }

    /// Resolves a `$dynamicRef` at `from`, and returns whether the result is certain. Late binding is not implemented:
    /// of several targets with the name, the one in the resource of the reference is returned.
    ///
    /// # Errors
    /// Returns the errors of [`Document::resolve`].
    pub fn resolve_dynamic(&self, from: &Pointer, reference: &str) -> Result<(Pointer, bool), UnresolvedReference> {
        let target = Target::of(reference);
        let name = target.name().filter(|_| target.file.is_empty()).unwrap_or_default();
        match self.resources.dynamic(&name) {
            [only] => Ok((only.clone(), true)),
            several => Ok((self.resolve(from, reference)?, several.is_empty())),
        }
    }

    /// Returns the root of the schema resource or file that contains a location.
    pub fn resource_around(&self, at: &Pointer) -> Pointer {
        self.resources.around(at)
    }

    /// Resolves a reference within a budget: `left` is the number of references that may still be followed on all paths
    /// together, because a cyclic path would otherwise be tried again at each turn.
    fn resolve_within(
        &self,
        from: &Pointer,
        reference: &str,
        left: &mut usize,
    ) -> Result<Pointer, UnresolvedReference> {
        let target = Target::of(reference);
        let nothing = || UnresolvedReference::nothing(reference);
        *left = left.checked_sub(1).ok_or_else(UnresolvedReference::too_long)?;
        let resource = if target.file.is_empty() {
            self.resources.around(from)
        } else {
            match self.resources.place(from, target.file) {
                Some(place) => place,
                None => Pointer::root_of(self.linked(from, target.file)?),
            }
        };
        let file = Pointer::root_of(resource.file());
        if let Some(name) = target.name() {
            let found = [&resource, &file].into_iter().find_map(|place| self.resources.anchor(place, &name));
            return found.ok_or_else(nothing);
        }
        let steps = target.steps().ok_or_else(nothing)?;
        let mut places = vec![resource];
        if target.file.is_empty() {
            for fallback in [file, Pointer::root()] {
                if !places.contains(&fallback) {
                    places.push(fallback);
                }
            }
        }
        places.into_iter().find_map(|place| self.walk(place, &steps, left)).ok_or_else(nothing)
    }

    /// Returns the file that a reference at `from` names.
    fn linked(&self, from: &Pointer, name: &str) -> Result<FileId, UnresolvedReference> {
        let link = self.loaded(from.file()).and_then(|file| file.links.get(name));
        link.cloned().unwrap_or_else(|| Err(UnresolvedReference::no_folder(name)))
    }

    /// Walks down from a location, following references on the way.
    fn walk(&self, start: Pointer, steps: &[String], left: &mut usize) -> Option<Pointer> {
        let mut at = start;
        let mut value = self.value(&at)?;
        for step in steps {
            if let Some(child) = child(value, step) {
                (at, value) = (at.join(step), child);
                continue;
            }
            let reference = value.get("$ref")?.as_str()?;
            at = self.resolve_within(&at, reference, left).ok()?.join(step);
            value = self.value(&at)?;
        }
        Some(at)
    }

    /// Returns the source text of a number or boolean, such as `1.10` or `0x10`.
    pub fn scalar_text(&self, pointer: &Pointer) -> Option<&str> {
        let value = self.value(pointer)?;
        let origin = &self.origin(pointer);
        // A node that a merge key or an overlay added may have the text of another node.
        let is_text_of_value = |text: &&str| meaning(text) == Meaning::Value(value.clone());
        let digits = self.loaded(origin.file()).and_then(|file| file.long_integers.get(origin));
        if let Some(digits) = digits.map(|digits| &**digits).filter(is_text_of_value) {
            return Some(digits);
        }
        let file = self.file(origin.file());
        let mut text = file.text().get(file.bytes(&file.spans().scalar(&origin.tokens())?))?;
        // An anchor and a tag belong to the span.
        while text.starts_with(['&', '!']) {
            text = text.split_once(char::is_whitespace)?.1.trim_start();
        }
        Some(text).filter(is_text_of_value)
    }

    /// Stores values that replace values of the tree in the model, for the lifetime of the tree.
    pub fn keep(&self, values: Vec<Value>) -> &[Value] {
        self.substitutes.keep(values)
    }

    /// Returns the location of a node in the text, or of the nearest existing node around it.
    pub fn locate(&self, pointer: &Pointer) -> Option<Location> {
        let pointer = &self.origin(pointer);
        let file = self.file(pointer.file());
        let found = file.spans().find(&pointer.tokens())?;
        let span = file.bytes(&found.value);
        let key = found.key.map(|key| file.bytes(&key));
        let value_is_long = found.is_container || file.text().get(span.clone()).is_none_or(|text| text.contains('\n'));
        let focus = match &key {
            Some(key) if value_is_long || span.is_empty() => key.clone(),
            _ => span.clone(),
        };
        let (line, column) = file.line_and_column(focus.start);
        Some(Location {
            file: pointer.file(),
            line,
            column,
            focus,
            span,
            key,
            first_key: found.first_key.map(|key| file.bytes(&key)),
            is_exact: found.steps == pointer.tokens().len(),
        })
    }
}

/// Returns the folder of a document, relative to the same base as its path.
pub fn folder_of(document: &Path) -> PathBuf {
    let folder = document.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// Returns the number of an overlay. Overlays are counted from the end, because the number of files is not known yet.
fn overlay_id(number: u32) -> FileId {
    FileId(u32::MAX - number)
}

/// Returns the property or element of a node that a token of a pointer selects.
pub(super) fn child<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(step),
        Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Parses the root file and applies overlays to it, one after the other. Returns it with the files of the overlays, and
/// the origins of the nodes that they changed.
fn patched(file: SourceFile, overlays: &[PathBuf]) -> Result<(LoadedFile, Vec<LoadedFile>, Origins), SourceError> {
    let mut file = root_file(file)?;
    let mut tree = file.tree.take().unwrap_or_default();
    let mut patched = PatchedTree::new(&mut tree, file.values, file.source.text().len());
    let mut applied = Vec::new();
    for (number, overlay) in (0..).zip(overlays) {
        applied.push(overlay::apply(overlay, overlay_id(number), &mut patched)?);
    }
    let origins = patched.origins;
    file.tree = tree.into();
    Ok((file, applied, origins))
}

/// Reads the tree of the root file, which must be an object.
fn root_file(mut file: SourceFile) -> Result<LoadedFile, SourceError> {
    match file.tree(FileId::default())? {
        Some(tree) if tree.root.is_object() => Ok(LoadedFile::new(file, tree)),
        None | Some(Tree { root: Value::Null, .. }) => {
            Err(SourceError::of_file(SourceErrorKind::Empty, file.path(), "the document is empty"))
        }
        Some(tree) => {
            let found = match tree.root {
                Value::Array(_) => "an array",
                Value::String(_) => "a string",
                Value::Bool(_) => "a boolean",
                _ => "a number",
            };
            let start = file.text().len() - file.text().trim_start().len();
            let message = format!("an OpenAPI document must be an object; found {found}");
            Err(SourceError::at(SourceErrorKind::NotAnObject, file, start..start + 1, message))
        }
    }
}

/// The location of a node in the text of its file. Ranges are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The line of the beginning of [`focus`](Self::focus), from 1.
    pub line: usize,
    /// The column of the beginning of [`focus`](Self::focus), in characters, from 1.
    pub column: usize,
    /// The range that a diagnostic marks: a short value, or the key of a long one.
    pub focus: Range<usize>,
    /// The span of the value.
    pub span: Range<usize>,
    /// The span of the key, if the node is a property of an object.
    pub key: Option<Range<usize>>,
    /// The first occurrence of the key, if the object has the same key more than once.
    pub first_key: Option<Range<usize>>,
    /// Whether this is the requested node rather than one around it.
    pub is_exact: bool,
}
