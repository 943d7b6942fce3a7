//! A tag without a discriminator.

use super::types::Part;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn constant_selects_the_variant() {
    let parts: Vec<Part> = round_trip(json!([
        {"kind": "text", "text": "a"},
        {"image_url": "u", "kind": "image"},
        {"data": "aGk=", "kind": "audio"},
        {"kind": "video", "text": "a"}
    ]));
    assert!(matches!(&parts[0], Part::Text(text) if text.text == "a"));
    assert!(matches!(&parts[1], Part::Image(image) if image.image_url == "u"));
    assert!(matches!(&parts[2], Part::Audio(audio) if audio.data.as_str() == "aGk="));
    assert!(matches!(&parts[3], Part::Unknown(_)));
}
