//! Serialization of multipart bodies: `multipart/form-data` (RFC 7578), and other types such as `multipart/mixed` (RFC
//! 2046 section 5.1) and `multipart/related` (RFC 2387).

use std::{borrow::Cow, path::PathBuf};

use serde_json::Value;

use crate::{
    encode::{files, media_type, parameter::parts, query, request_body::RequestBody, scalar::scalar_text},
    spec::style::{PartEncoding, Style},
    tables::{content::Content, multipart::ToMultipart},
    values::{
        file_part::{FileContent, FilePart},
        form_part::{FormContent, FormPart},
    },
};

/// The media type of forms, whose parts are all named.
pub(crate) const FORM_DATA: &str = "multipart/form-data";

/// A multipart body whose files have not been opened yet.
#[derive(Clone)]
pub(crate) struct Multipart {
    media_type: String,
    parts: Vec<FormPart>,
}

impl Multipart {
    /// Applies the encodings to the parts with their names. A part without a name uses the encoding of its position,
    /// counted from 0, or else the encoding of the empty name.
    ///
    /// # Errors
    /// Returns an error if a part cannot be serialized as JSON.
    pub(crate) fn new(
        media_type: &str,
        body: &dyn ToMultipart,
        encodings: &[(&str, PartEncoding)],
    ) -> serde_json::Result<Self> {
        let mut done: Vec<FormPart> = Vec::new();
        for (place, mut part) in body.to_parts()?.into_iter().enumerate() {
            let place = place.to_string();
            let has = |key: &str| encodings.iter().any(|(name, _)| *name == key);
            let key = if part.name.is_empty() && has(&place) { &place } else { part.name.as_ref() }.to_owned();
            let mut styled = None;
            for (_, encoding) in encodings.iter().filter(|(name, _)| *name == key) {
                match encoding {
                    PartEncoding::ContentType(listed) => {
                        part.content_type = match &part.content {
                            FormContent::File(file) => media_type::of_file(&file.name(), listed),
                            FormContent::Text(_) | FormContent::Json(_) => Some(listed),
                        };
                    }
                    PartEncoding::Style(style) => styled = Some(*style),
                    PartEncoding::Header(name, value) => part.headers.push((name, value)),
                }
            }
            match styled {
                Some(style) => push_styled(&mut done, part, style),
                None => done.push(part),
            }
        }
        Ok(Multipart { media_type: media_type.to_owned(), parts: done })
    }
}

/// Appends a part in a style. The elements of an array are joined by the separator of the style.
fn push_styled(done: &mut Vec<FormPart>, part: FormPart, style: Style) {
    let object = match &part.content {
        FormContent::Json(json) if json.starts_with(['{', '[']) => {
            Content::from_text(json).map(Content::into_owned).ok()
        }
        _ => None,
    };
    let named = |name: &str, text: &str| FormPart {
        name: Cow::Owned(name.to_owned()),
        content_type: None,
        headers: part.headers.clone(),
        content: FormContent::Text(text.to_owned()),
    };
    match (object, separator(style)) {
        (Some(value), _) if style == Style::DeepObject => {
            query::deep_pairs(&part.name, &value, &mut |name, text| done.push(named(name, text)));
        }
        (Some(value @ Content::Object(_)), None) => {
            done.extend(parts(&value).iter().map(|(name, text)| named(name.unwrap_or_default(), text)));
        }
        (Some(value @ Content::Object(_)), Some(separator)) => {
            let pairs = parts(&value).into_iter();
            let texts: Vec<String> =
                pairs.flat_map(|(name, text)| [name.unwrap_or_default().to_owned(), text]).collect();
            done.push(named(&part.name, &texts.join(separator)));
        }
        (_, Some(separator)) => {
            let before = done.iter_mut().rev().find(|other| other.name == part.name);
            match (before.and_then(|before| Some((text_of(&before.content)?, before))), text_of(&part.content)) {
                (Some((text, before)), Some(own)) => before.content = FormContent::Text(text + separator + &own),
                _ => done.push(part),
            }
        }
        (_, None) => done.push(part),
    }
}

/// Returns the text of a scalar part.
fn text_of(content: &FormContent) -> Option<String> {
    match content {
        FormContent::Text(text) => Some(text.clone()),
        FormContent::Json(json) => plain(json),
        FormContent::File(_) => None,
    }
}

/// Returns the separator between the elements of an array that is serialized as one text.
fn separator(style: Style) -> Option<&'static str> {
    match style {
        Style::FormComma => Some(","),
        Style::SpaceDelimited => Some(" "),
        Style::TabDelimited => Some("\t"),
        Style::PipeDelimited => Some("|"),
        _ => None,
    }
}

/// A body that is ready to be sent.
pub(crate) struct Encoded {
    pub(crate) content_type: String,
    pub(crate) body: RequestBody,
}

/// Assembles a body. Of files on disk, only the length is read at this point.
///
/// # Errors
/// Returns a message if a file cannot be found, or a media type or header is not valid.
pub(crate) async fn encode(multipart: &Multipart) -> Result<Encoded, String> {
    let boundary = format!("apiarist-{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
    let kind = Kind::of(&multipart.media_type);
    let (mut body, mut text) = (RequestBody::default(), String::new());
    for (place, part) in multipart.parts.iter().enumerate() {
        text.push_str(&format!("--{boundary}"));
        push_disposition(&mut text, part, kind);
        if let Some(media_type) = media_type_of(part, kind) {
            push_header(&mut text, "Content-Type", media_type)?;
        }
        if kind == Kind::Related {
            push_header(&mut text, "Content-ID", &content_id(place, &boundary))?;
        }
        push_headers(&mut text, part)?;
        text.push_str("\r\n\r\n");
        push_content(&mut body, &mut text, part).await?;
        text.push_str("\r\n");
    }
    text.push_str(&format!("--{boundary}--\r\n"));
    body.push_bytes(text);
    Ok(Encoded { content_type: content_type(multipart, kind, &boundary), body })
}

/// The kind of a multipart media type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Each part has a name.
    FormData,
    /// The first part is the root, to which the others belong.
    Related,
    /// The parts are ordered.
    Other,
}

impl Kind {
    fn of(media_type: &str) -> Self {
        match essence(media_type).to_ascii_lowercase().as_str() {
            FORM_DATA => Kind::FormData,
            "multipart/related" => Kind::Related,
            _ => Kind::Other,
        }
    }
}

fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Returns the `Content-Type` of the whole body: the documented media type with a boundary and, for
/// `multipart/related`, the type and the ID of the root (RFC 2387 section 3).
fn content_type(multipart: &Multipart, kind: Kind, boundary: &str) -> String {
    let name_of = |parameter: &str| parameter.split('=').next().unwrap_or_default().trim().to_ascii_lowercase();
    let parameters = multipart.media_type.split(';').skip(1).map(str::trim).filter(|parameter| !parameter.is_empty());
    let stated: Vec<&str> = parameters.filter(|parameter| name_of(parameter) != "boundary").collect();
    let mut content_type = format!("{}; boundary={boundary}", essence(&multipart.media_type));
    let is_stated = |name: &str| stated.iter().any(|parameter| name_of(parameter) == name);
    if let (Kind::Related, Some(root)) = (kind, multipart.parts.first()) {
        if let Some(media_type) = media_type_of(root, kind).filter(|_| !is_stated("type")) {
            content_type.push_str(&format!("; type=\"{}\"", essence(media_type)));
        }
        if !is_stated("start") {
            content_type.push_str(&format!("; start=\"{}\"", content_id(0, boundary)));
        }
    }
    stated.iter().for_each(|parameter| content_type.push_str(&format!("; {parameter}")));
    content_type
}

/// Returns the content ID of a part. It is unique because the boundary is random (RFC 2045 section 7).
fn content_id(place: usize, boundary: &str) -> String {
    format!("<{}@{boundary}>", place + 1)
}

/// Appends `Content-Disposition`. Outside of forms, a part without a name has one only if it is a file.
fn push_disposition(text: &mut String, part: &FormPart, kind: Kind) {
    let file_name = match &part.content {
        FormContent::File(file) if !matches!(file.content(), FileContent::Text(_)) => Some(escaped(&file.name())),
        _ => None,
    };
    match (kind == Kind::FormData || !part.name.is_empty(), &file_name) {
        (true, _) => text.push_str(&format!("\r\nContent-Disposition: form-data; name=\"{}\"", escaped(&part.name))),
        (false, Some(_)) => text.push_str("\r\nContent-Disposition: attachment"),
        (false, None) => {}
    }
    if let Some(name) = file_name {
        text.push_str(&format!("; filename=\"{name}\""));
    }
}

/// Returns the media type of a part. Text in a form has none unless the document specifies one; outside of forms, text
/// without a media type would be interpreted as ASCII (RFC 2046 section 5.1).
fn media_type_of(part: &FormPart, kind: Kind) -> Option<&str> {
    let text = (kind != Kind::FormData).then_some("text/plain; charset=utf-8");
    match &part.content {
        FormContent::Text(_) => part.content_type.or(text),
        FormContent::Json(json) if plain(json).is_some() => part.content_type.or(text),
        FormContent::Json(_) => part.content_type.or(Some("application/json")),
        FormContent::File(file) => file.own_media_type().or(match file.content() {
            FileContent::Text(_) => text,
            _ => part.content_type.or(Some(file.media_type())),
        }),
    }
}

/// Returns the text of a scalar that is serialized as JSON. Scalars are sent as plain text (OpenAPI 3.1.1 section
/// 4.8.15.1, `contentType`), regardless of other types that the schema of the part allows.
fn plain(json: &str) -> Option<String> {
    if json.starts_with(['{', '[']) {
        return None;
    }
    scalar_text(&Content::from_text(json).ok()?).map(Cow::into_owned)
}

/// Appends the headers of a file, and the headers of its part that the file does not set itself.
fn push_headers(text: &mut String, part: &FormPart) -> Result<(), String> {
    let own = match &part.content {
        FormContent::File(file) => file.headers(),
        FormContent::Text(_) | FormContent::Json(_) => &[],
    };
    own.iter().try_for_each(|(name, value)| push_header(text, name, value))?;
    let is_own = |name: &str| own.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
    let mut others = part.headers.iter().filter(|(name, _)| !is_own(name));
    others.try_for_each(|(name, value)| push_header(text, name, value))
}

fn push_header(text: &mut String, name: &str, value: &str) -> Result<(), String> {
    if http::HeaderName::try_from(name).is_err() || value.bytes().any(|byte| byte.is_ascii_control()) {
        return Err(format!("`{name}` with the value {value:?} is not a valid header of a part"));
    }
    text.push_str(&format!("\r\n{name}: {value}"));
    Ok(())
}

async fn push_content(body: &mut RequestBody, text: &mut String, part: &FormPart) -> Result<(), String> {
    let is_json = part.content_type.is_some_and(media_type::is_json);
    match &part.content {
        FormContent::Text(content) if is_json => text.push_str(&Value::from(content.as_str()).to_string()),
        FormContent::Text(content) => text.push_str(content),
        FormContent::Json(content) => {
            text.push_str(&plain(content).filter(|_| !is_json).unwrap_or_else(|| content.clone()));
        }
        FormContent::File(file) => push_file(body, text, file).await?,
    }
    Ok(())
}

async fn push_file(body: &mut RequestBody, text: &mut String, file: &FilePart) -> Result<(), String> {
    match file.content() {
        FileContent::Text(content) => text.push_str(content),
        FileContent::Bytes(bytes) => {
            body.push_bytes(std::mem::take(text));
            body.push_bytes(bytes.clone());
        }
        FileContent::Path(path) => {
            body.push_bytes(std::mem::take(text));
            body.push_file(PathBuf::clone(path), files::length(path).await?);
        }
    }
    Ok(())
}

/// Escapes a name as browsers do: quotes and line breaks are encoded, everything else is unchanged.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
