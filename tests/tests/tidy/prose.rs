//! Measures the wording of documentation and messages by the rules of CONTRIBUTING.md.
//!
//! ```text
//! /// What ends a stream is not given out.        a doc: starts with a question word
//! pub fn terminator(&self) -> &str {              a function's doc: does not start with a verb
//!     report("the base URL is no URL");           a message: negates a noun
//! }
//!
//! /// Returns the event that terminates a stream. a doc of a function: starts with a verb
//! ```
//!
//! The texts are read from tokens, so that templates in `quote!` count and code in strings does not become an item.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

/// Words that open a clause where a noun or a verb is clearer. "Whether" describes a Boolean.
const QUESTIONS: [&str; 5] = ["What", "Who", "Where", "How", "Why"];

/// Words for which the field has a precise term.
const VAGUE_WORDS: [&str; 12] =
    ["asks", "beside", "heirs", "hence", "leads", "mend", "people", "stands", "tells", "thus", "told", "whoever"];

/// Words after a plural noun; a verb is followed by its object.
const AFTER_NOUNS: [&str; 8] = ["of", "that", "which", "whose", "are", "is", "and", "or"];

/// Prepositions after a plural noun that begins the doc of a type.
const AFTER_TYPES: [&str; 5] = ["about", "by", "from", "on", "with"];

/// Verbs whose object may be a clause.
const BEFORE_CLAUSES: [&str; 9] =
    ["Asserts", "Checks", "Declares", "Determines", "Ensures", "Expects", "Records", "Reports", "Validates"];

/// A documentation comment, or a string literal that may reach a user.
#[derive(Clone, Debug)]
pub struct Text {
    pub path: String,
    pub kind: Kind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The doc comment of a function.
    Function,
    /// The doc comment of a type or a trait.
    Type,
    /// The doc comment of another item, of a field, or of a module.
    Item,
    /// A string literal outside tests.
    Message,
    /// A line of a Markdown file.
    Page,
}

impl Text {
    /// Reads the texts of a Rust file.
    pub fn read_rust(path: &str, source: &str) -> Vec<Self> {
        let tokens: TokenStream = source.parse().unwrap_or_else(|error| panic!("{path}: cannot parse tokens: {error}"));
        let is_test = path.contains("/tests/") || path.ends_with("/tests.rs");
        let mut reader = Reader { path, is_test, texts: Vec::new() };
        reader.read(tokens);
        reader.texts
    }

    /// Reads the lines of a Markdown file.
    pub fn read_markdown(path: &str, source: &str) -> Vec<Self> {
        source.lines().map(|line| Self { path: path.to_owned(), kind: Kind::Page, text: line.to_owned() }).collect()
    }

    pub fn is_doc(&self) -> bool {
        matches!(self.kind, Kind::Function | Kind::Type | Kind::Item)
    }

    /// Returns `true` if the text starts with a verb in the third person.
    pub fn starts_with_verb(&self) -> bool {
        let mut words = self.text.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is_verb =
            first.ends_with('s') && !first.ends_with("ss") && !["This", "Its", "As", "Always"].contains(&first);
        is_verb && (BEFORE_CLAUSES.contains(&first) || !AFTER_NOUNS.contains(&second))
    }

    /// Returns `true` if the text describes a type by a verb instead of a noun.
    pub fn describes_type_by_verb(&self) -> bool {
        let second = self.text.split_whitespace().nth(1).unwrap_or_default();
        let is_noun = AFTER_TYPES.contains(&second) || second.starts_with('(');
        self.kind == Kind::Type && self.starts_with_verb() && !is_noun
    }

    /// Returns `true` if the text starts with a question word.
    pub fn starts_with_question(&self) -> bool {
        let first = self.text.split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
        first.is_some_and(|word| QUESTIONS.contains(&word))
    }

    /// Returns the vague words of the text.
    pub fn vague_words(&self) -> Vec<&'static str> {
        let words = self.text.split(|letter: char| !letter.is_alphabetic());
        words.filter_map(|word| VAGUE_WORDS.into_iter().find(|it| word.eq_ignore_ascii_case(it))).collect()
    }

    /// Returns `true` if the text negates a noun, as in "`x` is no URL".
    pub fn negates_noun(&self) -> bool {
        let words: Vec<&str> = self.text.trim_matches('"').split_whitespace().collect();
        words.windows(3).enumerate().any(|(at, window)| {
            let is_existence = at > 0 && words[at - 1].eq_ignore_ascii_case("there");
            matches!(window[0], "is" | "are") && window[1] == "no" && !is_existence && !window[2].starts_with("longer")
        })
    }
}

struct Reader<'a> {
    path: &'a str,
    is_test: bool,
    texts: Vec<Text>,
}

impl Reader<'_> {
    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut doc: Option<String> = None;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    let is_inner = matches!(tokens.get(at), Some(TokenTree::Punct(it)) if it.as_char() == '!');
                    let Some(TokenTree::Group(group)) = tokens.get(at + usize::from(is_inner)) else { continue };
                    if group.delimiter() != Delimiter::Bracket {
                        continue;
                    }
                    at += usize::from(is_inner) + 1;
                    if is_test_module(group.stream()) {
                        return;
                    }
                    let Some(text) = doc_text(group.stream()) else {
                        self.read(group.stream());
                        continue;
                    };
                    let lines = doc.get_or_insert_default();
                    lines.push_str(&text);
                    lines.push('\n');
                    let next = [tokens.get(at), tokens.get(at + 1)].map(|token| token.map(ToString::to_string));
                    if is_inner && next != [Some("#".to_owned()), Some("!".to_owned())] {
                        self.end_doc(&mut doc, Kind::Item);
                    }
                }
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    let is_modifier = ["pub", "async", "unsafe", "extern", "crate"].contains(&word.as_str());
                    let is_const_fn =
                        word == "const" && matches!(tokens.get(at), Some(TokenTree::Ident(it)) if it == "fn");
                    if !is_modifier && !is_const_fn {
                        let kind = match word.as_str() {
                            "fn" => Kind::Function,
                            "struct" | "enum" | "trait" | "type" => Kind::Type,
                            _ => Kind::Item,
                        };
                        self.end_doc(&mut doc, kind);
                    }
                }
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Literal(literal) => self.read_literal(literal),
                TokenTree::Punct(_) => {}
            }
        }
    }

    /// Ends the doc comment before an item.
    fn end_doc(&mut self, doc: &mut Option<String>, kind: Kind) {
        if let Some(text) = doc.take() {
            self.texts.push(Text { path: self.path.to_owned(), kind, text: text.trim().to_owned() });
        }
    }

    fn read_literal(&mut self, literal: &Literal) {
        let text = literal.to_string();
        if !self.is_test && text.ends_with(['"', '#']) {
            self.texts.push(Text { path: self.path.to_owned(), kind: Kind::Message, text });
        }
    }
}

/// Returns the text of `doc = "…"`.
fn doc_text(attribute: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(literal)] if name == "doc" => {
            let text = literal.to_string();
            let text = text.trim_matches(|sign| matches!(sign, '"' | 'r' | '#'));
            Some(text.to_owned())
        }
        _ => None,
    }
}

/// Returns `true` for `cfg(test)`, which precedes the tests at the end of a file.
fn is_test_module(attribute: TokenStream) -> bool {
    attribute.to_string().replace(' ', "") == "cfg(test)"
}
