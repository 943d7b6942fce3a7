//! The derives of each generated type: those that the types in it allow, and those from `[derives]`.

mod overrides;
mod traits;

pub use traits::Traits;

use crate::diagnostics::Diagnostics;
use crate::ir::{
    Api, Graph, IdVec, Payload, Scalar, StatusEnum, StatusEnumId, Statuses, Subset, Type, TypeId, TypeKind,
};
use crate::settings::{DeriveSettings, TypePath};
use overrides::Additions;
use traits::{BASE, Contents, EQUALITY, INHERITED, Policy};

/// The derives of one type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeDerives {
    /// Traits of the standard library.
    pub traits: Traits,
    /// Other derives, from the settings.
    pub paths: Vec<TypePath>,
    /// Attributes from the settings.
    pub attributes: Vec<String>,
}

/// The derives of all types of an API.
#[derive(Clone, Debug)]
pub struct Derives {
    types: IdVec<TypeId, TypeDerives>,
    status_enums: IdVec<StatusEnumId, Traits>,
}

impl Derives {
    /// Determines the derives of each type, and reports entries of the settings that apply to no type.
    pub fn new(api: &Api, graph: &Graph, settings: &DeriveSettings, diagnostics: &mut Diagnostics) -> Self {
        // Clients require only the base traits of an overriding type, so it may implement no others.
        let contents = Contents::new(api, graph, Policy { most: given, custom: Traits::empty() });
        let types = api.type_ids().map(|id| contents.of(&Type::Named(id)));
        let mut types: IdVec<_, _> =
            types.map(|given| TypeDerives { traits: BASE | given, ..TypeDerives::default() }).collect();
        if *settings != DeriveSettings::default() {
            let additions = Additions::new(api, graph, settings);
            additions.add(&mut types);
            additions.report_unused(diagnostics);
        }
        let status_enums = api.status_enums.iter().map(|status_enum| BASE | of_status_enum(status_enum, &contents));
        Self { types, status_enums: status_enums.collect() }
    }

    /// Returns the derives of the types that a subset keeps.
    pub fn retained(self, subset: &Subset) -> Self {
        Self {
            types: self.types.retained(subset.types()),
            status_enums: self.status_enums.retained(subset.status_enums()),
        }
    }

    /// Returns the derives of a type, or `None` if there is no such type.
    pub fn of_type(&self, id: TypeId) -> Option<&TypeDerives> {
        self.types.get(id)
    }

    /// Returns the traits that a status enum derives.
    pub fn of_status_enum(&self, id: StatusEnumId) -> Traits {
        self.status_enums.get(id).copied().unwrap_or(BASE)
    }
}

/// Returns the traits that a type derives by default, if the types in it implement them.
///
/// Structs and unions are not ordered unless `[derives]` adds it: the order would depend on the order of the document's
/// properties, and compiling it is expensive.
fn given(kind: &TypeKind) -> Traits {
    match kind {
        // Adding a first property would remove `Copy` from an empty struct.
        TypeKind::Struct(object) if object.fields.is_empty() => EQUALITY,
        TypeKind::Struct(_) | TypeKind::Union(_) => EQUALITY | Traits::COPY,
        TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) | TypeKind::Alias(_) => INHERITED,
    }
}

fn of_status_enum(status_enum: &StatusEnum, contents: &Contents<'_>) -> Traits {
    // `Other` holds any JSON value.
    let is_open = !status_enum.rows.iter().any(|row| row.statuses == Statuses::Default);
    let other = is_open.then(|| contents.of(&Type::Scalar(Scalar::Any)));
    let rows = status_enum.rows.iter().filter_map(|row| match &row.payload {
        // `Bytes` has the traits of a string.
        Payload::Binary => Some(contents.of(&Type::Scalar(Scalar::String))),
        payload => payload.type_().map(|type_| contents.of(type_)),
    });
    rows.chain(other).fold(EQUALITY, Traits::intersection)
}

#[cfg(test)]
mod tests {
    use crate::Client;
    use crate::diagnostics::Diagnostics;
    use crate::settings::Settings;
    use crate::source::Document;

    /// Returns the code of the type `Pet` with these settings.
    fn pet(settings: &str) -> String {
        let text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    \
                    Pet: {type: object, properties: {age: {type: integer}}}\n";
        let document = Document::parse("openapi.yaml", text).unwrap();
        let mut diagnostics = Diagnostics::new();
        let settings = Settings::parse("apiarist.toml".as_ref(), settings, &mut diagnostics).unwrap();
        let client = Client::plan(&document, &settings, &mut diagnostics).unwrap();
        assert!(diagnostics.is_empty());
        let files = client.module("apis", "pets", "openapi.yaml").unwrap();
        files.get("src/pets/types/pet.rs").unwrap().to_owned()
    }

    #[test]
    fn derives_of_other_crates_and_attributes_follow_those_of_the_generator() {
        let code = pet(
            "[derives]\nall = ['schemars::JsonSchema', 'Debug']\nstructs = ['::schemars::JsonSchema', '#[must_use]']\n\
             [dependencies]\nschemars = '1'\n",
        );
        let expected = "#[derive(Clone, Copy, Default, Object)]\n#[derive(::schemars::JsonSchema)]\n#[must_use]\n\
                        #[object(Debug, PartialEq, Eq, Hash, new)]\n";
        assert!(code.contains(expected), "{code}");
    }

    #[test]
    fn many_derives_are_wrapped() {
        let derives: Vec<String> = (0..9).map(|number| format!("'many_derives::Derive{number}'")).collect();
        let code =
            pet(&format!("[derives.types]\nPet = [{}]\n[dependencies]\nmany-derives = '1'\n", derives.join(", ")));
        assert_eq!(code.matches("::many_derives::Derive").count(), 9, "{code}");
        assert!(code.lines().all(|line| line.len() <= 120), "{code}");
    }
}
