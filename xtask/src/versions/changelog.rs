//! Reads and edits `generated/CHANGELOG.md`. Released sections and text that users add stay as they are.
//!
//! ```text
//! # Changelog
//!
//! ## 0.2.0 (unreleased)       the version, and its state
//!
//! Text of a user.             the introduction
//!
//! ### tavus                   the entry of an API
//!
//! Document 2.0 → 2.1.
//!
//! - **Breaking:** operation `GET /v2/replicas` was removed
//!
//! ## 0.1.0
//! ```

use std::fmt;

use apiarist::diff::Verdict;

use super::Version;

/// The text above the first section of a new changelog.
const INTRODUCTION: &str = "\
# Changelog

Versions follow [Semantic Versioning](https://semver.org). The first heading below is the version of this crate. `cargo xtask
update` raises it and adds the changes of an API; `cargo xtask release` adds the date.
";

/// The state of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It has no tag yet.
    Unreleased,
    /// It was released, on this day if the day is known.
    Released(Option<String>),
}

/// A version and its changes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    version: Version,
    state: State,
    /// The text between the headings, unchanged.
    body: String,
}

/// The changelog of the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changelog {
    introduction: String,
    /// The sections, latest first.
    sections: Vec<Section>,
}

impl Changelog {
    /// Creates a changelog with the first version and no changes.
    pub fn new() -> Self {
        let first = Section { version: Version::FIRST, state: State::Released(None), body: String::new() };
        Self { introduction: format!("{INTRODUCTION}\n"), sections: vec![first] }
    }

    /// Parses a changelog.
    ///
    /// # Errors
    /// Returns the reason if a heading is invalid or there are no versions.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut changelog = Self { introduction: String::new(), sections: Vec::new() };
        for line in text.split_inclusive('\n') {
            if let Some(heading) = line.strip_prefix("## ") {
                let (version, state) = heading_of(heading.trim_end())?;
                changelog.sections.push(Section { version, state, body: String::new() });
                continue;
            }
            match changelog.sections.last_mut() {
                Some(section) => section.body.push_str(line),
                None => changelog.introduction.push_str(line),
            }
        }
        match changelog.sections.first() {
            Some(_) => Ok(changelog),
            None => Err("a heading such as `## 0.1.0` must state the version of the crate".to_owned()),
        }
    }

    /// Returns the version of the crate.
    pub fn version(&self) -> Version {
        self.sections.first().map_or(Version::FIRST, |section| section.version)
    }

    /// Returns the latest released version, or `None` if nothing was released.
    pub fn released(&self) -> Option<Version> {
        let section = self.sections.iter().find(|section| matches!(section.state, State::Released(_)));
        section.map(|section| section.version)
    }

    /// Returns the version that further changes of a verdict result in.
    pub fn version_after(&self, verdict: Verdict) -> Version {
        let next = self.released().map(|released| released.after(verdict));
        next.map_or(self.version(), |next| next.max(self.version()))
    }

    /// Returns the changes of the current version, without its heading.
    pub fn changes(&self) -> &str {
        self.sections.first().map_or("", |section| section.body.trim())
    }

    /// Adds changes of an API to the unreleased version, and raises the version to the one that follows from the
    /// verdict. Changes that are listed already are not repeated, and nothing happens without changes.
    pub fn add(&mut self, api: &str, verdict: Verdict, changes: &str) {
        if verdict == Verdict::None {
            return;
        }
        // Before the first release, every version is the next one to be released.
        let next = self.version_after(verdict);
        let section = self.unreleased(next);
        section.version = section.version.max(next);
        let mut entries = Entries::parse(&section.body);
        let entry = entries.entry(api);
        if !entry.contains(changes.trim()) {
            *entry = format!("{}\n\n{}", entry.trim(), changes.trim()).trim().to_owned();
        }
        section.body = entries.to_string();
    }

    /// Sets version and state of the section above the last release, and replaces the entries of these APIs. Empty ones
    /// are removed.
    pub fn set(&mut self, last: Option<Version>, version: Version, state: State, changes: &[(String, String)]) {
        if last.is_some_and(|last| self.version() <= last) {
            self.sections.insert(0, Section { version, state: State::Unreleased, body: String::new() });
        }
        let Some(section) = self.sections.first_mut() else { return };
        (section.version, section.state) = (version, state);
        let mut entries = Entries::parse(&section.body);
        for (api, changes) in changes {
            *entries.entry(api) = changes.trim().to_owned();
        }
        section.body = entries.to_string();
    }

    /// Returns the unreleased section. A new one has this version.
    fn unreleased(&mut self, version: Version) -> &mut Section {
        let has_one = self.sections.first().is_some_and(|section| section.state == State::Unreleased);
        if !has_one {
            self.sections.insert(0, Section { version, state: State::Unreleased, body: String::new() });
        }
        &mut self.sections[0]
    }
}

impl fmt::Display for Changelog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.introduction)?;
        for (at, section) in self.sections.iter().enumerate() {
            let is_last = at + 1 == self.sections.len();
            let state = match &section.state {
                State::Unreleased => " (unreleased)".to_owned(),
                State::Released(Some(day)) => format!(" ({day})"),
                State::Released(None) => String::new(),
            };
            writeln!(f, "## {}{state}", section.version)?;
            match section.body.trim() {
                "" => {}
                body => write!(f, "\n{body}\n")?,
            }
            if !is_last {
                writeln!(f)?;
            }
        }
        Ok(())
    }
}

/// The entries of a section, by API, after a text of the user.
struct Entries {
    introduction: String,
    entries: Vec<(String, String)>,
}

impl Entries {
    fn parse(body: &str) -> Self {
        let mut parsed = Self { introduction: String::new(), entries: Vec::new() };
        for line in body.split_inclusive('\n') {
            match (line.strip_prefix("### "), parsed.entries.last_mut()) {
                (Some(api), _) => parsed.entries.push((api.trim().to_owned(), String::new())),
                (None, Some((_, entry))) => entry.push_str(line),
                (None, None) => parsed.introduction.push_str(line),
            }
        }
        parsed
    }

    /// Returns the entry of an API. A new one is inserted in alphabetical order.
    fn entry(&mut self, api: &str) -> &mut String {
        let known = self.entries.iter().position(|(name, _)| name == api);
        let at = known.unwrap_or_else(|| {
            let at = self.entries.iter().position(|(name, _)| name.as_str() > api).unwrap_or(self.entries.len());
            self.entries.insert(at, (api.to_owned(), String::new()));
            at
        });
        &mut self.entries[at].1
    }
}

impl fmt::Display for Entries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.entries.iter().filter(|(_, entry)| !entry.trim().is_empty());
        let entries = entries.map(|(api, entry)| format!("### {api}\n\n{}", entry.trim()));
        let introduction = Some(self.introduction.trim().to_owned()).filter(|text| !text.is_empty());
        let parts: Vec<String> = introduction.into_iter().chain(entries).collect();
        f.write_str(&parts.join("\n\n"))
    }
}

/// Parses a heading such as `0.2.0 (unreleased)`.
fn heading_of(heading: &str) -> Result<(Version, State), String> {
    let (version, state) = match heading.split_once(" (") {
        Some((version, "unreleased)")) => (version, State::Unreleased),
        Some((version, day)) => (version, State::Released(Some(day.trim_end_matches(')').to_owned()))),
        None => (heading, State::Released(None)),
    };
    let version = Version::parse(version).ok_or_else(|| {
        format!(
            "the heading `## {heading}` must be `## VERSION`, `## VERSION (unreleased)` or `## VERSION (DATE)`, with a version \
             such as 0.1.0"
        )
    })?;
    Ok((version, state))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(changelog: &str, changes: &[(&str, Verdict, &str)]) -> String {
        let mut changelog = Changelog::parse(changelog).expect("it is valid");
        changes.iter().for_each(|(api, verdict, changes)| changelog.add(api, *verdict, changes));
        changelog.to_string()
    }

    #[test]
    fn first_change_adds_an_unreleased_version() {
        let before = "# Changelog\n\nText.\n\n## 0.1.0\n\nThe first version.\n";
        let expected =
            "# Changelog\n\nText.\n\n## 0.2.0 (unreleased)\n\n### tavus\n\n- a\n\n## 0.1.0\n\nThe first version.\n";
        assert_eq!(after(before, &[("tavus", Verdict::Major, "- a\n")]), expected);
        assert_eq!(after(before, &[("tavus", Verdict::None, "- a\n")]), before);
    }

    #[test]
    fn later_changes_join_the_version_and_raise_it_only_once() {
        let before = "## 0.1.0\n";
        let changes = [
            ("tavus", Verdict::Patch, "- a"),
            ("orq", Verdict::Major, "- b"),
            ("tavus", Verdict::Major, "- c"),
            ("tavus", Verdict::Minor, "- a"),
        ];
        assert!(after(before, &changes[..1]).starts_with("## 0.1.1 (unreleased)\n"));
        let expected = "## 0.2.0 (unreleased)\n\n### orq\n\n- b\n\n### tavus\n\n- a\n\n- c\n\n## 0.1.0\n";
        assert_eq!(after(before, &changes), expected);
        assert_eq!(after(expected, &changes), expected);
    }

    #[test]
    fn text_of_users_is_kept() {
        let before = "## 0.1.1 (unreleased)\n\nBy hand.\n\n### tavus\n\nBy hand, too.\n\n## 0.1.0 (2026-08-01)\n";
        let expected =
            "## 0.1.1 (unreleased)\n\nBy hand.\n\n### tavus\n\nBy hand, too.\n\n- a\n\n## 0.1.0 (2026-08-01)\n";
        assert_eq!(after(before, &[("tavus", Verdict::Patch, "- a")]), expected);
    }

    #[test]
    fn nothing_is_raised_before_the_first_release() {
        let expected = "## 0.1.0 (unreleased)\n\n### tavus\n\n- a\n";
        assert_eq!(after("## 0.1.0 (unreleased)\n", &[("tavus", Verdict::Major, "- a")]), expected);
    }

    #[test]
    fn release_replaces_the_entries_and_corrects_the_version() {
        let before = "## 0.2.0 (unreleased)\n\nBy hand.\n\n### orq\n\n- b\n\n### tavus\n\n- a\n\n- c\n\n## 0.1.0\n";
        let mut changelog = Changelog::parse(before).expect("it is valid");
        let (last, version) = (Version::parse("0.1.0"), Version::parse("0.1.1").expect("it is valid"));
        let changes = [("orq".to_owned(), String::new()), ("tavus".to_owned(), "- d\n".to_owned())];
        let released = State::Released(Some("2026-11-30".to_owned()));
        changelog.set(last, version, released.clone(), &changes);
        let expected = "## 0.1.1 (2026-11-30)\n\nBy hand.\n\n### tavus\n\n- d\n\n## 0.1.0\n";
        assert_eq!(changelog.to_string(), expected);
        changelog.set(last, version, released, &changes);
        assert_eq!(changelog.to_string(), expected);
        assert_eq!(changelog.changes(), "By hand.\n\n### tavus\n\n- d");
    }

    #[test]
    fn invalid_headings_are_rejected() {
        for text in ["", "# Changelog\n", "## Unreleased\n", "## 0.1\n", "## 0.1.0 unreleased\n"] {
            assert!(Changelog::parse(text).is_err(), "{text}");
        }
        let first = Changelog::new();
        assert_eq!(Changelog::parse(&first.to_string()), Ok(first));
    }
}
