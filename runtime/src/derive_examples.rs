//! Compiles and runs the examples of the derives. They use this crate, on which the crate of the derives cannot depend
//! without compiling everything a second time.

#[doc = include_str!("../derive/docs/object.md")]
pub struct Object;

#[doc = include_str!("../derive/docs/string_enum.md")]
pub struct StringEnum;

#[doc = include_str!("../derive/docs/integer_enum.md")]
pub struct IntegerEnum;

#[doc = include_str!("../derive/docs/tagged_union.md")]
pub struct TaggedUnion;

#[doc = include_str!("../derive/docs/union.md")]
pub struct Union;

#[doc = include_str!("../derive/docs/multipart.md")]
pub struct Multipart;

#[doc = include_str!("../derive/docs/multipart_union.md")]
pub struct MultipartUnion;

#[doc = include_str!("../derive/docs/status_enum.md")]
pub struct StatusEnum;

#[doc = include_str!("../derive/docs/newtype.md")]
pub struct Newtype;
