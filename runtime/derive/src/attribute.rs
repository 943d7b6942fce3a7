//! Parsing of attributes such as `#[wire("createdAt", nullable)]`.
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

/// The form of an argument.
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

/// A literal value.
#[derive(Clone)]
pub struct Constant {
    /// The value as a Rust expression.
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
            // Null is expressed as the unit value.
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

    /// Returns the type that stores and reads the value.
    pub fn owned_type(&self) -> &str {
        let suffix = |first: &[char]| self.text.rfind(first).and_then(|at| self.text.get(at..));
        match self.kind {
            ConstantKind::String => "::std::string::String",
            ConstantKind::Integer => suffix(&['i', 'u']).unwrap_or("i64"),
            ConstantKind::Float => suffix(&['f']).unwrap_or("f64"),
            ConstantKind::Boolean => "bool",
            ConstantKind::Null => "()",
        }
    }

    /// Returns the constant that these tokens represent, or `None` if they are not a literal.
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
    /// Parses the content of an attribute's brackets. Returns `None` if its name is not in `names`, or if it is
    /// invalid.
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

/// Parses arguments separated by commas.
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
        errors.add(span, "an argument must be an identifier, a literal, `name = literal` or `name(…)`");
    }
    form.map(|form| Argument { span, form })
}

fn assignment(name: &Ident, value: &[TokenTree]) -> Option<Form> {
    Constant::of_tokens(value).map(|value| Form::Assignment(name.to_string(), value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::TokenStream;

    fn read(text: &str) -> (Option<Attribute>, Vec<String>) {
        let mut errors = Errors::default();
        let attribute = Attribute::parse(flatten(text.parse::<TokenStream>().unwrap()), &["wire"], &mut errors);
        (attribute, errors.into_messages().into_iter().map(|(_, message)| message).collect())
    }

    fn form(argument: &Argument) -> String {
        match &argument.form {
            Form::Word(word) => word.clone(),
            Form::Constant(Constant { text, kind }) => {
                let kind = match kind {
                    ConstantKind::String => "string",
                    ConstantKind::Integer => "integer",
                    ConstantKind::Float => "float",
                    ConstantKind::Boolean => "boolean",
                    ConstantKind::Null => "null",
                };
                format!("{kind} {text}")
            }
            Form::Assignment(name, value) => format!("{name} = {}", value.text),
            Form::List(name, arguments) => {
                format!("{name}({})", arguments.iter().map(form).collect::<Vec<_>>().join("; "))
            }
        }
    }

    #[test]
    fn argument_is_an_identifier_literal_assignment_or_list() {
        let forms = |text: &str| {
            let (attribute, errors) = read(text);
            assert_eq!(errors, Vec::<String>::new(), "{text}");
            attribute.unwrap().arguments.iter().map(form).collect::<Vec<_>>()
        };
        assert_eq!(forms("wire(nullable, \"createdAt\",)"), ["nullable", "string \"createdAt\""]);
        assert_eq!(forms("wire(r\"a\\b\", r#\"c\"#)"), ["string r\"a\\b\"", "string r#\"c\"#"]);
        assert_eq!(forms("wire(-1, 0x1f, 9i64, 0)"), ["integer -1", "integer 0x1f", "integer 9i64", "integer 0"]);
        assert_eq!(forms("wire(0.5, -1e3, 2f64)"), ["float 0.5", "float -1e3", "float 2f64"]);
        assert_eq!(forms("wire(true, false, null)"), ["boolean true", "boolean false", "null ()"]);
        assert_eq!(forms("wire(setter = \"a\", x = -1)"), ["setter = \"a\"", "x = -1"]);
        assert_eq!(forms("wire(is(\"a\", has(1), b))"), ["is(string \"a\"; has(integer 1); b)"]);
    }

    #[test]
    fn every_malformed_argument_is_reported() {
        let (attribute, errors) = read("wire(b\"x\", 'c', a b, -\"x\", a = b, a::b, is(- a), good, [1])");
        assert_eq!(attribute.unwrap().arguments.iter().map(form).collect::<Vec<_>>(), ["is()", "good"]);
        assert_eq!(errors.len(), 8, "{errors:?}");
    }

    #[test]
    fn attributes_of_other_derives_are_ignored() {
        for text in ["serde(rename = a b)", "doc = \"x\"", "allow", "", "path::wire(x)"] {
            let (attribute, errors) = read(text);
            assert!(attribute.is_none() && errors.is_empty(), "{text}");
        }
    }

    #[test]
    fn attribute_without_parentheses_is_rejected() {
        for text in ["wire", "wire = \"x\"", "wire[x]", "wire(x)(y)"] {
            let (attribute, errors) = read(text);
            assert!(attribute.is_none(), "{text}");
            assert_eq!(errors, ["`wire` must have arguments in parentheses: write `#[wire(…)]`"], "{text}");
        }
    }
}
