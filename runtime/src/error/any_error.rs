//! A common type for the errors of different operations.

use std::{any::Any, fmt};

use crate::error::Error;

/// The error of any operation. A function that calls several operations returns it, and `?` converts their errors to
/// it.
///
/// It keeps everything that the error of an operation contains. [`api_as`](Error::api_as) returns the body by its type,
/// and [`downcast`](Error::downcast) returns the error of the operation itself.
///
/// ```
/// # use apiarist_runtime::{AnyError, Error};
///
/// # #[derive(Clone, Debug)] struct NotFound { hive: String }
/// # #[derive(Clone, Debug)] struct Busy;
/// # async fn get_hive() -> Result<u32, Error<NotFound>> { Ok(1) }
/// # async fn feed_bees() -> Result<u32, Error<Busy>> { Ok(2) }
/// async fn feed() -> Result<u32, AnyError> {
///     let hives = get_hive().await?; // Error<NotFound>
///     let bees = feed_bees().await?; // Error<Busy>
///     Ok(hives + bees)
/// }
///
/// fn missing_hive(error: &AnyError) -> Option<&str> {
///     error.api_as::<NotFound>().map(|body| body.hive.as_str())
/// }
/// ```
///
/// An application with its own error type accepts the errors of all operations with one implementation:
///
/// ```
/// use std::fmt::Debug;
/// # use apiarist_runtime::{AnyError, Error};
///
/// #[derive(Debug)]
/// enum AppError {
///     Api(AnyError),
///     Config(std::env::VarError),
/// }
///
/// impl<E: Debug + Send + Sync + 'static> From<Error<E>> for AppError {
///     fn from(error: Error<E>) -> Self {
///         AppError::Api(error.erase())
///     }
/// }
/// ```
pub type AnyError = Error<AnyBody>;

/// The body of an error in an [`AnyError`], with its type erased.
pub struct AnyBody {
    body: Box<dyn Any + Send + Sync>,
    debug: fn(&dyn Any, &mut fmt::Formatter<'_>) -> fmt::Result,
}

impl AnyBody {
    /// Erases the type of a body. A body whose type is already erased is returned unchanged.
    fn new<T: fmt::Debug + Send + Sync + 'static>(body: T) -> Self {
        let body: Box<dyn Any + Send + Sync> = Box::new(body);
        body.downcast().map_or_else(|body| AnyBody { body, debug: debug::<T> }, |erased| *erased)
    }

    /// Returns the body, or `None` if it has another type.
    pub fn downcast_ref<T: 'static>(&self) -> Option<&T> {
        self.body.downcast_ref()
    }

    /// Returns the body by value.
    ///
    /// # Errors
    /// Returns `self` if the body has another type.
    pub fn downcast<T: 'static>(self) -> Result<T, Self> {
        let AnyBody { body, debug } = self;
        body.downcast().map(|body| *body).map_err(|body| AnyBody { body, debug })
    }
}

fn debug<T: fmt::Debug + 'static>(body: &dyn Any, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    body.downcast_ref::<T>().map_or(Ok(()), |body| body.fmt(formatter))
}

/// Formats the body with the `Debug` implementation of its own type.
impl fmt::Debug for AnyBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.debug)(self.body.as_ref(), formatter)
    }
}

impl<E: fmt::Debug + Send + Sync + 'static> Error<E> {
    /// Erases the type of the body, so that the errors of different operations have one type. The `?` operator does the
    /// same.
    pub fn erase(self) -> AnyError {
        self.map_api(AnyBody::new)
    }
}

// `AnyBody` does not implement `Clone`: this would otherwise overlap with the identity conversion.
impl<E: Clone + fmt::Debug + Send + Sync + 'static> From<Error<E>> for AnyError {
    fn from(error: Error<E>) -> Self {
        error.erase()
    }
}

impl AnyError {
    /// Returns the body by its type, such as the error type of an operation. Returns `None` if the error has no body or
    /// if the body has another type.
    pub fn api_as<T: 'static>(&self) -> Option<&T> {
        self.api()?.downcast_ref()
    }

    /// Returns the error of an operation whose error type is `E`.
    ///
    /// # Errors
    /// Returns `self` if there is no body or it has another type.
    pub fn downcast<E: 'static>(self) -> Result<Error<E>, Self> {
        self.try_map_api(AnyBody::downcast)
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use serde_json::{Value, json};

    use super::*;
    use crate::error::{ErrorKind, call_error::CallError};

    #[derive(Clone, Debug, PartialEq)]
    struct Problem(&'static str);

    fn error() -> Error<Problem> {
        let failure = CallError::new(ErrorKind::Status, "getHive", "404 Not Found").with_source("no such hive");
        Error::new(failure, Some(Problem("gone")))
    }

    #[test]
    fn erased_error_keeps_everything() {
        let (typed, erased) = (error(), error().erase());
        assert_eq!(erased.to_string(), typed.to_string());
        assert_eq!(format!("{erased:?}"), format!("{typed:?}"));
        assert_eq!((erased.kind(), erased.operation()), (ErrorKind::Status, "getHive"));
        assert_eq!(erased.source().unwrap().to_string(), "no such hive");
        assert_eq!(size_of_val(&erased), size_of::<usize>());
    }

    #[test]
    fn erased_body_is_returned_only_by_its_own_type() {
        let erased = error().erase().erase();
        assert_eq!(erased.api_as::<Problem>(), Some(&Problem("gone")));
        assert_eq!(erased.api_as::<Value>(), None);
        let erased = erased.downcast::<Value>().unwrap_err();
        assert_eq!(erased.downcast::<Problem>().unwrap().into_api(), Some(Problem("gone")));
        let without_body =
            Error::<Problem>::new(CallError::new(ErrorKind::Connect, "getHive", "could not connect"), None);
        assert_eq!(without_body.erase().api_as::<Problem>(), None);
    }

    #[test]
    fn errors_of_all_operations_convert_to_one_type() {
        fn calls(first: Result<(), Error<Problem>>) -> Result<(), AnyError> {
            first?;
            Err(error().map_api(|_| json!(1)))?
        }
        assert_eq!(calls(Ok(())).unwrap_err().api_as::<Value>(), Some(&json!(1)));
        let first = calls(Err(error())).unwrap_err();
        assert_eq!(first.api_as::<Problem>(), Some(&Problem("gone")));
        let boxed: Box<dyn std::error::Error + Send + Sync> = first.into();
        assert!(boxed.downcast::<AnyError>().is_ok());
    }
}
