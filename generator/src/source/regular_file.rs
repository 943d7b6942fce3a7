//! Reading of regular files. Opening another kind of file, such as a named pipe, could block forever.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;

use super::limits;

/// The maximum size of a file in bytes.
const LIMIT: u64 = limits::FILE_SIZE as u64;

/// Reads a file within the maximum size of a document.
///
/// # Errors
/// Returns an error if it cannot be read, is not a regular file, or is too large.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let found = fs::metadata(path)?;
    if !found.is_file() {
        let message = format!("it is {}, not a regular file", kind(found.file_type()));
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    if found.len() > LIMIT {
        return Err(too_large());
    }
    // A buffer that doubles while it grows would waste up to half of its size for as long as the document is open.
    let bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or_default() + 1);
    // The file may grow while it is read.
    read_to_end(File::open(path)?, bytes)
}

/// Reads an input to its end, such as standard input, within the maximum size of a document.
///
/// # Errors
/// Returns an error if it cannot be read or is too large.
pub fn read_all(input: impl Read) -> io::Result<Vec<u8>> {
    read_to_end(input, Vec::new())
}

fn read_to_end(input: impl Read, mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    input.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT { Err(too_large()) } else { Ok(bytes) }
}

fn too_large() -> io::Error {
    let message = format!("it is larger than {}", limits::size(limits::FILE_SIZE));
    io::Error::new(io::ErrorKind::FileTooLarge, message)
}

/// Reads a file like [`read_file`], as text.
///
/// # Errors
/// Returns the errors of [`read_file`], and an error if it is not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read_file(path)?).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()))
}

fn kind(kind: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return "a named pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "a device";
        }
    }
    if kind.is_dir() { "a folder" } else { "something else" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn files_are_read_and_folders_are_refused() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("a.txt");
        fs::write(&path, "text").expect("a file");
        assert_eq!(read_text(&path).expect("it can be read"), "text");
        let error = read_file(folder.path()).expect_err("it is a folder");
        assert_eq!(error.to_string(), "it is a folder, not a regular file");
        fs::write(&path, [0xff]).expect("a file");
        assert_eq!(read_text(&path).expect_err("it is not UTF-8").kind(), io::ErrorKind::InvalidData);
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_sockets_are_refused_without_being_opened() {
        let folder = TempDir::new().expect("a folder");
        let socket = folder.path().join("socket");
        std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        let link = folder.path().join("link.yaml");
        std::os::unix::fs::symlink("/dev/zero", &link).expect("a link");
        for (path, kind) in [(socket.as_path(), "a socket"), (Path::new("/dev/zero"), "a device"), (&link, "a device")]
        {
            let error = read_file(path).expect_err("it is not a file");
            assert_eq!(error.to_string(), format!("it is {kind}, not a regular file"));
        }
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_by_its_size() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("large.yaml");
        let file = File::create(&path).expect("a file");
        // A sparse file takes no space on disk.
        file.set_len(limits::FILE_SIZE as u64 + 1).expect("its size can be set");
        assert_eq!(read_file(&path).expect_err("it is too large").kind(), io::ErrorKind::FileTooLarge);
    }
}
