//! The intermediate representation: one API as plain data, after everything OpenAPI-specific has been
//! decided and before anything Rust-specific has.
//!
//! Nothing in here knows a Rust identifier, a token or a keyword of the document. Every node keeps the
//! [`Pointer`] it came from, so that later stages can still say where.

mod depth;
mod documentation;
mod graph;
mod ids;
mod operation;
mod pagination;
mod scalar;
mod security;
mod server;
mod size;
mod stream_rules;
mod types;
mod uses;

pub use documentation::{Bound, Constraints, Documentation};
pub use graph::{Edges, Graph, Holder, Usage, ordered_components};
pub use ids::{GroupId, Id, IdVec, OperationId, StatusEnumId, TypeId};
pub use operation::{
    Body, BodyContent, EventForm, Group, Header, HeaderFormat, Operation, Outcome, Parameter, ParameterLocation,
    ParameterStyle, PartEncoding, Payload, Response, ResponseHeader, SecurityNeed, StatusEnum, StatusRow, Statuses,
};
pub use pagination::{PageSize, Pagination, PaginationSource, PaginationStyle};
pub use scalar::{RustType, Scalar, ScalarTraits, ValueKind};
pub use security::{Flow, SecurityScheme, SecuritySchemeKind, TokenSource};
pub use server::{Server, ServerVariable};
pub use stream_rules::StreamRules;
pub use types::{
    Custom, Definition, Enumeration, EnumerationValue, Field, Integer, Literal, MemberTest, NameContext, NameHint,
    Owner, Presence, Role, ShapeTest, Struct, StructForm, Tag, TagDispatch, Type, TypeKind, Union, UnionDispatch,
    UnionRow, Variant,
};
pub use uses::{Use, Uses};

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use crate::source::Pointer;

/// One API: what a document says, free of how it says it.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// The document's `info.title`.
    pub title: String,
    /// The document's `info.version`.
    pub version: String,
    /// The document's `info.description`.
    pub documentation: Documentation,
    /// The absolute URL of the documentation that the document names in `externalDocs`.
    pub documentation_url: Option<String>,
    /// The servers in document order.
    pub servers: Vec<Server>,
    /// Security schemes by their name in the document.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// Every type, in document order; a [`TypeId`] is a place in here.
    pub types: Vec<Definition>,
    /// Groups of operations in document order; a [`GroupId`] is a place in here.
    pub groups: Vec<Group>,
    /// Operations in document order; an [`OperationId`] is a place in here.
    pub operations: Vec<Operation>,
    /// The types of what the server sends by itself, to webhooks and callbacks.
    pub received: Vec<Type>,
    /// What operations answer when that depends on the status; a [`StatusEnumId`] is a place in here.
    pub status_enums: Vec<StatusEnum>,
    /// The places of values that the document says something about, but that any JSON value stands for.
    pub fallbacks: IndexSet<Pointer>,
    /// The examples of the document for what requests need, by the origin of a parameter, a body, a field or a definition;
    /// without long strings and nulls.
    pub examples: HashMap<Pointer, Value>,
}

impl Api {
    /// The definition of a type.
    pub fn definition(&self, id: TypeId) -> &Definition {
        &self.types[id.0]
    }

    /// Returns an operation.
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    /// Returns a group of operations.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.0]
    }

    /// Returns an enum by status.
    pub fn status_enum(&self, id: StatusEnumId) -> &StatusEnum {
        &self.status_enums[id.0]
    }

    /// The servers that a client can be sent to: those with an absolute URL.
    pub fn absolute_servers(&self) -> impl Iterator<Item = &Server> {
        self.servers.iter().filter(|server| server.is_absolute)
    }

    /// Whether there are several servers to choose from.
    pub fn has_server_choice(&self) -> bool {
        self.absolute_servers().nth(1).is_some()
    }

    /// Returns the operations of each group, in document order.
    pub fn operations_by_group(&self) -> IdVec<GroupId, Vec<OperationId>> {
        let mut groups = IdVec::filled(Vec::new(), self.groups.len());
        for (id, operation) in self.numbered_operations() {
            if let Some(group) = groups.get_mut(operation.group) {
                group.push(id);
            }
        }
        groups
    }

    /// The ids of all types in document order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// Returns each operation with its id, in document order.
    pub fn numbered_operations(&self) -> impl Iterator<Item = (OperationId, &Operation)> + Clone {
        self.operations.iter().enumerate().map(|(position, operation)| (OperationId(position), operation))
    }

    /// Returns each enum by status with its id, in document order.
    pub fn numbered_status_enums(&self) -> impl Iterator<Item = (StatusEnumId, &StatusEnum)> + Clone {
        self.status_enums.iter().enumerate().map(|(position, status_enum)| (StatusEnumId(position), status_enum))
    }
}
