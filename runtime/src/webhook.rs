//! Verification of webhooks according to Standard Webhooks.
//!
//! <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>

use std::{
    error, fmt,
    time::{Duration, SystemTime},
};

use ::base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::HeaderMap;
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use serde::de::DeserializeOwned;
use sha2::Sha256;

use crate::tables::number_reader;
use crate::values::printable::{LONGEST_MESSAGE, printable};

const ID: &str = "webhook-id";
const TIMESTAMP: &str = "webhook-timestamp";
const SIGNATURE: &str = "webhook-signature";

/// The maximum number of signatures that are read, which is enough for every key of a rotation.
const MOST_SIGNATURES: usize = 32;

/// Padding is optional, because users often lose the trailing signs when they copy a secret.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A verifier of webhook signatures, which also decodes the bodies of webhooks.
///
/// ```
/// # use apiarist_runtime::{Value, WebhookError, WebhookVerifier, http::HeaderMap};
/// fn receive(headers: &HeaderMap, body: &[u8]) -> Result<Value, WebhookError> {
///     // The provider issues the secret, and the program reads it from its configuration.
///     let verifier = WebhookVerifier::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")?;
///     verifier.read(headers, body)
/// }
/// # assert_eq!(receive(&HeaderMap::new(), b"{}"), Err(WebhookError::MissingHeader("webhook-id")));
/// ```
///
/// The body must consist of the bytes as received, because they are what was signed. A request that is delivered again
/// has the same `webhook-id`.
pub struct WebhookVerifier {
    keys: Vec<SecretSlice<u8>>,
    tolerance: Duration,
}

impl WebhookVerifier {
    /// Creates a verifier with this secret: `whsec_` followed by the key in Base64.
    ///
    /// # Errors
    /// Returns an error if the secret does not have this form.
    pub fn new(secret: impl Into<SecretString>) -> Result<Self, WebhookError> {
        WebhookVerifier { keys: Vec::new(), tolerance: Duration::from_secs(300) }.or(secret)
    }

    /// Also accepts another secret, for use while the provider rotates its secret.
    ///
    /// # Errors
    /// Returns an error if the secret does not have this form.
    pub fn or(mut self, secret: impl Into<SecretString>) -> Result<Self, WebhookError> {
        let secret: SecretString = secret.into();
        let text = secret.expose_secret().trim();
        let key = BASE64.decode(text.strip_prefix("whsec_").unwrap_or(text));
        let key = key.ok().filter(|key| !key.is_empty()).ok_or(WebhookError::InvalidSecret)?;
        self.keys.push(key.into());
        Ok(self)
    }

    /// Sets the maximum difference between the timestamp of a webhook and the clock, in the past or the future. The
    /// default is five minutes.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Verifies a request and decodes its body.
    ///
    /// # Errors
    /// Returns an error if the signature does not match the secret, the timestamp is outside the tolerance, or the body
    /// cannot be decoded.
    #[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
    pub fn read<T: DeserializeOwned>(&self, headers: &HeaderMap, body: &[u8]) -> Result<T, WebhookError> {
        self.read_at(headers, body, SystemTime::now())
    }

    /// Verifies a request that was received at this time and decodes its body. Use it on platforms without a system
    /// clock.
    ///
    /// # Errors
    /// Returns an error if the signature does not match the secret, the timestamp is outside the tolerance, or the body
    /// cannot be decoded.
    pub fn read_at<T: DeserializeOwned>(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        received: SystemTime,
    ) -> Result<T, WebhookError> {
        self.verify(headers, body, received)?;
        let value = number_reader::read_whole(serde_json::Deserializer::from_slice(body));
        value.map_err(|error| WebhookError::DecodeError(printable(&error.to_string(), LONGEST_MESSAGE)))
    }

    /// Verifies a request that was received at this time.
    ///
    /// # Errors
    /// Returns an error if the signature does not match the secret, or the timestamp is outside the tolerance.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8], received: SystemTime) -> Result<(), WebhookError> {
        let text = |name| {
            let value = headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
            value.filter(|value| !value.is_empty()).ok_or(WebhookError::MissingHeader(name))
        };
        let (id, timestamp, signatures) = (text(ID)?, text(TIMESTAMP)?, text(SIGNATURE)?);
        self.check_time(timestamp, received)?;
        let versioned = signatures.split_ascii_whitespace().take(MOST_SIGNATURES);
        // Asymmetric `v1a` signatures are not verified here.
        let decode = |signature: &str| BASE64.decode(signature.strip_prefix("v1,")?).ok();
        let signatures: Vec<Vec<u8>> = versioned.filter_map(decode).collect();
        let is_signed =
            self.keys.iter().filter_map(|key| Hmac::<Sha256>::new_from_slice(key.expose_secret()).ok()).any(
                |mut signed| {
                    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
                        signed.update(part);
                    }
                    // The comparison takes constant time.
                    signatures.iter().any(|signature| signed.clone().verify_slice(signature).is_ok())
                },
            );
        if is_signed { Ok(()) } else { Err(WebhookError::OtherSignature) }
    }

    fn check_time(&self, timestamp: &str, received: SystemTime) -> Result<(), WebhookError> {
        let sent = timestamp.parse::<u64>().ok().filter(|_| timestamp.bytes().all(|byte| byte.is_ascii_digit()));
        let sent = sent.map(Duration::from_secs).ok_or(WebhookError::InvalidTimestamp)?;
        let received = received.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        // The timestamp counts whole seconds.
        let tolerance = self.tolerance + Duration::from_secs(1);
        if received.saturating_sub(sent) >= tolerance {
            Err(WebhookError::TooOld)
        } else if sent.saturating_sub(received) >= tolerance {
            Err(WebhookError::TooNew)
        } else {
            Ok(())
        }
    }
}

/// Hides the secrets.
impl fmt::Debug for WebhookVerifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("WebhookVerifier");
        debug.field("keys", &self.keys.len()).field("tolerance", &self.tolerance).finish()
    }
}

/// The reason that a webhook was rejected.
///
/// ```
/// # use apiarist_runtime::WebhookError;
/// fn status(error: &WebhookError) -> u16 {
///     match error {
///         WebhookError::DecodeError(_) => 422,
///         _ => 401,
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// The secret is not `whsec_` followed by Base64.
    InvalidSecret,
    /// A required header is missing.
    MissingHeader(&'static str),
    /// `webhook-timestamp` is not a valid number of seconds.
    InvalidTimestamp,
    /// The timestamp is too old. The request may be a replay.
    TooOld,
    /// The timestamp is in the future. A clock may be wrong.
    TooNew,
    /// No signature matches the secret. Another sender may have signed the request, or its body may have been modified.
    OtherSignature,
    /// The signature is valid, but the body cannot be decoded.
    DecodeError(String),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WebhookError::InvalidSecret => {
                formatter.write_str("the webhook secret must be `whsec_` followed by Base64")
            }
            WebhookError::MissingHeader(name) => write!(formatter, "the webhook does not have the header `{name}`"),
            WebhookError::InvalidTimestamp => formatter.write_str("`webhook-timestamp` must be a Unix time in seconds"),
            WebhookError::TooOld => formatter.write_str("the timestamp of the webhook is too old"),
            WebhookError::TooNew => formatter.write_str("the timestamp of the webhook is in the future"),
            WebhookError::OtherSignature => {
                formatter.write_str("the signature of the webhook does not match the secret")
            }
            WebhookError::DecodeError(why) => write!(formatter, "cannot decode the body of the webhook: {why}"),
        }
    }
}

impl error::Error for WebhookError {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    /// The signature of the example in the libraries of the specification.
    const SIGNED: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    const BODY: &[u8] = br#"{"test": 2432232314}"#;
    const SENT: u64 = 1_614_265_330;

    fn headers(timestamp: &str, signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(ID, "msg_p5jXN8AQM9LWM0D4loKWxJek".parse().unwrap());
        headers.insert(TIMESTAMP, timestamp.parse().unwrap());
        headers.insert(SIGNATURE, signature.parse().unwrap());
        headers
    }

    fn verify(verifier: &WebhookVerifier, signature: &str, seconds: u64) -> Result<(), WebhookError> {
        let received = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        verifier.verify(&headers(&SENT.to_string(), signature), BODY, received)
    }

    #[test]
    fn only_a_valid_signature_is_accepted() {
        let verifier = WebhookVerifier::new(SECRET).unwrap();
        let other = "v1,AAAM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(verify(&verifier, SIGNED, SENT), Ok(()));
        assert_eq!(verify(&verifier, &format!("{other} v1a,xyz v2 {SIGNED}"), SENT), Ok(()));
        let refused = [
            other,
            "v1,",
            "v1,g0hM",
            "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            "v1,*",
        ];
        for signature in refused {
            assert_eq!(verify(&verifier, signature, SENT), Err(WebhookError::OtherSignature), "{signature}");
        }
        let received = SystemTime::UNIX_EPOCH + Duration::from_secs(SENT);
        let changed = verifier.verify(&headers(&SENT.to_string(), SIGNED), br#"{"test":2432232314}"#, received);
        assert_eq!(changed, Err(WebhookError::OtherSignature));
        let moved = verifier.verify(&headers(&(SENT + 1).to_string(), SIGNED), BODY, received);
        assert_eq!(moved, Err(WebhookError::OtherSignature));
        let mut renamed = headers(&SENT.to_string(), SIGNED);
        renamed.insert(ID, "msg_other".parse().unwrap());
        assert_eq!(verifier.verify(&renamed, BODY, received), Err(WebhookError::OtherSignature));
    }

    #[test]
    fn old_and_future_timestamps_are_rejected() {
        let verifier = WebhookVerifier::new(SECRET).unwrap();
        assert_eq!(verify(&verifier, SIGNED, SENT + 300), Ok(()));
        assert_eq!(verify(&verifier, SIGNED, SENT + 301), Err(WebhookError::TooOld));
        assert_eq!(verify(&verifier, SIGNED, SENT - 300), Ok(()));
        assert_eq!(verify(&verifier, SIGNED, SENT - 301), Err(WebhookError::TooNew));
        let strict = verifier.tolerance(Duration::from_secs(5));
        assert_eq!(verify(&strict, SIGNED, SENT + 6), Err(WebhookError::TooOld));
        for timestamp in ["soon", "-1", "+1614265330", "1614265330.5", "99999999999999999999"] {
            let given = headers(timestamp, SIGNED);
            assert_eq!(
                strict.verify(&given, BODY, SystemTime::now()),
                Err(WebhookError::InvalidTimestamp),
                "{timestamp}"
            );
        }
    }

    #[test]
    fn every_header_is_required() {
        let verifier = WebhookVerifier::new(SECRET).unwrap();
        for name in [ID, TIMESTAMP, SIGNATURE] {
            let mut given = headers(&SENT.to_string(), SIGNED);
            given.remove(name);
            assert_eq!(verifier.read::<Value>(&given, BODY), Err(WebhookError::MissingHeader(name)));
        }
    }

    #[test]
    fn secrets_can_be_rotated_and_are_hidden() {
        let other = "d2hvIGRvZXMgbm90IGxvdmUgYmVlcz8";
        let verifier = WebhookVerifier::new(other).unwrap();
        assert_eq!(verify(&verifier, SIGNED, SENT), Err(WebhookError::OtherSignature));
        let both = verifier.or(format!(" {SECRET}\n")).unwrap();
        assert_eq!(verify(&both, SIGNED, SENT), Ok(()));
        assert_eq!(format!("{both:?}"), "WebhookVerifier { keys: 2, tolerance: 300s }");
        for wrong in ["", "whsec_", "whsec_not base64!", "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] {
            assert_eq!(WebhookVerifier::new(wrong).unwrap_err(), WebhookError::InvalidSecret, "{wrong}");
        }
    }

    #[test]
    fn body_is_decoded_after_verification() {
        let verifier = WebhookVerifier::new(SECRET).unwrap().tolerance(Duration::from_secs(u32::MAX.into()));
        let given = headers(&SENT.to_string(), SIGNED);
        assert_eq!(verifier.read::<Value>(&given, BODY).unwrap()["test"], 2_432_232_314_u32);
        assert!(matches!(verifier.read::<String>(&given, BODY), Err(WebhookError::DecodeError(_))));
    }
}
