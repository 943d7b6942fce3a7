//! Response headers with their documented types.

use std::marker::PhantomData;

/// A response header whose value is a `T`. Generated code has a constant for each.
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

/// The serialization of a header value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Format {
    /// In the style `simple`.
    Simple,
    /// With this separator between elements.
    Separated(char),
    /// In all headers whose names start with the name of this one.
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
    /// Describes a header with this name in the style `simple`.
    pub const fn new(name: &'static str) -> Self {
        Header { name, format: Format::Simple, type_: PhantomData }
    }

    /// Describes a header with this name whose value is an array with this separator between its elements.
    pub const fn separated(name: &'static str, sign: char) -> Self {
        Header { name, format: Format::Separated(sign), type_: PhantomData }
    }

    /// Describes a header with this name whose value is JSON.
    pub const fn json(name: &'static str) -> Self {
        Header { name, format: Format::Json, type_: PhantomData }
    }

    /// Describes all headers whose names start with `prefix`. They form an object that maps the rest of each name, in
    /// lower case, to its value.
    pub const fn prefixed(prefix: &'static str) -> Self {
        Header { name: prefix, format: Format::Prefixed, type_: PhantomData }
    }

    /// Returns the documented name.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}
