//! Items, fields and variants as tokens: the attributes of each, and the tokens that follow them.
//!
//! ```text
//! #[doc(17)] #[derive(Clone)] pub struct Pet { … }  mod cat;   →   attributes    tokens
//!                                                                  doc(17)       pub struct Pet { … }
//!                                                                  derive(Clone)
//!                                                                                mod cat;
//! ```

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree, token_stream};

/// An attribute that is not formatted yet.
#[derive(Clone, Debug)]
pub(super) struct AttributeTokens {
    pub(super) position: Position,
    /// The tokens within the brackets.
    pub(super) tokens: Vec<TokenTree>,
}

/// The position of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// Before an item: `#[…]`.
    Outer,
    /// Within a file: `#![…]`.
    Inner,
}

/// The remaining tokens of a file or of a block.
pub(super) type Tokens = Peekable<token_stream::IntoIter>;

/// An item, a field or a variant.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) attributes: Vec<AttributeTokens>,
    pub(super) tokens: Vec<TokenTree>,
}

/// The items that are printed from their tokens, and all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    Use,
    Mod,
    Type,
    Struct,
    Enum,
    Constant,
    Other,
}

impl Part {
    /// Reads an item, or returns `None` at the end of the file. The first item has the attributes of the file, too.
    pub(super) fn read_item(tokens: &mut Tokens) -> Option<Self> {
        let mut item = Self::begin(tokens)?;
        let mut keyword = None;
        for token in tokens.by_ref() {
            if let TokenTree::Ident(name) = &token
                && (keyword.is_none() || keyword == Some(Keyword::Constant) && name == "fn")
            {
                keyword = Keyword::of(name);
            }
            let is_end = match &token {
                TokenTree::Punct(sign) => sign.as_char() == ';',
                TokenTree::Group(group) => {
                    let ends_with_sign = [Keyword::Use, Keyword::Type, Keyword::Constant].map(Some).contains(&keyword);
                    group.delimiter() == Delimiter::Brace && !ends_with_sign
                }
                _ => false,
            };
            item.tokens.push(token);
            if is_end {
                break;
            }
        }
        Some(item)
    }

    /// Reads the fields or variants of a block.
    pub(super) fn read_all(block: TokenStream) -> Vec<Self> {
        let mut tokens = block.into_iter().peekable();
        let mut parts = Vec::new();
        while let Some(mut part) = Self::begin(&mut tokens) {
            let mut depth = 0_usize;
            for token in tokens.by_ref() {
                let is_arrow = || part.tokens.last().and_then(sign) == Some('-');
                match sign(&token) {
                    Some('<') => depth += 1,
                    Some('>') if !is_arrow() => depth = depth.saturating_sub(1),
                    Some(',') if depth == 0 => break,
                    _ => {}
                }
                part.tokens.push(token);
            }
            parts.push(part);
        }
        parts
    }

    fn begin(tokens: &mut Tokens) -> Option<Self> {
        tokens.peek()?;
        Some(Self { attributes: read_attributes(tokens), tokens: Vec::new() })
    }

    /// Returns `true` for the end of a file that has only attributes.
    pub(super) fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.tokens.is_empty()
    }

    /// Removes the attributes of the file.
    pub(super) fn take_inner_attributes(&mut self) -> Vec<AttributeTokens> {
        self.attributes.extract_if(.., |attribute| attribute.position == Position::Inner).collect()
    }

    /// Returns the tokens behind the visibility.
    fn behind_visibility(&self) -> &[TokenTree] {
        match self.tokens.as_slice() {
            [TokenTree::Ident(first), TokenTree::Group(_), rest @ ..] | [TokenTree::Ident(first), rest @ ..]
                if first == "pub" =>
            {
                rest
            }
            tokens => tokens,
        }
    }

    /// Returns the keyword of an item.
    pub(super) fn keyword(&self) -> Keyword {
        match self.behind_visibility() {
            [_, TokenTree::Ident(second), ..] if second == "fn" => Keyword::Other,
            [TokenTree::Ident(first), ..] => Keyword::of(first).unwrap_or(Keyword::Other),
            _ => Keyword::Other,
        }
    }

    /// Returns `true` if the item is visible outside its module.
    pub(super) fn is_public(&self) -> bool {
        matches!(self.tokens.first(), Some(TokenTree::Ident(first)) if first == "pub")
    }

    /// Returns `true` if the item ends with a semicolon.
    pub(super) fn ends_with_semicolon(&self) -> bool {
        self.tokens.last().and_then(sign) == Some(';')
    }

    /// Returns `true` for `name: Type`.
    pub(super) fn is_field(&self) -> bool {
        matches!(self.behind_visibility(), [TokenTree::Ident(_), colon, _, ..] if sign(colon) == Some(':'))
    }

    /// Returns the tokens as they were read.
    pub(super) fn into_tokens(self) -> TokenStream {
        let attributes = self.attributes.into_iter().flat_map(|attribute| {
            let brackets = Group::new(Delimiter::Bracket, TokenStream::from_iter(attribute.tokens));
            [TokenTree::from(Punct::new('#', Spacing::Alone)), brackets.into()]
        });
        attributes.chain(self.tokens).collect()
    }
}

impl Keyword {
    /// Returns the keyword of an item, or `None` for a modifier before it.
    fn of(name: &Ident) -> Option<Self> {
        let keywords = [
            ("struct", Self::Struct),
            ("enum", Self::Enum),
            ("type", Self::Type),
            ("use", Self::Use),
            ("mod", Self::Mod),
            ("const", Self::Constant),
            ("static", Self::Constant),
        ];
        let found = keywords.into_iter().find(|(keyword, _)| name == keyword).map(|(_, keyword)| keyword);
        found.or_else(|| (name != "pub").then_some(Self::Other))
    }
}

/// Reads attributes. Those of a file precede those of its first item.
fn read_attributes(tokens: &mut Tokens) -> Vec<AttributeTokens> {
    let mut attributes = Vec::new();
    while tokens.next_if(|token| sign(token) == Some('#')).is_some() {
        let is_inner = tokens.next_if(|token| sign(token) == Some('!')).is_some();
        let content = match tokens.next() {
            Some(TokenTree::Group(brackets)) => into_content(brackets).1,
            other => TokenStream::from_iter(other),
        };
        let position = if is_inner { Position::Inner } else { Position::Outer };
        attributes.push(AttributeTokens { position, tokens: content.into_iter().collect() });
    }
    attributes
}

/// Returns the delimiter and the tokens of a group, which is dropped first, because shared tokens would be copied.
pub(super) fn into_content(group: Group) -> (Delimiter, TokenStream) {
    (group.delimiter(), group.stream())
}

/// Returns the character of a punctuation token.
pub(super) fn sign(token: &TokenTree) -> Option<char> {
    match token {
        TokenTree::Punct(sign) => Some(sign.as_char()),
        _ => None,
    }
}
