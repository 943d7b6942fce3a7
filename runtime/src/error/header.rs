//! Decoding of response headers.

use std::any::type_name;

use http::{HeaderMap, header::SET_COOKIE};
use serde::de::{
    DeserializeOwned,
    value::{self, MapDeserializer},
};

use crate::{
    error::{
        decode_error::{DecodeError, short_name},
        redact::{NO_SECRETS, excerpt},
    },
    spec::header::{Format, Header},
    tables::{json_text::read_json, number_reader::read, plain_text::PlainText},
};

impl<T: DeserializeOwned> Header<T> {
    /// Decodes the value, or returns `None` if the header is absent. Several headers with one name form one array (RFC
    /// 9110 section 5.3).
    ///
    /// `Set-Cookie` headers cannot be joined by commas: each header is an element, or a line if the value is a string
    /// (OpenAPI 3.2 section 4.21.3).
    ///
    /// # Errors
    /// Returns an error if the value is not of type `T`.
    pub(crate) fn read(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        if matches!(self.format, Format::Prefixed) {
            return self.read_all(headers);
        }
        let values = headers.get_all(self.name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        let texts: Vec<_> = values.collect();
        if texts.is_empty() {
            return Ok(None);
        }
        let is_cookie = self.name.eq_ignore_ascii_case(SET_COOKIE.as_str());
        let text = texts.join(if is_cookie { "\n" } else { "," });
        let text = text.trim();
        let value = match self.format {
            Format::Json => read_json(text.as_bytes()).ok(),
            Format::Simple if is_cookie => read(PlainText::with_items(text, text.lines().collect())).ok(),
            Format::Simple | Format::Prefixed => read(PlainText::separated(text)).ok(),
            Format::Separated(sign) => {
                let items = text.split(sign).map(str::trim).filter(|item| !item.is_empty());
                read(PlainText::with_items(text, items.collect())).ok()
            }
        };
        value.map(Some).ok_or_else(|| {
            let (name, expected) = (self.name, short_name(type_name::<T>()));
            DecodeError::new(format!(
                "the header `{name}` is not a valid {expected}: {}",
                excerpt(text, 60, NO_SECRETS)
            ))
        })
    }

    /// Decodes the object formed by all headers with the prefix.
    fn read_all(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let prefix = self.name.to_ascii_lowercase();
        let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let found =
            headers.iter().filter_map(|(name, value)| Some((name.as_str().strip_prefix(&prefix)?, text(value))));
        let found: Vec<(&str, String)> = found.filter(|(rest, _)| !rest.is_empty()).collect();
        if found.is_empty() {
            return Ok(None);
        }
        let pairs = found.iter().map(|(rest, text)| (*rest, PlainText::scalar(text)));
        read(MapDeserializer::new(pairs)).map(Some).map_err(|_: value::Error| {
            let expected = short_name(type_name::<T>());
            DecodeError::new(format!("the headers `{}…` are not a valid {expected}", self.name))
        })
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
    fn value_is_decoded_as_its_type() {
        assert_eq!(read::<i64>("12"), Ok(Some(12)));
        assert_eq!(read::<i64>("12.0"), Ok(Some(12)));
        assert_eq!(read::<i128>("-170141183460469231731687303715884105728"), Ok(Some(i128::MIN)));
        assert_eq!(read::<i128>("3.0"), Ok(Some(3)));
        assert_eq!(read::<Vec<i128>>("1,18446744073709551616"), Ok(Some(vec![1, 1 << 64])));
        assert_eq!(
            read::<BTreeMap<String, i128>>("R,-9223372036854775809").unwrap().unwrap()["R"],
            -9223372036854775809
        );
        assert!(read::<i128>("1 2").is_err());
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
        let objects = read::<BTreeMap<String, String>>("R=100,when=Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(objects.unwrap().unwrap()["when"], "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(
            read::<BTreeMap<String, String>>("R,1,G,x"),
            Ok(Some([("R".into(), "1".into()), ("G".into(), "x".into())].into()))
        );
        assert!(read::<BTreeMap<String, String>>("R,1,G").is_err());
        assert_eq!(read::<i64>("soon"), Err("the header `X-It` is not a valid i64: soon".into()));
        let headers = HeaderMap::from_iter([
            (http::HeaderName::from_static("x-meta-a"), "1".parse().unwrap()),
            (http::HeaderName::from_static("x-meta-b"), "2".parse().unwrap()),
            (http::HeaderName::from_static("x-other"), "3".parse().unwrap()),
        ]);
        let collected = Header::<BTreeMap<String, i64>>::prefixed("X-Meta-").read(&headers).unwrap();
        assert_eq!(collected, Some([("a".into(), 1), ("b".into(), 2)].into()));
        assert_eq!(Header::<BTreeMap<String, String>>::prefixed("X-None-").read(&headers).unwrap(), None);
        assert!(Header::<i64>::new("X-Other").read(&HeaderMap::new()).unwrap().is_none());
    }

    #[test]
    fn elements_can_use_other_separators() {
        let headers = HeaderMap::from_iter([(http::HeaderName::from_static("x-it"), "1|2,3| 4".parse().unwrap())]);
        let read = Header::<Vec<String>>::separated("X-It", '|').read(&headers).unwrap();
        assert_eq!(read, Some(vec!["1".into(), "2,3".into(), "4".into()]));
    }

    #[test]
    fn json_value_is_parsed() {
        let headers = HeaderMap::from_iter([(http::HeaderName::from_static("x-it"), "\"a,b\"".parse().unwrap())]);
        assert_eq!(Header::<String>::json("X-It").read(&headers).unwrap(), Some("a,b".into()));
        assert_eq!(Header::<String>::new("X-It").read(&headers).unwrap(), Some("\"a,b\"".into()));
        let headers =
            HeaderMap::from_iter([(http::HeaderName::from_static("x-it"), "[18446744073709551616]".parse().unwrap())]);
        assert_eq!(Header::<Vec<i128>>::json("X-It").read(&headers).unwrap(), Some(vec![1 << 64]));
    }

    #[test]
    fn cookies_are_not_split_at_commas() {
        let cookies = ["a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT", "b=2,3"];
        let cookies = cookies.map(|cookie| (SET_COOKIE, cookie.parse().unwrap()));
        let headers = HeaderMap::from_iter(cookies);
        let read = Header::<Vec<String>>::new("Set-Cookie").read(&headers).unwrap();
        assert_eq!(read, Some(vec!["a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT".into(), "b=2,3".into()]));
        let read = Header::<String>::new("set-cookie").read(&headers).unwrap();
        assert_eq!(read, Some("a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT\nb=2,3".into()));
    }
}
