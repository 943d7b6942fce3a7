//! `multipart_union!`: enums of multipart forms.

/// Defines an enum of forms, of which one is sent. Forms are never read, so nothing has to tell them apart; each writes
/// what the server tells it by.
///
/// ```
/// use apiarist_runtime::{FilePart, ToMultipart, multipart, multipart_union};
///
/// multipart! {
///     pub struct Picture {
///         "kind" = "picture",
///         file: required(FilePart) as file = "file",
///     }
///     new(file(FilePart))
/// }
///
/// multipart! {
///     pub struct Link {
///         "kind" = "link",
///         url: required(String) as text = "url",
///     }
///     new(url(String))
/// }
///
/// multipart_union! {
///     /// What is hung on the wall.
///     pub enum Poster {
///         Picture(Picture),
///         Link(Link),
///     }
/// }
///
/// let poster = Poster::Link(Link::new("https://bees.test/hive.png"));
/// assert_eq!(poster.to_parts()?[1].name, "url");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! multipart_union {
    ($( #[$meta:meta] )* pub enum $name:ident {
        $(
            $( #[$variant_meta:meta] )*
            $variant:ident ( $($type:tt)+ ) ,
        )*
    }) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        // A pointer would do as well, but then a member added to a schema could change the type of a variant.
        #[allow(clippy::large_enum_variant)]
        pub enum $name {
            $( $( #[$variant_meta] )* $variant($($type)+), )*
            /// A form of a kind that this version does not know.
            Unknown($crate::MultipartForm),
        }
        impl $crate::ToMultipart for $name {
            fn to_parts(&self) -> $crate::serde_json::Result<::std::vec::Vec<$crate::FormPart>> {
                match self {
                    $( $name::$variant(form) => $crate::ToMultipart::to_parts(form), )*
                    $name::Unknown(form) => $crate::ToMultipart::to_parts(form),
                }
            }
        }
    };
}
