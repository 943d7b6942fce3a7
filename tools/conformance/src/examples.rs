//! Compiles the examples in the documentation of methods: a sample from all parts of the client, as one program.
//!
//! ```text
//! /// # Examples                                       // pets: create
//! /// ~~~no_run                                        fn example_1() {
//! /// # async fn example(client: pets::Client) …       async fn example(client: pets::Client) …
//! /// let pet = client.pets().create("Rex").await?;    let pet = client.pets().create("Rex").await?;
//! /// # Ok(()) }                                       Ok(()) }
//! /// ~~~                                              }
//! pub fn create(…)
//! ```
//!
//! `cargo check` of that program costs a fraction of rustdoc, which builds and links a program.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use apiarist::Client;
use apiarist::files::Files;
use serde::Serialize;
use serde_json::Value;

use super::compile::surrounded;
use apiarist_measure::metrics;
use xtask::cargo;

/// The name of the program.
const NAME: &str = "methods";

/// The folder of the program in the crate of the client.
const FOLDER: &str = "examples";

/// The line that opens the code block of an example.
const START: &str = "    /// ```no_run";

/// The result of compiling examples.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Examples {
    /// The number of the client's methods that start a call.
    pub methods: u64,
    /// The number of these methods that have an example.
    pub written: u64,
    /// The number of doc comment lines that the examples take.
    pub lines: u64,
    /// The number of examples that were compiled.
    pub compiled: u64,
    /// The methods whose examples do not compile, with the first error of each.
    pub failed: Vec<(String, String)>,
    /// The CPU time of `cargo check` for the program alone, in seconds.
    pub cpu: f64,
}

impl Examples {
    /// Reads the counts from the report of the process that generated the client.
    pub fn read(report: &Value) -> Self {
        let number =
            |key: &str| report.pointer(&format!("/examples/{key}")).and_then(Value::as_u64).unwrap_or_default();
        Self {
            methods: number("methods"),
            written: number("written"),
            lines: number("lines"),
            compiled: number("sampled"),
            ..Self::default()
        }
    }

    /// Returns `true` if each method has an example and all compiled examples are free of errors.
    pub fn is_clean(&self) -> bool {
        self.written == self.methods && self.failed.is_empty()
    }
}

/// The example of one method.
struct Example {
    method: String,
    /// The code, hidden lines included.
    code: String,
}

/// Writes a program of at most `count` examples into the crate of a client, and returns the counts.
pub fn write(client: &Client, files: &Files, count: usize, folder: &Path) -> io::Result<Value> {
    let operations = client.api().operations.iter();
    let methods: usize =
        operations.map(|operation| operation.bodies.iter().filter(|body| body.required).count().max(1)).sum();
    let is_group = |path: &Path| path.parent().is_some_and(|parent| parent.ends_with("operations"));
    let groups = files.iter().filter(|(path, _)| is_group(path));
    let examples: Vec<Example> = groups.flat_map(|(path, text)| examples_of(path, text)).collect();
    let sampled: Vec<&Example> = sample(&examples, count);
    let folder = folder.join(FOLDER);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(NAME).with_extension("rs"), program(&sampled))?;
    // Each example also has a blank line, a heading and two fences.
    let lines: usize = examples.iter().map(|example| example.code.lines().count() + 4).sum();
    let (written, sampled) = (examples.len(), sampled.len());
    Ok(serde_json::json!({"methods": methods, "written": written, "lines": lines, "sampled": sampled}))
}

/// Compiles the program in the crate of a client. The output is buffered in `scratch`.
pub fn check(
    mut examples: Examples,
    folder: &Path,
    lock: &Path,
    target: &Path,
    scratch: &Path,
) -> io::Result<Examples> {
    surrounded(folder, lock)?;
    let command = |what: &[&str]| {
        let mut command = cargo::command();
        command.current_dir(folder).arg("check").args(what).args(["--quiet", "--message-format", "json"]);
        command.arg("--target-dir").arg(target).env("CARGO_INCREMENTAL", "0");
        command
    };
    let run = |mut command: Command| metrics::run(&mut command, scratch);
    // The library is checked first, so that only the program is measured.
    run(command(&["--lib"]))?;
    let measured = run(command(&["--example", NAME]))?;
    examples.cpu = measured.cpu;
    let program = fs::read_to_string(folder.join(FOLDER).join(NAME).with_extension("rs"))?;
    let messages = measured.output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    for (line, message) in messages.filter_map(|message| error(&message)) {
        let method = method_at(&program, line);
        if !examples.failed.iter().any(|(failed, _)| *failed == method) {
            examples.failed.push((method, message));
        }
    }
    if !measured.status.success() && examples.failed.is_empty() {
        let last = measured.errors.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
        examples.failed.push(("cargo".to_owned(), last.to_owned()));
    }
    Ok(examples)
}

/// Returns the line and the text of an error.
fn error(message: &Value) -> Option<(usize, String)> {
    let message = message.get("message")?;
    let text = message.get("message")?.as_str()?;
    let is_error = message.get("level")?.as_str()?.starts_with("error");
    let span = message.get("spans")?.as_array()?.iter().find(|span| span.get("is_primary") == Some(&Value::Bool(true)));
    let line = span.and_then(|span| span.get("line_start")?.as_u64());
    (is_error && line.is_some()).then(|| (line.unwrap_or_default() as usize, text.to_owned()))
}

/// Returns the method whose example contains a line of the program.
fn method_at(program: &str, line: usize) -> String {
    let before: Vec<&str> = program.lines().take(line).collect();
    let comment = before.iter().rev().find_map(|line| line.strip_prefix("// "));
    comment.unwrap_or_default().to_owned()
}

/// Returns the examples in the file of a group.
fn examples_of(path: &Path, text: &str) -> Vec<Example> {
    let group = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut found = Vec::new();
    let mut code: Option<String> = None;
    let mut is_open = false;
    for line in text.lines() {
        if line == START {
            (code, is_open) = (Some(String::new()), true);
        } else if line == "    /// ```" {
            is_open = false;
        } else if let (Some(code), true) = (&mut code, is_open) {
            let line = line.trim_start().trim_start_matches("///");
            let line = line.strip_prefix(' ').unwrap_or(line);
            code.push_str(line.strip_prefix("# ").unwrap_or(line));
            code.push('\n');
        } else if let Some(rest) = line.trim_start().strip_prefix("pub fn ") {
            let name = rest.split('(').next().unwrap_or_default();
            found.extend(code.take().map(|code| Example { method: format!("{group}: {name}"), code }));
        }
    }
    found
}

/// Returns at most `count` examples, evenly spread and the same in each run.
fn sample(examples: &[Example], count: usize) -> Vec<&Example> {
    let count = count.min(examples.len());
    (0..count).filter_map(|number| examples.get(number * examples.len() / count)).collect()
}

/// Returns a program with a function for each example.
fn program(examples: &[&Example]) -> String {
    let mut text = String::from("#![allow(dead_code, deprecated, unused)]\n\nfn main() {}\n");
    for (number, Example { method, code }) in examples.iter().enumerate() {
        let _ = write!(text, "\n// {method}\nfn example_{number}() {{\n{code}}}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
impl Pets<'_> {
    /// Words.
    ///
    /// # Examples
    /// ```no_run
    /// use pets::types;
    ///
    /// # async fn example(client: pets::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let pet = client.pets().create(\"Rex\").await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create(
        self,
    ) {
    }

    /// Words.
    pub fn delete(self) {
    }
}
";

    #[test]
    fn examples_become_functions_and_errors_are_traced_to_them() {
        let examples = examples_of(Path::new("src/operations/pets.rs"), FILE);
        let [example] = examples.as_slice() else { panic!("one method has an example") };
        assert_eq!(example.code.lines().next_back(), Some("Ok(()) }"));
        let program = program(&[example]);
        let line = program.lines().position(|line| line.contains("Rex")).expect("it is there") + 1;
        assert_eq!(method_at(&program, line), "pets: create");
    }

    #[test]
    fn sample_is_spread_over_all_examples() {
        let example = |number: usize| Example { method: number.to_string(), code: String::new() };
        let examples: Vec<Example> = (0..10).map(example).collect();
        let methods = |count| sample(&examples, count).into_iter().map(|it| it.method.as_str()).collect::<Vec<_>>();
        assert_eq!(methods(4), ["0", "2", "5", "7"]);
        assert_eq!(methods(20).len(), 10);
        assert!(sample(&[], 4).is_empty());
    }
}
