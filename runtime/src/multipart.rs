//! Multipart forms as bytes.

use crate::{
    FormContent, FormPart,
    body::RequestBody,
    file_part::{FileContent, FilePart},
};

/// A form ready to be sent.
pub(crate) struct Form {
    pub(crate) content_type: String,
    pub(crate) body: RequestBody,
}

/// Puts a form together: everything but the content of files on disk, of which only the length is read.
///
/// # Errors
/// A sentence, when a file cannot be found or a media type cannot be sent.
pub(crate) async fn encode(parts: &[FormPart]) -> Result<Form, String> {
    let boundary = format!("apiarist-{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
    let mut body = RequestBody::default();
    let mut text = String::new();
    for part in parts {
        text.push_str(&format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", escaped(part.name)));
        match &part.content {
            FormContent::Text(content) => text.push_str(&format!("\r\n\r\n{content}\r\n")),
            FormContent::Json(content) => {
                text.push_str(&format!("\r\nContent-Type: application/json\r\n\r\n{content}\r\n"))
            }
            FormContent::File(file) => push_file(&mut body, &mut text, file).await?,
        }
    }
    text.push_str(&format!("--{boundary}--\r\n"));
    body.push_bytes(text);
    Ok(Form { content_type: format!("multipart/form-data; boundary={boundary}"), body })
}

async fn push_file(body: &mut RequestBody, text: &mut String, file: &FilePart) -> Result<(), String> {
    let media_type = file.media_type();
    if media_type.bytes().any(|byte| byte.is_ascii_control()) {
        return Err(format!("{media_type:?} is no media type"));
    }
    text.push_str(&format!("; filename=\"{}\"\r\nContent-Type: {media_type}\r\n\r\n", escaped(&file.name())));
    body.push_bytes(std::mem::take(text));
    match file.content() {
        FileContent::Bytes(bytes) => body.push_bytes(bytes.clone()),
        FileContent::Path(path) => {
            let metadata = tokio::fs::metadata(path)
                .await
                .map_err(|error| format!("the file {} cannot be read: {error}", path.display()))?;
            if !metadata.is_file() {
                return Err(format!("{} is not a file", path.display()));
            }
            body.push_file(path.clone(), metadata.len());
        }
    }
    text.push_str("\r\n");
    Ok(())
}

/// Names as browsers write them: quotes and line breaks encoded, all else as it is.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
