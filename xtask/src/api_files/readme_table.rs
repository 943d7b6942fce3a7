//! Edits the table of APIs in the README.

use apiarist::Client;

/// The heading above the table.
const HEADING: &str = "## The APIs";

/// Returns the README with a row for the client appended to the table.
///
/// # Errors
/// Returns an error if the README has no such table.
pub fn with_row(readme: &str, module: &str, client: &Client) -> Result<String, String> {
    let missing =
        || format!("cannot find the table below `{HEADING}` in README.md\nhelp: add the table, and run the task again");
    let start = readme.find(&format!("\n{HEADING}\n")).ok_or_else(missing)?;
    let table = readme[start..].find("\n| ").ok_or_else(missing)? + start;
    let end = readme[table..].find("\n\n").map_or(readme.len(), |end| table + end);
    Ok(format!("{}\n{}{}", &readme[..end], row(module, client), &readme[end..]))
}

/// Returns `true` if the README has a row for a module.
pub fn has_row(readme: &str, module: &str) -> bool {
    readme.lines().any(|line| line.starts_with(&format!("| `{module}` |")))
}

fn row(module: &str, client: &Client) -> String {
    let (api, names) = (client.api(), client.names());
    let variables = api.security_schemes.keys().filter_map(|scheme| names.credential(scheme));
    let variables: Vec<String> =
        variables.flat_map(|names| &names.variables).map(|variable| format!("`{variable}`")).collect();
    let variables = if variables.is_empty() { "none".to_owned() } else { variables.join(" and ") };
    let title = api.title.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    format!("| `{module}` | {title} | {} | {variables} |", api.operations.len())
}
