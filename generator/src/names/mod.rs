//! Rust names for everything in an [`Api`].
//!
//! Overrides in the settings take precedence, then the locked names of previous runs. All other names depend on the
//! document alone, but not on its order.

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
mod overrides;
mod scope;
mod servers;
mod shared_definitions;
mod signs;
mod status_enums;
mod types;
mod variants;

pub use credentials::CredentialNames;
pub use file_name::is_device_name;
pub(crate) use file_name::{fingerprint, shortened};
pub use groups::GroupNames;
pub use members::MemberNames;
pub(crate) use overrides::nearest_hint;
pub use servers::ServerNames;
pub(crate) use shared_definitions::{SharedNameInputs, SharedStatusEnum, shared_names, shared_status_enum_names};
pub use status_enums::StatusEnumNames;

use crate::diagnostics::Diagnostics;
use crate::hash::{HashSet, IndexMap};
use crate::ir::{Api, GroupId, IdVec, OperationId, StatusEnumId, Subset, TypeId};
use crate::settings::{Locked, NamesLock, Settings};
use builder::NameBuilder;
use lock_keys::lock_keys;
use overrides::{NameTables, parameter_item};

/// The names of a type.
#[derive(Clone, Debug)]
pub struct TypeNames {
    /// The type name, such as `Conversation`.
    pub name: String,
    /// The module of the type, such as `conversation`.
    pub module: String,
    /// The names of its fields or variants.
    pub members: TypeMembers,
}

/// The names within a type.
#[derive(Clone, Debug)]
pub enum TypeMembers {
    /// The names of a struct.
    Struct(MemberNames),
    /// The variants of an enum or union, in order.
    Variants(Vec<String>),
    /// An alias has no names.
    None,
}

/// The names of an operation.
#[derive(Clone, Debug)]
pub struct OperationNames {
    /// The method of the group, such as `get`.
    pub method: String,
    /// The marker type of the operation, such as `GetConversation`.
    pub marker: String,
    /// The alias of the call, such as `GetConversationCall`.
    pub call: String,
    /// The parameters, as arguments and as setters, in the order of the operation.
    pub parameters: Vec<String>,
    /// The constants of the response headers.
    pub headers: Vec<String>,
    /// The methods or setters for each body except the first: methods of the group if a body is required, otherwise
    /// setters.
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
    /// Assigns all names.
    pub fn assign(api: &Api, settings: &Settings, diagnostics: &mut Diagnostics) -> Self {
        let tables = NameTables::new(api, &settings.names);
        NameBuilder::new(api, settings, &tables).build(diagnostics)
    }

    /// Returns the names of the items that a subset of an API keeps. They are those of the complete API, and so are
    /// those of items that are selected later, whether the lock has them or not.
    pub(crate) fn retained(mut self, api: &Api, subset: &Subset) -> Self {
        self.retain_locked(api, subset);
        Self {
            types: self.types.retained(subset.types()),
            groups: self.groups.retained(subset.groups()),
            operations: self.operations.retained(subset.operations()),
            status_enums: self.status_enums.retained(subset.status_enums()),
            ..self
        }
    }

    /// Drops the locked names of other items.
    fn retain_locked(&mut self, api: &Api, subset: &Subset) {
        let is_type = |id: &_| subset.types()[*id].is_some();
        let types: HashSet<&str> = api.type_ids().filter(is_type).map(|id| self.types[id].name.as_str()).collect();
        let keys = api.type_ids().filter(is_type).filter_map(|id| api.definition(id).key.as_deref());
        let keys: HashSet<&str> = keys.collect();
        let places = lock_keys(api);
        let places: HashSet<&str> =
            api.type_ids().filter(is_type).flat_map(|id| &places[id]).map(String::as_str).collect();
        let groups = subset.groups().iter().filter(|(_, number)| number.is_some());
        let tags: HashSet<&str> = groups.map(|(id, _)| api.group(id).wire_name.as_str()).collect();
        let operations = || api.numbered_operations().filter(|(id, _)| subset.operations()[*id].is_some());
        let routes: HashSet<&str> = operations().map(|(_, operation)| operation.route.as_str()).collect();
        let parameters = operations().flat_map(|(_, operation)| {
            operation.parameters.iter().map(|parameter| parameter_item(operation, parameter))
        });
        let parameters: HashSet<String> = parameters.collect();
        self.lock.retain(|what, key| match what {
            Locked::Inline => places.contains(key),
            Locked::Component => keys.contains(key),
            // The key begins with the Rust name of the type, which has no `.`.
            Locked::Field | Locked::Setter | Locked::Variant => {
                key.split_once('.').is_some_and(|(type_name, _)| types.contains(type_name))
            }
            Locked::Group | Locked::GroupType => tags.contains(key),
            Locked::Method | Locked::Operation => routes.contains(key),
            Locked::Argument => parameters.contains(key),
            // The key ends with `error` or `response`.
            Locked::Outcome => key.rsplit_once(' ').is_some_and(|(route, _)| routes.contains(route)),
        });
    }

    /// Returns the names to lock for the next run: those that an update of the document could change.
    pub fn lock(&self) -> &NamesLock {
        &self.lock
    }

    /// Returns the name of the client, in lower case with hyphens.
    pub fn client(&self) -> &str {
        &self.client
    }

    /// Returns the names of a type.
    pub fn type_(&self, id: TypeId) -> &TypeNames {
        &self.types[id]
    }

    /// Returns the names of a group.
    pub fn group(&self, id: GroupId) -> &GroupNames {
        &self.groups[id]
    }

    /// Returns the names of an operation.
    pub fn operation(&self, id: OperationId) -> &OperationNames {
        &self.operations[id]
    }

    /// Returns the names of a status enum.
    pub fn status_enum(&self, id: StatusEnumId) -> &StatusEnumNames {
        &self.status_enums[id]
    }

    /// Returns the names of the servers and of their URL variables.
    pub fn servers(&self) -> &ServerNames {
        &self.servers
    }

    /// Returns the names for the credential of a security scheme.
    pub fn credential(&self, scheme: &str) -> Option<&CredentialNames> {
        self.credentials.get(scheme)
    }
}
