//! JSON values that are kept until it is known what they are, without copying texts that the input holds.

use std::{any::type_name, borrow::Cow, cell::Cell, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
    ser::Error as _,
};
use serde_json::{Map, Number, Value, value::RawValue};

use super::key::Key;
use super::number_reader::{ROUNDED_FROM, exact_integer, integer_of};
use super::reading::Reading;

/// As what serde_json hands over a number that keeps its digits, where some crate has asked for that.
const NUMBER_IN_A_MAP: &str = "$serde_json::private::Number";

/// As what serde_json hands over the text of a value, which an `i128` is read from, and a [`Kept`].
pub(super) const TEXT_IN_A_MAP: &str = "$serde_json::private::RawValue";

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Kept<'de> {
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number that is not negative.
    Unsigned(u64),
    /// A whole number that is negative.
    Signed(i64),
    /// The text of a number that has more digits than 64 bits or a float hold.
    Digits(Cow<'de, str>),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Cow<'de, str>),
    /// An array.
    List(Vec<Kept<'de>>),
    /// An object, its members in their order.
    Object(Vec<(Cow<'de, str>, Kept<'de>)>),
}

impl<'de> Kept<'de> {
    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Kept::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A member of an object; of several with one name the last.
    pub fn member(&self, name: &str) -> Option<&Kept<'de>> {
        match self {
            Kept::Object(members) => members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the value of a JSON text, whose integers are exact.
    ///
    /// # Errors
    /// Those of the text.
    pub fn from_text(text: &'de str) -> serde_json::Result<Self> {
        let rounds = Cell::new(false);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let visitor = KeptVisitor { levels: usize::MAX, is_text: false, rounds: Some(&rounds) };
        let mut kept = deserializer.deserialize_any(visitor)?;
        deserializer.end()?;
        if rounds.get() {
            kept.restore(&mut number_texts(text));
        }
        Ok(kept)
    }

    /// Gives floats that may have been rounded their digits. The texts are those of all numbers in the value, in their
    /// order.
    fn restore(&mut self, texts: &mut impl Iterator<Item = &'de str>) {
        match self {
            Kept::Unsigned(_) | Kept::Signed(_) | Kept::Digits(_) | Kept::Float(_) => {
                let text = texts.next();
                if let (Kept::Float(value), Some(text)) = (&self, text)
                    && value.abs() >= ROUNDED_FROM
                {
                    *self = Kept::exact(text.into());
                }
            }
            Kept::List(elements) => elements.iter_mut().for_each(|element| element.restore(texts)),
            Kept::Object(members) => members.iter_mut().for_each(|(_, value)| value.restore(texts)),
            Kept::Null | Kept::Bool(_) | Kept::Text(_) => {}
        }
    }

    /// Returns the number that a text stands for, with all its digits.
    fn exact(text: Cow<'de, str>) -> Self {
        let integer = exact_integer(&text);
        match (integer.map(u64::try_from), integer.map(i64::try_from)) {
            (Some(Ok(value)), _) => Kept::Unsigned(value),
            (_, Some(Ok(value))) => Kept::Signed(value),
            _ => Kept::Digits(text),
        }
    }

    /// Returns the same value with texts of its own.
    pub fn into_owned(self) -> Kept<'static> {
        match self {
            Kept::Null => Kept::Null,
            Kept::Bool(value) => Kept::Bool(value),
            Kept::Unsigned(value) => Kept::Unsigned(value),
            Kept::Signed(value) => Kept::Signed(value),
            Kept::Digits(text) => Kept::Digits(text.into_owned().into()),
            Kept::Float(value) => Kept::Float(value),
            Kept::Text(text) => Kept::Text(text.into_owned().into()),
            Kept::List(elements) => Kept::List(elements.into_iter().map(Kept::into_owned).collect()),
            Kept::Object(members) => {
                let members = members.into_iter().map(|(name, value)| (name.into_owned().into(), value.into_owned()));
                Kept::Object(members.collect())
            }
        }
    }

    /// Returns `true` for null.
    pub fn is_null(&self) -> bool {
        matches!(self, Kept::Null)
    }

    /// The same value on its own. Numbers of more digits become floats, since a [`Value`] cannot hold
    /// them.
    pub fn to_value(&self) -> Value {
        match self {
            Kept::Null => Value::Null,
            Kept::Bool(value) => Value::Bool(*value),
            Kept::Unsigned(value) => Value::Number((*value).into()),
            Kept::Signed(value) => Value::Number((*value).into()),
            Kept::Digits(text) => text.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number),
            Kept::Float(value) => Number::from_f64(*value).map_or(Value::Null, Value::Number),
            Kept::Text(text) => Value::String(text.as_ref().to_owned()),
            Kept::List(elements) => Value::Array(elements.iter().map(Kept::to_value).collect()),
            Kept::Object(members) => {
                let members = members.iter().map(|(name, value)| (name.as_ref().to_owned(), value.to_value()));
                Value::Object(members.collect::<Map<String, Value>>())
            }
        }
    }

    /// Returns how many values this one consists of.
    pub fn nodes(&self) -> usize {
        match self {
            Kept::List(elements) => 1 + elements.iter().map(Kept::nodes).sum::<usize>(),
            Kept::Object(members) => 1 + members.iter().map(|(_, value)| value.nodes()).sum::<usize>(),
            _ => 1,
        }
    }

    /// Returns what kind of value this is, for errors.
    pub fn kind(&self) -> &'static str {
        match self {
            Kept::Null => "null",
            Kept::Bool(_) => "boolean",
            Kept::Unsigned(_) | Kept::Signed(_) => "integer",
            Kept::Digits(text) if exact_integer(text).is_some() => "integer",
            Kept::Digits(_) | Kept::Float(_) => "floating point number",
            Kept::Text(_) => "string",
            Kept::List(_) => "sequence",
            Kept::Object(_) => "map",
        }
    }

    /// What reads this value. Nothing is known about it yet.
    pub fn reading<E: Error>(&self) -> Reading<'_, 'de, E> {
        Reading::new(self, true)
    }
}

/// Returns the value of a valid JSON text if it is a string without escapes or an integer of 64 bits, as most values before
/// a tag are.
fn plain_scalar(text: &str) -> Option<Kept<'_>> {
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(inner) if !inner.contains(['\\', '"']) => Some(Kept::Text(Cow::Borrowed(inner))),
        Some(_) => None,
        None if text == "-0" => None,
        None => text.parse().map(Kept::Unsigned).or_else(|_| text.parse().map(Kept::Signed)).ok(),
    }
}

/// Returns the texts of the numbers in a JSON text.
fn number_texts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(|c: char| c == '"' || c == '-' || c.is_ascii_digit())?;
            let found = rest.get(start..)?;
            if let Some(mut string) = found.strip_prefix('"') {
                while let Some(at) = string.find(['"', '\\']) {
                    let is_end = string.get(at..)?.starts_with('"');
                    // What a backslash escapes is ASCII.
                    string = string.get(at + if is_end { 1 } else { 2 }..)?;
                    if is_end {
                        break;
                    }
                }
                rest = string;
                continue;
            }
            let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
            let (number, behind) = found.split_at(found.find(|c: char| !is_part(c)).unwrap_or(found.len()));
            rest = behind;
            return Some(number);
        }
    })
}

impl<'de> Deserialize<'de> for Kept<'de> {
    /// Reads the text of the value: serde_json hands over integers of more than 64 bits, and all that are written as
    /// floats, without their digits.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A `Value` would write a text of its own, which has no more digits and a limit of depth.
        if [type_name::<Value>(), type_name::<&Value>()].contains(&type_name::<D>()) {
            return deserializer.deserialize_any(KeptVisitor::WHOLE);
        }
        let visitor = KeptVisitor { levels: usize::MAX, is_text: true, rounds: None };
        deserializer.deserialize_newtype_struct(TEXT_IN_A_MAP, visitor)
    }
}

impl Serialize for Kept<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Kept::Null => serializer.serialize_unit(),
            Kept::Bool(value) => serializer.serialize_bool(*value),
            Kept::Unsigned(value) => serializer.serialize_u64(*value),
            Kept::Signed(value) => serializer.serialize_i64(*value),
            Kept::Digits(text) => {
                RawValue::from_string(text.as_ref().to_owned()).map_err(S::Error::custom)?.serialize(serializer)
            }
            Kept::Float(value) => serializer.serialize_f64(*value),
            Kept::Text(text) => serializer.serialize_str(text),
            Kept::List(elements) => serializer.collect_seq(elements),
            Kept::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// Shows the value as JSON.
impl fmt::Display for Kept<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// Reads what a union looks at: the value, or the names of its properties and the values of those that are scalars.
/// Deeper arrays and objects are read as empty ones.
pub struct Surface;

impl<'de> DeserializeSeed<'de> for Surface {
    type Value = Kept<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(KeptVisitor { levels: 1, is_text: false, rounds: None })
    }
}

/// Reads arrays and objects down to this many levels, and deeper ones as empty.
#[derive(Clone, Copy)]
pub struct KeptVisitor<'c> {
    levels: usize,
    /// Whether the text of the value was asked for.
    is_text: bool,
    /// Set once a float is read that may be a rounded integer.
    rounds: Option<&'c Cell<bool>>,
}

impl<'de> DeserializeSeed<'de> for KeptVisitor<'_> {
    type Value = Kept<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl KeptVisitor<'_> {
    /// Reads everything.
    pub const WHOLE: Self = Self { levels: usize::MAX, is_text: false, rounds: None };

    fn below(&self) -> Self {
        Self { levels: self.levels - 1, is_text: false, rounds: self.rounds }
    }
}

impl<'de> Visitor<'de> for KeptVisitor<'_> {
    type Value = Kept<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Kept<'de>, E> {
        Ok(Kept::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Kept<'de>, E> {
        Ok(Kept::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    /// What hands over no text hands over the value itself.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_any(KeptVisitor { is_text: false, ..self })
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Kept<'de>, E> {
        Ok(Kept::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Kept<'de>, E> {
        Ok(Kept::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Kept<'de>, E> {
        Ok(u64::try_from(value).map_or(Kept::Signed(value), Kept::Unsigned))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Kept<'de>, E> {
        Ok(Kept::exact(value.to_string().into()))
    }

    /// A float without a fraction is kept as an integer, so that variants for integers match it.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Kept<'de>, E> {
        if value.abs() >= ROUNDED_FROM
            && let Some(rounds) = self.rounds
        {
            rounds.set(true);
        }
        match integer_of(value) {
            Some(integer) => self.visit_i64(integer),
            None => Ok(Kept::Float(value)),
        }
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Kept<'de>, A::Error> {
        let mut list = Vec::new();
        if self.levels == 0 {
            return Ok(Kept::List(list));
        }
        while let Some(element) = elements.next_element_seed(self.below())? {
            list.push(element);
        }
        Ok(Kept::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kept<'de>, A::Error> {
        let mut members = Vec::new();
        if self.levels == 0 {
            return Ok(Kept::Object(members));
        }
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if self.is_text && key.as_str() == TEXT_IN_A_MAP {
                return map.next_value_seed(TextSeed);
            }
            if key.as_str() == NUMBER_IN_A_MAP {
                let digits: String = map.next_value()?;
                let number: Number = digits.parse().map_err(A::Error::custom)?;
                let float = number.as_f64().unwrap_or(f64::NAN);
                let is_rounded = float.abs() >= ROUNDED_FROM;
                return if is_rounded { Ok(Kept::exact(digits.into())) } else { self.visit_f64(float) };
            }
            members.push((key.into_text(), map.next_value_seed(self.below())?));
        }
        Ok(Kept::Object(members))
    }
}

/// Reads the text of a value, and the value from it.
struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Kept<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TextSeed {
    type Value = Kept<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text of a JSON value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Kept<'de>, E> {
        plain_scalar(text).map_or_else(|| Kept::from_text(text), Ok).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Kept<'de>, E> {
        Kept::from_text(text).map(Kept::into_owned).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Object, TaggedUnion, Union};

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Wide {
        pub wide: i128,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Named {
        pub wide: Option<i128>,
        pub name: String,
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Either {
        #[shape(integer)]
        Integer(i128),
        #[shape(number)]
        Number(f64),
        #[shape(string)]
        Text(String),
        #[shape(array)]
        Many(Vec<Either>),
        #[shape(object, has("wide"))]
        Wide(Wide),
        #[shape(object, has("wide"))]
        Named(Named),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, TaggedUnion)]
    #[union(tag = "type")]
    pub enum Tagged {
        #[wire("wide", adds_tag)]
        Wide(Wide),
        #[wire("named", adds_tag)]
        Named(Named),
        Unknown(Value),
    }

    const LARGE: i128 = -170_141_183_460_469_231_731_687_303_715_884_105_728;

    #[test]
    fn integers_of_any_size_are_exact_in_unions() {
        let read = |text: &str| serde_json::from_str::<Either>(text).unwrap();
        for integer in [0, -1, 1 << 53, (1 << 53) + 1, i64::MIN.into(), u64::MAX.into(), 1 << 64, i128::MAX, LARGE] {
            assert_eq!(read(&integer.to_string()), Either::Integer(integer));
            assert_eq!(read(&format!("{integer}.0")), Either::Integer(integer));
            let text = format!(r#"["a \" 7 \\",[{integer}],{{"wide":{integer}}},{{"name":"8","wide":{integer}}}]"#);
            let Either::Many(values) = read(&text) else { panic!("{text}") };
            let [_, Either::Many(inner), Either::Wide(wide), Either::Named(named)] = values.as_slice() else {
                panic!("{values:?}");
            };
            assert_eq!((inner.as_slice(), wide.wide), ([Either::Integer(integer)].as_slice(), integer));
            assert_eq!((named.wide, named.name.as_str()), (Some(integer), "8"));
            assert_eq!(serde_json::to_string(&read(&text)).unwrap().matches(&integer.to_string()).count(), 3);
        }
        assert_eq!(read("1e300"), Either::Number(1e300));
        assert_eq!(read("1.5"), Either::Number(1.5));
    }

    #[test]
    fn integers_of_any_size_are_exact_before_and_behind_a_tag() {
        for text in [format!(r#"{{"type":"wide","wide":{LARGE}}}"#), format!(r#"{{"wide":{LARGE}.0,"type":"wide"}}"#)] {
            let tagged: Tagged = serde_json::from_str(&text).unwrap();
            assert_eq!(tagged, Tagged::Wide(Wide { wide: LARGE }));
            assert_eq!(serde_json::to_string(&tagged).unwrap(), format!(r#"{{"type":"wide","wide":{LARGE}}}"#));
            let reader: Tagged = serde_json::from_reader(text.as_bytes()).unwrap();
            assert_eq!(reader, tagged);
        }
    }

    #[test]
    fn an_integer_beyond_all_types_is_never_rounded() {
        let huge = "170141183460469231731687303715884105728";
        assert!(serde_json::from_str::<Tagged>(&format!(r#"{{"wide":{huge},"type":"wide"}}"#)).is_err());
        assert!(serde_json::from_str::<Wide>(&format!(r#"{{"wide":{huge}}}"#)).is_err());
    }

    #[test]
    fn a_value_has_the_numbers_of_its_text() {
        let text = r#"{"9\\":[1,-2,"3\"4",5e0],"a":{"b":9007199254740993.0,"c":1e25},"d":[true,null,-0.0,1e300,0.5]}"#;
        let expected = r#"{"9\\":[1,-2,"3\"4",5],"a":{"b":9007199254740993,"c":1e25},"d":[true,null,-0.0,1e300,0.5]}"#;
        assert_eq!(Kept::from_text(text).unwrap().to_string(), expected);
        for text in ["", "[1", "\"a\"b\"", "1 2", "01", "+1", "\"\u{1}\""] {
            assert!(Kept::from_text(text).is_err(), "{text}");
        }
    }
}
