//! Builds a program, measures the cost, and lists the packages that it depends on.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use xtask::cargo;

use crate::metrics::{self, ending};

/// A profile of cargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// The profile of `cargo build`, without optimizations.
    Debug,
    /// The profile of `cargo build --release`.
    Release,
}

impl Profile {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Debug => &[],
            Self::Release => &["--release"],
        }
    }

    /// The folder of the profile in the target folder.
    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// A program and the cost of building what was out of date.
#[derive(Debug)]
pub struct Built {
    /// The path of the program.
    pub program: PathBuf,
    /// The CPU time in seconds.
    pub cpu: f64,
    /// The peak memory of cargo or one of its children in bytes.
    pub memory: u64,
}

/// Builds the program of this name in `folder`. Returns the errors if the build fails. The output is buffered in
/// the folder.
pub fn build(folder: &Path, target: &Path, name: &str, profile: Profile) -> io::Result<Result<Built, Vec<String>>> {
    let mut command = cargo::command();
    command.current_dir(folder).args(["build", "--quiet", "--message-format", "short", "--target-dir"]);
    command.arg(target).args(profile.arguments()).env("CARGO_INCREMENTAL", "0");
    let built = metrics::run(&mut command, folder)?;
    if built.status.success() {
        let program = target.join(profile.folder()).join(name);
        return Ok(Ok(Built { program, cpu: built.cpu, memory: built.memory }));
    }
    Ok(Err(built.errors.lines().filter(|line| line.contains("error")).map(str::to_owned).collect()))
}

/// Returns the names and versions of the packages that are compiled for the program in `folder`, without the program
/// itself. The output of cargo is buffered in the folder.
pub fn packages(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut command = cargo::command();
    command.current_dir(folder).args(["tree", "--quiet", "--edges", "normal,build", "--prefix", "none"]);
    let listed = metrics::run(&mut command, folder)?;
    if listed.status.success() {
        Ok(listed.output.lines().skip(1).filter_map(package).collect())
    } else {
        Err(io::Error::other(format!("cannot list the dependencies: {}\n{}", ending(listed.status), listed.errors)))
    }
}

/// Reads the name and the version of a line such as `ring v0.17.14 (*)`.
fn package(line: &str) -> Option<String> {
    let (name, rest) = line.split_once(" v")?;
    let version = rest.split(' ').next()?;
    Some(format!("{name} {version}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn add_package(folder: &Path, manifest: &str, file: &str, text: &str) {
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let manifest = format!("[package]\nversion = \"0.1.0\"\nedition = \"2024\"\n{manifest}\n[workspace]\n");
        fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
        fs::write(folder.join("src").join(file), text).expect("a file");
    }

    #[test]
    fn program_is_built_in_each_profile() {
        let place = tempfile::TempDir::new().expect("a folder");
        let (folder, target) = (place.path().join("program"), place.path().join("target"));
        add_package(&place.path().join("library"), "name = \"library\"", "lib.rs", "pub fn act() {}\n");
        let manifest = "name = \"small\"\n[dependencies]\nlibrary = { path = \"../library\" }";
        add_package(&folder, manifest, "main.rs", "fn main() {\n    library::act();\n}\n");
        for profile in [Profile::Debug, Profile::Release] {
            let built = build(&folder, &target, "small", profile).expect("cargo can be started");
            let built = built.expect("the program has no errors");
            assert!(built.program.is_file(), "{built:?}");
            assert!(built.cpu > 0.0 && built.memory > 0, "{built:?}");
        }
        assert_eq!(packages(&folder).expect("the packages are listed"), BTreeSet::from(["library 0.1.0".to_owned()]));
        fs::write(folder.join("src/main.rs"), "fn main() {\n    library::missing();\n}\n").expect("a file");
        let errors = build(&folder, &target, "small", Profile::Debug).expect("cargo can be started");
        assert!(errors.expect_err("the program has an error")[0].contains("E0425"));
    }
}
