//! Checks that the settings in the documentation can be read.

use apiarist::diagnostics::Diagnostics;
use apiarist::settings::Settings;
use apiarist_test_support::markdown;

/// Tables that only the manifest of a crate has. Examples of manifests without them can be read as settings, too.
const OF_MANIFESTS: [&str; 4] = ["[build-dependencies]", "[dev-dependencies]", "[features]", "[workspace"];

#[test]
fn documented_settings_can_be_read() {
    let mut offences = Vec::new();
    let mut count = 0;
    for page in markdown::pages().iter().filter(|page| page.path.starts_with("docs/guide/")) {
        for block in page.blocks("toml") {
            if OF_MANIFESTS.iter().any(|table| block.text.contains(table)) {
                continue;
            }
            count += 1;
            let mut diagnostics = Diagnostics::new();
            Settings::parse(page.path.as_ref(), &block.text, &mut diagnostics);
            offences.extend(diagnostics.iter().map(|found| format!("{}:{}: {}", page.path, block.line, found.message)));
        }
    }
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
    assert!(count > 0, "no settings are documented");
}
