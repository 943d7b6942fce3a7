//! Sets the version of a workspace crate in `Cargo.lock`, so that commands with `--locked` work after an update.

/// Returns `Cargo.lock` with this version of a crate of the workspace, or `None` if it does not list the crate.
pub fn with_version(lock: &str, name: &str, version: &str) -> Option<String> {
    let entry = format!("[[package]]\nname = \"{name}\"\nversion = \"");
    let start = lock.find(&entry)? + entry.len();
    let end = start + lock.get(start..)?.find('"')?;
    Some(format!("{}{version}{}", lock.get(..start)?, lock.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_version_of_the_crate_changes() {
        let lock = |version: &str| {
            format!(
                "[[package]]\nname = \"a\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"b\"\nversion = \"{version}\"\ndependencies = [\n \"a\",\n]\n"
            )
        };
        assert_eq!(with_version(&lock("0.1.0"), "b", "0.2.0"), Some(lock("0.2.0")));
        assert_eq!(with_version(&lock("0.1.0"), "c", "0.2.0"), None);
    }
}
