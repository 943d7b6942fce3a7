//! Headers of responses.

use crate::hash::HashSet;
use crate::ir::{Header, HeaderFormat, OperationId, Owner, Role, Scalar, Type};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model;

/// Headers that the client handles itself.
const OWN: &[&str] = &["content-length", "content-type", "transfer-encoding"];

/// Returns the type of a header collection: a map of values by the rest of their names.
pub(super) fn collection(type_: Type) -> Type {
    if matches!(type_, Type::Map(_)) { type_ } else { Type::Map(Box::new(type_)) }
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the headers of all responses of an operation, the first of each name.
    pub(crate) fn headers(&mut self, operation: &'m model::Operation<'d>, number: OperationId) -> Vec<Header> {
        let mut headers: Vec<Header> = Vec::new();
        let mut known: HashSet<String> = HashSet::default();
        for header in operation.responses.iter().flat_map(|response| &response.headers) {
            let name = header.name.to_ascii_lowercase();
            if OWN.contains(&name.as_str()) || known.contains(&name) {
                continue;
            }
            let target = Target::inline(Owner::Operation(number), Role::Member(header.name.to_owned()));
            let simple = header.separator.map_or(HeaderFormat::Simple, HeaderFormat::Separated);
            let (type_, format) = match (&header.schema, &header.content) {
                (Some(schema), _) => (self.schema(schema, &target).type_, simple),
                (None, Some(content)) => self.header_content(header.name, content, &target),
                (None, None) => (Type::Scalar(Scalar::String), simple),
            };
            let (type_, format) = match header.prefix {
                Some(_) => (collection(type_), HeaderFormat::Prefixed),
                None => (type_, format),
            };
            let wire_name = header.prefix.unwrap_or(header.name).to_owned();
            known.insert(wire_name.to_ascii_lowercase());
            headers.push(Header {
                origin: header.origin.clone(),
                wire_name,
                type_,
                format,
                documentation: documentation::of_header(header),
            });
        }
        headers
    }
}
