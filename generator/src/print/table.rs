//! Our table macros: one row a line.

use proc_macro2::{Delimiter, Group, TokenTree};

use super::WIDTH;
use super::expression::write_expression;
use super::layout::{has_attributes, indent, write_attributes, write_indented};
use super::spacing::{line, split_at_commas};

/// A table this narrow stays on one line, as rustfmt would have it.
const SHORT: usize = 18;

/// From this width on a name goes to a line of its own.
const LONG_NAME: usize = 58;

/// Writes `name!(Type { rows });` or `name!(rows)`.
pub(crate) fn write_macro(out: &mut String, head: &[TokenTree], group: &Group, depth: usize) {
    indent(out, depth);
    out.push_str(&line(head.iter().cloned()));
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    match inner.split_last() {
        Some((TokenTree::Group(table), name)) if table.delimiter() == Delimiter::Brace => {
            let is_argument = name.len() == 1;
            let name = line(name.iter().cloned());
            let rows = line(table.stream());
            let rows = rows.trim_end_matches(',').len();
            let width = depth * 4 + line(head.iter().cloned()).len() + name.len() + rows + 8;
            // rustfmt takes the table for an argument, which goes to the next line when it starts with a long name.
            let is_long = is_argument && name.len() > LONG_NAME && rows > 0 && (rows > SHORT || width > WIDTH);
            let depth = depth + usize::from(is_long);
            out.push('(');
            if is_long {
                out.push('\n');
                indent(out, depth);
            }
            out.push_str(&name);
            out.push(' ');
            write_table(out, table, depth, depth * 4 + name.len() + 5);
            if is_long {
                out.push('\n');
                indent(out, depth - 1);
            }
            out.push_str(");\n");
        }
        _ if has_attributes(&inner) => {
            out.push_str("(\n");
            write_rows(out, group, depth + 1);
            indent(out, depth);
            out.push_str(");\n");
        }
        _ => {
            out.push('(');
            out.push_str(&line(inner));
            out.push_str(");\n");
        }
    }
}

/// Writes `name! { /// … pub struct Type { rows } new(…) }`.
pub(crate) fn write_definition(out: &mut String, head: &[TokenTree], body: &Group, depth: usize) {
    write_indented(out, depth, &format!("{} {{", line(head.iter().cloned())));
    let body: Vec<TokenTree> = body.stream().into_iter().collect();
    let start = write_attributes(out, &body, depth + 1);
    let is_rows = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let at = body.iter().position(is_rows).unwrap_or(body.len());
    indent(out, depth + 1);
    out.push_str(&line(body[start..at].iter().cloned()));
    if let Some(TokenTree::Group(rows)) = body.get(at) {
        write_definition_rows(out, rows, depth + 1);
    }
    if let Some([name, TokenTree::Group(arguments)]) = body.get(at + 1..) {
        write_arguments(out, &line([name.clone()]), arguments, depth + 1);
    }
    write_indented(out, depth, "}");
}

fn write_definition_rows(out: &mut String, rows: &Group, depth: usize) {
    if rows.stream().is_empty() {
        out.push_str(" {}\n");
        return;
    }
    out.push_str(" {\n");
    for row in split_at_commas(rows.stream()) {
        let start = write_attributes(out, &row, depth + 1);
        let row = &row[start..];
        let text = line(row.iter().cloned());
        let sign = row.iter().position(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '='));
        match sign {
            // What is on the wire goes to lines of its own.
            Some(at) if (depth + 1) * 4 + text.len() + 1 > WIDTH => {
                write_indented(out, depth + 1, &line(row[..at].iter().cloned()));
                write_filled(out, &row[at..], depth + 2);
            }
            _ => write_indented(out, depth + 1, &format!("{text},")),
        }
    }
    write_indented(out, depth, "}");
}

/// Writes `= test("a", "b") | "c",` on as few lines as hold it.
fn write_filled(out: &mut String, tokens: &[TokenTree], depth: usize) {
    indent(out, depth);
    let mut column = depth * 4;
    let pieces = pieces(tokens);
    for (at, piece) in pieces.iter().enumerate() {
        let is_last = at + 1 == pieces.len();
        let width = piece.len() + usize::from(is_last);
        if at > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            indent(out, depth + 1);
            column = (depth + 1) * 4;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(piece);
        column += width;
    }
    out.push_str(",\n");
}

/// What stays together on a line: alternatives, and arguments of tests.
fn pieces(tokens: &[TokenTree]) -> Vec<String> {
    let is_bar = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '|');
    let mut pieces = Vec::new();
    for (at, alternative) in tokens.split(is_bar).enumerate() {
        let bar = if at > 0 { "| " } else { "" };
        match alternative {
            [head @ .., TokenTree::Group(arguments)] => {
                let mut text = format!("{bar}{}(", line(head.iter().cloned()));
                for argument in split_at_commas(arguments.stream()) {
                    let argument = line(argument);
                    if !text.ends_with('(') {
                        pieces.push(format!("{text},"));
                        text.clear();
                    }
                    text += &argument;
                }
                pieces.push(text + ")");
            }
            _ => pieces.push(format!("{bar}{}", line(alternative.iter().cloned()))),
        }
    }
    pieces
}

fn write_arguments(out: &mut String, name: &str, arguments: &Group, depth: usize) {
    let text = line(arguments.stream());
    if depth * 4 + name.len() + text.len() + 2 <= WIDTH {
        write_indented(out, depth, &format!("{name}({text})"));
        return;
    }
    write_indented(out, depth, &format!("{name}("));
    for argument in split_at_commas(arguments.stream()) {
        write_indented(out, depth + 1, &format!("{},", line(argument)));
    }
    write_indented(out, depth, ")");
}

fn write_table(out: &mut String, table: &Group, depth: usize, column: usize) {
    let text = line(table.stream());
    if text.is_empty() {
        out.push_str("{}");
    } else if text.trim_end_matches(',').len() <= SHORT && column + text.len() <= WIDTH {
        out.push_str("{ ");
        out.push_str(text.trim_end_matches(','));
        out.push_str(" }");
    } else {
        out.push_str("{\n");
        write_rows(out, table, depth + 1);
        indent(out, depth);
        out.push('}');
    }
}

fn write_rows(out: &mut String, table: &Group, depth: usize) {
    let rows = split_at_commas(table.stream());
    let count = rows.len();
    for (at, row) in rows.into_iter().enumerate() {
        let start = write_attributes(out, &row, depth);
        let row = &row[start..];
        indent(out, depth);
        let is_rest = matches!(row.first(), Some(TokenTree::Punct(dot)) if dot.as_char() == '.');
        write_row(out, row, depth);
        // The rest of a struct takes no comma; neither does a lone name.
        let bare = at + 1 == count && (is_rest || (count == 1 && row.len() == 1));
        out.push_str(if bare { "\n" } else { ",\n" });
    }
}

fn write_row(out: &mut String, row: &[TokenTree], depth: usize) {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ':' && sign.spacing() == proc_macro2::Spacing::Alone);
    let Some(colon) = row.iter().position(is_colon) else {
        out.push_str(&line(row.iter().cloned()));
        return;
    };
    let (name, value) = row.split_at(colon + 1);
    let name = line(name.iter().cloned());
    out.push_str(&name);
    out.push(' ');
    let column = depth * 4 + name.len() + 1;
    if value[1..].iter().any(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '|')) {
        write_alternatives(out, &value_of(value), depth, column);
    } else if matches!(value, [TokenTree::Group(table)] if table.delimiter() == Delimiter::Brace) {
        if let [TokenTree::Group(table)] = value {
            write_table(out, table, depth, column);
        }
    } else {
        write_expression(out, value, depth, column, 1);
    }
}

fn value_of(tokens: &[TokenTree]) -> String {
    line(tokens.iter().cloned())
}

/// `"a" | "b"`, broken before a bar where the line ends.
fn write_alternatives(out: &mut String, text: &str, depth: usize, column: usize) {
    if column + text.len() < WIDTH {
        out.push_str(text);
        return;
    }
    let mut column = column;
    for (at, part) in text.split(" | ").enumerate() {
        if at > 0 && column + part.len() + 4 > WIDTH {
            out.push('\n');
            indent(out, depth + 1);
            column = (depth + 1) * 4;
            out.push_str("| ");
            column += 2;
        } else if at > 0 {
            out.push_str(" | ");
            column += 3;
        }
        out.push_str(part);
        column += part.len();
    }
}
