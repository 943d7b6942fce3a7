//! `[package]`: the metadata of a generated crate.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::RuntimeSource;

/// The maximum number of keywords and of categories that crates.io accepts.
const MOST: usize = 5;

/// The maximum length of a keyword that crates.io accepts, in characters.
const LONGEST_KEYWORD: usize = 20;

/// Metadata that the manifest of a generated crate states in addition to the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PackageSettings {
    /// The version. By default, it is the one in the generated manifest, or 0.1.0 in a new crate.

    #[serde(deserialize_with = "version")]
    pub version: Option<String>,
    /// A description on one line. By default it is derived from the title of the document.
    #[serde(deserialize_with = "line")]
    pub description: Option<String>,
    /// The license, as an SPDX expression.
    #[serde(deserialize_with = "line")]
    pub license: Option<String>,
    /// The URL of the source code.
    #[serde(deserialize_with = "address")]
    pub repository: Option<String>,
    /// The URL of the home page.
    #[serde(deserialize_with = "address")]
    pub homepage: Option<String>,
    /// Keywords on crates.io, at most five.
    #[cfg_attr(test, schemars(extend("default" = ["api", "client", "openapi"])))]
    #[serde(deserialize_with = "keywords")]
    pub keywords: Option<Vec<String>>,
    /// Category slugs of crates.io, at most five.
    #[cfg_attr(test, schemars(extend("default" = ["api-bindings"])))]
    #[serde(deserialize_with = "categories")]
    pub categories: Option<Vec<String>>,
    /// Allows publishing the crate.
    pub publish: bool,
    /// The source of `apiarist-runtime`: `vendored` writes a copy into the folder of the crate, `registry` and
    /// `registry=VERSION` depend on a published version, and `path=DIR` on a folder relative to `apiarist.toml`.
    #[cfg_attr(test, schemars(extend("default" = "vendored")))]
    pub runtime: Option<RuntimeSource>,
}

fn checked<'de, D: Deserializer<'de>>(
    deserializer: D,
    expected: &str,
    is_valid: impl Fn(&str) -> bool,
) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_valid(&text) { Ok(Some(text)) } else { Err(D::Error::custom(format!("expected {expected}; found {text:?}"))) }
}

fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    checked(deserializer, "a version such as \"1.2.0\"", is_version)
}

fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let is_line = |text: &str| !text.trim().is_empty() && !text.contains(char::is_control);
    checked(deserializer, "one line of text", is_line)
}

fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let is_address = |text: &str| {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| !c.is_whitespace() && !c.is_control()))
    };
    checked(deserializer, "a URL that starts with \"https://\"", is_address)
}

fn search_terms<'de, D: Deserializer<'de>>(
    deserializer: D,
    noun: &str,
    rule: &str,
    is_valid: impl Fn(&str) -> bool,
) -> Result<Option<Vec<String>>, D::Error> {
    let search_terms = Vec::<String>::deserialize(deserializer)?;
    if search_terms.len() > MOST {
        return Err(D::Error::custom(format!("crates.io accepts at most {MOST} {noun}; found {}", search_terms.len())));
    }
    match search_terms.iter().find(|word| !is_valid(word)) {
        Some(word) => Err(D::Error::custom(format!("invalid value {word:?} in {noun}: {rule}"))),
        None => Ok(Some(search_terms)),
    }
}

fn keywords<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let rule = "a keyword must start with a letter or digit, have at most 20 characters and contain only letters, digits, \
                `_`, `-` and `+`";
    search_terms(deserializer, "keywords", rule, |word| {
        word.len() <= LONGEST_KEYWORD
            && word.starts_with(|first: char| first.is_ascii_alphanumeric())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "_-+".contains(c))
    })
}

fn categories<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let rule = "use a slug from https://crates.io/category_slugs, such as \"api-bindings\"";
    let is_slug = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_lowercase())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    search_terms(deserializer, "categories", rule, |word| word.split("::").all(is_slug))
}

/// Returns `true` for three numbers, optionally with a pre-release and a build (Semantic Versioning 2.0).
fn is_version(text: &str) -> bool {
    let (text, build) = text.split_once('+').map_or((text, None), |(text, build)| (text, Some(build)));
    let (numbers, release) = text.split_once('-').map_or((text, None), |(text, release)| (text, Some(release)));
    let is_number =
        |part: &str| (part == "0" || !part.starts_with('0')) && part.parse::<u64>().is_ok() && !part.starts_with('+');
    let is_word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let numbers: Vec<&str> = numbers.split('.').collect();
    numbers.len() == 3
        && numbers.into_iter().all(is_number)
        && [release, build].into_iter().flatten().all(|rest| rest.split('.').all(is_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<PackageSettings, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn valid_metadata_is_read() {
        let text = "version = \"1.2.0-rc.1+a\"\ndescription = \"A client.\"\nlicense = \"MIT OR Apache-2.0\"\n\
                    repository = \"https://example.com/a\"\nkeywords = [\"api\", \"c++\"]\n\
                    categories = [\"web-programming::http-client\"]\npublish = true\n";
        let package = read(text).expect("it is valid");
        assert_eq!(package.version.as_deref(), Some("1.2.0-rc.1+a"));
        assert_eq!(package.keywords, Some(vec!["api".to_owned(), "c++".to_owned()]));
        assert!(package.publish);
    }

    #[test]
    fn metadata_that_cargo_or_crates_io_rejects_is_rejected() {
        for (text, expected) in [
            ("version = \"1.2\"", "a version such as"),
            ("version = \"01.2.3\"", "a version such as"),
            ("version = \"1.2.3-\"", "a version such as"),
            ("description = \"a\\nb\"", "one line of text"),
            ("license = \" \"", "one line of text"),
            ("repository = \"example.com\"", "a URL"),
            ("homepage = \"javascript:alert(1)\"", "a URL"),
            ("homepage = \"https://a b\"", "a URL"),
            ("keywords = [\"two words\"]", "in keywords"),
            ("keywords = [\"-a\"]", "in keywords"),
            ("keywords = [\"a-very-long-search-word\"]", "in keywords"),
            ("keywords = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]", "at most 5 keywords"),
            ("categories = [\"API bindings\"]", "in categories"),
            ("runtime = \"git\"", "`path=DIR`; found `git`"),
            ("name = \"a\"", "unknown field"),
        ] {
            let error = read(text).expect_err(text).to_string();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
