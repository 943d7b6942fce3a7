//! Integers written with a zero fraction or an exponent.
//!
//! ```text
//! 30        30
//! 30.0      30
//! 3e1       30
//! 30.5      error
//! 1e18      error, unless an `i128` is read
//! ```
//!
//! JSON has one kind of number: `30`, `30.0` and `3e1` are the same value (RFC 8259 section 6), and many servers write
//! integers as floats. serde's integers reject the last two, and with them the whole response. [`NumberReader`] wraps a
//! deserializer so that every integer in the value accepts them. `30.5` is still an error. So is `1e18`: serde_json
//! passes a float without its original digits, so it may have been rounded. An `i128` and the content of an exact union
//! are read from their text, and accept every integer.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor},
};
use serde_json::value::RawValue;

/// A deserializer whose integers accept floats without a fraction.
///
/// It applies to the content of options, arrays and maps, but not of structs: a struct that derives
/// [`Object`](macro@crate::Object) wraps the values of its own fields. Otherwise each nested struct would add another
/// wrapper, and the types of a recursive schema would be infinite.
pub struct NumberReader<D>(pub D);

/// A seed that reads a value through a [`NumberReader`].
pub(crate) struct NumberSeed<S>(S);

impl<T> NumberSeed<PhantomData<T>> {
    /// Returns the seed for a type.
    #[inline]
    pub(crate) fn of_type() -> Self {
        Self(PhantomData)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for NumberSeed<S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(NumberReader(deserializer))
    }
}

/// Reads a value whose integers accept floats without a fraction.
///
/// # Errors
/// Returns the errors of the type.
#[cfg(any(test, feature = "client", feature = "webhooks"))]
#[inline]
pub(crate) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(NumberReader(deserializer))
}

/// Parses a whole JSON text as a value whose integers accept floats without a fraction.
///
/// # Errors
/// Returns an error if the text is not valid JSON, does not match the type, or continues after the value.
#[cfg(any(feature = "client", feature = "webhooks"))]
#[inline]
pub(crate) fn read_whole<'de, T: Deserialize<'de>, R: serde_json::de::Read<'de>>(
    mut deserializer: serde_json::Deserializer<R>,
) -> serde_json::Result<T> {
    let value = read(&mut deserializer)?;
    deserializer.end().map(|()| value)
}

/// From 2^53 on, a float does not identify the integer that was written: `9007199254740993.0` is read as
/// 9007199254740992.
pub(crate) const ROUNDED_FROM: f64 = 9_007_199_254_740_992.0;

/// Converts a float to an integer. Returns `None` if it has a fraction, or may have been rounded when it became a
/// float.
///
/// Negative zero stays a float, because no integer has its sign.
pub(crate) fn integer_of(float: f64) -> Option<i64> {
    let is_negative_zero = float == 0.0 && float.is_sign_negative();
    (float.fract() == 0.0 && float.abs() < ROUNDED_FROM && !is_negative_zero).then_some(float as i64)
}

/// Returns the integer represented by the text of a JSON number, such as 1500 for `1.5e3`. Returns `None` if it has a
/// fraction or exceeds the range of `i128`.
pub(crate) fn exact_integer(text: &str) -> Option<i128> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let scale = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let number = digits.trim_end_matches('0');
    let zeros = scale.checked_add(i32::try_from(digits.len() - number.len()).ok()?)?;
    if number.trim_start_matches(['-', '0']).is_empty() {
        return Some(0);
    }
    let factor = 10_i128.checked_pow(u32::try_from(zeros).ok()?)?;
    number.parse::<i128>().ok()?.checked_mul(factor)
}

macro_rules! forward {
    ($( $method:ident ( $( $argument:ident : $type:ty ),* ) )*) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, $( $argument: $type, )* visitor: V) -> Result<V::Value, D::Error> {
                self.0.$method($( $argument, )* visitor)
            }
        )*
    };
}

macro_rules! forward_integers {
    ($( $method:ident )*) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
                self.0.$method(IntegerVisitor(visitor))
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for NumberReader<D> {
    type Error = D::Error;

    forward_integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    /// Reads the text of the number, because serde_json passes an integer of this width either exactly or as a float.
    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        if !self.0.is_human_readable() {
            return self.0.deserialize_i128(IntegerVisitor(visitor));
        }
        let text = Box::<RawValue>::deserialize(self.0)?;
        let text = text.get();
        match text.parse().ok().or_else(|| exact_integer(text)) {
            Some(integer) => visitor.visit_i128(integer),
            None => Err(D::Error::invalid_type(Unexpected::Other(text), &visitor)),
        }
    }

    forward! {
        deserialize_any() deserialize_bool() deserialize_f32() deserialize_f64() deserialize_char() deserialize_str()
        deserialize_string() deserialize_bytes() deserialize_byte_buf() deserialize_unit() deserialize_identifier()
        deserialize_ignored_any()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_option(ContainerVisitor(visitor))
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_seq(ContainerVisitor(visitor))
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple(length, ContainerVisitor(visitor))
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(ContainerVisitor(visitor))
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// A visitor of an integer, which converts floats without a fraction to integers.
struct IntegerVisitor<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for IntegerVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.0.visit_i64(value)
    }

    #[inline]
    fn visit_i128<E: Error>(self, value: i128) -> Result<V::Value, E> {
        self.0.visit_i128(value)
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.0.visit_u64(value)
    }

    #[inline]
    fn visit_u128<E: Error>(self, value: u128) -> Result<V::Value, E> {
        self.0.visit_u128(value)
    }

    #[cold]
    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        match integer_of(value) {
            Some(integer) => self.0.visit_i64(integer),
            None => self.0.visit_f64(value),
        }
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.0.visit_bool(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.0.visit_str(text)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(map)
    }
}

/// A visitor of an option, an array or a map, whose values are read through a [`NumberReader`].
struct ContainerVisitor<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for ContainerVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(NumberReader(deserializer))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Contents(elements))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Contents(members))
    }
}

/// The elements of an array or the entries of a map, read through a [`NumberReader`].
struct Contents<A>(A);

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Contents<A> {
    type Error = A::Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        self.0.next_element_seed(NumberSeed(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Contents<A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    #[inline]
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        self.0.next_value_seed(NumberSeed(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{IntegerEnum, Maybe, Object, Union, Value};

    fn read_text<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, String> {
        read(&mut serde_json::Deserializer::from_str(text)).map_err(|error| error.to_string())
    }

    #[test]
    fn float_without_a_fraction_is_an_integer() {
        for (text, expected) in [
            ("30", 30_i64),
            ("30.0", 30),
            ("3e1", 30),
            ("-3.0E+2", -300),
            ("0.0", 0),
            ("9007199254740991.0", 9_007_199_254_740_991),
        ] {
            assert_eq!(read_text(text), Ok(expected), "{text}");
        }
        assert_eq!(read_text("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(read_text("-170141183460469231731687303715884105728"), Ok(i128::MIN));
        assert_eq!(read_text("-7.0"), Ok(-7_i128));
        assert_eq!(read_text("9007199254740993.0"), Ok(9_007_199_254_740_993_i128));
        assert_eq!(read_text("1.8e19"), Ok(18_000_000_000_000_000_000_i128));
        assert_eq!(read_text("7.0"), Ok(7_i32));
    }

    #[test]
    fn fraction_or_out_of_range_value_is_rejected() {
        let error = |text| read_text::<i64>(text).unwrap_err();
        assert!(error("30.5").contains("invalid type: floating point `30.5`, expected i64"));
        assert!(error("1e19").contains("expected i64"));
        assert!(error("\"30\"").contains("invalid type: string"));
        assert!(read_text::<u64>("-1.0").is_err());
        assert!(read_text::<i128>("1.5").is_err());
        assert!(read_text::<i128>("\"1\"").is_err());
        assert!(read_text::<i32>("3e9").is_err());
        assert!(read_text::<i64>("9007199254740993.0").is_err());
        assert!(read_text::<u64>("1e18").is_err());
        assert!(read_text::<i128>("1e300").is_err());
        assert!(read_text::<i128>("170141183460469231731687303715884105728").is_err());
    }

    #[test]
    fn integer_is_determined_from_the_text_of_a_number() {
        let rows = [
            ("0", Some(0)),
            ("-0.0", Some(0)),
            ("0e999999999", Some(0)),
            ("1.5e3", Some(1500)),
            ("1500e-2", Some(15)),
            ("-12.0", Some(-12)),
            ("1e38", Some(10_i128.pow(38))),
            ("9007199254740993.000", Some(9_007_199_254_740_993)),
            ("1.5", None),
            ("15e-2", None),
            ("1e39", None),
            ("1e999999999", None),
            ("1e-999999999", None),
            ("1e99999999999", None),
        ];
        for (text, expected) in rows {
            assert_eq!(exact_integer(text), expected, "{text}");
        }
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Numbers {
        pub count: i64,
        pub next: Option<Box<Numbers>>,
        pub limit: Maybe<u64>,
        pub list: Option<Vec<Option<i64>>>,
        pub level: Option<Level>,
        pub either: Option<Either>,
        pub wide: Option<i128>,
        pub pair: Option<(i64, f64)>,
        #[wire(rest)]
        pub extra: BTreeMap<String, BTreeMap<String, i64>>,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
    pub enum Level {
        #[wire(1)]
        Low,
        #[wire(2)]
        High,
        Unknown(i64),
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Either {
        #[shape(integer)]
        Integer(i64),
        #[shape(string)]
        Text(String),
        #[shape(object, has("wide"))]
        Wide(Box<Wide>),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Wide {
        pub wide: i128,
    }

    #[test]
    fn integers_at_every_position_can_be_written_as_floats() {
        let text = r#"{"count":1.0,"next":{"count":2e0,"limit":null},"limit":3.0,"list":[4.0,null],"level":2.0,
            "either":5.0,"pair":[6.0,7],"other":{"x":8.0}}"#;
        let numbers: Numbers = serde_json::from_str(text).unwrap();
        assert_eq!((numbers.count, numbers.next.unwrap().count), (1, 2));
        assert_eq!((numbers.limit, numbers.list), (Maybe::Value(3), Some(vec![Some(4), None])));
        assert_eq!((numbers.level, numbers.either), (Some(Level::High), Some(Either::Integer(5))));
        assert_eq!((numbers.pair, numbers.extra["other"]["x"]), (Some((6, 7.0)), 8));
        let wide: Either = serde_json::from_str(r#"{"wide":-3.0}"#).unwrap();
        assert_eq!(wide, Either::Wide(Box::new(Wide { wide: -3 })));
        let error = serde_json::from_str::<Numbers>("{\"count\":1,\n\"list\":[1.5]}").unwrap_err();
        assert_eq!((error.line(), error.to_string().contains("floating point `1.5`")), (2, true));
    }
}
