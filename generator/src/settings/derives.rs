//! `[derives]`: derives and attributes that `apiarist.toml` adds to generated types.

use std::fmt;
use std::path::Path;

use serde::Deserialize;
use syn::parse::Parser;

use super::types::TypePath;
use super::{Dependencies, Located};
use crate::diagnostics::{Code, Diagnostics};
use crate::hash::IndexMap;

/// Crates whose derives every generated crate can use.
const KNOWN_CRATES: [&str; 3] = ["std", "core", "alloc"];

/// Derives of the standard library.
const STANDARD: [&str; 9] = ["Clone", "Copy", "Debug", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Attributes that the generator writes itself.
const OWN_ATTRIBUTES: [&str; 8] = ["derive", "comment", "object", "wire", "part", "union", "shape", "non_exhaustive"];

/// Derives and attributes that are added to generated types.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct DeriveSettings {
    /// Additions to every type.
    pub all: Vec<Located<Addition>>,
    /// Additions to structs that are JSON objects.
    pub structs: Vec<Located<Addition>>,
    /// Additions to enums of strings and of integers.
    pub enums: Vec<Located<Addition>>,
    /// Additions to unions.
    pub unions: Vec<Located<Addition>>,
    /// Additions to structs around one value.
    pub newtypes: Vec<Located<Addition>>,
    /// Additions to multipart forms, which are only sent.
    pub forms: Vec<Located<Addition>>,
    /// Additions to single types, by the name of the component or the JSON pointer of the schema.
    pub types: IndexMap<String, Vec<Located<Addition>>>,
}

/// A derive or an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Addition {
    /// A derive of the standard library, by its name.
    Standard(String),
    /// Another derive, such as `schemars::JsonSchema`.
    Derive(TypePath),
    /// An outer attribute, such as `#[schemars(deny_unknown_fields)]`.
    Attribute(String),
}

impl fmt::Display for Addition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Standard(name) => name,
            Self::Derive(path) => path.as_str(),
            Self::Attribute(text) => text,
        })
    }
}

impl TryFrom<String> for Addition {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.trim_start().starts_with(['#', '/']) {
            return attribute(&text).map(Self::Attribute);
        }
        let Some(path) = TypePath::parse(&text) else {
            return match STANDARD.contains(&text.as_str()) {
                true => Ok(Self::Standard(text)),
                false => Err(format!(
                    "`{text}` is neither a standard derive nor a path; use the path of a derive, such as \
                     `schemars::JsonSchema`, or an attribute, such as `#[schemars(deny_unknown_fields)]`"
                )),
            };
        };
        let name = path.as_str().rsplit("::").next().unwrap_or_default();
        match path.crate_name() {
            Some("std" | "core" | "alloc") if STANDARD.contains(&name) => Ok(Self::Standard(name.to_owned())),
            Some("serde" | "serde_derive") => {
                Err(format!("generated types already implement `{name}`; remove `{text}`"))
            }
            _ => Ok(Self::Derive(path)),
        }
    }
}

/// Checks that a text is one outer attribute that the generator does not write itself.
fn attribute(text: &str) -> Result<String, String> {
    let expected = || format!("`{text}` must be one outer attribute, such as `#[schemars(deny_unknown_fields)]`");
    let attributes = syn::Attribute::parse_outer.parse_str(text).map_err(|error| format!("{}: {error}", expected()))?;
    let [attribute] = attributes.as_slice() else { return Err(expected()) };
    let path = attribute.path();
    if path.is_ident("doc") && !matches!(attribute.meta, syn::Meta::List(_)) {
        return Err("an attribute cannot set documentation; change it in the document, or in an overlay".to_owned());
    }
    match OWN_ATTRIBUTES.iter().find(|name| path.is_ident(name)) {
        Some(&"derive") => Err("list each derive by its path, without `#[derive(…)]`".to_owned()),
        Some(name) => Err(format!("generated types already have `#[{name}]`; remove `{text}`")),
        None => Ok(text.trim().to_owned()),
    }
}

impl DeriveSettings {
    /// Returns the additions for kinds of types with the names of the kinds, then those for single types.
    pub fn kinds(&self) -> [(&'static str, &[Located<Addition>]); 6] {
        [
            ("all", &self.all),
            ("structs", &self.structs),
            ("enums", &self.enums),
            ("unions", &self.unions),
            ("newtypes", &self.newtypes),
            ("forms", &self.forms),
        ]
    }

    /// Records the lines of all additions; `text` is the text of the settings.
    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        let Self { all, structs, enums, unions, newtypes, forms, types } = self;
        let kinds = [all, structs, enums, unions, newtypes, forms].into_iter();
        kinds.chain(types.values_mut()).flatten().for_each(|addition| addition.locate(path, text));
    }

    /// Reports the derives whose crate is missing from the dependencies. Returns `true` if there are none.
    pub(super) fn check_crates(&self, dependencies: &Dependencies, diagnostics: &mut Diagnostics) -> bool {
        let mut is_complete = true;
        let kinds = self.kinds().into_iter().map(|(_, additions)| additions);
        for addition in kinds.chain(self.types.values().map(Vec::as_slice)).flatten() {
            let Addition::Derive(path) = &addition.value else { continue };
            let Some(crate_name) = path.crate_name() else { continue };
            if KNOWN_CRATES.contains(&crate_name) || dependencies.has(crate_name) {
                continue;
            }
            let message =
                format!("the crate `{crate_name}` of `{}` is not listed under `[dependencies]`", path.as_str());
            let help = format!("add it with its version, such as `{crate_name} = \"1\"`");
            diagnostics.report_elsewhere_with_help(Code::InvalidSettings, message, help, addition.excerpt.clone());
            is_complete = false;
        }
        is_complete
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addition(text: &str) -> Result<Addition, String> {
        Addition::try_from(text.to_owned())
    }

    #[test]
    fn an_addition_is_a_derive_or_an_attribute() {
        for name in ["Hash", "std::hash::Hash", "::core::hash::Hash"] {
            assert_eq!(addition(name), Ok(Addition::Standard("Hash".to_owned())), "{name}");
        }
        for path in ["schemars::JsonSchema", "::schemars::JsonSchema", "crate::derives::Shown"] {
            assert!(matches!(addition(path), Ok(Addition::Derive(_))), "{path}");
        }
        for text in ["#[schemars(rename_all = \"camelCase\")]", "#[must_use]", "#[doc(alias = \"call\")]", " #[a::b] "]
        {
            assert_eq!(addition(text), Ok(Addition::Attribute(text.trim().to_owned())));
        }
    }

    #[test]
    fn anything_else_is_rejected_with_what_to_write() {
        for (text, expected) in [
            ("", "is neither a standard derive nor a path"),
            ("JsonSchema", "use the path of a derive, such as `schemars::JsonSchema`"),
            ("a::B<T>", "is neither a standard derive nor a path"),
            ("a::B, c::D", "is neither a standard derive nor a path"),
            ("Eq)] struct X; #[derive(Eq", "is neither a standard derive nor a path"),
            ("serde::Serialize", "generated types already implement `Serialize`"),
            ("#![allow(dead_code)]", "must be one outer attribute"),
            ("#[a] #[b]", "must be one outer attribute"),
            ("#[a", "must be one outer attribute"),
            ("#[a] struct X;", "must be one outer attribute"),
            ("#[a(\")]", "must be one outer attribute"),
            ("// a", "must be one outer attribute"),
            ("/// A pet.", "an attribute cannot set documentation"),
            ("#[doc = \"A pet.\"]", "an attribute cannot set documentation"),
            ("#[derive(Eq)]", "list each derive by its path, without `#[derive(…)]`"),
            ("#[wire(\"a\")]", "generated types already have `#[wire]`"),
        ] {
            let error = addition(text).expect_err(text);
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
