//! Extracts the files of the snapshots, so that exactly the reviewed code is compiled.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[allow(dead_code, reason = "the suite abridges the files that are restored here")]
#[path = "tests/snapshots/abridged/mod.rs"]
mod abridged;

use abridged::{Case, Common, restore};

/// Environment variable that limits the build to some groups of cases, such as `bodies,unions`. Compiling all of them
/// takes a minute or more, which is long while working on one rule.
const ONLY: &str = "APIARIST_CASES";

/// The folders of the cases by name, by group.
type Cases = BTreeMap<String, BTreeMap<String, PathBuf>>;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=cases");
    println!("cargo::rerun-if-changed=tests/snapshots/abridged");
    // The table of contents lists all pages. Their texts are read only when their programs are compiled, so that editing
    // a page does not compile the cases again.
    println!("cargo::rerun-if-changed=../docs/guide/SUMMARY.md");
    println!("cargo::rerun-if-env-changed={ONLY}");
    let cases = cases(&Path::new(&variable("CARGO_MANIFEST_DIR")?).join("cases"))?;
    let out = PathBuf::from(variable("OUT_DIR")?);
    let sources = out.join("cases");
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    // Without this snapshot the cases do not compile, but the test that writes it does.
    let common = text_of(&Path::new(&variable("CARGO_MANIFEST_DIR")?).join("cases/common.snap")).unwrap_or_default();
    write_sources(&cases, &sources, &Common::parse(&common))?;
    fs::write(out.join("cases.rs"), case_modules(&cases, &sources))?;
    fs::write(out.join("guide.rs"), guide_pages(&Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../docs/guide"))?)?;
    fs::write(out.join("behaviour.rs"), behaviour_modules(&cases))
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

/// Returns all cases that have a snapshot.
fn cases(root: &Path) -> io::Result<Cases> {
    let only = env::var(ONLY).ok();
    let mut cases = Cases::new();
    for group in fs::read_dir(root)? {
        let group = group?;
        let selected = only.as_deref().is_none_or(|only| only.split(',').any(|name| group.file_name() == name));
        if !group.path().is_dir() || !selected {
            continue;
        }
        for case in fs::read_dir(group.path())? {
            let case = case?;
            if case.path().join("generated.snap").exists() {
                let names = (group.file_name().into_string(), case.file_name().into_string());
                let (Ok(group), Ok(name)) = names else { continue };
                cases.entry(group).or_default().insert(name, case.path());
            }
        }
    }
    Ok(cases)
}

/// Restores the files of the snapshots and writes them.
fn write_sources(cases: &Cases, sources: &Path, common: &Common) -> io::Result<()> {
    for (group, cases) in cases {
        for (case, folder) in cases {
            let snapshot = text_of(&folder.join("generated.snap"))?;
            let document = fs::read_to_string(folder.join("openapi.yaml")).unwrap_or_default();
            let module = format!("{group}::{case}");
            let target = sources.join(group).join(case);
            for (path, source) in restore(&snapshot, Case { module: &module, document: &document, common }) {
                let path = target.join(path);
                fs::create_dir_all(path.parent().unwrap_or(sources))?;
                fs::write(path, source)?;
            }
        }
    }
    Ok(())
}

/// Returns the text of a snapshot without the optional header between two lines of dashes.
fn text_of(snapshot: &Path) -> io::Result<String> {
    let snapshot = fs::read_to_string(snapshot)?;
    let headed = snapshot.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    Ok(headed.map_or(snapshot.as_str(), |(_, text)| text).to_owned())
}

/// Returns an item for each page of the guide, with the page as its documentation.
fn guide_pages(folder: &Path) -> io::Result<String> {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    let mut items = String::new();
    for page in pages {
        let name = page.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_").to_lowercase();
        let path = page.display().to_string();
        let _ = writeln!(items, "#[doc = include_str!({path:?})]\npub mod {name} {{}}");
    }
    Ok(items)
}

/// Returns the module tree of the generated code.
fn case_modules(cases: &Cases, sources: &Path) -> String {
    modules(cases, |group, case, _| {
        let path = sources.join(group).join(case).join("mod.rs");
        format!("#[path = {:?}]\n    pub mod {case};\n", path.display().to_string())
    })
}

/// Returns the module tree of the behavior tests.
fn behaviour_modules(cases: &Cases) -> String {
    modules(cases, |group, case, folder| {
        let path = folder.join("behaviour.rs");
        if !path.exists() {
            return String::new();
        }
        let path = path.display().to_string();
        format!(
            "mod {case} {{\n        pub use apiarist_tests::{group}::{case}::*;\n        #[path = {path:?}]\n        mod behaviour;\n    }}\n"
        )
    })
}

fn modules(cases: &Cases, module: impl Fn(&str, &str, &Path) -> String) -> String {
    let mut text = String::new();
    for (group, cases) in cases {
        let _ = writeln!(text, "/// Cases about {group}.\npub mod {group} {{");
        for (case, folder) in cases {
            let module = module(group, case, folder);
            if !module.is_empty() {
                let _ = write!(text, "    /// {}.\n    {module}", sentence(case));
            }
        }
        text.push_str("}\n");
    }
    text
}

/// Returns the name of a case as a sentence.
fn sentence(case: &str) -> String {
    let text = case.replace('_', " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
