//! The files of an API outside of its folder in `specs/`: `cargo xtask new` adds them, and they remain when the folder
//! is deleted.
//!
//! ```text
//! specs/big-dogs  →  generated/outlines/big-dogs.md
//!                    generated/examples/big-dogs.rs and big-dogs-testing.rs
//!                    tests/tests/wire/big_dogs.rs, and `mod big_dogs;` in tests/tests/wire/main.rs
//!                    the row `big_dogs` in README.md
//! ```

pub mod outline_file;
pub mod readme_table;
pub mod test_list;

use std::fs;
use std::path::PathBuf;

use apiarist::module_name;

use crate::workspace::{Spec, Workspace};

/// The files of one API.
#[derive(Debug)]
pub struct ApiFiles {
    /// The module of the API.
    pub module: String,
    /// The folder of the document.
    pub spec: PathBuf,
    /// The outline of the client.
    pub outline: PathBuf,
    /// The examples of the client and of its fakes. They are optional and written by hand.
    pub examples: [PathBuf; 2],
    /// The folder that the paths of [`test_list`] are relative to.
    pub tests: PathBuf,
    /// The README of the workspace.
    pub readme: PathBuf,
}

impl ApiFiles {
    /// Returns the files of the API of this name.
    pub fn new(workspace: &Workspace, api: &str) -> Self {
        Self {
            module: module_name(api),
            spec: workspace.specs_folder().join(api),
            outline: workspace.root().join(outline_file::path(api)),
            examples: ["", "-testing"]
                .map(|suffix| workspace.generated().join("examples").join(format!("{api}{suffix}.rs"))),
            tests: workspace.root().join("tests"),
            readme: workspace.root().join("README.md"),
        }
    }

    /// Returns the path of the wire test.
    pub fn wire_test(&self) -> PathBuf {
        self.tests.join(test_list::test_path(&self.module))
    }

    /// Describes the files and lines that exist, without the folder of the document.
    fn existing(&self, workspace: &Workspace) -> Vec<String> {
        let shown = |path: &PathBuf| workspace.shown(path).display().to_string();
        let wire_test = self.wire_test();
        let files = [&self.outline, &wire_test].into_iter().chain(&self.examples).filter(|path| path.exists());
        let mut existing: Vec<String> = files.map(shown).collect();
        let (list, module) = (self.tests.join(test_list::PATH), &self.module);
        let contains = |path: &PathBuf, is_part: fn(&str, &str) -> bool| {
            fs::read_to_string(path).is_ok_and(|text| is_part(&text, module))
        };
        if contains(&list, test_list::has_module) {
            existing.push(format!("the line `mod {module};` in {}", shown(&list)));
        }
        if contains(&self.readme, readme_table::has_row) {
            existing.push(format!("the row `{module}` in README.md"));
        }
        existing
    }
}

/// Returns each API that is no longer in `specs/`, with its leftover files. An API is recognized by its outline.
pub fn leftovers(workspace: &Workspace, specs: &[Spec]) -> Vec<(String, Vec<String>)> {
    let outlined = outline_file::apis(workspace.root()).into_iter();
    let removed = outlined.filter(|api| !specs.iter().any(|spec| spec.name == *api));
    removed
        .map(|api| {
            let existing = ApiFiles::new(workspace, &api).existing(workspace);
            (api, existing)
        })
        .collect()
}
