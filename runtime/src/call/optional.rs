//! Arguments of setters: a value or an `Option` of a value.

/// An optional argument, as accepted by the setters of a call.
///
/// | the setter takes | it accepts |
/// | --- | --- |
/// | `impl Optional<T>` | a `T` or an `Option<T>`, where `T` is a number, a `bool`, an enum or a reference to a struct |
/// | `impl Optional<str>` | a `&str`, `&String` or `String`, an `Option<&str>` or an `&Option<String>` |
/// | `impl Optional<[T]>` | a `&[T]`, `&Vec<T>` or `&[T; N]`, or an `Option<&[T]>` |
///
/// `None` leaves the call unchanged, so a loop over pages needs no `if`:
///
/// ```
/// # use apiarist_runtime::Optional;
///
/// fn list(limit: impl Optional<i64>, after: impl Optional<str>) -> String {
///     format!("{:?} {:?}", limit.as_option(), after.as_option())
/// }
///
/// let cursor: Option<String> = Some("item_9".to_owned());
/// assert_eq!(list(50, cursor.as_deref()), r#"Some(50) Some("item_9")"#);
/// assert_eq!(list(None, "item_1"), r#"None Some("item_1")"#);
/// assert_eq!(list(Some(50), None), "Some(50) None");
/// ```
///
/// A setter for an array takes any iterator instead. Pass an `Option` of an array as `list.into_iter().flatten()`: an
/// empty array is not sent either.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a valid argument for this setter",
    label = "expected `{T}` or `Option<{T}>`"
)]
pub trait Optional<T: ?Sized> {
    /// Returns the value, or `None` if there is none.
    fn as_option(&self) -> Option<&T>;
}

impl<T> Optional<T> for T {
    fn as_option(&self) -> Option<&T> {
        Some(self)
    }
}

impl<T> Optional<T> for Option<T> {
    fn as_option(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl Optional<str> for &str {
    fn as_option(&self) -> Option<&str> {
        Some(self)
    }
}

impl Optional<str> for String {
    fn as_option(&self) -> Option<&str> {
        Some(self)
    }
}

impl Optional<str> for &String {
    fn as_option(&self) -> Option<&str> {
        Some(self)
    }
}

// Only this `Option` of a string is accepted by value: with another one, the type of a `None` would be ambiguous.
impl Optional<str> for Option<&str> {
    fn as_option(&self) -> Option<&str> {
        *self
    }
}

impl Optional<str> for &Option<String> {
    fn as_option(&self) -> Option<&str> {
        self.as_deref()
    }
}

impl<T> Optional<[T]> for &[T] {
    fn as_option(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T> Optional<[T]> for &Vec<T> {
    fn as_option(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T, const LENGTH: usize> Optional<[T]> for &[T; LENGTH] {
    fn as_option(&self) -> Option<&[T]> {
        Some(self.as_slice())
    }
}

impl<T> Optional<[T]> for Option<&[T]> {
    fn as_option(&self) -> Option<&[T]> {
        *self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given<T: ?Sized + ToOwned>(value: impl Optional<T>) -> Option<T::Owned> {
        value.as_option().map(ToOwned::to_owned)
    }

    #[test]
    fn value_and_option_are_accepted_without_type_annotations() {
        assert_eq!((given::<i64>(5), given::<i64>(Some(5)), given::<i64>(None)), (Some(5), Some(5), None));
        assert_eq!((given::<f64>(0.5), given::<bool>(true)), (Some(0.5), Some(true)));
        let filter = vec![1];
        assert_eq!(given::<&Vec<i64>>(&filter), Some(&filter));
        assert_eq!((given::<&Vec<i64>>(Some(&filter)), given::<&Vec<i64>>(None)), (Some(&filter), None));
    }

    #[test]
    fn every_string_type_is_accepted() {
        let text = "x".to_owned();
        let held = Some(text.clone());
        for given in [given::<str>("x"), given::<str>(&text), given::<str>(text), given::<str>(Some("x"))] {
            assert_eq!(given.as_deref(), Some("x"));
        }
        assert_eq!((given::<str>(held.as_deref()), given::<str>(&held)), (held.clone(), held));
        assert_eq!(given::<str>(None), None);
    }

    #[test]
    fn every_collection_type_is_accepted() {
        let list = vec![1, 2];
        for given in [given::<[i64]>(&list), given::<[i64]>(list.as_slice()), given::<[i64]>(&[1, 2])] {
            assert_eq!(given.as_deref(), Some(list.as_slice()));
        }
        assert_eq!((given::<[i64]>(Some(list.as_slice())), given::<[i64]>(None)), (Some(list), None));
    }
}
