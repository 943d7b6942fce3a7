//! How large values are, roughly, so that only enums by status that need it carry an allowance for large variants.

use super::Emitter;
use crate::ir::{Integer, Payload, Presence, StatusRow, Type, TypeId, TypeKind};

/// Where clippy sees a large variant (`clippy::large_enum_variant`, 200 bytes), less what an estimate may miss.
const DIFFERENCE: usize = 150;

impl Emitter<'_> {
    /// Whether one of what an operation answers by status is much larger than all others.
    pub(crate) fn has_large_row(&self, rows: &[StatusRow]) -> bool {
        let sizes = rows.iter().map(|row| match &row.payload {
            Payload::None => 0,
            Payload::Binary => 32,
            Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _) => self.size(type_),
        });
        is_uneven(sizes.collect())
    }

    fn size(&self, type_: &Type) -> usize {
        match type_ {
            Type::Boolean => 1,
            Type::Integer(Integer::I32) => 4,
            Type::Integer(Integer::I64 | Integer::U64) | Type::Number => 8,
            Type::Integer(Integer::I128) => 16,
            Type::Any => 32,
            Type::File => 96,
            Type::String | Type::DateTime | Type::Date | Type::Uuid | Type::Base64 => 24,
            Type::Array(_) | Type::Map(_) | Type::Form => 24,
            // Nobody knows; most such types are small.
            Type::Custom(_) => 24,
            Type::Nullable(inner) => self.size(inner),
            Type::Tuple(elements) => elements.iter().map(|element| self.size(element)).sum(),
            Type::Named(id) => {
                let known = self.sizes.borrow().get(id).copied();
                known.unwrap_or_else(|| {
                    // What leads back here does so through a pointer; aliases alone could go round for ever.
                    self.sizes.borrow_mut().insert(*id, 24);
                    let size = self.definition_size(*id);
                    self.sizes.borrow_mut().insert(*id, size);
                    size
                })
            }
        }
    }

    fn definition_size(&self, id: TypeId) -> usize {
        match &self.api.definition(id).kind {
            TypeKind::Struct(object) => {
                let fields = object.fields.iter().map(|field| {
                    if self.graph.is_held_boxed(id, &field.type_) {
                        return 8;
                    }
                    let size = self.size(&field.type_);
                    let tagged = self.graph.presence(id, object, field) != Presence::Required && size < 24;
                    if tagged { (size * 2).min(16) } else { size }
                });
                fields.sum::<usize>() + object.extra.iter().count() * 24
            }
            TypeKind::StringEnum(_) => 24,
            TypeKind::IntegerEnum(_) => 32,
            TypeKind::Union(union) => {
                let variants = union.variants.iter().map(|variant| {
                    if self.graph.is_held_boxed(id, &variant.type_) { 8 } else { self.size(&variant.type_) }
                });
                variants.max().unwrap_or_default().max(24) + 8
            }
            TypeKind::Alias(type_) => self.size(type_),
        }
    }
}

/// Whether one of these is much larger than all others.
fn is_uneven(mut sizes: Vec<usize>) -> bool {
    // What no variant takes is kept as a JSON value.
    sizes.push(32);
    sizes.sort_unstable();
    match sizes.as_slice() {
        [.., second, first] => first - second >= DIFFERENCE,
        _ => false,
    }
}
