//! Types as they are written: derives see names only, not what they mean.

use crate::tokens::{TokenTree, is_punct, text};

/// A type whose name has a meaning for a derive.
pub enum WrittenType<'t> {
    String,
    Option(&'t [TokenTree]),
    Maybe(&'t [TokenTree]),
    Vec(&'t [TokenTree]),
    Box(&'t [TokenTree]),
    Other,
}

impl<'t> WrittenType<'t> {
    /// Reads a type. Of a path, only the usual spellings are known: `Option` and `std::option::Option`, for example.
    pub fn of(type_: &'t [TokenTree]) -> Self {
        let open = type_.iter().position(|tree| is_punct(tree, '<')).unwrap_or(type_.len());
        let (path, arguments) = type_.split_at(open);
        let path: String = text(path).split_whitespace().collect();
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
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }
}
