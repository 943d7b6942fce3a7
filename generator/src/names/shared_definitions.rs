//! Names of definitions that several inline types share: neutral ones, which belong to no location.
//!
//! ```text
//! `customer` of Invoice and Charge     Customer
//! `status`: open, closed               StatusOpenClosed      two definitions with the role `status`: both get the
//! `status`: active, ended, paused, …   StatusActiveEnded     longer name
//! ```

use super::TypeMembers;
use super::file_name::{fingerprint, shortened_type};
use super::identifier::{pascal, split_words};
use super::status_enums::names_by_content;
use super::types::role_words;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Role, StatusRow, TypeId};
use crate::runtime_items::{names_in_operations, names_in_types};

/// The number of variants or fields that a longer name lists.
const LISTED: usize = 2;

/// The inputs of the name of a shared definition. None of them depends on the locations that share it.
pub(crate) struct SharedNameInputs<'a> {
    pub(crate) roles: &'a [Role],
    pub(crate) members: &'a TypeMembers,
    /// A hash of the definition.
    pub(crate) fingerprint: u32,
}

/// Returns the names of shared definitions, which are unique among them.
pub(crate) fn shared_names(definitions: &[SharedNameInputs<'_>]) -> Vec<String> {
    distinct(definitions.iter().map(candidates).collect(), names_in_types())
}

/// A definition that several status enums share.
pub(crate) struct SharedStatusEnum<'a> {
    pub(crate) is_failure: bool,
    pub(crate) rows: &'a [StatusRow],
}

/// Returns the names of shared status enums, which are unique among them.
pub(crate) fn shared_status_enum_names(
    definitions: &[SharedStatusEnum<'_>],
    type_name: &dyn Fn(TypeId) -> String,
) -> Vec<String> {
    let candidates = definitions.iter().map(|shared| names_by_content(shared.is_failure, shared.rows, type_name));
    distinct(candidates.collect(), names_in_operations())
}

/// Returns the first candidate of each definition, or the next one if several definitions have the same.
fn distinct(candidates: Vec<[String; 3]>, reserved: impl Iterator<Item = &'static str>) -> Vec<String> {
    let reserved: HashMap<&str, usize> = reserved.map(|name| (name, 1)).collect();
    let mut levels = vec![0; candidates.len()];
    for level in 0..2 {
        let mut counts = reserved.clone();
        for (names, own) in candidates.iter().zip(&levels) {
            *counts.entry(&names[*own]).or_default() += 1;
        }
        for (names, own) in candidates.iter().zip(&mut levels).filter(|(_, own)| **own == level) {
            *own += usize::from(counts.get(names[level].as_str()).is_some_and(|count| *count > 1));
        }
    }
    let chosen = |([short, long, certain], level): ([String; 3], usize)| match level {
        0 => short,
        1 => long,
        _ => certain,
    };
    let mut taken = HashSet::default();
    let names = candidates.into_iter().zip(levels).map(chosen);
    names.map(|name| unique(name, &mut taken)).collect()
}

/// Returns a name, or one with a further hash if another definition has the same: hashes of 32 bits can collide.
fn unique(mut name: String, taken: &mut HashSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name = shortened_type(format!("{name}X{:08x}", fingerprint(&name)));
    }
    name
}

/// Returns the name by role, with the first members, and with the hash.
fn candidates(definition: &SharedNameInputs<'_>) -> [String; 3] {
    let words = role_words(definition.roles);
    let members: &[String] = match definition.members {
        TypeMembers::Struct(members) => &members.fields,
        TypeMembers::Variants(variants) => variants,
        TypeMembers::None => &[],
    };
    let mut longer = words.clone();
    longer.extend(members.iter().take(LISTED).flat_map(|member| split_words(member.trim_start_matches("r#"))));
    let (short, long) = (pascal(&words, "Value"), pascal(&longer, "Value"));
    let certain = shortened_type(format!("{long}X{:08x}", definition.fingerprint));
    [short, long, certain]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_of_one_role_are_named_after_their_content() {
        let variants = |names: &[&str]| TypeMembers::Variants(names.iter().map(|name| (*name).to_owned()).collect());
        let status = [Role::Member("status".to_owned())];
        let option = [Role::Member("option".to_owned())];
        let (open, active, none) =
            (variants(&["Open", "Closed"]), variants(&["Active", "Ended", "Paused"]), variants(&[]));
        let named = |rows: &[(&[Role], &TypeMembers)]| {
            let inputs = rows.iter().map(|(roles, members)| SharedNameInputs { roles, members, fingerprint: 7 });
            shared_names(&inputs.collect::<Vec<_>>())
        };
        assert_eq!(named(&[(&status, &open)]), ["Status"]);
        assert_eq!(named(&[(&status, &open), (&status, &active)]), ["StatusOpenClosed", "StatusActiveEnded"]);
        assert_eq!(named(&[(&option, &none)]), ["OptionX00000007"]);
        let collided = named(&[(&status, &open), (&status, &open)]);
        assert_ne!(collided[0], collided[1]);
    }
}
