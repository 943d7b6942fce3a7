//! Compares the compile errors for the files of mistakes in `tests/derive_errors/` with their snapshots.
//!
//! `cargo xtask accept ui` accepts new errors.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use apiarist_test_support::snapshot;

/// Returns the newest library of the derives, which Cargo has built for this test.
fn derive_library() -> PathBuf {
    let test = std::env::current_exe().expect("the path of the test");
    let folder = test.parent().expect("the folder of the test");
    let prefix = format!("{DLL_PREFIX}apiarist_derive-");
    let is_derive = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&prefix) && name.ends_with(DLL_SUFFIX)
    };
    let entries = fs::read_dir(folder).expect("the folder of the test").flatten().map(|entry| entry.path());
    let modified = |path: &PathBuf| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    entries.filter(is_derive).max_by_key(modified).expect("the library of the derives")
}

/// Compiles a file and returns its errors: `line:column: error: message`. The file does not need the runtime, because
/// an item with an error is not expanded.
fn errors(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    let output = Command::new("rustc")
        .current_dir(path.parent().expect("the folder of the file"))
        .args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--error-format", "short"])
        .arg("--out-dir")
        .arg(env!("CARGO_TARGET_TMPDIR"))
        .arg("--extern")
        .arg(format!("apiarist_derive={}", derive_library().display()))
        .arg(name)
        .output()
        .expect("rustc");
    let file = format!("{}:", name.to_string_lossy());
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let mut lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(&file)).collect();
    lines.sort_by_key(|line| line.splitn(3, ':').map_while(|number| number.parse().ok()).collect::<Vec<usize>>());
    assert!(!lines.is_empty(), "{}: {text}", path.display());
    lines.join("\n")
}

#[test]
fn every_mistake_is_reported_at_its_location_with_a_fix() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/derive_errors");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder).expect("the folder of mistakes").flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        snapshot::assert("ui", &folder, &name, &errors(&path));
    }
    assert_eq!(snapshot::unreferenced(&folder), Vec::<PathBuf>::new(), "no mistake has these snapshots");
}
