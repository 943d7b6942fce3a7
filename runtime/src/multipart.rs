//! Multipart forms as bytes.

use std::{borrow::Cow, path::PathBuf};

use crate::{
    FormContent, FormPart,
    body::RequestBody,
    file_part::{FileContent, FilePart},
    files, media_type,
    parameter::Style,
    scalar::scalar_text,
};

/// How a part of a form is sent, where it is not sent as such parts usually are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartEncoding {
    /// With this media type. For files there may be several with commas between, and ranges such as `image/*`: a file
    /// goes as the one that it was given, else as the listed one that the extension of its name belongs to, else as the
    /// only one, else as `application/octet-stream`.
    ContentType(&'static str),
    /// All texts of this name as one, in this style.
    Style(Style),
    /// With a header of this name and value.
    Header(&'static str, &'static str),
}

/// Gives parts the encodings of their names.
pub(crate) fn encoded(parts: Vec<FormPart>, encodings: &[(&str, PartEncoding)]) -> Vec<FormPart> {
    let mut done: Vec<FormPart> = Vec::with_capacity(parts.len());
    for mut part in parts {
        let own = encodings.iter().filter(|(name, _)| *name == part.name).map(|(_, encoding)| *encoding);
        let mut is_joined = false;
        for encoding in own {
            match encoding {
                PartEncoding::ContentType(listed) => {
                    part.content_type = match &part.content {
                        FormContent::File(file) => media_type::of_file(&file.name(), listed),
                        FormContent::Text(_) | FormContent::Json(_) => Some(listed),
                    };
                }
                PartEncoding::Style(style) => is_joined = join(&mut done, &part, style),
                PartEncoding::Header(name, value) => part.headers.push((name, value)),
            }
        }
        if !is_joined {
            done.push(part);
        }
    }
    done
}

/// Adds the text of a part to the part before it that has its name, where a style makes one of both.
fn join(done: &mut [FormPart], part: &FormPart, style: Style) -> bool {
    let before = done.iter_mut().rev().find(|other| other.name == part.name).map(|part| &mut part.content);
    match (before, &part.content, separator(style)) {
        (Some(FormContent::Text(before)), FormContent::Text(text), Some(separator)) => {
            before.push_str(separator);
            before.push_str(text);
            true
        }
        _ => false,
    }
}

/// What stands between the elements of a list that is one text.
fn separator(style: Style) -> Option<&'static str> {
    match style {
        Style::FormComma => Some(","),
        Style::SpaceDelimited => Some(" "),
        Style::TabDelimited => Some("\t"),
        Style::PipeDelimited => Some("|"),
        _ => None,
    }
}

/// A form ready to be sent.
pub(crate) struct Form {
    pub(crate) content_type: String,
    pub(crate) body: RequestBody,
}

/// Puts a form together: everything but the content of files on disk, of which only the length is read.
///
/// # Errors
/// A sentence, when a file cannot be found, or a media type or header cannot be sent.
pub(crate) async fn encode(parts: &[FormPart]) -> Result<Form, String> {
    let boundary = format!("apiarist-{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
    let mut body = RequestBody::default();
    let mut text = String::new();
    for part in parts {
        text.push_str(&format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", escaped(&part.name)));
        match &part.content {
            FormContent::Text(content) => push_text(&mut text, part, part.content_type, content)?,
            FormContent::Json(content) => match plain(content).filter(|_| !part.content_type.is_some_and(is_json)) {
                Some(scalar) => push_text(&mut text, part, part.content_type, &scalar)?,
                None => push_text(&mut text, part, part.content_type.or(Some("application/json")), content)?,
            },
            FormContent::File(file) => push_file(&mut body, &mut text, part, file).await?,
        }
    }
    text.push_str(&format!("--{boundary}--\r\n"));
    body.push_bytes(text);
    Ok(Form { content_type: format!("multipart/form-data; boundary={boundary}"), body })
}

/// The text of a scalar that is written as JSON. Scalars are sent as plain text (OpenAPI 3.1.1 section 4.8.15.1, `contentType`),
/// whatever else the schema of their part allows.
fn plain(json: &str) -> Option<String> {
    if json.starts_with(['{', '[']) {
        return None;
    }
    scalar_text(&serde_json::from_str(json).ok()?).map(Cow::into_owned)
}

fn is_json(media_type: &str) -> bool {
    media_type.contains("json")
}

fn push_text(text: &mut String, part: &FormPart, media_type: Option<&str>, content: &str) -> Result<(), String> {
    if let Some(media_type) = media_type {
        push_header(text, "Content-Type", media_type)?;
    }
    part.headers.iter().try_for_each(|(name, value)| push_header(text, name, value))?;
    text.push_str(&format!("\r\n\r\n{content}\r\n"));
    Ok(())
}

fn push_header(text: &mut String, name: &str, value: &str) -> Result<(), String> {
    if http::HeaderName::try_from(name).is_err() || value.bytes().any(|byte| byte.is_ascii_control()) {
        return Err(format!("`{name}` with the value {value:?} cannot be a header of a part"));
    }
    text.push_str(&format!("\r\n{name}: {value}"));
    Ok(())
}

async fn push_file(body: &mut RequestBody, text: &mut String, part: &FormPart, file: &FilePart) -> Result<(), String> {
    let is_text = matches!(file.content(), FileContent::Text(_));
    if !is_text {
        text.push_str(&format!("; filename=\"{}\"", escaped(&file.name())));
    }
    let listed = || part.content_type.unwrap_or(file.media_type());
    if let Some(media_type) = file.own_media_type().or_else(|| (!is_text).then(listed)) {
        push_header(text, "Content-Type", media_type)?;
    }
    for (name, value) in file.headers() {
        push_header(text, name, value)?;
    }
    let is_own = |name: &str| file.headers().iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
    let others = part.headers.iter().filter(|(name, _)| !is_own(name));
    others.into_iter().try_for_each(|(name, value)| push_header(text, name, value))?;
    text.push_str("\r\n\r\n");
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
    text.push_str("\r\n");
    Ok(())
}

/// Names as browsers write them: quotes and line breaks encoded, all else as it is.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
