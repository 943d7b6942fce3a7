//! Types without parts: the results of lowering a schema with one JSON type and format.
//!
//! A single table contains all facts about them that later stages need. To add a type, add a variant to [`Scalar`] and
//! a row.

use super::Integer;
use crate::runtime_items::RuntimeItem;

/// A type without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer(Integer),
    /// A number, always of 64 bits: a narrower number would not round-trip.
    Number,
    /// A string in RFC 3339's `date-time` format.
    DateTime,
    /// A string in RFC 3339's `full-date` format.
    Date,
    /// A UUID string (RFC 9562).
    Uuid,
    /// Bytes as a base64 string (RFC 4648 section 4).
    Base64,
    /// Any JSON value.
    Any,
    /// A file of a multipart form.
    File,
    /// A multipart form with arbitrary parts; only used as a request body or as an alternative of one.
    Form,
}

/// The kind of a scalar's values on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Any JSON value.
    Any,
    /// A JSON boolean.
    Boolean,
    /// A JSON number without a fraction.
    Integer,
    /// A JSON number.
    Number,
    /// A JSON string.
    String,
    /// A part of a multipart form.
    File,
    /// A multipart form.
    Form,
}

/// The standard traits that the Rust type of a scalar implements, of those that not every type implements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScalarTraits {
    /// `Copy`, and all of [`ScalarTraits::Ordered`].
    Copied,
    /// `Eq`, `Hash`, `PartialOrd` and `Ord`.
    Ordered,
    /// `Eq` and `Hash`.
    Equal,
    /// `Copy` and `PartialOrd`.
    Float,
}

/// The Rust type of a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RustType {
    /// A type that needs no import, by name.
    Prelude(&'static str),
    /// An item of the runtime.
    Runtime(RuntimeItem),
}

/// A row of the table.
struct Row {
    rust_type: RustType,
    noun: &'static str,
    kind: ValueKind,
    traits: ScalarTraits,
    size: usize,
    formats: &'static [&'static str],
}

macro_rules! scalars {
    ($($variant:ident $(($width:ident))? $source:ident($rust_name:expr) $noun:literal $kind:ident $traits:ident $size:literal $formats:expr;)*) => {
        impl Scalar {
            /// Every scalar, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant $((Integer::$width))?),*];

            fn row(self) -> Row {
                match self {
                    $(Self::$variant $((Integer::$width))? => Row {
                        rust_type: RustType::$source($rust_name),
                        noun: $noun,
                        kind: ValueKind::$kind,
                        traits: ScalarTraits::$traits,
                        size: $size,
                        formats: &$formats,
                    },)*
                }
            }
        }
    };
}

scalars! {
    // scalar      Rust type                            noun       values   traits  bytes formats of strings
    String         Prelude("String")                    "String"   String   Ordered   24  [];
    Boolean        Prelude("bool")                      "Boolean"  Boolean  Copied     1  [];
    Integer(I32)   Prelude("i32")                       "Integer"  Integer  Copied     4  [];
    Integer(I64)   Prelude("i64")                       "Integer"  Integer  Copied     8  [];
    Integer(U64)   Prelude("u64")                       "Integer"  Integer  Copied     8  [];
    Integer(I128)  Prelude("i128")                      "Integer"  Integer  Copied    16  [];
    Number         Prelude("f64")                       "Number"   Number   Float      8  [];
    // The order of the strings is not chronological, so `DateTime` is not ordered.
    DateTime       Runtime(RuntimeItem::DateTime)       "DateTime" String   Equal     24  ["date-time"];
    Date           Runtime(RuntimeItem::Date)           "Date"     String   Ordered   24  ["date"];
    Uuid           Runtime(RuntimeItem::Uuid)           "Uuid"     String   Ordered   24  ["uuid"];
    Base64         Runtime(RuntimeItem::Base64)         "Base64"   String   Ordered   24  ["byte"];
    Any            Runtime(RuntimeItem::Value)          "Any"      Any      Equal     32  [];
    File           Runtime(RuntimeItem::FilePart)       "File"     File     Equal     96  [];
    Form           Runtime(RuntimeItem::MultipartForm)  "Form"     Form     Equal     24  [];
}

impl Scalar {
    /// Returns the Rust type.
    pub fn rust_type(self) -> RustType {
        self.row().rust_type
    }

    /// Returns the name of the Rust type.
    pub fn rust_name(self) -> &'static str {
        match self.rust_type() {
            RustType::Prelude(name) => name,
            RustType::Runtime(item) => item.name(),
        }
    }

    /// Returns the default name of a variant that holds this type.
    pub fn noun(self) -> &'static str {
        self.row().noun
    }

    /// Returns the kind of its values on the wire.
    pub fn kind(self) -> ValueKind {
        self.row().kind
    }

    /// Returns the traits that the Rust type implements.
    pub fn traits(self) -> ScalarTraits {
        self.row().traits
    }

    /// Returns the approximate size of a value in bytes, without memory behind pointers.
    pub fn size(self) -> usize {
        self.row().size
    }

    /// Returns the scalar for a string format. Formats without a type of their own are only documented.
    pub fn of_string_format(format: &str) -> Self {
        let own = Self::ALL.iter().copied().find(|scalar| scalar.row().formats.contains(&format));
        own.unwrap_or(Self::String)
    }

    /// Returns `true` if values are JSON strings.
    pub fn is_string(self) -> bool {
        self.kind() == ValueKind::String
    }

    /// Returns `true` if values are JSON numbers.
    pub fn is_number(self) -> bool {
        matches!(self.kind(), ValueKind::Integer | ValueKind::Number)
    }

    /// Returns `true` if values have a defined text representation: booleans, numbers and strings.
    pub fn is_plain(self) -> bool {
        matches!(self.kind(), ValueKind::Boolean | ValueKind::Integer | ValueKind::Number | ValueKind::String)
    }
}
