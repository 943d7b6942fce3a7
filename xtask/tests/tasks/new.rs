//! Tests of `cargo xtask new` and `cargo xtask codegen`, in a workspace that has only folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::run_task;

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

/// A workspace without an API.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        for folder in ["specs", "generated", "tests/tests"] {
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

    /// Runs a task, and returns its exit code and its output.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        run_task(self.0.path(), arguments)
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

pub fn new_adds_every_file_of_a_provider_and_codegen_lists_the_leftovers() {
    let place = Place::new();
    let before = place.files();
    let (code, text) = place.run(&["new", "big-dogs", "--from", "dogs.yaml"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("cargo test --package apiarist-tests --test wire big_dogs"), "{text}");
    assert_eq!(place.read("specs/big-dogs/openapi.yaml"), DOCUMENT);
    let settings = place.read("specs/big-dogs/apiarist.toml");
    assert!(settings.starts_with("#:schema ../../docs/apiarist.schema.json\n"), "{settings}");
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
    let outline = place.read("generated/outlines/big-dogs.md");
    assert!(outline.starts_with("# big-dogs\n") && outline.contains("pub fn get(self, name: &str) -> "), "{outline}");
    let test = place.read("tests/tests/wire/big_dogs.rs");
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
    let left = "delete its leftovers: generated/outlines/big-dogs.md, tests/tests/wire/big_dogs.rs, the line \
                `mod big_dogs;` in tests/tests/wire/main.rs, the row `big_dogs` in README.md";
    assert!(text.contains(left), "{text}");
    fs::remove_file(place.path("generated/outlines/big-dogs.md")).expect("it is there");
    fs::remove_dir_all(place.path("tests/tests/wire")).expect("it is there");
    place.write("README.md", README);
    assert_eq!(place.files(), before);
    assert!(!place.run(&["codegen"]).1.contains("leftovers"));
}

pub fn existing_files_are_not_overwritten() {
    let place = Place::new();
    assert_eq!(place.run(&["new", "dogs", "--from", "dogs.yaml"]).0, 0);
    place.write("tests/tests/wire/cats.rs", "// By hand.\n");
    let before = place.files();
    for (name, taken) in [("dogs", "specs/dogs"), ("cats", "tests/tests/wire/cats.rs")] {
        let (code, text) = place.run(&["new", name, "--from", "dogs.yaml"]);
        assert_eq!(code, 1);
        assert!(
            text.contains(&format!("{taken} already exists\nhelp: use another name, or remove it first")),
            "{text}"
        );
    }
    for name in ["Dogs", "type", "client", "2dogs", "dogs_", "dogs-"] {
        let (code, text) = place.run(&["new", name, "--from", "dogs.yaml"]);
        assert!(code == 2 && text.contains("as the name of an API: ") && text.contains("` instead"), "{text}");
    }
    assert_eq!(place.files(), before);
}

pub fn invalid_document_adds_nothing() {
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

/// A Swagger 2.0 document whose title and names are no Rust names.
const SWAGGER: &str = r##"{"swagger": "2.0", "info": {"title": "1Password Connect", "version": "1"}, "host": "api.example.com",
  "paths": {"/2fa/{id}": {"get": {"parameters": [{"name": "id", "in": "path", "required": true, "type": "integer"}],
    "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/2fa-state"}}}}}},
  "definitions": {"2fa-state": {"type": "object", "properties": {"self": {"type": "string", "enum": ["on", "off"]}}}}}"##;

/// A scheme whose constant is longer than a line.
const OAUTH: &str = "\
components:
  securitySchemes:
    runscopeLogin: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://www.example.com/signin/oauth/v2/access_token', scopes: {}}}}
";

/// A 3.0 document with many groups, and an argument list that is as long as a line.
fn many_groups() -> String {
    let parameter = "{name: typeid, in: query, required: true, explode: false, \
                     schema: {type: array, items: {type: integer, format: int32}}}";
    let operation = |group: usize| {
        format!(
            "  /things{group}: {{get: {{operationId: marketstat{group}, tags: ['Group {group}'], parameters: [{parameter}], \
             responses: {{'204': {{description: ''}}}}}}}}\n"
        )
    };
    let operations: String = (1..=12).map(operation).collect();
    format!("openapi: 3.0.3\ninfo: {{title: Things, version: '1'}}\npaths:\n{operations}{OAUTH}")
}

pub fn added_files_are_formatted_and_up_to_date() {
    let place = Place::new();
    place.write("rustfmt.toml", "max_width = 120\nuse_small_heuristics = \"Max\"\n");
    place.write("1Password Connect.json", SWAGGER);
    place.write("things.yaml", &many_groups());
    for (name, from) in [("one-password", "1Password Connect.json"), ("things", "things.yaml"), ("dogs", "dogs.yaml")] {
        let (code, text) = place.run(&["new", name, "--from", from]);
        assert_eq!(code, 0, "{text}");
        assert!(place.read(&format!("generated/outlines/{name}.md")).contains(&format!("\n// client {name}\n")));
    }
    assert_eq!(place.run(&["codegen", "--check"]).0, 0);
    let tests = ["one_password", "things", "dogs"].map(|module| format!("tests/tests/wire/{module}.rs"));
    for root in tests.iter().map(String::as_str).chain(["generated/src/lib.rs"]) {
        // Without rustfmt nothing can be compared. It follows the modules of a file.
        let Ok(output) = Command::new("rustfmt").args(["--check", "--edition", "2024"]).arg(place.path(root)).output()
        else {
            continue;
        };
        assert!(output.status.success(), "{root}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

pub fn outlines_are_written_with_the_client_and_other_files_are_ignored() {
    let place = Place::new();
    assert_eq!(place.run(&["new", "dogs", "--from", "dogs.yaml"]).0, 0);
    let outline = place.read("generated/outlines/dogs.md");
    place.write("generated/outlines/dogs.md", &outline.replace("get(", "fetch("));
    let (code, text) = place.run(&["codegen", "--check"]);
    assert!(code == 1 && text.contains("+++ b/generated/outlines/dogs.md"), "{text}");
    assert_eq!(place.run(&["codegen", "dogs"]).0, 0);
    assert_eq!(place.read("generated/outlines/dogs.md"), outline);
    for stray in ["generated/outlines/dogs.md.orig", "generated/outlines/.cats.md.swp", "specs/.dogs.swp"] {
        place.write(stray, "---\n");
    }
    fs::create_dir_all(place.path("specs/.hidden")).expect("a folder");
    place.write("specs/.hidden/apiarist.toml", "");
    let (code, text) = place.run(&["codegen", "--check"]);
    assert!(code == 0 && !text.contains("leftovers"), "{text}");
    assert!(!place.run(&["codegen"]).1.contains("leftovers"));
}

pub fn files_that_do_not_belong_to_the_generated_crate_are_removed_or_reported() {
    let place = Place::new();
    assert_eq!(place.run(&["new", "dogs", "--from", "dogs.yaml"]).0, 0);
    let before = place.files();
    fs::copy(place.path("generated/src/dogs/types/mod.rs"), place.path("generated/src/dogs/types/old.rs"))
        .expect("it can be copied");
    let (code, text) = place.run(&["codegen", "--check"]);
    assert!(code == 1 && text.contains("--- a/src/dogs/types/old.rs"), "{text}");
    assert_eq!(place.run(&["codegen"]).0, 0);
    assert_eq!(place.files(), before);

    place.write("generated/src/dogs/mine.rs", "fn mine() {}\n");
    for arguments in [&["codegen", "--check"][..], &["codegen"], &["codegen", "dogs"]] {
        let (code, text) = place.run(arguments);
        assert_eq!(code, 1, "{text}");
        assert!(text.contains("move or remove: ") && text.contains("generated/src/dogs/mine.rs"), "{text}");
    }
    place.write("generated/src/.dogs.swp", "");
    fs::remove_file(place.path("generated/src/dogs/mine.rs")).expect("it is there");
    assert_eq!(place.run(&["codegen", "--check"]).0, 0);
}

pub fn folder_whose_name_cannot_be_a_module_is_rejected() {
    let place = Place::new();
    fs::create_dir_all(place.path("specs/Big Dogs")).expect("a folder");
    place.write("specs/Big Dogs/apiarist.toml", "");
    place.write("specs/Big Dogs/openapi.yaml", DOCUMENT);
    let (code, text) = place.run(&["codegen"]);
    assert!(code == 1 && text.contains("help: rename the folder, for example to `big-dogs`"), "{text}");
}

pub fn diagnostics_are_colored_and_limited_by_the_arguments() {
    let place = Place::new();
    let schemas: String = (0..30).map(|number| format!("    S{number}: {{type: strng}}\n")).collect();
    let document =
        format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}");
    place.write("many.yaml", &document);
    assert_eq!(place.run(&["new", "many", "--from", "many.yaml"]).0, 0);
    let (_, plain) = place.run(&["codegen"]);
    assert!(plain.contains("... and 10 more diagnostics") && !plain.contains('\u{1b}'), "{plain}");
    assert!(!place.run(&["codegen", "--all"]).1.contains("more diagnostics"));
    assert!(place.run(&["codegen", "--color", "always"]).1.contains('\u{1b}'));
    assert!(!place.run(&["codegen", "--color", "never"]).1.contains('\u{1b}'));
}
