//! Types as written in the source: derives see only names, not their meaning.

use crate::tokens::{TokenTree, is_punct, unraw};

/// A type whose name is significant for a derive.
pub enum WrittenType<'t> {
    String,
    Option(&'t [TokenTree]),
    Maybe(&'t [TokenTree]),
    Vec(&'t [TokenTree]),
    Box(&'t [TokenTree]),
    OpaqueBox(&'t [TokenTree]),
    /// A path to any other type without arguments, such as `Mood` or `types::Mood`.
    Named,
    Other,
}

impl<'t> WrittenType<'t> {
    /// Classifies a type. Of paths, only the usual spellings are recognized, for example `Option` and
    /// `std::option::Option`.
    pub fn of(type_: &'t [TokenTree]) -> Self {
        let open = type_.iter().position(|tree| is_punct(tree, '<')).unwrap_or(type_.len());
        let (path, arguments) = type_.split_at(open);
        let Some(path) = path_text(path) else { return Self::Other };
        let path = path.trim_start_matches("::");
        let path = path.strip_prefix("core::").or_else(|| path.strip_prefix("alloc::")).unwrap_or(path);
        let path = path.strip_prefix("std::").unwrap_or(path);
        match (path, arguments) {
            ("String" | "string::String", []) => Self::String,
            (path, [_, inner @ .., close]) if is_punct(close, '>') => match path {
                "Option" | "option::Option" => Self::Option(inner),
                "Maybe" | "apiarist_runtime::Maybe" => Self::Maybe(inner),
                "Vec" | "vec::Vec" => Self::Vec(inner),
                "Box" | "boxed::Box" => Self::Box(inner),
                "OpaqueBox" | "apiarist_runtime::OpaqueBox" => Self::OpaqueBox(inner),
                _ => Self::Other,
            },
            _ if is_name(type_) => Self::Named,
            _ => Self::Other,
        }
    }

    /// Returns the type in a `Box` or an `OpaqueBox`, or any other type unchanged.
    pub fn unboxed(type_: &'t [TokenTree]) -> &'t [TokenTree] {
        match Self::of(type_) {
            Self::Box(inner) | Self::OpaqueBox(inner) => inner,
            _ => type_,
        }
    }
}

/// Returns a path as text, or `None` if the tokens are not a path.
fn path_text(trees: &[TokenTree]) -> Option<String> {
    let mut path = String::new();
    for tree in trees {
        match tree {
            TokenTree::Ident(name) => path.push_str(&name.to_string()),
            colon if is_punct(colon, ':') => path.push(':'),
            _ => return None,
        }
    }
    Some(path)
}

/// Returns `true` if a type is a path whose last segment starts with an upper-case letter. Primitive types, such as
/// `i64`, do not.
fn is_name(type_: &[TokenTree]) -> bool {
    let is_path = type_.iter().all(|tree| matches!(tree, TokenTree::Ident(_)) || is_punct(tree, ':'));
    match type_.last() {
        Some(TokenTree::Ident(name)) if is_path => unraw(name).starts_with(char::is_uppercase),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::{TokenStream, flatten, text};

    fn describe(type_: &str) -> String {
        let trees = flatten(type_.parse::<TokenStream>().unwrap());
        let of = |name: &str, inner: &[TokenTree]| format!("{name} of {}", text(inner).replace(' ', ""));
        match WrittenType::of(&trees) {
            WrittenType::String => "String".to_owned(),
            WrittenType::Option(inner) => of("Option", inner),
            WrittenType::Maybe(inner) => of("Maybe", inner),
            WrittenType::Vec(inner) => of("Vec", inner),
            WrittenType::Box(inner) => of("Box", inner),
            WrittenType::OpaqueBox(inner) => of("OpaqueBox", inner),
            WrittenType::Named => "name".to_owned(),
            WrittenType::Other => "other".to_owned(),
        }
    }

    #[test]
    fn bare_name_and_full_path_are_the_same_type() {
        for spelling in ["Option<Vec<T>>", "std::option::Option<Vec<T>>", "::core::option::Option<Vec<T>>"] {
            assert_eq!(describe(spelling), "Option of Vec<T>");
        }
        for spelling in ["String", "std::string::String", "::alloc::string::String"] {
            assert_eq!(describe(spelling), "String");
        }
        assert_eq!(describe("apiarist_runtime::Maybe<T>"), "Maybe of T");
        assert_eq!(describe("::std::vec::Vec<T>"), "Vec of T");
        assert_eq!(describe("Box<T>"), "Box of T");
        assert_eq!(describe("::apiarist_runtime::OpaqueBox<T>"), "OpaqueBox of T");
    }

    #[test]
    fn same_name_in_another_module_is_another_type() {
        for type_ in ["types::Option<T>", "String<T>", "(A, B)", "&str", "<A as B>::C", "[A; 3]"] {
            assert_eq!(describe(type_), "other", "{type_}");
        }
        for type_ in ["Option", "types::String"] {
            assert_eq!(describe(type_), "name", "{type_}");
        }
    }

    #[test]
    fn path_without_type_arguments_is_a_name() {
        for type_ in ["Mood", "types::Mood", "::rust_decimal::Decimal", "r#Mood", "Ünï"] {
            assert_eq!(describe(type_), "name", "{type_}");
        }
        for type_ in ["bool", "i64", "f64", "BTreeMap<String, Mood>", "fn(A) -> B", "!", "()"] {
            assert_eq!(describe(type_), "other", "{type_}");
        }
    }
}
