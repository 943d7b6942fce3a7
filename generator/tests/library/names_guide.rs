//! Checks that the settings in `docs/guide/names.md` are valid and have the effect that the page shows.

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::settings::Settings;
use apiarist::source::Document;

const GUIDE: &str = include_str!("../../../docs/guide/names.md");

/// Returns the code blocks of the page with their languages.
fn blocks() -> Vec<(&'static str, String)> {
    let mut blocks: Vec<(&str, String)> = Vec::new();
    let mut is_open = false;
    for line in GUIDE.lines() {
        match line.strip_prefix("```") {
            Some(language) => {
                if !is_open {
                    blocks.push((language, String::new()));
                }
                is_open = !is_open;
            }
            None if is_open => blocks.last_mut().expect("an open block").1.extend([line, "\n"]),
            None => {}
        }
    }
    blocks
}

#[test]
fn settings_of_the_guide_have_the_effect_that_it_shows() {
    let mut blocks = blocks().into_iter();
    let (language, yaml) = blocks.next().expect("the document");
    assert_eq!(language, "yaml");
    let document = Document::parse("openapi.yaml", yaml).expect("a document");
    let mut shown = 0;
    while let (Some((toml, text)), Some((expected, lines))) = (blocks.next(), blocks.next()) {
        assert_eq!((toml, expected), ("toml", "text"));
        let mut diagnostics = Diagnostics::new();
        let settings = Settings::parse("apiarist.toml".as_ref(), &text, &mut diagnostics).expect("valid settings");
        let client = Client::plan(&document, &settings, &mut diagnostics).expect("a client");
        assert!(diagnostics.is_empty(), "{diagnostics:?}\n{text}");
        let outline = client.outline();
        for line in lines.lines() {
            let is_shown = outline.lines().any(|shown| shown.trim_start().starts_with(line));
            assert!(is_shown, "no `{line}` in\n{outline}");
            shown += 1;
        }
    }
    assert!(shown > 10, "the page shows {shown} lines");
}
