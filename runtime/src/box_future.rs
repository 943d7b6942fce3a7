//! The type of futures that traits return.

use std::pin::Pin;

/// A future that can be sent between threads, behind a pointer.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
