//! The key of a document that is most similar to an unused key of the settings.
//!
//! ```text
//! Pet.nmae      Pet.name: two characters are replaced
//! *.nam         Pet.name: the `*` matches any text
//! Shop.total    none: no key is similar
//! ```

/// The maximum length of a key that is compared with similar keys.
const LONGEST: usize = 200;

/// The maximum number of keys that are compared with an unused key.
const COMPARED: usize = 20_000;

/// Returns the end of a message about an unused key: the most similar known key, or nothing if no key is similar.
pub(crate) fn nearest_hint<'k>(key: &str, known: impl Iterator<Item = &'k str>) -> String {
    nearest(key, known).map_or_else(String::new, |nearest| format!("; the nearest is `{nearest}`"))
}

/// Returns the known key that is most similar to an unused one, or `None` if no key is similar.
fn nearest<'k>(key: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if key.len() > LONGEST {
        return None;
    }
    let lowercase = key.to_lowercase();
    let near = known.filter(|other| other.len() <= LONGEST).take(COMPARED);
    let measured = near.map(|other| (distance(&lowercase, &other.to_lowercase()), other));
    let (distance, other) = measured.min_by_key(|(distance, _)| *distance)?;
    let length = key.chars().filter(|character| *character != '*').count();
    (distance * 3 <= length).then_some(other)
}

/// Returns the number of insertions, deletions and replacements of characters that convert one text into another. A `*`
/// in the first text converts into any text.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for character in one.chars() {
        if character == '*' {
            for column in 0..other.len() {
                row[column + 1] = row[column + 1].min(row[column]);
            }
            continue;
        }
        let mut diagonal = row[0];
        row[0] += 1;
        for (column, second) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(character != *second);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_key_differs_in_few_characters_outside_of_a_star() {
        let known = ["Pet.name", "Pet.age", "PetStatus.sold"];
        for (key, expected) in [
            ("Pet.nmae", Some("Pet.name")),
            ("pet.age", Some("Pet.age")),
            ("*.nam", Some("Pet.name")),
            ("PetState.*", Some("PetStatus.sold")),
            ("*.total", None),
            ("Shop.total", None),
            ("*", Some("Pet.name")),
        ] {
            assert_eq!(nearest(key, known.into_iter()), expected, "{key}");
        }
    }
}
