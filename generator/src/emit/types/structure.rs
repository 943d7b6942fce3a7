//! Structs that are JSON objects.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::constructor::setter_arguments;
use super::naming::Naming;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, Moved, ident};
use crate::ir::{Field, Presence, Scalar, Struct, Type, TypeId};
use crate::names::{MemberNames, TypeMembers};
use crate::runtime_items::RuntimeItem;

/// The names of a type that is not a struct.
static NO_MEMBERS: MemberNames =
    MemberNames { fields: Vec::new(), setters: Vec::new(), null_setters: Vec::new(), extra: String::new() };

impl Emitter<'_> {
    /// Returns a struct that is a JSON object, with a constructor if requests contain it.
    pub(crate) fn structure(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        let name = self.defined_ident(id, imports);
        let derive = imports.runtime(RuntimeItem::Object);
        let members: Vec<Member<'_>> = self.fields(id, object).collect();
        let names: Vec<(&str, &str)> = members.iter().map(Member::names).collect();
        let (naming, rule) = Naming::of_fields(&names);
        let is_constructed = self.graph.usage(id).request;
        let attributes = Moved::new(self.struct_attributes(id, object, &derive, rule, is_constructed));
        let fields = members.iter().map(|member| {
            let arguments = self.wire_arguments(member, naming);
            let attribute = (!arguments.is_empty()).then(|| quote!(#[wire(#(#arguments),*)]));
            self.field(id, member, attribute, imports)
        });
        let fields: Moved = fields.collect();
        let extra = object.extra.as_ref().map(|type_| {
            let (name, type_) = (ident(&self.members(id).extra), self.element_type(id, type_, imports));
            imports.map = true;
            quote! {
                #[doc = "Additional properties."]
                #[wire(rest)]
                pub #name: BTreeMap<String, #type_>,
            }
        });
        quote! {
            #attributes
            pub struct #name {
                #fields
                #extra
            }
        }
    }

    /// Returns a field of a struct. Its type determines its presence.
    pub(crate) fn field(
        &self,
        owner: TypeId,
        member: &Member<'_>,
        attribute: Option<TokenStream>,
        imports: &mut Imports,
    ) -> TokenStream {
        let documentation = Moved::new(self.part_documentation(&member.field.documentation, imports));
        let attribute = attribute.map(Moved::new);
        let name = ident(member.name);
        let type_ = Moved::new(self.held_type(owner, &member.field.type_, imports));
        let type_ = match member.presence {
            Presence::Required => quote!(#type_),
            Presence::Optional | Presence::Nullable | Presence::WriteOnly => quote!(Option<#type_>),
            Presence::Maybe | Presence::NullableWriteOnly => {
                let maybe = imports.runtime(RuntimeItem::Maybe);
                quote!(#maybe<#type_>)
            }
        };
        let type_ = Moved::new(type_);
        quote!(#documentation #attribute pub #name: #type_,)
    }

    /// Returns the attribute arguments of a field: its wire name unless it is implied, and the meaning of null.
    fn wire_arguments(&self, member: &Member<'_>, naming: Naming) -> Vec<TokenStream> {
        let mut arguments: Vec<TokenStream> = member.wire_name(naming).into_iter().collect();
        match member.presence {
            Presence::Nullable => arguments.push(quote!(nullable)),
            Presence::WriteOnly | Presence::NullableWriteOnly => arguments.push(quote!(write_only)),
            // Null is a regular value of a field that accepts any value.
            Presence::Optional if *self.resolved(&member.field.type_) == Type::Scalar(Scalar::Any) => {
                arguments.push(quote!(keep_null))
            }
            Presence::Required | Presence::Optional | Presence::Maybe => {}
        }
        arguments.extend(setter_arguments(member));
        arguments
    }

    /// Returns the fields of a struct with their names and presence.
    pub(crate) fn fields<'s>(&'s self, id: TypeId, object: &'s Struct) -> impl Iterator<Item = Member<'s>> {
        let members = self.members(id);
        let names = members.fields.iter().zip(&members.setters).zip(&members.null_setters);
        object.fields.iter().zip(names).map(move |(field, ((name, setter), null_setter))| Member {
            field,
            name,
            setter,
            null_setter: null_setter.as_deref(),
            presence: self.graph.presence(id, object, field),
        })
    }

    /// Returns the names within a struct.
    pub(crate) fn members(&self, id: TypeId) -> &MemberNames {
        match &self.names.type_(id).members {
            TypeMembers::Struct(members) => members,
            TypeMembers::Variants(_) | TypeMembers::None => &NO_MEMBERS,
        }
    }
}

/// A field of a struct in the output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'s> {
    pub(crate) field: &'s Field,
    pub(crate) name: &'s str,
    /// The setter.
    pub(crate) setter: &'s str,
    /// The null setter, or `None` if it is the field's name with `_null`.
    pub(crate) null_setter: Option<&'s str>,
    pub(crate) presence: Presence,
}

impl Member<'_> {
    /// Returns the field's name and its name on the wire.
    fn names(&self) -> (&str, &str) {
        (self.name, &self.field.wire_name)
    }

    /// Returns the name on the wire, or `None` if it is implied.
    pub(crate) fn wire_name(&self, naming: Naming) -> Option<TokenStream> {
        let (name, wire) = self.names();
        (!naming.implies(name, wire)).then(|| quote!(#wire))
    }
}

/// Returns a constant of the document as an argument of an attribute.
pub(crate) fn literal_value(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote!(#value),
        Value::String(value) => quote!(#value),
        Value::Number(number) => {
            if let Some(value) = number.as_i64() {
                // Without a suffix, an integer is an `i32` unless its type can be inferred.
                let digits = value.saturating_abs();
                let literal = match i32::try_from(value) {
                    Ok(_) => proc_macro2::Literal::i64_unsuffixed(digits),
                    Err(_) => proc_macro2::Literal::i64_suffixed(digits),
                };
                if value < 0 { quote!(-#literal) } else { quote!(#literal) }
            } else if let Some(value) = number.as_u64() {
                let literal = proc_macro2::Literal::u64_suffixed(value);
                quote!(#literal)
            } else {
                let value = number.as_f64().filter(|value| value.is_finite()).unwrap_or_default();
                let literal = proc_macro2::Literal::f64_unsuffixed(value.abs());
                if value < 0.0 { quote!(-#literal) } else { quote!(#literal) }
            }
        }
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(null),
    }
}
