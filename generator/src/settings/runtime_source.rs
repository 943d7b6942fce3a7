//! The source of the runtime of a generated crate.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// The source of the crate `apiarist-runtime`, on which a generated crate depends.
///
/// ```
/// use apiarist::settings::RuntimeSource;
///
/// assert_eq!("vendored".parse(), Ok(RuntimeSource::Vendored));
/// assert_eq!("registry".parse(), Ok(RuntimeSource::Registry(None)));
/// assert_eq!("registry=0.1.2".parse(), Ok(RuntimeSource::Registry(Some("0.1.2".to_owned()))));
/// assert_eq!("path=../runtime".parse(), Ok(RuntimeSource::Path("../runtime".into())));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RuntimeSource {
    /// A copy in the folder of the generated crate.
    #[default]
    Vendored,
    /// The registry, with a version requirement. By default, it is the version of the generator.
    Registry(Option<String>),
    /// A folder.
    Path(PathBuf),
}

impl FromStr for RuntimeSource {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_requirement = |text: &str| {
            text.contains(|c: char| c.is_ascii_digit())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-+^~=<>*, ".contains(c))
        };
        match text.split_once('=') {
            None if text == "vendored" => Ok(Self::Vendored),
            None if text == "registry" => Ok(Self::Registry(None)),
            Some(("registry", version)) if is_requirement(version) => Ok(Self::Registry(Some(version.to_owned()))),
            Some(("path", folder)) if !folder.is_empty() => Ok(Self::Path(folder.into())),
            _ => Err(format!("expected `vendored`, `registry`, `registry=VERSION` or `path=DIR`; found `{text}`")),
        }
    }
}

impl fmt::Display for RuntimeSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vendored => f.write_str("vendored"),
            Self::Registry(None) => f.write_str("registry"),
            Self::Registry(Some(version)) => write!(f, "registry={version}"),
            Self::Path(folder) => write!(f, "path={}", folder.display()),
        }
    }
}

impl<'de> Deserialize<'de> for RuntimeSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_as_they_are_printed() {
        for text in ["vendored", "registry", "registry=0.1", "registry=>=0.1.2, <0.3", "path=../a b", "path=a=b"] {
            let source: RuntimeSource = text.parse().expect("it is valid");
            assert_eq!(source.to_string(), text);
        }
        for text in
            ["", "Vendored", "vendored=1", "registry=", "registry=latest", "registry=1\"", "path", "path=", "git"]
        {
            let error = RuntimeSource::from_str(text).expect_err(text);
            assert!(error.contains("`path=DIR`; found"), "{error}");
        }
    }
}
