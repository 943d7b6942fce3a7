//! A page of a documentation: its text, and where it was found.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::diagnostics::Excerpt;
use crate::source::{folder_of, read_text};

/// What the name of a page ends with, when a folder is searched for pages.
const EXTENSIONS: [&str; 4] = ["md", "mdx", "markdown", "txt"];

/// How many folders may stand inside each other, when a folder is searched for pages.
const DEPTH: usize = 64;

/// A page of a documentation.
#[derive(Clone, Debug)]
pub struct Page {
    path: PathBuf,
    root: PathBuf,
    text: String,
    /// Where each line begins.
    line_starts: OnceLock<Vec<usize>>,
}

impl Page {
    /// A page with this text, as if it were in a file of this name. Documents that it points at are looked for beside it.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        let path = path.into();
        Self { root: folder_of(&path), path, text: text.into(), line_starts: OnceLock::new() }
    }

    /// Reads a page. Documents that it points at are looked for beside it, and in the folders above up to `root`.
    ///
    /// # Errors
    /// The file cannot be read, or is not UTF-8.
    pub fn read(path: &Path, root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.to_owned(), ..Self::new(path, read_text(path)?) })
    }

    /// The paths of all pages in a folder and in those below, in the order of their names. Links are not followed, and
    /// what begins with a dot is left out.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn paths_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        collect(folder, DEPTH, &mut found)?;
        found.sort();
        Ok(found)
    }

    /// Its path as it was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder above which nothing is read.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its path within its root, with forward slashes and on one line.
    pub(super) fn shown(&self) -> String {
        let path = self.path.strip_prefix(&self.root).unwrap_or(&self.path);
        one_line(&path.display().to_string().replace('\\', "/"))
    }

    /// A range of bytes of its text, to be shown.
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

/// Text without line ends and other control characters.
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
