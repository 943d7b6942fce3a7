//! The properties of a response that may be about pages, and its items.

use super::page::Page;
use super::recognize::plain;
use crate::ir::{Struct, Type};

/// Arrays that a page contains in addition to its items.
const NOT_ITEMS: [&str; 14] = [
    "errors",
    "warnings",
    "links",
    "messages",
    "included",
    "facets",
    "aggregations",
    "headers",
    "columns",
    "sort",
    "fields",
    "filters",
    "meta",
    "notices",
];

/// Arrays that are items if there is no other array.
const PERHAPS_ITEMS: [&str; 6] = ["links", "messages", "headers", "columns", "fields", "filters"];

/// Arrays that are items regardless of the other properties of a page.
const ITEMS: [&str; 9] = ["data", "items", "results", "entries", "records", "values", "value", "rows", "elements"];

/// Objects around the items of a page.
const ENVELOPES: [&str; 5] = ["data", "result", "results", "response", "embedded"];

/// Objects about pages.
const PAGES: [&str; 13] = [
    "meta",
    "metadata",
    "pagination",
    "paging",
    "page",
    "pageinfo",
    "pageinformation",
    "pagemetadata",
    "paginationinfo",
    "paginationmetadata",
    "responsemetadata",
    "resultinfo",
    "listmetadata",
];

/// The location of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PropertyLocation {
    /// In the response itself, or in the object around its items.
    Top,
    /// In an object about pages.
    Pages,
    /// In an object of cursors.
    Cursors,
    /// In an object of links.
    Links,
    /// In the link to the next page.
    NextLink,
    /// In an object with the parameters of the next page.
    NextPage,
}

/// A property of a response.
#[derive(Clone, Debug)]
pub(super) struct Property<'a> {
    /// Its normalized name.
    pub(super) name: String,
    pub(super) location: PropertyLocation,
    pub(super) type_: &'a Type,
    pointer: String,
}

/// A response that may be a page.
pub(super) struct ResponseShape<'a> {
    /// A JSON pointer to its items.
    pub(super) items: String,
    /// The type of its items.
    pub(super) item: &'a Type,
    members: Vec<Property<'a>>,
}

impl<'a> ResponseShape<'a> {
    /// Returns the shape of an operation's response if its items are unambiguous.
    pub(super) fn new(page: &Page<'a, '_>) -> Option<Self> {
        let response = page.response()?;
        let items = page.items(response)?;
        let item = page.elements(page.member(response, &items)?)?;
        let mut members = Vec::new();
        collect(page, response, "", PropertyLocation::Top, &mut members);
        // The object around the items.
        if let Some((envelope, _)) = items.rsplit_once('/').filter(|(envelope, _)| !envelope.is_empty()) {
            collect(page, page.member(response, envelope)?, envelope, PropertyLocation::Top, &mut members);
        }
        Some(Self { items, item, members })
    }

    /// Returns the only property that matches.
    pub(super) fn find(&self, holds: impl Fn(&Property<'a>) -> bool) -> Option<(String, &'a Type)> {
        let mut found = self.members.iter().filter(|member| holds(member));
        let first = found.next()?;
        found.all(|other| other.pointer == first.pointer).then(|| (first.pointer.clone(), first.type_))
    }
}

/// Collects the properties of an object, and of objects about pages in it.
fn collect<'a>(
    page: &Page<'a, '_>,
    type_: &'a Type,
    at: &str,
    location: PropertyLocation,
    members: &mut Vec<Property<'a>>,
) {
    let Some(object) = page.members(type_) else { return };
    for field in object.fields.iter().filter(|field| !field.write_only) {
        let name = plain(&field.wire_name);
        let pointer = format!("{at}/{}", field.wire_name.replace('~', "~0").replace('/', "~1"));
        if page.members(&field.type_).is_some() {
            let inner = match (location, name.as_str()) {
                (PropertyLocation::Top | PropertyLocation::Pages, "cursors" | "cursor") => {
                    Some(PropertyLocation::Cursors)
                }
                (PropertyLocation::Top | PropertyLocation::Pages, "links") => Some(PropertyLocation::Links),
                (PropertyLocation::Links, "next") => Some(PropertyLocation::NextLink),
                (PropertyLocation::Top | PropertyLocation::Pages, "nextpage") => Some(PropertyLocation::NextPage),
                (PropertyLocation::Top | PropertyLocation::Pages, name) if PAGES.contains(&name) => {
                    Some(PropertyLocation::Pages)
                }
                (PropertyLocation::Pages, "next") => Some(PropertyLocation::Pages),
                _ => None,
            };
            // At most one object about pages inside another.
            if let Some(inner) = inner.filter(|_| at.matches('/').count() < 3) {
                collect(page, &field.type_, &pointer, inner, members);
            }
        }
        members.push(Property { name, location, type_: &field.type_, pointer });
    }
}

impl<'a> Page<'a, '_> {
    /// Returns a pointer to the items of a response if they are unambiguous: it is an array itself, or an object with
    /// one array, or contains an object with one array.
    pub(super) fn items(&self, response: &'a Type) -> Option<String> {
        if self.elements(response).is_some() {
            return Some(String::new());
        }
        let object = self.members(response)?;
        self.only_list(object).map(|name| pointer("", name)).or_else(|| {
            let mut lists = object.fields.iter().filter(|field| self.elements(&field.type_).is_some());
            let mut envelopes =
                object.fields.iter().filter(|field| ENVELOPES.contains(&plain(&field.wire_name).as_str()));
            if let Some(list) = lists.next() {
                let is_only = lists.next().is_none() && envelopes.next().is_none();
                let is_items = is_only && PERHAPS_ITEMS.contains(&plain(&list.wire_name).as_str());
                return is_items.then(|| pointer("", &list.wire_name));
            }
            let envelope = envelopes.next()?;
            let list = self.only_list(self.members(&envelope.type_)?)?;
            envelopes.next().is_none().then(|| pointer(&pointer("", &envelope.wire_name), list))
        })
    }

    /// Returns the only array among the properties of an object, or the only one with a name that is usual for items.
    fn only_list(&self, object: &'a Struct) -> Option<&'a str> {
        let lists = object.fields.iter().filter(|field| {
            self.elements(&field.type_).is_some() && !NOT_ITEMS.contains(&plain(&field.wire_name).as_str())
        });
        let lists: Vec<&str> = lists.map(|field| field.wire_name.as_str()).collect();
        match lists.as_slice() {
            [only] => Some(only),
            several => {
                let mut named = several.iter().filter(|name| ITEMS.contains(&plain(name).as_str()));
                let first = named.next()?;
                named.next().is_none().then_some(*first)
            }
        }
    }
}

fn pointer(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}
