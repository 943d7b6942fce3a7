//! Inputs of the generator.

use std::path::Path;
use std::sync::LazyLock;

use apiarist_fuzz::check::check;
use apiarist_fuzz::documents::{self, Source};
use apiarist_fuzz::input::Input;

/// The documents that are mutated.
static DOCUMENTS: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
    documents::read(&folder).expect("the cases can be read")
});

/// Reads the bytes as a document, and checks everything that is generated from it. The first byte selects the format.
pub fn document(bytes: &[u8]) {
    let file_name =
        if bytes.first().is_some_and(|byte| matches!(byte, b'{' | b'[')) { "openapi.json" } else { "openapi.yaml" };
    if let Ok(text) = std::str::from_utf8(bytes) {
        report(&Input { file_name, text: text.to_owned() });
    }
}

/// Mutates one of the documents of the cases: the first eight bytes are the seed.
pub fn mutation(bytes: &[u8]) {
    let mut seed = [0; 8];
    seed.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    report(&Input::new(u64::from_le_bytes(seed), &DOCUMENTS));
}

fn report(input: &Input) {
    let faults = check(input).faults;
    assert!(faults.is_empty(), "{faults:#?}\n{}", input.text);
}
