//! Compiles many modules at once and determines which of them are faulty.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use apiarist::files::Files;
use serde_json::Value;

/// The maximum number of compiler runs. Faulty modules are removed after each run, because their errors can hide
/// others.
const ROUNDS: usize = 12;

/// The type of all calls, which is the same for every crate.
const CALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated/src/call.rs");

/// A generated client and a program that uses it.
pub struct Module<'p> {
    /// The files of the client, below `src/api`.
    pub files: Files,
    /// The program.
    pub uses: &'p str,
}

/// Returns the first error of each module that does not compile, by index.
pub fn faulty(name: &str, modules: &[Module<'_>]) -> BTreeMap<usize, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("agreement").join(name);
    write(&folder, modules);
    let mut faulty = BTreeMap::new();
    for _ in 0..ROUNDS {
        let good = (0..modules.len()).filter(|at| !faulty.contains_key(at));
        let mut root = format!("#[path = {CALL:?}]\nmod call;\npub use call::Call;\n");
        good.for_each(|at| {
            let _ = write!(root, "mod pair_{at} {{\n    pub mod api;\n    mod uses;\n}}\n");
        });
        fs::write(folder.join("src/lib.rs"), root).expect("the crate can be written");
        let found = errors(&folder);
        if found.is_empty() {
            return faulty;
        }
        faulty.extend(found);
    }
    panic!("the compiler finds faults in ever more modules of {}", folder.display());
}

fn write(folder: &Path, modules: &[Module<'_>]) {
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().unwrap_or(folder)).expect("the crate can be written");
        fs::write(path, text).expect("the crate can be written");
    };
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the crate can be written");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let runtime = Value::from(root.join("runtime").display().to_string());
    // The runtime of this test has the feature `testing`, by which structs have constructors that users do not have. No
    // call is sent, so a transport would only be compiled.
    let manifest = format!(
        "[package]\nname = \"agreement\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         apiarist-runtime = {{ path = {runtime}, default-features = false, features = [\"client\"] }}\n\n[features]\nclient = []\n\
         default = [\"client\"]\n\n[workspace]\n"
    );
    write(folder.join("Cargo.toml"), &manifest);
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the workspace has a lock");
    write(folder.join("Cargo.lock"), &lock);
    for (at, module) in modules.iter().enumerate() {
        let place = folder.join("src").join(format!("pair_{at}"));
        for (path, text) in module.files.iter() {
            write(place.join(path.strip_prefix("src").unwrap_or(path)), text);
        }
        write(place.join("uses.rs"), module.uses);
    }
}

/// Compiles the crate and returns the first error in each module.
fn errors(folder: &Path) -> BTreeMap<usize, String> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).args(["check", "--quiet", "--message-format", "json", "--target-dir"]);
    command.arg(folder.with_file_name("target"));
    let output = command.output().expect("cargo can be started");
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut errors = BTreeMap::new();
    for message in messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let message = &message["message"];
        let spans = message["spans"].as_array().into_iter().flatten();
        let file = spans.filter_map(|span| span["file_name"].as_str()).find_map(module_of);
        if let (Some("error"), Some(at)) = (message["level"].as_str(), file) {
            let text = message["message"].as_str().unwrap_or_default().to_owned();
            errors.entry(at).or_insert(text);
        }
    }
    let shown = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() || !errors.is_empty(), "cargo failed for another reason: {shown}");
    errors
}

/// Returns the index of the module that contains a file.
fn module_of(file: &str) -> Option<usize> {
    let (_, rest) = file.split_once("pair_")?;
    rest.split(['/', '\\']).next()?.parse().ok()
}
