//! Generation of `new` and the setters of structs.
//!
//! This is the largest part of the expansion of a request type, and derives run without optimizations, so it is written
//! for speed: the tokens that all methods share are parsed once, and bodies are text. Only documentation, the names of
//! methods and the types of arguments are tokens of the input, which keep their spans.

use std::cell::LazyCell;
use std::fmt::Write as _;

use crate::field::{Field, Presence};
use crate::item::Item;
use crate::output::trees;
use crate::tokens::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree, unraw};
use crate::written_type::WrittenType;

/// Returns the inherent methods of a struct.
///
/// The method names have the spans of the struct and its fields, so lints treat the methods as handwritten. Lints that
/// the document causes, and that the reader of the document cannot fix, are allowed.
pub fn methods(item: &Item, fields: &[Field<'_>]) -> TokenStream {
    let shared = Shared::new();
    let mut body = Vec::new();
    new(&mut body, &shared, item, fields);
    for field in fields {
        setter(&mut body, &shared, field);
    }
    for field in fields.iter().filter(|field| field.presence == Presence::Maybe) {
        null_setter(&mut body, &shared, field);
    }
    let mut block =
        trees("#[automatically_derived] #[allow(dead_code, missing_docs, clippy::all, clippy::pedantic)] impl");
    block.extend([item.name.clone().into(), group(Delimiter::Brace, body)]);
    block.into_iter().collect()
}

/// Tokens that are parsed at their first use.
type Parsed = LazyCell<Vec<TokenTree>>;

/// The tokens that the methods of a struct share.
struct Shared {
    /// The tokens before the name of a setter.
    setter: Parsed,
    /// The arguments of a setter before its value.
    receiver: Parsed,
    /// The tokens before a type that a value is converted into.
    into: Parsed,
    /// The tokens before the type of the elements of a list.
    list: Parsed,
    /// The tokens before the type of an argument that can be null.
    option: Parsed,
}

impl Shared {
    fn new() -> Self {
        Self {
            setter: Parsed::new(|| trees("#[must_use = \"a setter returns the changed value\"] pub fn")),
            receiver: Parsed::new(|| trees("mut self,")),
            into: Parsed::new(|| trees("impl ::core::convert::Into<")),
            list: Parsed::new(|| trees("impl ::core::iter::IntoIterator<Item: ::core::convert::Into<")),
            option: Parsed::new(|| trees("::core::option::Option<")),
        }
    }

    /// Appends the type that callers pass for a field.
    fn accepted_type(&self, out: &mut Vec<TokenTree>, field: &Field<'_>) {
        let type_ = WrittenType::unboxed(field.value_type());
        match WrittenType::of(type_) {
            WrittenType::Vec(element) => generic(out, &self.list, element, ">>"),
            WrittenType::String | WrittenType::Named => generic(out, &self.into, type_, ">"),
            _ => out.extend_from_slice(type_),
        }
    }
}

fn new(out: &mut Vec<TokenTree>, shared: &Shared, item: &Item, fields: &[Field<'_>]) {
    let (mut arguments, mut body) = (Vec::new(), String::from("-> Self { Self {"));
    for field in fields {
        if field.is_argument() {
            argument(&mut arguments, shared, field);
        }
        let name = &field.member.name;
        // Writing to a string cannot fail.
        let _ = write!(body, "{name}: {},", initial(field));
    }
    body.push_str("} }");
    out.extend(trees(match arguments.is_empty() {
        false => "/** Creates a value from its required fields. */ #[must_use] pub fn",
        true => "/** Creates a value with every optional field unset. */ #[must_use] pub fn",
    }));
    out.extend([Ident::new("new", item.name.span()).into(), group(Delimiter::Parenthesis, arguments)]);
    out.extend(trees(&body));
}

/// Appends an argument of `new`. `None` represents null.
fn argument(out: &mut Vec<TokenTree>, shared: &Shared, field: &Field<'_>) {
    out.extend([local(field), punct(':')]);
    match field.presence {
        Presence::Nullable => out.extend_from_slice(&field.member.type_),
        Presence::NullableWriteOnly => generic(out, &shared.option, field.value_type(), ">"),
        _ => shared.accepted_type(out, field),
    }
    out.push(punct(','));
}

/// Returns the initializer of a field in the body of `new`.
fn initial(field: &Field<'_>) -> String {
    let name = &field.member.name;
    match field.presence {
        Presence::Required => conversion(field),
        Presence::WriteOnly => format!("::core::option::Option::Some({})", conversion(field)),
        Presence::Nullable => name.to_string(),
        Presence::NullableWriteOnly => format!("::apiarist_runtime::Maybe::from({name})"),
        Presence::Optional | Presence::KeepNull => "::core::option::Option::None".to_owned(),
        Presence::Maybe => "::apiarist_runtime::Maybe::Absent".to_owned(),
        Presence::Rest => "::core::default::Default::default()".to_owned(),
    }
}

/// Appends the setter of a field unless `new` takes the field.
fn setter(out: &mut Vec<TokenTree>, shared: &Shared, field: &Field<'_>) {
    let present = match field.presence {
        Presence::Optional | Presence::KeepNull => "::core::option::Option::Some",
        Presence::Maybe => "::apiarist_runtime::Maybe::Value",
        _ => return,
    };
    let name = &field.member.name;
    let mut arguments = shared.receiver.clone();
    arguments.extend([local(field), punct(':')]);
    shared.accepted_type(&mut arguments, field);
    out.extend_from_slice(&field.member.documentation);
    out.extend_from_slice(&shared.setter);
    out.extend([
        at_field(field.setter.as_ref().unwrap_or(name).clone(), field),
        group(Delimiter::Parenthesis, arguments),
    ]);
    out.extend(trees(&format!("-> Self {{ self.{name} = {present}({}); self }}", conversion(field))));
}

/// Appends the setter that sends null for a field.
fn null_setter(out: &mut Vec<TokenTree>, shared: &Shared, field: &Field<'_>) {
    let (name, bare_name) = (&field.member.name, unraw(&field.member.name));
    let method =
        field.null_setter.clone().unwrap_or_else(|| Ident::new(&format!("{bare_name}_null"), Span::call_site()));
    out.extend(trees(&format!("/** Sets `{bare_name}` to null. */")));
    out.extend_from_slice(&shared.setter);
    out.push(at_field(method, field));
    out.extend(trees(&format!("(mut self) -> Self {{ self.{name} = ::apiarist_runtime::Maybe::Null; self }}")));
}

/// Returns the name of a method with the span of its field.
fn at_field(mut method: Ident, field: &Field<'_>) -> TokenTree {
    method.set_span(field.member.name.span());
    method.into()
}

/// Returns the name of a field with the span of the derive, so that the use of a deprecated field here is not reported.
/// Names in text have it too.
fn local(field: &Field<'_>) -> TokenTree {
    let mut name = field.member.name.clone();
    name.set_span(Span::call_site());
    name.into()
}

/// Returns the expression that converts an argument to the type of its field.
fn conversion(field: &Field<'_>) -> String {
    let name = &field.member.name;
    let type_ = field.value_type();
    let value = match WrittenType::of(WrittenType::unboxed(type_)) {
        WrittenType::Vec(_) => format!("::apiarist_runtime::codegen::list({name})"),
        WrittenType::String | WrittenType::Named => format!("::core::convert::Into::into({name})"),
        _ => name.to_string(),
    };
    match WrittenType::of(type_) {
        WrittenType::Box(_) => format!("::std::boxed::Box::new({value})"),
        WrittenType::OpaqueBox(_) => format!("::apiarist_runtime::OpaqueBox::new({value})"),
        _ => value,
    }
}

/// Appends a type between the tokens before it and the brackets that close them.
fn generic(out: &mut Vec<TokenTree>, before: &[TokenTree], type_: &[TokenTree], close: &str) {
    out.extend_from_slice(before);
    out.extend_from_slice(type_);
    out.extend(close.chars().map(punct));
}

fn punct(character: char) -> TokenTree {
    Punct::new(character, Spacing::Alone).into()
}

fn group(delimiter: Delimiter, trees: Vec<TokenTree>) -> TokenTree {
    Group::new(delimiter, trees.into_iter().collect()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::errors::Errors;
    use crate::object;
    use crate::output::parse;

    /// Returns the names after `fn` with their lines, at any depth.
    fn functions(tokens: TokenStream) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        let mut is_function = false;
        for tree in tokens {
            if let TokenTree::Group(group) = &tree {
                found.extend(functions(group.stream()));
            }
            let name = tree.to_string();
            if std::mem::replace(&mut is_function, name == "fn") {
                found.push((name, tree.span().start().line));
            }
        }
        found
    }

    /// Returns tokens as text without spaces, which depend on the origin of the tokens.
    fn squeezed(tokens: &TokenStream) -> String {
        tokens.to_string().split_whitespace().collect()
    }

    /// Returns the output for a struct, in a build with or without the feature `testing`.
    fn expand(source: &str, is_for_tests: bool) -> TokenStream {
        let mut errors = Errors::default();
        let item = Item::parse(parse(source), object::ATTRIBUTES, &mut errors);
        let output = item.and_then(|item| object::expand(&Item { is_for_tests, ..item }, &mut errors));
        assert!(errors.is_empty(), "{source}");
        output.map(|output| output.items).unwrap_or_default()
    }

    #[test]
    fn methods_keep_the_spans_and_docs_of_their_fields() {
        let source =
            "#[object(new)]\nstruct X {\na: A,\n/// Size.\n#[wire(setter = \"set_b\")]\nb: Option<B>,\nc: Maybe<C>,\n}";
        let output = expand(source, false);
        let expected = [("new", 2), ("set_b", 6), ("c", 7), ("c_null", 7)];
        assert_eq!(functions(output.clone()), expected.map(|(name, line)| (name.to_owned(), line)));
        let setter = "#[doc = \" Size.\"] #[must_use = \"a setter returns the changed value\"] \
                      pub fn set_b(mut self, b: impl ::core::convert::Into<B>)";
        assert!(squeezed(&output).contains(&squeezed(&parse(setter))), "{output}");
    }

    #[test]
    fn response_only_struct_has_methods_only_with_the_testing_feature() {
        let source = "struct X { a: A, #[wire(setter = \"set_b\", null_setter = \"no_b\")] b: Maybe<B> }";
        assert!(expand(source, false).is_empty());
        let names: Vec<String> = functions(expand(source, true)).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["new", "set_b", "no_b"]);
    }

    #[test]
    fn setters_of_named_types_accept_conversions() {
        let output = expand("struct X { a: i64, b: Box<types::B>, c: Option<BTreeMap<String, C>>, d: (D, D) }", true);
        for method in [
            "pub fn new(a: i64, b: impl ::core::convert::Into<types::B>, d: (D, D),) -> Self",
            "pub fn c(mut self, c: BTreeMap<String, C>) -> Self",
        ] {
            assert!(squeezed(&output).contains(&squeezed(&parse(method))), "{output}");
        }
    }
}
