//! `integer_enum!`: open enums of integers.

/// Defines an open enum of integers, with reading, writing and conversions.
///
/// A value that the table does not name is kept in the variant `Unknown`. Values are `i64` unless the table names `u64` or
/// `i128`: `pub enum Level: u64`.
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
/// assert_eq!(serde_json::from_str::<Level>("1.0")?, Level::High);
/// assert_eq!(Level::from(7), Level::Unknown(7));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! integer_enum {
    ($( #[$meta:meta] )* pub enum $name:ident { $($rows:tt)* }) => {
        $crate::__integer_enum!(i64 as_i64 $( #[$meta] )* $name $($rows)*);
    };
    ($( #[$meta:meta] )* pub enum $name:ident : u64 { $($rows:tt)* }) => {
        $crate::__integer_enum!(u64 as_u64 $( #[$meta] )* $name $($rows)*);
    };
    ($( #[$meta:meta] )* pub enum $name:ident : i128 { $($rows:tt)* }) => {
        $crate::__integer_enum!(i128 as_i128 $( #[$meta] )* $name $($rows)*);
    };
}

/// Defines an open enum of integers of one type.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_enum {
    ($integer:ident $as_integer:ident $( #[$meta:meta] )* $name:ident
        $( $( #[$variant_meta:meta] )* $variant:ident = $wire:literal , )*
    ) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $( #[$variant_meta] )* $variant, )*
            /// A value that this version does not know.
            Unknown($integer),
        }
        impl $name {
            /// The value on the wire.
            pub fn $as_integer(&self) -> $integer {
                match self {
                    $( $name::$variant => $wire, )*
                    $name::Unknown(value) => *value,
                }
            }
        }
        impl ::core::convert::From<$integer> for $name {
            fn from(value: $integer) -> Self {
                match value {
                    $( $wire => $name::$variant, )*
                    other => $name::Unknown(other),
                }
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.$as_integer(), formatter)
            }
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                let deserializer = $crate::tables::number_reader::NumberReader(deserializer);
                <$integer as $crate::serde::Deserialize<'de>>::deserialize(deserializer).map(<Self as ::core::convert::From<$integer>>::from)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(&self.$as_integer(), serializer)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    integer_enum! {
        pub enum Code: i128 {
            Negative = -1,
            Largest = 18446744073709551615,
        }
    }

    integer_enum! {
        pub enum Size: u64 {
            Largest = 18446744073709551615,
        }
    }

    #[test]
    fn values_beyond_an_i64_are_exact() {
        let text = "[-1,18446744073709551615,18446744073709551616,-1.0]";
        let codes: Vec<Code> = serde_json::from_str(text).unwrap();
        assert_eq!(codes, [Code::Negative, Code::Largest, Code::Unknown(1 << 64), Code::Negative]);
        let written = serde_json::to_string(&codes).unwrap();
        assert_eq!(written, "[-1,18446744073709551615,18446744073709551616,-1]");
        assert_eq!(serde_json::from_str::<Size>("18446744073709551615").unwrap().as_u64(), u64::MAX);
        assert_eq!(Code::Largest.to_string(), "18446744073709551615");
    }
}
