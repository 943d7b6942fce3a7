//! A server may send values that the document does not list.

use bees::types::Mood;

pub fn without_unknown(mood: &Mood) -> &str {
    match mood {
        Mood::Calm => "calm",
        Mood::Angry => "angry",
    }
}

pub fn without_wildcard(mood: &Mood) -> &str {
    match mood {
        Mood::Calm => "calm",
        Mood::Angry => "angry",
        Mood::Unknown(other) => other,
    }
}
