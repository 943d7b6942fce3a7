//! Tests of the workflows in `.github/workflows/`: rules that every one follows, and runs of their scripts.

use std::fs;
use std::path::PathBuf;

use apiarist::source::Document;
use serde_json::Value;

/// Actions of GitHub itself, which a version identifies. Others could be moved by their owners.
const OWN: [&str; 2] = ["actions/", "github/"];

/// The most lines of a script. Logic belongs into tasks, which have tests.
const LONGEST_SCRIPT: usize = 5;

/// A parsed workflow.
pub struct Workflow {
    name: String,
    root: Value,
    text: String,
}

impl Workflow {
    /// Reads a workflow by its name.
    pub fn read(name: &str) -> Self {
        let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.github/workflows")).join(name);
        let document = Document::read(&path).unwrap_or_else(|error| panic!("{error}"));
        let text = fs::read_to_string(&path).expect("a text");
        Self { name: name.to_owned(), root: document.root().clone(), text }
    }

    fn all() -> Vec<Self> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../.github/workflows");
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        entries.map(|name| Self::read(&name.to_string_lossy())).collect()
    }

    fn jobs(&self) -> impl Iterator<Item = &Value> {
        self.root["jobs"].as_object().expect("a table").values()
    }

    fn steps(&self) -> impl Iterator<Item = &Value> {
        self.jobs().flat_map(|job| job["steps"].as_array().expect("an array"))
    }

    /// Returns the scripts in their order.
    pub fn scripts(&self) -> Vec<&str> {
        self.steps().filter_map(|step| step["run"].as_str()).collect()
    }

    /// Returns the scripts that run after an event.
    #[cfg(unix)]
    fn scripts_on(&self, event: &str) -> Vec<&str> {
        let runs = |step: &&Value| match step["if"].as_str() {
            Some("github.event_name == 'push'") => event == "push",
            Some("github.event_name != 'push'") => event != "push",
            Some(condition) => panic!("unknown condition {condition}"),
            None => true,
        };
        self.steps().filter(runs).filter_map(|step| step["run"].as_str()).collect()
    }

    fn can_write(&self) -> bool {
        self.root["permissions"].as_object().expect("a table").values().any(|access| access == "write")
    }
}

pub fn permissions_concurrency_and_time_limits_are_stated() {
    for workflow in Workflow::all() {
        let name = &workflow.name;
        assert!(workflow.root["permissions"].is_object() && workflow.root["concurrency"].is_object(), "{name}");
        assert!(workflow.jobs().all(|job| job["timeout-minutes"].is_number()), "{name}");
        assert!(workflow.jobs().all(|job| job.get("permissions").is_none()), "{name}: a job changes the permissions");
        assert!(!workflow.text.contains("pull_request_target"), "{name} runs the code of forks with a token");
    }
}

pub fn actions_are_pinned() {
    for workflow in Workflow::all() {
        for action in workflow.steps().filter_map(|step| step["uses"].as_str()) {
            let (action, version) = action.rsplit_once(['@', ':']).unwrap_or_else(|| panic!("{action} has no version"));
            let is_commit = version.len() == 40 && version.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_version = version.trim_start_matches('v').starts_with(|first: char| first.is_ascii_digit());
            assert!(is_commit || is_version, "{}: {action} must have a version", workflow.name);
            let is_own = OWN.iter().any(|owner| action.starts_with(owner));
            let is_safe = is_commit || is_own || !workflow.can_write();
            assert!(is_safe, "{}: {action} must be pinned to a commit, because the token can write", workflow.name);
        }
    }
}

pub fn scripts_are_short_and_contain_no_expressions() {
    for workflow in Workflow::all() {
        for script in workflow.scripts() {
            // A value inserted into a script is executed; a variable of the environment is not.
            assert!(!script.contains("${{"), "{}: {script}", workflow.name);
            assert!(script.lines().count() <= LONGEST_SCRIPT, "{}: {script}", workflow.name);
        }
    }
}

pub fn token_is_given_to_steps_that_need_it_only() {
    let commands = ["gh ", "cargo xtask comment", "cargo xtask refresh"];
    for workflow in Workflow::all() {
        let name = &workflow.name;
        let has_token = |value: &Value| value["env"].get("GH_TOKEN").is_some();
        assert!(
            !has_token(&workflow.root) && !workflow.jobs().any(has_token),
            "{name}: a dependency could read the token"
        );
        for step in workflow.steps() {
            let needs = |script: &str| commands.iter().any(|command| script.starts_with(command));
            assert_eq!(has_token(step), step["run"].as_str().is_some_and(needs), "{name}: {step}");
        }
        // Git keeps the token in its settings, unless the workflow pushes.
        let is_kept = |step: &Value| {
            let is_checkout = step["uses"].as_str().is_some_and(|action| action.starts_with("actions/checkout@"));
            is_checkout && step["with"]["persist-credentials"] != false
        };
        assert!(!workflow.can_write() || name == "refresh.yaml" || !workflow.steps().any(is_kept), "{name}");
    }
}

pub fn released_archives_are_attested() {
    let workflow = Workflow::read("release-binaries.yaml");
    let faults = unattested(&workflow);
    assert_eq!(faults, Vec::<String>::new());
    for removed in ["actions/attest-build-provenance@", "actions/attest-sbom@", "cargo cyclonedx", "id-token"] {
        let text = workflow.text.replace(removed, "other");
        let root = Document::parse("release.yaml", text.as_str()).expect("it is YAML").root().clone();
        let changed = Workflow { name: workflow.name.clone(), root, text };
        assert!(!unattested(&changed).is_empty(), "{removed}");
    }
}

/// Returns the reasons why a job uploads an archive that is not attested.
fn unattested(workflow: &Workflow) -> Vec<String> {
    let mut faults = Vec::new();
    for permission in ["id-token", "attestations"] {
        if workflow.root["permissions"][permission] != "write" {
            faults.push(format!("the permission `{permission}` is missing"));
        }
    }
    for steps in workflow.jobs().filter_map(|job| job["steps"].as_array()) {
        let Some(upload) = steps.iter().position(|step| is_step(step, "run", "gh release upload")) else { continue };
        for (key, beginning) in
            [("run", "cargo cyclonedx"), ("uses", "actions/attest-build-provenance@"), ("uses", "actions/attest-sbom@")]
        {
            if !steps[..upload].iter().any(|step| is_step(step, key, beginning)) {
                faults.push(format!("no step before the upload has `{beginning}`"));
            }
        }
    }
    faults
}

/// Returns `true` if a line of a property of a step begins with a text.
fn is_step(step: &Value, key: &str, beginning: &str) -> bool {
    step[key].as_str().is_some_and(|text| text.lines().any(|line| line.starts_with(beginning)))
}

#[cfg(unix)]
pub mod scripts {
    use std::process::Command;

    use super::Workflow;
    use crate::fake_github::labels;
    use crate::refresh::Project;
    use crate::repository::without_user_settings;
    use crate::update::commit::pets;
    use crate::update::server::Response;

    /// Runs a script as GitHub does, and returns its exit code and its output.
    fn run(project: &Project, script: &str, variables: &[(&str, &str)]) -> (i32, String) {
        let mut command = Command::new("bash");
        let output = without_user_settings(&mut command)
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
            .current_dir(project.repository.root())
            .envs(project.github.variables())
            .envs(variables.iter().copied())
            .env("CARGO_MANIFEST_DIR", project.repository.root().join("xtask"))
            .output()
            .expect("bash runs");
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        (output.status.code().expect("it exits"), text)
    }

    pub fn refresh_opens_a_pull_request_and_counts_failures_of_scheduled_runs_only() {
        let failed = || Response::new("503 Service Unavailable");
        let project = Project::new([failed(), failed(), Response::document(&pets("2", &["age"]))]);
        let workflow = Workflow::read("refresh.yaml");
        for (event, marks) in [("push", 0), ("schedule", 1), ("schedule", 0)] {
            for script in workflow.scripts_on(event) {
                let (code, text) = run(&project, script, &[]);
                assert_eq!(code, 0, "{script}: {text}");
            }
            assert_eq!(project.refs().iter().filter(|name| name.starts_with("refs/refresh/failed/")).count(), marks);
        }
        assert_eq!(labels(&project.github.open("pr")[0]), ["api:pets", "semver:major"]);
        assert_eq!(
            project.repository.git(&["log", "-1", "--format=%an", "origin/refresh/pets"]),
            "github-actions[bot]"
        );
    }

    pub fn review_comments_the_report_once_and_rejects_breaking_changes() {
        let project = Project::new([]);
        let base = project.repository.git(&["rev-parse", "HEAD"]);
        project.repository.0.write("openapi.yaml", &pets("2", &["age"]));
        let mark = "<!-- changes to the clients -->";
        project.github.add_comment("ann", &format!("{mark}\nof a user"));
        let folder = tempfile::TempDir::new().expect("a folder");
        let (temp, summary) = (folder.path().display().to_string(), folder.path().join("summary.md"));
        let summary = summary.display().to_string();
        let variables =
            [("BASE", base.as_str()), ("NUMBER", "12"), ("RUNNER_TEMP", &temp), ("GITHUB_STEP_SUMMARY", &summary)];
        let workflow = Workflow::read("review.yaml");
        for _ in 0..2 {
            for script in workflow.scripts() {
                let (code, text) = run(&project, script, &variables);
                assert_eq!(code, i32::from(script.contains("--fail-on breaking")), "{script}: {text}");
            }
            let comments = project.github.open("comment");
            let body = comments[1]["body"].as_str().expect("a text");
            assert!(body.starts_with(mark) && body.contains("Pet"), "{body}");
            assert_eq!((comments.len(), &comments[0]["login"]), (2, &"ann".into()));
        }
        let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("a text");
        assert!(read("changes.sarif").contains("\"2.1.0\"") && read("summary.md").contains("Pet"));
    }

    pub fn release_packs_the_command_with_its_pages_and_completions() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let build = folder.path().join("target/x86_64-test/release");
        std::fs::create_dir_all(&build).expect("a folder");
        let program = "#!/bin/sh\nif [ \"$1\" = man ]; then echo page > \"$3/apiarist.1\"; else echo \"completions for $2\"; fi\n";
        std::fs::write(build.join("apiarist"), program).expect("a file");
        std::fs::write(build.join("apiarist.d"), "").expect("a file");
        for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
            std::fs::write(folder.path().join(name), name).expect("a file");
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../.ci/pack");
        let command = format!(
            "chmod +x {0}; {script} x86_64-test; tar -tzf apiarist-x86_64-test.tgz | sort; cat *.sha256",
            build.join("apiarist").display()
        );
        let output =
            Command::new("bash").args(["-ec", &command]).current_dir(folder.path()).env_remove("RUNNER_OS").output();
        let text = String::from_utf8(output.expect("bash runs").stdout).expect("a text");
        let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("apiarist-x86_64-test/")).collect();
        let completions = ["bash", "fish", "powershell", "zsh"].map(|shell| format!("completions/apiarist.{shell}"));
        let mut expected = vec!["", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "apiarist", "completions/"];
        expected.extend(completions.iter().map(String::as_str));
        expected.extend(["man/", "man/apiarist.1"]);
        let mut found = names.clone();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
        assert!(text.trim_end().ends_with("  apiarist-x86_64-test.tgz"), "{text}");
    }
}
