//! File names: short enough for every system, and none that Windows reserves for devices.

/// Device names, which Windows reserves with any extension.
pub(crate) const DEVICES: [&str; 26] = [
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "conin$", "conout$",
    "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// The maximum length of a file name in bytes, without its extension. Windows allows 260 for a whole path.
const LONGEST: usize = 64;

/// The maximum length of a type name in characters: a longer one does not fit on a line with its use.
const LONGEST_TYPE: usize = 60;

/// The number of characters that a shortened type name keeps of its end, at most.
const TAIL: usize = 26;

/// The length of the hash in a shortened type name.
const HASH: usize = "X0123ab".len();

/// Returns `true` if Windows reserves a name for a device; the part after a period or space is ignored.
pub fn is_device_name(name: &str) -> bool {
    let stem = name.split(['.', ' ']).next().unwrap_or_default();
    DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device))
}

/// Shortens an ASCII name that is too long for a file: to whole words and a hash of the whole name, so that the result
/// does not depend on other names.
pub(crate) fn shortened(name: String) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let start = name.get(..LONGEST - "_0123abcd".len()).unwrap_or_default();
    let words = start.rsplit_once('_').map_or(start, |(words, _)| words);
    let words = if words.len() < LONGEST / 2 { start } else { words };
    format!("{words}_{:08x}", fingerprint(&name))
}

/// Shortens a name in `PascalCase` that is too long to read: words in the middle are replaced by a hash of the whole name,
/// so that the result does not depend on other names.
///
/// ```text
/// PostPaymentIntentsBodyPaymentMethodOptionsPaynowSetupFutureUsage     64 characters
/// PostPaymentIntentsBodyPaymentXd39276PaynowSetupFutureUsage           58
/// ```
pub(crate) fn shortened_type(name: String) -> String {
    if name.chars().count() <= LONGEST_TYPE {
        return name;
    }
    let hash = format!("X{:06x}", fingerprint(&name) & 0xff_ffff);
    let characters: Vec<char> = name.chars().collect();
    let starts_word = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        characters.get(*at).is_some_and(|c| c.is_uppercase()) && before.is_some_and(|c| !c.is_uppercase())
    };
    let earliest = characters.len() - TAIL;
    let tail = (earliest..characters.len()).find(starts_word).unwrap_or(earliest);
    let latest = LONGEST_TYPE - HASH - (characters.len() - tail);
    let head = (latest / 2..=latest).rev().find(starts_word).unwrap_or(latest);
    let text = |part: &[char]| part.iter().collect::<String>();
    format!("{}{hash}{}", text(&characters[..head]), text(&characters[tail..]))
}

/// Returns a hash of a text (FNV-1a), which is the same on every system and in every version.
pub(crate) fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_shortened_to_words_and_differ() {
        assert_eq!(shortened("pet".to_owned()), "pet");
        assert_eq!(shortened("a".repeat(64)), "a".repeat(64));
        let long = |end: &str| shortened(format!("{}{end}", "list_of_pets_".repeat(20)));
        assert_eq!(long("one"), "list_of_pets_list_of_pets_list_of_pets_list_of_pets_06408767");
        assert_ne!(long("one"), long("two"));
        for name in ["a".repeat(65), "a".repeat(100_000), format!("a_{}", "b".repeat(300)), "a_".repeat(200)] {
            let short = shortened(name);
            assert!(short.len() <= 64 && !short.ends_with('_'), "{short}");
        }
    }

    #[test]
    fn long_names_of_types_keep_head_and_tail_and_differ() {
        assert_eq!(shortened_type("P".repeat(60)), "P".repeat(60));
        let short = shortened_type("PostPaymentIntentsBodyPaymentMethodOptionsPaynowSetupFutureUsage".to_owned());
        assert_eq!(short, "PostPaymentIntentsBodyPaymentXd39276PaynowSetupFutureUsage");
        let long = |middle: &str| shortened_type(format!("{}{middle}{}", "Straße".repeat(20), "Value".repeat(20)));
        assert_ne!(long("One"), long("Two"));
        for name in [long("One"), shortened_type("P".repeat(300)), shortened_type(format!("{}Call", "P".repeat(60)))] {
            assert!(name.chars().count() <= 60, "{name}");
        }
        assert!(shortened_type(format!("{}Call", "Pet".repeat(20))).ends_with("Call"));
    }

    #[test]
    fn devices_are_known_in_every_case_and_with_extensions() {
        for name in ["con", "CON", "Aux", "nul.yaml", "com1", "LPT9.tar.gz", "prn "] {
            assert!(is_device_name(name), "{name}");
        }
        for name in ["cons", "com", "com10", "auxiliary", "lpt", "", "my.con"] {
            assert!(!is_device_name(name), "{name}");
        }
    }
}
