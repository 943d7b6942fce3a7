//! Checks that credentials are never shown.

use std::fmt::{Debug, Display};

/// Makes a call that fails, and returns its error.
///
/// # Panics
/// If a secret is in the `Debug` output of the call, of the error or of one of these values, or in the error's message.
pub async fn assert_hidden<C, T, E>(secrets: &[&str], call: C, values: &[&dyn Debug]) -> E
where
    C: IntoFuture<Output = Result<T, E>> + Debug,
    T: Debug,
    E: Debug + Display,
{
    let mut shown = format!("{call:?}");
    let error = call.await.unwrap_err();
    shown += &format!("{error} {error:?}");
    values.iter().for_each(|value| shown += &format!("{value:?} {value:#?}"));
    for secret in secrets {
        assert!(!shown.contains(secret), "{shown}");
    }
    error
}
