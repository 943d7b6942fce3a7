//! Groups, operations and status enums in an outline.

use super::Outline;
use super::rules::{pages, stream_rules};
use crate::ir::{EventForm, Operation, OperationId, Outcome, Payload, Scalar, StatusEnumId, Statuses, Type};
use crate::names::OperationNames;
use crate::names::identifier::is_identifier;

impl Outline<'_> {
    pub(super) fn groups(&mut self) {
        let mut by_group = self.api.operations_by_group();
        let mut groups: Vec<_> = by_group.ids().collect();
        groups.sort_by_key(|id| &self.names.group(*id).accessor);
        for group in groups {
            let names = self.names.group(group);
            let mut operations = std::mem::take(&mut by_group[group]);
            if operations.is_empty() {
                continue;
            }
            self.item(names.accessor.clone());
            self.line(&format!("impl Client {{ pub fn {}(&self) -> {}<'_>; }}", names.accessor, names.type_name));
            operations.sort_by_key(|id| &self.names.operation(*id).method);
            operations.into_iter().for_each(|id| self.operation(id));
        }
    }

    /// Appends the methods that start a call, the types of its results, and the setters of the call.
    fn operation(&mut self, id: OperationId) {
        let (operation, names) = (self.api.operation(id), self.names.operation(id));
        let group = self.names.group(operation.group);
        self.item(format!("{}().{}", group.accessor, names.method));
        let methods = self.methods(operation, names);
        self.block(&format!("impl {}<'_>", group.type_name), &methods);
        self.line(&format!("pub type {} = Call<{}>;", names.call, names.marker));
        let (success, failure) = (self.success(operation), self.failure(&operation.failure));
        self.line(&format!(
            "impl Operation for {} {{ type Success = {success}; type Failure = {failure}; }}",
            names.marker
        ));
        let rules = match operation.stream_rules.is_default() {
            true => String::new(),
            false => format!(" // {}", stream_rules(&operation.stream_rules)),
        };
        if let Some(event) = &operation.events {
            let event = self.event(operation, event, operation.event_form);
            self.line(&format!("impl StreamOperation for {} {{ type Event = {event}; }}{rules}", names.marker));
        } else if !rules.is_empty() {
            self.line(rules.trim_start());
        }
        if let Some(pagination) = &operation.pagination {
            let (item, rules) = (self.type_(&pagination.item), pages(pagination));
            self.line(&format!("impl PagedOperation for {} {{ type Item = {item}; }} // {rules}", names.marker));
        }
        let headers = operation.headers.iter().zip(&names.headers);
        let headers: Vec<String> =
            headers.map(|(header, name)| format!("pub const {name}: Header<{}>;", self.type_(&header.type_))).collect();
        self.block(&format!("impl {}", names.marker), &headers);
        let setters = self.setters(operation, names);
        self.block(&format!("impl {}", names.call), &setters);
    }

    /// Returns the methods of the group: one, or one for each alternative of a required body.
    fn methods(&self, operation: &Operation, names: &OperationNames) -> Vec<String> {
        let parameters = operation.parameters.iter().zip(&names.parameters);
        let parameters: Vec<String> = parameters
            .filter(|(parameter, _)| parameter.is_argument())
            .map(|(parameter, name)| self.argument(name, self.graph.parameter_form(self.api, parameter)))
            .collect();
        let method = |name: &str, body: Option<String>| {
            let arguments: Vec<&str> =
                ["self"].into_iter().chain(parameters.iter().map(String::as_str)).chain(body.as_deref()).collect();
            format!(
                "pub fn {name}({}) -> {}; // {} {}",
                arguments.join(", "),
                names.call,
                operation.method,
                operation.path
            )
        };
        let bodies = operation.bodies.iter().filter(|body| body.required);
        let mut bodies = bodies.map(|body| self.argument("body", self.graph.body_form(self.api, body)));
        let mut methods = vec![method(&names.method, bodies.next())];
        methods.extend(names.bodies.iter().zip(bodies).map(|(name, body)| method(name, Some(body))));
        methods
    }

    /// Returns the setters of optional parameters and bodies, sorted.
    fn setters(&self, operation: &Operation, names: &OperationNames) -> Vec<String> {
        let parameters = operation.parameters.iter().zip(&names.parameters);
        let mut setters: Vec<String> = parameters
            .filter(|(parameter, _)| !parameter.is_argument())
            .map(|(parameter, name)| {
                // Only the name of the setter conflicts with the methods of every call, not its argument.
                let plain = name.strip_suffix('_').filter(|plain| is_identifier(plain)).unwrap_or(name);
                self.setter(name, plain, self.graph.parameter_form(self.api, parameter))
            })
            .collect();
        let setter_names = ["body"].into_iter().chain(names.bodies.iter().map(String::as_str));
        let bodies = operation.bodies.iter().zip(setter_names).filter(|(body, _)| !body.required);
        setters.extend(bodies.map(|(body, name)| self.setter(name, "body", self.graph.body_form(self.api, body))));
        setters.sort();
        setters
    }

    fn success(&self, operation: &Operation) -> String {
        match &operation.success {
            Outcome::One(Payload::Events(type_, form)) => {
                format!("EventStream<{}, Self::Failure>", self.event(operation, type_, *form))
            }
            outcome => self.outcome(outcome),
        }
    }

    /// Returns the type of errors: any JSON if the document does not describe them.
    fn failure(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::One(Payload::None) => self.payload(&Payload::Json(Type::Scalar(Scalar::Any))),
            outcome => self.outcome(outcome),
        }
    }

    fn outcome(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::One(payload) => self.payload(payload),
            Outcome::ByStatus(id) => self.names.status_enum(*id).type_name.clone(),
        }
    }

    /// Returns the type that decodes an event. The data of a server-sent event may be plain text.
    fn event(&self, operation: &Operation, type_: &Type, form: EventForm) -> String {
        let is_sent_event = |name: &String| name.starts_with("text/event-stream");
        match *type_ == Type::Scalar(Scalar::String) && operation.streams.iter().all(is_sent_event) {
            true => "Text".to_owned(),
            false => self.typed_event(type_, form),
        }
    }

    fn typed_event(&self, type_: &Type, form: EventForm) -> String {
        let kind = if form == EventForm::Fields { "Envelope" } else { "Json" };
        format!("{kind}<{}>", self.type_(type_))
    }

    /// Returns the type that decodes the body of a response.
    fn payload(&self, payload: &Payload) -> String {
        match payload {
            Payload::None => "NoContent".to_owned(),
            Payload::Text(type_) if self.is_string(type_) => "Text".to_owned(),
            Payload::Text(type_) => format!("TextOf<{}>", self.type_(type_)),
            Payload::Binary => "Binary".to_owned(),
            Payload::Json(type_) => format!("Json<{}>", self.type_(type_)),
            Payload::Events(type_, form) => format!("EventStream<{}, Self::Failure>", self.typed_event(type_, *form)),
        }
    }

    pub(super) fn status_enums(&mut self) {
        let mut ids: Vec<StatusEnumId> = self.api.numbered_status_enums().map(|(id, _)| id).collect();
        ids.sort_by_key(|id| &self.names.status_enum(*id).type_name);
        for id in ids {
            let (names, rows) = (self.names.status_enum(id), &self.api.status_enum(id).rows);
            let mut variants: Vec<String> = Vec::new();
            for (row, variant) in rows.iter().zip(&names.rows) {
                let statuses = match row.statuses {
                    Statuses::Exact(status) => status.to_string(),
                    Statuses::Class(class) => format!("{class}XX"),
                    Statuses::Default => "default".to_owned(),
                };
                let content = match &row.payload {
                    Payload::None => String::new(),
                    Payload::Binary => "(Bytes)".to_owned(),
                    Payload::Text(type_) | Payload::Json(type_) | Payload::Events(type_, _) => {
                        format!("({})", self.type_(type_))
                    }
                };
                variants.push(format!("{variant}{content}, // {statuses}"));
            }
            if !rows.iter().any(|row| row.statuses == Statuses::Default) {
                variants.push("Other(Value),".to_owned());
            }
            self.item(names.type_name.clone());
            self.line("#[non_exhaustive]");
            self.block(&format!("pub enum {}", names.type_name), &variants);
        }
    }
}
