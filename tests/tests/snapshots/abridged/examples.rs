//! The lines of an example that rustdoc hides, which are the same in every example.
//!
//! ```text
//! /// ```no_run
//! /// use apiarist_tests::bodies::case::types;
//! ///
//! /// # use apiarist_tests::bodies::case::Client;            hidden
//! /// # type Done = Result<(), Box<dyn std::error::Error>>;  hidden
//! /// # async fn example(client: Client) -> Done {           hidden
//! /// client.pets().list().await?;
//! /// # Ok(()) }                                             hidden
//! /// ```
//! ```

const FENCE: &str = "/// ```";
const OPENING: &str = "/// ```no_run";
const HIDDEN: &str = "/// # ";

/// Removes the hidden lines of the examples that [`show`] restores.
pub fn hide(text: &str, module: &str) -> String {
    each_example(text, |example| {
        let visible: Vec<&str> =
            example.iter().copied().filter(|line| !line.trim_start().starts_with(HIDDEN)).collect();
        let is_restored = with_hidden_lines(&visible, module).iter().eq(example);
        if is_restored { visible.into_iter().map(str::to_owned).collect() } else { owned(example) }
    })
}

/// Restores the hidden lines of examples that have none.
pub fn show(text: &str, module: &str) -> String {
    each_example(text, |example| {
        let is_complete = example.iter().any(|line| line.trim_start().starts_with(HIDDEN));
        if is_complete { owned(example) } else { with_hidden_lines(example, module) }
    })
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// Replaces the lines between the fences of each example.
fn each_example(text: &str, replace: impl Fn(&[&str]) -> Vec<String>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        result.push_str(line);
        result.push('\n');
        if line.trim_start() != OPENING {
            continue;
        }
        let mut example = Vec::new();
        let mut end = None;
        for line in lines.by_ref() {
            if line.trim_start() == FENCE {
                end = Some(line.to_owned());
                break;
            }
            example.push(line);
        }
        for line in replace(&example).into_iter().chain(end) {
            result.push_str(&line);
            result.push('\n');
        }
    }
    result
}

/// Returns the lines of an example with the hidden ones: three after the imports, and one at the end.
fn with_hidden_lines(visible: &[&str], module: &str) -> Vec<String> {
    let first = visible.first().copied().unwrap_or_default();
    let indent = &first[..first.len() - first.trim_start().len()];
    let has_imports = first.trim_start().starts_with("/// use ");
    let imports = visible.iter().position(|line| has_imports && line.trim() == "///").map_or(0, |at| at + 1);
    let (imports, body) = visible.split_at(imports);
    let hidden = |line: &str| format!("{indent}{HIDDEN}{line}");
    let mut lines = owned(imports);
    lines.push(hidden(&format!("use apiarist_tests::{module}::Client;")));
    lines.push(hidden("type Done = Result<(), Box<dyn std::error::Error>>;"));
    lines.push(hidden("async fn example(client: Client) -> Done {"));
    lines.append(&mut owned(body));
    lines.push(hidden("Ok(()) }"));
    lines
}
