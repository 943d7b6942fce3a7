//! Tests of `cargo xtask refresh`, with a loopback server, a bare repository as the remote, and a replacement for `gh`.

use serde_json::Value;
use tempfile::TempDir;

use crate::fake_github::{FakeGitHub, labels};
use crate::repository::Repository;
use crate::run_task_with;
use crate::update::commit::pets;
use crate::update::server::{Response, Server};
use crate::update::spec_folder::Ran;

/// A repository with a remote on GitHub.
pub struct Project {
    pub repository: Repository,
    pub github: FakeGitHub,
    remote: TempDir,
    _server: Server,
}

impl Project {
    /// Creates a project whose document `pets` has a server with these responses as its source.
    pub fn new(responses: impl IntoIterator<Item = Response>) -> Self {
        Self::with(&pets("1", &["name"]), responses)
    }

    /// Creates a project like [`new`](Self::new) with this text of the document.
    fn with(document: &str, responses: impl IntoIterator<Item = Response>) -> Self {
        let (_server, repository) = Repository::served(document, responses);
        let remote = TempDir::new().expect("a folder");
        let path = remote.path().display().to_string();
        repository.git(&["init", "--quiet", "--bare", "--initial-branch", "main", &path]);
        repository.git(&["remote", "add", "origin", &path]);
        repository.git(&["push", "--quiet", "origin", "main"]);
        Self { repository, github: FakeGitHub::new(), remote, _server }
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let (code, text) = run_task_with(self.repository.root(), arguments, &self.github.variables());
        Ran { code, text }
    }

    /// Refreshes the documents, which must succeed and leave the checkout as it was.
    fn refresh(&self) -> String {
        let ran = self.run(&["refresh"]);
        assert_eq!(ran.code, 0, "{}", ran.text);
        self.repository.assert_clean();
        assert_eq!(self.repository.git(&["symbolic-ref", "--short", "HEAD"]), "main");
        ran.text
    }

    /// Returns the refs of the remote, without `main`.
    pub fn refs(&self) -> Vec<String> {
        let path = self.remote.path().display().to_string();
        let refs = self.repository.git(&["ls-remote", &path, "refs/*"]);
        let names = refs.lines().filter_map(|line| line.split_once('\t')).map(|(_, name)| name.to_owned());
        names.filter(|name| name != "refs/heads/main").collect()
    }

    /// Returns the only open pull request.
    fn pull_request(&self) -> Value {
        let open = self.github.open("pr");
        assert_eq!(open.len(), 1, "{open:?}");
        open[0].clone()
    }

    fn body(&self) -> String {
        self.pull_request()["body"].as_str().expect("a text").to_owned()
    }
}

fn document(text: &str) -> Response {
    Response::document(text)
}

pub fn each_provider_gets_one_pull_request() {
    let project = Project::new([document(&pets("2", &["age"]))]);
    let repository = &project.repository;
    let cats = Server::start([document(&pets("7", &["name", "age"]))]);
    repository.write("specs/cats/apiarist.toml", &format!("[source]\nurl = \"{}\"\n", cats.url("/openapi.yaml")));
    repository.write("specs/cats/openapi.yaml", &pets("6", &["name"]));
    repository.write("specs/dogs/apiarist.toml", "");
    repository.write("specs/dogs/openapi.yaml", &pets("1", &[]));
    repository.generate("add cats and dogs");
    let text = project.refresh();
    assert!(text.contains("open a pull request for refresh/cats") && !text.contains("dogs"), "{text}");

    assert_eq!(project.refs(), ["refs/heads/refresh/cats", "refs/heads/refresh/pets"]);
    let open = project.github.open("pr");
    let heads: Vec<&str> = open.iter().filter_map(|pull| pull["headRefName"].as_str()).collect();
    assert_eq!(
        (heads.as_slice(), &open[0]["base"]),
        (["refresh/cats", "refresh/pets"].as_slice(), &Value::from("main"))
    );
    assert_eq!(labels(&open[0]), ["api:cats", "semver:minor"]);
    assert_eq!(labels(&open[1]), ["api:pets", "semver:major"]);
    assert_eq!(open[1]["title"], "specs: update pets to version 2 (breaking)");
    let body = open[1]["body"].as_str().expect("a text");
    assert!(body.contains("specs/pets/openapi.yaml:") && !body.contains("target/"), "{body}");
    assert!(body.contains("conversation-apis 0.1.0 → 0.2.0."), "{body}");

    // Each branch has the two commits of its own update on top of `main`.
    for (api, kind, version) in [("cats", "compatible", "7"), ("pets", "breaking", "2")] {
        let range = format!("main..origin/refresh/{api}");
        repository.git(&["fetch", "--quiet", "origin"]);
        let subjects = repository.git(&["log", "--format=%s", &range]);
        let expected =
            format!("generated: update {api} to version {version} ({kind})\nspecs: update {api} to version {version}");
        assert_eq!(subjects, expected);
    }
}

pub fn pull_request_is_updated_and_closed_with_its_source() {
    let second = format!("{}\n# The same API.\n", pets("3", &["name"]));
    let project = Project::new([
        document(&pets("2", &["age"])),
        document(&pets("2", &["age"])),
        document(&second),
        document(&pets("1", &["name"])),
    ]);
    project.refresh();
    let before = project.pull_request();
    let commit = project.repository.git(&["rev-parse", "origin/refresh/pets"]);

    let text = project.refresh();
    assert!(!text.contains("push ") && text.contains("edit pull request #1"), "{text}");
    assert_eq!(project.pull_request(), before);
    assert_eq!(project.repository.git(&["rev-parse", "origin/refresh/pets"]), commit);

    let text = project.refresh();
    assert!(text.contains("push ") && text.contains("edit pull request #1"), "{text}");
    assert_eq!(labels(&project.pull_request()), ["api:pets", "docs-only", "semver:patch"]);

    let text = project.refresh();
    assert!(text.contains("pets: unchanged") && text.contains("close pull request #1"), "{text}");
    assert!(project.github.open("pr").is_empty() && project.refs().is_empty());
}

pub fn second_failure_opens_an_issue_and_success_closes_it() {
    let failed = || Response::new("503 Service Unavailable");
    let project = Project::new([failed(), failed(), failed(), document(&pets("1", &["name"]))]);
    let text = project.refresh();
    assert!(text.contains("mark the failure of pets") && project.github.open("issue").is_empty(), "{text}");
    assert_eq!(project.refs(), ["refs/refresh/failed/pets"]);

    project.refresh();
    let issues = project.github.open("issue");
    assert_eq!((issues.len(), labels(&issues[0])), (1, vec!["source-failure", "api:pets"]));
    assert!(
        issues[0]["body"].as_str().is_some_and(|body| body.contains("\n    cannot update specs/pets/")),
        "{issues:?}"
    );

    let text = project.refresh();
    assert!(text.contains("edit issue #1") && project.github.open("issue").len() == 1, "{text}");

    project.refresh();
    assert!(project.github.open("issue").is_empty() && project.refs().is_empty());
}

pub fn removed_operations_are_proposed_with_a_warning() {
    let toys = "paths:\n  /`toys`:\n    delete: {operationId: dropToys, responses: {'204': {description: ''}}}\n";
    let larger = pets("1", &["name"]).replace("paths:\n", toys);
    let empty = "openapi: 3.1.0\ninfo: {title: Pets, version: '3'}\npaths: {}\n";
    let project = Project::with(&larger, [document(&pets("2", &["name"])), document(empty)]);
    project.refresh();
    let warning = "> [!WARNING]\n> Check whether the document is complete.\n\n    the new document removes 1 operation of 2:\n      DELETE \
                   /`toys`\n\n";
    assert!(project.body().starts_with(warning), "{}", project.body());

    let text = project.refresh();
    assert!(text.contains("mark the failure of pets") && project.github.open("pr").len() == 1, "{text}");
}

pub fn generator_gets_a_pull_request_of_its_own() {
    let project = Project::new([document(&pets("2", &["age"]))]);
    let repository = &project.repository;
    let path = "generated/outlines/pets.md";
    repository.write(path, &repository.read(path).replace("name: ", "nickname: "));
    repository.commit("generate with another version");
    let text = project.refresh();
    assert!(text.contains("pets: waits for the pull request of the generator"), "{text}");
    assert_eq!(project.refs(), ["refs/heads/refresh-generator"]);
    let pull = project.pull_request();
    assert_eq!(
        (&pull["headRefName"], labels(&pull)),
        (&Value::from("refresh-generator"), vec!["generator", "semver:major"])
    );
    assert!(project.body().starts_with("No document changed. "), "{}", project.body());
    repository.git(&["fetch", "--quiet", "origin"]);
    let files = repository.git(&["diff", "--name-only", "main", "origin/refresh-generator"]);
    assert_eq!(files, "Cargo.lock\ngenerated/CHANGELOG.md\ngenerated/Cargo.toml\ngenerated/outlines/pets.md");

    repository.git(&["merge", "--quiet", "--ff-only", "origin/refresh-generator"]);
    project.refresh();
    assert_eq!(project.pull_request()["headRefName"], "refresh/pets");
    assert_eq!(project.refs(), ["refs/heads/refresh/pets"]);
}

pub fn closed_pull_request_is_opened_again_only_after_a_change() {
    let project = Project::new(["2", "2", "3"].map(|version| document(&pets(version, &["age"]))));
    project.refresh();
    project.github.close(1);
    let text = project.refresh();
    assert!(project.github.open("pr").is_empty(), "{text}");
    project.refresh();
    assert_eq!(project.pull_request()["number"], 2);
}

pub fn branch_with_commits_of_others_is_kept() {
    let project = Project::new([document(&pets("2", &["age"])), document(&pets("3", &["color"]))]);
    project.refresh();
    let repository = &project.repository;
    repository.git(&["fetch", "--quiet", "origin"]);
    repository.git(&["switch", "--quiet", "refresh/pets"]);
    let commit = [
        "-c",
        "user.name=Bob",
        "-c",
        "user.email=bob@example.com",
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "review",
    ];
    repository.git(&commit);
    repository.git(&["push", "--quiet", "origin", "refresh/pets"]);
    repository.git(&["switch", "--quiet", "main"]);
    let text = project.refresh();
    assert!(text.contains("refresh/pets: not changed, because it has commits of others"), "{text}");
    assert_eq!(repository.git(&["log", "-1", "--format=%s", "origin/refresh/pets"]), "review");
    assert_eq!(project.pull_request()["title"], "specs: update pets to version 2 (breaking)");
}

pub fn dry_run_changes_nothing() {
    let project = Project::new([document(&pets("2", &["age"]))]);
    let ran = project.run(&["refresh", "pets", "--dry-run"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert!(ran.text.contains("would open a pull request for refresh/pets"), "{}", ran.text);
    assert!(project.github.open("pr").is_empty() && project.refs().is_empty());
    project.repository.assert_clean();
}

pub fn refresh_needs_a_clean_branch() {
    let project = Project::new([]);
    project.repository.write("notes.txt", "");
    let ran = project.run(&["refresh"]);
    assert!(ran.code == 1 && ran.text.contains("uncommitted changes, such as notes.txt"), "{}", ran.text);
    project.repository.commit("add notes");
    project.repository.git(&["switch", "--quiet", "--detach"]);
    let ran = project.run(&["refresh"]);
    assert!(ran.code == 1 && ran.text.contains("no branch is checked out"), "{}", ran.text);
}
