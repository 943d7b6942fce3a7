//! The folder that must contain the files of a document.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde_json::Value;

use crate::hash::HashMap;

use super::document::{Links, LoadedFile, folder_of};
use super::pointer::percent_decode;
use super::reference::{UnresolvedReference, each_file};
use super::{FileId, SourceErrorKind, SourceFile, limits};

/// A reader of the files that references name.
pub(super) struct Folder {
    /// The folder, without symbolic links, or `None` if it does not exist.
    path: Option<PathBuf>,
    /// The folder as it was passed.
    shown: PathBuf,
    /// The path of each file by its number: without `..` and including symbolic links, and as shown in messages.
    places: Vec<Place>,
    /// The result for every path that was named.
    known: HashMap<PathBuf, Result<FileId, Refusal>>,
    /// The files that were read, by their path without symbolic links.
    read: HashMap<PathBuf, FileId>,
    /// The total size of all files in bytes.
    size: usize,
}

#[derive(Clone)]
struct Place {
    path: PathBuf,
    shown: PathBuf,
}

/// The reason for not reading a file.
#[derive(Clone)]
struct Refusal {
    /// The reason, as the end of a sentence that begins with the reference.
    reason: String,
    help: Option<&'static str>,
}

impl Folder {
    /// Creates a reader for the folder `root` and a document in the file `path`, which may be outside of it.
    pub(super) fn new(root: &Path, path: &Path) -> Self {
        let parent = folder_of(path);
        let absolute = fs::canonicalize(&parent).unwrap_or(parent);
        let place = Place { path: absolute.join(path.file_name().unwrap_or_default()), shown: path.to_owned() };
        let read = fs::canonicalize(path).into_iter().map(|path| (path, FileId::default())).collect();
        Self {
            path: fs::canonicalize(root).ok(),
            shown: root.to_owned(),
            places: vec![place],
            known: HashMap::default(),
            read,
            size: 0,
        }
    }

    /// Reads the files that the root file names, and in turn the files that those name, each once.
    pub(super) fn read_others(mut self, root: &mut LoadedFile) -> Vec<LoadedFile> {
        self.size = root.source.text().len();
        let mut others = Vec::new();
        root.links = self.links(0, root.tree(), &mut others);
        let mut next = 0;
        while let Some(file) = others.get_mut(next) {
            next += 1;
            let tree = std::mem::take(&mut file.tree);
            let links = self.links(next, tree.get().unwrap_or(&Value::Null), &mut others);
            if let Some(file) = others.get_mut(next - 1) {
                (file.tree, file.links) = (tree, links);
            }
        }
        others
    }

    /// Resolves the references of a file to other files, and reads those files.
    fn links(&mut self, from: usize, tree: &Value, others: &mut Vec<LoadedFile>) -> Links {
        let mut links = Links::default();
        each_file(tree, &mut |name| {
            if !links.contains_key(name) {
                links.insert(name.into(), self.link(from, name, others));
            }
        });
        links
    }

    /// Returns the file that a reference in another file names.
    fn link(&mut self, from: usize, name: &str, others: &mut Vec<LoadedFile>) -> Result<FileId, UnresolvedReference> {
        let refused = |refusal: Refusal| {
            let error = UnresolvedReference::new(format!("cannot resolve `{name}`: {}", refusal.reason));
            refusal.help.map(|help| error.clone().with_help(help)).unwrap_or(error)
        };
        if is_url(name) {
            return Err(refused(Refusal {
                reason: "references to URLs are not fetched".to_owned(),
                help: Some("copy the file to the folder of the document, and refer to the copy by its path"),
            }));
        }
        let Some(place) = self.places.get(from) else { return Err(UnresolvedReference::nothing(name)) };
        let name = percent_decode(name).replace('\\', "/");
        let sibling = |path: &Path| normalized(&path.parent().unwrap_or(Path::new("")).join(&name));
        let place = Place { path: sibling(&place.path), shown: sibling(&place.shown) };
        if let Some(known) = self.known.get(&place.path) {
            return known.clone().map_err(refused);
        }
        let found = self.read(&place, others);
        self.known.insert(place.path, found.clone());
        found.map_err(refused)
    }

    /// Reads a file, unless it has been read.
    fn read(&mut self, place: &Place, others: &mut Vec<LoadedFile>) -> Result<FileId, Refusal> {
        let path = self.find(place)?;
        if let Some(file) = self.read.get(&path) {
            return Ok(*file);
        }
        let shown = place.shown.display();
        let number = others.len() + 1;
        if number >= limits::FILES {
            return Err(Refusal::new(format!("the document has more than {} files", limits::grouped(limits::FILES))));
        }
        let too_large = || {
            Refusal::new(format!(
                "the files of the document are larger than {} in total",
                limits::size(limits::TOTAL_SIZE)
            ))
        };
        // A file that would exceed the limits is not opened.
        let size = fs::metadata(&path).map_or(0, |file| usize::try_from(file.len()).unwrap_or(usize::MAX));
        if self.size.saturating_add(size) > limits::TOTAL_SIZE {
            return Err(too_large());
        }
        let id = FileId(u32::try_from(number).unwrap_or(u32::MAX));
        let broken = |error: super::SourceError| match error.kind() {
            SourceErrorKind::Unreadable => Refusal::new(format!("`{shown}`: {}", error.message())),
            _ => Refusal::new(error.to_string()),
        };
        let mut source = SourceFile::read(&path, &place.shown).map_err(broken)?;
        self.size = self.size.saturating_add(source.text().len());
        let tree = source.tree(id).map_err(broken)?;
        let tree = tree.unwrap_or_default();
        others.push(LoadedFile::new(source, tree));
        self.places.push(place.clone());
        self.read.insert(path, id);
        Ok(id)
    }

    /// Returns the path without symbolic links of a file inside the folder. Paths outside are rejected without access
    /// to the file system.
    fn find(&self, place: &Place) -> Result<PathBuf, Refusal> {
        let shown = place.shown.display();
        let outside = || Refusal {
            reason: format!("`{shown}` is outside the folder `{}`", self.shown.display()),
            help: Some("copy the file into that folder, or allow a parent folder with `--root DIR`"),
        };
        let root = self.path.as_ref().ok_or_else(outside)?;
        if !place.path.starts_with(root) {
            return Err(outside());
        }
        let path = fs::canonicalize(&place.path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Refusal::new(format!("the file `{shown}` does not exist"))
            }
            _ => Refusal::new(format!("`{shown}`: {error}")),
        })?;
        if !path.starts_with(root) {
            return Err(outside());
        }
        if !path.is_file() {
            return Err(Refusal::new(format!("`{shown}` is not a regular file")));
        }
        Ok(path)
    }
}

impl Refusal {
    fn new(reason: String) -> Self {
        Self { reason, help: None }
    }
}

/// Returns `true` if this begins with a scheme (RFC 3986 section 3.1) or names a host. A single letter is the drive of
/// a path.
fn is_url(name: &str) -> bool {
    let scheme = name.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    name.starts_with("//") || (is_scheme && scheme.len() > 1)
}

/// Returns a path without `.` and `..`, except for leading `..`.
pub(super) fn normalized(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => match normal.components().next_back() {
                Some(Component::Normal(_)) => {
                    normal.pop();
                }
                Some(Component::RootDir | Component::Prefix(_)) => {}
                _ => normal.push(".."),
            },
            component => normal.push(component),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_told_from_paths() {
        for url in ["https://example.com/a.yaml", "file:///etc/passwd", "//example.com/a.yaml", "urn:a:b"] {
            assert!(is_url(url), "{url}");
        }
        for path in ["a.yaml", "./a:b.yaml", "../a.yaml", "/a.yaml", "C:/a.yaml"] {
            assert!(!is_url(path), "{path}");
        }
    }

    #[test]
    fn paths_are_normalized() {
        for (path, expected) in [("a/./b/../c", "a/c"), ("../../a", "../../a"), ("/../a", "/a"), ("a/..", "")] {
            assert_eq!(normalized(Path::new(path)), Path::new(expected));
        }
    }
}
