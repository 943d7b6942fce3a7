//! Reports as Markdown, for a pull request: breaking changes with their Rust code first, everything else folded.
//!
//! ```text
//! ## conversation-apis 0.4.2 → 0.5.0, breaking in tavus
//! ### tavus: …                  source, versions and checksums, counts
//! #### Breaking on the wire     entries by subject, each with its changed lines of Rust and the edit of a caller
//! #### Breaking in Rust only
//! #### Typing                   what became more or less precise
//! <details> compatible          one line for each entry
//! <details> documentation only
//! <details> accepted
//! #### Stale acceptances
//! ```
//!
//! Names and texts of a document are always code spans, so that they cannot become HTML, mentions or links.

mod change_list;
mod fit;
mod summary;
mod typing;

use self::fit::{Block, Section, fit};
use super::Report;
use super::entry::entries;
use crate::code_span::inert_markdown;
use crate::diagnostics::counted;
use crate::diff::{Change, Level, Side, Verdict};
use crate::report::Losses;
use crate::word_list::word_list;

/// The default maximum size of a report in bytes. A comment on GitHub has at most 65,536 characters, and a text has at
/// most as many characters as bytes; the rest is for a marker that a workflow adds.
pub const FITS_A_COMMENT: usize = 65_000;

/// The client of one document before or after an update.
#[derive(Clone, Debug)]
pub struct Revision<'a> {
    /// The client.
    pub side: &'a Side<'a>,
    /// The source of the document: a path or a URL.
    pub source: String,
    /// The SHA-256 of the document in hexadecimal digits.
    pub sha256: String,
    /// The locations at which the client is less precise than the document.
    pub losses: Losses,
}

/// The update of one document.
#[derive(Clone, Debug)]
pub struct Update<'a> {
    /// The name of the API.
    pub name: String,
    /// The changes.
    pub report: &'a Report,
    /// The client before the update.
    pub old: Revision<'a>,
    /// The client after the update.
    pub new: Revision<'a>,
}

/// The options of a report in Markdown.
#[derive(Clone, Debug)]
pub struct MarkdownOptions {
    /// The crate with its version before and after the updates, such as `pets 0.4.2 → 0.5.0`, or `None` if it is
    /// unknown.
    pub release: Option<String>,
    /// The maximum size in bytes, or `None` for no limit.
    pub max_bytes: Option<usize>,
    /// The location of the full report: a URL, or a command that prints it. It is only named if changes are left out.
    pub full_report: String,
}

/// Returns the report on one or more updates. If it does not fit, the least important changes are left out and counted.
pub fn markdown(updates: &[Update<'_>], options: &MarkdownOptions) -> String {
    let title = format!("## {}\n", title(updates, options.release.as_deref()));
    let is_changed = |update: &&Update<'_>| !update.report.changes.is_empty() || !update.report.stale.is_empty();
    let mut sections: Vec<Section> = updates.iter().filter(is_changed).flat_map(sections).collect();
    let unchanged = updates.iter().filter(|update| !is_changed(update)).map(|update| inert_markdown(&update.name));
    let unchanged = word_list(unchanged.collect(), "and");
    if !unchanged.is_empty() {
        sections.push(Section::fixed(format!("\nWithout changes: {unchanged}.\n")));
    }
    fit(&title, sections, options.max_bytes.unwrap_or(usize::MAX), &options.full_report).text
}

/// Returns the verdict, and the next version if it is known.
fn title(updates: &[Update<'_>], release: Option<&str>) -> String {
    let verdict = updates.iter().map(|update| update.report.verdict()).max().unwrap_or(Verdict::None);
    let with = updates.iter().filter(|update| update.report.verdict() == verdict);
    let names: Vec<String> = with.map(|update| inert_markdown(&update.name)).collect();
    let names = match (names.len(), verdict) {
        (_, Verdict::None) => String::new(),
        (0..=5, _) => format!(" in {}", word_list(names, "and")),
        (number, _) => format!(" in {}", counted(number, "API")),
    };
    let verdict = match verdict {
        Verdict::None => "no changes",
        Verdict::Patch => "documentation only",
        Verdict::Minor => "compatible additions",
        Verdict::Major => "breaking",
    };
    match release {
        Some(release) => format!("{}, {verdict}{names}", inert_markdown(release)),
        None => format!("{}{}{names}", verdict[..1].to_uppercase(), &verdict[1..]),
    }
}

/// The ranks of sections: sections of a higher rank are left out first.
mod rank {
    pub const BREAKING: u8 = 0;
    pub const TYPING: u8 = 1;
    pub const COMPATIBLE: u8 = 2;
    pub const ACCEPTED: u8 = 3;
    pub const DOCUMENTATION: u8 = 4;
}

/// Returns the sections of one update, in the order of the report.
fn sections(update: &Update<'_>) -> Vec<Section> {
    let report = update.report;
    let open: Vec<&Change> = report.open().collect();
    let of = |level: Level| -> Vec<&Change> { open.iter().copied().filter(|change| change.level() == level).collect() };
    let mut sections = vec![Section::fixed(summary::summary(update))];
    let (wire, rust) = change_list::breaking(&of(Level::Breaking), update);
    for (title, blocks) in [("Breaking on the wire", wire), ("Breaking in Rust only", rust)] {
        sections.push(Section::open(format!("\n#### {title}\n"), rank::BREAKING, blocks));
    }
    sections.push(Section::open("\n#### Typing\n".to_owned(), rank::TYPING, typing::typing(&update.old, &update.new)));
    let accepted: Vec<&Change> = report.changes.iter().filter(|change| change.accepted.is_some()).collect();
    for (noun, rank, changes) in [
        ("compatible change", rank::COMPATIBLE, of(Level::Compatible)),
        ("documentation-only change", rank::DOCUMENTATION, of(Level::Documentation)),
        ("accepted change", rank::ACCEPTED, accepted),
    ] {
        let blocks: Vec<Block> = entries(&changes).iter().map(change_list::line).collect();
        let head = format!("\n<details>\n<summary>{}</summary>\n\n", counted(changes.len(), noun));
        sections.push(Section { head, blocks, tail: "\n</details>\n".to_owned(), rank: Some(rank) });
    }
    let stale: Vec<Block> =
        report.stale.iter().map(|stale| Block::line(format!("- {}\n", inert_markdown(stale)), 0)).collect();
    sections.push(Section::open("\n#### Stale acceptances\n\n".to_owned(), rank::TYPING, stale));
    sections.retain(|section| section.rank.is_none() || !section.blocks.is_empty());
    sections
}
