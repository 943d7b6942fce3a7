//! Documentation pages: their text and path.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::diagnostics::Excerpt;
use crate::source::{folder_of, read_text};

/// File extensions of pages, for the search in a folder.
const EXTENSIONS: [&str; 4] = ["md", "mdx", "markdown", "txt"];

/// The maximum nesting of folders in which pages are searched.
const DEPTH: usize = 64;

/// A documentation page.
#[derive(Clone, Debug)]
pub struct Page {
    path: PathBuf,
    root: PathBuf,
    text: String,
    /// The byte offset of each line.
    line_starts: OnceLock<Vec<usize>>,
}

impl Page {
    /// Creates a page with this text, as if it were in a file of this name. Documents that it references are searched
    /// next to it.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        let path = path.into();
        Self { root: folder_of(&path), path, text: text.into(), line_starts: OnceLock::new() }
    }

    /// Reads a page. Documents that it references are searched next to it, and in the folders above up to `root`.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read or is not UTF-8.
    pub fn read(path: &Path, root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.to_owned(), ..Self::new(path, read_text(path)?) })
    }

    /// Returns the paths of all pages in a folder and its subfolders, sorted by name. Symbolic links are not followed,
    /// and names that begin with a dot are skipped.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn paths_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        collect(folder, DEPTH, &mut found)?;
        found.sort();
        Ok(found)
    }

    /// Returns the path that the caller passed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the folder outside of which no file is read.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the path relative to its root, with forward slashes and on one line.
    pub(super) fn shown(&self) -> String {
        let path = self.path.strip_prefix(&self.root).unwrap_or(&self.path);
        one_line(&path.display().to_string().replace('\\', "/"))
    }

    /// Returns an excerpt of a range of bytes.
    pub(super) fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let starts = self
            .line_starts
            .get_or_init(|| std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect());
        let line = starts.partition_point(|start| *start <= span.start).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        let excerpt = Excerpt::new(&self.path, rest, &(span.start - start..span.end.max(span.start) - start));
        Excerpt { line, ..excerpt }
    }
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() && depth > 0 {
            collect(&path, depth - 1, found)?;
        } else if kind.is_file()
            && path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known))
        {
            found.push(path);
        }
    }
    Ok(())
}

/// Returns text without line breaks and other control characters.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_has_the_line_of_the_page() {
        let page = Page::new("a.md", "one\ntwö three\n\nfour");
        for (word, line, column) in [("one", 1, 1), ("three", 2, 5), ("four", 4, 1)] {
            let start = page.text().find(word).expect("it is there");
            let excerpt = page.excerpt(&(start..start + word.len()));
            assert_eq!((excerpt.line, excerpt.column, &excerpt.text[excerpt.span]), (line, column, word));
        }
        assert_eq!(Page::new("a.md", "").excerpt(&(0..0)).line, 1);
    }
}
