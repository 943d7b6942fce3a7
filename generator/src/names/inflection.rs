//! Singular and plural forms of English words, to the extent that names of APIs need them.
//!
//! ```text
//! properties   property     suffix `ies`
//! statuses     status       irregular
//! series       series       invariant
//! ```

/// Plurals that no rule covers.
const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("analyses", "analysis"),
    ("buses", "bus"),
    ("caches", "cache"),
    ("children", "child"),
    ("cookies", "cookie"),
    ("criteria", "criterion"),
    ("indices", "index"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("movies", "movie"),
    ("people", "person"),
    ("statuses", "status"),
    ("vertices", "vertex"),
    ("viruses", "virus"),
    ("women", "woman"),
];

/// Words that end like plurals but are singular, or that have the same singular and plural.
const INVARIANT: &[&str] = &[
    "alias",
    "always",
    "analytics",
    "atlas",
    "aws",
    "bias",
    "canvas",
    "chaos",
    "dns",
    "gas",
    "gps",
    "has",
    "https",
    "ios",
    "is",
    "kubernetes",
    "lens",
    "logistics",
    "news",
    "os",
    "pus",
    "series",
    "sms",
    "species",
    "this",
    "tls",
    "was",
    "yes",
    "as",
    "us",
    "address",
];

/// Returns the singular of a word in lower case, or the word itself if it does not end like a plural.
pub(crate) fn singular(word: &str) -> String {
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_owned();
    }
    // "Metrics" and "statistics" are usually plural, but an element of such an array needs a singular.
    if matches!(word, "metrics" | "statistics") {
        return word.trim_end_matches('s').to_owned();
    }
    if INVARIANT.contains(&word) || word.len() < 3 || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    if ["sses", "shes", "ches", "xes", "zzes"].iter().any(|ending| word.ends_with(ending)) {
        return word.trim_end_matches("es").to_owned();
    }
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return word.to_owned();
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// Returns `true` if a word looks like a plural.
pub(crate) fn is_plural(word: &str) -> bool {
    singular(word) != word
}

/// Returns the plural of a word.
pub(crate) fn plural(word: &str) -> String {
    let consonant_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    if let Some(stem) = consonant_y {
        return format!("{stem}ies");
    }
    if ["s", "sh", "ch", "x", "z"].iter().any(|ending| word.ends_with(ending)) {
        return format!("{word}es");
    }
    format!("{word}s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_have_singulars() {
        for (plural, expected) in [
            ("events", "event"),
            ("properties", "property"),
            ("addresses", "address"),
            ("statuses", "status"),
            ("responses", "response"),
            ("branches", "branch"),
            ("boxes", "box"),
            ("children", "child"),
            ("status", "status"),
            ("data", "data"),
            ("series", "series"),
            ("analysis", "analysis"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }

    #[test]
    fn singulars_have_plurals() {
        assert_eq!(plural("item"), "items");
        assert_eq!(plural("property"), "properties");
        assert_eq!(plural("key"), "keys");
        assert_eq!(plural("address"), "addresses");
    }
}
