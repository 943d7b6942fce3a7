//! `by_status!`: enums whose variants the status chooses.

/// Implements receiving for an enum whose variants the status of the response chooses.
///
/// Kinds: `Json`, `Text`, `TextOf`, `Binary`, and `NoContent` for a variant without a value. Without a row `_`, the enum needs a
/// variant `Other(Value)`, which takes the JSON of any other status.
#[macro_export]
macro_rules! by_status {
    ($name:ident { $( $status:literal $( ..= $last:literal )? : $kind:ident $variant:ident , )* _ : $other_kind:ident $other:ident $(,)? }) => {
        impl $crate::Receive for $name {
            type Value = Self;
            fn receive(answer: &mut $crate::Answer) -> ::core::result::Result<Self, $crate::Unreadable> {
                match answer.status().as_u16() {
                    $( $status $( ..= $last )? => $crate::receive_variant!($kind $name $variant answer), )*
                    _ => $crate::receive_variant!($other_kind $name $other answer),
                }
            }
        }
    };
    ($name:ident { $( $status:literal $( ..= $last:literal )? : $kind:ident $variant:ident ),* $(,)? }) => {
        impl $crate::Receive for $name {
            type Value = Self;
            fn receive(answer: &mut $crate::Answer) -> ::core::result::Result<Self, $crate::Unreadable> {
                match answer.status().as_u16() {
                    $( $status $( ..= $last )? => $crate::receive_variant!($kind $name $variant answer), )*
                    _ => $crate::receive_other(answer).map($name::Other),
                }
            }
        }
    };
}

/// One variant of `by_status!`.
#[doc(hidden)]
#[macro_export]
macro_rules! receive_variant {
    (Json $name:ident $variant:ident $answer:ident) => {
        $crate::receive_json($answer).map($name::$variant)
    };
    (TextOf $name:ident $variant:ident $answer:ident) => {
        $crate::receive_text($answer).map($name::$variant)
    };
    (NoContent $name:ident $variant:ident $answer:ident) => {
        ::core::result::Result::Ok($name::$variant)
    };
    ($kind:ident $name:ident $variant:ident $answer:ident) => {
        <$crate::$kind as $crate::Receive>::receive($answer).map($name::$variant)
    };
}
