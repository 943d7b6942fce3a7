//! Checks the dependencies that a client adds to a program: their features, and the compiler version they require.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use apiarist::emit::RUST_VERSION;
use serde_json::Value;

/// The packages that a program compiles for a client, excluding registry packages.
const CLIENT: [&str; 3] = ["apiarist-derive", "apiarist-runtime", "conversation-apis"];

/// Runs cargo in the workspace and returns its output.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir("..").output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn client_does_not_enable_features_that_change_json_elsewhere() {
    let client = ["tree", "--locked", "--package", "conversation-apis", "--all-features", "--edges", "normal"];
    let tree = cargo(&[client.as_slice(), &["--prefix", "none", "--format", "{p} {f}"]].concat());
    let of_serde_json = tree.lines().find(|line| line.starts_with("serde_json ")).expect("serde_json");
    let features: BTreeSet<&str> = of_serde_json.split(' ').nth(2).unwrap_or_default().split(',').collect();
    assert_eq!(features, BTreeSet::from(["default", "float_roundtrip", "raw_value", "std"]), "{of_serde_json}");
}

/// Returns the minimum compiler version of each package that a program compiles for a client.
fn needed_compilers() -> BTreeMap<String, String> {
    let host = cargo(&["-vV"]);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host");
    let text = cargo(&["metadata", "--locked", "--format-version", "1", "--filter-platform", host]);
    let metadata: Value = serde_json::from_str(&text).unwrap();
    let by_id = |list: &Value| -> BTreeMap<String, Value> {
        let entries = list.as_array().unwrap().iter();
        entries.map(|entry| (entry["id"].as_str().unwrap().to_owned(), entry.clone())).collect()
    };
    let (packages, nodes) = (by_id(&metadata["packages"]), by_id(&metadata["resolve"]["nodes"]));
    let client = packages.iter().find(|(_, package)| package["name"] == "conversation-apis").expect("the clients").0;
    let (mut open, mut seen) = (vec![client.as_str()], BTreeSet::new());
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let dependencies = nodes[id]["deps"].as_array().unwrap().iter();
            let compiled = dependencies.filter(|dependency| {
                dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"] != "dev")
            });
            open.extend(compiled.map(|dependency| dependency["pkg"].as_str().unwrap()));
        }
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    seen.iter().map(|id| (text(&packages[*id]["name"]), text(&packages[*id]["rust_version"]))).collect()
}

#[test]
fn dependencies_support_the_declared_rust_version() {
    let minor = |version: &str| version.split('.').nth(1).unwrap_or_default().parse::<u32>().unwrap_or_default();
    let needed = needed_compilers();
    assert!(needed.len() > CLIENT.len(), "{needed:?}");
    for name in CLIENT {
        assert_eq!(needed[name], RUST_VERSION, "{name}");
    }
    let newer: Vec<_> = needed.iter().filter(|(_, version)| minor(version) > minor(RUST_VERSION)).collect();
    assert!(newer.is_empty(), "{newer:?}");
}
