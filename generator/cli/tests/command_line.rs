//! Tests the `apiarist` command: exit codes, standard output, standard error, and written files.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const PETS: &str = "\
openapi: 3.0.3
info: {title: Pet Store, version: '1'}
servers: [{url: 'https://pets.example.com'}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: strng}}}
";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apiarist"));
    command.current_dir(folder).args(arguments).output().expect("the command can be started")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Returns a folder with the document in `pets.yaml`.
fn pets() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("pets.yaml"), PETS).expect("a file");
    folder
}

/// Returns the standard error of `check` for a file with these bytes.
fn check(name: &str, bytes: &[u8]) -> String {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join(name), bytes).expect("a file");
    let output = run(folder.path(), &["check", name]);
    assert_eq!(code(&output), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("stopped: 1 error"), "{}", stderr(&output));
    stderr(&output)
}

#[track_caller]
fn assert_found(shown: &str, code: &str, location: &str) {
    assert!(shown.starts_with(&format!("error[{code}]: ")), "{shown}");
    assert!(shown.contains(location), "{location} is missing in\n{shown}");
}

#[test]
fn every_unreadable_document_has_a_code_and_a_location() {
    let nested = |levels: usize, open: &str| open.repeat(levels);
    let block: String = (0..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    let mut bomb = "openapi: 3.1.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", ")));
    }
    assert_found(&check("a.yaml", b""), "empty-document", "a.yaml");
    assert_found(&check("a.json", b"\n"), "empty-document", "a.json");
    assert_found(&check("a.yaml", b"a: 1\nb: \xff\n"), "invalid-encoding", "a.yaml:2:4");
    assert_found(&check("a.yaml", b"a: [1\nb: 2\n"), "invalid-yaml", "a.yaml:2:");
    assert_found(&check("a.json", b"{\"a\": 1,}"), "invalid-json", "a.json:1:9");
    assert_found(&check("a.yaml", b"- a\n"), "not-an-object", "a.yaml:1:1");
    assert_found(&check("a.yaml", b"<html>"), "not-an-object", "a.yaml:1:1");
    assert_found(&check("a.yaml", nested(2_000, "{a: ").as_bytes()), "too-deep", "a.yaml:1:");
    assert_found(&check("a.yaml", block.as_bytes()), "too-deep", "a.yaml:257:257");
    assert_found(&check("a.json", nested(2_000, "{\"a\":").as_bytes()), "too-deep", "a.json:1:1281");
    assert_found(&check("a.yaml", bomb.as_bytes()), "too-large", "a.yaml:");
    assert_found(&check("a.yaml", b"info: {}\n"), "missing-version", "a.yaml:1:1");
    assert_found(&check("a.yaml", b"openapi: 4.0.0\n"), "unsupported-version", "a.yaml:1:10");
}

#[test]
fn missing_file_is_named() {
    let folder = TempDir::new().expect("a folder");
    let output = run(folder.path(), &["check", "missing.yaml"]);
    assert_eq!(code(&output), Some(1));
    assert_found(&stderr(&output), "unreadable-file", "missing.yaml");
}

#[test]
fn invalid_settings_are_an_error() {
    let folder = pets();
    fs::write(folder.path().join("apiarist.toml"), "[name]\n").expect("a file");
    let output = run(folder.path(), &["check", "pets.yaml"]);
    assert_eq!(code(&output), Some(1));
    assert_found(&stderr(&output), "invalid-settings", "apiarist.toml:1:2");
    let output = run(folder.path(), &["check", "pets.yaml", "--settings", "other.toml"]);
    assert_eq!(code(&output), Some(1));
    assert_found(&stderr(&output), "invalid-settings", "other.toml");
}

#[test]
fn check_prints_counts_and_writes_only_the_report() {
    let folder = pets();
    let output = run(folder.path(), &["check", "pets.yaml", "--report", "report.json"]);
    assert_eq!(code(&output), Some(0));
    assert_eq!(stdout(&output), "1 operation, 1 emitted; 1 schema, 1 degraded, 1 field fell back to a JSON value\n");
    assert!(stderr(&output).contains("warning[unknown-type]"), "{}", stderr(&output));
    assert!(stderr(&output).contains("pets.yaml:14:"), "{}", stderr(&output));
    let report = fs::read_to_string(folder.path().join("report.json")).expect("the report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
    assert_eq!(report["operations"]["emitted"], 1);
    assert_eq!(report["diagnostics"][0]["line"], 14);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2);
}

#[test]
fn strict_turns_a_loss_into_an_error() {
    let folder = pets();
    let output = run(folder.path(), &["check", "pets.yaml", "--strict"]);
    assert_eq!(code(&output), Some(1));
    assert!(stderr(&output).contains("error[unknown-type]"), "{}", stderr(&output));
    let output = run(folder.path(), &["generate", "pets.yaml", "--out", "out", "--strict"]);
    assert_eq!(code(&output), Some(1));
    assert!(!folder.path().join("out").exists());
}

#[test]
fn generate_writes_and_updates_a_crate() {
    let folder = pets();
    let output = run(folder.path(), &["generate", "pets.yaml", "--out", "out"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "1 operation, 1 emitted; 1 schema, 1 degraded, 1 field fell back to a JSON value\n");
    let read = |path: &str| fs::read_to_string(folder.path().join("out").join(path)).expect("a file");
    assert!(read("Cargo.toml").contains("name = \"pet-store\""), "{}", read("Cargo.toml"));
    assert!(read("src/types/pet.rs").contains("pub struct Pet"));
    // Names such as `foo` come from the document.
    assert!(read("src/lib.rs").contains("#![allow(clippy::disallowed_names"), "{}", read("src/lib.rs"));
    let modified =
        || fs::metadata(folder.path().join("out/src/lib.rs")).and_then(|data| data.modified()).expect("a time");
    let before = modified();

    let renamed = PETS.replace("schemas/Pet'", "schemas/Animal'").replace("    Pet:", "    Animal:");
    fs::write(folder.path().join("pets.yaml"), renamed).expect("a file");
    let output = run(folder.path(), &["generate", "pets.yaml", "--out", "out"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert!(read("src/types/animal.rs").contains("pub struct Animal"));
    assert!(!folder.path().join("out/src/types/pet.rs").exists());
    assert_eq!(modified(), before);
}

#[test]
fn runtime_path_is_relative_to_the_generated_crate() {
    let folder = pets();
    fs::create_dir_all(folder.path().join("lib/runtime")).expect("a folder");
    let arguments = ["generate", "pets.yaml", "--out", "new/out", "--runtime", "path=lib/runtime", "--name", "my-pets"];
    let output = run(folder.path(), &arguments);
    assert_eq!(code(&output), Some(2), "{}", stderr(&output));
    fs::write(folder.path().join("lib/runtime/Cargo.toml"), "[package]\n").expect("a file");
    let output = run(folder.path(), &arguments);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let manifest = fs::read_to_string(folder.path().join("new/out/Cargo.toml")).expect("a file");
    assert!(manifest.contains("path = \"../../lib/runtime\""), "{manifest}");
    assert!(manifest.contains("name = \"my-pets\""), "{manifest}");
}

#[test]
fn folder_with_other_files_is_rejected() {
    let folder = pets();
    fs::create_dir(folder.path().join("out")).expect("a folder");
    fs::write(folder.path().join("out/README.md"), "Mine.\n").expect("a file");
    let output = run(folder.path(), &["generate", "pets.yaml", "--out", "out"]);
    assert_eq!(code(&output), Some(1));
    assert!(stderr(&output).contains("is not empty and was not generated by apiarist"), "{}", stderr(&output));
    assert_eq!(fs::read_dir(folder.path().join("out")).expect("a folder").count(), 1);
}

/// A document whose inline enum is named `PetState`, and an update in which a component has that name.
fn versions() -> [String; 2] {
    let state = "{name: {type: string}, state: {type: string, enum: [asleep, awake]}}";
    let old = PETS.replace("{name: {type: string}, age: {type: strng}}", state);
    let new = format!("{old}    PetState: {{type: object, properties: {{mood: {{type: string}}}}}}\n");
    [old, new]
}

/// Runs a command that succeeds, and returns its standard output and standard error.
#[track_caller]
fn succeed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    stdout(&output) + &stderr(&output)
}

#[test]
fn names_stay_with_a_lock_next_to_the_document_until_rename() {
    let folder = TempDir::new().expect("a folder");
    let [old, new] = versions();
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).expect("a file");
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("a file");
    let generate = ["generate", "pets.yaml", "--out", "out"];
    write("pets.yaml", &old);
    write("apiarist.toml", "");
    assert!(!succeed(folder.path(), &generate).contains("--names-lock"));
    assert!(read("names.lock").starts_with("# Written by apiarist: "), "{}", read("names.lock"));
    assert!(read("names.lock").contains("\"Pet.state\" = \"PetState\"\n"), "{}", read("names.lock"));
    fs::remove_file(folder.path().join("apiarist.toml")).expect("the settings");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);

    write("pets.yaml", &new);
    for _ in 0..2 {
        assert!(succeed(folder.path(), &["outline", "pets.yaml"]).contains("pub state: Option<PetState>,\n"));
        succeed(folder.path(), &generate);
        assert!(read("out/src/types/pet.rs").contains("enum PetState "));
    }
    let lock = read("names.lock");
    succeed(folder.path(), &["generate", "pets.yaml", "--out", "out", "--rename"]);
    assert!(!read("out/src/types/pet.rs").contains("enum PetState "));
    assert_ne!(read("names.lock"), lock);

    // The names of a lock that is ignored need not be valid.
    write("names.lock", &lock.replace("PetState", "dyn"));
    let output = run(folder.path(), &["check", "pets.yaml"]);
    assert_eq!(code(&output), Some(1));
    assert_found(&stderr(&output), "invalid-settings", "names.lock:");
    succeed(folder.path(), &["generate", "pets.yaml", "--out", "out", "--rename"]);
    assert!(!read("names.lock").contains("dyn"));
}

#[test]
fn lock_of_a_foreign_document_is_written_only_on_request() {
    let folder = TempDir::new().expect("a folder");
    let [old, new] = versions();
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("a file");
    write("pets.yaml", &old);
    write("new.yaml", &new);
    let printed = succeed(folder.path(), &["generate", "pets.yaml", "--out", "out"]);
    assert!(printed.contains("help: pass `--names-lock FILE`"), "{printed}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);

    fs::create_dir(folder.path().join("locks")).expect("a folder");
    // A generated file of another crate, next to the third lock.
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::copy(folder.path().join("out/src/lib.rs"), folder.path().join("src/lib.rs")).expect("a file");
    // The second lock is in a folder that does not exist before the run.
    for (out, lock) in [("out", "locks/pets.lock"), ("crate", "crate/names.lock"), ("tree", "pets.lock")] {
        let lock = ["--names-lock", lock];
        for document in ["pets.yaml", "new.yaml", "new.yaml"] {
            let printed = succeed(folder.path(), &[&["generate", document, "--out", out], &lock[..]].concat());
            assert!(!printed.contains("help:"), "{printed}");
        }
        assert!(folder.path().join(lock[1]).is_file());
        let outline = succeed(folder.path(), &[&["outline", "new.yaml"], &lock[..]].concat());
        assert!(outline.contains("pub state: Option<PetState>,\n"), "{outline}");
        let diff = succeed(folder.path(), &[&["diff", "pets.yaml", "new.yaml"], &lock[..]].concat());
        assert!(diff.starts_with("minor: 1 change "), "{diff}");
    }
    assert!(folder.path().join("src/lib.rs").is_file());
    let diff = succeed(folder.path(), &["diff", "pets.yaml", "new.yaml"]);
    assert!(diff.contains("breaking[type-renamed]"), "{diff}");
}

#[test]
fn lock_that_cannot_be_written_stops_generate() {
    let folder = TempDir::new().expect("a folder");
    let [old, _] = versions();
    fs::write(folder.path().join("pets.yaml"), old).expect("a file");
    fs::write(folder.path().join("mine.lock"), "# Mine.\n").expect("a file");
    for (lock, expected, message) in [
        ("mine.lock", 1, "error: cannot overwrite ./mine.lock: it was not generated by apiarist"),
        ("missing/names.lock", 1, "error: missing: "),
        ("names.toml", 2, "the file name must end with `.lock`"),
    ] {
        let output = run(folder.path(), &["generate", "pets.yaml", "--out", "out", "--names-lock", lock]);
        assert_eq!(code(&output), Some(expected), "{lock}: {}", stderr(&output));
        assert!(stderr(&output).contains(message), "{lock}: {}", stderr(&output));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "{lock}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("mine.lock")).expect("a file"), "# Mine.\n");
}

#[test]
fn outline_prints_public_types() {
    let folder = pets();
    let output = run(folder.path(), &["outline", "pets.yaml"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("struct Pet"), "{}", stdout(&output));
}

#[test]
fn explain_prints_a_page_or_all_codes() {
    let folder = TempDir::new().expect("a folder");
    let output = run(folder.path(), &["explain", "duplicate-key"]);
    assert_eq!(code(&output), Some(0));
    let text = stdout(&output);
    assert!(text.starts_with("duplicate-key (repaired): An object contains the same key twice.\n"), "{text}");
    assert!(text.contains("\nExample:\n\n    components:\n") && text.contains("\nFixed:\n\n    "), "{text}");
    let all = stdout(&run(folder.path(), &["explain"]));
    assert!(all.contains("\nrepaired: ") && all.contains("\n  duplicate-key "), "{all}");
    let output = run(folder.path(), &["explain", "nonsense"]);
    assert_eq!(code(&output), Some(2));
    assert!(stderr(&output).contains("`apiarist explain` lists all codes"));
}

#[test]
fn machine_formats_are_written_to_standard_output() {
    let folder = pets();
    let read = |format: &str| {
        let output = run(folder.path(), &["check", "pets.yaml", "--format", format]);
        assert_eq!(code(&output), Some(0), "{}", stderr(&output));
        assert!(!stderr(&output).contains("warning["), "{}", stderr(&output));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("it is JSON and nothing else")
    };
    let report = read("json");
    assert_eq!((&report["operations"]["seen"], &report["operations"]["lost"]), (&1.into(), &0.into()));
    assert_eq!(
        (&report["fields"]["fallbacks"], &report["diagnostics"][0]["code"]),
        (&1.into(), &"unknown-type".into())
    );
    let sarif = read("sarif");
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(
        (&location["artifactLocation"]["uri"], &location["region"]["startLine"]),
        (&"pets.yaml".into(), &14.into())
    );
}

#[test]
fn diagnostic_in_another_file_is_located_there() {
    let folder = TempDir::new().expect("a folder");
    let root = "openapi: 3.0.3\ncomponents: {schemas: {Pet: {$ref: 'models/pet model.yaml'}}}\n";
    fs::write(folder.path().join("openapi.yaml"), root).expect("a file");
    fs::create_dir(folder.path().join("models")).expect("a folder");
    let model = "type: object\nproperties:\n  age:\n    type: strng\n";
    fs::write(folder.path().join("models/pet model.yaml"), model).expect("a file");
    let printed = stderr(&run(folder.path(), &["check", "openapi.yaml"]));
    assert!(printed.contains("models/pet model.yaml:4:11"), "{printed}");
    let sarif = run(folder.path(), &["check", "openapi.yaml", "--format", "sarif"]);
    let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).expect("it is JSON and nothing else");
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "models/pet%20model.yaml");
    assert_eq!(location["region"]["startLine"], 4);
}

#[test]
fn limit_and_all_control_the_number_of_diagnostics() {
    let folder = TempDir::new().expect("a folder");
    let schemas: String = (0..25).map(|number| format!("    S{number}: {{type: strng}}\n")).collect();
    let text = format!("openapi: 3.0.3\ncomponents:\n  schemas:\n{schemas}");
    fs::write(folder.path().join("many.yaml"), text).expect("a file");
    let shown = |arguments: &[&str]| {
        let printed = stderr(&run(folder.path(), &[&["check", "many.yaml"], arguments].concat()));
        let rest = printed.lines().find(|line| line.starts_with("... and ")).unwrap_or_default().to_owned();
        (printed.matches("warning[").count(), rest)
    };
    assert_eq!(shown(&[]), (20, "... and 5 more diagnostics".to_owned()));
    assert_eq!(shown(&["--limit", "1"]), (1, "... and 24 more diagnostics".to_owned()));
    assert_eq!(shown(&["--all"]), (25, String::new()));
}

#[test]
fn invalid_arguments_exit_with_code_2() {
    let folder = pets();
    for arguments in [
        &[][..],
        &["nonsense"],
        &["generate", "pets.yaml"],
        &["check"],
        &["check", "pets.yaml", "--nonsense"],
        &["generate", "pets.yaml", "--out", "out", "--name", "Not A Crate"],
    ] {
        assert_eq!(code(&run(folder.path(), arguments)), Some(2), "{arguments:?}");
    }
    let output = run(folder.path(), &["generate", "--help"]);
    assert_eq!(code(&output), Some(0));
    assert!(stdout(&output).contains("Examples:"), "{}", stdout(&output));
}

#[test]
fn overlay_prints_the_patched_document() {
    let folder = pets();
    let overlay = "\
overlay: 1.1.0
info: {title: Mend, version: '1'}
actions:
- {target: $.components.schemas.Pet.properties.age, update: {type: integer}}
- {target: $.servers, remove: true}
- {target: $.tags, update: {name: pets}}
";
    fs::write(folder.path().join("mend.yaml"), overlay).expect("a file");
    let output = run(folder.path(), &["overlay", "pets.yaml", "mend.yaml"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("        age:\n          type: integer\n"), "{}", stdout(&output));
    assert!(!stdout(&output).contains("servers"), "{}", stdout(&output));
    assert!(stderr(&output).contains("warning[unmatched-overlay-action]"), "{}", stderr(&output));
    assert!(stderr(&output).contains("mend.yaml:6:12"), "{}", stderr(&output));

    let strict = run(folder.path(), &["overlay", "pets.yaml", "mend.yaml", "--strict"]);
    assert_eq!((code(&strict), stdout(&strict).as_str()), (Some(1), ""));

    // The mistake that the overlay fixes is no longer reported.
    assert!(stderr(&run(folder.path(), &["check", "pets.yaml"])).contains("strng"));
    let mended = run(folder.path(), &["check", "pets.yaml", "--overlay", "mend.yaml"]);
    assert!(!stderr(&mended).contains("strng"), "{}", stderr(&mended));
}

/// Returns a folder with a page that contains a document, one without an operation, and one that lacks information.
fn pages() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join("pages").join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a page");
    };
    write("a.md", &format!("# Get a pet\n\n~~~yaml pets.yaml get /pets/{{id}}\n{PETS}~~~\n"));
    write("b/guide.md", "# How to keep pets\n");
    write("c.md", "`GET /pets`\n\n## Responses\n### 200\n#### application/json\n- `data` (array<object>, required)\n");
    write("d.html", "<html>");
    folder
}

#[test]
fn import_combines_pages_into_one_document() {
    let folder = pages();
    let output = run(folder.path(), &["import", "pages"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let text = stdout(&output);
    assert!(text.starts_with("# Imported by `apiarist import` from:\n#   a.md\n#   c.md\n"), "{text}");
    assert!(text.contains("\n  \"/pets/{id}\":\n") && text.contains("\n  /pets:\n"), "{text}");
    assert!(stderr(&output).contains("warning[incomplete-page]"), "{}", stderr(&output));
    assert!(stderr(&output).contains("pages/c.md:6:1"), "{}", stderr(&output));
    assert!(stderr(&output).contains("note[page-without-operation]"), "{}", stderr(&output));

    let written = run(folder.path(), &["import", "pages/a.md", "pages/c.md", "--out", "pets.json"]);
    assert_eq!((code(&written), stdout(&written).as_str()), (Some(0), ""));
    let json = fs::read_to_string(folder.path().join("pets.json")).expect("the document");
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["x-imported-from"], serde_json::json!(["a.md", "c.md"]));
    let generated = run(folder.path(), &["generate", "pets.json", "--out", "client"]);
    assert_eq!(code(&generated), Some(0), "{}", stderr(&generated));
}

#[test]
fn failed_import_writes_nothing() {
    let folder = pages();
    fs::write(folder.path().join("old.yaml"), "old").expect("a file");
    for arguments in [
        &["import", "pages", "--out", "old.yaml", "--strict"][..],
        &["import", "pages/b", "--out", "old.yaml"],
        &["import", "pages/missing.md", "--out", "old.yaml"],
        &["import", "pages/a.md", "--out", "missing/new.yaml"],
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!((code(&output), stdout(&output).as_str()), (Some(1), ""), "{arguments:?}");
        assert!(stderr(&output).contains("error"), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(folder.path().join("old.yaml")).expect("the file"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "{arguments:?}");
    }
    assert_eq!(code(&run(folder.path(), &["import"])), Some(2));
    let help = run(folder.path(), &["import", "--help"]);
    assert!(stdout(&help).contains("Examples:"), "{}", stdout(&help));
}

/// The files that are read, and the arguments that read them.
#[cfg(unix)]
const READ: [(&str, &[&str]); 8] = [
    ("pipe.yaml", &["check", "pipe.yaml"]),
    ("pipe.json", &["diff", "pets.yaml", "pipe.json"]),
    ("pipe.md", &["import", "pipe.md"]),
    ("overlay.yaml", &["check", "pets.yaml", "--overlay", "overlay.yaml"]),
    ("settings.toml", &["check", "pets.yaml", "--settings", "settings.toml"]),
    ("apiarist.toml", &["check", "pets.yaml"]),
    ("names.lock", &["check", "pets.yaml", "--settings", "empty.toml"]),
    ("overlays/mend.yaml", &["check", "pets.yaml"]),
];

#[cfg(unix)]
#[test]
fn pipe_device_or_folder_instead_of_a_file_is_rejected() {
    type Make = fn(&Path);
    let makers: [(&str, Make); 3] = [
        ("a named pipe", |at| {
            assert!(Command::new("mkfifo").arg(at).status().is_ok_and(|status| status.success()));
        }),
        ("a device", |at| std::os::unix::fs::symlink("/dev/zero", at).expect("a link")),
        ("a folder", |at| fs::create_dir(at).expect("a folder")),
    ];
    for (kind, make) in makers {
        for (name, arguments) in READ {
            let folder = pets();
            fs::write(folder.path().join("empty.toml"), "").expect("a file");
            fs::create_dir_all(folder.path().join(name).parent().expect("it is in a folder")).expect("a folder");
            make(&folder.path().join(name));
            if kind == "a folder" && name == "pipe.md" {
                // `import` accepts a folder of pages.
                continue;
            }
            let output = run(folder.path(), arguments);
            assert_eq!(code(&output), Some(1), "{name}, {kind}: {}", stderr(&output));
            let printed = stderr(&output);
            assert!(
                printed.contains(name) && printed.contains(&format!("it is {kind}, not a regular file")),
                "{name}, {kind}: {printed}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn referenced_pipe_is_not_opened() {
    let folder = pets();
    let text = PETS.replace("'#/components/schemas/Pet'", "'pipe.yaml'");
    fs::write(folder.path().join("pets.yaml"), text).expect("a file");
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe.yaml")).status().is_ok_and(|status| status.success()));
    let output = run(folder.path(), &["check", "pets.yaml"]);
    assert!(stderr(&output).contains("`pipe.yaml` is not a regular file"), "{}", stderr(&output));
}

#[cfg(unix)]
#[test]
fn symlink_out_of_the_folder_is_not_followed() {
    let root = TempDir::new().expect("a folder");
    let folder = root.path().join("api");
    fs::create_dir_all(folder.join("schemas")).expect("a folder");
    fs::create_dir_all(root.path().join("outside")).expect("a folder");
    fs::write(root.path().join("outside/pet.yaml"), "type: object").expect("a file");
    for (link, target, reference) in [
        ("schemas/pet.yaml", "../../outside/pet.yaml", "schemas/pet.yaml"),
        ("linked", "../outside", "linked/pet.yaml"),
        ("chain", "linked/pet.yaml", "chain"),
    ] {
        std::os::unix::fs::symlink(target, folder.join(link)).expect("a link");
        let text = PETS.replace("'#/components/schemas/Pet'", &format!("'{reference}'"));
        fs::write(folder.join("pets.yaml"), text).expect("a file");
        let output = run(&folder, &["check", "pets.yaml"]);
        assert!(stderr(&output).contains("is outside the folder"), "{reference}: {}", stderr(&output));
    }
}

#[test]
fn newline_in_the_document_name_does_not_inject_code() {
    let folder = TempDir::new().expect("a folder");
    let name = if cfg!(windows) { "pets'.yaml" } else { "pets\nfn main() { evil() }\n.yaml" };
    fs::write(folder.path().join(name), PETS.replace("strng", "string")).expect("a file");
    for _ in 0..2 {
        let output = run(folder.path(), &["generate", name, "--out", "out"]);
        assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    }
    for file in ["src/lib.rs", "src/types/pet.rs", "Cargo.toml", "rustfmt.toml"] {
        let text = fs::read_to_string(folder.path().join("out").join(file)).expect("a file");
        assert!(!text.lines().any(|line| line.starts_with("fn main")), "{text}");
    }
    assert!(!folder.path().join("out/.apiarist").exists());
}

#[test]
fn rustfmt_preserves_generated_files() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("pets.yaml"), PETS.replace("strng", "string")).expect("a file");
    let output = run(folder.path(), &["generate", "pets.yaml", "--out", "out"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let root = folder.path().join("out/src/lib.rs");
    let text = fs::read_to_string(&root).expect("a file");
    fs::write(&root, format!("{text}\nconst  A:i64=1;\n")).expect("a file");
    // The layout cannot be checked without rustfmt.
    let Ok(output) = Command::new("rustfmt").args(["--check", "--edition", "2024"]).arg(&root).output() else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn arrays_nested_to_the_depth_limit_are_generated() {
    let folder = TempDir::new().expect("a folder");
    let schema =
        (0..250).fold("{type: string}".to_owned(), |inner, _| format!("{{type: [array, 'null'], items: {inner}}}"));
    let document = format!(
        "openapi: 3.1.0\ninfo: {{title: Deep, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{Deep: {schema}}}}}\n"
    );
    fs::write(folder.path().join("deep.yaml"), document).expect("a file");
    let output = run(folder.path(), &["generate", "deep.yaml", "--out", "out"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
}

#[test]
fn module_is_written_into_an_existing_crate() {
    let folder = pets();
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("a file");
    let arguments = ["generate", "pets.yaml", "--module", "src/api", "--runtime", "registry"];
    let without_crate = run(folder.path(), &arguments);
    assert_eq!(code(&without_crate), Some(2), "{}", stderr(&without_crate));
    write("Cargo.toml", "[package]\nname = \"shop\"\nedition = \"2024\"\n");
    fs::create_dir_all(folder.path().join("src/api/types")).expect("a folder");
    write("src/lib.rs", "pub mod api;\n");
    write("src/other.rs", "// Written by apiarist from other.yaml. Changes are lost when it is generated again.\n");
    write(
        "src/api/types/old.rs",
        "// Written by apiarist from pets.yaml. Changes are lost when it is generated again.\n",
    );
    let written = run(folder.path(), &arguments);
    assert_eq!(code(&written), Some(0), "{}", stderr(&written));
    assert!(stderr(&written).contains("pub mod api;") && stderr(&written).contains("apiarist-runtime = { version = "));
    let exists = |path: &str| folder.path().join(path).exists();
    assert!(exists("src/api/call.rs") && exists("src/api/types/pet.rs") && !exists("src/api/types/old.rs"));
    assert!(exists("src/other.rs") && exists("src/lib.rs"), "files outside of the module are kept");
    let types = run(folder.path(), &[&arguments[..], &["--types-only"]].concat());
    assert_eq!(code(&types), Some(0), "{}", stderr(&types));
    assert!(exists("src/api/types/pet.rs") && !exists("src/api/call.rs") && !exists("src/api/operations"));
}

#[test]
fn crate_of_types_replaces_the_crate_of_a_client() {
    let folder = pets();
    let arguments = ["generate", "pets.yaml", "--out", "pets", "--runtime", "registry"];
    assert_eq!(code(&run(folder.path(), &arguments)), Some(0));
    let types = run(folder.path(), &[&arguments[..], &["--types-only"]].concat());
    assert_eq!(code(&types), Some(0), "{}", stderr(&types));
    let text = |path: &str| fs::read_to_string(folder.path().join("pets").join(path)).expect("a file");
    assert!(!folder.path().join("pets/src/operations").exists() && !folder.path().join("pets/src/client.rs").exists());
    assert!(
        text("Cargo.toml").contains("[features]\n# Conversions between the date and time types and jiff 1.\njiff = ")
    );
    assert!(!text("Cargo.toml").contains("reqwest") && !text("README.md").contains("tokio"));
    assert!(
        text("src/lib.rs").contains("//! The types of Pet Store.\n")
            && text("src/types/pet.rs").contains("pub struct Pet")
    );
}

#[test]
fn only_selected_operations_are_compared_and_generated() {
    let folder = pets();
    let with_removed = PETS.replace(
        "  /pets/{id}:",
        "  /old: {get: {operationId: getOld, responses: {'204': {description: x}}}}\n  /pets/{id}:",
    );
    fs::write(folder.path().join("old.yaml"), with_removed).expect("a file");
    let compare = |more: &[&str]| run(folder.path(), &[&["diff", "old.yaml", "pets.yaml"], more].concat());
    assert!(stdout(&compare(&[])).contains("getOld") || stdout(&compare(&[])).contains("GET /old"));
    let selected = stdout(&compare(&["--include", "tag:pets"]));
    assert!(!selected.contains("/old"), "{selected}");
    let outline = run(folder.path(), &["outline", "old.yaml", "--exclude", "get /old"]);
    assert!(stdout(&outline).contains("Pet") && !stdout(&outline).contains("/old"), "{}", stdout(&outline));
    let invalid = run(folder.path(), &["outline", "old.yaml", "--include", "tag:"]);
    assert_eq!(code(&invalid), Some(2), "{}", stderr(&invalid));
    assert!(stderr(&invalid).contains("the pattern `tag:` must contain the text to match"), "{}", stderr(&invalid));
}
