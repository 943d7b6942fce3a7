//! Values as expressions, for arguments of methods and constructors.
//!
//! ```text
//! string                        "dog"
//! struct                        types::Pet::new("Rex", types::PetKind::Dog)
//! array of unions               [types::Item::Message(types::Message::new("text"))]
//! date                          "2025-01-31".parse::<Date>()?
//! type of another crate         amount          a hidden argument of the function around the example
//! ```

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::cost::Costs;
use super::text::{Hint, date, date_time, text, uuid};
use crate::emit::imports::{Imports, View};
use crate::emit::{Emitter, custom_path, ident};
use crate::ir::{Holder, Integer, Presence, Scalar, Struct, TagDispatch, Type, TypeId, TypeKind, Union, UnionDispatch};
use crate::runtime_items::RuntimeItem;

/// The maximum number of expressions in an example, which may take as many lines.
const MOST_EXPRESSIONS: usize = 30;

/// The maximum cost of an array element; an array of more expensive elements is empty.
const DEAREST_ELEMENT: usize = 8;

/// The expressions of the values in one example.
pub(super) struct Values<'e, 'a> {
    emitter: &'e Emitter<'a>,
    costs: &'e Costs,
    /// The imports of the values.
    pub(super) imports: Imports,
    /// Hidden arguments of the function around the example, for values that cannot be written as expressions.
    pub(super) hidden: Vec<(Ident, TokenStream)>,
    /// Whether only hidden arguments use types of the API.
    pub(super) has_hidden_types: bool,
    left: usize,
    /// The number of enclosing arrays.
    arrays: usize,
}

/// The compiler's knowledge of the type of a value from its context.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// The type itself.
    Exact,
    /// Any type that converts into it, so that an integer needs its suffix and an empty array its type.
    Convertible,
}

impl<'e, 'a> Values<'e, 'a> {
    pub(super) fn new(emitter: &'e Emitter<'a>, costs: &'e Costs) -> Self {
        let imports = Imports::new(View::Outside);
        Self { emitter, costs, imports, hidden: Vec::new(), has_hidden_types: false, left: MOST_EXPRESSIONS, arrays: 0 }
    }

    /// Returns the expression of a value, or a hidden argument of this type if there is none or it would be too long.
    pub(super) fn or_hidden(
        &mut self,
        name: &str,
        type_: &Type,
        write: impl FnOnce(&mut Self) -> Option<TokenStream>,
        reference: impl FnOnce(&Ident) -> TokenStream,
    ) -> Option<TokenStream> {
        self.left = MOST_EXPRESSIONS;
        let before = (self.imports.clone(), self.hidden.len());
        if let Some(value) = write(self) {
            return Some(value);
        }
        self.imports = before.0;
        self.hidden.truncate(before.1);
        let argument = self.give(name, type_)?;
        Some(reference(&argument))
    }

    /// Adds a hidden argument of a type. Returns `None` for a type of the surrounding module, which an example cannot
    /// name.
    fn give(&mut self, name: &str, type_: &Type) -> Option<Ident> {
        if is_of_this_crate(type_) {
            return None;
        }
        let type_ = match type_ {
            Type::Custom(custom) => custom_path(&custom.path),
            type_ => {
                let mut imports = Imports::new(View::Outside);
                let written = self.emitter.type_(type_, &mut imports);
                if imports.has_types_alone() {
                    self.has_hidden_types = true;
                } else {
                    self.emitter.type_(type_, &mut self.imports);
                }
                written
            }
        };
        let plain = name.trim_start_matches("r#");
        let is_taken = |name: &str| name == "client" || self.hidden.iter().any(|(hidden, _)| hidden == name);
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let name = std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(name))?;
        let name = ident(&name);
        self.hidden.push((name.clone(), type_));
        Some(name)
    }

    /// Returns a value of exactly this type.
    pub(super) fn owned(&mut self, type_: &Type, hint: &Hint<'_>) -> Option<TokenStream> {
        self.value(type_, hint, Expected::Exact)
    }

    /// Returns the elements of an array, for a parameter that accepts anything that converts into them.
    pub(super) fn elements(&mut self, element: &Type, hint: &Hint<'_>) -> Option<TokenStream> {
        match self.element(element, hint, Expected::Convertible)? {
            Some(value) => Some(quote!([#value])),
            None => {
                let element = self.emitter.type_(element, &mut self.imports);
                Some(quote!(Vec::<#element>::new()))
            }
        }
    }

    /// Returns a reference to the elements of an array.
    pub(super) fn slice(&mut self, element: &Type, hint: &Hint<'_>) -> Option<TokenStream> {
        let value = self.element(element, hint, Expected::Exact)?;
        Some(quote!(&[#value]))
    }

    /// Returns an element, or `Some(None)` if the array must be empty.
    fn element(&mut self, type_: &Type, hint: &Hint<'_>, expected: Expected) -> Option<Option<TokenStream>> {
        let is_cheap = self.costs.of(type_).is_some_and(|cost| cost <= DEAREST_ELEMENT);
        let is_scalar = !matches!(self.emitter.resolved(type_), Type::Array(_)) && self.costs.of(type_) == Some(1);
        if !is_cheap || (self.arrays > 0 && !is_scalar) {
            return Some(None);
        }
        self.arrays += 1;
        let hint = hint.element();
        let value = match (self.emitter.resolved(type_), expected) {
            (Type::Scalar(Scalar::String), Expected::Convertible) => Some(string(&hint)),
            (Type::Nullable(inner), _) => self.value(inner, &hint, expected).map(|value| quote!(Some(#value))),
            _ => self.value(type_, &hint, expected),
        };
        self.arrays -= 1;
        value.map(Some)
    }

    /// Returns a value for an argument of a constructor.
    fn accepted(&mut self, type_: &Type, hint: &Hint<'_>) -> Option<TokenStream> {
        match (type_, self.emitter.resolved(type_)) {
            (_, Type::Scalar(Scalar::String)) => {
                self.left = self.left.checked_sub(1)?;
                Some(string(hint))
            }
            (Type::Array(element), _) => self.elements(element, hint),
            (_, Type::Array(_)) => self.value(type_, hint, Expected::Convertible),
            _ => self.value(type_, hint, Expected::Exact),
        }
    }

    fn value(&mut self, type_: &Type, hint: &Hint<'_>, expected: Expected) -> Option<TokenStream> {
        self.left = self.left.checked_sub(1)?;
        let is_exact = expected == Expected::Exact;
        Some(match self.emitter.resolved(type_) {
            Type::Scalar(Scalar::Boolean) => {
                let value = hint.example.and_then(Value::as_bool).unwrap_or(true);
                quote!(#value)
            }
            Type::Scalar(Scalar::Integer(integer)) => whole_number(*integer, hint, is_exact),
            Type::Scalar(Scalar::Number) => number(hint),
            Type::Scalar(Scalar::String) => {
                let text = string(hint);
                quote!(#text.to_owned())
            }
            Type::Scalar(Scalar::Any) => self.any(hint),
            Type::Scalar(Scalar::DateTime) => self.parsed(RuntimeItem::DateTime, &date_time(hint)),
            Type::Scalar(Scalar::Date) => self.parsed(RuntimeItem::Date, &date(hint)),
            Type::Scalar(Scalar::Uuid) => self.parsed(RuntimeItem::Uuid, &uuid(hint)),
            Type::Scalar(Scalar::Base64) => {
                let name = self.imports.runtime(RuntimeItem::Base64);
                quote!(#name::from(b"content".as_slice()))
            }
            Type::Scalar(Scalar::File) => {
                let name = self.imports.runtime(RuntimeItem::FilePart);
                quote!(#name::bytes("file.txt", "content"))
            }
            Type::Scalar(Scalar::Form) => {
                let name = self.imports.runtime(RuntimeItem::MultipartForm);
                quote!(#name::new().text("name", "value"))
            }
            Type::Array(element) => match self.element(element, hint, expected)? {
                Some(value) => quote!(vec![#value]),
                None if is_exact => quote!(Vec::new()),
                None => {
                    let element = self.emitter.type_(element, &mut self.imports);
                    quote!(Vec::<#element>::new())
                }
            },
            Type::Tuple(elements) => {
                let elements: Option<Vec<_>> =
                    elements.iter().map(|element| self.value(element, &hint.named("value"), expected)).collect();
                let elements = elements?;
                quote!((#(#elements),*))
            }
            Type::Map(value) => {
                let value = self.emitter.type_(value, &mut self.imports);
                self.imports.map = true;
                if is_exact { quote!(BTreeMap::new()) } else { quote!(BTreeMap::<String, #value>::new()) }
            }
            Type::Nullable(inner) if is_exact || self.costs.of(inner).is_none() => quote!(None),
            Type::Nullable(inner) => {
                let value = self.value(inner, hint, expected)?;
                quote!(Some(#value))
            }
            Type::Custom(_) => {
                let name = self.give(&hint.variable(), self.emitter.resolved(type_))?;
                quote!(#name)
            }
            Type::Named(id) => self.named(*id, hint)?,
        })
    }

    /// Returns a value of a type with a definition.
    fn named(&mut self, id: TypeId, hint: &Hint<'_>) -> Option<TokenStream> {
        let definition = self.emitter.api.definition(id);
        let own = self.emitter.api.examples.get(&definition.origin);
        let hint = &hint.or_example(own);
        let name = self.imports.named(id, self.emitter.type_ident(id));
        match &definition.kind {
            TypeKind::StringEnum(values) => {
                let wanted = hint.example.and_then(Value::as_str);
                let texts = values.values.iter().map(|value| value.value.as_str());
                Some(self.variant_of_values(id, &name, texts, wanted, quote!("value".to_owned())))
            }
            TypeKind::IntegerEnum(values) => {
                let wanted = hint.example.and_then(Value::as_i64).map(i128::from);
                let numbers = values.values.iter().map(|value| value.value);
                Some(self.variant_of_values(id, &name, numbers, wanted, quote!(1)))
            }
            TypeKind::Struct(object) => self.structure(id, object, &name, hint),
            TypeKind::Union(union) => self.union(id, union, &name, hint),
            TypeKind::Alias(type_) => {
                let value = self.held(id, type_, hint)?;
                Some(quote!(#name(#value)))
            }
        }
    }

    /// Returns the variant of the wanted value, or else the first.
    fn variant_of_values<T: PartialEq>(
        &self,
        id: TypeId,
        name: &TokenStream,
        values: impl Iterator<Item = T>,
        wanted: Option<T>,
        unknown: TokenStream,
    ) -> TokenStream {
        let place = wanted.and_then(|wanted| values.into_iter().position(|value| value == wanted)).unwrap_or(0);
        match self.emitter.variants(id).get(place) {
            Some(variant) => {
                let variant = ident(variant);
                quote!(#name::#variant)
            }
            None => quote!(#name::Unknown(#unknown)),
        }
    }

    fn structure(&mut self, id: TypeId, object: &Struct, name: &TokenStream, hint: &Hint<'_>) -> Option<TokenStream> {
        let emitter = self.emitter;
        let mut arguments = Vec::new();
        for member in emitter.fields(id, object).filter(|member| member.presence.is_argument()) {
            let field = member.field;
            let own = || emitter.api.examples.get(&field.origin);
            let example = hint.example.and_then(|example| example.get(&field.wire_name)).or_else(own);
            let hint = Hint::new(&field.wire_name, example, field.documentation.constraints.as_deref());
            arguments.push(match member.presence {
                Presence::Nullable | Presence::NullableWriteOnly => quote!(None),
                _ => self.accepted(&field.type_, &hint)?,
            });
        }
        Some(quote!(#name::new(#(#arguments),*)))
    }

    /// Returns the variant of the example, or else the cheapest.
    fn union(&mut self, id: TypeId, union: &Union, name: &TokenStream, hint: &Hint<'_>) -> Option<TokenStream> {
        if union.variants.is_empty() {
            let any = self.imports.runtime(RuntimeItem::Value);
            return Some(quote!(#name::Unknown(#any::Null)));
        }
        let costs = union.variants.iter().map(|variant| self.costs.of(&variant.type_));
        let possible = costs.enumerate().filter_map(|(place, cost)| Some((cost?, place)));
        let example = hint.example.and_then(|example| self.variant_of_example(union, example));
        let place = example.or_else(|| possible.min().map(|(_, place)| place))?;
        let (variant, type_) = (self.emitter.variants(id).get(place)?, &union.variants.get(place)?.type_);
        let variant = ident(variant);
        let value = self.held(id, type_, hint)?;
        Some(quote!(#name::#variant(#value)))
    }

    /// Returns the position of the first variant that an example can be a value of.
    fn variant_of_example(&self, union: &Union, example: &Value) -> Option<usize> {
        if let UnionDispatch::ByTag(TagDispatch { property, tags, .. }) = &union.dispatch {
            let tag = example.get(property)?;
            return tags.iter().find(|known| known.value == *tag).map(|known| known.variant);
        }
        union.variants.iter().position(|variant| self.fits(&variant.type_, example))
    }

    fn fits(&self, type_: &Type, example: &Value) -> bool {
        match (self.emitter.resolved(type_), example) {
            (Type::Scalar(Scalar::String), Value::String(_))
            | (Type::Scalar(Scalar::Boolean), Value::Bool(_))
            | (Type::Scalar(Scalar::Number), Value::Number(_)) => true,
            (Type::Scalar(Scalar::Integer(_)), Value::Number(number)) => !number.is_f64(),
            (Type::Array(element), Value::Array(elements)) => {
                elements.first().is_none_or(|example| self.fits(element, example))
            }
            (Type::Named(id), example) => match (&self.emitter.api.definition(*id).kind, example) {
                (TypeKind::StringEnum(values), Value::String(text)) => {
                    values.values.iter().any(|value| value.value == *text)
                }
                (TypeKind::Struct(object), Value::Object(properties)) => {
                    let mut required = object.fields.iter().filter(|field| field.required);
                    object.literals.iter().all(|literal| properties.get(&literal.wire_name) == Some(&literal.value))
                        && required.all(|field| properties.contains_key(&field.wire_name))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// Returns the content of a variant or a newtype.
    fn held(&mut self, owner: TypeId, type_: &Type, hint: &Hint<'_>) -> Option<TokenStream> {
        let value = self.owned(type_, hint)?;
        Some(match self.emitter.graph.holder(owner, type_) {
            Holder::Inline => value,
            Holder::Box => quote!(Box::new(#value)),
            Holder::OpaqueBox => {
                let pointer = self.imports.runtime(RuntimeItem::OpaqueBox);
                quote!(#pointer::new(#value))
            }
        })
    }

    fn any(&mut self, hint: &Hint<'_>) -> TokenStream {
        let name = self.imports.runtime(RuntimeItem::Value);
        match hint.example {
            Some(Value::String(_)) | None => {
                let text = string(hint);
                quote!(#name::from(#text))
            }
            Some(Value::Bool(value)) => quote!(#name::from(#value)),
            Some(Value::Number(value)) if value.is_i64() => {
                let value = whole_number(Integer::I64, hint, false);
                quote!(#name::from(#value))
            }
            Some(_) => quote!(#name::Null),
        }
    }

    fn parsed(&mut self, type_: RuntimeItem, text: &str) -> TokenStream {
        let type_ = self.imports.runtime(type_);
        quote!(#text.parse::<#type_>()?)
    }
}

/// Returns `true` if a type contains one of the surrounding module, such as `crate::money::Money`, which may be
/// private.
fn is_of_this_crate(type_: &Type) -> bool {
    match type_ {
        Type::Custom(custom) => custom.path.starts_with("crate::"),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => is_of_this_crate(inner),
        Type::Tuple(elements) => elements.iter().any(is_of_this_crate),
        _ => false,
    }
}

/// Returns a string literal.
pub(super) fn string(hint: &Hint<'_>) -> TokenStream {
    let text = text(hint);
    quote!(#text)
}

/// Returns an integer literal, with a suffix if it does not fit an `i32` and its type cannot be inferred.
fn whole_number(integer: Integer, hint: &Hint<'_>, is_exact: bool) -> TokenStream {
    let (least, most) = match integer {
        Integer::I32 => (i128::from(i32::MIN), i128::from(i32::MAX)),
        Integer::I64 => (i128::from(i64::MIN), i128::from(i64::MAX)),
        Integer::U64 => (0, i128::from(u64::MAX)),
        Integer::I128 => (i128::MIN, i128::MAX),
    };
    let value = hint.whole_number().filter(|value| (least..=most).contains(value)).unwrap_or(1);
    let digits = value.unsigned_abs();
    let literal = match integer {
        _ if is_exact => Literal::u128_unsuffixed(digits),
        Integer::I32 => Literal::u128_unsuffixed(digits),
        Integer::I64 => suffixed(digits, "i64"),
        Integer::U64 => suffixed(digits, "u64"),
        Integer::I128 => suffixed(digits, "i128"),
    };
    if value < 0 { quote!(-#literal) } else { quote!(#literal) }
}

/// Returns an integer literal with a suffix. It is parsed from text, because the absolute value of the minimum is out
/// of range before its sign is applied.
fn suffixed(digits: u128, suffix: &str) -> Literal {
    format!("{digits}{suffix}").parse().unwrap_or_else(|_| Literal::u128_unsuffixed(digits))
}

fn number(hint: &Hint<'_>) -> TokenStream {
    let value = hint.example.and_then(Value::as_f64).filter(|value| value.is_finite()).unwrap_or(1.0);
    let literal = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#literal) } else { quote!(#literal) }
}
