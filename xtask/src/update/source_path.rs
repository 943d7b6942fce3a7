//! Writes the origin of a document for `source.lock`, never as a path that is specific to one machine.
//!
//! ```text
//! in the settings of specs/pets:
//!     ../../theirs/api.yaml           →  ../../theirs/api.yaml
//!     /home/me/theirs/api.yaml        →  ../../../theirs/api.yaml
//! with --from, in the workspace /home/me/work:
//!     api.yaml                        →  api.yaml
//!     /home/me/Downloads/api.yaml     →  ../Downloads/api.yaml
//! ```

use std::path::{Component, Path, PathBuf};

use apiarist::settings::Origin;

use super::acquire::is_url;

/// Returns the origin as written in `source.lock`. Paths in settings are relative to the folder of the API and stay
/// unchanged; paths of `--from` become relative to the workspace. Absolute paths become relative.
pub fn locked_from(origin: &Origin, base: &Path, folder: &Path, workspace: &Path) -> String {
    let is_of_settings = base == folder;
    let named = |from: &String| match from {
        from if is_url(from) || (is_of_settings && Path::new(from).is_relative()) => from.clone(),
        from => relative(&base.join(from), if is_of_settings { folder } else { workspace }),
    };
    match origin {
        Origin::Url(from) => from.clone(),
        Origin::File(from) => named(from),
        Origin::Pages(pages) => pages.iter().map(named).collect::<Vec<_>>().join(", "),
    }
}

/// Returns a path relative to a folder, with forward slashes, or the file name alone if there is no relative path.
fn relative(path: &Path, folder: &Path) -> String {
    let (path, folder) = (normal(path), normal(folder));
    let shared = path.components().zip(folder.components()).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    }
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = path.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Returns a path without `.` and `..`, resolved without following symbolic links.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(normal.pop()),
            part => normal.push(part),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_paths_are_not_locked() {
        let (folder, workspace) = (Path::new("/home/me/work/specs/pets"), Path::new("/home/me/work"));
        let file = |from: &str, base: &Path| locked_from(&Origin::File(from.to_owned()), base, folder, workspace);
        assert_eq!(file("../../theirs/api.yaml", folder), "../../theirs/api.yaml");
        assert_eq!(file("/home/me/theirs/api.yaml", folder), "../../../theirs/api.yaml");
        assert_eq!(file("api.yaml", workspace), "api.yaml");
        assert_eq!(file("../api.yaml", Path::new("/home/me/work/xtask")), "api.yaml");
        assert_eq!(file("/home/me/Downloads/api.yaml", workspace), "../Downloads/api.yaml");
        assert_eq!(file("/tmp/api.yaml", workspace), "../../../tmp/api.yaml");
        let pages = Origin::Pages(vec!["https://example.com/a.md".to_owned(), "/home/me/work/b.md".to_owned()]);
        assert_eq!(locked_from(&pages, workspace, folder, workspace), "https://example.com/a.md, b.md");
    }
}
