//! The spelling of declarations: the spaces between the tokens of names, types and paths, and the positions where lines
//! may be broken.
//!
//! ```text
//! pub type Pets < 'a > = Vec < & 'a Pet > ;   →   pub type Pets<'a> = Vec<&'a Pet>;
//! ```

use std::fmt::Write as _;
use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenTree};

use super::flat_line::FlatLine;
use super::part::{Part, into_content, sign};

/// The end of the code before a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Previous {
    /// A name, a keyword or a bracket, from which a name is separated by a space.
    Word,
    Sign,
}

/// Appends tokens to a line.
pub(super) fn write(line: &mut FlatLine, tokens: Vec<TokenTree>) {
    write_tokens(line, tokens.into_iter(), Previous::Sign);
}

fn write_tokens(line: &mut FlatLine, tokens: impl Iterator<Item = TokenTree>, mut previous: Previous) -> Previous {
    let mut tokens = tokens.peekable();
    while let Some(token) = tokens.next() {
        previous = match token {
            TokenTree::Punct(punct) => {
                write_sign(line, &punct, &mut tokens, previous);
                if punct.as_char() == '>' { Previous::Word } else { Previous::Sign }
            }
            TokenTree::Group(group) => write_group(line, group, previous),
            word => {
                if previous == Previous::Word {
                    line.text_mut().push(' ');
                }
                let _ = write!(line.text_mut(), "{word}");
                Previous::Word
            }
        };
    }
    previous
}

fn write_sign<I: Iterator<Item = TokenTree>>(
    line: &mut FlatLine,
    punct: &Punct,
    tokens: &mut Peekable<I>,
    previous: Previous,
) {
    let next = tokens.peek().and_then(sign);
    let is_joint = punct.spacing() == Spacing::Joint;
    match punct.as_char() {
        ':' if is_joint && next == Some(':') => {
            tokens.next();
            line.text_mut().push_str("::");
        }
        '-' if is_joint && next == Some('>') => {
            tokens.next();
            line.text_mut().push_str(" -> ");
        }
        '<' => line.open('<'),
        '>' => line.close('>', true),
        // The last comma depends on the lines.
        ',' if next == Some('>') || tokens.peek().is_none() => {}
        ',' => {
            line.text_mut().push(',');
            line.space();
        }
        ':' => line.text_mut().push_str(": "),
        ';' if tokens.peek().is_some() => line.text_mut().push_str("; "),
        '=' => line.text_mut().push_str(" = "),
        '+' => line.text_mut().push_str(" + "),
        '\'' if previous == Previous::Word => line.text_mut().push_str(" '"),
        sign => line.text_mut().push(sign),
    }
}

fn write_group(line: &mut FlatLine, group: Group, previous: Previous) -> Previous {
    let (delimiter, content) = into_content(group);
    match delimiter {
        Delimiter::Parenthesis if content.is_empty() => line.text_mut().push_str("()"),
        Delimiter::Parenthesis => {
            let content: Vec<TokenTree> = content.into_iter().collect();
            let is_single = is_tuple_of_one(&content);
            line.open('(');
            write_tokens(line, content.into_iter(), Previous::Sign);
            if is_single {
                line.text_mut().push(',');
            }
            line.close(')', !is_single);
        }
        Delimiter::Brace => {
            if previous == Previous::Word {
                line.text_mut().push(' ');
            }
            write_names(line, content.into_iter());
        }
        Delimiter::Bracket => {
            line.text_mut().push('[');
            write_tokens(line, content.into_iter(), Previous::Sign);
            line.text_mut().push(']');
        }
        Delimiter::None => return write_tokens(line, content.into_iter(), previous),
    }
    Previous::Word
}

/// Returns `true` for the content of `(A,)`, whose comma distinguishes it from `(A)`.
fn is_tuple_of_one(content: &[TokenTree]) -> bool {
    content.last().and_then(sign) == Some(',') && Part::read_all(content.iter().cloned().collect()).len() == 1
}

/// Appends the names of an import, in braces unless it is a single name.
fn write_names(line: &mut FlatLine, content: impl Iterator<Item = TokenTree>) {
    let mut names: Vec<Vec<TokenTree>> = vec![Vec::new()];
    for token in content {
        if sign(&token) == Some(',') {
            names.push(Vec::new());
        } else if let Some(name) = names.last_mut() {
            name.push(token);
        }
    }
    names.retain(|name| !name.is_empty());
    match names.as_mut_slice() {
        [name] if !matches!(name.as_slice(), [TokenTree::Ident(first)] if first == "self") => {
            write_tokens(line, std::mem::take(name).into_iter(), Previous::Sign);
        }
        _ => {
            line.open('{');
            for (at, name) in names.into_iter().enumerate() {
                if at > 0 {
                    line.text_mut().push(',');
                    line.filled_space();
                }
                write_tokens(line, name.into_iter(), Previous::Sign);
            }
            line.close('}', true);
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn declarations_are_spelled_as_by_rustfmt() {
        for (tokens, spelled) in [
            (
                quote!(
                    pub type Pets<'a> = Vec<&'a Pet>;
                ),
                "pub type Pets<'a> = Vec<&'a Pet>;",
            ),
            (quote!(pub(crate) core: &'c mut ClientCore), "pub(crate) core: &'c mut ClientCore"),
            (quote!(operation: PhantomData<fn() -> Op>), "operation: PhantomData<fn() -> Op>"),
            (quote!(pub r#type: Option<BTreeMap<String, Vec<u8>>>), "pub r#type: Option<BTreeMap<String, Vec<u8>>>"),
            (quote!(size: (f64, [u8; 4], ())), "size: (f64, [u8; 4], ())"),
            (quote!(size: (f64, Map<String, u8,>,)), "size: (f64, Map<String, u8>)"),
            (quote!(size: (Map<String, u8>,)), "size: (Map<String, u8>,)"),
            (quote!(size: (Map<fn() -> u8, u8>,)), "size: (Map<fn() -> u8, u8>,)"),
            (quote!(money: ::money::r#type::Money), "money: ::money::r#type::Money"),
            (quote!(f: Box<dyn Fn(u8, &str) -> bool + Send>), "f: Box<dyn Fn(u8, &str) -> bool + Send>"),
            (quote!(pub struct Page<T: Clone + 'static>), "pub struct Page<T: Clone + 'static>"),
            (
                quote!(
                    pub use super::{Cat as Tom, dog::*};
                ),
                "pub use super::{Cat as Tom, dog::*};",
            ),
            (
                quote!(
                    use super::{Cat};
                ),
                "use super::Cat;",
            ),
            (
                quote!(
                    use fmt::{self};
                ),
                "use fmt::{self};",
            ),
        ] {
            let mut line = FlatLine::new();
            write(&mut line, tokens.into_iter().collect());
            assert_eq!(line.text(), spelled);
        }
    }
}
