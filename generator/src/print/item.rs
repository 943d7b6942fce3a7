//! Items: what stands in a file or in an `impl`.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::WIDTH;
use super::expression::write_expression;
use super::layout::{has_attributes, indent, write_attributes, write_indented, write_member, write_parameter};
use super::spacing::{line, split_at_commas};
use super::table::{write_definition, write_macro};

/// What an item is, as far as its layout depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An attribute of the whole file: `#![…]`.
    Attribute,
    Use,
    Export,
    Module,
    Constant,
    Type,
    Implementation,
    Function,
    Macro,
}

/// Writes items with blank lines between those that a reader would part.
pub(crate) fn write_items(out: &mut String, tokens: TokenStream, depth: usize) {
    let mut tokens = tokens.into_iter().peekable();
    let mut before = None;
    let mut item = Vec::new();
    while let Some(token) = tokens.next() {
        let ends = match &token {
            TokenTree::Punct(sign) => sign.as_char() == ';',
            TokenTree::Group(_) if matches!(&item[..], [TokenTree::Punct(_), TokenTree::Punct(_)]) => true,
            TokenTree::Group(group) => {
                let ends = group.delimiter() == Delimiter::Brace && !matches!(kind(&item), Kind::Use | Kind::Export);
                let semicolon = |next: &TokenTree| matches!(next, TokenTree::Punct(sign) if sign.as_char() == ';');
                ends && !tokens.peek().is_some_and(semicolon)
            }
            _ => false,
        };
        item.push(token);
        if ends {
            let item = std::mem::take(&mut item);
            let kind = kind(&item);
            if before.is_some_and(|before| is_parted(before, kind, &item)) {
                out.push('\n');
            }
            write_item(out, item, kind, depth);
            before = Some(kind);
        }
    }
}

/// Whether a blank line stands between two items. A table follows its type at once.
fn is_parted(before: Kind, kind: Kind, item: &[TokenTree]) -> bool {
    match (before, kind) {
        (Kind::Attribute, Kind::Attribute) => false,
        (Kind::Use, Kind::Use) | (Kind::Export, Kind::Export) | (Kind::Module, Kind::Module) => false,
        (Kind::Type, Kind::Macro) => has_attributes(item) || is_definition(item),
        (Kind::Constant, Kind::Constant) => has_attributes(item),
        _ => true,
    }
}

/// Whether an item is a macro that defines something on its own.
fn is_definition(item: &[TokenTree]) -> bool {
    matches!(item.last(), Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace)
}

fn kind(item: &[TokenTree]) -> Kind {
    if matches!(item, [TokenTree::Punct(_), TokenTree::Punct(_), TokenTree::Group(_)]) {
        return Kind::Attribute;
    }
    let mut at = 0;
    let mut is_public = false;
    while let Some(token) = item.get(at) {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => at += 2,
            TokenTree::Group(_) => at += 1,
            TokenTree::Ident(word) => {
                let word = word.to_string();
                match word.as_str() {
                    "pub" | "async" => {
                        is_public = true;
                        at += 1;
                    }
                    "use" => return if is_public { Kind::Export } else { Kind::Use },
                    "mod" => return Kind::Module,
                    "const" | "type" | "static" => return Kind::Constant,
                    "struct" | "enum" => return Kind::Type,
                    "impl" => return Kind::Implementation,
                    "fn" => return Kind::Function,
                    _ => return Kind::Macro,
                }
            }
            _ => return Kind::Macro,
        }
    }
    Kind::Macro
}

fn write_item(out: &mut String, item: Vec<TokenTree>, kind: Kind, depth: usize) {
    let start = write_attributes(out, &item, depth);
    let item = &item[start..];
    match (kind, item) {
        (Kind::Use | Kind::Export, _) => write_use(out, item, depth),
        (Kind::Constant, _) => write_constant(out, item, depth),
        (Kind::Type | Kind::Implementation | Kind::Function, [head @ .., TokenTree::Group(body)])
            if body.delimiter() == Delimiter::Brace =>
        {
            write_block_item(out, head, body, kind, depth);
        }
        (Kind::Macro, [head @ .., TokenTree::Group(body)]) if body.delimiter() == Delimiter::Brace => {
            write_definition(out, head, body, depth);
        }
        (Kind::Macro, [head @ .., TokenTree::Group(group), TokenTree::Punct(_)]) => {
            write_macro(out, head, group, depth);
        }
        _ => write_indented(out, depth, &line(item.iter().cloned())),
    }
}

fn write_block_item(out: &mut String, head: &[TokenTree], body: &Group, kind: Kind, depth: usize) {
    match kind {
        Kind::Function => write_signature(out, head, depth),
        _ => {
            let text = line(head.iter().cloned());
            indent(out, depth);
            // A name as long as a line has its brace on the next one.
            if depth * 4 + text.len() + 2 > WIDTH {
                match text.strip_prefix("impl ") {
                    Some(name) => {
                        out.push_str("impl\n");
                        write_indented(out, depth + 1, name);
                    }
                    None => {
                        out.push_str(&text);
                        out.push('\n');
                    }
                }
                indent(out, depth);
                out.push_str(if body.stream().is_empty() { "{}\n" } else { "{\n" });
                write_body(out, body, kind, depth);
                return;
            }
            out.push_str(&text);
        }
    }
    out.push_str(if body.stream().is_empty() { " {}\n" } else { " {\n" });
    write_body(out, body, kind, depth);
}

/// What stands in the braces of an item, and the closing one.
fn write_body(out: &mut String, body: &Group, kind: Kind, depth: usize) {
    if body.stream().is_empty() {
        return;
    }
    match kind {
        Kind::Function => write_statements(out, body.stream(), depth + 1),
        Kind::Implementation => write_items(out, body.stream(), depth + 1),
        _ => split_at_commas(body.stream()).into_iter().for_each(|member| write_member(out, member, depth + 1, ",")),
    }
    write_indented(out, depth, "}");
}

/// The signature of a function, on one line or with each parameter on its own.
fn write_signature(out: &mut String, head: &[TokenTree], depth: usize) {
    indent(out, depth);
    let text = line(head.iter().cloned());
    let place = head
        .iter()
        .rposition(|token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis));
    match place {
        Some(at) if depth * 4 + text.len() + 2 > WIDTH => {
            let TokenTree::Group(parameters) = &head[at] else { return };
            out.push_str(&line(head[..at].iter().cloned()));
            out.push_str("(\n");
            for parameter in split_at_commas(parameters.stream()) {
                write_parameter(out, parameter, depth + 1);
            }
            indent(out, depth);
            out.push_str(") ");
            out.push_str(&line(head[at + 1..].iter().cloned()));
        }
        _ => out.push_str(&text),
    }
}

fn write_statements(out: &mut String, tokens: TokenStream, depth: usize) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';');
    let mut statements = tokens.split(is_end).peekable();
    while let Some(statement) = statements.next() {
        if statement.is_empty() {
            continue;
        }
        let end = if statements.peek().is_some() { ";\n" } else { "\n" };
        indent(out, depth);
        let assignment =
            statement.iter().position(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '='));
        let (target, value) = statement.split_at(assignment.map_or(0, |at| at + 1));
        let target = line(target.iter().cloned());
        out.push_str(&target);
        if !target.is_empty() {
            out.push(' ');
        }
        let text = line(value.iter().cloned());
        let column = depth * 4 + target.len() + usize::from(!target.is_empty());
        if !target.is_empty() && column + text.len() + end.len() - 1 > WIDTH && depth * 4 + 4 + text.len() < WIDTH {
            out.truncate(out.trim_end().len());
            out.push('\n');
            indent(out, depth + 1);
            write_expression(out, value, depth + 1, depth * 4 + 4, end.len() - 1);
        } else {
            write_expression(out, value, depth, column, end.len() - 1);
        }
        out.push_str(end);
    }
}

/// A constant or alias; what follows the `=` goes to the next line when it does not fit, and stays when it would not fit
/// there either and can be broken itself.
fn write_constant(out: &mut String, item: &[TokenTree], depth: usize) {
    let text = line(item.iter().cloned());
    let is_sign = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let equal = item.iter().position(|token| is_sign(token, '='));
    match text.split_once(" = ") {
        Some((name, value)) if (depth + 1) * 4 + value.len() > WIDTH => {
            let value = equal.and_then(|at| item.get(at + 1..)).unwrap_or_default();
            let value = match value.split_last() {
                Some((last, before)) if is_sign(last, ';') => before,
                _ => value,
            };
            indent(out, depth);
            out.push_str(&format!("{name} = "));
            let column = depth * 4 + name.len() + " = ".len();
            write_expression(out, value, depth, column, ";".len());
            out.push_str(";\n");
        }
        Some((name, value)) if depth * 4 + text.len() > WIDTH => {
            write_indented(out, depth, &format!("{name} ="));
            write_indented(out, depth + 1, value);
        }
        _ => write_indented(out, depth, &text),
    }
}

/// An import, its names filled into lines when there are many.
fn write_use(out: &mut String, item: &[TokenTree], depth: usize) {
    let group =
        item.iter().position(|token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace));
    let Some((at, TokenTree::Group(names))) = group.map(|at| (at, &item[at])) else {
        write_indented(out, depth, &line(item.iter().cloned()));
        return;
    };
    let head = line(item[..at].iter().cloned());
    let names: Vec<String> = split_at_commas(names.stream()).into_iter().map(line).collect();
    let joined = names.join(", ");
    // rustfmt leaves the last columns of such lines empty, except that of one row in braces.
    if depth * 4 + head.len() + joined.len() + 4 < WIDTH {
        write_indented(out, depth, &format!("{head}{{{joined}}};"));
        return;
    }
    write_indented(out, depth, &format!("{head}{{"));
    if (depth + 1) * 4 + joined.len() < WIDTH {
        write_indented(out, depth + 1, &format!("{joined},"));
        write_indented(out, depth, "};");
        return;
    }
    let mut row = String::new();
    for name in &names {
        if !row.is_empty() && (depth + 1) * 4 + row.len() + name.len() + 2 >= WIDTH {
            write_indented(out, depth + 1, &row);
            row.clear();
        }
        if !row.is_empty() {
            row.push(' ');
        }
        row.push_str(name);
        row.push(',');
    }
    write_indented(out, depth + 1, &row);
    write_indented(out, depth, "};");
}
