//! The first program that uses a client.
//!
//! ```text
//! let client = Client::from_env()?; // PETS_API_KEY
//! let response = client.pets().get("pet_id").await?;
//! println!("{response:?}");
//! ```

use super::super::Emitter;
use crate::ir::{Operation, OperationId, Outcome, Payload, Scalar, Type};

/// The maximum number of arguments in the call of a quick start.
const MOST_ARGUMENTS: usize = 3;

/// The maximum length of a line with several calls before each call gets its own line.
const LINE: usize = 80;

/// The maximum length of any line.
const LONGEST_LINE: usize = 110;

impl Emitter<'_> {
    /// Returns a program that builds a client and sends a call, as lines in an async function that returns any error, or
    /// `None` if the client has no operations.
    pub(super) fn quick_start(&self) -> Option<Vec<String>> {
        self.groups().next()?;
        let mut lines = vec![format!("use {}::Client;", self.placement.import_path), String::new(), self.building()];
        lines.extend(self.first_call().unwrap_or_default());
        Some(lines)
    }

    /// Returns the line that builds the client, from the environment if it may contain a credential.
    fn building(&self) -> String {
        let variable = format!("{}_BASE_URL", self.names.client().to_uppercase().replace('-', "_"));
        let has_server = self.api.absolute_servers().next().is_some();
        let credential = self.credential_names().find(|names| !names.variables.is_empty());
        let needed = credential.map(|names| names.variables.clone()).unwrap_or_default();
        match (needed.is_empty(), has_server) {
            (true, true) => "let client = Client::builder().build()?;".to_owned(),
            (true, false) => {
                "let client = Client::builder().base_url(\"https://api.example.com\").build()?;".to_owned()
            }
            (false, _) => {
                let base_url = (!has_server).then_some(variable);
                let needed: Vec<String> = needed.into_iter().chain(base_url).collect();
                let line = "let client = Client::from_env()?;";
                let commented = format!("{line} // {}", needed.join(", "));
                if commented.len() <= LONGEST_LINE { commented } else { line.to_owned() }
            }
        }
    }

    /// Returns the lines that send a call whose arguments are scalars: the call with the fewest arguments, preferably
    /// `GET`.
    fn first_call(&self) -> Option<Vec<String>> {
        let ids = self.groups().flat_map(|group| self.operations_by_group.get(group).into_iter().flatten());
        let rated = ids.filter_map(|id| {
            let arguments = self.scalar_arguments(*id)?;
            let lines = self.call_lines(*id, &arguments)?;
            Some(((self.api.operation(*id).method != "GET", arguments.len()), lines))
        });
        rated.min_by_key(|(rating, _)| *rating).map(|(_, lines)| lines)
    }

    /// Returns the arguments of a method that returns JSON and has no body, or `None` for other methods.
    fn scalar_arguments(&self, id: OperationId) -> Option<Vec<String>> {
        let operation = self.api.operation(id);
        let is_json = match &operation.success {
            Outcome::One(payload) => matches!(payload, Payload::Json(_)),
            Outcome::ByStatus(_) => true,
        };
        let is_open = operation.bodies.iter().all(|body| !body.required);
        if !is_json || !is_open || operation.method == "DELETE" {
            return None;
        }
        let arguments: Option<Vec<String>> = self.required_arguments(operation, id).collect();
        arguments.filter(|arguments| arguments.len() <= MOST_ARGUMENTS)
    }

    fn required_arguments<'a>(
        &'a self,
        operation: &'a Operation,
        id: OperationId,
    ) -> impl Iterator<Item = Option<String>> + 'a {
        let named = operation.parameters.iter().zip(&self.names.operation(id).parameters);
        let required = named.filter(|(it, _)| it.is_argument());
        required.map(|(parameter, name)| match self.resolved(&parameter.type_) {
            Type::Scalar(Scalar::String) => Some(format!("\"{}\"", name.trim_start_matches("r#"))),
            Type::Scalar(Scalar::Boolean) => Some("true".to_owned()),
            Type::Scalar(Scalar::Integer(_)) => Some("1".to_owned()),
            Type::Scalar(Scalar::Number) => Some("1.0".to_owned()),
            _ => None,
        })
    }

    /// Returns the lines of a call, or `None` if one would be too long.
    fn call_lines(&self, id: OperationId, arguments: &[String]) -> Option<Vec<String>> {
        let group = &self.names.group(self.api.operation(id).group).accessor;
        let calls = [format!(".{group}()"), format!(".{}({})", self.names.operation(id).method, arguments.join(", "))];
        let line = format!("let response = client{}.await?;", calls.concat());
        let mut lines = if line.len() <= LINE {
            vec![line]
        } else {
            let calls = calls.into_iter().map(|call| format!("    {call}"));
            let first = "let response = client".to_owned();
            std::iter::once(first).chain(calls).chain(["    .await?;".to_owned()]).collect()
        };
        lines.push("println!(\"{response:?}\");".to_owned());
        lines.iter().all(|line| line.len() <= LONGEST_LINE).then_some(lines)
    }
}
