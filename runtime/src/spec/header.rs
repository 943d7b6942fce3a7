//! Headers of responses, each with the type that the document gives it.

use std::marker::PhantomData;

/// A header that a response may have, whose value is a `T`. Generated code has a constant for each.
///
/// ```
/// # use apiarist_runtime::Header;
/// pub enum ListBees {}
/// impl ListBees {
///     pub const REMAINING: Header<i64> = Header::new("X-RateLimit-Remaining");
/// }
/// // let response = client.bees().list().with_response().await?;
/// // let remaining: Option<i64> = response.header(ListBees::REMAINING)?;
/// ```
#[derive(Debug)]
pub struct Header<T> {
    pub(crate) name: &'static str,
    pub(crate) format: Format,
    type_: PhantomData<fn() -> T>,
}

/// How the value of a header is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Format {
    /// In the style `simple`.
    Simple,
    /// With this sign between elements.
    Separated(char),
    /// In all headers whose names begin with that of this one.
    Prefixed,
    /// As JSON.
    Json,
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T> Header<T> {
    /// Returns the header of this name, whose value is written in the style `simple`.
    pub const fn new(name: &'static str) -> Self {
        Header { name, format: Format::Simple, type_: PhantomData }
    }

    /// Returns the header of this name, whose value is an array with this sign between its elements.
    pub const fn separated(name: &'static str, sign: char) -> Self {
        Header { name, format: Format::Separated(sign), type_: PhantomData }
    }

    /// Returns the header of this name, whose value is JSON.
    pub const fn json(name: &'static str) -> Self {
        Header { name, format: Format::Json, type_: PhantomData }
    }

    /// Returns all headers whose names begin with `prefix`: an object of the rest of each name, in lower case, and its value.
    pub const fn prefixed(prefix: &'static str) -> Self {
        Header { name: prefix, format: Format::Prefixed, type_: PhantomData }
    }

    /// The name as the document spells it.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}
