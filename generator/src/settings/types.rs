//! Types that people chose: one of those that clients use anyway, or the path of one that exists elsewhere.

use std::ops::Range;
use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use super::Dependencies;
use super::rust_name::{BARE_KEYWORDS, is_keyword, is_word};
use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::ir::{Integer, Scalar};

/// Crates that every generated crate can name.
const KNOWN_CRATES: [&str; 4] = ["std", "core", "alloc", "apiarist_runtime"];

/// Types that people chose, by what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypeSettings {
    /// By `format`, for strings, integers and numbers.
    pub formats: IndexMap<String, TypeOverride>,
    /// By the name of the component or the JSON pointer of the schema.
    pub schemas: IndexMap<String, TypeOverride>,
}

/// A Rust type that people chose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum TypeOverride {
    /// One of those that clients use anyway.
    Own(Scalar),
    /// One that exists elsewhere.
    Path(TypePath),
}

/// The path of a type: of a crate, such as `rust_decimal::Decimal`, or of the crate that holds the client, such as
/// `crate::money::Money`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypePath(String);

impl TypePath {
    /// Returns the path that a text is, or `None` if it is not one of at least two parts.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let path = text.strip_prefix("::").unwrap_or(text);
        let mut parts = path.split("::").enumerate();
        (path.contains("::") && parts.all(|(at, part)| is_part(part, at == 0))).then(|| Self(path.to_owned()))
    }

    /// The path as it was written, without `::` before it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The crate that it begins with, unless that is the one that holds the client.
    pub(super) fn crate_name(&self) -> Option<&str> {
        let first = self.0.split("::").next().filter(|first| *first != "crate");
        first.map(|first| first.trim_start_matches("r#"))
    }
}

impl TryFrom<String> for TypeOverride {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if let Some(own) = own_types().find(|own| own.rust_name() == text) {
            return Ok(Self::Own(own));
        }
        if !text.contains("::") {
            let names: Vec<String> = own_types().map(|own| format!("`{}`", own.rust_name())).collect();
            let names = names.join(", ");
            return Err(format!("`{text}` is no type that clients use; take one of {names}, or a path with `::`"));
        }
        TypePath::parse(&text).map(Self::Path).ok_or_else(|| {
            format!("`{text}` is no path such as `rust_decimal::Decimal`; a type with parameters needs an alias")
        })
    }
}

/// The types that clients use anyway. Files, forms and integers of 128 bits follow from the document alone.
fn own_types() -> impl Iterator<Item = Scalar> {
    let is_own = |scalar: &Scalar| !matches!(scalar, Scalar::File | Scalar::Form | Scalar::Integer(Integer::I128));
    Scalar::ALL.iter().copied().filter(is_own)
}

/// Whether this may be a part of a path; the first may be `crate`. What is relative to a file may not.
fn is_part(part: &str, is_first: bool) -> bool {
    match part.strip_prefix("r#") {
        Some(raw) => is_word(raw) && !BARE_KEYWORDS.contains(&raw),
        None => is_word(part) && (!is_keyword(part) || (is_first && part == "crate")),
    }
}

impl TypeSettings {
    /// Reports the paths whose crate the dependencies do not name; `text` is that of the settings. Returns whether there
    /// are none.
    pub(super) fn check_crates(
        &self,
        dependencies: &Dependencies,
        path: &Path,
        text: &str,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        let mut is_complete = true;
        for (key, chosen) in self.formats.iter().chain(&self.schemas) {
            let TypeOverride::Path(type_) = chosen else { continue };
            let Some(crate_name) = type_.crate_name() else { continue };
            if KNOWN_CRATES.contains(&crate_name) || dependencies.has(crate_name) {
                continue;
            }
            let message = format!(
                "the crate `{crate_name}` of `{}` has no line under `[dependencies]`; add one with its version",
                type_.as_str()
            );
            let excerpt = span(text, key).map(|span| Excerpt::new(path, text, &span));
            diagnostics.report_elsewhere(Code::InvalidSettings, message, excerpt);
            is_complete = false;
        }
        is_complete
    }
}

/// Where the choice under a key stands in the text of the settings.
fn span(text: &str, key: &str) -> Option<Range<usize>> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Located {
        types: Tables,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Tables {
        formats: IndexMap<String, Spanned<String>>,
        schemas: IndexMap<String, Spanned<String>>,
    }
    let Located { types } = toml::from_str(text).ok()?;
    types.formats.get(key).or_else(|| types.schemas.get(key)).map(Spanned::span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str) -> Result<TypeOverride, String> {
        TypeOverride::try_from(text.to_owned())
    }

    #[test]
    fn a_choice_is_a_known_name_or_a_path() {
        assert_eq!(chosen("DateTime"), Ok(TypeOverride::Own(Scalar::DateTime)));
        for path in ["std::net::Ipv4Addr", "::money::Money", "crate::money::Money", "my_money::r#type::Money"] {
            let expected = TypePath(path.trim_start_matches("::").to_owned());
            assert_eq!(chosen(path), Ok(TypeOverride::Path(expected)));
        }
        for text in [
            "",
            "Decimal",
            "::Decimal",
            "a::",
            "a::b c",
            "a::Vec<u8>",
            "super::Money",
            "a::crate::B",
            "a:::b",
            "a::fn",
            "dyn::A",
            "a::r#self",
            "evil; fn",
            "a::B; fn c",
            "a::_",
        ] {
            assert!(chosen(text).is_err(), "{text}");
        }
        let message = chosen("Decimal").expect_err("it is not known");
        assert!(message.contains("one of `String`, `bool`"), "{message}");
    }
}
