//! How `source.lock` names where a document came from: never by a path that only one machine has.

use std::path::{Component, Path, PathBuf};

use apiarist::settings::Origin;

use super::is_url;

/// Returns the origin as `source.lock` has it. Settings give paths from the folder of the API, which stay as they are
/// written; those of `--from` are written from the workspace. Absolute paths become relative ones.
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

/// A path from a folder, with forward slashes; the name alone where no path leads from one to the other.
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

/// A path without `.` and `..`, as far as that goes without looking at links.
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
    fn no_absolute_path_is_locked() {
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
