//! The explanation of a kind of change, read from `pages/`.

/// The pages, by subject.
const PAGES: &[&str] = &[
    include_str!("pages/api.md"),
    include_str!("pages/security.md"),
    include_str!("pages/operations.md"),
    include_str!("pages/parameters.md"),
    include_str!("pages/bodies.md"),
    include_str!("pages/responses.md"),
    include_str!("pages/schemas.md"),
    include_str!("pages/properties.md"),
    include_str!("pages/enumerations.md"),
    include_str!("pages/unions.md"),
    include_str!("pages/constraints.md"),
];

/// The explanation of a kind of change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The change in the document.
    pub change: &'static str,
    /// The consequences for requests and responses.
    pub wire: &'static str,
    /// The consequences for the generated code.
    pub rust: &'static str,
    /// The recommended action.
    pub action: &'static str,
}

impl Page {
    /// Returns the page with this name, or an empty one.
    pub(in crate::diff) fn of(name: &str) -> Self {
        let sections = PAGES.iter().flat_map(|text| text.split("## ").skip(1));
        let section = sections.filter_map(|section| section.split_once('\n')).find(|(title, _)| title.trim() == name);
        let Some((_, text)) = section else { return Self::default() };
        let line = |label: &str| {
            let lines = text.lines();
            lines.filter_map(|line| line.strip_prefix(label)).map(str::trim).next().unwrap_or_default()
        };
        Self { change: line("Change:"), wire: line("Wire:"), rust: line("Rust:"), action: line("Action:") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::ChangeKind;

    #[test]
    fn every_kind_has_a_page_and_every_page_a_kind() {
        for kind in ChangeKind::ALL {
            let page = kind.page();
            for part in [page.change, page.wire, page.rust, page.action] {
                assert!(part.ends_with('.'), "the page of `{kind}` is incomplete: {page:?}");
            }
        }
        let titles = PAGES.iter().flat_map(|text| text.split("## ").skip(1)).filter_map(|text| text.lines().next());
        for title in titles {
            assert!(ChangeKind::from_name(title.trim()).is_some(), "unknown kind `{title}`");
        }
    }
}
