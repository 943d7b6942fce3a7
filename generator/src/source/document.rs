//! A document: the trees of its files, and what its references lead to.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::events::scalar::{Meaning, meaning};
use super::folder::{Folder, normalized};
use super::overlay::patch::{Origins, PatchedTree};
use super::reference::{Target, UnresolvedReference};
use super::resource::Resources;
use super::substitutes::Substitutes;
use super::tree::Tree;
use super::{FileId, Pointer, SourceError, SourceErrorKind, SourceFault, SourceFile, limits, overlay};

/// A document: the tree of its root file, and those of the files that its references name.
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
    /// Where nodes of the root file come from that an overlay changed.
    origins: Origins,
    resources: Resources,
    /// Values that the model has in the place of some of the tree.
    substitutes: Substitutes,
}

/// A file that has been read.
#[derive(Debug)]
pub(super) struct LoadedFile {
    pub source: SourceFile,
    pub tree: Value,
    /// How many values the file holds.
    pub values: usize,
    pub faults: Vec<SourceFault>,
    /// The digits of integers beyond 64 bits, which are floats in the tree.
    long_integers: HashMap<Pointer, Box<str>>,
    /// What the references in it mean that name another file.
    pub links: Links,
}

/// What references mean that name another file, by the part before `#`.
pub(super) type Links = HashMap<Box<str>, Result<FileId, UnresolvedReference>>;

impl LoadedFile {
    pub(super) fn new(source: SourceFile, tree: Tree) -> Self {
        let Tree { root, values, faults, long_integers } = tree;
        Self { source, tree: root, values, faults, long_integers, links: Links::new() }
    }
}

impl Document {
    /// Reads a file, and the files below its folder that its references name, and those that these name. What is named
    /// neither `.json` nor `.yaml` nor `.yml` is JSON when it begins with `{` or `[`.
    ///
    /// That another file cannot be read is no error: what refers to it is told by [`Document::resolve`].
    ///
    /// # Errors
    /// The file cannot be read, is not UTF-8, not YAML or JSON, holds no object, or exceeds the limits of depth (256
    /// levels) and size (256 MiB; 10 million values; aliases may add 1 MB, or 100 times the size of the file).
    pub fn read(path: &Path) -> Result<Self, SourceError> {
        Self::read_within(path, &folder_of(path))
    }

    /// Reads a file as [`Document::read`] does, where references may name files below the folder `root`.
    ///
    /// # Errors
    /// As for [`Document::read`].
    pub fn read_within(path: &Path, root: &Path) -> Result<Self, SourceError> {
        Self::read_patched(path, root, &[])
    }

    /// Reads a file as [`Document::read_within`] does, and applies overlays to it, one after the other, before references
    /// are followed. What an overlay changed is located in the overlay.
    ///
    /// # Errors
    /// As for [`Document::read`]; or an overlay cannot be read, or is not what the Overlay Specification describes.
    pub fn read_patched(path: &Path, root: &Path, overlays: &[PathBuf]) -> Result<Self, SourceError> {
        let mut file = root_file(SourceFile::read(path, path)?)?;
        let mut patched = PatchedTree::new(&mut file.tree, file.values, file.source.text().len());
        let mut applied = Vec::new();
        for (number, overlay) in (0..).zip(overlays) {
            applied.push(overlay::apply(overlay, overlay_id(number), &mut patched)?);
        }
        let origins = patched.origins;
        let others = Folder::new(root, path).read_others(&mut file);
        Ok(Self { overlays: applied, origins, ..Self::of_files(file, others) })
    }

    /// Reads text as if it were in a file of this name. References to other files lead nowhere.
    ///
    /// # Errors
    /// As for [`Document::read`].
    pub fn parse(name: &str, text: impl Into<String>) -> Result<Self, SourceError> {
        let root = root_file(SourceFile::new(Path::new(name), text.into()))?;
        Ok(Self::of_files(root, Vec::new()))
    }

    fn of_files(root: LoadedFile, others: Vec<LoadedFile>) -> Self {
        let mut resources = Resources::default();
        for (number, file) in (0..).zip(std::iter::once(&root).chain(&others)) {
            resources.add(FileId(number), &file.tree);
        }
        let (origins, substitutes) = (Origins::default(), Substitutes::default());
        Self { root, others, overlays: Vec::new(), origins, resources, substitutes }
    }

    /// Returns the path of the root file, as it was opened.
    pub fn path(&self) -> &Path {
        self.root.source.path()
    }

    /// The tree of the root file; always an object.
    pub fn root(&self) -> &Value {
        &self.root.tree
    }

    /// The node at a place in any file.
    pub fn value(&self, at: &Pointer) -> Option<&Value> {
        at.get(&self.loaded(at.file())?.tree)
    }

    /// A file of the document; the root file when there is none of that number.
    pub fn file(&self, file: FileId) -> &SourceFile {
        &self.loaded(file).unwrap_or(&self.root).source
    }

    /// The path of a file from the folder of the root file, with forward slashes. It is the same wherever the command runs.
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

    /// The tree of the root file as text, as the root file is written: as JSON or as YAML.
    pub fn to_text(&self) -> String {
        self.root.source.format().write(&self.root.tree)
    }

    /// How many files the document has.
    pub fn file_count(&self) -> usize {
        1 + self.others.len()
    }

    /// What is odd in the text but could be read.
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

    /// Where the text of a node is: where it stands, unless an overlay put it there.
    fn origin(&self, pointer: &Pointer) -> Pointer {
        if self.origins.are_plain() || pointer.file() != FileId::default() {
            return pointer.clone();
        }
        self.origins.of(pointer.tokens())
    }

    /// The place that a reference means which stands at `from` (RFC 3986 section 5; RFC 6901 section 6).
    ///
    /// A URI that is the `$id` of a schema leads there, and a name after `#` to the `$anchor` of that name. Where a
    /// pointer runs through a node that is a reference itself, it goes on where that leads. A pointer into the schema
    /// resource itself that leads nowhere is tried on its file and on the root file, because fragments are often written
    /// for the document that they are put together to.
    ///
    /// # Errors
    /// Nothing stands there, or it is in a file that cannot be read.
    pub fn resolve(&self, from: &Pointer, reference: &str) -> Result<Pointer, UnresolvedReference> {
        let mut left = limits::REFERENCE_CHAIN;
        self.resolve_within(from, reference, &mut left)
    }

    /// The place that a `$dynamicRef` means which stands at `from`, and whether that is certain. Late binding is not
    /// followed: where several places have the name, it is the one in the resource of the reference.
    ///
    /// # Errors
    /// As for [`Document::resolve`].
    pub fn resolve_dynamic(&self, from: &Pointer, reference: &str) -> Result<(Pointer, bool), UnresolvedReference> {
        let target = Target::of(reference);
        let name = target.name().filter(|_| target.file.is_empty()).unwrap_or_default();
        match self.resources.dynamic(&name) {
            [only] => Ok((only.clone(), true)),
            several => Ok((self.resolve(from, reference)?, several.is_empty())),
        }
    }

    /// The whole of the schema resource or the file in which a place is.
    pub fn resource_around(&self, at: &Pointer) -> Pointer {
        self.resources.around(at)
    }

    /// `left` is how many references may still be followed, on all ways that are tried: a way that leads in circles would
    /// be tried anew at each turn.
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

    /// The file that a reference at `from` names.
    fn linked(&self, from: &Pointer, name: &str) -> Result<FileId, UnresolvedReference> {
        let link = self.loaded(from.file()).and_then(|file| file.links.get(name));
        link.cloned().unwrap_or_else(|| Err(UnresolvedReference::no_folder(name)))
    }

    /// Goes down from a place, through references on the way.
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

    /// Returns the text of a number or a truth value as it is written, such as `1.10` or `0x10`.
    ///
    /// The first call for a file reads its whole text once more, unless the value is an integer beyond 64 bits.
    pub fn scalar_text(&self, pointer: &Pointer) -> Option<&str> {
        let value = self.value(pointer)?;
        let origin = &self.origin(pointer);
        // The text of a node that a merge key or an overlay put there may be another's.
        let is_text_of_value = |text: &&str| meaning(text) == Meaning::Value(value.clone());
        let digits = self.loaded(origin.file()).and_then(|file| file.long_integers.get(origin));
        if let Some(digits) = digits.map(|digits| &**digits).filter(is_text_of_value) {
            return Some(digits);
        }
        let file = self.file(origin.file());
        let mut text = file.text().get(file.bytes(file.spans().scalar(&origin.tokens())?))?;
        // An anchor and a tag belong to the span.
        while text.starts_with(['&', '!']) {
            text = text.split_once(char::is_whitespace)?.1.trim_start();
        }
        Some(text).filter(is_text_of_value)
    }

    /// Keeps values that the model has in the place of some of the tree for as long as the tree.
    pub fn keep(&self, values: Vec<Value>) -> &[Value] {
        self.substitutes.keep(values)
    }

    /// Where a node stands, or else the nearest one around it that exists.
    ///
    /// The first call for a file reads its whole text once more.
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

/// The folder in which a document stands, from the same place as its path.
pub fn folder_of(document: &Path) -> PathBuf {
    let folder = document.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// The number of an overlay: they are counted from the end, because nobody knows yet how many files there will be.
fn overlay_id(number: u32) -> FileId {
    FileId(u32::MAX - number)
}

/// The member or element of a node that a step of a pointer leads to.
pub(super) fn child<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(step),
        Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Reads the tree of the root file, which must be an object.
fn root_file(mut file: SourceFile) -> Result<LoadedFile, SourceError> {
    match file.tree(FileId::default())? {
        Some(tree) if tree.root.is_object() => Ok(LoadedFile::new(file, tree)),
        None | Some(Tree { root: Value::Null, .. }) => {
            Err(SourceError::of_file(SourceErrorKind::Empty, file.path(), "the document is empty"))
        }
        Some(tree) => {
            let what = match tree.root {
                Value::Array(_) => "a list",
                Value::String(_) => "plain text",
                Value::Bool(_) => "a truth value",
                _ => "a number",
            };
            let start = file.text().len() - file.text().trim_start().len();
            let message = format!("an OpenAPI document is an object, but this is {what}");
            Err(SourceError::at(SourceErrorKind::NotAnObject, file, start..start + 1, message))
        }
    }
}

/// Where a node stands in the text of its file. Ranges are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The line on which [`focus`](Self::focus) begins, from 1.
    pub line: usize,
    /// The column at which [`focus`](Self::focus) begins, in characters, from 1.
    pub column: usize,
    /// What to point a reader at: a short value, or the key of a long one.
    pub focus: Range<usize>,
    /// The value.
    pub span: Range<usize>,
    /// The key, when the node is the member of an object.
    pub key: Option<Range<usize>>,
    /// The key where it stands first, when the object has the same key more than once.
    pub first_key: Option<Range<usize>>,
    /// Whether this is the node asked for, and not one around it.
    pub is_exact: bool,
}
