//! Line breaks that `prettyplease` omits: it does not break after the colon of a field or the `=` of an alias.
//!
//! ```text
//! pub a_long_name: AnotherLongName,   →   pub a_long_name:
//!                                             AnotherLongName,
//! ```

/// The maximum width of a line in columns. Only names and strings may exceed it.
pub(super) const WIDEST: usize = 120;

/// Breaks declarations that are too long.
pub(super) fn wrap(text: String) -> String {
    if text.lines().all(|line| line.len() <= WIDEST) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    text.lines().for_each(|line| write(&mut out, line));
    out
}

/// Writes a line, which is broken if it is a declaration that is too long.
pub(super) fn write(out: &mut String, line: &str) {
    match split(line).filter(|_| line.len() > WIDEST) {
        Some((name, type_)) => {
            let indentation = line.strip_suffix(line.trim_start()).unwrap_or_default();
            out.push_str(name);
            out.push('\n');
            out.push_str(indentation);
            out.push_str("    ");
            out.push_str(type_);
        }
        None => out.push_str(line),
    }
    out.push('\n');
}

/// Splits a declaration into two lines, the second one without its indentation.
fn split(line: &str) -> Option<(&str, &str)> {
    let sign = if line.ends_with(';') { " =" } else { ":" };
    let at = line.find(&format!("{sign} "))? + sign.len();
    let (name, type_) = line.split_at(at);
    let is_name = |character: char| character.is_alphanumeric() || "_#() ".contains(character);
    let is_declaration = match sign {
        ":" => line.ends_with(',') && name.trim_end_matches(':').chars().all(is_name),
        _ => name.split_whitespace().any(|word| word == "type"),
    };
    is_declaration.then(|| (name, type_.trim_start()))
}
