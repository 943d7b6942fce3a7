//! Determines the methods that the derives `Object` and `Multipart` add to a struct, from its attributes.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Field, Ident, ItemStruct, Lit, Token, Type, parenthesized, token};

/// The methods of a struct that callers use.
#[derive(Default)]
pub struct DerivedMethods {
    /// `new` and the setters.
    pub names: Vec<String>,
    /// The arguments of `new`.
    pub arguments: Vec<String>,
}

impl DerivedMethods {
    /// Returns the methods of a struct.
    ///
    /// # Errors
    /// Returns an error if an attribute of a derive does not follow its grammar.
    pub fn of(item: &ItemStruct) -> syn::Result<Self> {
        let mut methods = Self::default();
        if !arguments(&item.attrs, "object")?.iter().any(|argument| argument.name == "new") {
            return Ok(methods);
        }
        methods.names.push("new".to_owned());
        for field in &item.fields {
            methods.add(field)?;
        }
        Ok(methods)
    }

    fn add(&mut self, field: &Field) -> syn::Result<()> {
        let Some(name) = field.ident.as_ref().map(ToString::to_string) else { return Ok(()) };
        let mut words = arguments(&field.attrs, "wire")?;
        words.append(&mut arguments(&field.attrs, "part")?);
        let has = |word: &str| words.iter().any(|argument| argument.name == word);
        if has("rest") {
            return Ok(());
        }
        if !is_optional(&field.ty) || has("nullable") || has("write_only") {
            self.arguments.push(name);
        } else {
            let given = |word: &str| words.iter().find(|argument| argument.name == word)?.value.clone();
            if is_maybe(&field.ty) {
                let usual = format!("{}_null", name.trim_start_matches("r#"));
                self.names.push(given("null_setter").unwrap_or(usual));
            }
            self.names.push(given("setter").unwrap_or(name));
        }
        Ok(())
    }
}

fn is_optional(type_: &Type) -> bool {
    has_name(type_, "Option") || is_maybe(type_)
}

fn is_maybe(type_: &Type) -> bool {
    has_name(type_, "Maybe")
}

fn has_name(type_: &Type, name: &str) -> bool {
    let Type::Path(type_) = type_ else { return false };
    type_.path.segments.last().is_some_and(|segment| segment.ident == name)
}

/// Returns the arguments of an attribute.
fn arguments(attributes: &[Attribute], name: &str) -> syn::Result<Vec<Argument>> {
    let mut found = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        found.extend(attribute.parse_args_with(Punctuated::<Argument, Token![,]>::parse_terminated)?);
    }
    Ok(found)
}

/// An identifier, `name = "value"`, `name(arguments)`, or a literal, whose name is empty.
struct Argument {
    name: String,
    value: Option<String>,
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![-]) || input.peek(Lit) {
            input.parse::<Option<Token![-]>>()?;
            input.parse::<Lit>()?;
            return Ok(Self { name: String::new(), value: None });
        }
        let mut argument = Self { name: input.parse::<Ident>()?.to_string(), value: None };
        if input.parse::<Option<Token![=]>>()?.is_some() {
            argument.value = Some(input.parse::<syn::LitStr>()?.value());
        } else if input.peek(token::Paren) {
            let inner;
            parenthesized!(inner in input);
            Punctuated::<Argument, Token![,]>::parse_terminated(&inner)?;
        }
        Ok(argument)
    }
}
