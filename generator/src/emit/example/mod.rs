//! The example in the documentation of each method: a short program that rustdoc compiles but does not run.
//!
//! ```text
//! # Examples
//! ~~~no_run
//! use pets::types;
//!
//! # async fn example(client: pets::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let body = types::CreatePetBody::new("Rex");
//! let pet = client.pets().create(&body).await?;
//! # Ok(()) }
//! ~~~
//! ```
//!
//! Lines that begin with `#` are hidden by rustdoc. Values of the document are only inserted as string literals,
//! numbers and variant names, so that none of them can end the code block.

mod cost;
mod result;
mod text;
mod value;

pub(crate) use cost::Costs;
use proc_macro2::TokenStream;
use quote::quote;
use syn::File;

use super::{Emitter, Form, ident};
use crate::ir::{Body, BodyContent, OperationId, Parameter, Scalar, Type};
use text::Hint;
use value::{Values, string};

/// The maximum length of an inline body, in characters of its tokens; a longer one is bound to a variable.
const LONGEST_INLINE: usize = 48;

/// The maximum length of a comment line, without its indentation.
const WIDEST: usize = 112;

impl Emitter<'_> {
    /// Returns the last section of a method's documentation.
    pub(crate) fn example(&self, id: OperationId, method: &str, body: Option<&Body>) -> Option<TokenStream> {
        let operation = self.api.operation(id);
        let mut values = Values::new(self, self.costs());
        let names = &self.names.operation(id).parameters;
        let mut arguments = Vec::new();
        for (parameter, name) in operation.parameters.iter().zip(names) {
            if parameter.is_argument() {
                arguments.push(self.example_argument(parameter, name, &mut values)?);
            }
        }
        let mut binding = None;
        if let Some(body) = body {
            let value = self.example_body(body, &mut values)?;
            let (bound, value) = named_body(value);
            binding = bound;
            arguments.push(value);
        }
        let group = ident(&self.names.group(operation.group).accessor);
        let method = ident(method);
        let statements = self.statements(operation, &quote!(client.#group().#method(#(#arguments),*)));
        let text = self.framed(values, &quote!(#binding #statements))?;
        let text = self.doc_texts.add(text);
        Some(quote!(#[doc = ""] #text))
    }

    /// Returns a parameter as the argument that [`Emitter::argument`] declares.
    fn example_argument(&self, parameter: &Parameter, name: &str, values: &mut Values<'_, '_>) -> Option<TokenStream> {
        let example = self.api.examples.get(&parameter.origin);
        let hint = Hint::new(&parameter.wire_name, example, parameter.documentation.constraints.as_deref());
        let type_ = &parameter.type_;
        match self.resolved(type_) {
            Type::Scalar(Scalar::String) => Some(string(&hint)),
            Type::Array(element) => {
                values.or_hidden(name, type_, |values| values.elements(element, &hint), |hidden| quote!(#hidden))
            }
            Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => values.owned(type_, &hint),
            Type::Named(id) if self.api.definition(*id).kind.is_value_enum() => values.owned(type_, &hint),
            _ => self.reference(name, type_, &hint, values),
        }
    }

    /// Returns a body as the argument that [`Emitter::body_argument`] declares.
    fn example_body(&self, body: &Body, values: &mut Values<'_, '_>) -> Option<TokenStream> {
        let example = self.api.examples.get(&body.origin);
        let hint = Hint::new("text", example, None);
        match &body.content {
            BodyContent::Bytes => Some(quote!("content")),
            BodyContent::Form(type_, _) => self.reference("body", type_, &hint, values),
            BodyContent::Multipart(type_, _) => match type_ {
                Type::Array(element) => self.slice(type_, element, &hint, values),
                _ => self.reference("body", type_, &hint, values),
            },
            BodyContent::Json(type_) | BodyContent::Text(type_) => match (self.resolved(type_), &body.content) {
                (Type::Scalar(Scalar::String), _) => Some(string(&hint)),
                (Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number), _) => values.owned(type_, &hint),
                (Type::Array(element), BodyContent::Json(_)) => self.slice(type_, element, &hint, values),
                _ => self.reference("body", type_, &hint, values),
            },
        }
    }

    fn reference(&self, name: &str, type_: &Type, hint: &Hint<'_>, values: &mut Values<'_, '_>) -> Option<TokenStream> {
        let write = |values: &mut Values<'_, '_>| values.owned(type_, hint).map(|value| quote!(&#value));
        values.or_hidden(name, type_, write, |hidden| quote!(&#hidden))
    }

    fn slice(&self, type_: &Type, element: &Type, hint: &Hint<'_>, values: &mut Values<'_, '_>) -> Option<TokenStream> {
        values.or_hidden("body", type_, |values| values.slice(element, hint), |hidden| quote!(&#hidden))
    }

    /// Returns the code block with the imports and the function around the statements.
    fn framed(&self, values: Values<'_, '_>, statements: &TokenStream) -> Option<String> {
        let path: Vec<_> = self.placement.import_path.split("::").map(ident).collect();
        let (root, path) = (path.first(), quote!(#(#path)::*));
        let hidden = values.hidden.iter().map(|(name, type_)| format!("{name}: {}", spelled(type_)));
        let hidden: Vec<String> = hidden.collect();
        let needs_types = values.has_hidden_types && !values.imports.has_types();
        let imports = laid_out(&values.imports.in_example(&quote!(#root), &path))?;
        let statements = laid_out(&quote!(async fn example() { #statements }))?;
        // Documentation tests can import neither a private module nor the module of a program.
        let attribute = if self.placement.form == Form::Embedded { "ignore" } else { "no_run" };
        let mut text = format!("# Examples\n```{attribute}\n");
        if !imports.is_empty() {
            text.push_str(&imports);
            text.push('\n');
        }
        let path = &self.placement.import_path;
        if needs_types {
            text.push_str(&format!("# use {path}::types;\n"));
        }
        text.push_str(&signature(path, &hidden));
        for line in statements.lines().filter_map(|line| line.strip_prefix("    ")) {
            // `prettyplease` separates all tokens within a macro by spaces.
            let is_shown = line.trim_start().starts_with("println!");
            text.push_str(&if is_shown { line.replace(" ?)", "?)") } else { line.to_owned() });
            text.push('\n');
        }
        text.push_str("# Ok(()) }\n```");
        Some(text)
    }
}

/// Returns the hidden lines that begin the function around the statements: one, or several if it would be too long.
fn signature(path: &str, hidden: &[String]) -> String {
    let arguments: String = hidden.iter().map(|argument| format!(", {argument}")).collect();
    let line =
        format!("# async fn example(client: {path}::Client{arguments}) -> Result<(), Box<dyn std::error::Error>> {{\n");
    if line.len() <= WIDEST {
        return line;
    }
    let names = format!("# use {path}::Client;\n# type Done = Result<(), Box<dyn std::error::Error>>;\n");
    let line = format!("# async fn example(client: Client{arguments}) -> Done {{\n");
    if line.len() <= WIDEST {
        return names + &line;
    }
    let arguments: String = hidden.iter().map(|argument| format!("#     {argument},\n")).collect();
    format!("{names}# async fn example(\n#     client: Client,\n{arguments}# ) -> Done {{\n")
}

/// Binds a long body to a variable: returns the statement, and the argument of the call.
fn named_body(value: TokenStream) -> (Option<TokenStream>, TokenStream) {
    let text = value.to_string();
    match value.into_iter().collect::<Vec<_>>().split_first() {
        Some((first, rest)) if first.to_string() == "&" && text.len() > LONGEST_INLINE => {
            let rest: TokenStream = rest.iter().cloned().collect();
            (Some(quote!(let body = #rest;)), quote!(&body))
        }
        Some((first, rest)) => (None, std::iter::once(first).chain(rest).cloned().collect()),
        None => (None, TokenStream::new()),
    }
}

/// Returns items as formatted by `prettyplease`.
fn laid_out(items: &TokenStream) -> Option<String> {
    let items = syn::parse2::<File>(items.clone()).ok()?;
    Some(prettyplease::unparse(&items))
}

/// Returns a type as text, without spaces between its tokens.
fn spelled(type_: &TokenStream) -> String {
    type_
        .to_string()
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_hidden_line_is_wider_than_a_comment() {
        let hidden: Vec<String> = (0..4).map(|number| format!("address_{number}: ::std::net::Ipv4Addr")).collect();
        for path in ["pets", "a_crate_with_a_long_name::a_module_with_a_long_name_in_it"] {
            for count in 0..=hidden.len() {
                let lines = signature(path, hidden.get(..count).unwrap_or_default());
                assert!(lines.lines().all(|line| line.len() <= WIDEST && line.starts_with("# ")), "{lines}");
            }
        }
    }
}
