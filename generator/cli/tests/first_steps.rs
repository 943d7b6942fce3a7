//! Tests the first steps of a user: starting a project, documents that are not files, completions and manual pages.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use apiarist_test_support::loopback::{Answer, Loopback};
use tempfile::TempDir;

const PETS: &str = "\
openapi: 3.1.0
info: {title: Pet Store, version: '1'}
servers: [{url: 'https://pets.example.com'}]
paths: {/pets: {get: {operationId: listPets, responses: {'204': {description: Done.}}}}}
";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apiarist"));
    command.current_dir(folder).args(arguments);
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the command can be started")
}

/// Runs a command with a text as standard input.
fn pipe(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = command(folder, arguments);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command can be started");
    child.stdin.take().expect("it is piped").write_all(input).expect("the command reads its input");
    child.wait_with_output().expect("the command ends")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Returns the standard error of a command that succeeds.
#[track_caller]
fn succeeded(output: &Output) -> String {
    assert!(output.status.success(), "{}", stderr(output));
    stderr(output)
}

/// Returns the names of the entries of a folder.
fn entries(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn init_starts_a_project_that_generates_without_diagnostics() {
    let folder = TempDir::new().expect("a folder");
    let printed = succeeded(&run(folder.path(), &["init", "pets"]));
    assert!(printed.contains("Run `apiarist generate pets --out pets/client`"), "{printed}");
    let pets = folder.path().join("pets");
    assert_eq!(entries(&pets), ["apiarist.schema.json", "apiarist.toml", "openapi.yaml"]);
    let settings = fs::read_to_string(pets.join("apiarist.toml")).expect("a file");
    assert!(settings.starts_with("#:schema apiarist.schema.json\n"), "{settings}");
    assert!(settings.contains("apiKey = \"PETS_API_KEY\"\n"), "{settings}");

    let output = run(folder.path(), &["generate", "pets", "--out", "pets/client", "--strict"]);
    assert!(succeeded(&output).starts_with("wrote crate `pet-store` 0.1.0 to pets/client: "), "{}", stderr(&output));
    assert_eq!(stdout(&output), "2 operations, 2 emitted; 1 schema\n");

    let output = run(&pets, &["init"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("apiarist.toml already exists\nhelp: "), "{}", stderr(&output));
}

#[test]
fn init_keeps_or_copies_a_document() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("openapi.yml"), PETS).expect("a file");
    succeeded(&run(folder.path(), &["init"]));
    assert_eq!(entries(folder.path()), ["apiarist.schema.json", "apiarist.toml", "openapi.yml"]);
    let settings = fs::read_to_string(folder.path().join("apiarist.toml")).expect("a file");
    assert!(settings.contains("document = \"openapi.yml\"\n"), "{settings}");

    let output = run(folder.path(), &["init", "copy", "--from", "openapi.yml"]);
    // The settings of the current folder are not those of the new project.
    succeeded(&output);
    assert_eq!(fs::read_to_string(folder.path().join("copy/openapi.yaml")).expect("a file"), PETS);

    let output = pipe(folder.path(), &["init", "invalid", "--from", "-"], b"openapi: [");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("error[invalid-yaml]"), "{}", stderr(&output));
    assert!(!folder.path().join("invalid").exists());
}

#[test]
fn document_is_read_from_standard_input() {
    let folder = TempDir::new().expect("a folder");
    let output = pipe(folder.path(), &["generate", "-", "--out", "out"], PETS.as_bytes());
    succeeded(&output);
    assert_eq!(stdout(&output), "1 operation, 1 emitted; 0 schemas\n");
    let root = fs::read_to_string(folder.path().join("out/src/lib.rs")).expect("a file");
    assert!(root.starts_with("// Written by apiarist from stdin. "), "{root}");

    // Settings and overlays are those of the current folder.
    fs::write(folder.path().join("apiarist.toml"), "[names.operations]\nlistPets = \"all\"\n").expect("a file");
    let output = pipe(folder.path(), &["outline", "-"], PETS.as_bytes());
    succeeded(&output);
    assert!(stdout(&output).contains("pub fn all(self) -> AllPetCall;"), "{}", stdout(&output));

    for (input, code) in [(&b""[..], "error[empty-document]"), (b"a: \xff\n", "error[invalid-encoding]")] {
        let output = pipe(folder.path(), &["check", "-"], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(code), "{}", stderr(&output));
    }
    fs::write(folder.path().join("pet.yaml"), "{type: object}").expect("a file");
    let schema = "components: {schemas: {Pet: {$ref: pet.yaml}}}\n";
    let output = pipe(folder.path(), &["check", "-", "--strict"], format!("{PETS}{schema}").as_bytes());
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let output = pipe(folder.path(), &["check", "-", "--root", "."], PETS.as_bytes());
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

#[cfg(feature = "fetch")]
#[test]
fn document_is_fetched_from_one_origin() {
    let folder = TempDir::new().expect("a folder");
    let other = Loopback::start([]).expect("a server");
    let server = Loopback::start([
        Answer::body(200, "application/yaml", PETS),
        Answer::body(200, "text/html", "<html>"),
        Answer::empty(404),
        Answer::empty(302).header("location", &format!("{}/openapi.yaml", other.base_url())),
        Answer::body(200, "application/yaml", PETS),
    ])
    .expect("a server");
    let url = format!("{}/v1/openapi.yaml?token=1", server.base_url());
    succeeded(&run(folder.path(), &["generate", &url, "--out", "out"]));
    let root = fs::read_to_string(folder.path().join("out/src/lib.rs")).expect("a file");
    assert!(root.starts_with("// Written by apiarist from openapi.yaml. "), "{root}");
    for message in ["expected a document; found a web page", "unexpected status 404", "redirects to another origin"] {
        let output = run(folder.path(), &["check", &url]);
        assert_eq!(output.status.code(), Some(1));
        let printed = stderr(&output);
        assert!(printed.starts_with(&format!("error: cannot fetch {url}: ")) && printed.contains(message), "{printed}");
    }
    assert!(other.requests().is_empty());
    succeeded(&run(folder.path(), &["init", "project", "--from", &url]));
    let settings = fs::read_to_string(folder.path().join("project/apiarist.toml")).expect("a file");
    assert!(settings.contains(&format!("[source]\n# The origin of the document.\nurl = \"{url}\"\n")), "{settings}");

    let output = run(folder.path(), &["check", "http://example.com/openapi.yaml"]);
    assert!(stderr(&output).contains("the URL must start with `https://`"), "{}", stderr(&output));
}

#[test]
fn quiet_prints_only_results_and_diagnostics() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("pets.yaml"), PETS).expect("a file");
    for arguments in [&["generate", "pets.yaml", "--out", "out"][..], &["check", "pets.yaml"], &["init", "a"]] {
        let output = run(folder.path(), &[arguments, &["--quiet"]].concat());
        succeeded(&output);
        assert_eq!((stdout(&output).as_str(), stderr(&output).as_str()), ("", ""), "{arguments:?}");
    }
    fs::write(folder.path().join("pets.yaml"), PETS.replace("'204'", "'2044'")).expect("a file");
    let output = run(folder.path(), &["check", "pets.yaml", "-q"]);
    assert!(stderr(&output).contains("2044"), "{}", stderr(&output));
    // Progress is for terminals only.
    assert!(!stderr(&run(folder.path(), &["check", "pets.yaml"])).contains('\u{1b}'));
}

#[test]
fn completions_and_manual_pages_cover_every_command() {
    let folder = TempDir::new().expect("a folder");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(folder.path(), &["completions", shell]);
        succeeded(&output);
        for name in ["generate", "discard-edits", "completions"] {
            assert!(stdout(&output).contains(name), "{shell}: {name}");
        }
    }
    succeeded(&run(folder.path(), &["man", "--out", "share/man1"]));
    let pages = entries(&folder.path().join("share/man1"));
    assert!(pages.contains(&"apiarist.1".to_owned()) && pages.contains(&"apiarist-generate.1".to_owned()), "{pages:?}");
    let page = fs::read_to_string(folder.path().join("share/man1/apiarist-generate.1")).expect("a file");
    assert!(page.contains("\\-\\-discard\\-edits"), "{page}");
    fs::write(folder.path().join("file"), "").expect("a file");
    let output = run(folder.path(), &["man", "--out", "file"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("help: pass a folder"), "{}", stderr(&output));
}
