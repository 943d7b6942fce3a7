//! Settings of a client: `apiarist.toml`.

mod acceptance;
mod dependencies;
mod derives;
mod located;
mod lock;
mod name_pattern;
mod names;
mod operations;
mod overrides;
mod package;
mod pagination;
mod parameters;
mod runtime_source;
mod rust_name;
#[cfg(test)]
mod schema;
mod security;
mod source;
mod stream_rules;
mod types;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::source::read_text;
pub use acceptance::Acceptance;
pub use dependencies::{Dependencies, DependencyConflict};
pub use derives::{Addition, DeriveSettings};
pub use located::Located;
pub use lock::{Locked, NamesLock};
pub(crate) use name_pattern::NamePattern;
pub use names::NameSettings;
pub use operations::{OperationPattern, OperationSettings, PatternSet, PatternTarget, Unreferenced};
pub use overrides::Overrides;
pub use package::PackageSettings;
pub use pagination::{ChosenPagination, PaginationOverride, PaginationSettings};
pub use parameters::{ChosenStyle, ParameterOverride, ParameterSettings};
pub use runtime_source::RuntimeSource;
pub(crate) use rust_name::{BARE_KEYWORDS, NameKind, RAW_KEYWORDS, is_keyword, is_word};
pub use security::{Alternative, Requirements, SecuritySettings};
pub use source::{Origin, Source};
pub use stream_rules::{EventNames, StreamRulesOverride, StreamSettings, Strings};
pub use types::{TypeOverride, TypePath, TypeSettings};

/// The name of the file, in the folder of the document.
pub const FILE_NAME: &str = "apiarist.toml";

/// The contents of `apiarist.toml`. Every key is optional; without the file, all keys have their defaults.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The file name of the document, in the folder of the settings.
    ///
    /// ```toml
    /// document = "openapi.yaml"
    /// ```
    pub document: Option<String>,
    /// The origin of the document. `cargo xtask update` reads `url`, `file` or `pages`, of which a document has at most
    /// one. The other keys are notes for maintainers.
    ///
    /// ```toml
    /// [source]
    /// url = "https://example.com/openapi.yaml"
    /// ```
    pub source: Source,
    /// The name of the client, its server and its environment variables.
    ///
    /// ```toml
    /// [client]
    /// base_url = "https://api.example.com/v1"
    ///
    /// [client.environment]
    /// ApiKey = "EXAMPLE_API_KEY"
    /// Login = ["EXAMPLE_USER", "EXAMPLE_PASSWORD"]
    /// ```
    pub client: ClientSettings,
    /// Metadata in the manifest of a crate for this API alone. The crate of a workspace inherits `[workspace.package]`
    /// instead.
    ///
    /// ```toml
    /// [package]
    /// version = "1.2.0"
    /// license = "MIT"
    /// keywords = ["shop"]
    /// publish = true
    /// ```
    pub package: PackageSettings,
    /// The operations and webhooks of the client: those that `include` matches and `exclude` does not. The client has the
    /// types, groups and security schemes that they need. A pattern is a path or a method and path, an `operationId`, or
    /// a name after `tag:` or `webhook:`; `*` matches any text.
    ///
    /// ```toml
    /// [operations]
    /// include = ["POST /v1/chat/*", "listModels", "tag:Conversations", "webhook:order.*"]
    /// exclude = ["DELETE *"]
    /// ```
    pub operations: OperationSettings,
    /// Features of a crate for this API alone.
    ///
    /// ```toml
    /// [features]
    /// groups = true
    /// ```
    pub features: FeatureSettings,
    /// Rust names that replace those of the generator's rules. In a key, `*` matches any text, and `*` in the name is the
    /// same text.
    ///
    /// ```toml
    /// [names.types]
    /// ConversationOut = "Conversation"
    /// "*Dto" = "*"
    ///
    /// [names.operations]
    /// "GET /conversations" = "list"
    /// ```
    pub names: NameSettings,
    /// Rust types that replace those of the document: one of the generator's scalar types, or the path of another type.
    ///
    /// ```toml
    /// [types.formats]
    /// date-time = "String"
    ///
    /// [types.schemas]
    /// "#/components/schemas/Order/properties/note" = "Value"
    /// ```
    pub types: TypeSettings,
    /// Derives and attributes that are added to generated types.
    ///
    /// ```toml
    /// [derives]
    /// structs = ["PartialOrd", "Ord"]
    ///
    /// [derives.types]
    /// Conversation = ["#[must_use]"]
    /// ```
    pub derives: DeriveSettings,
    /// Serialization of parameters, by operation and parameter. An operation is an `operationId`, a method and path such
    /// as `GET /items`, or `*` for all operations. Keys that are not set follow the document.
    ///
    /// ```toml
    /// [parameters.listItems]
    /// include = { name = "include[]" }
    ///
    /// [parameters."*"]
    /// tags = { style = "pipeDelimited", explode = false }
    /// ```
    pub parameters: ParameterSettings,
    /// Pagination, by `operationId` or by method and path. Properties are JSON pointers into the body of a response. A
    /// parameter is the name of a query parameter, or a JSON pointer into the body of the request.
    ///
    /// ```toml
    /// [pagination.listItems]
    /// style = "last-item"
    /// parameter = "after"
    /// next = "/id"
    /// ```
    pub pagination: PaginationSettings,
    /// Rules that end an event stream or report an error in it, by `operationId`, by method and path, or by `*` for all
    /// operations. Each rule is taken from the most specific key that sets it.
    ///
    /// ```toml
    /// [events.chat]
    /// end = "[END]"
    /// errors = ["failure"]
    /// ```
    pub events: StreamSettings,
    /// Security requirements, by `operationId`, by method and path, by a pattern of paths in which `*` matches any text,
    /// or by `*` for all operations. The most specific key applies. Its value is an array of alternatives, as under
    /// `security` in a document; an empty array makes the operation public.
    ///
    /// ```toml
    /// [security]
    /// "*" = [{ bearerAuth = [] }]
    /// "/v1/admin/*" = [{ bearerAuth = ["admin"], appId = [] }]
    /// "GET /v1/status" = []
    /// ```
    pub security: SecuritySettings,
    /// Dependencies of the generated crate, for custom types and derives. Each is a version or a table, as in a manifest.
    ///
    /// ```toml
    /// [dependencies]
    /// rust_decimal = "1"
    /// my-money = { path = "../my-money" }
    /// ```
    pub dependencies: Dependencies,
    /// Changes of the document that are accepted when it is compared with its previous version. An entry that matches no
    /// change is an error.
    ///
    /// ```toml
    /// [[accept]]
    /// code = "operation-removed"
    /// subject = "GET /pets"
    /// reason = "No client calls this operation."
    /// ```
    pub accept: Vec<Acceptance>,
}

impl Settings {
    /// Reads a settings file. Every error is reported as a diagnostic.
    pub fn read(path: &Path, diagnostics: &mut Diagnostics) -> Option<Self> {
        match read_text(path) {
            Ok(text) => Self::parse(path, &text, diagnostics),
            Err(error) => {
                let message = format!("{}: cannot read the settings: {error}", path.display());
                diagnostics.report_without_origin(Code::InvalidSettings, message);
                None
            }
        }
    }

    /// Reads settings from text, as if it were in a file of this path.
    ///
    /// ```
    /// use apiarist::{diagnostics::Diagnostics, settings::Settings};
    ///
    /// let mut diagnostics = Diagnostics::new();
    /// let text = "[names.types]\nConversationOut = \"Conversation\"\n";
    /// let settings = Settings::parse("apiarist.toml".as_ref(), text, &mut diagnostics).expect("it is valid");
    /// assert_eq!(settings.names.types["ConversationOut"].value, "Conversation");
    /// ```
    pub fn parse(path: &Path, text: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match toml::from_str::<Self>(text) {
            Ok(mut settings) => {
                settings.pagination.values_mut().for_each(|choice| choice.locate(path, text));
                settings.events.values_mut().for_each(|choice| choice.locate(path, text));
                settings.derives.locate(path, text);
                settings.operations.locate(path, text);
                settings.security.values_mut().for_each(|requirements| requirements.locate(path, text));
                let has_names = settings.names.locate(path, text, diagnostics);
                let Self { types, derives, dependencies, .. } = &settings;
                let is_complete = types.check_crates(dependencies, path, text, diagnostics)
                    & derives.check_crates(dependencies, diagnostics);
                (has_names && is_complete).then_some(settings)
            }
            Err(error) => {
                let excerpt = error.span().map(|span| Excerpt::new(path, text, &span));
                let message = match excerpt {
                    Some(_) => error.message().to_owned(),
                    None => format!("{}: {}", path.display(), error.message()),
                };
                diagnostics.report_elsewhere(Code::InvalidSettings, message.replace('\n', " "), excerpt);
                None
            }
        }
    }
}

/// Features of a crate for one API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FeatureSettings {
    /// Whether each group of operations has a feature that compiles the group with the types that it needs. By default,
    /// clients of more than 100 operations have these features.
    pub groups: Option<bool>,
}

/// Properties of the client as a whole.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ClientSettings {
    /// The name of the client in the user agent and in errors. By default it is derived from the folder or the title.
    pub name: Option<String>,
    /// The base URL if the document names no server. Relative URLs of servers are resolved against it.
    pub base_url: Option<String>,
    /// Environment variables by the name of the security scheme whose credential they contain.
    pub environment: BTreeMap<String, CredentialVariables>,
}

/// The environment variables that contain a credential.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(
    untagged,
    expecting = "expected the name of an environment variable, or an array of two: user name and password"
)]
pub enum CredentialVariables {
    /// A key or token.
    One(String),
    /// User name and password of basic authentication.
    UserAndPassword([String; 2]),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (String, Option<(usize, usize)>) {
        let mut diagnostics = Diagnostics::new();
        assert_eq!(Settings::parse("specs/a/apiarist.toml".as_ref(), text, &mut diagnostics), None);
        let found = diagnostics.iter().next().expect("something was found");
        assert_eq!(found.code, Code::InvalidSettings);
        (found.message.clone(), found.excerpt.as_ref().map(|excerpt| (excerpt.line, excerpt.column)))
    }

    #[test]
    fn everything_that_can_be_set_is_read() {
        let text = r##"
            document = "openapi.yaml"
            [source]
            url = "https://example.com/openapi.yaml"
            retrieved = "2026-01-31"
            note = "Behind a login."
            [client]
            base_url = "https://api.example.com"
            name = "example"
            [client.environment]
            Key = "EXAMPLE_KEY"
            Login = ["EXAMPLE_USER", "EXAMPLE_PASSWORD"]
            [names.types]
            "#/paths/~1a/get/responses/200" = "Answer"
            [names.operations]
            "GET /a" = "fetch"
            [names.groups]
            "Some tag" = "things"
            [parameters.listThings]
            include = { name = "include[]", style = "pipeDelimited", explode = false, allow_reserved = true }
            [pagination.listThings]
            style = "last-item"
            parameter = "after"
            next = "/id"
            [events."*"]
            end = "[END]"
            errors = ["fault", "failure"]
            [security]
            "/v1/*" = [{ key = [], oauth = ["read"] }, {}]
            [[accept]]
            code = "operation-removed"
            subject = "GET /a"
            reason = "Nobody called it."
        "##;
        let settings = Settings::parse("apiarist.toml".as_ref(), text, &mut Diagnostics::new()).expect("it is valid");
        assert_eq!(settings.document.as_deref(), Some("openapi.yaml"));
        assert_eq!(settings.source.origin, Some(Origin::Url("https://example.com/openapi.yaml".to_owned())));
        assert_eq!(settings.source.note.as_deref(), Some("Behind a login."));
        assert_eq!(settings.client.base_url.as_deref(), Some("https://api.example.com"));
        assert_eq!(settings.client.environment["Key"], CredentialVariables::One("EXAMPLE_KEY".to_owned()));
        let login = ["EXAMPLE_USER".to_owned(), "EXAMPLE_PASSWORD".to_owned()];
        assert_eq!(settings.client.environment["Login"], CredentialVariables::UserAndPassword(login));
        assert_eq!(settings.names.groups["Some tag"].value, "things");
        let chosen = ParameterOverride {
            name: Some("include[]".to_owned()),
            style: Some(ChosenStyle::PipeDelimited),
            explode: Some(false),
            allow_reserved: Some(true),
        };
        assert_eq!(settings.parameters["listThings"]["include"], chosen);
        assert_eq!(
            (settings.accept[0].code.as_str(), settings.accept[0].subject.as_str()),
            ("operation-removed", "GET /a")
        );
        let pages = &settings.pagination["listThings"];
        assert_eq!(pages.style.value, ChosenPagination::LastItem);
        let next = pages.next.as_ref().expect("it is said");
        let place = next.excerpt.as_ref().map(|excerpt| (excerpt.line, excerpt.column));
        assert_eq!((next.value.as_str(), place), ("/id", Some((24, 20))));
        let events = &settings.events["*"];
        assert_eq!(events.terminators.as_ref().map(|end| end.value.0.join(" ")).as_deref(), Some("[END]"));
        let errors = events.error_events.as_ref().expect("it is said");
        assert_eq!(
            (errors.value.0.join(" "), errors.excerpt.as_ref().map(|it| it.line)),
            ("fault failure".to_owned(), Some(27))
        );
        assert_eq!((&events.terminator_events, &events.error_properties), (&None, &None));
        let [together, anonymous] = settings.security["/v1/*"].value.0.as_slice() else { panic!("two alternatives") };
        assert_eq!((&together["key"], &together["oauth"]), (&Vec::new(), &vec!["read".to_owned()]));
        assert!(anonymous.is_empty());
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_known_ones() {
        let (message, place) = fault("[names]\n[names.type]\nA = \"B\"\n");
        assert_eq!(
            message,
            "unknown field `type`, expected one of `types`, `fields`, `variants`, `arguments`, `operations`, `groups`"
        );
        assert_eq!(place, Some((2, 8)));
    }

    #[test]
    fn a_type_that_does_not_exist_is_named_with_its_line() {
        let (message, place) = fault("[types.formats]\ndecimal = \"Decimal\"\n");
        assert!(message.starts_with("unknown type `Decimal`; use one of `String`"), "{message}");
        assert_eq!(place, Some((2, 11)));
        let text = "[types.schemas]\nMoney = \"my_money::Money\"\n";
        let (message, place) = fault(text);
        assert!(message.starts_with("the crate `my_money` of `my_money::Money` is not listed"), "{message}");
        assert_eq!(place, Some((2, 9)));
        let text = format!("{text}[dependencies]\nmy-money = {{ path = \"../my-money\" }}\n");
        assert!(Settings::parse("apiarist.toml".as_ref(), &text, &mut Diagnostics::new()).is_some());
        assert_eq!(fault("[dependencies]\na = 1\n").0, "the requirement of the crate `a` must be a string or a table");
    }

    #[test]
    fn a_derive_that_cannot_be_added_is_named_with_its_line() {
        let (message, place) = fault("[derives]\nall = [\"Hash\"]\nstructs = [\"Copy\", \"JsonSchema\"]\n");
        assert!(message.starts_with("`JsonSchema` is neither a standard derive nor a path"), "{message}");
        assert_eq!(place, Some((3, 11)));
        let (message, place) = fault("[derives.types]\nPet = [\"#[a\"]\n");
        assert!(message.starts_with("`#[a` must be one outer attribute"), "{message}");
        assert_eq!(place, Some((2, 7)));
        let text = "[derives]\nenums = [\"clap::ValueEnum\"]\n";
        let (message, place) = fault(text);
        assert!(message.starts_with("the crate `clap` of `clap::ValueEnum` is not listed"), "{message}");
        assert_eq!(place, Some((2, 10)));
        let text = format!("{text}[dependencies]\nclap = \"4\"\n");
        assert!(Settings::parse("apiarist.toml".as_ref(), &text, &mut Diagnostics::new()).is_some());
    }

    #[test]
    fn names_that_rust_does_not_allow_are_refused_with_their_line() {
        for (table, name) in [
            ("types", "dyn"),
            ("types", "Self"),
            ("types", "pet"),
            ("types", "Pet<T>"),
            ("types", "A; fn b"),
            ("types", ""),
            ("operations", "a b"),
            ("operations", "self_"),
            ("operations", "getPet"),
            ("operations", "r#type"),
            ("groups", "my pets"),
            ("groups", "_"),
            ("groups", "Self"),
            ("groups", "1a"),
            ("groups", "a\\n"),
        ] {
            let text = format!("[names.{table}]\nA = \"{name}\"\n");
            let (_, place) = fault(&text);
            assert_eq!(place, Some((2, 5)), "{name}");
            let mut diagnostics = Diagnostics::new();
            Settings::parse("apiarist.toml".as_ref(), &text, &mut diagnostics);
            let help = diagnostics.iter().next().and_then(|diagnostic| diagnostic.help.as_deref());
            let is_fix = |help: &str| help == "choose another name" || help.starts_with("choose a name such as `");
            assert!(help.is_some_and(is_fix), "{name}: {help:?}");
        }
        let text =
            "[names.types]\nA = \"Bé\"\n[names.operations]\na = \"type\"\n[names.groups]\na = \"Pets\"\nb = \"cats\"\n";
        assert!(Settings::parse("apiarist.toml".as_ref(), text, &mut Diagnostics::new()).is_some());
    }

    #[test]
    fn events_have_names() {
        let (message, place) = fault("[events.chat]\nend_events = [\"done\", \"\"]\n");
        assert_eq!(message, "an event name must not be empty; unnamed events have the name `message`");
        assert_eq!(place, Some((2, 14)));
        assert_eq!(
            fault("[events.chat]\nend = 5\n"),
            ("expected a string or an array of strings".to_owned(), Some((2, 7)))
        );
    }

    #[test]
    fn nothing_is_accepted_without_a_reason() {
        let entry = "[[accept]]\ncode = \"operation-removed\"\nsubject = \"GET /a\"\n";
        assert_eq!(fault(entry).0, "missing field `reason`");
        let (message, place) = fault(&format!("{entry}reason = \" \"\n"));
        assert_eq!(message, "`reason` must not be empty");
        assert_eq!(place.map(|(line, _)| line), Some(4));
    }

    #[test]
    fn a_document_has_one_source() {
        let (message, place) = fault("[source]\nurl = \"https://example.com/a.yaml\"\nfile = \"a.yaml\"\n");
        assert_eq!(message, "a document must have one source: `url`, `file` or `pages`");
        assert_eq!(place.map(|(line, _)| line), Some(1));
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_with_its_line() {
        let (message, place) = fault("[client.environment]\nKey = 5\n");
        assert_eq!(message, "expected the name of an environment variable, or an array of two: user name and password");
        assert_eq!(place, Some((2, 7)));
        let (_, place) = fault("document = \n");
        assert_eq!(place.map(|(line, _)| line), Some(1));
    }
}
