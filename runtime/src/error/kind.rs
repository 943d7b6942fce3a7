//! Kinds of errors.

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be made: an empty path argument, a header value with a line break, a file that cannot be read. Nothing was sent.
    Request,
    /// A credential is missing. Nothing was sent.
    Credentials,
    /// No connection could be made. Nothing was sent.
    Connect,
    /// The time was up.
    Timeout,
    /// The connection failed while sending or receiving.
    Transport,
    /// The server answered with a status that is not a success.
    Status,
    /// The server reported an error in an event stream.
    Event,
    /// The response was not what the document says.
    Decode,
    /// The response was longer than the limit.
    TooLarge,
    /// A file could not be written, or what an upload is made of not be read while it was sent.
    File,
}
