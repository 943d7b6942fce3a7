//! Dates and times, stored as the received text and parsed on access.

use std::str::FromStr;

use crate::values::text_type::{InvalidText, text_type};

const EXPECTED_DATE: &str = "a date such as 2026-01-31";
const EXPECTED_DATE_TIME: &str = "a date and time such as 2026-01-31T12:00:00Z";

/// A point in time (`format: date-time`), stored as the text that was received.
///
/// Decoding never fails, and encoding returns the same text, regardless of its precision or offset. `timestamp`
/// (feature `jiff`) parses it; a text without an offset is interpreted as UTC.
///
/// ```
/// # use apiarist_runtime::DateTime;
/// let sent: DateTime = "2026-01-31T12:00:00.5+01:00".parse()?;
/// assert_eq!(sent.as_str(), "2026-01-31T12:00:00.5+01:00");
/// # #[cfg(feature = "jiff")]
/// assert_eq!(sent.timestamp()?.to_string(), "2026-01-31T11:00:00.5Z");
/// assert!("yesterday".parse::<DateTime>().is_err());
/// # Ok::<(), apiarist_runtime::InvalidText>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateTime(String);
text_type!(DateTime, sample: "2024-01-31T12:00:00Z");

/// A calendar date (`format: date`), stored as the text that was received.
///
/// ```
/// # use apiarist_runtime::Date;
/// let day: Date = "2026-01-31".parse()?;
/// assert_eq!(day.to_string(), "2026-01-31");
/// assert!("2026-02-30".parse::<Date>().is_err());
/// # Ok::<(), apiarist_runtime::InvalidText>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);
text_type!(Date, sample: "2024-01-31");

impl FromStr for DateTime {
    type Err = InvalidText;

    /// Validates that the text is a date and a time, with or without an offset.
    fn from_str(text: &str) -> Result<Self, InvalidText> {
        if is_date_time(text) { Ok(DateTime(text.to_owned())) } else { Err(InvalidText::new(EXPECTED_DATE_TIME, text)) }
    }
}

impl FromStr for Date {
    type Err = InvalidText;

    /// Validates that the text is a date that exists.
    fn from_str(text: &str) -> Result<Self, InvalidText> {
        if is_date(text) { Ok(Date(text.to_owned())) } else { Err(InvalidText::new(EXPECTED_DATE, text)) }
    }
}

#[cfg(feature = "jiff")]
impl DateTime {
    /// Returns the point in time; a text without an offset is interpreted as UTC.
    ///
    /// # Errors
    /// Returns an error if the text is not a valid date and time.
    pub fn timestamp(&self) -> Result<jiff::Timestamp, InvalidText> {
        let text = self.0.trim();
        text.parse::<jiff::Timestamp>()
            .or_else(|_| {
                text.parse::<jiff::civil::DateTime>().and_then(|civil| jiff::tz::TimeZone::UTC.to_timestamp(civil))
            })
            .map_err(|_| InvalidText::new(EXPECTED_DATE_TIME, &self.0))
    }

    /// Returns the point in time as a type of the standard library.
    ///
    /// # Errors
    /// Returns an error if the text is not a valid date and time, or if the operating system cannot represent it, such
    /// as a year before 1601 on Windows.
    pub fn system_time(&self) -> Result<std::time::SystemTime, InvalidText> {
        let expected = "a date and time that the operating system can represent";
        self.timestamp()?.try_into().map_err(|_| InvalidText::new(expected, &self.0))
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for DateTime {
    fn from(timestamp: jiff::Timestamp) -> Self {
        DateTime(timestamp.to_string())
    }
}

/// Times before the year -9999 or after 9999 are clamped to the first or last moment that has a textual form.
#[cfg(feature = "jiff")]
impl From<std::time::SystemTime> for DateTime {
    fn from(time: std::time::SystemTime) -> Self {
        let outside = if time < std::time::UNIX_EPOCH { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
        jiff::Timestamp::try_from(time).unwrap_or(outside).into()
    }
}

#[cfg(feature = "jiff")]
impl Date {
    /// Returns the calendar date.
    ///
    /// # Errors
    /// Returns an error if the text is not a date that exists.
    pub fn civil(&self) -> Result<jiff::civil::Date, InvalidText> {
        self.0.trim().parse().map_err(|_| InvalidText::new(EXPECTED_DATE, &self.0))
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Date(date.to_string())
    }
}

/// Returns `true` if the text is a date, a `T` or a space, a time, and an optional offset.
fn is_date_time(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(10) else { return false };
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else { return false };
    let offset = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (time, offset) = time.split_at(offset);
    is_date(date) && is_time(time) && is_offset(offset)
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=last).contains(&day)
}

/// Accepts `12:00`, `12:00:00` and `12:00:00.123`, including leap seconds.
fn is_time(text: &str) -> bool {
    let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let mut parts = clock.split(':');
    let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else { return false };
    let second = parts.next().unwrap_or("00");
    let within = |text, limit| number(text, 2).is_some_and(|number| number < limit);
    within(hour, 24)
        && within(minute, 60)
        && within(second, 61)
        && parts.next().is_none()
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// Accepts an empty text, `Z`, `+01:00`, `+0100` and `+01`.
fn is_offset(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else { return matches!(text, "" | "Z" | "z") };
    let (hours, minutes) = digits.split_at_checked(2).unwrap_or((digits, ""));
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    number(hours, 2).is_some_and(|hours| hours < 24)
        && (digits.len() == 2 || number(minutes, 2).is_some_and(|minutes| minutes < 60))
}

/// Parses a number of exactly this many digits.
fn number(text: &str, digits: usize) -> Option<u32> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_timestamps_are_converted() {
        for text in [
            "2026-01-31T12:00:00Z",
            "2026-01-31t12:00:00z",
            "2026-01-31 12:00:00.123456",
            "2026-01-31T12:00",
            "2024-02-29T23:59:60+05:30",
            "2026-01-31T12:00:00-0800",
            "2026-01-31T12:00:00+01",
        ] {
            assert!(text.parse::<DateTime>().is_ok(), "{text}");
        }
    }

    #[test]
    fn invalid_timestamps_are_rejected_with_their_text() {
        for text in [
            "",
            "2026-01-31",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T12:00:00+",
            "2026-01-31T12:00:00.Z",
            "1769860800",
            "é026-01-31T00:00:00Z",
        ] {
            assert!(text.parse::<DateTime>().is_err(), "{text}");
        }
        assert_eq!(
            "soon".parse::<Date>().unwrap_err().to_string(),
            r#"expected a date such as 2026-01-31, found "soon""#
        );
    }

    #[test]
    fn any_text_round_trips() {
        let text = r#""2026-01-31 noon-ish""#;
        let value: DateTime = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn missing_offset_is_utc() {
        assert_eq!(
            DateTime::from_text("2026-01-31T12:00:00").timestamp(),
            DateTime::from_text("2026-01-31T13:00:00+01:00").timestamp()
        );
        assert!(DateTime::from_text("never").timestamp().is_err());
        assert_eq!(DateTime::from(std::time::UNIX_EPOCH).as_str(), "1970-01-01T00:00:00Z");
        assert_eq!(DateTime::from_text("1970-01-01T00:00:00Z").system_time(), Ok(std::time::UNIX_EPOCH));
    }
}
