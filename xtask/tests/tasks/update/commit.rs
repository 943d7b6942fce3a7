//! Tests of `cargo xtask update --commit`, in a git repository.

use super::server::{Response, Server};
use crate::repository::Repository;
use crate::run_task;

/// Returns a document of this version whose only schema has these properties.
pub fn pets(version: &str, properties: &[&str]) -> String {
    let properties: Vec<String> = properties.iter().map(|name| format!("{name}: {{type: string}}")).collect();
    format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: '{version}'}}\npaths:\n  /pets:\n    get:\n      operationId: getPet\n      \
         responses: {{'200': {{description: '', content: {{application/json: {{schema: {{$ref: \
         '#/components/schemas/Pet'}}}}}}}}}}\ncomponents:\n  schemas:\n    Pet: {{type: object, properties: {{{}}}}}\n",
        properties.join(", ")
    )
}

pub fn commit_makes_two_commits_and_raises_the_version() {
    let (first, second) = (pets("2", &["age"]), pets("3", &["age", "color"]));
    let responses = [&first, &first, &second].map(|text| Response::document(text));
    let (_server, repository) = Repository::served(&pets("1", &["name"]), responses);
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert!(ran.text.contains("conversation-apis: 0.1.0 → 0.2.0"), "{}", ran.text);
    let subjects = ["generated: update pets to version 2 (breaking)", "specs: update pets to version 2"];
    assert_eq!(repository.subjects(), subjects);
    repository.assert_clean();

    assert_eq!(repository.files("HEAD^"), ["specs/pets/openapi.yaml", "specs/pets/source.lock"]);
    let files = repository.files("HEAD");
    for path in ["Cargo.lock", "generated/CHANGELOG.md", "generated/Cargo.toml", "generated/outlines/pets.md"] {
        assert!(files.iter().any(|file| file == path), "{path} is missing in {files:?}");
    }
    assert!(repository.read("generated/Cargo.toml").contains("\nversion = \"0.2.0\"\n"));
    assert!(repository.read("Cargo.lock").ends_with("name = \"conversation-apis\"\nversion = \"0.2.0\"\n"));
    let changelog = repository.read("generated/CHANGELOG.md");
    let entry = "## 0.2.0 (unreleased)\n\n### pets\n\nDocument 1 → 2.\n\n- **Breaking:** ";
    assert!(changelog.contains(entry) && changelog.ends_with("\n\n## 0.1.0\n"), "{changelog}");
    assert_eq!(repository.run(&["codegen", "--check"]).code, 0);

    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(repository.subjects().len(), 2);
    repository.assert_clean();

    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(repository.subjects()[0], "generated: update pets to version 3 (compatible)");
    let changelog = repository.read("generated/CHANGELOG.md");
    assert!(
        changelog.contains("\n\nDocument 2 → 3.\n\n- ") && changelog.matches("### pets").count() == 1,
        "{changelog}"
    );
    assert!(changelog.contains("## 0.2.0 (unreleased)") && !changelog.contains("0.2.1"), "{changelog}");
    repository.assert_clean();
}

pub fn several_updates_are_committed_one_by_one() {
    let (_server, repository) = Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
    let cats = Server::start([Response::document(&pets("7", &["name", "age"]))]);
    let dogs = Server::start([Response::new("503 Service Unavailable")]);
    for (api, server) in [("cats", &cats), ("dogs", &dogs)] {
        let source = format!("[source]\nurl = \"{}\"\n", server.url("/openapi.yaml"));
        repository.write(&format!("specs/{api}/apiarist.toml"), &source);
        repository.write(&format!("specs/{api}/openapi.yaml"), &pets("6", &["name"]));
    }
    repository.generate("add cats and dogs");
    let ran = repository.run(&["update", "--all", "--commit"]);
    assert!(ran.code == 1 && ran.text.contains("error: cannot update specs/dogs/openapi.yaml"), "{}", ran.text);
    let subjects = [
        "generated: update pets to version 2 (breaking)",
        "specs: update pets to version 2",
        "generated: update cats to version 7 (compatible)",
        "specs: update cats to version 7",
    ];
    assert_eq!(repository.subjects()[..4], subjects);
    let changelog = repository.read("generated/CHANGELOG.md");
    let headings: Vec<&str> = changelog.lines().filter(|line| line.starts_with("##")).collect();
    assert_eq!(headings, ["## 0.2.0 (unreleased)", "### cats", "### pets", "## 0.1.0"]);
    assert_eq!(repository.run(&["codegen", "--check"]).code, 0);
    repository.assert_clean();
}

pub fn update_without_changes_of_the_client_keeps_the_version() {
    let document = pets("1", &["name"]);
    let (_server, repository) = Repository::served(&document, [Response::document(&format!("# Moved.\n{document}"))]);
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(repository.subjects(), ["specs: update pets to version 1"]);
    assert!(!repository.root().join("generated/CHANGELOG.md").exists());
    repository.assert_clean();
}

pub fn commit_is_rejected_if_its_files_have_changes() {
    let (server, repository) = Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
    repository.write("generated/README.md", "by hand");
    repository.write("specs/pets/new.toml", "");
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 1, "{}", ran.text);
    let message = "uncommitted changes: generated/README.md, specs/pets/new.toml\nhelp: commit or stash them";
    assert!(ran.text.contains(message), "{}", ran.text);
    assert!(server.requests().is_empty());
}

pub fn other_changes_are_not_committed() {
    let (_server, repository) = Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
    repository.write("staged.txt", "");
    repository.git(&["add", "staged.txt"]);
    repository.write("specs/cats/notes.txt", "");
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(repository.git(&["status", "--porcelain"]), "A  staged.txt\n?? specs/cats/");
}

pub fn commit_is_rejected_outside_of_a_repository_and_without_an_identity() {
    let (_server, repository) = Repository::served(&pets("1", &["name"]), []);
    repository.git(&["config", "--unset", "user.email"]);
    repository.git(&["config", "user.useConfigOnly", "true"]);
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert!(ran.code == 1 && ran.text.contains("help: set `user.name` and `user.email`"), "{}", ran.text);
    std::fs::rename(repository.root().join(".git"), repository.root().join("git")).expect("it is there");
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert!(ran.code == 1 && ran.text.contains("not a git repository with a commit"), "{}", ran.text);
}

pub fn commit_is_rejected_if_the_generated_files_are_out_of_date() {
    let (_server, repository) = Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
    let page = repository.read("generated/outlines/pets.md").replace("pets", "dogs");
    repository.write("generated/outlines/pets.md", &page);
    repository.commit("edit by hand");
    let before = repository.0.files();
    let ran = repository.run(&["update", "pets", "--commit"]);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert!(
        ran.text.contains("generated/ does not match specs/ already\nhelp: run `cargo xtask codegen pets`"),
        "{}",
        ran.text
    );
    assert_eq!(repository.0.files(), before);
    repository.assert_clean();
}

pub fn update_that_cannot_be_generated_writes_nothing() {
    let (_server, repository) = Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
    repository.write("generated/src/pets/foreign.rs", "");
    repository.commit("add a file by hand");
    let ran = repository.run(&["update", "pets"]);
    assert!(ran.code == 1 && ran.text.contains("help: move or remove: "), "{}", ran.text);
    repository.assert_clean();
}

#[cfg(unix)]
pub fn printed_commands_commit_or_undo_the_update() {
    for is_undone in [false, true] {
        let (_server, repository) =
            Repository::served(&pets("1", &["name"]), [Response::document(&pets("it''s; 2", &["age"]))]);
        let ran = repository.run(&["update", "pets"]);
        assert_eq!(ran.code, 0, "{}", ran.text);
        let next = ran.text.split_once("next: review `git diff`").expect("the next steps").1;
        let (steps, undo) = next.split_once("\nor undo it:\n").expect("a command");
        if is_undone {
            repository.shell(undo.lines().next().expect("a command"));
            assert!(repository.subjects().is_empty());
        } else {
            repository.shell(steps.split_once('\n').expect("commands").1);
            let subjects =
                ["generated: update pets to version it_s__2 (breaking)", "specs: update pets to version it_s__2"];
            assert_eq!(repository.subjects(), subjects);
        }
        repository.assert_clean();
    }
}

#[cfg(unix)]
pub fn interrupted_commit_can_be_undone() {
    let rejects_second = "git diff --cached --quiet -- generated";
    for (hook, changed) in [
        ("exit 1", "specs/pets and generated/ were changed, but not committed"),
        (rejects_second, "the document of specs/pets was committed, but the changes of generated/ were not"),
    ] {
        let (_server, repository) =
            Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
        repository.hook(hook);
        let head = repository.git(&["rev-parse", "HEAD"]);
        let ran = repository.run(&["update", "pets", "--commit"]);
        assert_eq!(ran.code, 1, "{}", ran.text);
        assert!(ran.text.contains(changed), "{}", ran.text);
        let undo = ran.text.split_once("undo this with\n").expect("a command").1;
        repository.shell(undo.lines().next().expect("a command"));
        assert_eq!(repository.git(&["rev-parse", "HEAD"]), head);
        repository.assert_clean();
    }
}

pub fn workspace_may_be_a_folder_of_its_repository() {
    let (_server, repository) = Repository::served(&pets("1", &["name"]), [Response::document(&pets("2", &["age"]))]);
    std::fs::create_dir(repository.root().join("clients")).expect("a folder");
    repository.git(&["mv", "specs", "generated", "Cargo.lock", "clients"]);
    repository.commit("move the workspace");
    let workspace = repository.root().join("clients");
    let (code, text) = run_task(&workspace, &["update", "pets", "--commit"]);
    assert_eq!(code, 0, "{text}");
    assert_eq!(repository.files("HEAD^"), ["clients/specs/pets/openapi.yaml", "clients/specs/pets/source.lock"]);
    repository.assert_clean();
    let (code, text) = run_task(&workspace, &["diff", "--base", "HEAD~2"]);
    assert!(code == 0 && text.starts_with("major: "), "{text}");
}
