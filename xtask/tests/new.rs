//! `cargo xtask new` in a workspace that is no more than its folders: what it adds, and what it refuses.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const README: &str = "\
# Clients

## The APIs

| module | provider | operations | credentials from the environment |
| --- | --- | --- | --- |
| `cats` | Cats | 1 | `CATS_KEY` |

After the table.
";

const DOCUMENT: &str = "\
# Kept byte for byte.\r
openapi: 3.1.0
info: {title: 'Dogs | all of them', version: '1'}
security: [{Login: []}]
paths:
  /dogs/{name}:
    post: {operationId: callDog, tags: [dogs], parameters: [{name: name, in: path, required: true, schema: {type: string}}],
      responses: {'204': {description: ''}}}
    get: {operationId: getDog, tags: [dogs], parameters: [{name: name, in: path, required: true, schema: {type: string}}],
      responses: {'200': {description: '', content: {application/json: {schema: {type: object}}}}}}
components:
  securitySchemes:
    Login: {type: http, scheme: basic}
    api.key: {type: apiKey, in: header, name: X-Key}
";

/// A workspace with the folder of no API.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        for folder in ["specs", "generated", "tests/tests", "tests/outlines"] {
            fs::create_dir_all(place.path(folder)).expect("a folder");
        }
        place.write("README.md", README);
        place.write("dogs.yaml", DOCUMENT);
        assert_eq!(place.run(&["codegen"]).0, 0);
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The exit code of a task, and what it prints.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("CARGO_MANIFEST_DIR", self.path("xtask"))
            .output()
            .expect("it runs");
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        (output.status.code().expect("it ends by itself"), text)
    }

    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn collect(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                if path.ends_with("target") {
                    continue;
                }
                if path.is_dir() {
                    collect(&path, found);
                } else {
                    found.insert(path.clone(), fs::read(&path).expect("a file"));
                }
            }
        }
        let mut found = BTreeMap::new();
        collect(self.0.path(), &mut found);
        found
    }
}

#[test]
fn a_provider_is_added_with_all_that_belongs_to_it_and_removed_again() {
    let place = Place::new();
    let before = place.files();
    let (code, text) = place.run(&["new", "big-dogs", "--from", "dogs.yaml"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("cargo test --package apiarist-tests --test wire_big_dogs"), "{text}");
    assert_eq!(place.read("specs/big-dogs/openapi.yaml"), DOCUMENT);
    let settings = place.read("specs/big-dogs/apiarist.toml");
    for part in [
        "document = \"openapi.yaml\"\n",
        "# base_url = \"https://api.example.com\"\n",
        "Login = [\"BIG_DOGS_LOGIN_USER\", \"BIG_DOGS_LOGIN_PASSWORD\"]\n",
        "\"api.key\" = \"BIG_DOGS_API_KEY\"\n",
    ] {
        assert!(settings.contains(part), "{part} is missing in {settings}");
    }
    assert!(place.read("specs/big-dogs/source.lock").contains("from = \"dogs.yaml\""));
    assert!(place.read("generated/Cargo.toml").contains("\nbig-dogs = []\n"));
    assert!(place.read("generated/src/lib.rs").contains("pub mod big_dogs;"));
    let outline = place.read("tests/outlines/big-dogs.snap");
    assert!(outline.starts_with("---\nsource: ") && outline.contains("get(name: String)"), "{outline}");
    let test = place.read("tests/tests/wire_big_dogs.rs");
    for part in [".login(\"user\", \"secret\")", ".dogs().get(\"one\")", "\"GET\"", "Some(\"/dogs/one\")"] {
        assert!(test.contains(part), "{part} is missing in {test}");
    }
    let row = "| `cats` | Cats | 1 | `CATS_KEY` |\n| `big_dogs` | Dogs \\| all of them | 2 | `BIG_DOGS_LOGIN_USER` and \
               `BIG_DOGS_LOGIN_PASSWORD` and `BIG_DOGS_API_KEY` |\n\nAfter the table.\n";
    assert!(place.read("README.md").ends_with(row), "{}", place.read("README.md"));
    assert_eq!(place.run(&["codegen", "--check"]).0, 0);

    fs::remove_dir_all(place.path("specs/big-dogs")).expect("it is there");
    let (code, text) = place.run(&["codegen"]);
    assert_eq!(code, 0, "{text}");
    let left = "delete what is left of it: tests/outlines/big-dogs.snap, tests/tests/wire_big_dogs.rs, the row \
                `big_dogs` of README.md";
    assert!(text.contains(left), "{text}");
    fs::remove_file(place.path("tests/outlines/big-dogs.snap")).expect("it is there");
    fs::remove_file(place.path("tests/tests/wire_big_dogs.rs")).expect("it is there");
    place.write("README.md", README);
    assert_eq!(place.files(), before);
    assert!(!place.run(&["codegen"]).1.contains("left of it"));
}

#[test]
fn nothing_is_written_over() {
    let place = Place::new();
    assert_eq!(place.run(&["new", "dogs", "--from", "dogs.yaml"]).0, 0);
    place.write("tests/tests/wire_cats.rs", "// Somebody's.\n");
    let before = place.files();
    for (name, taken) in [("dogs", "specs/dogs"), ("cats", "tests/tests/wire_cats.rs")] {
        let (code, text) = place.run(&["new", name, "--from", "dogs.yaml"]);
        assert_eq!(code, 1);
        assert!(text.contains(&format!("{taken} is there already; take another name, or remove it first")), "{text}");
    }
    for name in ["Dogs", "type", "client", "2dogs", "dogs_", "dogs-"] {
        let (code, text) = place.run(&["new", name, "--from", "dogs.yaml"]);
        assert!(code == 2 && text.contains("cannot be a module and a feature"), "{text}");
    }
    assert_eq!(place.files(), before);
}

#[test]
fn what_is_no_document_adds_nothing() {
    let place = Place::new();
    place.write("no.yaml", "openapi: [\n");
    let before = place.files();
    for from in ["no.yaml", "missing.yaml", "http://127.0.0.1:1/openapi.yaml"] {
        let (code, text) = place.run(&["new", "dogs", "--from", from]);
        assert_eq!(code, 1, "{text}");
        assert!(text.contains("nothing was"), "{text}");
        assert_eq!(place.files(), before);
    }
}
