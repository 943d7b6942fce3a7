//! The uses of types, which describe types that the document does not describe.
//!
//! ```text
//! Charge: { customer: Customer }     GET /customers/{id} → Customer
//!
//! Customer is the response of `GET /customers/{id}`, and the type of `customer` of `Charge`
//! ```

use std::collections::BTreeMap;

use super::{Api, BodyContent, IdVec, Operation, OperationId, Outcome, Payload, Type, TypeId, TypeKind};

/// A location that holds values of a type. The most informative kinds are first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// The body of a request.
    Body(OperationId),
    /// The body of a successful response.
    Response(OperationId),
    /// An event of a stream.
    Event(OperationId),
    /// The field of a struct, by its position.
    Field(TypeId, usize),
    /// A parameter, by its position.
    Parameter(OperationId, usize),
    /// A response header, by its position.
    Header(OperationId, usize),
    /// A variant of a union.
    Variant(TypeId),
    /// The elements of an alias, or the undeclared properties of a struct.
    Element(TypeId),
    /// The body of a response that reports an error.
    Error(OperationId),
    /// The body of a request that the server sends to a webhook or a callback.
    Received,
}

/// The locations that use one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// The most informative use, the first of its kind in document order.
    pub first: Option<Use>,
    /// The number of other types and operations that use it.
    pub others: usize,
}

impl Api {
    /// Returns the uses of each type.
    ///
    /// A type or an operation that uses a type several times counts once. Uses of a type by itself do not count.
    pub fn uses(&self) -> IdVec<TypeId, Uses> {
        let mut uses = IdVec::filled(Uses::default(), self.types.len());
        for id in self.type_ids() {
            let mut own = first_uses(self.type_uses(id));
            own.remove(&id);
            add_user(&mut uses, own);
        }
        for (id, operation) in self.numbered_operations() {
            add_user(&mut uses, first_uses(self.operation_uses(id, operation)));
        }
        for webhook in &self.received {
            add_user(&mut uses, first_uses(vec![(Use::Received, &webhook.type_)]));
        }
        uses
    }

    fn type_uses(&self, id: TypeId) -> Vec<(Use, &Type)> {
        match &self.definition(id).kind {
            TypeKind::Struct(object) => {
                let fields = object.fields.iter().enumerate().map(|(at, field)| (Use::Field(id, at), &field.type_));
                fields.chain(object.extra.iter().map(|extra| (Use::Element(id), extra))).collect()
            }
            TypeKind::Union(union) => union.variants.iter().map(|variant| (Use::Variant(id), &variant.type_)).collect(),
            TypeKind::Alias(type_) => vec![(Use::Element(id), type_)],
            TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => Vec::new(),
        }
    }

    fn operation_uses<'a>(&'a self, id: OperationId, operation: &'a Operation) -> Vec<(Use, &'a Type)> {
        let parameters = operation.parameters.iter().enumerate();
        let headers = operation.headers.iter().enumerate();
        let mut uses: Vec<(Use, &Type)> =
            operation.bodies.iter().filter_map(|body| Some((Use::Body(id), body.content.type_()?))).collect();
        uses.extend(self.outcome_types(&operation.success).map(|type_| (Use::Response(id), type_)));
        uses.extend(operation.events.iter().map(|type_| (Use::Event(id), type_)));
        uses.extend(parameters.map(|(at, parameter)| (Use::Parameter(id, at), &parameter.type_)));
        uses.extend(headers.map(|(at, header)| (Use::Header(id, at), &header.type_)));
        uses.extend(self.outcome_types(&operation.failure).map(|type_| (Use::Error(id), type_)));
        uses
    }

    fn outcome_types<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = &'a Type> {
        let (one, rows) = match outcome {
            Outcome::One(payload) => (Some(payload), &[][..]),
            Outcome::ByStatus(id) => (None, self.status_enum(*id).rows.as_slice()),
        };
        one.into_iter().chain(rows.iter().map(|row| &row.payload)).filter_map(Payload::type_)
    }
}

impl Payload {
    /// Returns the type of the body, or `None` if it is empty or bytes.
    pub fn type_(&self) -> Option<&Type> {
        match self {
            Self::Json(type_) | Self::Text(type_) | Self::Events(type_, _) => Some(type_),
            Self::None | Self::Binary => None,
        }
    }
}

impl BodyContent {
    /// Returns the type of the body, or `None` if it is bytes.
    pub fn type_(&self) -> Option<&Type> {
        match self {
            Self::Json(type_) | Self::Form(type_, _) | Self::Multipart(type_, _) | Self::Text(type_) => Some(type_),
            Self::Bytes => None,
        }
    }
}

/// Returns the types that one type or operation uses, each with its most informative use.
fn first_uses(uses: Vec<(Use, &Type)>) -> BTreeMap<TypeId, Use> {
    let mut first = BTreeMap::new();
    for (place, type_) in uses {
        type_.for_each_named(&mut |id| {
            let known = first.entry(id).or_insert(place);
            *known = place.min(*known);
        });
    }
    first
}

fn add_user(uses: &mut IdVec<TypeId, Uses>, user: BTreeMap<TypeId, Use>) {
    for (id, place) in user {
        let Some(known) = uses.get_mut(id) else { continue };
        known.others += usize::from(known.first.is_some());
        known.first = Some(known.first.map_or(place, |first| first.min(place)));
    }
}
