//! Creates an input: a document with random changes, as text.

use apiarist::source::Format;
use fastrand::Rng;
use serde_json::Value;

use crate::documents::Source;
use crate::fragments::{BYTES, HOSTILE, YAML};
use crate::mutation::change;

/// The maximum size of a mutated document in bytes.
const LARGEST: usize = 1_000_000;

/// An input file for the generator.
pub struct Input {
    /// The file name, which selects YAML or JSON.
    pub file_name: &'static str,
    /// The contents.
    pub text: String,
}

impl Input {
    /// Creates the input of this number.
    pub fn new(number: u64, documents: &[Source]) -> Self {
        let mut random = Rng::with_seed(number);
        let document = |random: &mut Rng| documents.get(random.usize(..documents.len())).map(|(_, root)| root);
        let mut root = document(&mut random).cloned().unwrap_or_default();
        let most = if random.u8(..100) < 30 { 14 } else { 4 };
        for _ in 0..random.usize(1..=most) {
            let other = document(&mut random).unwrap_or(&Value::Null);
            change(&mut root, other, &mut random);
            if root.to_string().len() > LARGEST {
                break;
            }
        }
        let (mut file_name, mut text) = match random.u8(..4) {
            0 => ("openapi.yaml", Format::Yaml.write(&root)),
            _ => ("openapi.json", Format::Json.write(&root)),
        };
        if random.u8(..100) < 15 {
            text = damaged(text, &mut random);
            if random.u8(..100) < 30 {
                file_name = "openapi.yaml";
            }
        }
        Self { file_name, text }
    }
}

/// Changes single bytes and pieces of a text. The result may no longer be JSON or YAML.
fn damaged(text: String, random: &mut Rng) -> String {
    let mut bytes = text.into_bytes();
    for _ in 0..random.usize(1..=12) {
        if bytes.is_empty() {
            break;
        }
        let at = random.usize(..bytes.len());
        let end = (at + random.usize(..200)).min(bytes.len());
        match random.u8(..7) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.u8(..8)),
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, BYTES.get(random.usize(..BYTES.len())).copied().unwrap_or_default()),
            3 => {
                let piece: Vec<u8> = bytes.get(at..end).unwrap_or_default().to_vec();
                let to = random.usize(..bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            4 => drop(bytes.drain(at..end)),
            5 => drop(bytes.splice(at..at, pick(HOSTILE, random).bytes())),
            _ => drop(bytes.splice(at..at, pick(YAML, random).bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns one of the fragments.
pub fn pick(fragments: &'static [&'static str], random: &mut Rng) -> &'static str {
    fragments.get(random.usize(..fragments.len())).copied().unwrap_or_default()
}
