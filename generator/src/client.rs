//! The planned client of a document, which can be written in several forms.

use std::path::{Path, PathBuf};

use crate::derives::Derives;
use crate::diagnostics::Diagnostics;
use crate::emit::{self, CrateDescription, EmittedFile, Emitter, Form, Placement, RuntimeDependency};
use crate::files::{self, Files};
use crate::ir::{Api, Graph, Subset};
use crate::model::Model;
use crate::names::Names;
use crate::print::{self, PrintError};
use crate::settings::Settings;
use crate::source::Document;
use crate::unprintable::stripped;
use crate::{diff, lower, module_name, outline, report, selection};

/// The number of operations of a client whose groups have no features, unless the settings set `groups`.
const MOST_OPERATIONS: usize = 100;

/// A planned client: every name and type is determined, and it can be written in any form.
#[derive(Clone, Debug)]
pub struct Client {
    api: Api,
    graph: Graph,
    names: Names,
    derives: Derives,
    settings: Settings,
}

impl Client {
    /// Plans the client of a document that is already read; [`Project::open`](crate::Project::open) reads it first.
    /// Returns `None` if `diagnostics` contains an error.
    ///
    /// It runs on the caller's stack, of which deeply nested documents require up to 2 MiB in a debug build;
    /// [`on_deep_stack`](crate::deep_stack::on_deep_stack) provides enough for all documents.
    pub fn plan(document: &Document, settings: &Settings, diagnostics: &mut Diagnostics) -> Option<Self> {
        diagnostics.add_faults(document);
        let model = Model::read(document, diagnostics)?;
        let api = lower::lower(&model, settings, diagnostics);
        drop(model);
        report::report_lost_operations(document, &api, diagnostics);
        let graph = Graph::new(&api);
        let names = Names::assign(&api, settings, diagnostics);
        let derives = Derives::new(&api, &graph, &settings.derives, diagnostics);
        let mut client = Self { api, graph, names, derives, settings: settings.clone() };
        if let Some(subset) = selection::select(&client.api, &settings.operations, diagnostics) {
            client = client.retained(&subset);
            let coverage = selection::Coverage::new(document, &client.api);
            client.api.fallbacks.retain(|at| coverage.contains(at));
            diagnostics.retain(|diagnostic| diagnostic.origin.as_ref().is_none_or(|at| coverage.contains(at)));
        }
        (!diagnostics.has_errors()).then_some(client)
    }

    /// Returns the client of the items that a subset keeps.
    fn retained(self, subset: &Subset) -> Self {
        Self {
            graph: self.graph.retained(subset),
            names: self.names.retained(&self.api, subset),
            derives: self.derives.retained(subset),
            api: subset.retain(self.api),
            settings: self.settings,
        }
    }

    /// Returns the intermediate representation of the document.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// Returns the Rust names of the API.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Returns the settings of the plan.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns this client as one side of a [comparison](diff::compare). `document` is its document.
    pub fn side<'a>(&'a self, document: &'a Document) -> diff::Side<'a> {
        diff::Side::new(document, &self.api, &self.graph, &self.names, &self.derives)
    }

    /// Returns the public surface as the signatures of its Rust items, without documentation.
    pub fn outline(&self) -> String {
        outline::outline(&self.api, &self.graph, &self.names)
    }

    /// Returns the client as the module `name` of the crate `crate_name`. `source` is the location of the document.
    ///
    /// The root of that crate depends on `apiarist-runtime` and exports `Call`;
    /// [`workspace_crate`](crate::workspace_crate()) writes such a root. A root that is written differently takes
    /// `src/call.rs` from there, and exports the runtime items that its users import, such as `Error`, `RequestOptions`
    /// and `Maybe`: [`runtime_items`](crate::runtime_items) lists all of them.
    ///
    /// The folder of the module contains a `rustfmt.toml` that disables formatting. rustfmt reads it only if it starts
    /// from a file in that folder; if it starts from another file, such as `src/lib.rs`, the declaration of the module
    /// needs `#[rustfmt::skip]`.
    ///
    /// # Errors
    /// Returns an error if a generated item is not valid Rust, which is a bug of the generator.
    pub fn module(&self, crate_name: &str, name: &str, source: &str) -> Result<Files, PrintError> {
        let folder = PathBuf::from("src").join(module_name(name));
        let header = files::header(source, ": edit the document instead, then run `cargo xtask codegen`.");
        let import_path = format!("{}::{}", module_name(crate_name), module_name(name));
        let placement =
            Placement { folder: folder.clone(), import_path, header: header.clone(), form: Form::ApiModule };
        let mut files = Files::new();
        files.extend(self.files(&placement)?);
        files.extend(print::print_all(|| vec![emit::rustfmt_settings(&folder, &header)])?);
        Ok(files)
    }

    /// Returns the client as a module of any crate, which needs nothing else but `apiarist-runtime`. `folder` is the path
    /// of the module in that crate, such as `src/api`, and `source` the location of the document.
    ///
    /// With `types_only`, the module has the types, and neither operations nor a client.
    ///
    /// # Errors
    /// Returns an error if a generated item is not valid Rust, which is a bug of the generator.
    pub fn embedded_module(&self, folder: &Path, source: &str, types_only: bool) -> Result<Files, PrintError> {
        let header = files::header(source, " when the client is generated again.");
        let form = if types_only { Form::EmbeddedTypes } else { Form::Embedded };
        let module = folder.file_name().unwrap_or_default().to_string_lossy();
        let import_path = format!("crate::{module}");
        let placement = Placement { folder: folder.to_owned(), import_path, header: header.clone(), form };
        let mut files = Files::new();
        files.extend(self.files(&placement)?);
        files.extend(print::print_all(|| vec![emit::rustfmt_settings(folder, &header)])?);
        Ok(files)
    }

    /// Returns the client as a separate crate. `source` is the location of the document.
    ///
    /// # Errors
    /// Returns an error if a generated item is not valid Rust, which is a bug of the generator.
    pub fn standalone_crate(&self, name: &str, source: &str, runtime: RuntimeDependency) -> Result<Files, PrintError> {
        let description = self.crate_description("A client for", name, source, runtime);
        let has_group_features = self.has_group_features();
        self.crate_files(&description, Form::Crate { has_group_features }, emit::emit_crate)
    }

    /// Returns the types as a separate crate, which has neither operations nor a client and compiles without the
    /// dependencies of the client. `source` is the location of the document.
    ///
    /// # Errors
    /// Returns an error if a generated item is not valid Rust, which is a bug of the generator.
    pub fn types_crate(&self, name: &str, source: &str, runtime: RuntimeDependency) -> Result<Files, PrintError> {
        let description = self.crate_description("The types of", name, source, runtime);
        self.crate_files(&description, Form::TypesCrate, emit::emit_types_crate)
    }

    fn crate_description(&self, about: &str, name: &str, source: &str, runtime: RuntimeDependency) -> CrateDescription {
        CrateDescription {
            name: name.to_owned(),
            description: format!("{about} {}", self.title_on_a_line()),
            package: self.settings.package.clone(),
            runtime,
            dependencies: self.settings.dependencies.clone(),
            header: files::header(source, " when the client is generated again."),
        }
    }

    /// Returns the files of a crate: the modules, and those that `emit_package` adds.
    fn crate_files(
        &self,
        description: &CrateDescription,
        form: Form,
        emit_package: fn(&Emitter<'_>, &CrateDescription) -> Vec<EmittedFile>,
    ) -> Result<Files, PrintError> {
        let import_path = module_name(&description.name);
        let header = description.header.clone();
        let placement = Placement { folder: PathBuf::from("src"), import_path, header, form };
        let mut files = Files::new();
        files.extend(print::print_all(|| {
            let emitter = self.emitter(&placement);
            let mut files = emitter.api_files();
            files.extend(emit_package(&emitter, description));
            files
        })?);
        Ok(files)
    }

    /// Returns the files of the client alone, without a manifest or a README, in the order in which they are emitted.
    ///
    /// # Errors
    /// Returns an error if a generated item is not valid Rust, which is a bug of the generator.
    pub fn files(&self, placement: &Placement) -> Result<Vec<(PathBuf, String)>, PrintError> {
        print::print_all(|| self.emitter(placement).api_files())
    }

    pub(crate) fn emitter<'a>(&'a self, placement: &'a Placement) -> Emitter<'a> {
        Emitter::new(&self.api, &self.graph, &self.names, &self.derives, placement)
    }

    /// Returns `true` if a crate of this client has a feature for each group of operations.
    fn has_group_features(&self) -> bool {
        self.settings.features.groups.unwrap_or(self.api.operations.len() > MOST_OPERATIONS)
    }

    fn title_on_a_line(&self) -> String {
        stripped(&self.api.title).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
