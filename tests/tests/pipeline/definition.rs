//! Tables that define types (`object!`, `multipart!`, `string_enum!`, `integer_enum!`, `union!`,
//! `tagged_union!`), read back by their grammar.

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Lit, Token, Type, braced, parenthesized, token};

/// A type that a table defines, with the names in it.
pub struct Definition {
    /// The name of the type.
    pub name: Ident,
    /// The fields or variants.
    pub members: Vec<Ident>,
    /// The methods that make and fill it.
    pub methods: Vec<Ident>,
    /// What `new` takes.
    pub arguments: Vec<Ident>,
}

impl Definition {
    /// The type that a macro defines; `None` when the macro defines none.
    pub fn of(invocation: &syn::Macro) -> Option<syn::Result<Self>> {
        let name = invocation.path.segments.last()?.ident.to_string();
        let tables = ["object", "multipart", "string_enum", "integer_enum", "union", "tagged_union"];
        let defines = tables.contains(&name.as_str());
        defines.then(|| invocation.parse_body())
    }
}

impl Parse for Definition {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Attribute::parse_outer)?;
        input.parse::<Token![pub]>()?;
        let is_struct = input.peek(Token![struct]);
        if is_struct {
            input.parse::<Token![struct]>()?;
        } else {
            input.parse::<Token![enum]>()?;
        }
        let mut found = Self { name: input.parse()?, members: Vec::new(), methods: Vec::new(), arguments: Vec::new() };
        integer_type_or_tag(input)?;
        let rows;
        braced!(rows in input);
        let mut setters = Vec::new();
        while !rows.is_empty() {
            rows.call(Attribute::parse_outer)?;
            if rows.peek(Lit) {
                rows.parse::<Lit>()?;
                rows.parse::<Token![=]>()?;
                rows.parse::<syn::Expr>()?;
            } else if rows.peek(Token![..]) {
                rows.parse::<Token![..]>()?;
                found.members.push(rows.parse()?);
                given_type(&rows)?;
                given_kind(&rows)?;
            } else if rows.peek(Token![_]) {
                rows.parse::<Token![_]>()?;
                rows.parse::<Token![=>]>()?;
                rows.parse::<Ident>()?;
            } else {
                let name: Ident = rows.parse()?;
                if is_struct {
                    setters.extend(field(&rows, &name)?);
                } else if rows.peek(token::Paren) {
                    given_type(&rows)?;
                }
                found.members.push(name);
                while !rows.peek(Token![,]) {
                    rows.step(|row| row.token_tree().map(|(_, rest)| ((), rest)).ok_or_else(|| row.error("no comma")))?;
                }
            }
            rows.parse::<Token![,]>()?;
        }
        if input.peek(Ident) {
            found.methods.push(input.parse()?);
            found.methods.append(&mut setters);
            let arguments;
            parenthesized!(arguments in input);
            while !arguments.is_empty() {
                found.arguments.push(arguments.parse()?);
                given_type(&arguments)?;
                if !arguments.is_empty() {
                    arguments.parse::<Token![,]>()?;
                }
            }
        }
        Ok(found)
    }
}

/// `: presence(type) by method as kind`; gives the method that fills the field, if one does.
fn field(rows: ParseStream<'_>, name: &Ident) -> syn::Result<Option<Ident>> {
    rows.parse::<Token![:]>()?;
    let presence: Ident = rows.parse()?;
    given_type(rows)?;
    let mut method = name.clone();
    if rows.peek(Ident) {
        let by: Ident = rows.parse()?;
        if by != "by" {
            return Err(syn::Error::new(by.span(), "neither `by` nor `as`"));
        }
        method = rows.parse()?;
    }
    given_kind(rows)?;
    match presence.to_string().as_str() {
        "required" | "nullable" | "write_only" | "nullable_write_only" => Ok(None),
        "optional" | "any" | "maybe" => Ok(Some(method)),
        _ => Err(syn::Error::new(presence.span(), "no presence")),
    }
}

/// `: u64` of an integer enum, or `by "tag"` of a union.
fn integer_type_or_tag(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
        input.parse::<Type>()?;
    }
    if input.peek(Ident) {
        input.parse::<Ident>()?;
        input.parse::<Lit>()?;
    }
    Ok(())
}

/// `as kind`, if it is there.
fn given_kind(rows: ParseStream<'_>) -> syn::Result<()> {
    if rows.peek(Token![as]) {
        rows.parse::<Token![as]>()?;
        rows.parse::<Ident>()?;
    }
    Ok(())
}

fn given_type(rows: ParseStream<'_>) -> syn::Result<()> {
    rows.peek(token::Paren).then_some(()).ok_or_else(|| rows.error("a type in parentheses"))?;
    let type_;
    parenthesized!(type_ in rows);
    if type_.peek(Ident) && type_.fork().parse::<Ident>()? == "into" {
        type_.parse::<Ident>()?;
    }
    type_.parse::<Type>()?;
    if type_.is_empty() { Ok(()) } else { Err(type_.error("more than a type")) }
}
