//! Computes fingerprints of files, to recognize those of an earlier run.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A hash of files in order, of their names and contents.
#[derive(Debug, Default)]
pub struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Adds a file.
    pub fn add(&mut self, path: &Path, text: &[u8]) {
        path.hash(&mut self.0);
        text.hash(&mut self.0);
    }

    /// Adds all files below a folder.
    pub fn add_folder(&mut self, folder: &Path) -> io::Result<()> {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        paths.sort();
        for path in paths {
            if path.is_dir() {
                self.add_folder(&path)?;
            } else {
                self.add(&path, &fs::read(&path)?);
            }
        }
        Ok(())
    }

    /// Returns the hash in hexadecimal digits.
    pub fn finish(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}
