//! `[types]`: type overrides, each a type of the runtime or the path of another type.

use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Dependencies;
use super::rust_name::{BARE_KEYWORDS, is_keyword, is_word};
use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::hash::IndexMap;
use crate::ir::{Integer, Scalar};

/// Crates that every generated crate can use.
const KNOWN_CRATES: [&str; 4] = ["std", "core", "alloc", "apiarist_runtime"];

/// Type overrides, by format and by schema.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct TypeSettings {
    /// Types by `format`, for strings, integers and numbers.
    pub formats: IndexMap<String, TypeOverride>,
    /// Types by the name of the component or the JSON pointer of the schema.
    pub schemas: IndexMap<String, TypeOverride>,
}

/// A Rust type that replaces the type of a schema.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum TypeOverride {
    /// A type that generated clients use by default.
    Own(Scalar),
    /// The path of another type.
    Path(TypePath),
}

/// The path of a type: in another crate, such as `rust_decimal::Decimal`, or in the crate that contains the client,
/// such as `crate::money::Money`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypePath(String);

impl TypePath {
    /// Parses a path. Returns `None` if it is not valid or has fewer than two segments.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let path = text.strip_prefix("::").unwrap_or(text);
        let mut parts = path.split("::").enumerate();
        (path.contains("::") && parts.all(|(at, part)| is_part(part, at == 0))).then(|| Self(path.to_owned()))
    }

    /// Returns the path as written, without a leading `::`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the crate of the path, or `None` if it is the one that contains the client.
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
            return Err(format!(
                "unknown type `{text}`; use one of {names}, or a path such as `rust_decimal::Decimal`"
            ));
        }
        TypePath::parse(&text).map(Self::Path).ok_or_else(|| {
            format!("`{text}` is not a valid type path; use a path such as `rust_decimal::Decimal`, and an alias for a type with parameters")
        })
    }
}

/// Returns the scalar types that an override can name. Files, forms and 128-bit integers follow only from the document.
pub(super) fn own_types() -> impl Iterator<Item = Scalar> {
    let is_own = |scalar: &Scalar| !matches!(scalar, Scalar::File | Scalar::Form | Scalar::Integer(Integer::I128));
    Scalar::ALL.iter().copied().filter(is_own)
}

/// Returns `true` if this is a valid segment of a path. The first may be `crate`; segments relative to a file, such as
/// `super`, are not valid.
fn is_part(part: &str, is_first: bool) -> bool {
    match part.strip_prefix("r#") {
        Some(raw) => is_word(raw) && !BARE_KEYWORDS.contains(&raw),
        None => is_word(part) && (!is_keyword(part) || (is_first && part == "crate")),
    }
}

impl TypeSettings {
    /// Reports the paths whose crate is missing from the dependencies; `text` is the text of the settings. Returns
    /// `true` if there are none.
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
            let message =
                format!("the crate `{crate_name}` of `{}` is not listed under `[dependencies]`", type_.as_str());
            let help = format!("add it with its version, such as `{crate_name} = \"1\"`");
            let excerpt = span(text, key).map(|span| Excerpt::new(path, text, &span));
            diagnostics.report_elsewhere_with_help(Code::InvalidSettings, message, help, excerpt);
            is_complete = false;
        }
        is_complete
    }
}

/// Returns the span of the override of a key in the text of the settings.
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
