//! Blank lines between items.
//!
//! Imports, exports, modules, constants and aliases are not separated from others of the same kind, unless the next one
//! has an attribute or a comment; all other items are. Conditions of imports, exports and modules of a file do not
//! separate them. In an `impl` or a trait, a function is separated from its neighbors, unless it has no body:
//!
//! ```text
//! use std::fmt;
//! use std::io;
//!
//! pub const A: u8 = 1;
//! pub const B: u8 = 2;
//!
//! /// A constant with a comment.
//! pub const C: u8 = 3;
//! ```

use proc_macro2::TokenTree;
use syn::{Attribute, File, ImplItem, Item, TraitItem, Visibility};

use super::part::{AttributeTokens, Keyword, Part};
use super::{attributes, marks};

/// The kind of an item or member, to the extent that blank lines depend on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Import,
    Export,
    Module,
    Constant,
    Alias,
    /// A function of a trait that has no body.
    Signature,
    /// Any item that is always separated.
    Other,
}

impl Kind {
    pub(super) fn of_part(item: &Part) -> Self {
        match item.keyword() {
            Keyword::Use if item.is_public() => Self::Export,
            Keyword::Use => Self::Import,
            Keyword::Mod if item.ends_with_semicolon() => Self::Module,
            Keyword::Constant => Self::Constant,
            Keyword::Type => Self::Alias,
            Keyword::Mod | Keyword::Struct | Keyword::Enum | Keyword::Other => Self::Other,
        }
    }

    fn of_item(item: &Item) -> Self {
        match item {
            Item::Use(item) if matches!(item.vis, Visibility::Inherited) => Self::Import,
            Item::Use(_) => Self::Export,
            Item::Mod(item) if item.content.is_none() => Self::Module,
            Item::Const(_) | Item::Static(_) => Self::Constant,
            Item::Type(_) => Self::Alias,
            _ => Self::Other,
        }
    }

    fn of_impl_item(item: &ImplItem) -> Self {
        match item {
            ImplItem::Const(_) | ImplItem::Type(_) => Self::Constant,
            _ => Self::Other,
        }
    }

    fn of_trait_item(item: &TraitItem) -> Self {
        match item {
            TraitItem::Const(_) | TraitItem::Type(_) => Self::Constant,
            TraitItem::Fn(item) if item.default.is_none() => Self::Signature,
            _ => Self::Other,
        }
    }

    /// Returns `true` for imports, exports and modules, which are not separated even if they take several lines.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Import | Self::Export | Self::Module)
    }

    /// Returns `true` if an item of this kind is separated from the one before because of its attributes, which include
    /// doc comments.
    pub(super) fn is_marked_by(self, attributes: &[AttributeTokens]) -> bool {
        let is_condition =
            |it: &AttributeTokens| matches!(it.tokens.first(), Some(TokenTree::Ident(name)) if name == "cfg");
        attributes.iter().any(|attribute| !(self.is_list() && is_condition(attribute)))
    }

    /// Returns `true` if a blank line separates an item of this kind from the next one.
    pub(super) fn is_parted_from(self, next: Self, is_next_marked: bool) -> bool {
        is_next_marked || self != next || self == Self::Other
    }
}

/// Marks the blank lines within the items of a file.
pub(super) fn mark(file: &mut File) {
    file.items.iter_mut().for_each(mark_in_item);
}

fn mark_in_item(item: &mut Item) {
    match item {
        Item::Mod(module) => {
            let Some((_, items)) = &mut module.content else { return };
            items.iter_mut().for_each(mark_in_item);
            mark_all(items.iter_mut().map(|item| (Kind::of_item(item), item)), attributes::of_item);
        }
        Item::Impl(block) => {
            let members = block.items.iter_mut().map(|item| (Kind::of_impl_item(item), item));
            mark_all(members, attributes::of_impl_item);
        }
        Item::Trait(block) => {
            let members = block.items.iter_mut().map(|item| (Kind::of_trait_item(item), item));
            mark_all(members, attributes::of_trait_item);
        }
        _ => {}
    }
}

fn mark_all<'i, T: 'i>(
    items: impl Iterator<Item = (Kind, &'i mut T)>,
    attributes: impl Fn(&mut T) -> Option<&mut Vec<Attribute>>,
) {
    let mut before: Option<Kind> = None;
    for (kind, item) in items {
        if let Some(attributes) = attributes(item)
            && before.is_some_and(|before| before.is_parted_from(kind, !attributes.is_empty()))
        {
            attributes.insert(0, marks::blank_line());
        }
        before = Some(kind);
    }
}
