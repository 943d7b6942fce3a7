//! The client, which follows from the title, the server and the groups unless the API has credentials or other settings.

use super::{Case, Files, operations};

/// The line that replaces the setters that every builder has.
const SETTERS: &str = "    // … and the setters of every builder.\n}";

/// The first line of the methods of a builder.
const BUILDER: &str = "impl ClientBuilder {\n";

/// Returns the client of an API with one server and without credentials.
pub fn derive(files: &Files, case: Case<'_>) -> String {
    let title = values(case.document, "title: ").next().unwrap_or_default();
    let name = title.to_lowercase().replace(' ', "-");
    let server = values(case.document, "url: ").find(|url| url.starts_with("https://"));
    let groups = groups(files);
    let mut items: Vec<String> = Vec::new();
    for item in items_of(&case.common.client) {
        items.push(match key(item) {
            "const USER_AGENT" => with_name(item, &name),
            "const DESCRIPTION" => description(&name, server),
            "pub struct Client" => with_title(item, title, groups.is_empty()),
            "use" if groups.is_empty() => item.replace("use super::operations;\n", ""),
            _ => item.to_owned(),
        });
    }
    // The last item has the groups of the common client.
    items.pop();
    if !groups.is_empty() {
        items.push(format!("impl Client {{\n{}\n}}", groups.join("\n\n")));
    }
    format!("{}\n", items.join("\n\n"))
}

/// Returns the values of a key, which are in block or flow style.
fn values<'d>(document: &'d str, key: &str) -> impl Iterator<Item = &'d str> {
    let values = document.split(key).skip(1).filter_map(|rest| rest.split([',', '}', '\n']).next());
    values.map(|value| value.trim().trim_matches('"'))
}

fn with_name(item: &str, name: &str) -> String {
    let (before, _) = item.split_once("\" (").unwrap_or((item, ""));
    format!("{before}\" ({name})\"\n);")
}

fn description(name: &str, url: Option<&str>) -> String {
    let server = url.map(|url| format!("\n    .base_url({url:?})")).unwrap_or_default();
    format!("const DESCRIPTION: ClientDescription = ClientDescription::new({name:?}, USER_AGENT){server};")
}

fn with_title(item: &str, title: &str, is_unused: bool) -> String {
    let (_, rest) = item.split_once('\n').unwrap_or_default();
    let item = format!("/// A client for {title}.\n{rest}");
    let allowance = "    #[allow(dead_code, reason = \"the document has no operations\")]\n";
    if is_unused { item.replace("    core: ", &format!("{allowance}    core: ")) } else { item }
}

/// Returns the method for each group, with the documentation of the group.
fn groups(files: &Files) -> Vec<String> {
    let mut groups = Vec::new();
    for (path, text) in files {
        let Some(accessor) = path.strip_prefix("operations/").and_then(|path| path.strip_suffix(".rs")) else {
            continue;
        };
        let text = operations::hide(text);
        let Some((line, name)) = text.lines().find_map(|line| Some((line, operations::group_of(line)?))) else {
            continue;
        };
        let (before, _) = text.split_once(line).unwrap_or_default();
        let start = before.rfind("\n\n").map_or(0, |at| at + 2);
        let documentation: String = before[start..].lines().map(|line| format!("    {line}\n")).collect();
        groups.push(format!(
            "{documentation}    pub fn {accessor}(&self) -> operations::{name}<'_> {{\n        operations::{name} {{\n            \
             core: &self.core,\n        }}\n    }}"
        ));
    }
    groups
}

/// Returns the items of a client that differ from those of another, if [`complete`] restores the client from them.
pub fn part(client: &str, other: &str) -> Option<String> {
    let mut rest = items_of(other);
    let mut kept: Vec<&str> = Vec::new();
    let mut previous = None;
    for item in items_of(client) {
        match rest.iter().position(|other| key(other) == key(item)) {
            Some(at) => {
                let is_equal = rest.get(at) == Some(&item);
                rest.drain(..=at);
                previous = is_equal.then_some(item);
                if is_equal {
                    continue;
                }
            }
            // The item before an additional one determines its position.
            None => kept.extend(previous.take()),
        }
        kept.push(item);
    }
    let text = kept.join("\n\n").replace(setters(other)?, SETTERS) + "\n";
    (complete(&text, other) == client).then_some(text)
}

/// Returns the client of which some items are those of another.
pub fn complete(part: &str, other: &str) -> String {
    let part = part.replace(SETTERS, setters(other).unwrap_or(SETTERS));
    let mut rest = items_of(other);
    let mut items: Vec<&str> = Vec::new();
    for item in items_of(&part) {
        if let Some(at) = rest.iter().position(|other| key(other) == key(item)) {
            items.extend(rest.drain(..at));
            rest.remove(0);
        }
        items.push(item);
    }
    items.append(&mut rest);
    format!("{}\n", items.join("\n\n"))
}

/// Returns the setters that every builder has, with the brace after them.
fn setters(client: &str) -> Option<&str> {
    items_of(client).into_iter().find_map(|item| item.strip_prefix(BUILDER))
}

/// Splits a client into its items. A blank line inside an item precedes an indented line.
fn items_of(client: &str) -> Vec<&str> {
    let client = client.trim_end();
    let mut items = Vec::new();
    let mut start = 0;
    for (at, _) in client.match_indices("\n\n") {
        if !client[at + 2..].starts_with(' ') {
            items.push(&client[start..at]);
            start = at + 2;
        }
    }
    items.push(&client[start..]);
    items
}

/// Returns the beginning of the first line after the documentation and the attributes of an item. The constants of
/// schemes precede that of the user agent without a blank line.
fn key(item: &str) -> &str {
    let is_before =
        |line: &str| ["///", "#[", "pub(crate) const", " ", ")"].iter().any(|start| line.starts_with(start));
    let line = item.lines().find(|line| !is_before(line)).unwrap_or_default();
    if line.starts_with("use ") {
        return "use";
    }
    if line.starts_with("impl Client ") && item.contains("-> operations::") {
        return "groups";
    }
    line.split([':', '(', '{', '=']).next().unwrap_or_default().trim_end()
}
