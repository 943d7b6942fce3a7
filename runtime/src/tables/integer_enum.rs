//! `integer_enum!`: open enums of integers.

/// Defines an open enum of integers, with reading, writing and conversions.
///
/// A value that the table does not name is kept in the variant `Unknown`.
///
/// ```
/// use apiarist_runtime::integer_enum;
///
/// integer_enum! {
///     pub enum Level {
///         Low = -1,
///         High = 1,
///     }
/// }
///
/// assert_eq!(serde_json::from_str::<Level>("-1")?, Level::Low);
/// assert_eq!(Level::from(7), Level::Unknown(7));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! integer_enum {
    ($( #[$meta:meta] )* pub enum $name:ident {
        $( $( #[$variant_meta:meta] )* $variant:ident = $wire:literal , )*
    }) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $( #[$variant_meta] )* $variant, )*
            /// A value that this version does not know.
            Unknown(i64),
        }
        impl $name {
            /// The value on the wire.
            pub fn as_i64(&self) -> i64 {
                match self {
                    $( $name::$variant => $wire, )*
                    $name::Unknown(value) => *value,
                }
            }
        }
        impl ::core::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $( $wire => $name::$variant, )*
                    other => $name::Unknown(other),
                }
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), formatter)
            }
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                <i64 as $crate::serde::Deserialize<'de>>::deserialize(deserializer).map(<Self as ::core::convert::From<i64>>::from)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }
    };
}
