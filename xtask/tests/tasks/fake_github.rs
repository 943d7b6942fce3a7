//! A replacement for `gh` that keeps pull requests, issues and labels in a file.
//!
//! A test puts copies of this program first on the path. The one named `gh` accepts the commands that the tasks use, and fails for
//! any other; the one named `cargo` starts tasks.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};
use tempfile::TempDir;

/// The variable with the path of the file.
const STATE: &str = "FAKE_GITHUB";

/// The name of the copy that does what this program does otherwise: it fetches.
pub const TASKS: &str = "tasks";

/// A repository on GitHub that a test has created.
pub struct FakeGitHub(TempDir);

impl FakeGitHub {
    /// Creates a repository without pull requests and issues.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir(folder.path().join("bin")).expect("a folder");
        let own = env::current_exe().expect("the path of this program");
        for name in ["gh", "cargo", TASKS] {
            let program = folder.path().join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX));
            if fs::hard_link(&own, &program).is_err() {
                fs::copy(&own, &program).expect("a copy");
            }
        }
        let github = Self(folder);
        write(&github.state_file(), &json!({"pr": [], "issue": [], "label": [], "comment": []}));
        github
    }

    /// Returns the variables that make tasks use this repository.
    pub fn variables(&self) -> [(&'static str, OsString); 2] {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = [self.0.path().join("bin")].into_iter().chain(env::split_paths(&path));
        [("PATH", env::join_paths(folders).expect("a path")), (STATE, self.state_file().into_os_string())]
    }

    /// Adds a comment of a user.
    pub fn add_comment(&self, login: &str, body: &str) {
        let mut state = read(&self.state_file());
        let comments = state["comment"].as_array_mut().expect("an array");
        comments.push(json!({"id": comments.len() + 1, "body": body, "login": login}));
        write(&self.state_file(), &state);
    }

    /// Returns the pull requests (`pr`) or issues (`issue`) that are open, or the comments (`comment`).
    pub fn open(&self, kind: &str) -> Vec<Value> {
        let all = read(&self.state_file())[kind].as_array().cloned().unwrap_or_default();
        all.into_iter().filter(|item| item["state"] != "CLOSED").collect()
    }

    /// Closes a pull request as a reviewer does.
    pub fn close(&self, number: usize) {
        let mut state = read(&self.state_file());
        state["pr"][number - 1]["state"] = json!("CLOSED");
        write(&self.state_file(), &state);
    }

    fn state_file(&self) -> PathBuf {
        self.0.path().join("state.json")
    }
}

/// Returns the labels of a pull request or an issue.
pub fn labels(item: &Value) -> Vec<&str> {
    item["labels"].as_array().into_iter().flatten().filter_map(|label| label["name"].as_str()).collect()
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

fn write(path: &Path, state: &Value) {
    fs::write(path, state.to_string()).expect("a file");
}

/// Runs `gh` with these arguments.
pub fn run(arguments: Vec<String>) -> ExitCode {
    let path = PathBuf::from(env::var_os(STATE).expect("the variable is set"));
    let mut state = read(&path);
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["api", route, rest @ ..] = words.as_slice() {
        return api(&path, state, route, rest);
    }
    let (kind, verb, rest) = match words.as_slice() {
        [kind @ ("pr" | "issue" | "label"), verb, rest @ ..] => (*kind, *verb, rest),
        _ => panic!("unknown command: {arguments:?}"),
    };
    let items = state[kind].as_array_mut().expect("an array");
    match verb {
        "list" => {
            let (wanted, is_closed) = (value(rest, "--label"), value(rest, "--state") == Some("closed"));
            let has_label = |item: &&Value| wanted.is_none_or(|wanted| labels(item).contains(&wanted));
            let found = items.iter().filter(|item| (item["state"] == "CLOSED") == is_closed).filter(has_label);
            println!("{}", Value::Array(found.cloned().collect()));
            return ExitCode::SUCCESS;
        }
        "create" if kind == "label" => {
            assert!(items.iter().all(|item| item["name"] != rest[0]), "the label {} exists already", rest[0]);
            items.push(json!({"name": rest[0]}));
        }
        "create" => {
            items.push(json!({"number": items.len() + 1, "isCrossRepository": false, "labels": []}));
            edit(items.last_mut().expect("it was added"), rest);
        }
        "edit" => edit(found(items, rest[0]), &rest[1..]),
        "close" => {
            let item = found(items, rest[0]);
            item["state"] = json!("CLOSED");
            item["comment"] = json!(value(rest, "--comment"));
        }
        _ => panic!("unknown command: {arguments:?}"),
    }
    // A label must exist before it is used.
    let known: Vec<Value> =
        state["label"].as_array().expect("an array").iter().map(|label| label["name"].clone()).collect();
    let used = ["pr", "issue"].into_iter().flat_map(|kind| state[kind].as_array().expect("an array"));
    let unknown = used.flat_map(labels).find(|label| !known.contains(&json!(label)));
    if let Some(label) = unknown {
        eprintln!("could not add label: '{label}' not found");
        return ExitCode::FAILURE;
    }
    write(&path, &state);
    ExitCode::SUCCESS
}

/// Lists, adds or changes comments by the REST API.
fn api(path: &Path, mut state: Value, route: &str, options: &[&str]) -> ExitCode {
    let comments = state["comment"].as_array_mut().expect("an array");
    let Some(method) = value(options, "--method") else {
        assert!(route.ends_with("/comments?per_page=100") && options.contains(&"--jq"), "{route} {options:?}");
        comments.iter().for_each(|comment| println!("{comment}"));
        return ExitCode::SUCCESS;
    };
    let sent: Value = serde_json::from_str(&input()).expect("JSON");
    let id = if method == "POST" {
        comments.len() + 1
    } else {
        route.rsplit('/').next().map_or(0, |id| id.parse().expect("an id"))
    };
    comments.retain(|comment| comment["id"] != id);
    comments.push(json!({"id": id, "body": sent["body"], "login": "github-actions[bot]"}));
    write(path, &state);
    ExitCode::SUCCESS
}

/// Reads the standard input.
fn input() -> String {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("a text");
    text
}

fn found<'a>(items: &'a mut [Value], number: &str) -> &'a mut Value {
    let wanted: u64 = number.parse().expect("a number");
    let item = items.iter_mut().find(|item| item["number"] == wanted);
    item.unwrap_or_else(|| panic!("#{number} does not exist"))
}

/// Returns the value of an option.
fn value<'a>(arguments: &[&'a str], option: &str) -> Option<&'a str> {
    arguments.iter().skip_while(|argument| **argument != option).nth(1).copied()
}

/// Sets what the options of `create` and `edit` state.
fn edit(item: &mut Value, options: &[&str]) {
    for option in options.chunks(2) {
        let [name, value] = option else { panic!("{name} has no value", name = option[0]) };
        let labels = item["labels"].as_array_mut().expect("an array");
        match *name {
            "--label" | "--add-label" => {
                labels.retain(|label| label["name"] != *value);
                labels.push(json!({"name": value}));
            }
            "--remove-label" => labels.retain(|label| label["name"] != *value),
            "--head" => item["headRefName"] = json!(value),
            "--base" => item["base"] = json!(value),
            "--title" => item["title"] = json!(value),
            "--body-file" => {
                assert_eq!(*value, "-");
                item["body"] = json!(input());
            }
            name => panic!("unknown option {name}"),
        }
    }
}
