//! Names of separately generated crates.

use std::path::Path;

use apiarist::names::is_device_name;

/// Words that are not valid crate names, because they are keywords or names of crates that every program contains.
const RESERVED: [&str; 61] = [
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "core",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc-macro",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "apiarist-derive",
    "apiarist-runtime",
    "serde",
    "serde-json",
];

/// The names of the digits.
const DIGITS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Returns a name from the title of a document, or from its file name if the title results in none.
pub fn from_title(title: &str, path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    [kebab(title), kebab(&stem)]
        .into_iter()
        .flat_map(|name| [name.clone(), format!("{name}-api")])
        .find(|name| is_valid(name))
        .unwrap_or_else(|| "api-client".to_owned())
}

/// Returns `true` if a text is a valid crate name.
pub fn is_valid(name: &str) -> bool {
    let is_plain = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || matches!(character, '-' | '_')
    };
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(is_plain)
        && name.len() <= 64
        && !RESERVED.contains(&name.replace('_', "-").as_str())
        && !is_device_name(name)
}

/// Returns the letters and digits of a text in lower case, with hyphens between words; at most eight words. A digit at
/// the beginning is spelled, because the name of a crate starts with a letter.
fn kebab(text: &str) -> String {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.map(str::to_ascii_lowercase).take(8).collect();
    let name = words.join("-");
    let digits = name.len() - name.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    match name.chars().next().and_then(|first| first.to_digit(10)) {
        Some(digit) if digits == 1 => {
            let spelled = DIGITS.get(digit as usize).copied().unwrap_or_default();
            spelled.to_owned() + name.get(1..).unwrap_or_default()
        }
        Some(_) => format!("api-{name}"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_is_derived_from_the_title_or_the_file() {
        let path = Path::new("specs/pet store.yaml");
        assert_eq!(from_title("OpenAI API", path), "openai-api");
        assert_eq!(from_title("2FA: The \"Service\" (v2)", path), "twofa-the-service-v2");
        assert_eq!(from_title("1Password Connect", path), "onepassword-connect");
        assert_eq!(from_title("3 Things", path), "three-things");
        assert_eq!(from_title("360dialog", path), "api-360dialog");
        assert_eq!(from_title("", path), "pet-store");
        assert_eq!(from_title("ペット", path), "pet-store");
        assert_eq!(from_title("Core", path), "core-api");
        assert_eq!(from_title("CON", path), "con-api");
        assert_eq!(from_title("", Path::new("ペット.yaml")), "api-client");
        assert_eq!(from_title("", Path::new("42.yaml")), "api-42");
    }

    #[test]
    fn names_that_cargo_rejects_are_invalid() {
        assert!(is_valid("pets") && is_valid("pet-store_2"));
        for name in
            ["", "2pets", "Pets", "pet store", "pets/", "struct", "std", "..", "proc_macro", "con", "aux", "com1"]
        {
            assert!(!is_valid(name), "{name}");
        }
    }
}
