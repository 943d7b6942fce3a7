//! Media types of form parts: detection of JSON, and selection of the media type of a file.
//!
//! ```text
//! photo.png   for `image/png, image/jpeg`   image/png
//! photo.png   for `image/*`                 image/png
//! photo.xyz   for `image/png`               image/png
//! ```

/// Returns `true` if a media type is a JSON type (RFC 6839 section 3.1).
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Returns the media type for a file with this name, given the comma-separated media types of the form (OpenAPI 3.1
/// section 4.8.15.1): the first listed type that matches the extension of the name, or the type of the extension if a
/// range such as `image/*` allows it, or the only listed type.
pub(crate) fn of_file(name: &str, listed: &'static str) -> Option<&'static str> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let known = of_extension(extension);
    let (ranges, named): (Vec<&'static str>, Vec<&'static str>) =
        listed.split(',').map(str::trim).filter(|entry| !entry.is_empty()).partition(|entry| entry.contains('*'));
    let belongs = |entry: &&&'static str| {
        let essence = essence(entry);
        let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
        let is_known = known.iter().any(|media_type| essence.eq_ignore_ascii_case(media_type));
        is_known || subtype.strip_prefix("x-").unwrap_or(subtype).eq_ignore_ascii_case(extension)
    };
    let is_allowed = |media_type: &&&'static str| ranges.iter().any(|range| is_in_range(media_type, range));
    match (named.iter().find(belongs), named.as_slice()) {
        (Some(media_type), _) => Some(*media_type),
        (None, [only]) if ranges.is_empty() => Some(*only),
        (None, _) => known.iter().find(is_allowed).copied(),
    }
}

/// Returns a media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Returns `true` if a media type is in a range such as `image/*` or `*/*`.
fn is_in_range(media_type: &str, range: &str) -> bool {
    let kind = |text: &str| text.split('/').next().unwrap_or_default().to_ascii_lowercase();
    let range = essence(range);
    range == "*" || range == "*/*" || (range.ends_with("/*") && kind(range) == kind(media_type))
}

fn of_extension(extension: &str) -> &'static [&'static str] {
    let row = EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
    row.map_or(&[], |(_, media_types)| media_types)
}

/// The media types of file extensions: the registered type first, then others in use whose names differ from the
/// extension.
const EXTENSIONS: &[(&str, &[&str])] = &[
    ("aac", &["audio/aac"]),
    ("avi", &["video/x-msvideo", "video/vnd.avi"]),
    ("avif", &["image/avif"]),
    ("bmp", &["image/bmp", "image/x-ms-bmp"]),
    ("css", &["text/css"]),
    ("csv", &["text/csv"]),
    ("doc", &["application/msword"]),
    ("docx", &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]),
    ("eml", &["message/rfc822"]),
    ("epub", &["application/epub+zip"]),
    ("flac", &["audio/flac"]),
    ("gif", &["image/gif"]),
    ("gz", &["application/gzip", "application/x-gzip"]),
    ("heic", &["image/heic"]),
    ("heif", &["image/heif"]),
    ("htm", &["text/html"]),
    ("html", &["text/html"]),
    ("ico", &["image/vnd.microsoft.icon", "image/x-icon"]),
    ("ics", &["text/calendar"]),
    ("jpeg", &["image/jpeg", "image/jpg"]),
    ("jpg", &["image/jpeg", "image/jpg"]),
    ("js", &["text/javascript", "application/javascript"]),
    ("mjs", &["text/javascript", "application/javascript"]),
    ("json", &["application/json"]),
    ("jsonl", &["application/jsonl", "application/x-ndjson", "application/x-jsonlines"]),
    ("ndjson", &["application/jsonl", "application/x-ndjson", "application/x-jsonlines"]),
    ("m4a", &["audio/mp4", "audio/x-m4a"]),
    ("md", &["text/markdown", "text/x-markdown"]),
    ("mkv", &["video/matroska", "video/x-matroska"]),
    ("mov", &["video/quicktime"]),
    ("mp3", &["audio/mpeg"]),
    ("mp4", &["video/mp4"]),
    ("mpeg", &["video/mpeg"]),
    ("mpg", &["video/mpeg"]),
    ("odp", &["application/vnd.oasis.opendocument.presentation"]),
    ("ods", &["application/vnd.oasis.opendocument.spreadsheet"]),
    ("odt", &["application/vnd.oasis.opendocument.text"]),
    ("oga", &["audio/ogg"]),
    ("ogg", &["audio/ogg"]),
    ("ogv", &["video/ogg"]),
    ("opus", &["audio/ogg"]),
    ("otf", &["font/otf"]),
    ("pdf", &["application/pdf"]),
    ("pem", &["application/x-pem-file", "application/pem-certificate-chain"]),
    ("png", &["image/png"]),
    ("ppt", &["application/vnd.ms-powerpoint"]),
    ("pptx", &["application/vnd.openxmlformats-officedocument.presentationml.presentation"]),
    ("rtf", &["application/rtf", "text/rtf"]),
    ("srt", &["application/x-subrip"]),
    ("svg", &["image/svg+xml"]),
    ("tar", &["application/x-tar"]),
    ("tgz", &["application/gzip", "application/x-gzip"]),
    ("tif", &["image/tiff"]),
    ("tiff", &["image/tiff"]),
    ("toml", &["application/toml"]),
    ("ttf", &["font/ttf"]),
    ("txt", &["text/plain"]),
    ("vtt", &["text/vtt"]),
    ("wav", &["audio/wav", "audio/x-wav", "audio/vnd.wave", "audio/wave"]),
    ("webm", &["video/webm"]),
    ("webp", &["image/webp"]),
    ("woff", &["font/woff"]),
    ("woff2", &["font/woff2"]),
    ("xls", &["application/vnd.ms-excel"]),
    ("xlsx", &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
    ("xml", &["application/xml", "text/xml"]),
    ("yaml", &["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"]),
    ("yml", &["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"]),
    ("zip", &["application/zip", "application/x-zip-compressed"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_media_type_matching_the_extension_is_selected() {
        let images = "image/png, image/jpeg";
        assert_eq!(of_file("a.png", images), Some("image/png"));
        assert_eq!(of_file("a.b.JPG", images), Some("image/jpeg"));
        assert_eq!(of_file("a.gif", images), None);
        assert_eq!(of_file("png", images), None);
        assert_eq!(of_file("", images), None);
        assert_eq!(of_file("a.", ", image/png,"), Some("image/png"));
        assert_eq!(of_file("a.jpg", "image/png,image/jpg"), Some("image/jpg"));
        assert_eq!(of_file("a.txt", "application/pdf, text/plain; charset=utf-8"), Some("text/plain; charset=utf-8"));
        assert_eq!(of_file("a.HTML", "TEXT/HTML, text/plain"), Some("TEXT/HTML"));
    }

    #[test]
    fn subtype_equal_to_the_extension_matches() {
        assert_eq!(of_file("a.flv", "video/mp4, video/x-flv"), Some("video/x-flv"));
        assert_eq!(of_file("a.stl", "model/obj, model/stl"), Some("model/stl"));
        assert_eq!(of_file("a.mp3", "audio/mp3, audio/wav"), Some("audio/mp3"));
    }

    #[test]
    fn single_media_type_applies_to_every_file() {
        assert_eq!(of_file("a.gif", "image/png"), Some("image/png"));
        assert_eq!(of_file("a", "image/png"), Some("image/png"));
        assert_eq!(of_file("a.gif", "image/png, application/*"), None);
    }

    #[test]
    fn range_matches_known_media_types() {
        assert_eq!(of_file("a.jpg", "image/*"), Some("image/jpeg"));
        assert_eq!(of_file("a.pdf", "image/*, application/pdf"), Some("application/pdf"));
        assert_eq!(of_file("a.pdf", "Image/*"), None);
        assert_eq!(of_file("a.ogg", "AUDIO/*;q=1"), Some("audio/ogg"));
        assert_eq!(of_file("a.mov", "*/*"), Some("video/quicktime"));
        assert_eq!(of_file("a.bees", "*/*"), None);
    }

    #[test]
    fn exact_media_types_take_precedence_over_ranges() {
        assert_eq!(of_file("a.jpg", "image/*, image/jpg"), Some("image/jpg"));
    }
}
