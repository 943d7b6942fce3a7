//! Attributes: `#[wire("createdAt", nullable)]`.
//!
//! Arguments have the syntax of `Meta`: a word, a literal, `name = literal` or `name(arguments)`.

use crate::errors::Errors;
use crate::tokens::{Delimiter, Ident, Span, TokenTree, flatten, is_punct};

/// An attribute of a derive.
pub struct Attribute {
    pub name: String,
    pub span: Span,
    pub arguments: Vec<Argument>,
}

/// An argument of an attribute.
pub struct Argument {
    pub span: Span,
    pub form: Form,
}

/// What an argument is.
pub enum Form {
    /// `nullable`
    Word(String),
    /// `"createdAt"`
    Constant(Constant),
    /// `tag = "type"`
    Assignment(String, Constant),
    /// `has("id", "name")`
    List(String, Vec<Argument>),
}

/// A value that is known when the derive runs.
pub struct Constant {
    /// The value as it is written in expressions.
    pub text: String,
    pub kind: ConstantKind,
}

/// The JSON type of a constant.
#[derive(Clone, Copy, PartialEq)]
pub enum ConstantKind {
    String,
    Integer,
    Float,
    Boolean,
    Null,
}

impl Constant {
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "true" | "false" => Some(Self { text: word.to_owned(), kind: ConstantKind::Boolean }),
            // The unit is written as null.
            "null" => Some(Self { text: "()".to_owned(), kind: ConstantKind::Null }),
            _ => None,
        }
    }

    fn of_literal(text: String) -> Option<Self> {
        let kind = match text.as_bytes() {
            [b'"', ..] | [b'r', b'"' | b'#', ..] => ConstantKind::String,
            [b'0', b'x' | b'o' | b'b', ..] => ConstantKind::Integer,
            [b'0'..=b'9', rest @ ..] if rest.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E' | b'f')) => {
                ConstantKind::Float
            }
            [b'0'..=b'9', ..] => ConstantKind::Integer,
            _ => return None,
        };
        Some(Self { text, kind })
    }

    /// Returns the constant that consists of these tokens.
    fn of_tokens(trees: &[TokenTree]) -> Option<Self> {
        match trees {
            [TokenTree::Literal(literal)] => Self::of_literal(literal.to_string()),
            [TokenTree::Ident(word)] => Self::of_word(&word.to_string()),
            [minus, TokenTree::Literal(literal)] if is_punct(minus, '-') => {
                let constant = Self::of_literal(literal.to_string())?;
                let is_number = matches!(constant.kind, ConstantKind::Integer | ConstantKind::Float);
                is_number.then(|| Self { text: format!("-{}", constant.text), kind: constant.kind })
            }
            _ => None,
        }
    }
}

impl Attribute {
    /// Reads what is between the brackets of an attribute. Returns `None` for an attribute that is not one of `names`, or
    /// that is wrong.
    pub fn parse(trees: Vec<TokenTree>, names: &[&str], errors: &mut Errors) -> Option<Self> {
        let mut trees = trees.into_iter();
        let Some(TokenTree::Ident(word)) = trees.next() else { return None };
        let name = word.to_string();
        if !names.contains(&name.as_str()) {
            return None;
        }
        match (trees.next(), trees.next()) {
            (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Parenthesis => {
                Some(Self { arguments: arguments(flatten(group.stream()), errors), span: word.span(), name })
            }
            _ => {
                errors.add(word.span(), format!("`{name}` must have arguments in parentheses: write `#[{name}(…)]`"));
                None
            }
        }
    }
}

/// Reads arguments with commas between them.
fn arguments(trees: Vec<TokenTree>, errors: &mut Errors) -> Vec<Argument> {
    trees
        .split(|tree| is_punct(tree, ','))
        .filter(|argument| !argument.is_empty())
        .filter_map(|trees| argument(trees, errors))
        .collect()
}

fn argument(trees: &[TokenTree], errors: &mut Errors) -> Option<Argument> {
    let span = trees.first().map_or_else(Span::call_site, TokenTree::span);
    let form = match trees {
        [TokenTree::Ident(name), equals, value @ ..] if is_punct(equals, '=') => assignment(name, value),
        [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            Some(Form::List(name.to_string(), arguments(flatten(group.stream()), errors)))
        }
        _ => match (Constant::of_tokens(trees), trees) {
            (Some(constant), _) => Some(Form::Constant(constant)),
            (None, [TokenTree::Ident(word)]) => Some(Form::Word(word.to_string())),
            _ => None,
        },
    };
    if form.is_none() {
        errors.add(span, "an argument must be a word, a literal, `name = literal` or `name(…)`");
    }
    form.map(|form| Argument { span, form })
}

fn assignment(name: &Ident, value: &[TokenTree]) -> Option<Form> {
    Constant::of_tokens(value).map(|value| Form::Assignment(name.to_string(), value))
}
