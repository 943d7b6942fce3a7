//! The Markdown documentation of this workspace: its links, headings and documented commands.
//!
//! ````text
//! # Quick start                             heading `quick-start`
//! See [pages](pagination.md#styles).        link to `pagination.md`, heading `styles`
//! ```sh
//! cargo xtask codegen --check  # compares   command ["cargo xtask", "codegen", "--check"]
//! ```
//! ````

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A Markdown file.
#[derive(Debug)]
pub struct Page {
    /// Its path relative to the workspace, with forward slashes.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// A link of a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    /// The line of the link, starting at 1.
    pub line: usize,
    /// The target as written.
    pub target: String,
}

/// The content of a fenced block.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// The first line of the content, starting at 1.
    pub line: usize,
    /// The content, with a line break at the end of each line.
    pub text: String,
}

/// A command line in a fenced block of the language `sh`.
#[derive(Debug, PartialEq, Eq)]
pub struct DocumentedCommand {
    /// The page and the line, as `README.md:17`.
    pub location: String,
    /// The program, followed by its arguments.
    pub arguments: Vec<String>,
}

/// Returns the root folder of this workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the Markdown files of this workspace that are written by hand: those in its root, in `docs/` and of the
/// tests.
///
/// # Panics
/// Panics if a file cannot be read.
pub fn pages() -> Vec<Page> {
    let root = root();
    let mut paths: Vec<PathBuf> = files(&root).into_iter().chain(files(&root.join("tests"))).collect();
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        folders.extend(entries(&folder).into_iter().filter(|path| path.is_dir()));
        paths.extend(files(&folder));
    }
    paths.sort();
    let page = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let path = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        Page { path, text }
    };
    paths.into_iter().map(page).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let is_markdown = |path: &PathBuf| path.is_file() && path.extension().is_some_and(|extension| extension == "md");
    entries(folder).into_iter().filter(is_markdown).collect()
}

/// Returns the commands of a program, such as `cargo xtask`, in all pages.
///
/// # Panics
/// Panics if a page cannot be read.
pub fn documented_commands(program: &str) -> Vec<DocumentedCommand> {
    pages().iter().flat_map(|page| page.commands(program)).collect()
}

impl Page {
    /// Returns the lines outside fenced blocks, with their numbers.
    fn prose(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, language, _)| language.is_none()).map(|(number, _, line)| (number, line))
    }

    /// Returns all lines except fences, with their numbers and the language of the fenced block around them.
    fn lines(&self) -> impl Iterator<Item = (usize, Option<&str>, &str)> {
        let mut fence: Option<(&str, &str)> = None;
        self.text.lines().enumerate().filter_map(move |(index, line)| {
            let trimmed = line.trim_start();
            let ticks = &trimmed[..trimmed.len() - trimmed.trim_start_matches('`').len()];
            match fence {
                Some((open, _)) if ticks.len() >= open.len() && trimmed.trim_end() == ticks => fence = None,
                None if ticks.len() >= 3 => fence = Some((ticks, trimmed[ticks.len()..].trim())),
                _ => return Some((index + 1, fence.map(|(_, language)| language), line)),
            }
            None
        })
    }

    /// Returns the anchors of the headings, as GitHub derives them.
    pub fn anchors(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let headings = self.prose().filter_map(|(_, line)| {
            let level = line.len() - line.trim_start_matches('#').len();
            line[level..].strip_prefix(' ').filter(|_| (1..=6).contains(&level))
        });
        let anchor = |heading: &str| {
            let anchor = slug(heading);
            let count = counts.entry(anchor.clone()).or_default();
            *count += 1;
            if *count == 1 { anchor } else { format!("{anchor}-{}", *count - 1) }
        };
        headings.map(anchor).collect()
    }

    /// Returns the links, those of reference definitions included.
    pub fn links(&self) -> Vec<Link> {
        let mut links = Vec::new();
        for (line, text) in self.prose() {
            let text = without_code(text);
            let definition = text.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
            let inline = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
            let targets = inline.chain(definition).filter_map(|target| target.split_whitespace().next());
            links.extend(targets.map(|target| Link { line, target: target.to_owned() }));
        }
        links
    }

    /// Returns the fenced blocks of a language that are not empty.
    pub fn blocks(&self, language: &str) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut next = 0;
        for (number, _, line) in self.lines().filter(|(_, own, _)| *own == Some(language)) {
            if number != next {
                blocks.push(Block { line: number, text: String::new() });
            }
            next = number + 1;
            if let Some(block) = blocks.last_mut() {
                block.text.push_str(line);
                block.text.push('\n');
            }
        }
        blocks
    }

    /// Returns the commands of a program in fenced blocks of the language `sh`.
    fn commands(&self, program: &str) -> Vec<DocumentedCommand> {
        let mut commands = Vec::new();
        let mut continued = String::new();
        for (number, _, line) in self.lines().filter(|(_, language, _)| *language == Some("sh")) {
            continued.push_str(line.trim());
            if let Some(start) = continued.strip_suffix('\\') {
                continued = start.to_owned();
                continue;
            }
            let line = std::mem::take(&mut continued);
            let Some(rest) = line.strip_prefix(program).filter(|rest| rest.is_empty() || rest.starts_with(' ')) else {
                continue;
            };
            let words = rest.split_whitespace().take_while(|word| !["#", "|", ">", "&&", "||"].contains(word));
            let arguments = words.map(|word| word.trim_matches(['"', '\'']).to_owned());
            commands.push(DocumentedCommand {
                location: format!("{}:{number}", self.path),
                arguments: [program.to_owned()].into_iter().chain(arguments).collect(),
            });
        }
        commands
    }
}

/// Returns the anchor of a heading: lower case, without punctuation, with hyphens for spaces.
fn slug(heading: &str) -> String {
    let text = heading.trim().to_lowercase();
    text.chars()
        .filter(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_'))
        .map(|character| if character == ' ' { '-' } else { character })
        .collect()
}

/// Returns a line without its inline code.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("``")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Page {
        Page { path: "page.md".to_owned(), text: text.to_owned() }
    }

    #[test]
    fn headings_have_the_anchors_of_github() {
        let text = "# `apiarist.toml`: what's in it?\n## Errors\n```sh\n# comment\n```\n## Errors\n#none\n";
        assert_eq!(page(text).anchors(), ["apiaristtoml-whats-in-it", "errors", "errors-1"]);
    }

    #[test]
    fn links_in_code_are_not_links() {
        let text = "[a](b.md#c) and [`d`](e \"title\") but `[f](g)`\n```text\n[h](i)\n```\n[j]: k.md\n";
        let targets: Vec<_> = page(text).links().into_iter().map(|link| (link.line, link.target)).collect();
        let expected = [(1, "b.md#c"), (1, "e"), (5, "k.md")].map(|(line, target)| (line, target.to_owned()));
        assert_eq!(targets, expected);
    }

    #[test]
    fn blocks_have_their_first_line() {
        let text = "```toml\na = 1\n\n[b]\n```\n```toml\nc = 2\n```\n```sh\nls\n```\n";
        let blocks: Vec<_> = page(text).blocks("toml").into_iter().map(|block| (block.line, block.text)).collect();
        let expected = [(2, "a = 1\n\n[b]\n"), (7, "c = 2\n")].map(|(line, text)| (line, text.to_owned()));
        assert_eq!(blocks, expected);
    }

    #[test]
    fn commands_end_where_the_shell_ends_them() {
        let text = "```sh\ncargo xtask codegen --check   # compares\ncargo xtasks\ncargo xtask diff \\\n    openai | less\n```\n\
                    ```toml\ncargo xtask new\n```\n";
        let commands = page(text).commands("cargo xtask");
        let arguments: Vec<_> = commands.iter().map(|command| command.arguments.join(" ")).collect();
        assert_eq!(arguments, ["cargo xtask codegen --check", "cargo xtask diff openai"]);
        assert_eq!(commands[1].location, "page.md:5");
    }
}
