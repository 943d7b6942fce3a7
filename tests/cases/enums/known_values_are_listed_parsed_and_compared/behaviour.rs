//! The known values of an enum are a constant. Parsing accepts only these, and `From` accepts all.

use super::types::{Level, Role};

#[test]
fn known_values_keep_the_order_of_the_document() {
    let values: Vec<&str> = Role::VARIANTS.iter().map(Role::as_str).collect();
    assert_eq!(values[..4], ["user", "assistant", "tool`s\n", "VARIANTS"]);
    assert_eq!(Level::VARIANTS.iter().map(Level::as_i64).collect::<Vec<_>>(), [-1, 0, 1]);
    assert!(!Role::VARIANTS.iter().any(Role::is_unknown) && !Level::VARIANTS.iter().any(Level::is_unknown));
}

#[test]
fn parsing_an_unknown_value_fails_and_lists_the_known_ones() {
    assert_eq!("user".parse(), Ok(Role::User));
    assert_eq!("-1".parse::<Level>().map(|level| level.as_i64()), Ok(-1));
    let error = "2".parse::<Level>().expect_err("it is unknown");
    assert_eq!(error.to_string(), r#"expected one of "-1", "0", "1"; found "2""#);
    let error = "User".parse::<Role>().expect_err("values are compared with their case");
    assert_eq!((error.text(), error.known()[0].as_str()), ("User", "user"));
}

#[test]
fn conversion_keeps_an_unknown_value() {
    let role = Role::from("critic");
    assert!(role.is_unknown());
    assert_eq!(role.as_str(), "critic");
    assert!(Level::from(7).is_unknown());
}

#[test]
fn string_enum_compares_with_str() {
    assert_eq!(Role::User, "user");
    assert_eq!(Role::from("critic"), *"critic");
    assert_ne!(Role::User, "User");
}
