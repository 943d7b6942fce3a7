//! The names that generated crates export from the runtime are all that the runtime documents.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use apiarist::emit::{FEATURES, RUNTIME_EXPORTS};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree, Visibility};

/// The features that a name needs, of which one is enough.
type Features = Vec<String>;

/// Returns the names that the root of the runtime exports and documents, apart from its derives, which only generated
/// code names.
fn documented_names() -> BTreeMap<String, Features> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/src/lib.rs");
    let root = syn::parse_file(&std::fs::read_to_string(path).expect("the root of the runtime")).expect("it is Rust");
    let mut names = BTreeMap::new();
    for item in &root.items {
        let (attributes, visibility) = match item {
            Item::Use(item) => (&item.attrs, &item.vis),
            Item::Mod(item) => (&item.attrs, &item.vis),
            Item::Struct(item) => (&item.attrs, &item.vis),
            Item::Enum(item) => (&item.attrs, &item.vis),
            Item::Trait(item) => (&item.attrs, &item.vis),
            Item::Fn(item) => (&item.attrs, &item.vis),
            Item::Type(item) => (&item.attrs, &item.vis),
            _ => continue,
        };
        if !matches!(visibility, Visibility::Public(_)) || is_hidden(attributes) {
            continue;
        }
        let mut found = Vec::new();
        match item {
            Item::Use(item) => leaves(&item.tree, &mut found),
            Item::Mod(item) => found.push(item.ident.to_string()),
            _ => panic!("the root of the runtime only exports: {}", item.to_token_stream()),
        }
        names.extend(found.into_iter().map(|name| (name, features(attributes))));
    }
    names
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

fn leaves(tree: &UseTree, found: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) if path.ident == "apiarist_derive" => {}
        UseTree::Path(path) => leaves(&path.tree, found),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, found)),
        UseTree::Name(name) => found.push(name.ident.to_string()),
        UseTree::Rename(rename) => found.push(rename.rename.to_string()),
        UseTree::Glob(_) => panic!("the root of the runtime names what it exports"),
    }
}

#[test]
fn a_generated_crate_exports_what_the_runtime_documents_under_the_same_features() {
    let exported: BTreeMap<String, Features> = RUNTIME_EXPORTS
        .iter()
        .flat_map(|row| {
            row.names.iter().map(|name| {
                ((*name).to_owned(), row.features.iter().map(|feature| (*feature).to_owned()).collect::<Features>())
            })
        })
        .collect();
    assert_same(&exported, &documented_names());
}

/// Fails with the entries of one map that the other lacks.
fn assert_same(exported: &BTreeMap<String, Features>, documented: &BTreeMap<String, Features>) {
    let missing: Vec<_> = documented.iter().filter(|(name, it)| exported.get(*name) != Some(*it)).collect();
    let stale: Vec<_> = exported.iter().filter(|(name, it)| documented.get(*name) != Some(*it)).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "the table RUNTIME_EXPORTS of the generator and the public names of the runtime differ; hide what users do not type \
         with `#[doc(hidden)]`, and add the rest to the table: missing {missing:?}, stale {stale:?}"
    );
}

#[test]
fn every_exported_name_needs_a_feature_that_generated_crates_have() {
    for feature in RUNTIME_EXPORTS.iter().flat_map(|row| row.features) {
        assert!(FEATURES.iter().any(|known| known.name == *feature), "{feature}");
    }
}

#[test]
fn every_feature_is_forwarded_to_a_feature_of_the_runtime() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/Cargo.toml");
    let manifest = std::fs::read_to_string(path).expect("the manifest of the runtime");
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
