//! Tests of `cargo xtask release`, in a git repository.

use crate::repository::Repository;
use crate::update::commit::pets;
use crate::update::server::Response;

/// Creates a repository with the released version 0.1.0 and these responses of its source.
fn released(responses: &[&str]) -> (crate::update::server::Server, Repository) {
    let responses: Vec<Response> = responses.iter().map(|text| Response::document(text)).collect();
    let (server, repository) = Repository::served(&pets("1", &["name"]), responses);
    let ran = repository.run(&["release", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    (server, repository)
}

/// Returns the changelog without its introduction and without dates.
fn changelog(repository: &Repository) -> String {
    let text = repository.read("generated/CHANGELOG.md");
    let sections = &text[text.find("## ").expect("a section")..];
    let heading = |line: &str| match line.strip_prefix("## ").and_then(|heading| heading.split_once(" (2")) {
        Some((version, _)) => format!("## {version} (day)"),
        None => line.to_owned(),
    };
    sections.lines().map(heading).collect::<Vec<_>>().join("\n")
}

pub fn first_release_has_the_version_of_the_changelog() {
    let (_server, repository) = released(&[]);
    assert_eq!(changelog(&repository), "## 0.1.0 (day)");
    assert_eq!(repository.subjects(), ["generated: release 0.1.0"]);
    assert_eq!(repository.git(&["tag", "--list"]), "conversation-apis-v0.1.0");
    repository.assert_clean();
    let ran = repository.run(&["release", "--commit"]);
    assert!(ran.code == 0 && ran.text.contains("nothing to release since conversation-apis-v0.1.0"), "{}", ran.text);
}

pub fn changes_since_the_tag_determine_the_version() {
    let (_server, repository) = released(&[&pets("2", &["age"])]);
    assert_eq!(repository.run(&["update", "pets", "--commit"]).code, 0);
    repository.write("specs/cats/apiarist.toml", "");
    repository.write("specs/cats/openapi.yaml", &pets("1", &[]));
    repository.generate("add cats");
    let ran = repository.run(&["release"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    let text = [
        "cats: compatible",
        "pets: breaking",
        "conversation-apis: 0.1.0 → 0.2.0",
        "git tag --annotate conversation-apis-v0.2.0",
    ];
    assert!(text.iter().all(|line| ran.text.contains(line)), "{}", ran.text);
    let prepared = changelog(&repository);
    repository.git(&["restore", "."]);

    let ran = repository.run(&["release", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(changelog(&repository), prepared);
    let start = "## 0.2.0 (day)\n\n### cats\n\n- New client\n\n### pets\n\nDocument 1 → 2.\n\n- **Breaking:** ";
    assert!(prepared.starts_with(start) && prepared.ends_with("\n\n## 0.1.0 (day)"), "{prepared}");
    assert!(repository.read("Cargo.lock").contains("version = \"0.2.0\""));
    assert_eq!(repository.run(&["codegen", "--check"]).code, 0);
    repository.assert_clean();
    let tag = repository.git(&["tag", "--list", "--format=%(contents)", "conversation-apis-v0.2.0"]);
    assert!(tag.starts_with("conversation-apis 0.2.0\n\n### cats\n\n- New client\n"), "{tag}");
}

pub fn undone_changes_are_not_released() {
    let documents = [pets("2", &["age"]), pets("1", &["name"])];
    let (_server, repository) = released(&[&documents[0], &documents[1]]);
    for _ in documents {
        assert_eq!(repository.run(&["update", "pets", "--commit"]).code, 0);
    }
    assert!(changelog(&repository).starts_with("## 0.2.0 (unreleased)"));
    let ran = repository.run(&["release"]);
    assert!(ran.code == 0 && ran.text.contains("nothing to release"), "{}", ran.text);
}

pub fn changes_of_the_generator_are_released() {
    let repository = Repository::new(&pets("1", &["name"]), "");
    let path = "generated/outlines/pets.md";
    let outline = repository.read(path);
    repository.write(path, &outline.replace("name: ", "nickname: "));
    repository.commit("generate with another version");
    repository.git(&["tag", "conversation-apis-v0.1.0"]);
    repository.generate("upgrade the generator");
    let ran = repository.run(&["release", "--commit"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    let entry = "## 0.2.0 (day)\n\n### pets\n\n- **Breaking:** the generator changes the code (lines of the outline: 1 changed or \
                 removed, 1 added)\n";
    assert!(changelog(&repository).starts_with(entry), "{}", changelog(&repository));
}

#[cfg(unix)]
pub fn printed_commands_commit_and_tag_or_undo_the_release() {
    for is_undone in [false, true] {
        let repository = Repository::new(&pets("1", &["name"]), "");
        let ran = repository.run(&["release"]);
        assert_eq!(ran.code, 0, "{}", ran.text);
        let next = ran.text.split_once("next: review generated/CHANGELOG.md").expect("the next steps").1;
        let (steps, undo) = next.split_once("\nor undo it:\n").expect("a command");
        let script = if is_undone { undo.lines().next() } else { steps.split_once('\n').map(|(_, steps)| steps) };
        repository.shell(script.expect("commands"));
        let tags = if is_undone { "" } else { "conversation-apis-v0.1.0" };
        assert_eq!(repository.git(&["tag", "--list"]), tags);
        repository.assert_clean();
    }
}

pub fn outdated_files_are_not_released() {
    let repository = Repository::new(&pets("1", &["name"]), "");
    repository.0.write("openapi.yaml", &pets("2", &["age"]));
    let ran = repository.run(&["release"]);
    assert!(
        ran.code == 1 && ran.text.contains("it does not match specs/\nhelp: run `cargo xtask codegen`"),
        "{}",
        ran.text
    );
    let ran = repository.run(&["release", "--commit"]);
    assert!(ran.code == 1 && ran.text.contains("uncommitted changes: specs/pets/openapi.yaml"), "{}", ran.text);
}
