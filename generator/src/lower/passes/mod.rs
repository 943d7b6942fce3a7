//! The arena at the end: types that became others are replaced and leave no gaps.

mod dedupe;
mod examples;

use std::collections::{HashMap, HashSet};

use super::operation::{outcome, stream_rules};
use super::{Lowering, pagination};
use crate::ir::{Api, BodyContent, NameHint, Outcome, Owner, Payload, Type, TypeId, TypeKind};
use dedupe::join_contexts;

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
        let mut uses = uses(&mut self.api);
        self.name_forms(&representatives, &mut kept, &mut uses);
        for replaced in std::mem::take(&mut self.files) {
            let replaced = representatives[replaced.0];
            let is_inline = matches!(self.api.types[replaced.0].name, NameHint::Inline(_));
            kept[replaced.0] &= !is_inline || uses[replaced.0] > 0;
        }
        outcome::simplify(&mut self.api);
        compact(&mut self.api, &kept);
        stream_rules::tell_ends(&mut self.api);
        stream_rules::tell_errors(&mut self.api);
        pagination::paginate(&mut self.api, self.model, self.pagination, self.diagnostics);
        examples::collect(&mut self.api, self.model);
        self.api
    }

    /// A form takes the name of the component it was made of when nothing else uses that.
    fn name_forms(&mut self, representatives: &[TypeId], kept: &mut [bool], uses: &mut [usize]) {
        let mut moves = Vec::new();
        for (form, component) in std::mem::take(&mut self.forms) {
            let (form, component) = (representatives[form.0], representatives[component.0]);
            if kept[component.0] && uses[component.0] == 0 {
                kept[component.0] = false;
                self.api.types[form.0].name = self.api.types[component.0].name.clone();
                let mut removed = std::mem::replace(&mut self.api.types[component.0].kind, TypeKind::Alias(Type::Any));
                each_type_of(&mut removed, &mut |type_| count_uses(type_, Some(component), &mut |id| uses[id.0] -= 1));
                moves.push((component, form));
            }
        }
        own_instead(&mut self.api, &moves);
    }
}

/// Gives what is in the first type of each pair to the second, as if one pair after the other was applied.
fn own_instead(api: &mut Api, moves: &[(TypeId, TypeId)]) {
    if moves.is_empty() {
        return;
    }
    let mut owners: HashMap<TypeId, TypeId> = HashMap::new();
    for (from, to) in moves.iter().rev() {
        owners.insert(*from, owners.get(to).copied().unwrap_or(*to));
    }
    for definition in &mut api.types {
        let NameHint::Inline(contexts) = &mut definition.name else { continue };
        for context in contexts.iter_mut() {
            if let Owner::Type(owner) = &mut context.owner {
                *owner = owners.get(owner).copied().unwrap_or(*owner);
            }
        }
        let mut seen = HashSet::new();
        contexts.retain(|context| seen.insert(context.clone()));
    }
}

/// Counts for each type how often anything but the type itself refers to it.
fn uses(api: &mut Api) -> Vec<usize> {
    let mut uses = vec![0; api.types.len()];
    for (id, definition) in api.types.iter_mut().enumerate() {
        let own = Some(TypeId(id));
        each_type_of(&mut definition.kind, &mut |type_| count_uses(type_, own, &mut |used| uses[used.0] += 1));
    }
    each_type_outside(api, &mut |type_| count_uses(type_, None, &mut |used| uses[used.0] += 1));
    uses
}

/// Counts the types that one mentions, except the type that mentions them.
fn count_uses(type_: &Type, own: Option<TypeId>, count: &mut dyn FnMut(TypeId)) {
    match type_ {
        Type::Named(id) if own != Some(*id) => count(*id),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => count_uses(inner, own, count),
        Type::Tuple(elements) => elements.iter().for_each(|element| count_uses(element, own, count)),
        _ => {}
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
    api.types.iter_mut().for_each(|definition| each_type_of(&mut definition.kind, see));
    each_type_outside(api, see);
}

/// Shows every use of a type in another.
fn each_type_of(kind: &mut TypeKind, see: &mut dyn FnMut(&mut Type)) {
    match kind {
        TypeKind::Struct(object) => {
            object.fields.iter_mut().for_each(|field| see(&mut field.type_));
            object.extra.iter_mut().for_each(&mut *see);
        }
        TypeKind::Union(union) => union.variants.iter_mut().for_each(|variant| see(&mut variant.type_)),
        TypeKind::Alias(type_) => see(type_),
        TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => {}
    }
}

/// Shows every use of a type outside of types: in operations, and in what the server sends by itself.
fn each_type_outside(api: &mut Api, see: &mut dyn FnMut(&mut Type)) {
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
