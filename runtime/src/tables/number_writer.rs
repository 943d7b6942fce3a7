//! Floats without a fraction, written as integers.
//!
//! ```text
//! 2025.0     2025
//! 20.5       20.5
//! NaN        error
//! ```
//!
//! A `number` of the document is an `f64`, which serde_json writes as `2025.0` even if the server wrote `2025`. Both
//! are the same JSON number, but some servers reject the first for a property that they store as an integer.
//! [`Written`] wraps a value so that every float in it without a fraction is written as an integer.
//!
//! JSON has no NaN and no infinity. serde_json writes null instead, which silently omits a parameter, so they are
//! errors here. Binary formats have both, and a type for floats, so they receive every float unchanged.

use serde::{
    Serialize, Serializer,
    ser::{Error, SerializeTuple},
};

use super::content::Content;

/// A value whose floats are written without a zero fraction.
///
/// It applies to the content of options, arrays and maps, but not of structs: a struct that derives
/// [`Object`](macro@crate::Object) wraps the values of its own fields.
pub struct Written<T>(pub T);

impl<T: Serialize> Serialize for Written<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(NumberWriter(serializer))
    }
}

/// Converts a value to JSON through [`Written`]. Unlike in a [`Value`](serde_json::Value), integers are exact.
///
/// # Errors
/// Returns an error if the value cannot be serialized as JSON, or contains a number that is not finite.
pub(crate) fn to_content<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Content<'static>> {
    parsed(serde_json::to_string(&Written(value))?)
}

/// Parses JSON. Most parameters are plain strings, which require no parser.
fn parsed(text: String) -> serde_json::Result<Content<'static>> {
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => Ok(Content::Text(plain.to_owned().into())),
        _ => Content::from_text(&text).map(Content::into_owned),
    }
}

/// The serializer of [`Written`].
struct NumberWriter<S>(S);

/// The smallest float that serde_json writes with an exponent and therefore without a fraction. All smaller ones are
/// exact as `i64`.
const EXPONENTS_FROM: f64 = 1e16;

/// Rejects NaN and infinity, which JSON cannot represent.
#[inline]
fn check_finite<E: Error>(number: f64) -> Result<(), E> {
    if number.is_finite() { Ok(()) } else { Err(E::custom(format_args!("`{number}` is not a finite number"))) }
}

macro_rules! forward {
    ($( $method:ident ( $( $argument:ident : $type:ty ),* ) -> $result:ty )*) => {
        $(
            #[inline]
            fn $method(self, $( $argument: $type ),*) -> Result<$result, S::Error> {
                self.0.$method($( $argument ),*)
            }
        )*
    };
}

impl<S: Serializer> Serializer for NumberWriter<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = S::SerializeSeq;
    type SerializeTuple = Elements<S::SerializeTuple>;
    type SerializeTupleStruct = S::SerializeTupleStruct;
    type SerializeTupleVariant = S::SerializeTupleVariant;
    type SerializeMap = S::SerializeMap;
    type SerializeStruct = S::SerializeStruct;
    type SerializeStructVariant = S::SerializeStructVariant;

    forward! {
        serialize_bool(value: bool) -> S::Ok
        serialize_i8(value: i8) -> S::Ok
        serialize_i16(value: i16) -> S::Ok
        serialize_i32(value: i32) -> S::Ok
        serialize_i64(value: i64) -> S::Ok
        serialize_i128(value: i128) -> S::Ok
        serialize_u8(value: u8) -> S::Ok
        serialize_u16(value: u16) -> S::Ok
        serialize_u32(value: u32) -> S::Ok
        serialize_u64(value: u64) -> S::Ok
        serialize_u128(value: u128) -> S::Ok
        serialize_char(value: char) -> S::Ok
        serialize_str(value: &str) -> S::Ok
        serialize_bytes(value: &[u8]) -> S::Ok
        serialize_none() -> S::Ok
        serialize_unit() -> S::Ok
        serialize_unit_struct(name: &'static str) -> S::Ok
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str) -> S::Ok
        serialize_seq(length: Option<usize>) -> S::SerializeSeq
        serialize_map(length: Option<usize>) -> S::SerializeMap
        serialize_tuple_struct(name: &'static str, length: usize) -> S::SerializeTupleStruct
        serialize_struct(name: &'static str, length: usize) -> S::SerializeStruct
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, length: usize)
            -> S::SerializeTupleVariant
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, length: usize)
            -> S::SerializeStructVariant
    }

    #[inline]
    fn serialize_f32(self, value: f32) -> Result<S::Ok, S::Error> {
        if self.0.is_human_readable() {
            check_finite(value.into())?;
        }
        self.0.serialize_f32(value)
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Result<S::Ok, S::Error> {
        if !self.0.is_human_readable() {
            return self.0.serialize_f64(value);
        }
        check_finite(value)?;
        let is_negative_zero = value == 0.0 && value.is_sign_negative();
        if value.fract() == 0.0 && value.abs() < EXPONENTS_FROM && !is_negative_zero {
            self.0.serialize_i64(value as i64)
        } else {
            self.0.serialize_f64(value)
        }
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.0.serialize_some(&Written(value))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        self.0.serialize_newtype_struct(name, value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize_newtype_variant(name, index, variant, value)
    }

    #[inline]
    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        self.0.serialize_tuple(length).map(Elements)
    }

    #[inline]
    fn collect_seq<I: IntoIterator<Item: Serialize>>(self, elements: I) -> Result<S::Ok, S::Error> {
        self.0.collect_seq(elements.into_iter().map(Written))
    }

    #[inline]
    fn collect_map<K: Serialize, V: Serialize, I: IntoIterator<Item = (K, V)>>(
        self,
        members: I,
    ) -> Result<S::Ok, S::Error> {
        self.0.collect_map(members.into_iter().map(|(name, value)| (name, Written(value))))
    }

    fn collect_str<T: std::fmt::Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.0.collect_str(value)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// The elements of a tuple, each [`Written`].
struct Elements<T>(T);

impl<T: SerializeTuple> SerializeTuple for Elements<T> {
    type Ok = T::Ok;
    type Error = T::Error;

    #[inline]
    fn serialize_element<V: Serialize + ?Sized>(&mut self, value: &V) -> Result<(), T::Error> {
        self.0.serialize_element(&Written(value))
    }

    fn end(self) -> Result<T::Ok, T::Error> {
        self.0.end()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{Maybe, Object, Union, Value};

    fn text<T: Serialize>(value: T) -> String {
        serde_json::to_string(&Written(value)).unwrap()
    }

    #[test]
    fn float_without_a_fraction_is_written_as_an_integer() {
        let rows = [
            (2025.0, "2025"),
            (-3.0, "-3"),
            (0.0, "0"),
            (-0.0, "-0.0"),
            (0.5, "0.5"),
            (1e-7, "1e-7"),
            (9_007_199_254_740_993.0, "9007199254740992"),
            (1e16, "1e+16"),
            (1e300, "1e+300"),
        ];
        for (float, expected) in rows {
            assert_eq!(text(float), expected);
        }
        assert_eq!(text(vec![Some(1.0), None, Some(1.5)]), "[1,null,1.5]");
        assert_eq!(text((1.0, 2.5)), "[1,2.5]");
        assert_eq!(text(BTreeMap::from([("a", 1.0)])), r#"{"a":1}"#);
        assert_eq!(serde_json::to_value(Written(7.0)).unwrap(), serde_json::json!(7));
    }

    #[test]
    fn float_keeps_its_digits() {
        for number in ["0.009679883051119203", "-0.45855915546417236", "123456789.12345679", "1.7976931348623157e+308"]
        {
            assert_eq!(text(serde_json::from_str::<f64>(number).unwrap()), number);
            assert_eq!(Content::from_text(number).unwrap().to_string(), number);
            assert_eq!(serde_json::from_str::<Value>(number).unwrap().to_string(), number);
        }
    }

    #[test]
    fn non_finite_numbers_are_rejected() {
        let error = |value: &dyn Fn() -> serde_json::Result<String>| value().unwrap_err().to_string();
        assert_eq!(error(&|| serde_json::to_string(&Written(f64::NAN))), "`NaN` is not a finite number");
        assert_eq!(error(&|| serde_json::to_string(&Written(f32::INFINITY))), "`inf` is not a finite number");
        assert!(serde_json::to_value(Written(vec![Some(f64::NEG_INFINITY)])).is_err());
        assert!(serde_json::to_value(Written(BTreeMap::from([("a", (1, f64::NAN))]))).is_err());
        assert!(serde_json::to_value(Numbers::new(f64::NAN, None)).is_err());
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(new)]
    pub struct Numbers {
        pub ratio: f64,
        #[wire(nullable)]
        pub rate: Option<f64>,
        pub limit: Maybe<f64>,
        pub list: Option<Vec<f64>>,
        pub next: Option<Box<Numbers>>,
        pub either: Option<Either>,
        #[wire(rest)]
        pub extra: BTreeMap<String, BTreeMap<String, f64>>,
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Either {
        #[shape(number)]
        Number(f64),
        #[shape(string)]
        Text(String),
        Unknown(Value),
    }

    #[test]
    fn floats_at_every_position_are_written_as_integers() {
        let mut numbers = Numbers::new(1.0, Some(2.0))
            .limit(3.0)
            .list([4.0, 4.5])
            .next(Numbers::new(5.0, None))
            .either(Either::Number(6.0));
        numbers.extra.insert("x".into(), BTreeMap::from([("y".into(), 7.0)]));
        let expected =
            r#"{"ratio":1,"rate":2,"limit":3,"list":[4,4.5],"next":{"ratio":5,"rate":null},"either":6,"x":{"y":7}}"#;
        assert_eq!(serde_json::to_string(&numbers).unwrap(), expected);
        assert_eq!(numbers.limit, Maybe::Value(3.0));
    }
}
