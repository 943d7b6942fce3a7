//! `operation!`: what is the same for every call of an operation.

/// A method as it is spelled in a table: as a name, or in quotes where it is no identifier.
pub const fn method(spelled: &'static str) -> &'static str {
    match spelled.as_bytes() {
        [b'"', name @ .., b'"'] => match core::str::from_utf8(name) {
            Ok(name) => name,
            Err(_) => spelled,
        },
        _ => spelled,
    }
}

/// Defines a marker type that implements [`Operation`](crate::Operation), and
/// [`StreamOperation`](crate::StreamOperation) when the table has `events`, and
/// [`PagedOperation`](crate::PagedOperation) when it has `items` and `pages`.
///
/// `of` names the method that makes the call. The first line is the operation's identifier with its method and path; then
/// come, in this order, perhaps `base_url`, `success`, perhaps `events`, perhaps `streams`, perhaps
/// [`words`](crate::EventWords), perhaps `items` and `pages`, `error`, perhaps `accept`, `security`.
#[macro_export]
macro_rules! operation {
    ($name:ident $( of $maker:literal )? {
        $id:literal : $method:tt $path:literal,
        $( base_url: $base_url:literal, )?
        $( accept: $early:literal, )?
        success: $success:ty,
        $( events: $events:ty, )?
        $( streams: $streams:literal, )?
        $( words: $words:expr, )?
        $( items: $item:ty, pages: $paging:expr, )?
        $( accept: $middle:literal, )?
        error: $error:ty,
        $( accept: $late:literal, )?
        security: [ $( [ $( $scheme:expr ),* $(,)? ] ),* $(,)? ]
        $( , accept: $last:literal )?
        $(,)?
    }) => {
        $( #[doc = concat!("The call made by [`", $maker, "`].")] )?
        pub enum $name {}
        impl $crate::Operation for $name {
            const SPEC: &'static $crate::OperationSpec = &$crate::OperationSpec {
                id: $id,
                method: $crate::tables::operation::method(stringify!($method)),
                path: $path,
                base_url: [ $( ::core::option::Option::Some($base_url), )? ::core::option::Option::None ][0],
                accept: [ $( $early, )? $( $middle, )? $( $late, )? $( $last, )? "application/json" ][0],
                streams: [ $( $streams, )? "text/event-stream" ][0],
                words: [ $( $words, )? $crate::EventWords::new() ][0],
                security: &[ $( &[ $( $scheme ),* ] ),* ],
            };
            type Success = $success;
            type Failure = $error;
        }
        $(
            impl $crate::StreamOperation for $name {
                type Event = $events;
            }
        )?
        $(
            impl $crate::PagedOperation for $name {
                type Item = $item;
                const PAGING: &'static $crate::Paging = &$paging;
            }
        )?
    };
}
