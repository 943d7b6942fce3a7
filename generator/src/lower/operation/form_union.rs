//! Multipart forms of several kinds: unions whose variants are forms.
//!
//! ```yaml
//! multipart/form-data:
//!   schema:
//!     properties: {purpose: {type: string}}
//!     oneOf: [{$ref: ByFile}, {$ref: ByUrl}]      # a union of two forms, each with `purpose`
//! ```
//!
//! A form is never decoded, so its variants need not be distinguishable.

use crate::diagnostics::Code;
use crate::ir::{Literal, Role, Scalar, Type, TypeKind, Union, UnionDispatch, Variant};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::parts::Part;
use crate::lower::schema::parts::members_only;
use crate::lower::union::MOST_JOINS;
use crate::lower::union::members::flatten;
use crate::model::{Discriminator, Schema};

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the first union among the parts of a form and its siblings, unless it is being split already.
    pub(super) fn split_form(&self, own: &[Part<'m, 'd>]) -> Option<(&'m Schema<'d>, Vec<Part<'m, 'd>>)> {
        let union = own.iter().find_map(|part| match part {
            Part::Own(own) if self.is_union(own) && !self.in_progress.form_unions.contains(&&own.origin) => Some(*own),
            _ => None,
        })?;
        let is_union = |part: &Part<'m, 'd>| part.own().is_some_and(|own| own.origin == union.origin);
        let mut siblings = members_only(&[Part::Own(union)]);
        siblings.extend(own.iter().filter(|part| !is_union(part)));
        Some((union, siblings))
    }

    /// Returns a form that is one of several forms: one for each member of `union`, joined with `siblings`. `schema`
    /// contains them, and `parts` are its parts.
    pub(super) fn form_union(
        &mut self,
        schema: &'m Schema<'d>,
        union: &'m Schema<'d>,
        siblings: &[Part<'m, 'd>],
        parts: &[Part<'m, 'd>],
        target: &Target,
    ) -> Type {
        let mut members = Vec::new();
        flatten(if union.one_of.is_empty() { &union.any_of } else { &union.one_of }, &mut members);
        members.retain(|member| !self.is_only_null(member));
        self.in_progress.form_unions.push(&union.origin);
        let type_ = match members.as_slice() {
            [only] => self.form_member(only, siblings, target),
            _ => {
                let id = self.draft.place(schema, target);
                self.remember_form(id, parts);
                let owner = Target::Component(id);
                let discriminator = union.discriminator.as_ref().or(schema.discriminator.as_ref());
                let variants = self.form_variants(&members, siblings, discriminator, &owner);
                match variants.iter().all(|variant| variant.type_ == Type::Scalar(Scalar::Form)) {
                    true => {
                        // All variants are the same; the definition is dropped.
                        self.draft.forms.retain(|(form, _)| *form != id);
                        self.draft.replaced_in_forms.push(id);
                        Type::Scalar(Scalar::Form)
                    }
                    false => {
                        self.draft.set_kind(id, TypeKind::Union(Union { variants, dispatch: UnionDispatch::Form }));
                        Type::Named(id)
                    }
                }
            }
        };
        self.in_progress.form_unions.pop();
        type_
    }

    fn form_variants(
        &mut self,
        members: &[&'m Schema<'d>],
        siblings: &[Part<'m, 'd>],
        discriminator: Option<&'m Discriminator<'d>>,
        owner: &Target,
    ) -> Vec<Variant> {
        let property = discriminator.map(|discriminator| discriminator.property);
        let mut variants: Vec<Variant> = Vec::new();
        for (index, member) in members.iter().enumerate() {
            let label = self.label(member, property).unwrap_or_else(|| (index + 1).to_string());
            let type_ = self.form_member(member, siblings, &owner.within(Role::Variant(label)));
            if variants.iter().any(|variant| variant.type_ == type_) {
                continue;
            }
            if let Some(discriminator) = discriminator {
                self.write_tag(&type_, member, discriminator);
            }
            let title = member.title.as_ref().filter(|_| member.reference.is_none());
            variants.push(Variant {
                origin: member.origin.clone(),
                type_,
                names: title.iter().map(|title| title.to_string()).collect(),
                documentation: documentation::of_schema(member),
            });
        }
        variants
    }

    /// Returns the form of a union's member, joined with the siblings of the union.
    fn form_member(&mut self, member: &'m Schema<'d>, siblings: &[Part<'m, 'd>], target: &Target) -> Type {
        self.in_progress.joins += 1;
        if self.in_progress.joins > MOST_JOINS {
            let message = format!(
                "combining `allOf` and unions requires more than {MOST_JOINS} schemas; the form accepts any parts"
            );
            self.report(Code::AllOfConflict, &member.origin, message);
            return Type::Scalar(Scalar::Form);
        }
        let mut parts = siblings.to_vec();
        parts.extend(self.parts(member));
        self.form(member, &parts, target).unwrap_or_else(|| {
            let message = "the schema of a form must be an object; the form accepts any parts";
            self.report(Code::UnsupportedMediaType, &member.origin, message);
            Type::Scalar(Scalar::Form)
        })
    }

    /// Makes the tag of a form a literal, if there is only one.
    fn write_tag(&mut self, form: &Type, member: &'m Schema<'d>, discriminator: &'m Discriminator<'d>) {
        let Type::Named(id) = form else { return };
        let Some(value) = self.tag_of_form(member, discriminator) else { return };
        let TypeKind::Struct(object) = &mut self.draft.api.types[id.0].kind else { return };
        let property = discriminator.property;
        if object.literals.iter().all(|literal| literal.wire_name != property) {
            // The enum of the tag has no other use.
            let replaced = object.fields.extract_if(.., |field| field.wire_name == property);
            let types = replaced.filter_map(|field| if let Type::Named(id) = field.type_ { Some(id) } else { None });
            self.draft.replaced_in_forms.extend(types);
            object.literals.insert(0, Literal { wire_name: property.to_owned(), value: value.into() });
        }
    }

    /// Returns the only tag of a member: the mapped one, or else the name of its component unless it lists other values
    /// (OpenAPI 3.1 section 4.8.25).
    fn tag_of_form(&self, member: &'m Schema<'d>, discriminator: &'m Discriminator<'d>) -> Option<&'m str> {
        let component = self.target(member)?;
        let mut mapped = discriminator.mapping.iter().filter(|(_, leads)| leads.target == component.origin);
        match (mapped.next(), mapped.next()) {
            (Some((value, _)), None) => Some(value),
            (Some(_), Some(_)) => None,
            (None, _) => {
                let mut named = self.model.schemas.iter();
                let (name, _) = named.find(|(_, schema)| schema.origin == component.origin)?;
                let listed = component.properties.get(discriminator.property).and_then(|tag| tag.enumeration);
                listed.is_none_or(|values| values.iter().any(|value| value == name)).then_some(name)
            }
        }
    }
}
