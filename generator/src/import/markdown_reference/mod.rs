//! A reference in Markdown: one operation under headings, with bullets for parameters and properties.

mod item;
mod sample;
mod schema;
mod sentence;

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::block::METHODS;
use super::markdown::{Fence, Line};
use super::page::Page;
use super::piece::Piece;
use super::prose;
use crate::diagnostics::{Code, Diagnostics};
use item::{Item, Subject, items};
use sample::Sample;
use schema::Schemas;

/// Information that pages of this form lack.
const SILENCE: &str = "Markdown references omit the API title, schema names, formats, limits, patterns, security and most \
                       error responses; tags are derived from the URL of the page";

/// The code lines of a page.
struct CodeLines<'f, 'p> {
    fences: &'f [Fence<'p>],
    is_code: Vec<bool>,
}

impl<'f, 'p> CodeLines<'f, 'p> {
    fn new(lines: &[Line<'_>], fences: &'f [Fence<'p>]) -> Self {
        let mut is_code = vec![false; lines.len()];
        for fence in fences {
            is_code.get_mut(fence.lines.clone()).unwrap_or_default().fill(true);
        }
        Self { fences, is_code }
    }

    fn has(&self, number: usize) -> bool {
        self.is_code.get(number).copied().unwrap_or_default()
    }

    /// Returns the blocks that begin in a range of lines. Blocks are sorted by their lines.
    fn within(&self, range: Range<usize>) -> &'f [Fence<'p>] {
        let before = |number: usize| self.fences.partition_point(|fence| fence.lines.start < number);
        self.fences.get(before(range.start)..before(range.end)).unwrap_or_default()
    }
}

/// The part of a page below a heading, up to the next heading of the same or a higher level.
struct Section<'p> {
    title: &'p str,
    /// The byte range of the heading.
    span: Range<usize>,
    /// The lines before the first subheading, without code.
    lines: Vec<Line<'p>>,
    /// The code blocks of the whole section, with their info strings.
    code: Vec<(&'p str, &'p str)>,
    below: Vec<Section<'p>>,
}

/// Reads a page of this form. Returns `None` if it has another form.
pub(super) fn read(
    page: &Page,
    lines: &[Line<'_>],
    fences: &[Fence<'_>],
    diagnostics: &mut Diagnostics,
) -> Option<Piece> {
    let code = CodeLines::new(lines, fences);
    let (number, method, path) = operation_line(lines, &code)?;
    let at = lines.get(number)?.span();
    let sections = sections(page, lines, &code, number + 1..lines.len(), 2);
    if !sections.iter().any(|section| ["Parameters", "Request body", "Responses"].contains(&section.title)) {
        return None;
    }
    diagnostics.report_elsewhere(Code::LimitedPageFormat, SILENCE, Some(page.excerpt(&at)));
    let mut operation = described(lines, number);
    let mut schemas = Schemas { page, diagnostics };
    for section in &sections {
        match section.title {
            "Parameters" => {
                let found = parameters(section, &mut schemas);
                operation.insert("parameters".to_owned(), found);
            }
            "Request body" => {
                if let Some(content) = content(&section.below, &mut schemas) {
                    operation.insert("requestBody".to_owned(), request_body(content));
                }
            }
            "Responses" => {
                operation.insert("responses".to_owned(), responses(section, &mut schemas));
            }
            _ => {}
        }
    }
    operation.entry("responses").or_insert_with(|| json!({}));
    let mut tree = Map::from_iter([("openapi".to_owned(), json!("3.1.0"))]);
    show(&sections, path, page, &at, &mut tree, diagnostics);
    let method = method.to_ascii_lowercase();
    tree.insert("paths".to_owned(), json!({path: {method: operation}}));
    Some(Piece { tree, document: None, is_whole: false, at: page.excerpt(&at) })
}

/// Returns the text of the page around the line of the operation: the heading before it as the summary, and the
/// description after it.
fn described(lines: &[Line<'_>], number: usize) -> Map<String, Value> {
    let mut operation = Map::new();
    let title = lines.iter().take(number).filter_map(Line::heading).find(|(level, _)| *level == 1);
    operation.extend(title.map(|(_, title)| ("summary".to_owned(), json!(title))));
    let first = lines.iter().skip(number + 1).position(|line| line.heading().is_some());
    let end = first.map_or(lines.len(), |first| number + 1 + first);
    let description = prose::paragraphs(prose::within(lines, number + 1..end));
    if !description.is_empty() {
        operation.insert("description".to_owned(), description.into());
    }
    if let Some(folder) = prose::folder(prose::within(lines, 0..number)) {
        operation.insert("tags".to_owned(), json!([folder]));
    }
    operation
}

/// Returns the line that consists only of a method and a path in backticks, with its number.
fn operation_line<'p>(lines: &[Line<'p>], code: &CodeLines<'_, '_>) -> Option<(usize, &'p str, &'p str)> {
    let numbered = lines.iter().enumerate().filter(|(number, _)| !code.has(*number));
    let mut numbered = numbered;
    numbered.find_map(|(number, line)| {
        let inner = line.text.trim().strip_prefix('`')?.strip_suffix('`')?;
        let (method, path) = inner.split_once(' ')?;
        let is_operation = METHODS.contains(&method.to_ascii_lowercase().as_str())
            && path.starts_with('/')
            && !path.contains(|character: char| character.is_whitespace() || character == '`');
        is_operation.then_some((number, method, path))
    })
}

/// Returns the sections of a level in a range of lines.
fn sections<'p>(
    page: &'p Page,
    lines: &[Line<'p>],
    code: &CodeLines<'_, 'p>,
    range: Range<usize>,
    level: usize,
) -> Vec<Section<'p>> {
    let heading = |number: usize| lines.get(number).filter(|_| !code.has(number)).and_then(Line::heading);
    let mut found = Vec::new();
    let mut number = range.start;
    while number < range.end {
        let start = number;
        number += 1;
        let Some((_, title)) = heading(start).filter(|(found, _)| *found == level) else { continue };
        while number < range.end && heading(number).is_none_or(|(found, _)| found > level) {
            number += 1;
        }
        let first_below = (start + 1..number).find(|line| heading(*line).is_some()).unwrap_or(number);
        let own = (start + 1..first_below).filter(|number| !code.has(*number));
        let blocks = code.within(start..number).iter();
        found.push(Section {
            title,
            span: lines.get(start).map(Line::span).unwrap_or_default(),
            lines: own.filter_map(|number| lines.get(number).copied()).collect(),
            code: blocks.filter_map(|it| Some((it.info, page.text().get(it.content.clone())?))).collect(),
            below: if level < 6 { sections(page, lines, code, start + 1..number, level + 1) } else { Vec::new() },
        });
    }
    found
}

fn parameters(section: &Section<'_>, schemas: &mut Schemas<'_>) -> Value {
    let parameters = items(&section.lines).into_iter().filter_map(|mut item| {
        let Subject::Named(name) = item.subject.clone() else { return None };
        let (place, types) =
            item.types.split_once(',').map(|(place, types)| (place.trim().to_owned(), types.trim().to_owned()))?;
        item.types.clone_from(&types);
        let mut schema = schemas.value(&item, &types);
        let mut parameter = Map::from_iter([("name".to_owned(), json!(name)), ("in".to_owned(), json!(place))]);
        if item.is_required || place == "path" {
            parameter.insert("required".to_owned(), json!(true));
        }
        for key in ["description", "deprecated"] {
            let said = schema.as_object_mut().and_then(|schema| schema.remove(key));
            parameter.extend(said.map(|said| (key.to_owned(), said)));
        }
        parameter.insert("schema".to_owned(), schema);
        Some(Value::Object(parameter))
    });
    parameters.collect()
}

/// Returns the schemas under the names of media types.
fn content(sections: &[Section<'_>], schemas: &mut Schemas<'_>) -> Option<Value> {
    let mut content = Map::new();
    for section in sections.iter().filter(|section| section.title.contains('/')) {
        let items: Vec<Item> = items(&section.lines);
        let mut schema = schemas.body(&items, &section.span);
        if section.title.starts_with("multipart/") {
            schemas.mark_files(&items, &mut schema);
        }
        content.insert(section.title.to_owned(), json!({"schema": schema}));
    }
    (!content.is_empty()).then_some(Value::Object(content))
}

/// Returns a request body, which is required if one of its properties is.
fn request_body(content: Value) -> Value {
    let mut media_types = content.as_object().into_iter().flatten();
    let is_required =
        media_types.any(|(_, it)| it.get("schema").is_some_and(|schema| schema.get("required").is_some()));
    if is_required { json!({"required": true, "content": content}) } else { json!({"content": content}) }
}

fn responses(section: &Section<'_>, schemas: &mut Schemas<'_>) -> Value {
    let mut responses = Map::new();
    for status in &section.below {
        let mut response = Map::new();
        response.insert("description".to_owned(), prose::paragraphs(&status.lines).into());
        response.extend(content(&status.below, schemas).map(|content| ("content".to_owned(), content)));
        responses.insert(status.title.to_owned(), Value::Object(response));
    }
    Value::Object(responses)
}

/// Adds the server and the security of a sample request.
fn show(
    sections: &[Section<'_>],
    path: &str,
    page: &Page,
    at: &Range<usize>,
    tree: &mut Map<String, Value>,
    diagnostics: &mut Diagnostics,
) {
    let Some(examples) = sections.iter().find(|section| section.title.starts_with("Example")) else { return };
    let sample = Sample::of(examples, path);
    let mut shown = Vec::new();
    if let Some(server) = sample.server {
        shown.push(format!("the server `{server}`"));
        tree.insert("servers".to_owned(), json!([{"url": server}]));
    }
    if let Some((name, scheme)) = sample.security {
        shown.push(format!("the security scheme `{name}`"));
        tree.insert("security".to_owned(), json!([{name: []}]));
        tree.insert("components".to_owned(), json!({"securitySchemes": {name: scheme}}));
    }
    if !shown.is_empty() {
        let place = if examples.span.is_empty() { at } else { &examples.span };
        let message = format!(
            "the page does not state its server and security; {} inferred from its sample request",
            were(&shown)
        );
        diagnostics.report_elsewhere(Code::AssumedByImport, message, Some(page.excerpt(place)));
    }
}

/// Returns a list of nouns with the verb form that matches their number.
fn were(things: &[String]) -> String {
    let verb = if things.len() == 1 { "was" } else { "were" };
    format!("{} {verb}", things.join(" and "))
}
