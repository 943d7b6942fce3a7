//! Validates the name of a folder of `specs/`, which is also a module, a feature and the stem of file names.

use apiarist::emit::FEATURES;
use apiarist::module_name;
use apiarist::names::is_device_name;
use apiarist::runtime_items::{Export, RuntimeItem};

/// The maximum length of a name in characters. crates.io has the same limit for features.
const LONGEST: usize = 64;

/// Crates and modules that generated code names, which a module of the same name would hide.
const MODULES: [&str; 15] = [
    "alloc",
    "apiarist",
    "apiarist-runtime",
    "call",
    "core",
    "lib",
    "main",
    "operations",
    "proc-macro",
    "serde",
    "serde-json",
    "std",
    "test",
    "tokio",
    "types",
];

/// Rust keywords, reserved ones included.
const KEYWORDS: [&str; 50] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Returns the reason why a name is invalid, or `None` if it is valid.
pub fn fault(name: &str) -> Option<String> {
    reason(name).map(|reason| format!("cannot use `{}` as the name of an API: {reason}", shown(name)))
}

/// Returns a valid name that is similar to an invalid one.
pub fn suggestion(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = words.collect::<Vec<_>>().join("-");
    if !slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        slug = if slug.is_empty() { "api".to_owned() } else { format!("api-{slug}") };
    }
    let cut: String = slug.chars().take(LONGEST - "-api".len()).collect();
    let cut = cut.trim_end_matches('-').to_owned();
    if reason(&cut).is_some() { format!("{cut}-api") } else { cut }
}

fn reason(name: &str) -> Option<String> {
    let invalid = name.chars().find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-'));
    let count = name.chars().count();
    if name.is_empty() {
        return Some("it is empty".to_owned());
    }
    if let Some(invalid) = invalid {
        let invalid = invalid.escape_debug();
        return Some(format!("`{invalid}` is not a lower-case letter, a digit or a hyphen"));
    }
    if count > LONGEST {
        return Some(format!("it has {count} characters; {LONGEST} are allowed"));
    }
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Some("it must start with a letter".to_owned());
    }
    if name.ends_with('-') || name.contains("--") {
        return Some("each hyphen must be between two letters or digits".to_owned());
    }
    reserved(name).map(str::to_owned)
}

/// Returns the names that the root of a generated crate exports from the runtime.
fn exported_names() -> impl Iterator<Item = &'static str> {
    let items = RuntimeItem::ALL.iter().filter(|item| matches!(item.export(), Export::Root { .. }));
    items.map(|item| item.name())
}

fn reserved(name: &str) -> Option<&'static str> {
    if KEYWORDS.contains(&name) {
        Some("Rust reserves this word")
    } else if name == "default" || FEATURES.iter().any(|feature| feature.name == name) {
        Some("the generated crate has another feature of this name")
    } else if MODULES.contains(&name) || exported_names().any(|exported| exported == name) {
        Some("generated code uses a crate or a module of this name")
    } else if is_device_name(name) {
        Some("Windows reserves this name for a device")
    } else {
        None
    }
}

/// Returns a name for a message: without control characters, and truncated.
fn shown(name: &str) -> String {
    let mut text: String = name.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if name.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    text
}

/// Returns `true` if two names map to the same module.
pub fn is_same_module(one: &str, other: &str) -> bool {
    module_name(one) == module_name(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_names_are_rejected_with_a_reason_and_a_suggestion() {
        let long = "a".repeat(300);
        for (name, reason, suggested) in [
            ("con", "Windows reserves", "con-api"),
            ("nul", "Windows reserves", "nul-api"),
            ("com1", "Windows reserves", "com1-api"),
            ("self", "Rust reserves", "self-api"),
            ("crate", "Rust reserves", "crate-api"),
            ("types", "generated code uses", "types-api"),
            ("std", "generated code uses", "std-api"),
            ("core", "generated code uses", "core-api"),
            ("apiarist-runtime", "generated code uses", "apiarist-runtime-api"),
            ("client", "another feature", "client-api"),
            ("testing", "another feature", "testing-api"),
            ("transport", "generated code uses", "transport-api"),
            ("reqwest-own-tls", "another feature", "reqwest-own-tls-api"),
            ("2dogs", "must start with a letter", "api-2dogs"),
            ("1Password Connect", "`P` is not", "api-1password-connect"),
            ("Dogs", "`D` is not", "dogs"),
            ("-dogs", "must start with a letter", "dogs"),
            ("dogs-", "each hyphen", "dogs"),
            ("big--dogs", "each hyphen", "big-dogs"),
            ("big_dogs", "`_` is not", "big-dogs"),
            ("../x", "`.` is not", "x"),
            ("a/b", "`/` is not", "a-b"),
            ("\u{202e}dogs\n", "`\\u{202e}` is not", "dogs"),
            ("犬", "`犬` is not", "api"),
            ("", "is empty", "api"),
            (long.as_str(), "300 characters; 64 are allowed", &"a".repeat(60)),
        ] {
            let fault = fault(name).unwrap_or_else(|| panic!("{name} is accepted"));
            assert!(fault.contains(reason), "{name}: {fault}");
            assert!(fault.len() < 300 && !fault.contains(['\n', '\u{202e}']), "{name}: {fault}");
            assert_eq!(suggestion(name), suggested, "{name}");
        }
    }

    #[test]
    fn every_suggested_name_is_valid() {
        let features = FEATURES.iter().map(|feature| feature.name);
        let exports = exported_names().filter(|name| !name.contains(char::is_uppercase));
        let reserved = KEYWORDS.iter().chain(&MODULES).copied().chain(features).chain(exports);
        for name in reserved.chain(["lpt9", "---", "9", "aux"]) {
            assert_eq!(fault(&suggestion(name)), None, "{name}");
        }
        for name in ["dogs", "big-dogs", "a1", "tavus", "table"] {
            assert_eq!(fault(name), None, "{name}");
        }
    }
}
