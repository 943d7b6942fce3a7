//! Expressions: chains of calls, lists of arguments, arrays and struct literals.

use proc_macro2::{Delimiter, Group, TokenTree};

use super::WIDTH;
use super::layout::indent;
use super::spacing::{line, split_at_commas, write_line};

/// Up to this width rustfmt keeps the arguments of a call, an array or a chain on one line.
const SHORT: usize = 60;

/// Up to this width rustfmt keeps the fields of a struct literal on one line.
const SHORT_LITERAL: usize = 18;

/// Writes an expression that starts at `column`, in a statement that is indented by `depth`.
pub(crate) fn write_expression(out: &mut String, tokens: &[TokenTree], depth: usize, column: usize, end: usize) {
    let is_match = matches!(tokens.first(), Some(TokenTree::Ident(word)) if word == "match");
    let links = if is_match { Vec::new() } else { chain(tokens) };
    if let [_, _, rest @ ..] = links.as_slice() {
        let text = line(tokens.iter().cloned());
        let budget = if rest.is_empty() { WIDTH } else { SHORT };
        if text.len() <= budget && column + text.len() + end <= WIDTH && !has_long_arguments(tokens) {
            out.push_str(&text);
        } else if hangs(&links, depth, column, budget) {
            write_hanging(out, &links, depth);
        } else {
            write_chain(out, &links, depth, column);
        }
        return;
    }
    write_plain(out, tokens, depth, column, end);
}

fn write_plain(out: &mut String, tokens: &[TokenTree], depth: usize, column: usize, end: usize) {
    let text = line(tokens.iter().cloned());
    let is_bar = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '|');
    if column + text.len() + end > WIDTH && tokens.iter().any(is_bar) {
        let equal = tokens.iter().position(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '='));
        if let Some((name, values)) = equal.map(|at| tokens.split_at(at + 1)) {
            let values = line(values.iter().cloned());
            if (depth + 1) * 4 + values.len() + end <= WIDTH {
                write_line(out, name.iter().cloned());
                out.push('\n');
                indent(out, depth + 1);
                out.push_str(&values);
                return;
            }
        }
        for (at, operand) in tokens.split(is_bar).enumerate() {
            if at > 0 {
                out.push('\n');
                indent(out, depth + 1);
                out.push_str("| ");
            }
            write_line(out, operand.iter().cloned());
        }
        return;
    }
    let Some((TokenTree::Group(group), head)) = tokens.split_last() else {
        out.push_str(&text);
        return;
    };
    let fits = column + text.len() + end <= WIDTH;
    let is_short = match group.delimiter() {
        Delimiter::Brace => line(group.stream()).len() <= SHORT_LITERAL,
        _ if split_at_commas(group.stream()).len() == 1 => true,
        _ => line(group.stream()).len() <= SHORT && !has_long_arguments(tokens),
    };
    if group.stream().is_empty() || (fits && is_short) {
        out.push_str(&text);
        return;
    }
    out.push_str(&line(head.iter().cloned()));
    write_vertically(out, group, depth, !head.is_empty());
}

/// Whether some call in here has more arguments than fit on a line.
fn has_long_arguments(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Group(group) => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let limit = if group.delimiter() == Delimiter::Brace { SHORT_LITERAL } else { SHORT };
            line(inner.iter().cloned()).len() > limit || has_long_arguments(&inner)
        }
        _ => false,
    })
}

/// A group with each of its parts on a line of its own.
fn write_vertically(out: &mut String, group: &Group, depth: usize, after_word: bool) {
    let (open, close) = match group.delimiter() {
        Delimiter::Brace if after_word => (" {", "}"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Parenthesis | Delimiter::None => ("(", ")"),
    };
    out.push_str(open);
    out.push('\n');
    for part in split_at_commas(group.stream()) {
        indent(out, depth + 1);
        write_expression(out, &part, depth + 1, (depth + 1) * 4, 1);
        out.push_str(",\n");
    }
    indent(out, depth);
    out.push_str(close);
}

/// A chain with each call after the first on a line of its own.
fn write_chain(out: &mut String, links: &[&[TokenTree]], depth: usize, column: usize) {
    let (first, rest) = match links {
        [first, rest @ ..] => (*first, rest),
        [] => return,
    };
    let start = out.len();
    write_plain(out, first, depth, column, 0);
    let head = out.len() - start;
    // What follows a call over several lines stands where that call ends.
    let depth = if out[start..].contains('\n') { depth.saturating_sub(1) } else { depth };
    for (at, link) in rest.iter().enumerate() {
        // rustfmt keeps the first call beside a name that is no wider than the indentation, such as `self`.
        let beside = at == 0 && head <= 4;
        if !beside {
            out.push('\n');
            indent(out, depth + 1);
        }
        let depth = if beside { depth } else { depth + 1 };
        let column = if beside { column + head } else { depth * 4 };
        write_plain(out, link, depth, column, 1);
    }
}

/// Returns `true` if rustfmt keeps all of a chain on one line but the arguments of its last call: where these do not fit
/// there, and that makes five lines or more, or no more than the last call takes on a line of its own.
///
/// ```text
/// Call::<List>::new(self.core, &[]).query_as(
///     Style::FormComma,
///     "ids",
///     &list::<i32>(ids),
/// )
/// ```
fn hangs(links: &[&[TokenTree]], depth: usize, column: usize, budget: usize) -> bool {
    let Some((last, before)) = links.split_last() else { return false };
    let Some((TokenTree::Group(group), head)) = last.split_last() else { return false };
    if group.delimiter() != Delimiter::Parenthesis || before.iter().any(|link| has_long_arguments(link)) {
        return false;
    }
    let first_line: usize = before.iter().map(|link| line(link.iter().cloned()).len()).sum::<usize>()
        + line(head.iter().cloned()).len()
        + "(".len();
    if first_line > budget || column + first_line > WIDTH {
        return false;
    }
    let whole = first_line + line(group.stream()).len() + ")".len();
    if column + whole <= WIDTH && !has_long_arguments(last) {
        return false;
    }
    let hanging_lines = split_at_commas(group.stream()).len() + 2;
    let text = line(last.iter().cloned());
    let is_alone_on_a_line = (depth + 1) * 4 + text.len() <= WIDTH && !has_long_arguments(last);
    hanging_lines >= 5 || !is_alone_on_a_line
}

/// A chain on one line, with the arguments of its last call below each other.
fn write_hanging(out: &mut String, links: &[&[TokenTree]], depth: usize) {
    let Some((last, before)) = links.split_last() else { return };
    before.iter().for_each(|link| out.push_str(&line(link.iter().cloned())));
    if let Some((TokenTree::Group(group), head)) = last.split_last() {
        out.push_str(&line(head.iter().cloned()));
        write_vertically(out, group, depth, !head.is_empty());
    }
}

/// The parts of `a(..).b(..).c(..)`, each with its dot; one part when it is no chain.
fn chain(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let mut links = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '.' && at > start => {
                links.push(&tokens[start..at]);
                start = at;
            }
            // A sign that binds weaker than a dot makes this no chain.
            TokenTree::Punct(punct) if matches!(punct.as_char(), '=' | '|' | ',') => return vec![tokens],
            _ => {}
        }
    }
    links.push(&tokens[start..]);
    links
}
