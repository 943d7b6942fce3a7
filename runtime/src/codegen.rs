//! What setters were given for a list.

/// Gathers what a setter was given for a list.
///
/// ```
/// assert_eq!(apiarist_runtime::list::<String>(["a", "b"]), ["a", "b"]);
/// ```
pub fn list<T>(items: impl IntoIterator<Item: Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}
