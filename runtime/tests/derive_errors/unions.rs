//! Mistakes in unions.

use apiarist_derive::{MultipartUnion, TaggedUnion, Union};

#[derive(TaggedUnion)]
enum NoTag {
    #[wire("a")]
    A(String),
    Unknown(String),
}

#[derive(TaggedUnion)]
#[union(tag = 1, by = "type")]
enum WrongTag {
    #[wire("a")]
    A(String),
}

#[derive(TaggedUnion)]
#[union(tag = "type")]
enum Tags {
    #[wire(0.5, null, other)]
    NoTags(String),
    #[wire("a")]
    Once(i64),
    #[wire("a")]
    Again(u64),
    #[wire(adds_tag)]
    AddsNothing(i8),
    #[wire("b", adds_tag = "c")]
    AddsAnother(u8),
    #[wire(default)]
    Default(i16),
    #[wire(default)]
    Defaults(u16),
    #[union(no_from)]
    NoConversions(i32),
    #[union(tag = "type")]
    Misplaced(u32),
    #[wire("d")]
    Empty,
    #[wire(default)]
    Unknown(String),
}

#[derive(Union)]
#[union(tag = "type")]
enum Shapes {
    #[shape()]
    Nothing(String),
    #[shape(text)]
    Misspelled(i8),
    #[shape("string")]
    Quoted(u8),
    #[shape(string(1), integer("a"))]
    WrongValues(i16),
    #[shape(array("a"))]
    Array(u16),
    #[shape(string, has("id"))]
    Properties(i32),
    #[shape(object("id"))]
    Values(u32),
    #[shape(object, id, has(), has(1), is("type"), is(type, "a"), starts("id"), starts("id", 1))]
    Terms(i64),
    #[shape(object, is("type", null), is_or_absent("type", other))]
    Constants(u64),
    Unknown(String),
}

#[derive(MultipartUnion)]
#[union(tag = "type", exact)]
enum Forms {
    Empty,
    Two(String, String),
    Unknown(String),
}
