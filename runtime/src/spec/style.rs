//! Styles: how parameters and the parts of forms are written.

/// How a parameter is written (OpenAPI 3.1 section 4.8.12.2), with `explode` folded in.
///
/// Not every place has every style: a style that a place does not have is written there as its default is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// `1,2` and `name,value`: the default in paths and headers.
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
    /// `a=1&a=2`; members of an object each under their own name. The default in queries; in cookies it gives several.
    /// An object or array inside an element or member is JSON text, here and in the other styles that know one level.
    #[default]
    Form,
    /// `a=1,2`; members of an object as `a=name,value`.
    FormComma,
    /// `a=1%202`.
    SpaceDelimited,
    /// `a=1%092`, the `tsv` of Swagger 2.0.
    TabDelimited,
    /// `a=1%7C2`.
    PipeDelimited,
    /// `a[b]=1`. Within it, lists of scalars are `a[b][]=1&a[b][]=2` and all other lists are numbered: `a[b][0][c]=1`,
    /// so that no server can join members of different elements. Brackets are sent encoded.
    DeepObject,
    /// A header for each member of an object: `name` and that of the member together are its name.
    Prefixed,
    /// Cookies with nothing encoded, several for a list or an object (OpenAPI 3.2).
    Cookie,
    /// Cookies with nothing encoded, `a=1,2` for a list.
    CookieComma,
    /// The value as JSON text (a parameter with `content`).
    Json,
    /// The value as an urlencoded form, which is one text (a parameter with `content`).
    Urlencoded,
    /// The value as JSON text that is the whole query, without a name.
    WholeJson,
}

/// How a part of a form is sent, where it is not sent as such parts usually are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartEncoding {
    /// With this media type. For files there may be several with commas between, and ranges such as `image/*`: a file
    /// goes as the one that it was given, else as the listed one that the extension of its name belongs to, else as the
    /// only one, else as `application/octet-stream`.
    ContentType(&'static str),
    /// All texts of this name as one, or the members of an object, in this style. Nothing is percent-encoded.
    Style(Style),
    /// With a header of this name and value.
    Header(&'static str, &'static str),
}
