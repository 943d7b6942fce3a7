//! Counts the names of types that belong to another location: the names that a type borrows.
//!
//! ```text
//! `customer` of AlipayAccount and of PaymentIntent, both `AlipayAccountCustomer`    borrowed by PaymentIntent
//! the same, both `Customer`                                                         neutral
//! the same, `AlipayAccountCustomer` and `PaymentIntentCustomer`                     own
//! ```
//!
//! The count follows from the `Api` and the `Names` alone: the code that assigns names has no part in it.

use std::collections::{BTreeSet, HashMap};

use apiarist::ir::{Api, NameHint, OperationId, Owner, TypeId};
use apiarist::names::Names;
use serde::{Deserialize, Serialize};

/// The maximum length of a type name in characters.
pub const LONGEST: usize = 60;

/// The number of examples in a report.
const LISTED: usize = 5;

/// The counts of one client's type names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeNameCounts {
    /// The number of types.
    pub types: u64,
    /// The number of types whose name belongs to some of their owners, but not to all.
    pub borrowed: u64,
    /// The number of owners whose types have a borrowed name.
    pub borrowers: u64,
    /// The number of names that are longer than [`LONGEST`].
    pub long: u64,
    /// The length of the longest name.
    pub longest: u64,
    /// The first borrowed names, each with an owner that the name does not mention.
    pub examples: Vec<String>,
}

impl TypeNameCounts {
    /// Counts the type names of a client.
    pub fn new(api: &Api, names: &Names) -> Self {
        let mut counts = Self::default();
        let mut owners = Owners { api, known: HashMap::new() };
        for id in api.type_ids() {
            let name = &names.type_(id).name;
            let length = name.chars().count();
            counts.types += 1;
            counts.long += u64::from(length > LONGEST);
            counts.longest = counts.longest.max(length as u64);
            let roots = owners.roots(id);
            let lacking: Vec<String> =
                roots.iter().map(|root| root_name(*root, names)).filter(|root| !has_part(name, root)).collect();
            // A name that has the part of no owner is neutral.
            if !lacking.is_empty() && lacking.len() < roots.len() {
                counts.borrowed += 1;
                counts.borrowers += lacking.len() as u64;
                if counts.examples.len() < LISTED {
                    counts.examples.extend(lacking.first().map(|root| format!("`{name}` of {root}")));
                }
            }
        }
        counts.long += names_of_operations(api, names).filter(|name| name.chars().count() > LONGEST).count() as u64;
        counts
    }
}

/// Returns the names of the types in the modules of operations.
fn names_of_operations<'n>(api: &'n Api, names: &'n Names) -> impl Iterator<Item = &'n str> {
    let operations = api.numbered_operations().map(|(id, _)| names.operation(id));
    let operations = operations.flat_map(|operation| [operation.marker.as_str(), operation.call.as_str()]);
    operations.chain(api.numbered_status_enums().map(|(id, _)| names.status_enum(id).type_name.as_str()))
}

/// A component or operation that contains inline types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Root {
    Component(TypeId),
    Operation(OperationId),
}

fn root_name(root: Root, names: &Names) -> String {
    match root {
        Root::Component(id) => names.type_(id).name.clone(),
        Root::Operation(id) => names.operation(id).marker.clone(),
    }
}

/// The roots of types, each determined once.
struct Owners<'a> {
    api: &'a Api,
    known: HashMap<TypeId, BTreeSet<Root>>,
}

impl Owners<'_> {
    /// Returns the components and operations that contain a type. The only root of a component is the component itself.
    fn roots(&mut self, id: TypeId) -> BTreeSet<Root> {
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        // Types may contain each other.
        self.known.insert(id, BTreeSet::new());
        let roots: BTreeSet<Root> = match &self.api.definition(id).name {
            NameHint::Component(_) => [Root::Component(id)].into(),
            NameHint::Inline(contexts) => contexts
                .iter()
                .flat_map(|context| match context.owner {
                    Owner::Type(owner) => self.roots(owner),
                    Owner::Operation(operation) => [Root::Operation(operation)].into(),
                })
                .collect(),
        };
        self.known.insert(id, roots.clone());
        roots
    }
}

/// Returns `true` if a name begins with the name of an owner, or with the beginning of that name if it is shortened.
fn has_part(name: &str, owner: &str) -> bool {
    let owner = owner.strip_suffix("Operation").unwrap_or(owner);
    let head = owner.char_indices().nth(HEAD).map_or(owner, |(end, _)| &owner[..end]);
    let is_shortened = (SHORTENED..=LONGEST).contains(&name.chars().count());
    name.starts_with(owner) || (is_shortened && name.starts_with(head))
}

/// The minimum length of a shortened name in characters.
const SHORTENED: usize = 45;

/// The minimum number of leading characters that a shortened name keeps.
const HEAD: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_has_the_part_of_an_owner_that_it_begins_with() {
        assert!(has_part("PaymentIntentCustomer", "PaymentIntent"));
        assert!(has_part("GetPetError", "GetPetOperation"));
        assert!(!has_part("AlipayAccountCustomer", "PaymentIntent"));
        assert!(!has_part("Customer", "PaymentIntent"));
    }
}
