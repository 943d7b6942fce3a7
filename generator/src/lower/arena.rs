//! The arena at the end: types that became others are replaced and leave no gaps.

use std::collections::HashSet;

use super::fold::join_contexts;
use super::{Lowering, event_words, outcome, pagination};
use crate::ir::{Api, BodyContent, NameHint, Outcome, Owner, Payload, Type, TypeId, TypeKind};

impl Lowering<'_, '_, '_> {
    /// Folds equal types, plans unions, and gives what is left.
    pub(super) fn finish(mut self) -> Api {
        let representatives = self.representatives();
        self.alias_restated();
        join_contexts(&mut self.api, &representatives);
        replace(&mut self.api, &representatives);
        self.unions.retain(|pending| representatives[pending.id.0] == pending.id);
        for pending in &mut self.unions {
            pending.mapping.iter_mut().for_each(|(_, type_)| rename(type_, &representatives));
        }
        for (id, _) in representatives.iter().enumerate().filter(|(id, first)| first.0 != *id) {
            // What another type stands for uses no type any more; its place is removed in the end.
            self.api.types[id].kind = TypeKind::Alias(Type::Any);
        }
        self.break_union_cycles();
        self.plan_unions();
        self.report_undeclared_members();
        self.choices.report_unused(self.diagnostics);
        self.parameter_choices.report_unused(self.diagnostics);
        self.event_choices.report_unused(self.diagnostics);
        self.report_unused_security();
        let mut kept: Vec<bool> = representatives.iter().enumerate().map(|(id, first)| first.0 == id).collect();
        self.name_forms(&representatives, &mut kept);
        for replaced in std::mem::take(&mut self.files) {
            let replaced = representatives[replaced.0];
            let is_inline = matches!(self.api.types[replaced.0].name, NameHint::Inline(_));
            kept[replaced.0] &= !is_inline || is_used(&mut self.api, replaced);
        }
        outcome::simplify(&mut self.api);
        compact(&mut self.api, &kept);
        event_words::tell_ends(&mut self.api);
        event_words::tell_errors(&mut self.api);
        pagination::paginate(&mut self.api, self.model, self.pagination, self.diagnostics);
        self.api
    }

    /// A form takes the name of the component it was made of when nothing else uses that.
    fn name_forms(&mut self, representatives: &[TypeId], kept: &mut [bool]) {
        for (form, component) in std::mem::take(&mut self.forms) {
            let (form, component) = (representatives[form.0], representatives[component.0]);
            if kept[component.0] && !is_used(&mut self.api, component) {
                kept[component.0] = false;
                self.api.types[form.0].name = self.api.types[component.0].name.clone();
                own_instead(&mut self.api, component, form);
                self.api.types[component.0].kind = TypeKind::Alias(Type::Any);
            }
        }
    }
}

/// Gives what stands in one type to another.
fn own_instead(api: &mut Api, from: TypeId, to: TypeId) {
    for definition in &mut api.types {
        let NameHint::Inline(contexts) = &mut definition.name else { continue };
        for context in contexts.iter_mut().filter(|context| context.owner == Owner::Type(from)) {
            context.owner = Owner::Type(to);
        }
        let mut seen = HashSet::new();
        contexts.retain(|context| seen.insert(context.clone()));
    }
}

/// Whether anything but the type itself refers to it.
fn is_used(api: &mut Api, wanted: TypeId) -> bool {
    let mut used = false;
    let own = std::mem::replace(&mut api.types[wanted.0].kind, TypeKind::Alias(Type::Any));
    each_type(api, &mut |type_| used |= mentions(type_, wanted));
    api.types[wanted.0].kind = own;
    used
}

fn mentions(type_: &Type, wanted: TypeId) -> bool {
    match type_ {
        Type::Named(id) => *id == wanted,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => mentions(inner, wanted),
        Type::Tuple(elements) => elements.iter().any(|element| mentions(element, wanted)),
        _ => false,
    }
}

/// Replaces every type by the one that stands for it.
fn replace(api: &mut Api, numbers: &[TypeId]) {
    each_type(api, &mut |type_| rename(type_, numbers));
}

fn rename(type_: &mut Type, numbers: &[TypeId]) {
    match type_ {
        Type::Named(id) => *id = numbers[id.0],
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => rename(inner, numbers),
        Type::Tuple(elements) => elements.iter_mut().for_each(|element| rename(element, numbers)),
        _ => {}
    }
}

/// Removes the types that are not kept and closes the gaps.
fn compact(api: &mut Api, kept: &[bool]) {
    let mut next = 0;
    let numbers: Vec<TypeId> = kept
        .iter()
        .map(|kept| {
            let number = TypeId(next);
            next += usize::from(*kept);
            number
        })
        .collect();
    let mut at = 0;
    api.types.retain(|_| {
        at += 1;
        kept[at - 1]
    });
    replace(api, &numbers);
    for definition in &mut api.types {
        let NameHint::Inline(contexts) = &mut definition.name else { continue };
        for context in contexts {
            if let Owner::Type(owner) = &mut context.owner {
                *owner = numbers[owner.0];
            }
        }
    }
}

/// Shows every use of a type in the API.
pub(super) fn each_type(api: &mut Api, see: &mut dyn FnMut(&mut Type)) {
    for definition in &mut api.types {
        match &mut definition.kind {
            TypeKind::Struct(object) => {
                object.fields.iter_mut().for_each(|field| see(&mut field.type_));
                object.extra.iter_mut().for_each(&mut *see);
            }
            TypeKind::Union(union) => union.variants.iter_mut().for_each(|variant| see(&mut variant.type_)),
            TypeKind::Alias(type_) => see(type_),
            TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => {}
        }
    }
    api.received.iter_mut().for_each(&mut *see);
    for operation in &mut api.operations {
        operation.parameters.iter_mut().for_each(|parameter| see(&mut parameter.type_));
        for body in &mut operation.bodies {
            match &mut body.content {
                BodyContent::Json(type_)
                | BodyContent::Text(type_)
                | BodyContent::Form(type_, _)
                | BodyContent::Multipart(type_, _) => see(type_),
                BodyContent::Bytes => {}
            }
        }
        operation.events.iter_mut().for_each(&mut *see);
        operation.headers.iter_mut().for_each(|header| see(&mut header.type_));
        for response in &mut operation.responses {
            if let Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _) = &mut response.payload {
                see(type_);
            }
        }
        for outcome in [&mut operation.success, &mut operation.failure] {
            if let Outcome::One(Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _)) = outcome {
                see(type_);
            }
        }
    }
    for row in api.status_enums.iter_mut().flat_map(|statuses| &mut statuses.rows) {
        if let Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _) = &mut row.payload {
            see(type_);
        }
    }
}
