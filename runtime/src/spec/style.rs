//! Styles: the serialization of parameters and form parts.

/// The serialization of a parameter (OpenAPI 3.1 section 4.8.12.2), including `explode`.
///
/// Not every location supports every style. An unsupported style is serialized as the default style of the location.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// `1,2` and `name,value`. The default in paths and headers.
    Simple,
    /// `1,2` and `name=value`.
    SimpleExploded,
    /// `.1,2` and `.name,value`, in paths.
    Label,
    /// `.1.2` and `.name=value`, in paths.
    LabelExploded,
    /// `;a=1,2` and `;a=name,value`, in paths.
    Matrix,
    /// `;a=1;a=2` and `;name=value`, in paths.
    MatrixExploded,
    /// `a=1&a=2`, and the properties of an object by their own names. The default in queries; in cookies it produces
    /// several. A nested object or array is serialized as JSON, as in the other styles with one level.
    #[default]
    Form,
    /// `a=1,2`, and the properties of an object as `a=name,value`.
    FormComma,
    /// `a=1%202`.
    SpaceDelimited,
    /// `a=1%092`, `tsv` in Swagger 2.0.
    TabDelimited,
    /// `a=1%7C2`.
    PipeDelimited,
    /// `a[b]=1`. Nested arrays of scalars are serialized as `a[b][]=1&a[b][]=2`. The elements of other arrays are
    /// numbered, as in `a[b][0][c]=1`, so that a server cannot mix the properties of different elements. Brackets are
    /// percent-encoded.
    DeepObject,
    /// One header for each property of an object. Its name consists of `name` and the name of the property.
    Prefixed,
    /// Unencoded cookies, several for an array or an object (OpenAPI 3.2).
    Cookie,
    /// Unencoded cookies, `a=1,2` for an array.
    CookieComma,
    /// The value as JSON (a parameter with `content`).
    Json,
    /// The value as a single URL-encoded form (a parameter with `content`).
    Urlencoded,
    /// The value as JSON that forms the whole query, without a name.
    WholeJson,
}

/// The serialization of a form part that differs from the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartEncoding {
    /// The media type. For files, it may be a comma-separated list with ranges such as `image/*`. A file is sent with
    /// the media type that the caller set, or else the listed one that matches the extension of its name, or else the
    /// only listed one, or else `application/octet-stream`.
    ContentType(&'static str),
    /// The style in which all texts with this name, or the properties of an object, are combined. Nothing is
    /// percent-encoded.
    Style(Style),
    /// A header with this name and value.
    Header(&'static str, &'static str),
}
