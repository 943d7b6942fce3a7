//! Parser of JSONPath by the grammar of RFC 9535, with one method for each rule.
//!
//! The caller limits the nesting of brackets and parentheses, and thereby the recursion of the methods.

use serde_json::{Number, Value};

use super::QueryError;
use super::syntax::{Comparable, Filter, NodeQuery, Operator, Segment, Selector};

/// The largest index, and the smallest one negated: integers that every implementation of JSON can represent (RFC
/// 7493).
const LARGEST_INDEX: i64 = (1 << 53) - 1;

/// The comparison operators, each before its prefixes.
const OPERATORS: [(&str, Operator); 6] = [
    ("==", Operator::Equal),
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

/// Parses a whole query.
pub(super) fn parse(text: &str) -> Result<Vec<Segment>, QueryError> {
    let mut parser = Parser { text, at: 0 };
    parser.expect("$")?;
    let segments = parser.segments()?;
    if parser.rest().is_empty() { Ok(segments) } else { Err(parser.unexpected()) }
}

struct Parser<'t> {
    text: &'t str,
    /// The number of bytes that have been parsed.
    at: usize,
}

/// A part of a filter before its role is known.
enum Operand {
    Query(NodeQuery),
    Value(Comparable),
    Condition(Filter),
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Consumes a token if it is next, and returns whether it was.
    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// Consumes the characters that belong to a set.
    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn expect(&mut self, token: &str) -> Result<(), QueryError> {
        if self.take(token) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn skip_blanks(&mut self) {
        self.take_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
    }

    /// Skips blanks if one of these tokens follows them.
    fn skip_blanks_before(&mut self, tokens: &[&str]) -> bool {
        let start = self.at;
        self.skip_blanks();
        let found = tokens.iter().any(|token| self.rest().starts_with(token));
        if !found {
            self.at = start;
        }
        found
    }

    /// Returns the error that names the next character.
    fn unexpected(&self) -> QueryError {
        QueryError::Invalid(match self.peek() {
            Some(found) => {
                let character = self.text.get(..self.at).map_or(0, |before| before.chars().count()) + 1;
                format!("unexpected `{}` at character {character}", found.escape_debug())
            }
            None => "unexpected end".to_owned(),
        })
    }

    fn segments(&mut self) -> Result<Vec<Segment>, QueryError> {
        let mut segments = Vec::new();
        while self.skip_blanks_before(&[".", "["]) {
            segments.push(if self.take("..") {
                let in_brackets = self.peek() == Some('[');
                Segment::Descendant(if in_brackets { self.bracketed()? } else { vec![self.shorthand()?] })
            } else if self.take(".") {
                Segment::Child(vec![self.shorthand()?])
            } else {
                Segment::Child(self.bracketed()?)
            });
        }
        Ok(segments)
    }

    /// Parses a shorthand after dots: `*` or an unquoted name.
    fn shorthand(&mut self) -> Result<Selector, QueryError> {
        if self.take("*") {
            return Ok(Selector::Wildcard);
        }
        let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
        if !self.peek().is_some_and(is_first) {
            return Err(self.unexpected());
        }
        Ok(Selector::Name(self.take_while(|c| is_first(c) || c.is_ascii_digit()).to_owned()))
    }

    fn bracketed(&mut self) -> Result<Vec<Selector>, QueryError> {
        self.expect("[")?;
        let mut selectors = Vec::new();
        loop {
            self.skip_blanks();
            selectors.push(self.selector()?);
            self.skip_blanks();
            if !self.take(",") {
                break;
            }
        }
        self.expect("]")?;
        Ok(selectors)
    }

    fn selector(&mut self) -> Result<Selector, QueryError> {
        match self.peek() {
            Some('\'' | '"') => self.string().map(Selector::Name),
            Some('*') => {
                self.expect("*")?;
                Ok(Selector::Wildcard)
            }
            Some('?') => {
                self.expect("?")?;
                self.skip_blanks();
                self.any_of().map(Selector::Filter)
            }
            _ => self.index_or_slice(),
        }
    }

    fn index_or_slice(&mut self) -> Result<Selector, QueryError> {
        let start = self.index()?;
        match start {
            Some(index) if !self.skip_blanks_before(&[":"]) => return Ok(Selector::Index(index)),
            _ => self.expect(":")?,
        }
        self.skip_blanks();
        let end = self.index()?;
        if !self.skip_blanks_before(&[":"]) {
            return Ok(Selector::Slice(start, end, None));
        }
        self.expect(":")?;
        self.skip_blanks();
        Ok(Selector::Slice(start, end, self.index()?))
    }

    /// Parses an integer. Returns `None` if there is none.
    fn index(&mut self) -> Result<Option<i64>, QueryError> {
        let start = self.at;
        let digits = self.integer();
        if digits.is_empty() {
            return Ok(None);
        }
        let index = digits.parse::<i64>().ok().filter(|index| index.abs() <= LARGEST_INDEX && digits != "-0");
        if index.is_none() {
            self.at = start;
        }
        index.map(Some).ok_or_else(|| self.unexpected())
    }

    /// Consumes an integer without leading zeros. Returns `None` if there is none.
    fn integer(&mut self) -> &'t str {
        let rest = self.rest();
        let start = self.at;
        self.take("-");
        if !self.take("0") && self.take_while(|c| c.is_ascii_digit()).is_empty() {
            self.at = start;
        }
        rest.get(..self.at - start).unwrap_or_default()
    }

    fn number(&mut self) -> Result<Number, QueryError> {
        let (start, rest) = (self.at, self.rest());
        if self.integer().is_empty() {
            return Err(self.unexpected());
        }
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("-") || self.take("+");
            self.digits()?;
        }
        let text = rest.get(..self.at - start).unwrap_or_default();
        text.parse().map_err(|_| QueryError::Invalid(format!("the number `{text}` is out of range")))
    }

    fn digits(&mut self) -> Result<(), QueryError> {
        if self.take_while(|c| c.is_ascii_digit()).is_empty() { Err(self.unexpected()) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<String, QueryError> {
        let Some(quote @ ('\'' | '"')) = self.peek() else { return Err(self.unexpected()) };
        self.at += quote.len_utf8();
        let mut text = String::new();
        loop {
            text.push_str(self.take_while(|c| c != quote && c != '\\' && c >= ' '));
            match self.peek() {
                Some('\\') => {
                    self.at += 1;
                    text.push(self.escape(quote)?);
                }
                Some(found) if found == quote => {
                    self.at += quote.len_utf8();
                    return Ok(text);
                }
                _ => return Err(self.unexpected()),
            }
        }
    }

    /// Parses an escape after its backslash.
    fn escape(&mut self, quote: char) -> Result<char, QueryError> {
        let escaped = match self.peek() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(itself) if itself == quote || matches!(itself, '/' | '\\') => itself,
            Some('u') => return self.escaped_code_point(),
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// Parses `u263A`, or a pair of surrogates such as `uD83E\uDD80`.
    fn escaped_code_point(&mut self) -> Result<char, QueryError> {
        let start = self.at;
        let high = self.code_unit()?;
        let code = if (0xd800..0xdc00).contains(&high) {
            self.expect("\\")?;
            let low = self.code_unit()?;
            (0xdc00..0xe000).contains(&low).then(|| 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
        } else {
            Some(high)
        };
        code.and_then(char::from_u32).ok_or_else(|| Self { text: self.text, at: start }.unexpected())
    }

    fn code_unit(&mut self) -> Result<u32, QueryError> {
        self.expect("u")?;
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|c| c.to_digit(16)).ok_or_else(|| self.unexpected())?;
            self.at += 1;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    /// Parses conditions separated by `||`.
    fn any_of(&mut self) -> Result<Filter, QueryError> {
        let mut parts = vec![self.all_of()?];
        while self.skip_blanks_before(&["||"]) {
            self.expect("||")?;
            self.skip_blanks();
            parts.push(self.all_of()?);
        }
        Ok(if parts.len() > 1 { Filter::Or(parts) } else { parts.remove(0) })
    }

    /// Parses conditions separated by `&&`.
    fn all_of(&mut self) -> Result<Filter, QueryError> {
        let mut parts = vec![self.condition()?];
        while self.skip_blanks_before(&["&&"]) {
            self.expect("&&")?;
            self.skip_blanks();
            parts.push(self.condition()?);
        }
        Ok(if parts.len() > 1 { Filter::And(parts) } else { parts.remove(0) })
    }

    fn condition(&mut self) -> Result<Filter, QueryError> {
        let is_negated = self.take("!");
        if is_negated {
            self.skip_blanks();
        }
        let condition = if self.take("(") {
            self.skip_blanks();
            let inner = self.any_of()?;
            self.skip_blanks();
            self.expect(")")?;
            inner
        } else {
            self.test_or_comparison(is_negated)?
        };
        Ok(if is_negated { Filter::Not(Box::new(condition)) } else { condition })
    }

    fn test_or_comparison(&mut self, is_negated: bool) -> Result<Filter, QueryError> {
        let left = self.operand()?;
        let tokens = OPERATORS.map(|(token, _)| token);
        if !is_negated && self.skip_blanks_before(&tokens) {
            let found = OPERATORS.iter().find(|(token, _)| self.take(token));
            let operator = found.map(|(_, operator)| *operator).ok_or_else(|| self.unexpected())?;
            self.skip_blanks();
            let right = self.operand()?;
            return Ok(Filter::Compare(comparable(left)?, operator, comparable(right)?));
        }
        match left {
            Operand::Query(query) => Ok(Filter::Exists(query)),
            Operand::Condition(condition) => Ok(condition),
            Operand::Value(_) => Err(self.unexpected()),
        }
    }

    fn operand(&mut self) -> Result<Operand, QueryError> {
        match self.peek() {
            Some('\'' | '"') => Ok(Operand::Value(Comparable::Literal(Value::from(self.string()?)))),
            Some('-' | '0'..='9') => Ok(Operand::Value(Comparable::Literal(Value::Number(self.number()?)))),
            Some('@' | '$') => self.query().map(Operand::Query),
            Some('a'..='z') => self.word(),
            _ => Err(self.unexpected()),
        }
    }

    fn query(&mut self) -> Result<NodeQuery, QueryError> {
        let is_absolute = self.take("$");
        if !is_absolute {
            self.expect("@")?;
        }
        Ok(NodeQuery { is_absolute, segments: self.segments()? })
    }

    /// Parses `true`, `false`, `null` or the call of a function.
    fn word(&mut self) -> Result<Operand, QueryError> {
        let start = self.at;
        let word = self.take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if self.take("(") {
            self.skip_blanks();
            let result = self.arguments(word)?;
            self.skip_blanks();
            self.expect(")")?;
            return Ok(result);
        }
        match word {
            "true" | "false" => Ok(Operand::Value(Comparable::Literal(Value::Bool(word == "true")))),
            "null" => Ok(Operand::Value(Comparable::Literal(Value::Null))),
            _ => {
                self.at = start;
                Err(self.unexpected())
            }
        }
    }

    fn arguments(&mut self, function: &str) -> Result<Operand, QueryError> {
        match function {
            "length" => Ok(Operand::Value(Comparable::Length(Box::new(comparable(self.operand()?)?)))),
            "count" => Ok(Operand::Value(Comparable::Count(self.query()?))),
            "value" => Ok(Operand::Value(Comparable::Value(self.query()?))),
            "match" | "search" => {
                let text = comparable(self.operand()?)?;
                self.skip_blanks();
                self.expect(",")?;
                self.skip_blanks();
                let pattern = comparable(self.operand()?)?;
                Ok(Operand::Condition(Filter::Matches { text, pattern, is_whole: function == "match" }))
            }
            _ => Err(QueryError::Invalid(format!("unknown function `{function}`"))),
        }
    }
}

/// Returns an operand as an expression.
fn comparable(operand: Operand) -> Result<Comparable, QueryError> {
    let reason = match operand {
        Operand::Value(value) => return Ok(value),
        Operand::Query(query) if query.is_singular() => return Ok(Comparable::Singular(query)),
        Operand::Query(_) => "a query that may select several nodes cannot be compared; use `value(…)` or `count(…)`",
        Operand::Condition(_) => "`match(…)` and `search(…)` are conditions and cannot be compared",
    };
    Err(QueryError::Invalid(reason.to_owned()))
}
