//! Kinds of errors.

/// The category of an error.
///
/// ```
/// # use apiarist_runtime::ErrorKind;
/// fn advice(kind: ErrorKind) -> &'static str {
///     match kind {
///         ErrorKind::Credentials => "set HIVE_API_KEY",
///         ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => "try again later",
///         _ => "report this error",
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be created: an empty path argument, a header value with a line break, or a file that
    /// cannot be read. Nothing was sent.
    Request,
    /// A credential is missing. Nothing was sent.
    Credentials,
    /// No connection could be established. Nothing was sent.
    Connect,
    /// The call exceeded its timeout.
    Timeout,
    /// The connection failed while sending or receiving.
    Transport,
    /// The server returned a status that is not a success.
    Status,
    /// The server reported an error in an event stream.
    Event,
    /// The response does not match the document.
    Decode,
    /// The response exceeded the size limit.
    TooLarge,
    /// A file could not be written, or the content of an upload could not be read while it was sent.
    File,
}
