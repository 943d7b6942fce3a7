//! The public surface of a client as compact text, for the review of changes.
//!
//! It has one line for each type, field, variant, method and setter, in an order that does not depend on the document.

use std::fmt::Write;

use crate::ir::{
    Api, Body, BodyContent, EventForm, Graph, Integer, OperationId, Outcome, Pagination, PaginationSource,
    PaginationStyle, Payload, Presence, StatusEnumId, Statuses, StreamRules, Struct, Type, TypeId, TypeKind,
};
use crate::names::{Names, TypeMembers};
use crate::unprintable::escaped;

/// Appends a line; writing to a string cannot fail.
macro_rules! line {
    ($out:expr, $($argument:tt)*) => {{
        let _ = writeln!($out, $($argument)*);
    }};
}

/// Returns the public surface of a client as text: groups with their methods, then types.
pub fn outline(api: &Api, graph: &Graph, names: &Names) -> String {
    let mut out = String::new();
    for item in surface(api, graph, names, &|id| names.type_(id).name.clone()) {
        if item.starts_paragraph && !out.is_empty() {
            out.push('\n');
        }
        item.lines.iter().for_each(|line| line!(out, "{line}"));
    }
    escaped(&out).into_owned()
}

/// An item of the public surface with the lines that describe it.
pub(crate) struct SurfaceItem {
    /// `client`, the accessor of a group, a method such as `pets().list`, or a type, by its Rust name.
    pub(crate) name: String,
    /// The lines; the first one declares the item.
    pub(crate) lines: Vec<String>,
    /// Whether an empty line precedes the item.
    starts_paragraph: bool,
}

/// Returns the items of the public surface of a client, in the order of the outline. `type_name` returns the spelling
/// of a type's name in the lines.
pub(crate) fn surface(
    api: &Api,
    graph: &Graph,
    names: &Names,
    type_name: &dyn Fn(TypeId) -> String,
) -> Vec<SurfaceItem> {
    let mut outline = Outline { api, graph, names, type_name, items: Vec::new() };
    outline.credentials();
    outline.groups();
    outline.status_enums();
    outline.types();
    outline.items
}

/// Describes the pagination: `after = /last_id while /has_more, items /data  [recognized]`.
fn pages(pagination: &Pagination) -> String {
    let mut out = match &pagination.style {
        PaginationStyle::Cursor { parameter, next } => format!("{parameter} = {next}"),
        PaginationStyle::LastItem { parameter, member } => format!("{parameter} = {member} of the last item"),
        PaginationStyle::PageNumber { parameter, first } => {
            format!("{parameter} = {first}, {}, ...", first.saturating_add(1))
        }
        PaginationStyle::Offset { parameter } => format!("{parameter} = number of items received"),
        PaginationStyle::NextUrl { next } => format!("next URL at {next}"),
        PaginationStyle::LinkHeader => "next URL in the header Link".to_owned(),
    };
    let size = pagination.size.as_ref().map(|size| size.parameter.clone());
    let items = Some(pagination.items.clone()).filter(|items| !items.is_empty());
    let Pagination { more, total, total_pages, current, .. } = pagination;
    for (word, name) in [
        (" while ", more),
        (", items ", &items),
        (", total ", total),
        (", total pages ", total_pages),
        (", current ", current),
        (", size ", &size),
    ] {
        if let Some(name) = name {
            out.push_str(word);
            out.push_str(name);
        }
    }
    let source = match pagination.source {
        PaginationSource::Settings => "settings",
        PaginationSource::Extension(name) => name,
        PaginationSource::Recognized => "recognized",
    };
    format!("{out}  [{source}]")
}

/// Returns stream rules as a line: `stream ends with "[END]" or event "done"`.
fn stream_rules(rules: &StreamRules) -> String {
    let quoted =
        |values: &[String], noun: &str| values.iter().map(|value| format!("{noun}{value:?}")).collect::<Vec<_>>();
    let ends = [quoted(&rules.terminators, ""), quoted(&rules.terminator_events, "event ")].concat();
    let mut out = match ends.is_empty() {
        true => "stream ends with the response".to_owned(),
        false => format!("stream ends with {}", ends.join(" or ")),
    };
    for (noun, values) in [("events", &rules.error_events), ("properties", &rules.error_properties)] {
        if let Some(values) = values {
            let values = if values.is_empty() { "none".to_owned() } else { quoted(values, "").join(", ") };
            out.push_str(&format!("; error {noun} {values}"));
        }
    }
    if let Some(names) = &rules.names {
        out.push_str(&format!("; events not named {} are skipped", quoted(names, "").join(" or ")));
    }
    out
}

struct Outline<'a> {
    api: &'a Api,
    graph: &'a Graph,
    names: &'a Names,
    type_name: &'a dyn Fn(TypeId) -> String,
    items: Vec<SurfaceItem>,
}

impl Outline<'_> {
    fn paragraph(&mut self, name: &str, line: String) {
        self.items.push(SurfaceItem { name: name.to_owned(), lines: vec![line], starts_paragraph: true });
    }

    fn method(&mut self, name: String, line: String) {
        self.items.push(SurfaceItem { name, lines: vec![line], starts_paragraph: false });
    }

    /// Appends a line to the last item.
    fn line(&mut self, line: String) {
        if let Some(item) = self.items.last_mut() {
            item.lines.push(line);
        }
    }

    fn credentials(&mut self) {
        self.paragraph("client", format!("client {}", self.names.client()));
        let mut setters: Vec<String> = self
            .api
            .security_schemes
            .keys()
            .filter_map(|scheme| self.names.credential(scheme))
            .map(|names| match names.variables.as_slice() {
                [] => format!("    {} = Credential::external()", names.setter),
                variables => format!("    {} = {}", names.setter, variables.join(", ")),
            })
            .collect();
        setters.sort();
        setters.into_iter().for_each(|setter| self.line(setter));
        if self.api.has_server_choice() {
            self.line(format!("    server = {}", self.names.servers().variants.join(" | ")));
        }
        for (name, setter) in &self.names.servers().setters {
            self.line(format!("    {setter} = {{{name}}}"));
        }
    }

    fn groups(&mut self) {
        let mut by_group = self.api.operations_by_group();
        let mut groups: Vec<_> = by_group.ids().collect();
        groups.sort_by_key(|id| &self.names.group(*id).accessor);
        for group in groups {
            let names = self.names.group(group);
            let mut operations = std::mem::take(&mut by_group[group]);
            if operations.is_empty() {
                continue;
            }
            self.paragraph(&names.accessor, format!("{}: {}", names.accessor, names.type_name));
            operations.sort_by_key(|id| &self.names.operation(*id).method);
            operations.into_iter().for_each(|id| self.operation(id, &names.accessor));
        }
    }

    fn operation(&mut self, id: OperationId, accessor: &str) {
        let operation = self.api.operation(id);
        let names = self.names.operation(id);
        let parameters = || operation.parameters.iter().zip(&names.parameters);
        let mut arguments: Vec<String> = parameters()
            .filter(|(parameter, _)| parameter.is_argument())
            .map(|(parameter, name)| format!("{name}: {}", self.type_(&parameter.type_)))
            .collect();
        let bodies = operation.bodies.iter().filter(|body| body.required);
        let mut bodies: Vec<String> = bodies.map(|body| format!("body: {}", self.body(body))).collect();
        let others = bodies.split_off(bodies.len().min(1));
        let shared = arguments.clone();
        arguments.extend(bodies);
        let mut success = self.outcome(&operation.success);
        if let Some(events) = &operation.events {
            let noun = if operation.event_form == EventForm::Fields { "envelopes" } else { "events" };
            let _ = write!(success, ", {noun} of {}", self.type_(events));
        }
        let failure = match &operation.failure {
            Outcome::One(Payload::None) => "Value".to_owned(),
            failure => self.outcome(failure),
        };
        // The alias of a call is derived from the marker, unless another item has that name.
        let call = if names.call == format!("{}Call", names.marker) { "" } else { &names.call };
        let line = format!(
            "    {}({}) -> {success}, or {failure}  [{} {}; {}{}{call}]",
            names.method,
            arguments.join(", "),
            operation.method,
            operation.path,
            names.marker,
            if call.is_empty() { "" } else { ", " },
        );
        self.method(format!("{accessor}().{}", names.method), line);
        for (name, body) in names.bodies.iter().zip(others) {
            let arguments: Vec<&str> = shared.iter().map(String::as_str).chain([body.as_str()]).collect();
            self.line(format!("    {name}({})  [same operation]", arguments.join(", ")));
        }
        if !operation.stream_rules.is_default() {
            self.line(format!("        {}", stream_rules(&operation.stream_rules)));
        }
        if let Some(pagination) = &operation.pagination {
            self.line(format!("        pages of {}: {}", self.type_(&pagination.item), pages(pagination)));
        }
        let mut setters: Vec<String> = parameters()
            .filter(|(parameter, _)| !parameter.is_argument())
            .map(|(parameter, name)| format!("{name}: {}", self.type_(&parameter.type_)))
            .collect();
        for (header, name) in operation.headers.iter().zip(&names.headers) {
            self.line(format!("        ::{name}: {}", self.type_(&header.type_)));
        }
        let setter_names = ["body"].into_iter().chain(names.bodies.iter().map(String::as_str));
        let bodies = operation.bodies.iter().zip(setter_names).filter(|(body, _)| !body.required);
        setters.extend(bodies.map(|(body, name)| format!("{name}: {}", self.body(body))));
        setters.sort();
        setters.iter().for_each(|setter| self.line(format!("        .{setter}")));
    }

    fn body(&self, body: &Body) -> String {
        match &body.content {
            BodyContent::Json(type_) | BodyContent::Text(type_) => self.type_(type_),
            BodyContent::Form(type_, _) => format!("{} as a form", self.type_(type_)),
            BodyContent::Multipart(type_, _) => format!("{} as a multipart form", self.type_(type_)),
            BodyContent::Bytes => "Upload".to_owned(),
        }
    }

    fn outcome(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::One(payload) => self.payload(payload),
            Outcome::ByStatus(id) => self.names.status_enum(*id).type_name.clone(),
        }
    }

    fn payload(&self, payload: &Payload) -> String {
        match payload {
            Payload::None => "()".to_owned(),
            Payload::Json(type_) | Payload::Text(type_) => self.type_(type_),
            Payload::Binary => "Bytes".to_owned(),
            Payload::Events(type_, _) => format!("EventStream<{}>", self.type_(type_)),
        }
    }

    fn status_enums(&mut self) {
        let mut ids: Vec<StatusEnumId> = self.api.numbered_status_enums().map(|(id, _)| id).collect();
        ids.sort_by_key(|id| &self.names.status_enum(*id).type_name);
        for id in ids {
            let names = self.names.status_enum(id);
            self.paragraph(&names.type_name, format!("enum {} by status", names.type_name));
            for (row, variant) in self.api.status_enum(id).rows.iter().zip(&names.rows) {
                let statuses = match row.statuses {
                    Statuses::Exact(status) => status.to_string(),
                    Statuses::Class(class) => format!("{class}XX"),
                    Statuses::Default => "default".to_owned(),
                };
                self.line(format!("    {variant}: {}  [{statuses}]", self.payload(&row.payload)));
            }
        }
    }

    fn types(&mut self) {
        let mut ids: Vec<TypeId> = self.api.type_ids().collect();
        ids.sort_by_key(|id| &self.names.type_(*id).name);
        for id in ids {
            let (own_name, members) = (&self.names.type_(id).name, &self.names.type_(id).members);
            let name = (self.type_name)(id);
            match (&self.api.definition(id).kind, members) {
                (TypeKind::Struct(object), TypeMembers::Struct(_)) => self.structure(id, object),
                (TypeKind::StringEnum(values), TypeMembers::Variants(variants)) => {
                    self.paragraph(own_name, format!("enum {name}"));
                    for (value, variant) in values.values.iter().zip(variants) {
                        self.line(format!("    {variant} = {:?}", value.value));
                    }
                }
                (TypeKind::IntegerEnum(values), TypeMembers::Variants(variants)) => {
                    let repr = match values.integer() {
                        Integer::U64 => ": u64",
                        Integer::I128 => ": i128",
                        Integer::I32 | Integer::I64 => "",
                    };
                    self.paragraph(own_name, format!("enum {name}{repr}"));
                    for (value, variant) in values.values.iter().zip(variants) {
                        self.line(format!("    {variant} = {}", value.value));
                    }
                }
                (TypeKind::Union(union), TypeMembers::Variants(variants)) => {
                    self.paragraph(own_name, format!("union {name}"));
                    for (variant, variant_name) in union.variants.iter().zip(variants) {
                        self.line(format!("    {variant_name}({})", self.type_(&variant.type_)));
                    }
                }
                (TypeKind::Alias(type_), _) => {
                    self.paragraph(own_name, format!("type {name} = {}", self.type_(type_)));
                }
                _ => {}
            }
        }
    }

    fn structure(&mut self, id: TypeId, object: &Struct) {
        let names = self.names.type_(id);
        let usage = self.graph.usage(id);
        let direction = match (usage.request, usage.response) {
            (true, true) => "",
            (true, false) => "  [requests only]",
            _ => "  [responses only]",
        };
        self.paragraph(&names.name, format!("struct {}{direction}", (self.type_name)(id)));
        for literal in &object.literals {
            self.line(format!("    {:?} = {}", literal.wire_name, literal.value));
        }
        let TypeMembers::Struct(members) = &names.members else { return };
        for (field, name) in object.fields.iter().zip(&members.fields) {
            let type_ = self.type_(&field.type_);
            let type_ = match self.graph.presence(id, object, field) {
                Presence::Required => type_,
                Presence::Nullable => format!("{type_} or null"),
                Presence::Optional => format!("Option<{type_}>"),
                Presence::Maybe => format!("Maybe<{type_}>"),
                Presence::WriteOnly => format!("{type_}, optional in responses"),
                Presence::NullableWriteOnly => format!("{type_} or null, optional in responses"),
            };
            let spelled = name.trim_start_matches("r#");
            let wire = if spelled == field.wire_name { String::new() } else { format!("  [{:?}]", field.wire_name) };
            self.line(format!("    {spelled}: {type_}{wire}"));
        }
        if let Some(extra) = &object.extra {
            self.line(format!("    ..{}: {}", members.extra, self.type_(extra)));
        }
    }

    fn type_(&self, type_: &Type) -> String {
        type_text_with(type_, self.type_name)
    }
}

/// Returns a type as spelled in Rust.
pub fn type_text(names: &Names, type_: &Type) -> String {
    type_text_with(type_, &|id| names.type_(id).name.clone())
}

/// Returns a type as spelled in Rust; `named` returns the spelling of types with a definition.
pub fn type_text_with(type_: &Type, named: &dyn Fn(TypeId) -> String) -> String {
    let text = |type_| type_text_with(type_, named);
    match type_ {
        Type::Scalar(scalar) => scalar.rust_name().to_owned(),
        Type::Array(element) => format!("Vec<{}>", text(element)),
        Type::Tuple(elements) => {
            let elements: Vec<String> = elements.iter().map(text).collect();
            format!("({})", elements.join(", "))
        }
        Type::Map(value) => format!("BTreeMap<String, {}>", text(value)),
        Type::Nullable(inner) => format!("Option<{}>", text(inner)),
        Type::Custom(custom) => custom.path.clone(),
        Type::Named(id) => named(*id),
    }
}
