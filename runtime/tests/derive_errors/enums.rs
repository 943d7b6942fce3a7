//! Mistakes in enums of scalars.

use apiarist_derive::{IntegerEnum, StringEnum};

#[derive(StringEnum)]
enum NoUnknown {
    #[wire("asc")]
    Asc,
}

#[derive(StringEnum)]
enum WrongUnknown {
    #[wire("asc")]
    Asc,
    Unknown(i64),
}

#[derive(StringEnum)]
enum Values {
    Missing,
    #[wire(1)]
    Number,
    #[wire("a", "b")]
    Two,
    #[wire("c")]
    Once,
    #[wire("c")]
    Again,
    #[wire("d")]
    Holding(String),
    #[wire("e")]
    VARIANTS,
    #[wire("f")]
    Unknown(String),
}

#[derive(IntegerEnum)]
enum Integers {
    #[wire("one")]
    Text,
    #[wire(0.5)]
    Float,
    #[wire(-1)]
    Right,
    Unknown(i32),
}

#[derive(IntegerEnum)]
enum Empty {}

#[derive(StringEnum)]
#[string_enum(Debug, Clone, rename_all = "snakeCase")]
enum UnknownRule {
    Asc,
    Unknown(String),
}

#[derive(StringEnum)]
#[string_enum("asc", rename_all = "kebab-case", rename_all = "camelCase")]
enum ManyRules {
    NotStarted,
    #[wire("notStarted")]
    Again,
    Unknown(String),
}

#[derive(IntegerEnum)]
#[integer_enum(Hash, Hash, rename_all = "kebab-case")]
enum IntegerRule {
    #[wire(1)]
    Low,
    Unknown(i64),
}
