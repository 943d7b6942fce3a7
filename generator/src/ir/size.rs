//! The approximate size of values in memory, and the choice of values behind a pointer so that they fit on the stack.
//!
//! A build without optimization decodes a struct through about ten functions, each of which holds a copy of it. Nested
//! structs add up:
//!
//! ```text
//! Order { customer: Customer { address: Address { … } } }      11 × (size of Order + of Customer + of Address)
//! ```
//!
//! The thread of a test or of tokio has a stack of 2 MiB. A type whose path downward needs more than a share of that
//! holds its large values behind a pointer.

use super::{Api, Edges, Graph, IdVec, Presence, Struct, Type, TypeId, TypeKind, Union, ordered_components};

/// The number of copies of a value on the stack while it is decoded without optimization.
const COPIES: usize = 11;

/// The number of bytes on the stack for decoding a value, in addition to its copies.
const FRAMES: usize = 2 << 10;

/// The assumed nesting depth of values of recursive types.
const RECURSIONS: usize = 8;

/// The number of bytes on the stack that decoding a type may take before its large values are put behind pointers. A
/// type above this limit still needs the share of its own size.
const STACK: usize = 512 << 10;

/// The maximum size of a value that is never put behind a pointer.
const SMALL: usize = 128;

/// The size of a pointer.
const POINTER: usize = 8;

/// The size of a `String`, a `Vec` and a `BTreeMap`.
const COLLECTION: usize = 24;

/// The sizes of all types.
#[derive(Clone, Debug, Default)]
pub(super) struct Sizes {
    /// The size of each type.
    of: IdVec<TypeId, usize>,
    /// Whether a type holds its large values behind a pointer.
    is_relieved: IdVec<TypeId, bool>,
}

impl Sizes {
    /// Returns the sizes of the types that have a new id.
    pub(super) fn retained(self, types: &IdVec<TypeId, Option<TypeId>>) -> Self {
        Self { of: self.of.retained(types), is_relieved: self.is_relieved.retained(types) }
    }

    /// Returns `true` if `owner` holds `held` behind a pointer because of its size.
    pub(super) fn is_boxed(&self, owner: TypeId, held: TypeId) -> bool {
        self.is_relieved[owner] && self.of[held] > SMALL
    }
}

impl Graph {
    /// Returns the approximate size of a value of this type.
    pub fn size(&self, type_: &Type) -> usize {
        match type_ {
            Type::Scalar(scalar) => scalar.size(),
            Type::Array(_) | Type::Map(_) => COLLECTION,
            // The size is unknown; most such types are small.
            Type::Custom(_) => COLLECTION,
            Type::Nullable(inner) => self.size(inner),
            Type::Tuple(elements) => elements.iter().map(|element| self.size(element)).sum(),
            Type::Named(id) => self.sizes.of[*id],
        }
    }

    /// Computes the sizes, and puts values behind pointers that would take too much of the stack.
    pub(super) fn measure(&mut self, api: &Api, all: &Edges, direct: &Edges) {
        // A type whose size is not computed yet is reached only through a pointer or a cycle of aliases.
        self.sizes = Sizes { of: IdVec::filled(COLLECTION, all.len()), is_relieved: IdVec::filled(false, all.len()) };
        let mut position = IdVec::filled(0, all.len());
        for (at, id) in ordered_components(direct).into_iter().flatten().enumerate() {
            position[id] = at;
        }
        let (mut stack, mut component) = (IdVec::filled(0, all.len()), IdVec::filled(usize::MAX, all.len()));
        for (number, mut members) in ordered_components(all).into_iter().enumerate() {
            members.sort_by_key(|id| position[*id]);
            members.iter().for_each(|id| component[*id] = number);
            let below = members.iter().flat_map(|id| &all[*id]).map(|to| stack[*to]).max().unwrap_or_default();
            let is_recursive = members.iter().any(|id| all[*id].iter().any(|to| component[*to] == number));
            let times = if is_recursive { RECURSIONS } else { 1 };
            let needed = |size: usize| below + times * (FRAMES + COPIES.saturating_mul(size));
            let mut most = 0;
            for id in members.iter().copied() {
                let mut size = self.definition_size(api, id);
                if needed(size) > STACK {
                    self.sizes.is_relieved[id] = true;
                    size = self.definition_size(api, id);
                }
                self.sizes.of[id] = size;
                most = most.max(needed(size));
            }
            members.iter().for_each(|id| stack[*id] = most);
        }
    }

    fn definition_size(&self, api: &Api, id: TypeId) -> usize {
        match &api.definition(id).kind {
            TypeKind::Struct(object) => self.struct_size(id, object),
            TypeKind::StringEnum(_) => COLLECTION,
            TypeKind::IntegerEnum(_) => 32,
            TypeKind::Union(union) => self.union_size(id, union),
            TypeKind::Alias(type_) => self.held_size(id, type_),
        }
    }

    fn struct_size(&self, id: TypeId, object: &Struct) -> usize {
        let fields = object.fields.iter().map(|field| {
            let size = self.held_size(id, &field.type_);
            // Pointers and collections have a niche for the absent value.
            let has_room = size >= COLLECTION || self.is_held_boxed(id, &field.type_);
            let is_tagged = self.presence(id, object, field) != Presence::Required && !has_room;
            if is_tagged { (size * 2).min(16) } else { size }
        });
        fields.fold(0, usize::saturating_add) + object.extra.iter().count() * COLLECTION
    }

    fn union_size(&self, id: TypeId, union: &Union) -> usize {
        let variants = union.variants.iter().map(|variant| self.held_size(id, &variant.type_));
        variants.max().unwrap_or_default().max(COLLECTION) + 8
    }

    fn held_size(&self, owner: TypeId, type_: &Type) -> usize {
        if self.is_held_boxed(owner, type_) { POINTER } else { self.size(type_) }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::ir::{Graph, Holder, TypeKind};
    use crate::settings::Settings;
    use crate::source::Document;

    /// Plans structs that each hold this number of values of the next one and of strings, and returns the holder of
    /// each field.
    fn holders(levels: usize, held: usize, strings: usize) -> Vec<Holder> {
        let mut text =
            "openapi: 3.0.3\ninfo: {title: Wide, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n".to_owned();
        for level in 0..levels {
            let next = (0..held).map(|at| format!("n{at}: {{$ref: '#/components/schemas/M{}'}}", level + 1));
            let strings = (0..strings).map(|at| format!("s{at}: {{type: string}}"));
            let properties: Vec<String> = next.chain(strings).collect();
            text += &format!("    M{level}: {{type: object, properties: {{{}}}}}\n", properties.join(", "));
        }
        text +=
            &format!("    M{levels}: {{type: object, properties: {{s: {{type: string}}, n: {{type: integer}}}}}}\n");
        let document = Document::parse("openapi.yaml", text).unwrap();
        let client = crate::Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).unwrap();
        let (api, graph) = (client.api(), Graph::new(client.api()));
        let structs = api.type_ids().filter_map(|id| match &api.definition(id).kind {
            TypeKind::Struct(object) => Some((id, object)),
            _ => None,
        });
        structs
            .flat_map(|(id, object)| {
                object.fields.iter().map(|field| graph.holder(id, &field.type_)).collect::<Vec<_>>()
            })
            .collect()
    }

    fn boxes(levels: usize, held: usize, strings: usize) -> usize {
        holders(levels, held, strings).into_iter().filter(|holder| *holder == Holder::Box).count()
    }

    #[test]
    fn ordinary_structs_hold_each_other_inline() {
        assert_eq!(boxes(6, 1, 20), 0);
        assert_eq!(boxes(3, 4, 10), 0);
    }

    #[test]
    fn values_that_multiply_are_held_in_boxes() {
        assert!(boxes(3, 20, 0) > 0);
        assert!(boxes(40, 3, 0) > 0);
    }

    #[test]
    fn wide_structs_that_nest_are_held_in_boxes() {
        assert!(boxes(15, 1, 300) > 8);
        assert_eq!(boxes(1, 1, 300), 0);
    }
}
