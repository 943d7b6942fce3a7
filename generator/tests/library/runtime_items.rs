//! Compares the generator's table of the runtime's items with the source of the runtime.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::emit::FEATURES;
use apiarist::runtime_items::{BUILD_METHODS, Export, RuntimeItem, runtime_exports};
use quote::ToTokens;
use syn::{Attribute, File, Item, TraitItem, UseTree, Visibility};

/// The features of which one is required for a name.
type Features = Vec<String>;

/// A name, and whether it is a derive.
type Exported = (String, bool);

/// The public names of the runtime.
#[derive(Default)]
struct PublicNames {
    /// The documented names without derives.
    documented: BTreeMap<String, Features>,
    /// The names that only generated code uses.
    hidden: BTreeSet<String>,
    derives: BTreeSet<String>,
}

impl PublicNames {
    /// Reads the root of the runtime and, if present, the module of the names for generated code.
    fn read() -> Self {
        let mut names = Self::default();
        let root = parse(&source().join("lib.rs"));
        for item in &root.items {
            let Some((attributes, found)) = public_names(item) else { continue };
            let is_hidden = is_hidden(attributes);
            for (name, is_derive) in found {
                match (is_derive, is_hidden, name.as_str()) {
                    (true, _, _) => drop(names.derives.insert(name)),
                    // Derives refer to this module by its full path.
                    (_, true, "tables") => {}
                    (_, true, "codegen") => names.hidden.extend(module_names("codegen")),
                    (_, true, _) => drop(names.hidden.insert(name)),
                    (_, false, _) => drop(names.documented.insert(name, features(attributes))),
                }
            }
        }
        names
    }
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src")
}

fn parse(path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the public names of a module of the root.
fn module_names(module: &str) -> Vec<String> {
    let file = source().join(format!("{module}.rs"));
    let file = if file.exists() { file } else { source().join(module).join("mod.rs") };
    let items = parse(&file).items;
    items.iter().filter_map(public_names).flat_map(|(_, found)| found).map(|(name, _)| name).collect()
}

/// Returns the names that an item makes public, or `None` if it is private.
fn public_names(item: &Item) -> Option<(&[Attribute], Vec<Exported>)> {
    let (attributes, visibility, name) = match item {
        Item::Use(item) => (&item.attrs, &item.vis, None),
        Item::Mod(item) => (&item.attrs, &item.vis, Some(&item.ident)),
        Item::Struct(item) => (&item.attrs, &item.vis, Some(&item.ident)),
        Item::Enum(item) => (&item.attrs, &item.vis, Some(&item.ident)),
        Item::Trait(item) => (&item.attrs, &item.vis, Some(&item.ident)),
        Item::Fn(item) => (&item.attrs, &item.vis, Some(&item.sig.ident)),
        Item::Type(item) => (&item.attrs, &item.vis, Some(&item.ident)),
        Item::Const(item) => (&item.attrs, &item.vis, Some(&item.ident)),
        _ => return None,
    };
    let mut found: Vec<Exported> = name.map(|name| (name.to_string(), false)).into_iter().collect();
    if let Item::Use(item) = item {
        leaves(&item.tree, false, &mut found);
    }
    matches!(visibility, Visibility::Public(_)).then_some((attributes.as_slice(), found))
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| it.path().is_ident("doc") && it.to_token_stream().to_string().contains("hidden"))
}

/// Returns the features that a `cfg` attribute names.
fn features(attributes: &[Attribute]) -> Features {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let text: String = conditions.map(|attribute| attribute.to_token_stream().to_string()).collect();
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn leaves(tree: &UseTree, is_derive: bool, found: &mut Vec<Exported>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, is_derive || path.ident == "apiarist_derive", found),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, is_derive, found)),
        UseTree::Name(name) => found.push((name.ident.to_string(), is_derive)),
        UseTree::Rename(rename) => found.push((rename.rename.to_string(), is_derive)),
        UseTree::Glob(_) => panic!("the runtime names what it exports"),
    }
}

/// Returns the names of the items for which `is_meant` returns `true`.
fn table(is_meant: impl Fn(Export) -> bool) -> BTreeSet<String> {
    RuntimeItem::ALL.iter().filter(|item| is_meant(item.export())).map(|item| item.name().to_owned()).collect()
}

#[test]
fn table_lists_hidden_names_and_derives_of_the_runtime() {
    let names = PublicNames::read();
    for (expected, found) in [
        (names.hidden, table(|export| export == Export::Hidden)),
        (names.derives, table(|export| export == Export::Derive)),
    ] {
        let missing: Vec<_> = expected.difference(&found).collect();
        let stale: Vec<_> = found.difference(&expected).collect();
        assert!(
            missing.is_empty() && stale.is_empty(),
            "generator/src/runtime_items.rs and what the runtime exports differ: missing {missing:?}, stale {stale:?}"
        );
    }
}

#[test]
fn call_builder_methods_match_the_runtime() {
    let mut folders = vec![source()];
    let mut methods = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the runtime") {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                methods.extend(parse(&path).items.iter().filter_map(build_methods).flatten());
            }
        }
    }
    for own in ["from_raw_call", "raw_call", "new"] {
        methods.remove(own);
    }
    assert_eq!(methods, BUILD_METHODS.iter().map(|name| (*name).to_owned()).collect());
}

/// Returns the methods of the trait that builds calls, or `None` for other items.
fn build_methods(item: &Item) -> Option<Vec<String>> {
    let Item::Trait(item) = item else { return None };
    let methods = item.items.iter().filter_map(|item| match item {
        TraitItem::Fn(method) => Some(method.sig.ident.to_string()),
        _ => None,
    });
    (item.ident == RuntimeItem::CallBuilder.name()).then(|| methods.collect())
}

#[test]
fn generated_crate_exports_documented_runtime_items_under_the_same_features() {
    let exported: BTreeMap<String, Features> = runtime_exports()
        .iter()
        .flat_map(|row| {
            row.names.iter().map(|name| {
                ((*name).to_owned(), row.features.iter().map(|feature| (*feature).to_owned()).collect::<Features>())
            })
        })
        .collect();
    assert_same(&exported, &PublicNames::read().documented);
}

/// Panics with the entries of one map that the other lacks.
fn assert_same(exported: &BTreeMap<String, Features>, documented: &BTreeMap<String, Features>) {
    let missing: Vec<_> = documented.iter().filter(|(name, it)| exported.get(*name) != Some(*it)).collect();
    let stale: Vec<_> = exported.iter().filter(|(name, it)| documented.get(*name) != Some(*it)).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "generator/src/runtime_items.rs and the public names of the runtime differ; hide what users do not type with \
         `#[doc(hidden)]`, and add the rest to the table: missing {missing:?}, stale {stale:?}"
    );
}

#[test]
fn every_exported_name_needs_a_feature_that_generated_crates_have() {
    for feature in runtime_exports().iter().flat_map(|row| row.features) {
        assert!(FEATURES.iter().any(|known| known.name == *feature), "{feature}");
    }
}

#[test]
fn every_feature_is_forwarded_to_a_feature_of_the_runtime() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/Cargo.toml");
    let manifest = fs::read_to_string(path).expect("the manifest of the runtime");
    let manifest: toml::Table = manifest.parse().expect("it is TOML");
    let known = manifest["features"].as_table().expect("a table");
    let forwarded: Vec<&str> = FEATURES
        .iter()
        .flat_map(|feature| feature.enables)
        .filter_map(|enabled| enabled.strip_prefix("apiarist-runtime/"))
        .collect();
    for feature in known.keys().filter(|feature| *feature != "default") {
        assert!(forwarded.contains(&feature.as_str()), "{feature} is not forwarded");
    }
    for feature in forwarded {
        assert!(known.contains_key(feature), "the runtime has no feature {feature}");
    }
}
