//! Unions.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::structure::literal_value;
use crate::derives::Traits;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::hash::{HashMap, HashSet};
use crate::ir::{MemberTest, Scalar, ShapeTest, TagDispatch, Type, TypeId, Union, UnionDispatch, UnionRow};
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns an open union.
    pub(crate) fn union(&self, id: TypeId, union: &Union, imports: &mut Imports) -> TokenStream {
        let name = self.defined_ident(id, imports);
        let is_json = !matches!(union.dispatch, UnionDispatch::Form);
        let exact = (is_json && self.graph.is_exact(id)).then(|| quote!(exact));
        let (derive, shared, tag, attributes) = match &union.dispatch {
            UnionDispatch::ByTag(tagged) => {
                let property = &tagged.property;
                let derive = imports.runtime(RuntimeItem::TaggedUnion);
                (derive, Traits::OF_OBJECTS, Some(quote!(tag = #property)), tags(union, tagged))
            }
            UnionDispatch::ByShape(rows) => {
                (imports.runtime(RuntimeItem::Union), Traits::OF_OBJECTS, None, shapes(union, rows))
            }
            UnionDispatch::Form => {
                let attributes = vec![TokenStream::new(); union.variants.len()];
                (imports.runtime(RuntimeItem::MultipartUnion), Traits::empty(), None, attributes)
            }
        };
        let (derives, mut settings) = self.derives(id, Traits::empty(), &derive, shared);
        settings.extend(tag.into_iter().chain(exact));
        let settings = (!settings.is_empty()).then(|| quote!(#[union(#(#settings),*)]));
        let clashes = self.hidden_clashes(id, union);
        let variants = union.variants.iter().zip(self.variants(id)).zip(attributes).zip(clashes);
        let variants = variants.map(|(((variant, name), attributes), is_clash)| {
            let documentation = self.part_documentation(&variant.documentation, imports);
            let name = ident(name);
            let type_ = self.held_type(id, &variant.type_, imports);
            let no_from = is_clash.then(|| quote!(#[union(no_from)]));
            quote!(#documentation #attributes #no_from #name(#type_),)
        });
        let variants: Vec<TokenStream> = variants.collect();
        let unknown = match &union.dispatch {
            UnionDispatch::Form => {
                let form = imports.runtime(RuntimeItem::MultipartForm);
                quote!(#[doc = "A form that matches no known variant."] Unknown(#form))
            }
            UnionDispatch::ByTag(_) | UnionDispatch::ByShape(_) => {
                let value = imports.runtime(RuntimeItem::Value);
                quote!(#[doc = "A value that matches no known variant."] Unknown(#value))
            }
        };
        quote! {
            #derives
            #settings
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #unknown,
            }
        }
    }
}

impl Emitter<'_> {
    /// Returns for each variant whether another variant, or the catch-all, may have the same type in a different
    /// spelling. The derive compares types by their spelling; such variants have no conversions.
    fn hidden_clashes(&self, id: TypeId, union: &Union) -> Vec<bool> {
        let unknown = if matches!(union.dispatch, UnionDispatch::Form) {
            Type::Scalar(Scalar::Form)
        } else {
            Type::Scalar(Scalar::Any)
        };
        let itself = Type::Named(id);
        let written = || union.variants.iter().map(|variant| &variant.type_).chain([&unknown, &itself]);
        let types: Vec<(&Type, Type)> = written().map(|type_| (type_, self.meaning(type_))).collect();
        let mut by_meaning: HashMap<&Type, HashSet<&Type>> = HashMap::default();
        for (type_, meaning) in &types {
            by_meaning.entry(meaning).or_default().insert(type_);
        }
        let is_clash = |(type_, meaning): &(&Type, Type)| {
            // Types without overrides are either equal or distinct, so only overriding types are compared with all
            // others.
            by_meaning.get(meaning).is_some_and(|written| written.len() > 1)
                || has_custom(meaning) && types.iter().any(|(other, of)| other != type_ && may_be(meaning, of))
        };
        types.iter().take(union.variants.len()).map(is_clash).collect()
    }

    /// Returns a type without aliases, at any depth.
    fn meaning(&self, type_: &Type) -> Type {
        match self.resolved(type_) {
            Type::Array(inner) => Type::Array(Box::new(self.meaning(inner))),
            Type::Map(inner) => Type::Map(Box::new(self.meaning(inner))),
            Type::Nullable(inner) => Type::Nullable(Box::new(self.meaning(inner))),
            Type::Tuple(elements) => Type::Tuple(elements.iter().map(|element| self.meaning(element)).collect()),
            type_ => type_.clone(),
        }
    }
}

/// Returns `true` if a type is or contains an overriding type.
fn has_custom(type_: &Type) -> bool {
    match type_ {
        Type::Custom(_) => true,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => has_custom(inner),
        Type::Tuple(elements) => elements.iter().any(has_custom),
        _ => false,
    }
}

/// Returns `true` if a type equals another one, or is an overriding type that may be the same type under another name.
/// Neither contains aliases.
fn may_be(type_: &Type, other: &Type) -> bool {
    match (type_, other) {
        (Type::Custom(custom), Type::Named(_)) => custom.path.starts_with("crate::"),
        // A variant that holds any value has no conversions.
        (Type::Custom(_), Type::Scalar(Scalar::Any | Scalar::Form)) => false,
        (Type::Custom(_), _) => true,
        (Type::Array(inner), Type::Array(other))
        | (Type::Map(inner), Type::Map(other))
        | (Type::Nullable(inner), Type::Nullable(other)) => may_be(inner, other),
        (Type::Tuple(elements), Type::Tuple(others)) => {
            elements.len() == others.len() && elements.iter().zip(others).all(|(element, other)| may_be(element, other))
        }
        _ => type_ == other,
    }
}

/// Returns the tags of each variant, and which of them the union adds.
fn tags(union: &Union, tagged: &TagDispatch) -> Vec<TokenStream> {
    let read = by_variant(union, &tagged.tags, |tag| (tag.variant, literal_value(&tag.value)));
    let written = by_variant(union, &tagged.written, |tag| (tag.variant, literal_value(&tag.value)));
    let attribute = |(at, (mut arguments, written)): (usize, (Vec<TokenStream>, Vec<TokenStream>))| {
        if let (Some(first), Some(added)) = (arguments.first(), written.first()) {
            let is_first = first.to_string() == added.to_string();
            arguments.push(if is_first { quote!(adds_tag) } else { quote!(adds_tag = #added) });
        }
        if tagged.default == Some(at) {
            arguments.push(quote!(default));
        }
        if arguments.is_empty() { TokenStream::new() } else { quote!(#[wire(#(#arguments),*)]) }
    };
    read.into_iter().zip(written).enumerate().map(attribute).collect()
}

/// Returns the shapes of each variant's values.
fn shapes(union: &Union, rows: &[UnionRow]) -> Vec<TokenStream> {
    let shapes = by_variant(union, rows, |row| (row.variant, shape(&row.test)));
    shapes.into_iter().map(|shapes| quote!(#(#[shape(#shapes)])*)).collect()
}

/// Returns the tokens that are emitted for the rows of each variant, in order.
fn by_variant<R>(union: &Union, rows: &[R], emit: impl Fn(&R) -> (usize, TokenStream)) -> Vec<Vec<TokenStream>> {
    let mut found = vec![Vec::new(); union.variants.len()];
    for (variant, emitted) in rows.iter().map(emit) {
        if let Some(own) = found.get_mut(variant) {
            own.push(emitted);
        }
    }
    found
}

fn shape(test: &ShapeTest) -> TokenStream {
    match test {
        ShapeTest::Any => quote!(any),
        ShapeTest::String(values) if values.is_empty() => quote!(string),
        ShapeTest::String(values) => quote!(string(#(#values),*)),
        ShapeTest::Integer => quote!(integer),
        ShapeTest::Number => quote!(number),
        ShapeTest::Boolean => quote!(boolean),
        ShapeTest::Array => quote!(array),
        ShapeTest::Object(members) => {
            let (named, tested): (Vec<_>, Vec<_>) = members
                .iter()
                .map(|member| (&member.wire_name, condition(member)))
                .partition(|(_, test)| test.is_none());
            let names = named.iter().map(|(name, _)| name);
            let has = (!named.is_empty()).then(|| quote!(, has(#(#names),*)));
            let tested = tested.into_iter().filter_map(|(_, condition)| condition);
            quote!(object #has #(, #tested)*)
        }
    }
}

/// Returns the condition on a property, or `None` if it must only be present.
fn condition(test: &MemberTest) -> Option<TokenStream> {
    let name = &test.wire_name;
    let constants: Vec<TokenStream> =
        test.values.iter().filter(|value| !is_composite(value)).map(literal_value).collect();
    match (&test.prefix, constants.is_empty(), test.required) {
        (Some(prefix), true, _) => Some(quote!(starts(#name, #prefix))),
        (None, true, _) => None,
        (_, false, true) => Some(quote!(is(#name, #(#constants),*))),
        (_, false, false) => Some(quote!(is_or_absent(#name, #(#constants),*))),
    }
}

/// Returns `true` if a shape cannot compare with a value: composite values, and integers beyond an `i64`.
fn is_composite(value: &Value) -> bool {
    let is_wide = value.is_u64() && !value.is_i64();
    is_wide || matches!(value, Value::Null | Value::Array(_) | Value::Object(_))
}
