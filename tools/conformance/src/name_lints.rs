//! Counts the names of a client that rustc warns about, and its files that some systems reject. The rules are those of
//! rustc, apart from the code that makes the names.
//!
//! ```text
//! ﬁle               uncommon: `ﬁ` is not recommended in identifiers (`uncommon_codepoints`)
//! сор and cop       confusable: the letters look the same (`confusable_idents`)
//! сор alone         confusable: each letter of its script looks like a Latin one (`mixed_script_confusables`)
//! Pet.rs, pet.rs    the same file where the case of letters is ignored
//! ```
//!
//! The lint `clippy::disallowed_names` is not counted, because every generated crate allows it.

use std::collections::{BTreeSet, HashMap, HashSet};

use apiarist::Client;
use apiarist::files::Files;
use apiarist::names::TypeMembers;
use serde::{Deserialize, Serialize};
use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{GeneralSecurityProfile, is_potential_mixed_script_confusable_char};

/// The maximum length of a file name in bytes, exclusive.
const LONG_FILE: usize = 120;

/// The number of examples in a report.
const LISTED: usize = 5;

/// The counts of one client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameLints {
    /// The number of distinct names.
    pub names: u64,
    /// Names with letters that are not recommended in identifiers.
    pub uncommon: u64,
    /// Names that look like another one, or whose letters all look like Latin ones.
    pub confusable: u64,
    /// Files whose names are too long, or equal to another one if the case of letters is ignored.
    pub files: u64,
    /// The first names and files that are counted.
    pub examples: Vec<String>,
}

impl NameLints {
    /// Counts the names and the files of a client.
    pub fn new(client: &Client, files: &Files) -> Self {
        let names = names(client);
        let mut counts = Self { names: names.len() as u64, ..Self::default() };
        // rustc examines nothing in a crate whose names are all ASCII.
        if names.iter().any(|name| !name.is_ascii()) {
            let uncommon = names.iter().filter(|name| !name.chars().all(GeneralSecurityProfile::identifier_allowed));
            counts.uncommon = counts.list(uncommon.copied());
            let mut skeletons: HashMap<String, &str> = HashMap::new();
            let alike = names.iter().filter(|name| {
                let other = skeletons.insert(skeleton(name).collect(), name);
                other.is_some_and(|other| !other.is_ascii() || !name.is_ascii())
            });
            let alike: BTreeSet<&str> = alike.copied().collect();
            counts.confusable = counts.list(alike.into_iter().chain(latin_lookalikes(&names)));
        }
        let mut seen = HashSet::new();
        let paths = files.iter().map(|(path, _)| path.to_string_lossy().into_owned());
        let paths: Vec<String> = paths
            .filter(|path| {
                let is_long = path.split('/').any(|part| part.len() >= LONG_FILE);
                !seen.insert(path.to_lowercase()) || is_long
            })
            .collect();
        counts.files = counts.list(paths.iter().map(String::as_str));
        counts
    }

    /// Returns `true` if nothing is counted.
    pub fn is_clean(&self) -> bool {
        self.uncommon + self.confusable + self.files == 0
    }

    fn list<'n>(&mut self, found: impl Iterator<Item = &'n str>) -> u64 {
        let mut count = 0;
        for name in found {
            count += 1;
            if self.examples.len() < LISTED {
                self.examples.push(name.to_owned());
            }
        }
        count
    }
}

/// Returns the names with letters of a script of which no letter of the crate differs from Latin ones.
fn latin_lookalikes<'n>(names: &BTreeSet<&'n str>) -> Vec<&'n str> {
    let script = AugmentedScriptSet::for_char;
    let foreign = |name: &&str| name.chars().filter(|c| script(*c) != script('a') && !c.is_ascii()).collect::<Vec<_>>();
    let distinct: HashSet<String> = names
        .iter()
        .flat_map(foreign)
        .filter(|c| !is_potential_mixed_script_confusable_char(*c))
        .map(|c| format!("{:?}", script(c)))
        .collect();
    let looks_latin =
        |c: &char| is_potential_mixed_script_confusable_char(*c) && !distinct.contains(&format!("{:?}", script(*c)));
    names.iter().copied().filter(|name| foreign(name).iter().any(looks_latin)).collect()
}

/// Returns all names of a client, each once.
fn names(client: &Client) -> BTreeSet<&str> {
    let (api, names) = (client.api(), client.names());
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for id in api.type_ids() {
        let own = names.type_(id);
        found.extend([own.name.as_str(), own.module.as_str()]);
        match &own.members {
            TypeMembers::Struct(members) => {
                found.extend(members.fields.iter().chain(&members.setters).map(String::as_str));
                found.extend(members.null_setters.iter().flatten().map(String::as_str));
            }
            TypeMembers::Variants(variants) => found.extend(variants.iter().map(String::as_str)),
            TypeMembers::None => {}
        }
    }
    for (id, operation) in api.numbered_operations() {
        let (own, group) = (names.operation(id), names.group(operation.group));
        found.extend([own.method.as_str(), &own.marker, &own.call, &group.accessor, &group.type_name, &group.module]);
        found.extend(own.parameters.iter().chain(&own.headers).chain(&own.bodies).map(String::as_str));
    }
    for (id, _) in api.numbered_status_enums() {
        let own = names.status_enum(id);
        found.insert(&own.type_name);
        found.extend(own.rows.iter().map(String::as_str));
    }
    found.extend(names.servers().variants.iter().map(String::as_str));
    found.into_iter().map(|name| name.trim_start_matches("r#")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use apiarist::diagnostics::Diagnostics;
    use apiarist::emit::RuntimeDependency;
    use apiarist::settings::Settings;
    use apiarist::source::Document;

    #[test]
    fn letters_of_one_script_that_look_latin_are_counted() {
        assert_eq!(latin_lookalikes(&BTreeSet::from(["cop", "сор"])), ["сор"]);
        assert!(latin_lookalikes(&BTreeSet::from(["цена", "сор", "größe"])).is_empty());
    }

    #[test]
    fn client_of_a_document_in_other_scripts_is_clean() {
        let document = "openapi: 3.1.0\ncomponents: {schemas: {Größe: {type: object, properties: \
            {ﬁle: {type: string}, сор: {type: string}, cop: {type: string}, цена: {type: string}}}}}\n";
        let document = Document::parse("openapi.yaml", document).expect("a document");
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("a client");
        let files = client.standalone_crate("client", "openapi.yaml", RuntimeDependency::Path("runtime".to_owned()));
        let lints = NameLints::new(&client, &files.expect("files"));
        assert!(lints.is_clean() && lints.names > 5, "{lints:?}");
    }
}
