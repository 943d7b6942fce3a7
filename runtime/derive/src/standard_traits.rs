//! Traits of the standard library whose methods share code with reading and writing: `#[object(Debug, PartialEq)]`.
//!
//! The compiler checks each method of each type, and what a standard derive writes is a large part of that. These
//! implementations call one function of the runtime each.

use std::fmt::Write as _;

use crate::attribute::{Argument, Form};
use crate::errors::Errors;
use crate::tokens::Ident;

/// The traits that a derive can implement.
#[derive(Clone, Copy)]
pub enum Supported {
    /// Those of structs and unions.
    Equality,
    /// Those of enums of scalars.
    Scalars,
}

impl Supported {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Equality => &["Debug", "PartialEq", "Eq", "Hash"],
            Self::Scalars => &["Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"],
        }
    }
}

/// The standard traits in the settings of an item.
#[derive(Default)]
pub struct StandardTraits(Vec<&'static str>);

impl StandardTraits {
    /// Adds a trait if the argument is one. Returns `false` if it is not.
    pub fn read(&mut self, argument: &Argument, supported: Supported, errors: &mut Errors) -> bool {
        let Form::Word(word) = &argument.form else { return false };
        match supported.names().iter().find(|name| *name == word) {
            Some(name) if self.contains(name) => {
                errors.add(argument.span, format!("`{name}` is already implemented: remove one of them"));
            }
            Some(name) => self.0.push(name),
            None if word.starts_with(|first: char| first.is_ascii_uppercase()) => {
                errors.add(argument.span, format!("`{word}` must be derived: write `#[derive({word})]`"));
            }
            None => return false,
        }
        true
    }

    /// Returns `true` if there are no traits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns `true` if the type implements a trait.
    fn contains(&self, name: &str) -> bool {
        self.0.contains(&name)
    }

    /// Returns the class of the type: see the module `fields` of the runtime.
    pub fn class(&self) -> &'static str {
        if self.contains("Hash") {
            "::apiarist_runtime::tables::fields::Hashed"
        } else {
            "::apiarist_runtime::tables::fields::Unhashed"
        }
    }

    /// Writes the implementations, which call the functions of a module of the runtime.
    pub fn write(&self, out: &mut String, name: &Ident, module: &str) -> std::fmt::Result {
        self.write_with_debug(out, name, module, "")
    }

    /// Does the same with further arguments for the function `debug`.
    pub fn write_with_debug(&self, out: &mut String, name: &Ident, module: &str, debug: &str) -> std::fmt::Result {
        for implemented in &self.0 {
            let (path, method) = match *implemented {
                "Debug" => (
                    "fmt::Debug",
                    format!(
                        "fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{ \
                         ::apiarist_runtime::tables::{module}::debug(self, formatter{debug}) }}"
                    ),
                ),
                "PartialEq" => (
                    "cmp::PartialEq",
                    format!(
                        "fn eq(&self, other: &Self) -> bool {{ \
                         ::apiarist_runtime::tables::{module}::equal(self, other) }}"
                    ),
                ),
                "PartialOrd" => (
                    "cmp::PartialOrd",
                    format!(
                        "fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {{ \
                         ::core::option::Option::Some(::apiarist_runtime::tables::{module}::compare(self, other)) }}"
                    ),
                ),
                "Ord" => (
                    "cmp::Ord",
                    format!(
                        "fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {{ \
                         ::apiarist_runtime::tables::{module}::compare(self, other) }}"
                    ),
                ),
                "Hash" => (
                    "hash::Hash",
                    format!(
                        "fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {{ \
                         ::apiarist_runtime::tables::{module}::hash(self, state) }}"
                    ),
                ),
                _ => ("cmp::Eq", String::new()),
            };
            write!(out, "#[automatically_derived] impl ::core::{path} for {name} {{ {method} }}")?;
        }
        Ok(())
    }
}
