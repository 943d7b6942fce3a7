//! Unique keys that identify a part of the document across updates.

use crate::hash::{HashMap, HashSet};

/// A registry that makes keys unique: the second `GET /pets` is `GET /pets #2`.
#[derive(Debug, Default)]
pub struct DistinctKeys {
    taken: HashSet<String>,
    counts: HashMap<String, usize>,
}

impl DistinctKeys {
    /// Returns the key, followed by a number if it was returned before.
    pub fn claim(&mut self, key: String) -> String {
        if self.taken.insert(key.clone()) {
            return key;
        }
        // Counting on from the last number keeps the cost of many equal keys linear.
        let count = self.counts.entry(key.clone()).or_insert(1);
        loop {
            *count += 1;
            let numbered = format!("{key} #{count}");
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_handed_out_twice() {
        let mut keys = DistinctKeys::default();
        let claimed = ["GET /a", "GET /a #2", "GET /a", "GET /a"].map(|key| keys.claim(key.to_owned()));
        assert_eq!(claimed, ["GET /a", "GET /a #2", "GET /a #3", "GET /a #4"]);
    }
}
