//! Fits a report into a number of bytes.
//!
//! Sections are filled in the order of their ranks: first the short forms of their blocks, then the full ones, as long
//! as both fit. A section states how many of its changes are left out, and the report where to read them:
//!
//! ```text
//! budget 100     Breaking (rank 0): A 30, B 30 (full 50)     A and B in short form, then B does not fit in full
//!                Compatible (rank 2): C 30, D 30             C; "1 change is left out."
//! ```

use std::collections::BTreeSet;

use crate::code_span::code_span;
use crate::diagnostics::grouped;

/// Part of a report that is shown in one of two forms, or left out.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The form without Rust code.
    pub short: String,
    /// The complete form, which starts with the short one.
    pub full: String,
    /// The number of changes in it.
    pub changes: usize,
}

impl Block {
    /// Returns a block with one form.
    pub fn line(text: String, changes: usize) -> Self {
        Self { short: text.clone(), full: text, changes }
    }
}

/// A section of a report.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// The text before the blocks.
    pub head: String,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The text after the blocks.
    pub tail: String,
    /// The rank of the section, or `None` if it is always shown. A section of a higher rank is left out first.
    pub rank: Option<u8>,
}

impl Section {
    /// Returns a section that is always shown.
    pub fn fixed(head: String) -> Self {
        Self { head, blocks: Vec::new(), tail: String::new(), rank: None }
    }

    /// Returns a section without a tail.
    pub fn open(head: String, rank: u8, blocks: Vec<Block>) -> Self {
        Self { head, blocks, tail: String::new(), rank: Some(rank) }
    }

    fn changes(&self) -> usize {
        self.blocks.iter().map(|block| block.changes).sum()
    }

    /// Returns the size with all blocks in full.
    fn size(&self) -> usize {
        self.head.len() + self.tail.len() + self.blocks.iter().map(|block| block.full.len()).sum::<usize>()
    }

    /// Returns the size without blocks, including the note about changes that are left out.
    fn frame(&self) -> usize {
        self.head.len() + self.tail.len() + if self.blocks.is_empty() { 0 } else { note(self.changes()).len() }
    }
}

/// The form in which a block is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    LeftOut,
    Short,
    Full,
}

/// A report that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    pub text: String,
    /// The number of changes that the text contains.
    pub shown: usize,
    /// The number of changes that it lacks.
    pub left_out: usize,
}

/// Returns the report in at most `max_bytes` bytes. `full_report` is the location of the full report.
pub(super) fn fit(title: &str, sections: Vec<Section>, max_bytes: usize, full_report: &str) -> Fitted {
    let size: usize = sections.iter().map(Section::size).sum();
    if title.len() + size <= max_bytes {
        let forms: Vec<Vec<Form>> = sections.iter().map(|section| vec![Form::Full; section.blocks.len()]).collect();
        return written(title, &sections, &forms, full_report);
    }
    let changes: usize = sections.iter().map(Section::changes).sum();
    let frame: usize = sections.iter().map(Section::frame).sum();
    let reserved = title.len() + frame + hint(changes, changes, full_report).len();
    let Some(mut budget) = max_bytes.checked_sub(reserved) else {
        return smallest(title, changes, max_bytes, full_report);
    };
    let mut forms: Vec<Vec<Form>> = sections.iter().map(|section| vec![Form::LeftOut; section.blocks.len()]).collect();
    let ranks: BTreeSet<u8> = sections.iter().filter_map(|section| section.rank).collect();
    for rank in ranks {
        for form in [Form::Short, Form::Full] {
            let ranked = sections.iter().zip(&mut forms).filter(|(section, _)| section.rank == Some(rank));
            for (block, shown) in ranked.flat_map(|(section, forms)| section.blocks.iter().zip(forms)) {
                let cost = match (form, *shown) {
                    (Form::Short, _) => block.short.len(),
                    (_, Form::Short) => block.full.len().saturating_sub(block.short.len()),
                    (_, _) => continue,
                };
                if let Some(rest) = budget.checked_sub(cost) {
                    (budget, *shown) = (rest, form);
                }
            }
        }
    }
    written(title, &sections, &forms, full_report)
}

fn written(title: &str, sections: &[Section], forms: &[Vec<Form>], full_report: &str) -> Fitted {
    let (mut body, mut shown, mut left_out, mut is_short) = (String::new(), 0, 0, false);
    for (section, forms) in sections.iter().zip(forms) {
        body.push_str(&section.head);
        let mut missing = 0;
        for (block, form) in section.blocks.iter().zip(forms) {
            match form {
                Form::LeftOut => missing += block.changes,
                Form::Short => body.push_str(&block.short),
                Form::Full => body.push_str(&block.full),
            }
            is_short |= *form != Form::Full;
        }
        if missing > 0 {
            body.push_str(&note(missing));
        }
        body.push_str(&section.tail);
        shown += section.changes() - missing;
        left_out += missing;
    }
    let hint = if is_short { hint(left_out, shown + left_out, full_report) } else { String::new() };
    Fitted { text: format!("{title}{hint}{body}"), shown, left_out }
}

/// Returns the title and the number of changes, or as much of that as fits. Nothing is cut in the middle, because the rest
/// of a code span would be Markdown.
fn smallest(title: &str, changes: usize, max_bytes: usize, full_report: &str) -> Fitted {
    let count = note(changes);
    let candidates = [format!("{title}{}", hint(changes, changes, full_report)), format!("{title}{count}"), count];
    let text = candidates.into_iter().find(|text| text.len() <= max_bytes).unwrap_or_default();
    Fitted { text, shown: 0, left_out: changes }
}

/// Returns the note of a section about changes that it lacks.
fn note(left_out: usize) -> String {
    match left_out {
        1 => "\n_1 change is left out here._\n".to_owned(),
        number => format!("\n_{} changes are left out here._\n", grouped(number)),
    }
}

/// Returns the location of the full report.
fn hint(left_out: usize, changes: usize, full_report: &str) -> String {
    let location = match is_link(full_report) {
        true => format!("[the full report]({full_report})"),
        false => code_span(full_report),
    };
    match left_out {
        0 => format!("\n_Some Rust code is left out. Read it in {location}._\n"),
        _ => format!(
            "\n_{} of {} changes are left out. Read them in {location}._\n",
            grouped(left_out),
            grouped(changes)
        ),
    }
}

/// Returns `true` if a text is a URL that Markdown can contain without quotation.
fn is_link(text: &str) -> bool {
    text.starts_with("https://")
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/.-_~?=&%#".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections() -> Vec<Section> {
        let block =
            |short: usize, full: usize, changes| Block { short: "s".repeat(short), full: "f".repeat(full), changes };
        let breaking = vec![block(30, 80, 1), block(20, 15, 3), block(200, 400, 2), block(10, 10, 1)];
        let compatible = (1..40).map(|number| block(number, number, number)).collect();
        vec![
            Section::fixed("summary\n".to_owned()),
            Section { tail: "</details>\n".to_owned(), ..Section::open("<details>\n".to_owned(), 2, compatible) },
            Section::open("breaking\n".to_owned(), 0, breaking),
            Section::open("typing\n".to_owned(), 1, vec![block(40, 90, 0)]),
        ]
    }

    #[test]
    fn a_report_never_exceeds_its_limit_and_counts_what_it_lacks() {
        let all: usize = sections().iter().map(Section::changes).sum();
        let full = fit("title\n", sections(), usize::MAX, "the command");
        assert_eq!((full.shown, full.left_out), (all, 0));
        assert!(!full.text.contains("left out"), "{}", full.text);
        for max_bytes in 0..=full.text.len() {
            let fitted = fit("title\n", sections(), max_bytes, "the command");
            assert!(fitted.text.len() <= max_bytes, "{} bytes instead of {max_bytes}", fitted.text.len());
            assert_eq!(fitted.shown + fitted.left_out, all, "{max_bytes}");
            assert!(
                fitted.left_out == 0 || max_bytes < 100 || fitted.text.contains("`the command`"),
                "{}",
                fitted.text
            );
        }
    }

    #[test]
    fn changes_of_a_higher_rank_are_left_out_first() {
        let fitted = fit("title\n", sections(), 900, "https://a.example/runs/1");
        assert!(fitted.text.contains("breaking\nf") && !fitted.text.contains("breaking\nffff\n_"), "{}", fitted.text);
        assert!(fitted.text.contains("[the full report](https://a.example/runs/1)"), "{}", fitted.text);
        assert!(fitted.text.ends_with(&"f".repeat(90)), "{}", fitted.text);
    }
}
