//! Generates clients as crates, as modules and in a build script, and compiles them with the runtime that the command
//! embeds.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

const PETS: &str = "\
openapi: 3.1.0
info: {title: 1Pet Store, version: '1'}
servers: [{url: 'https://pets.example.com'}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}}}
";

/// The variable with the path of this program, which the build script of a test runs.
const PROGRAM: &str = "APIARIST_TEST_PROGRAM";

/// Runs `apiarist generate pets.yaml --out pets` with more arguments.
fn generate(folder: &Path, more: &[&str]) -> Output {
    generate_in(folder, &[&["--out", "pets"], more].concat())
}

/// Runs `apiarist generate pets.yaml` with more arguments.
fn generate_in(folder: &Path, more: &[&str]) -> Output {
    fs::write(folder.join("pets.yaml"), PETS).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_apiarist"));
    command.current_dir(folder).args(["generate", "pets.yaml"]).args(more);
    command.output().expect("the command can be started")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn succeed(folder: &Path, more: &[&str]) -> String {
    let output = generate(folder, more);
    assert!(output.status.success(), "{}", stderr(&output));
    stderr(&output)
}

/// Returns all files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// Runs a command of cargo for the client. The packages are those of the workspace, so that the registry is not needed if
/// they are already downloaded.
fn cargo(client: &Path, arguments: &[&str]) -> Output {
    let run = |offline: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        // The variables of this package would make build scripts run again.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                command.env_remove(name);
            }
        }
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vendored");
        command.env("CARGO_TARGET_DIR", target).env(PROGRAM, std::env::current_exe().expect("a path"));
        command.current_dir(client).args(offline).args(arguments);
        command.output().expect("cargo can be started")
    };
    let output = run(&["--offline"]);
    if output.status.success() { output } else { run(&[]) }
}

#[test]
fn client_in_an_empty_folder_builds_without_warnings() {
    let folder = TempDir::new().expect("a folder");
    let printed = succeed(folder.path(), &[]);
    assert!(printed.starts_with("wrote crate `onepet-store` 0.1.0 to pets: "), "{printed}");
    assert!(printed.contains("cargo build --manifest-path pets"), "{printed}");
    let client = folder.path().join("pets");
    fs::copy("../../Cargo.lock", client.join("Cargo.lock")).expect("the versions of the workspace");
    let output = cargo(&client, &["clippy", "--all-targets", "--", "-D", "warnings"]);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// The crate of a build script that runs this test, so that the generator is not compiled again.
const SCRIPTED: [(&str, &str); 3] = [
    (
        "scripted/Cargo.toml",
        "[package]\nname = \"scripted\"\nedition = \"2024\"\n[dependencies]\n\
         apiarist-runtime = { path = \"../app/runtime\", default-features = false, features = [\"reqwest\"] }\n",
    ),
    (
        "scripted/build.rs",
        "fn main() {\n    let program = std::env::var_os(\"APIARIST_TEST_PROGRAM\").expect(\"a path\");\n    \
         let test = [\"modules_types_and_build_scripts_compile_without_warnings\", \"--exact\", \"--nocapture\"];\n    \
         let status = std::process::Command::new(program).args(test).status().expect(\"a program\");\n    \
         assert!(status.success());\n}\n",
    ),
    ("scripted/src/lib.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/api.rs\"));\n"),
];

/// A workspace with a crate that contains two modules, of a client and of types.
const APP: [(&str, &str); 3] = [
    (
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"app\", \"scripted\", \"types\"]\nexclude = [\"app/runtime\"]\n",
    ),
    (
        "app/Cargo.toml",
        "[package]\nname = \"app\"\nedition = \"2024\"\n[dependencies]\n\
         apiarist-runtime = { path = \"runtime\", default-features = false, features = [\"reqwest\"] }\n",
    ),
    (
        "app/src/lib.rs",
        "pub mod api;\npub mod models;\n\npub async fn name(client: &api::Client) -> Result<String, api::AnyError> {\n    \
         Ok(client.pets().get(\"b1\").await?.name)\n}\n",
    ),
];

#[test]
fn modules_types_and_build_scripts_compile_without_warnings() {
    if std::env::var_os(PROGRAM).is_some() {
        return apiarist::build("../pets.yaml").expect("this is a build script");
    }
    // The path is always the same, so that the artifacts of a run replace those of the previous one.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms");
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in APP.into_iter().chain(SCRIPTED) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    fs::copy("../../Cargo.lock", folder.join("Cargo.lock")).expect("the versions of the workspace");
    for arguments in [
        &["--module", "app/src/api"][..],
        &["--module", "app/src/models", "--types-only"],
        &["--out", "types", "--types-only", "--name", "types", "--runtime", "path=app/runtime"],
    ] {
        let output = generate_in(&folder, arguments);
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let output = cargo(&folder, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    assert!(output.status.success(), "{}", stderr(&output));

    // Alone, the types compile without the features that the other crates need.
    let output = cargo(&folder, &["clippy", "--package", "types", "--", "-D", "warnings"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let output = cargo(&folder, &["tree", "--package", "types", "--edges", "normal", "--prefix", "none"]);
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(tree.contains("apiarist-runtime") && tree.contains("serde_json"), "{tree}");
    for client in ["http ", "tokio ", "reqwest ", "rustls "] {
        assert!(!tree.lines().any(|line| line.starts_with(client)), "{tree}");
    }
}

#[test]
fn next_run_keeps_equal_files_and_removes_obsolete_ones() {
    let folder = TempDir::new().expect("a folder");
    succeed(folder.path(), &[]);
    let client = folder.path().join("pets");
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in files(&client) {
        let file = fs::File::options().append(true).open(&path).expect("a file");
        file.set_modified(past).expect("its time can be set");
    }
    let printed = succeed(folder.path(), &[]);
    assert!(printed.starts_with("crate `onepet-store` 0.1.0 in pets is up to date"), "{printed}");
    for path in files(&client) {
        let modified = fs::metadata(&path).and_then(|data| data.modified()).expect("a time");
        assert_eq!(modified, past, "{}", path.display());
    }
    // Without a copy, none of its files stays.
    succeed(folder.path(), &["--runtime", "registry=0.1"]);
    assert!(!client.join("runtime").exists());
    let manifest = fs::read_to_string(client.join("Cargo.toml")).expect("a file");
    assert!(manifest.contains("apiarist-runtime = { version = \"0.1\", default-features = false }"), "{manifest}");
}

#[test]
fn edits_are_reported_before_they_are_lost() {
    let folder = TempDir::new().expect("a folder");
    succeed(folder.path(), &[]);
    let client = folder.path().join("pets");
    let manifest = client.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");

    // A release and another title keep the name and the new version.
    fs::write(&manifest, text.replace("version = \"0.1.0\"", "version = \"1.4.0\"")).expect("a file");
    assert!(succeed(folder.path(), &[]).starts_with("crate `onepet-store` 1.4.0 in pets is up to date"));

    fs::write(&manifest, format!("{text}rand = \"0.9\"\n")).expect("a file");
    let source = client.join("runtime/src/lib.rs");
    let original = fs::read_to_string(&source).expect("a file");
    fs::write(&source, format!("{original}// Patched.\n")).expect("a file");
    let output = generate(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    let printed = stderr(&output).replace('\\', "/");
    let files =
        "cannot replace files that were edited since they were written: pets/Cargo.toml, pets/runtime/src/lib.rs";
    assert!(printed.contains(files) && printed.contains("help: pass `--discard-edits`"), "{printed}");
    assert!(fs::read_to_string(&manifest).expect("a file").ends_with("rand = \"0.9\"\n"));

    succeed(folder.path(), &["--discard-edits"]);
    assert_eq!(fs::read_to_string(&source).expect("a file"), original);
}

#[test]
fn settings_select_the_runtime() {
    let folder = TempDir::new().expect("a folder");
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("a file");
    write("apiarist.toml", "[package]\nruntime = \"path=lib/runtime\"\n");
    fs::create_dir_all(folder.path().join("lib/runtime")).expect("a folder");
    write("lib/runtime/Cargo.toml", "[package]\n");
    let manifest = || fs::read_to_string(folder.path().join("pets/Cargo.toml")).expect("a file");
    succeed(folder.path(), &[]);
    assert!(manifest().contains("apiarist-runtime = { path = \"../lib/runtime\""), "{}", manifest());
    // The command line takes precedence.
    succeed(folder.path(), &["--runtime", "vendored"]);
    assert!(manifest().contains("apiarist-runtime = { path = \"runtime\""), "{}", manifest());

    let output = generate(folder.path(), &["--runtime", "path=pets/runtime"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("pets/runtime is the vendored runtime of the crate"), "{}", stderr(&output));
    let output = generate(folder.path(), &["--runtime", "git"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("found `git`"), "{}", stderr(&output));
}

#[test]
fn new_crate_in_a_workspace_must_become_a_member() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("Cargo.toml"), "[workspace]\n").expect("a file");
    let step = "Add the crate to `members` in this workspace";
    assert!(succeed(folder.path(), &[]).contains(step));
    assert!(!succeed(folder.path(), &["--runtime", "registry"]).contains(step));
}
