//! Samples: a value of any type, without a schema.
//!
//! ```text
//! struct Bee { id: String, role: Role, hatched: Option<DateTime> }
//!
//! 1st attempt  {}                            missing property `id`
//! 2nd attempt  {"id": "id"}                  missing property `role`
//! 3rd attempt  {"id": "id", "role": queen}   Bee { id: "id", role: Role::Queen, hatched: None }
//! ```
//!
//! The deserializer of a type reports its required properties: the type is deserialized from an object without
//! properties, and each error adds one. A property that is known for a type is known for all values of the type, so the
//! number of attempts is the number of different required properties. Enums and unions select a variant in `tables`.

mod sampler;

use std::{
    any::type_name,
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use serde::de::{DeserializeOwned, Error};

use crate::{tables::number_reader::NumberReader, values::sampling};
use sampler::Sampler;

/// The maximum number of attempts.
const MOST_ATTEMPTS: usize = 10_000;

/// Returns a sample of a type, for tests that need a value but not its content.
///
/// A sample has its required properties only. A string is the name of its property, a number is 0, a boolean is `false`,
/// and an array is empty. Dates, UUIDs and other formatted strings are valid. An enum has its first known variant, and a
/// union the first one that has a sample. A sample is always the same, so a test can rely on it, and set the properties
/// that it is about.
///
/// All generated types have samples, except multipart forms. So have other types that can be deserialized.
///
/// ```
/// # use apiarist_runtime::{Object, testing::sample};
/// #[derive(Clone, Debug, PartialEq, Object)]
/// pub struct Bee {
///     pub id: String,
///     pub weight: f64,
///     pub hives: Vec<String>,
///     pub queen: Option<Box<Bee>>,
/// }
///
/// let bee = Bee { weight: 0.1, ..sample() };
/// assert_eq!(bee, Bee { id: "id".into(), weight: 0.1, hives: vec![], queen: None });
/// ```
///
/// # Panics
/// Panics if the type has no sample: it requires itself, or rejects all texts and numbers that are tried.
#[must_use]
#[track_caller]
pub fn sample<T: DeserializeOwned>() -> T {
    match sampling::run(try_sample) {
        Ok(value) => value,
        Err(error) => panic!("cannot create a sample of `{}`: {error}", type_name::<T>()),
    }
}

fn try_sample<T: DeserializeOwned>() -> Result<T, SampleError> {
    let facts = RefCell::new(Facts::default());
    for _ in 0..MOST_ATTEMPTS {
        facts.borrow_mut().start();
        match T::deserialize(NumberReader(Sampler::new(&facts))) {
            Err(SampleError::Learned) => {}
            other => return other,
        }
    }
    Err(SampleError::Final(format!("no value was found in {MOST_ATTEMPTS} attempts")))
}

/// The facts that the attempts have found. Types are identified by the names of their visitors.
#[derive(Default)]
struct Facts {
    /// The required properties of objects.
    required: BTreeMap<&'static str, Vec<&'static str>>,
    /// The number of texts or values that a type has rejected.
    rejected: BTreeMap<&'static str, usize>,
    /// The objects that contain the current value.
    open: BTreeSet<&'static str>,
    /// The number of values of the current attempt.
    values: usize,
}

impl Facts {
    fn start(&mut self) {
        self.open.clear();
        self.values = 0;
    }
}

/// The reason that an attempt has no value.
#[derive(Debug)]
enum SampleError {
    /// The attempt found a required property or rejected a text, so the next attempt may succeed.
    Learned,
    /// A required property is missing.
    Missing(&'static str),
    /// The value cannot be created; another variant of a union may be.
    Failed(String),
    /// No attempt can succeed.
    Final(String),
}

impl fmt::Display for SampleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SampleError::Learned => formatter.write_str("another attempt is required"),
            SampleError::Missing(name) => write!(formatter, "missing property `{name}`"),
            SampleError::Failed(message) | SampleError::Final(message) => formatter.write_str(message),
        }
    }
}

impl std::error::Error for SampleError {}

impl Error for SampleError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        SampleError::Failed(message.to_string())
    }

    fn missing_field(name: &'static str) -> Self {
        SampleError::Missing(name)
    }
}
