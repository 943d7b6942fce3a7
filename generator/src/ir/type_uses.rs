//! Visits every use of a type in an API.

use super::{Api, BodyContent, Outcome, Payload, Type, TypeId, TypeKind};

/// Visits every use of a type in an API.
pub(crate) fn each_type(api: &mut Api, see: &mut dyn FnMut(&mut Type)) {
    api.types.iter_mut().for_each(|definition| each_type_of(&mut definition.kind, see));
    each_type_outside(api, see);
}

/// Visits every use of a type in a definition.
pub(crate) fn each_type_of(kind: &mut TypeKind, see: &mut dyn FnMut(&mut Type)) {
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

/// Visits every use of a type outside of definitions: in operations, and in webhooks and callbacks.
fn each_type_outside(api: &mut Api, see: &mut dyn FnMut(&mut Type)) {
    api.received.iter_mut().for_each(|webhook| see(&mut webhook.type_));
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
        operation.pagination.iter_mut().for_each(|pagination| see(&mut pagination.item));
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

/// Returns the number of uses of each type, except for uses by itself.
pub(crate) fn uses(api: &mut Api) -> Vec<usize> {
    let mut uses = vec![0; api.types.len()];
    for (id, definition) in api.types.iter_mut().enumerate() {
        let own = Some(TypeId(id));
        each_type_of(&mut definition.kind, &mut |type_| count_uses(type_, own, &mut |used| uses[used.0] += 1));
    }
    each_type_outside(api, &mut |type_| count_uses(type_, None, &mut |used| uses[used.0] += 1));
    uses
}

/// Counts the types in a type, except `own`.
pub(crate) fn count_uses(type_: &Type, own: Option<TypeId>, count: &mut dyn FnMut(TypeId)) {
    match type_ {
        Type::Named(id) if own != Some(*id) => count(*id),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => count_uses(inner, own, count),
        Type::Tuple(elements) => elements.iter().for_each(|element| count_uses(element, own, count)),
        _ => {}
    }
}

/// Replaces every type with the one at its index in `numbers`.
pub(crate) fn replace(api: &mut Api, numbers: &[TypeId]) {
    each_type(api, &mut |type_| rename(type_, numbers));
}

pub(crate) fn rename(type_: &mut Type, numbers: &[TypeId]) {
    match type_ {
        Type::Named(id) => *id = numbers[id.0],
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => rename(inner, numbers),
        Type::Tuple(elements) => elements.iter_mut().for_each(|element| rename(element, numbers)),
        _ => {}
    }
}
