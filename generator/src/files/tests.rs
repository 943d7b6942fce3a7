//! Tests of the content of a folder after complete runs, runs that fail or are killed at any step, and simultaneous
//! runs.

use super::*;
use std::time::SystemTime;
use tempfile::TempDir;

fn files(texts: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    for (path, text) in texts {
        files.insert(path, format!("// {}\n{text}\n", header("a.yaml", ".")));
    }
    files
}

fn write(files: &Files, folder: &Path) -> Result<(), FilesError> {
    let lock = lock(folder, || {})?;
    files.compare(folder)?.write(&lock)
}

fn listing(folder: &Path) -> Vec<String> {
    fn list(root: &Path, at: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(at).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                list(root, &entry, found);
            }
            found.push(entry.strip_prefix(root).expect("it is inside").display().to_string());
        }
    }
    let mut found = Vec::new();
    list(folder, folder, &mut found);
    found.sort();
    found
}

#[test]
fn a_new_folder_gets_all_files_and_nothing_else_appears() {
    let parent = TempDir::new().expect("a folder");
    let files = files(&[("Cargo.toml", "x"), ("src/lib.rs", "y"), ("src/types/a.rs", "z")]);
    write(&files, &parent.path().join("out")).expect("it can be written");
    assert_eq!(
        listing(parent.path()),
        ["out", "out/Cargo.toml", "out/src", "out/src/lib.rs", "out/src/types", "out/src/types/a.rs"]
    );
    assert!(files.compare(&parent.path().join("out")).expect("it can be read").is_empty());
}

#[test]
fn files_that_do_not_change_keep_their_time() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    write(&files(&[("src/a.rs", "a"), ("src/b.rs", "b")]), &out).expect("it can be written");
    let time = |name: &str| fs::metadata(out.join(name)).and_then(|data| data.modified()).expect("a time");
    let past = SystemTime::now() - Duration::from_secs(3600);
    for name in ["src/a.rs", "src/b.rs"] {
        let file = fs::File::options().append(true).open(out.join(name)).expect("a file");
        file.set_modified(past).expect("its time can be set");
    }
    let before = time("src/a.rs");
    write(&files(&[("src/a.rs", "a"), ("src/b.rs", "changed")]), &out).expect("it can be written");
    assert_eq!(time("src/a.rs"), before);
    assert_ne!(time("src/b.rs"), before);
}

#[test]
fn stale_files_go_with_their_folders_and_hand_written_ones_stay() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path();
    write(&files(&[("src/lib.rs", "a"), ("src/old/x.rs", "b")]), out).expect("it can be written");
    fs::create_dir_all(out.join("examples")).expect("a folder");
    fs::write(out.join("examples/mine.rs"), format!("// {}\n", header("a.yaml", "."))).expect("a file");
    fs::write(out.join("src/mine.rs"), "// by hand\n").expect("a file");
    let new = files(&[("src/lib.rs", "a")]);
    let comparison = new.compare(out).expect("it can be read");
    assert!(comparison.diff().contains("--- a/src/old/x.rs\n+++ /dev/null\n"), "{}", comparison.diff());
    write(&new, out).expect("it can be written");
    assert_eq!(listing(out), ["examples", "examples/mine.rs", "src", "src/lib.rs", "src/mine.rs"]);
}

#[test]
fn what_was_not_generated_is_never_overwritten() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path();
    fs::create_dir_all(out.join("src")).expect("a folder");
    fs::write(out.join("src/lib.rs"), "fn mine() {}\n").expect("a file");
    let result = write(&files(&[("Cargo.toml", "x"), ("src/lib.rs", "y")]), out);
    assert!(matches!(result, Err(FilesError::Foreign(_))), "{result:?}");
    assert!(matches!(check_folder(out), Err(FilesError::ForeignFolder(_))));
    assert_eq!(listing(out), ["src", "src/lib.rs"]);
}

#[test]
fn folders_that_are_new_empty_or_generated_are_accepted() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    assert!(check_folder(&out).is_ok());
    fs::create_dir(&out).expect("a folder");
    assert!(check_folder(&out).is_ok());
    write(&files(&[("Cargo.toml", "x")]), &out).expect("it can be written");
    assert!(check_folder(&out).is_ok());
}

/// Returns a folder with generated files and files of the user, and its expected content.
fn changing(parent: &TempDir) -> (PathBuf, Files) {
    let out = parent.path().join("out");
    let before = files(&[
        ("Cargo.toml", "old"),
        ("rustfmt.toml", "same"),
        ("src/a.rs", "old"),
        ("src/same.rs", "same"),
        ("src/gone/b.rs", "old"),
    ]);
    write(&before, &out).expect("it can be written");
    fs::create_dir_all(out.join("src/mine/empty")).expect("a folder");
    fs::create_dir_all(out.join("target")).expect("a folder");
    for path in ["src/mine/mine.rs", "src/gone/mine.rs", "target/mine"] {
        fs::write(out.join(path), "// by hand\n").expect("a file");
    }
    let after = files(&[
        ("Cargo.toml", "new"),
        ("rustfmt.toml", "same"),
        ("src/a.rs", "new"),
        ("src/same.rs", "same"),
        ("src/c/d.rs", "new"),
        ("extra/README.md", "new"),
    ]);
    (out, after)
}

/// Returns all files with their texts.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let paths = listing(folder).into_iter().filter(|path| folder.join(path).is_file());
    paths.map(|path| (path.clone(), fs::read_to_string(folder.join(&path)).expect("a text"))).collect()
}

/// Returns the files in `src` with their texts.
fn tree(texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    texts.iter().filter(|(path, _)| path.starts_with("src")).map(|(path, text)| (path.clone(), text.clone())).collect()
}

/// Returns the number of steps of a change.
fn count_steps() -> usize {
    let parent = TempDir::new().expect("a folder");
    let (out, after) = changing(&parent);
    let lock = lock(&out, || {}).expect("it can be locked");
    let comparison = after.compare(&out).expect("it can be read");
    let mut steps = 0;
    let mut switch = Switch::new(&lock);
    switch.before_step = Box::new(|| {
        steps += 1;
        Ok(())
    });
    switch.write(&comparison).expect("it can be written");
    steps
}

#[test]
fn a_failure_at_any_step_leaves_everything_as_it_was() {
    let steps = count_steps();
    assert!(steps > 10, "only {steps}");
    for failing in 0..steps {
        let parent = TempDir::new().expect("a folder");
        let (out, after) = changing(&parent);
        let before = texts(&out);
        {
            let lock = lock(&out, || {}).expect("it can be locked");
            let comparison = after.compare(&out).expect("it can be read");
            let mut switch = Switch::new(&lock);
            let mut step = 0;
            switch.before_step = Box::new(move || {
                step += 1;
                if step == failing + 1 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
            });
            assert!(switch.write(&comparison).is_err(), "step {failing}");
        }
        assert_eq!(texts(&out), before, "step {failing}");
        assert!(!out.join(WORKPLACE).exists());
    }
}

/// Fails like a system that cannot exchange two folders.
fn cannot_exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[test]
fn a_run_that_is_killed_at_any_step_leaves_one_version_and_the_next_run_goes_on() {
    (0..count_steps()).for_each(|killed| assert_killed_run_is_finished(killed, None));
}

#[test]
fn a_run_that_is_killed_is_finished_by_the_next_where_folders_cannot_be_exchanged() {
    (0..count_steps() + 2).for_each(|killed| assert_killed_run_is_finished(killed, Some(cannot_exchange)));
}

fn assert_killed_run_is_finished(killed: usize, exchange: Option<fn(&Path, &Path) -> io::Result<()>>) {
    {
        let parent = TempDir::new().expect("a folder");
        let (out, after) = changing(&parent);
        let before = tree(&texts(&out));
        let mut lock = lock(&out, || {}).expect("it can be locked");
        let comparison = after.compare(&out).expect("it can be read");
        let mut step = 0;
        let mut switch = Switch::new(&lock);
        switch.before_step = Box::new(move || {
            step += 1;
            if step == killed + 1 { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
        });
        if let Some(exchange) = exchange {
            switch.exchange = exchange;
        }
        assert!(switch.run(&comparison).is_err(), "step {killed}");
        drop(switch);
        lock.is_abandoned = true;
        drop(lock);

        let found = tree(&texts(&out));
        let is_new = found.get("src/a.rs").is_some_and(|text| text.contains("new"));
        if is_new {
            let generated = ["src/a.rs", "src/c/d.rs", "src/gone/mine.rs", "src/mine/mine.rs", "src/same.rs"];
            assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), generated, "step {killed}");
        } else if exchange.is_none() || !found.is_empty() {
            assert_eq!(found, before, "step {killed}");
        }

        write(&after, &out).expect("the next run can write");
        assert!(after.compare(&out).expect("it can be read").is_empty(), "step {killed}");
        assert_eq!(
            listing(&out),
            [
                "Cargo.toml",
                "extra",
                "extra/README.md",
                "rustfmt.toml",
                "src",
                "src/a.rs",
                "src/c",
                "src/c/d.rs",
                "src/gone",
                "src/gone/mine.rs",
                "src/mine",
                "src/mine/empty",
                "src/mine/mine.rs",
                "src/same.rs",
                "target",
                "target/mine",
            ],
            "step {killed}"
        );
    }
}

#[test]
fn files_of_the_user_return_from_a_tree_that_an_interrupted_run_left() {
    let parent = TempDir::new().expect("a folder");
    let (out, after) = changing(&parent);
    fs::create_dir_all(out.join(".apiarist/new-tree/late")).expect("a folder");
    fs::write(out.join(".apiarist/new-tree/late/mine.rs"), "// by hand\n").expect("a file");
    fs::write(out.join(".apiarist/new-tree/a.rs"), "// an old one\n").expect("a file");
    fs::rename(out.join("src"), out.join(".apiarist/old-tree")).expect("it can be moved");
    write(&after, &out).expect("it can be written");
    let texts = texts(&out);
    for path in ["src/late/mine.rs", "src/mine/mine.rs", "src/gone/mine.rs"] {
        assert_eq!(texts.get(path).map(String::as_str), Some("// by hand\n"), "{path}");
    }
    assert!(texts["src/a.rs"].contains("new") && !out.join(WORKPLACE).exists());
}

#[test]
fn a_second_run_waits_until_the_first_has_finished() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    let (one, other) =
        (files(&[("src/a.rs", "one"), ("src/b.rs", "one")]), files(&[("src/a.rs", "two"), ("src/c.rs", "two")]));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..5).for_each(|_| write(&one, &out).expect("it can be written")));
            scope.spawn(|| (0..5).for_each(|_| write(&other, &out).expect("it can be written")));
        }
    });
    let is_one = |files: &Files| files.compare(&out).expect("it can be read").is_empty();
    assert!(is_one(&one) != is_one(&other), "{:?}", listing(&out));
    let first = lock(&out, || {}).expect("it can be locked");
    std::thread::scope(|scope| {
        let (tell, told) = std::sync::mpsc::channel();
        let second = scope.spawn({
            let out = &out;
            move || lock(out, || tell.send(()).expect("somebody listens")).map(drop)
        });
        told.recv().expect("it waits");
        drop(first);
        assert!(second.join().expect("it ends").is_ok());
    });
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_in_the_way() {
    let parent = TempDir::new().expect("a folder");
    let files = files(&[("Cargo.toml", "x"), ("src/lib.rs", "y")]);
    for make in [
        (|at: &Path| fs::create_dir(at)) as fn(&Path) -> io::Result<()>,
        |at| std::os::unix::fs::symlink("nowhere", at),
        |at| std::os::unix::net::UnixListener::bind(at).map(drop),
    ] {
        let out = parent.path().join("out");
        fs::create_dir_all(out.join("src")).expect("a folder");
        make(&out.join("src/lib.rs")).expect("it can be made");
        assert!(matches!(write(&files, &out), Err(FilesError::Foreign(_))));
        assert_eq!(listing(&out), ["src", "src/lib.rs"]);
        fs::remove_dir_all(&out).expect("it is there");
    }
    let out = parent.path().join("out");
    fs::create_dir_all(&out).expect("a folder");
    fs::write(out.join(WORKPLACE), "").expect("a file");
    assert!(matches!(write(&files, &out), Err(FilesError::Foreign(_))));
}

#[cfg(unix)]
#[test]
fn links_and_sockets_of_the_user_stay() {
    let parent = TempDir::new().expect("a folder");
    let (out, after) = changing(&parent);
    std::os::unix::fs::symlink("mine/mine.rs", out.join("src/link.rs")).expect("a link");
    std::os::unix::fs::symlink("nowhere", out.join("src/dangling")).expect("a link");
    std::os::unix::net::UnixListener::bind(out.join("src/socket")).expect("a socket");
    write(&after, &out).expect("it can be written");
    let target = |name: &str| fs::read_link(out.join("src").join(name)).expect("a link");
    assert_eq!((target("link.rs"), target("dangling")), (PathBuf::from("mine/mine.rs"), PathBuf::from("nowhere")));
    assert!(fs::symlink_metadata(out.join("src/socket")).is_ok_and(|found| !found.is_file()));
    fs::remove_dir_all(out.join("src")).expect("it is there");
    std::os::unix::fs::symlink(parent.path(), out.join("src")).expect("a link");
    assert!(matches!(write(&after, &out), Err(FilesError::Foreign(_))));
}

#[test]
fn a_file_that_mentions_the_mark_is_not_ours() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path();
    write(&files(&[("src/lib.rs", "a")]), out).expect("it can be written");
    let mentioning = format!("// By hand.\n// {}\n", header("a.yaml", "."));
    fs::write(out.join("src/mine.rs"), &mentioning).expect("a file");
    write(&files(&[("src/lib.rs", "b")]), out).expect("it can be written");
    assert_eq!(fs::read_to_string(out.join("src/mine.rs")).expect("it is there"), mentioning);
    let result = write(&files(&[("src/lib.rs", "b"), ("src/mine.rs", "c")]), out);
    assert!(matches!(result, Err(FilesError::Foreign(_))), "{result:?}");
}

#[test]
fn a_comparison_writes_nothing() {
    let parent = TempDir::new().expect("a folder");
    let (out, after) = changing(&parent);
    let before = texts(&out);
    assert!(!after.compare(&out).expect("it can be read").is_empty());
    assert_eq!(texts(&out), before);
    assert!(after.compare(&parent.path().join("new")).is_ok() && !parent.path().join("new").exists());
}

#[test]
fn differences_are_shown_as_a_unified_diff() {
    let parent = TempDir::new().expect("a folder");
    write(&files(&[("src/a.rs", "one\ntwo")]), parent.path()).expect("it can be written");
    let comparison = files(&[("src/a.rs", "one\nthree")]).compare(parent.path()).expect("it can be read");
    assert_eq!(
        comparison.diff(),
        "--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,3 +1,3 @@\n // Written by apiarist from a.yaml. Changes are lost.\n one\n-two\n+three\n"
    );
}

#[test]
#[should_panic(expected = "a generated file must be inside its folder")]
fn no_file_leaves_its_folder() {
    Files::new().insert("../a.rs", "");
}

#[test]
fn a_readme_of_the_user_stays_and_a_generated_one_is_replaced() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    let readme = |text: &str| {
        let mut files = files(&[("Cargo.toml", "x")]);
        files.insert("README.md", format!("<!-- {} -->\n{text}\n", header("a.yaml", ".")));
        files
    };
    let text = || fs::read_to_string(out.join("README.md")).expect("it is there");
    write(&readme("one"), &out).expect("it can be written");
    write(&readme("two"), &out).expect("it can be written");
    assert!(text().ends_with("two\n"));
    fs::write(out.join("README.md"), "# Mine\n").expect("it can be written");
    write(&readme("three"), &out).expect("it can be written");
    assert_eq!(text(), "# Mine\n");
    assert!(readme("four").compare(&out).expect("it can be read").is_empty());
}

fn crate_files(texts: &[(&str, &str)], edits: Edits) -> Files {
    let mut crate_files = files(&[("Cargo.toml", "version = \"0.1.0\""), ("src/lib.rs", "a")]);
    texts.iter().for_each(|(path, text)| crate_files.insert(path, *text));
    crate_files.handle_edits(edits);
    crate_files
}

#[test]
fn edits_outside_src_are_rejected_until_they_are_discarded() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    let at = |name: &str| out.join(name);
    let old = crate_files(&[("runtime/a.rs", "a"), ("runtime/b.rs", "b"), ("runtime/c/d.rs", "d")], Edits::Rejected);
    write(&old, &out).expect("it can be written");
    assert!(old.compare(&out).expect("it can be read").is_empty());

    // The second version changes one file of the runtime and removes the others.
    let new = |edits| crate_files(&[("runtime/a.rs", "A")], edits);
    for name in ["runtime/a.rs", "runtime/c/d.rs"] {
        let before = listing(&out);
        let text = fs::read_to_string(at(name)).expect("a file");
        fs::write(at(name), "edited").expect("a file");
        let error = write(&new(Edits::Rejected), &out).expect_err("edits are rejected");
        assert!(matches!(&error, FilesError::Edited(paths) if *paths == [at(name)]), "{error}");
        assert_eq!(listing(&out), before);
        fs::write(at(name), text).expect("a file");
    }
    write(&new(Edits::Rejected), &out).expect("nothing is edited");
    assert_eq!(listing(&out), ["Cargo.toml", "checksums.lock", "runtime", "runtime/a.rs", "src", "src/lib.rs"],);

    fs::write(at("runtime/a.rs"), "edited").expect("a file");
    assert!(matches!(write(&new(Edits::Rejected), &out), Err(FilesError::Edited(_))));
    write(&new(Edits::Discarded), &out).expect("edits are discarded");
    assert_eq!(fs::read_to_string(at("runtime/a.rs")).expect("a file"), "A");
}

#[test]
fn edited_manifest_is_rejected_even_without_checksums() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    let files = crate_files(&[], Edits::Rejected);
    write(&files, &out).expect("it can be written");
    let manifest = out.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    // A release changes the version.
    fs::write(&manifest, text.replace("0.1.0", "0.2.0")).expect("a file");
    write(&files, &out).expect("the version does not count");

    fs::write(&manifest, format!("{text}[dependencies]\n")).expect("a file");
    assert!(matches!(write(&files, &out), Err(FilesError::Edited(_))));
    fs::remove_file(out.join("checksums.lock")).expect("a file");
    assert!(matches!(write(&files, &out), Err(FilesError::Edited(_))));
    write(&crate_files(&[], Edits::Discarded), &out).expect("edits are discarded");
    assert_eq!(fs::read_to_string(&manifest).expect("a file"), text);
}

#[test]
fn file_of_the_user_at_the_path_of_a_new_file_is_never_replaced() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("out");
    write(&crate_files(&[], Edits::Rejected), &out).expect("it can be written");
    fs::create_dir(out.join("runtime")).expect("a folder");
    fs::write(out.join("runtime/a.rs"), "mine").expect("a file");
    for edits in [Edits::Rejected, Edits::Discarded] {
        let result = write(&crate_files(&[("runtime/a.rs", "a")], edits), &out);
        assert!(matches!(result, Err(FilesError::Foreign(_))));
    }
}
