//! The definitions of a group and of its operations, which precede their implementations.
//!
//! ```text
//! /// Operations of `Pets`.
//! #[derive(Clone, Copy, Debug)]                omitted
//! pub struct Pets<'c> { … }                    omitted
//! impl Pets<'_> {
//!     pub fn list(self) -> ListPetsCall { … }
//! }
//! /// A call to [`Pets::list`].                omitted
//! pub type ListPetsCall = Call<ListPets>;      omitted
//! /// Marker for the operation `GET /pets`.    omitted
//! pub enum ListPets {}                         omitted
//! impl Operation for ListPets { … }
//! ```

/// The start of the implementation of an operation.
const OPERATION: &str = "impl Operation for ";

/// Removes the definitions that [`show`] restores.
pub fn hide(text: &str) -> String {
    let mut hidden = text.to_owned();
    for definition in definitions(text) {
        let complete = definition.complete();
        if text.matches(&complete).count() == 1 {
            hidden = hidden.replace(&complete, &definition.line);
        }
    }
    hidden
}

/// Restores the definitions of the groups and operations that have none.
pub fn show(text: &str) -> String {
    let mut shown = text.to_owned();
    for definition in definitions(text).filter(|definition| !text.contains(&definition.item)) {
        shown = shown.replacen(&definition.line, &definition.complete(), 1);
    }
    shown
}

/// A definition before an implementation.
struct Definition {
    /// The text between the documentation and the implementation.
    before: String,
    /// The start of the item that defines the group or the operation.
    item: String,
    /// The first line of the implementation.
    line: String,
}

impl Definition {
    fn complete(&self) -> String {
        format!("{}{}", self.before, self.line)
    }
}

/// Returns the definitions that the rest of a file determines.
fn definitions(text: &str) -> impl Iterator<Item = Definition> {
    let group = text.lines().find_map(group_of).unwrap_or_default();
    text.lines().filter_map(move |line| {
        if let Some(group) = group_of(line) {
            let item = format!("pub struct {group}<'c> {{\n");
            let before = format!("#[derive(Clone, Copy, Debug)]\n{item}    pub(crate) core: &'c ClientCore,\n}}\n\n");
            return Some(Definition { before, item, line: format!("{line}\n") });
        }
        let name = line.strip_prefix(OPERATION)?.strip_suffix(" {")?;
        let item = format!("pub enum {name} {{}}\n");
        let (_, rest) = text.split_once(line)?;
        let method = method_of(text, name)?;
        let endpoint = endpoint_of(rest)?;
        let has_setters = text.contains(&format!("\nimpl {name}Call {{\n"));
        let advice = if has_setters { " Set optional parameters, then await it." } else { "" };
        let before = format!(
            "/// A call to [`{group}::{method}`].{advice}\npub type {name}Call = Call<{name}>;\n\n/// Marker for the operation \
             `{endpoint}`.\n{item}\n"
        );
        Some(Definition { before, item, line: format!("{line}\n") })
    })
}

/// Returns the name of a group, if a line is the first one of its methods.
pub fn group_of(line: &str) -> Option<&str> {
    line.strip_prefix("impl ")?.strip_suffix("<'_> {")
}

/// Returns the method that returns the calls of an operation.
fn method_of<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (before, _) = text.split_once(&format!(" -> {name}Call {{\n"))?;
    let (_, method) = before.rsplit_once("    pub fn ")?;
    method.split(['(', '<']).next()
}

/// Returns the method and the path of an operation, such as `GET /pets`.
fn endpoint_of(implementation: &str) -> Option<String> {
    let (_, rest) = implementation.split_once("::new(")?.1.split_once(")")?;
    let (method, rest) = rest.split_once('.')?.1.split_once("(\"")?;
    Some(format!("{} {}", method.to_uppercase(), rest.split_once('"')?.0))
}
