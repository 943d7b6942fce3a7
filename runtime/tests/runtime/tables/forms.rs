//! `Multipart` and `MultipartUnion`: the parts that they send.

// The output of the derives causes no warnings in a program, used or not.
#![deny(warnings, clippy::all, clippy::pedantic)]

use std::collections::BTreeMap;

use apiarist_runtime::{
    FilePart, Multipart, MultipartForm, MultipartUnion,
    codegen::{FormContent, FormPart, ToMultipart},
};

#[derive(Clone, Debug, PartialEq, Multipart)]
#[object(new, is("kind", "picture"), is("version", 2))]
struct Picture {
    #[part(file)]
    file: FilePart,
    #[part(text, "purpose[]")]
    purpose: String,
    #[part(files)]
    more: Option<Vec<FilePart>>,
    #[part(texts, setter = "set_tags")]
    tags: Option<Vec<String>>,
    #[part(json)]
    size: Option<BTreeMap<String, i64>>,
    #[part(parts)]
    list: Option<Vec<bool>>,
    #[part(file, rest)]
    extra: BTreeMap<String, FilePart>,
}

#[derive(Clone, Debug, Default, PartialEq, Multipart)]
#[object(new)]
struct Link {
    #[part(text)]
    r#type: Option<String>,
    #[part(form, rest)]
    extra: MultipartForm,
}

#[derive(Clone, Debug, PartialEq, MultipartUnion)]
#[expect(clippy::large_enum_variant, reason = "as in generated code, which allows it for all unions")]
enum Poster {
    Picture(Picture),
    Link(Box<Link>),
    Unknown(MultipartForm),
}

impl ToMultipart for Box<Link> {
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
        self.as_ref().to_parts()
    }
}

#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
fn names(form: &impl ToMultipart) -> Vec<(String, String)> {
    let content = |content| match content {
        FormContent::Text(text) | FormContent::Json(text) => text,
        _ => "a file".to_owned(),
    };
    form.to_parts().unwrap().into_iter().map(|part| (part.name.into_owned(), content(part.content))).collect()
}

fn pairs(parts: &[(&str, &str)]) -> Vec<(String, String)> {
    parts.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect()
}

#[test]
fn parts_keep_their_order_and_encoding() {
    let file = || FilePart::bytes("a.png", "bees");
    let mut picture = Picture::new(file(), "hang")
        .more([file(), file()])
        .set_tags(["a", "b"])
        .size(BTreeMap::from([("x".to_owned(), 1)]))
        .list([true, false]);
    picture.extra.insert("last".to_owned(), file());
    let expected = [
        ("kind", "picture"),
        ("version", "2"),
        ("file", "a file"),
        ("purpose[]", "hang"),
        ("more", "a file"),
        ("more", "a file"),
        ("tags", "a"),
        ("tags", "b"),
        ("size", r#"{"x":1}"#),
        ("list", "true"),
        ("list", "false"),
        ("last", "a file"),
    ];
    assert_eq!(names(&picture), pairs(&expected));
    assert_eq!(names(&Poster::from(picture)), pairs(&expected));
}

#[test]
fn form_can_contain_additional_parts() {
    let mut link = Link::new().r#type("x");
    link.extra = MultipartForm::new().text("more", "1");
    assert_eq!(names(&Poster::from(link.clone())), pairs(&[("type", "x"), ("more", "1")]));
    assert_eq!(names(&Poster::Unknown(link.extra)), pairs(&[("more", "1")]));
}
