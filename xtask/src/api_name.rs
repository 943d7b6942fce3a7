//! Names of APIs: each is a folder, a module and a feature.

use apiarist::names::is_device_name;

/// Names that no feature of an API can have: those of other features, and keywords.
const TAKEN: [&str; 47] = [
    "as", "async", "await", "blocking", "break", "client", "const", "continue", "crate", "default", "dyn", "else",
    "enum", "extern", "false", "fn", "for", "gen", "if", "impl", "in", "jiff", "let", "lib", "loop", "match", "mod",
    "move", "mut", "pub", "ref", "reqwest", "return", "self", "static", "struct", "super", "tracing", "trait", "true",
    "type", "unsafe", "use", "webhooks", "where", "while", "yield",
];

/// How many bytes a name may have; it is part of the names of files.
const LONGEST: usize = 40;

/// Checks that an API may be called so.
///
/// # Errors
/// Returns why it may not, and what to do.
pub fn check_api_name(api: &str) -> Result<(), String> {
    let shown = api.escape_debug();
    if is_device_name(api) {
        return Err(format!("`{shown}` cannot be a folder, because Windows keeps it for a device; take another name"));
    }
    if api.len() > LONGEST {
        return Err(format!("`{shown}` has more than {LONGEST} letters; take a shorter name"));
    }
    let is_name = api.starts_with(|c: char| c.is_ascii_lowercase())
        && api.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !api.ends_with('-')
        && !api.contains("--")
        && !api.starts_with("reqwest-");
    if !is_name || TAKEN.contains(&api) {
        return Err(format!("`{shown}` cannot be a module and a feature; take another name of lower-case letters"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folders_modules_and_features_on_every_system() {
        for name in ["pets", "guinea-pigs", "v2-pets", "cons"] {
            assert_eq!(check_api_name(name), Ok(()), "{name}");
        }
        for name in ["con", "nul", "com1", "lpt9", "aux.yaml", "prn "] {
            assert!(check_api_name(name).is_err_and(|reason| reason.contains("Windows")), "{name}");
        }
        let long = "a".repeat(41);
        for name in [
            "",
            "Pets",
            "2pets",
            "pets-",
            "a--b",
            "a b",
            "a.b",
            "..",
            "../a",
            "a/b",
            "a\nb",
            "dyn",
            "lib",
            "reqwest-a",
            &long,
        ] {
            assert!(check_api_name(name).is_err(), "{name}");
        }
    }
}
