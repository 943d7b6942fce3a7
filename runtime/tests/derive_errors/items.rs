//! Items that a derive does not support.

use apiarist_derive::{IntegerEnum, Multipart, MultipartUnion, Newtype, Object, StringEnum, TaggedUnion, Union};

#[derive(Object)]
enum NotAStruct {
    A,
}

#[derive(Object)]
struct Generic<T> {
    value: T,
}

#[derive(Object)]
struct Unit;

#[derive(Multipart)]
struct Tuple(String);

#[derive(StringEnum, IntegerEnum)]
struct NotAnEnum {}

#[derive(Union, TaggedUnion, MultipartUnion)]
struct NotAUnion {}

#[derive(Newtype)]
struct Named {
    value: String,
}

#[derive(Newtype)]
struct Pair(String, String);

#[derive(Object)]
union Overlap {
    a: i64,
    b: u64,
}
