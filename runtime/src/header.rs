//! Headers of responses, each with the type that the document gives it.

use std::{any::type_name, marker::PhantomData};

use http::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    receive::{Unreadable, short_name},
    redact::{NO_SECRETS, excerpt},
    tables::number_reader::read,
};

/// A header that a response may have, whose value is a `T`. Generated code has a constant for each.
///
/// ```
/// use apiarist_runtime::Header;
///
/// pub enum ListBees {}
/// impl ListBees {
///     pub const REMAINING: Header<i64> = Header::new("X-RateLimit-Remaining");
/// }
/// // let response = client.bees().list().with_response().await?;
/// // let remaining: Option<i64> = response.header(ListBees::REMAINING)?;
/// ```
#[derive(Debug)]
pub struct Header<T> {
    name: &'static str,
    type_: PhantomData<fn() -> T>,
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T> Header<T> {
    /// The header of this name.
    pub const fn new(name: &'static str) -> Self {
        Header { name, type_: PhantomData }
    }

    /// The name as the document spells it.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: DeserializeOwned> Header<T> {
    /// Reads the value, if the header is there. Several headers of one name are one list (RFC 9110 section 5.3).
    ///
    /// # Errors
    /// When the value is not of the type.
    pub(crate) fn read(&self, headers: &HeaderMap) -> Result<Option<T>, Unreadable> {
        let values = headers.get_all(self.name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        let texts: Vec<_> = values.collect();
        if texts.is_empty() {
            return Ok(None);
        }
        let text = texts.join(",");
        let text = text.trim();
        readings(text).into_iter().find_map(|value| read(value).ok()).map(Some).ok_or_else(|| {
            let (name, expected) = (self.name, short_name(type_name::<T>()));
            Unreadable::new(format!("the header `{name}` is no {expected}: {}", excerpt(text, 60, NO_SECRETS)))
        })
    }
}

/// What a text may stand for, in the style `simple` or as JSON, most literal first.
fn readings(text: &str) -> Vec<Value> {
    let items = || text.split(',').map(str::trim).filter(|item| !item.is_empty());
    let mut found = vec![Value::String(text.to_owned())];
    found.extend(serde_json::from_str::<Value>(text));
    found.push(items().map(scalar).collect());
    found.push(items().map(|item| Value::String(item.to_owned())).collect());
    let pairs: Option<Vec<(&str, &str)>> = items().map(|item| item.split_once('=')).collect();
    let listed: Vec<&str> = items().collect();
    let listed = || listed.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    let pairs = pairs.unwrap_or_else(listed);
    found.push(Value::Object(
        pairs.into_iter().map(|(name, text)| (name.to_owned(), scalar(text))).collect::<Map<_, _>>(),
    ));
    found
}

/// A number or truth value, or else the text.
fn scalar(text: &str) -> Value {
    match serde_json::from_str::<Value>(text) {
        Ok(value @ (Value::Number(_) | Value::Bool(_))) => value,
        _ => Value::String(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::DateTime;

    fn read<T: DeserializeOwned>(text: &str) -> Result<Option<T>, String> {
        let headers = HeaderMap::from_iter([(http::HeaderName::from_static("x-it"), text.parse().unwrap())]);
        Header::<T>::new("X-It").read(&headers).map_err(|error| error.to_string())
    }

    #[test]
    fn a_value_is_read_as_its_type() {
        assert_eq!(read::<i64>("12"), Ok(Some(12)));
        assert_eq!(read::<i64>("12.0"), Ok(Some(12)));
        assert_eq!(read::<f64>("0.5"), Ok(Some(0.5)));
        assert_eq!(read::<bool>("true"), Ok(Some(true)));
        assert_eq!(read::<String>("12"), Ok(Some("12".into())));
        assert_eq!(read::<DateTime>("2024-01-02T03:04:05Z").unwrap().unwrap().as_str(), "2024-01-02T03:04:05Z");
        assert_eq!(read::<Vec<i64>>("1, 2,3"), Ok(Some(vec![1, 2, 3])));
        assert_eq!(read::<Vec<String>>("a, 2"), Ok(Some(vec!["a".into(), "2".into()])));
        assert_eq!(
            read::<BTreeMap<String, i64>>("R=100,G=200"),
            Ok(Some([("R".into(), 100), ("G".into(), 200)].into()))
        );
        assert_eq!(
            read::<BTreeMap<String, i64>>("R,100,G,200"),
            Ok(Some([("R".into(), 100), ("G".into(), 200)].into()))
        );
        assert_eq!(read::<BTreeMap<String, i64>>("{\"R\":1}"), Ok(Some([("R".into(), 1)].into())));
        assert_eq!(read::<i64>("soon"), Err("the header `X-It` is no i64: soon".into()));
        assert!(Header::<i64>::new("X-Other").read(&HeaderMap::new()).unwrap().is_none());
    }
}
