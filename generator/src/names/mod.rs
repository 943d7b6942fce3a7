//! Rust names for everything in an [`Api`].
//!
//! What people chose in the settings comes first, then the names that were given before, which the lock keeps. All other
//! names follow from the document alone, in its order.

mod builder;
mod credentials;
mod file_name;
mod groups;
pub(crate) mod identifier;
pub(crate) mod inflection;
mod letters;
mod lock_keys;
mod locked;
mod members;
mod operations;
mod scope;
mod servers;
mod signs;
mod status_enums;
mod types;
mod variants;

use indexmap::IndexMap;

pub use credentials::CredentialNames;
pub use file_name::is_device_name;
pub use groups::GroupNames;
pub use members::MemberNames;
pub use servers::ServerNames;
pub use status_enums::StatusEnumNames;

use crate::diagnostics::Diagnostics;
use crate::ir::{Api, GroupId, IdVec, OperationId, StatusEnumId, TypeId};
use crate::settings::{NamesLock, Settings};
use builder::NameBuilder;

/// The names of a type.
#[derive(Clone, Debug)]
pub struct TypeNames {
    /// The type, such as `Conversation`.
    pub name: String,
    /// The module in which it stands, such as `conversation`.
    pub module: String,
    /// The names in it.
    pub members: TypeMembers,
}

/// The names in a type.
#[derive(Clone, Debug)]
pub enum TypeMembers {
    /// Of a struct.
    Struct(MemberNames),
    /// Of an enum or a union: its variants in order.
    Variants(Vec<String>),
    /// An alias has none.
    None,
}

/// The names of an operation.
#[derive(Clone, Debug)]
pub struct OperationNames {
    /// The method of its group, such as `get`.
    pub method: String,
    /// The type that stands for it, such as `GetConversation`.
    pub marker: String,
    /// The alias of its call, such as `GetConversationCall`.
    pub call: String,
    /// Its parameters, as arguments and as setters, in the order of the operation.
    pub parameters: Vec<String>,
    /// The constants of the headers of its responses.
    pub headers: Vec<String>,
    /// What sends the body in each way but the first: methods of the group where a body is required, else setters.
    pub bodies: Vec<String>,
}

/// The Rust names of everything in an API.
#[derive(Clone, Debug)]
pub struct Names {
    client: String,
    types: IdVec<TypeId, TypeNames>,
    groups: IdVec<GroupId, GroupNames>,
    operations: IdVec<OperationId, OperationNames>,
    status_enums: IdVec<StatusEnumId, StatusEnumNames>,
    credentials: IndexMap<String, CredentialNames>,
    servers: ServerNames,
    lock: NamesLock,
}

impl Names {
    /// Names everything.
    pub fn assign(api: &Api, settings: &Settings, diagnostics: &mut Diagnostics) -> Self {
        NameBuilder::new(api, settings).build(diagnostics)
    }

    /// The names that an update of the document could move, to be kept for the next time.
    pub fn lock(&self) -> &NamesLock {
        &self.lock
    }

    /// What the client calls itself, in lower case with hyphens.
    pub fn client(&self) -> &str {
        &self.client
    }

    /// The names of a type.
    pub fn type_(&self, id: TypeId) -> &TypeNames {
        &self.types[id]
    }

    /// The names of a group.
    pub fn group(&self, id: GroupId) -> &GroupNames {
        &self.groups[id]
    }

    /// The names of an operation.
    pub fn operation(&self, id: OperationId) -> &OperationNames {
        &self.operations[id]
    }

    /// The names of an enum by status.
    pub fn status_enum(&self, id: StatusEnumId) -> &StatusEnumNames {
        &self.status_enums[id]
    }

    /// The names of the servers and of what may differ in their URLs.
    pub fn servers(&self) -> &ServerNames {
        &self.servers
    }

    /// The names around the credential of a security scheme.
    pub fn credential(&self, scheme: &str) -> Option<&CredentialNames> {
        self.credentials.get(scheme)
    }
}
