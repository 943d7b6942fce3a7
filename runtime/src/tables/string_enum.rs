//! `string_enum!`: open enums of strings.

/// Defines an open enum of strings, with reading, writing and conversions.
///
/// A value that the table does not name is kept in the variant `Unknown`.
///
/// ```
/// use apiarist_runtime::string_enum;
///
/// string_enum! {
///     /// In which order.
///     pub enum Order {
///         Asc = "asc",
///         Desc = "desc",
///     }
/// }
///
/// assert_eq!(Order::from("asc"), Order::Asc);
/// assert_eq!(serde_json::from_str::<Order>("\"random\"")?.as_str(), "random");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! string_enum {
    ($( #[$meta:meta] )* pub enum $name:ident {
        $( $( #[$variant_meta:meta] )* $variant:ident = $wire:literal , )*
    }) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $( #[$variant_meta] )* $variant, )*
            /// A value that this version does not know.
            Unknown(::std::string::String),
        }
        impl $name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( $name::$variant => $wire, )*
                    $name::Unknown(value) => value,
                }
            }
        }
        impl ::core::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $( $wire => $name::$variant, )*
                    other => $name::Unknown(::std::string::String::from(other)),
                }
            }
        }
        impl ::core::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&value)
            }
        }
        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;
            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(<Self as ::core::convert::From<&str>>::from(value))
            }
        }
        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                <$crate::tables::key::Key<'de> as $crate::serde::Deserialize<'de>>::deserialize(deserializer)
                    .map(|key| <Self as ::core::convert::From<&str>>::from(key.as_str()))
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
