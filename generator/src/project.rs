//! From a path to a planned client: the document, its overlays, its settings and its locked names.
//!
//! ```text
//! specs/pets/apiarist.toml    settings: names, types, derives
//!            names.lock       the names of the previous run
//!            openapi.yaml     the document, and the files below the folder that its references name
//!            overlays/*.yaml  changes to the document, in the order of their file names
//! ```

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::Client;
use crate::deep_stack::on_deep_stack;
use crate::diagnostics::{Code, Diagnostics, Style, render};
use crate::diff::Side;
use crate::report::{Census, Losses};
use crate::settings::{self, Located, NamesLock, OperationPattern, Settings};
use crate::source::{Document, SourceError, default_overlays, folder_of};

/// The default names of a document in a folder.
const DOCUMENT_NAMES: [&str; 3] = ["openapi.yaml", "openapi.yml", "openapi.json"];

/// A document with its planned client, and all diagnostics about it.
///
/// # Examples
/// ```
/// use apiarist::Project;
///
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("openapi.yaml");
/// # std::fs::write(&path, "\
/// # openapi: 3.1.0
/// # info: {title: Pets, version: '1'}
/// # components: {schemas: {Pet: {type: object, properties: {name: {type: strng}}}}}
/// # ")?;
/// let project = Project::open(&path)?;
/// assert!(project.client().outline().contains("struct Pet"));
/// // `strng` is reported with its line and column, and only one property loses its type.
/// assert_eq!(project.diagnostics().len(), 1);
///
/// let files = project.client().module("my_apis", "pets", "specs/pets/openapi.yaml")?;
/// assert!(files.get("src/pets/types/pet.rs").is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Project {
    document: Document,
    client: Client,
    diagnostics: Diagnostics,
    names_lock: PathBuf,
}

impl Project {
    /// Opens a document, or a folder with a document and an `apiarist.toml`, and plans its client.
    ///
    /// Settings, `names.lock` and `overlays/` are read from the folder of the document. In a folder, the document is
    /// the one that the settings name, or `openapi.yaml`, `openapi.yml` or `openapi.json`; the client is named after
    /// the folder unless the settings name it. [`Project::options`] changes each of these.
    ///
    /// # Errors
    /// Returns an error if the document or its settings cannot be read, or no client can be generated from them. The
    /// error contains every diagnostic up to that point.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        Self::options().open(path)
    }

    /// Returns options for opening a project.
    pub fn options() -> ProjectOptions {
        ProjectOptions::default()
    }

    /// Returns the document, with its overlays applied.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Frees memory of the document that only some stages use: see [`Document::release_trees`].
    pub fn release_trees(&mut self) {
        self.document.release_trees();
    }

    /// Frees memory of the document that only locations use: see [`Document::release_positions`].
    pub fn release_positions(&mut self) {
        self.document.release_positions();
    }

    /// Returns the settings of the client.
    pub fn settings(&self) -> &Settings {
        self.client.settings()
    }

    /// Returns the client.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Converts the project into its client.
    pub fn into_client(self) -> Client {
        self.client
    }

    /// Returns the diagnostics about the document and its settings.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns the path of the locked names, even if the file does not exist.
    pub fn names_lock(&self) -> &Path {
        &self.names_lock
    }

    /// Returns statistics about the document and its client.
    pub fn census(&self) -> Census {
        Census::new(&self.document, Some(self.client.api()), &self.diagnostics)
    }

    /// Returns the locations at which the client is less precise than the document.
    pub fn losses(&self) -> Losses {
        Losses::new(&self.document, self.client.api(), &self.diagnostics)
    }

    /// Returns this project as one side of a [comparison](crate::diff::compare).
    ///
    /// # Examples
    /// ```
    /// use apiarist::{Project, diff};
    ///
    /// # let folder = tempfile::tempdir()?;
    /// # let [old, new] = ["old.yaml", "new.yaml"].map(|name| folder.path().join(name));
    /// # let text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {/pets: {get: {responses: {'204': {}}}}}\n";
    /// # std::fs::write(&old, text)?;
    /// # std::fs::write(&new, text.replace("get", "put"))?;
    /// let (old, new) = (Project::open(old)?, Project::open(new)?);
    /// let report = diff::compare(&old.side(), &new.side());
    /// assert!(report.is_breaking());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn side(&self) -> Side<'_> {
        self.client.side(&self.document)
    }
}

/// Options of [`Project::open`].
///
/// # Examples
/// ```
/// use apiarist::Project;
///
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("openapi.yaml");
/// # std::fs::write(&path, "\
/// # openapi: 3.1.0
/// # info: {title: Pets, version: '1'}
/// # components: {schemas: {Pet: {type: object, properties: {name: {type: strng}}}}}
/// # ")?;
/// let error = Project::options().strict(true).open(&path).unwrap_err();
/// assert!(error.to_string().contains("strng"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectOptions {
    settings: Option<PathBuf>,
    names_lock: Option<PathBuf>,
    root: Option<PathBuf>,
    overlays: Vec<PathBuf>,
    client_name: Option<String>,
    package_version: Option<String>,
    include: Vec<OperationPattern>,
    exclude: Vec<OperationPattern>,
    is_strict: bool,
    ignores_lock: bool,
}

impl ProjectOptions {
    /// Sets the file of the settings. The default is `apiarist.toml` in the folder of the document, if it exists.
    #[must_use]
    pub fn settings(mut self, path: impl Into<Option<PathBuf>>) -> Self {
        self.settings = path.into();
        self
    }

    /// Sets the file of the locked names. The default is `names.lock` in the folder of the document. A file that does
    /// not exist locks no name.
    #[must_use]
    pub fn names_lock(mut self, path: impl Into<Option<PathBuf>>) -> Self {
        self.names_lock = path.into();
        self
    }

    /// Sets the folder that must contain every file of the document. The default is the folder of the document.
    #[must_use]
    pub fn root(mut self, folder: impl Into<Option<PathBuf>>) -> Self {
        self.root = folder.into();
        self
    }

    /// Sets the overlays that are applied to the document, in this order. If the list is empty, the default is
    /// `overlays/` in the folder of the document.
    #[must_use]
    pub fn overlays(mut self, paths: impl IntoIterator<Item = PathBuf>) -> Self {
        self.overlays = paths.into_iter().collect();
        self
    }

    /// Sets the name of the client, unless the settings define one.
    #[must_use]
    pub fn client_name(mut self, name: impl Into<String>) -> Self {
        self.client_name = Some(name.into());
        self
    }

    /// Sets the version of the generated crate, unless the settings define one.
    #[must_use]
    pub fn package_version(mut self, version: impl Into<Option<String>>) -> Self {
        self.package_version = version.into();
        self
    }

    /// Selects operations and webhooks, instead of `include` in the settings. If the list is empty, the settings
    /// apply.
    #[must_use]
    pub fn include(mut self, patterns: impl IntoIterator<Item = OperationPattern>) -> Self {
        self.include = patterns.into_iter().collect();
        self
    }

    /// Excludes operations and webhooks, in addition to `exclude` in the settings.
    #[must_use]
    pub fn exclude(mut self, patterns: impl IntoIterator<Item = OperationPattern>) -> Self {
        self.exclude = patterns.into_iter().collect();
        self
    }

    /// Reports every loss as an error: an item that is skipped, or that is less precise than the document.
    #[must_use]
    pub fn strict(mut self, is_strict: bool) -> Self {
        self.is_strict = is_strict;
        self
    }

    /// Generates all names again, without reading `names.lock`.
    #[must_use]
    pub fn ignore_lock(mut self, ignores_lock: bool) -> Self {
        self.ignores_lock = ignores_lock;
        self
    }

    /// Opens a document or a folder like [`Project::open`], with these options.
    ///
    /// # Errors
    /// Returns the errors of [`Project::open`].
    pub fn open(&self, path: impl AsRef<Path>) -> Result<Project, OpenError> {
        let path = path.as_ref();
        self.open_with(path, is_project(path).then_some(path), |file, folder| self.read_document(file, folder))
    }

    /// Opens a document that is not a file, such as one from standard input, as if it were the file `path`: settings,
    /// `names.lock` and `overlays/` are read from its folder. References to other files cannot be resolved.
    ///
    /// # Errors
    /// Returns the errors of [`Project::open`].
    pub fn open_bytes(&self, path: impl AsRef<Path>, bytes: Vec<u8>) -> Result<Project, OpenError> {
        let read = |file: &Path, _: Option<&Path>| Document::parse_patched(file, bytes, &self.overlays_of(file)?);
        self.open_with(path.as_ref(), None, read)
    }

    /// Opens a document, or the one in `folder`, that `read` reads.
    fn open_with(
        &self,
        path: &Path,
        folder: Option<&Path>,
        read: impl FnOnce(&Path, Option<&Path>) -> Result<Document, SourceError> + Send,
    ) -> Result<Project, OpenError> {
        // Stages recurse along nested schemas; the caller's stack may be too small.
        on_deep_stack(|| self.open_here(path, folder, read)).unwrap_or_else(|error| {
            let mut diagnostics = Diagnostics::new();
            diagnostics.report_without_origin(Code::UnreadableFile, format!("cannot start a thread: {error}"));
            Err(OpenError::new(None, diagnostics))
        })
    }

    fn open_here(
        &self,
        path: &Path,
        folder: Option<&Path>,
        read: impl FnOnce(&Path, Option<&Path>) -> Result<Document, SourceError>,
    ) -> Result<Project, OpenError> {
        let mut diagnostics = Diagnostics::new().strict(self.is_strict);
        let sibling = |name: &str| folder.map_or_else(|| path.with_file_name(name), |folder| folder.join(name));
        let names_lock = self.names_lock.clone().unwrap_or_else(|| sibling(NamesLock::FILE_NAME));
        let settings = self.read_settings(sibling(settings::FILE_NAME), &names_lock, &mut diagnostics);
        let file = match (&settings, folder) {
            // The settings determine which file of the folder is the document.
            (None, Some(_)) => return Err(OpenError::new(None, diagnostics)),
            (Some(settings), Some(folder)) => document_in(folder, settings),
            (_, None) => path.to_owned(),
        };
        let document = match read(&file, folder) {
            Ok(document) => Some(document),
            Err(error) => {
                diagnostics.add_source_error(&error);
                None
            }
        };
        let Some(document) = document else { return Err(OpenError::new(None, diagnostics)) };
        let settings = settings.filter(|_| !diagnostics.has_errors());
        let client = settings.and_then(|mut settings| {
            if let Some(name) = self.client_name.clone().or_else(|| folder.and_then(name_of)) {
                settings.client.name.get_or_insert(name);
            }
            settings.package.version = settings.package.version.or_else(|| self.package_version.clone());
            Client::plan(&document, &settings, &mut diagnostics)
        });
        match client {
            Some(client) => Ok(Project { document, client, diagnostics, names_lock }),
            None => Err(OpenError::new(Some(document), diagnostics)),
        }
    }

    /// Reads the settings and the locked names. Returns default settings if there are none, and `None` if they or the
    /// locked names have errors.
    fn read_settings(&self, default: PathBuf, names_lock: &Path, diagnostics: &mut Diagnostics) -> Option<Settings> {
        let path = self.settings.clone().or_else(|| default.exists().then_some(default));
        let mut settings = match path {
            Some(path) => Settings::read(&path, diagnostics)?,
            None => Settings::default(),
        };
        let located = |patterns: &[OperationPattern]| patterns.iter().cloned().map(Located::without_location).collect();
        if !self.include.is_empty() {
            settings.operations.include = located(&self.include);
        }
        settings.operations.exclude.extend::<Vec<_>>(located(&self.exclude));
        if !self.ignores_lock {
            settings.names.lock = NamesLock::read(names_lock, diagnostics)?;
        }
        Some(settings)
    }

    fn read_document(&self, file: &Path, folder: Option<&Path>) -> Result<Document, SourceError> {
        let overlays = self.overlays_of(file)?;
        let root = self.root.as_deref().or(folder).map_or_else(|| folder_of(file), Path::to_owned);
        Document::read_patched(file, &root, &overlays)
    }

    /// Returns the overlays of a document.
    fn overlays_of(&self, file: &Path) -> Result<Vec<PathBuf>, SourceError> {
        if self.overlays.is_empty() { default_overlays(file) } else { Ok(self.overlays.clone()) }
    }
}

/// Returns `true` if a path is a folder with settings or a document. Every other path is read as a document, which
/// reports the problem.
fn is_project(path: &Path) -> bool {
    [settings::FILE_NAME].iter().chain(&DOCUMENT_NAMES).any(|name| path.join(name).is_file())
}

/// Returns the path of the document in a folder: the one from the settings, or else the first existing default name.
pub fn document_in(folder: &Path, settings: &Settings) -> PathBuf {
    if let Some(name) = &settings.document {
        return folder.join(name);
    }
    let candidates = DOCUMENT_NAMES.map(|name| folder.join(name));
    let [first, ..] = &candidates;
    candidates.iter().find(|path| path.is_file()).unwrap_or(first).clone()
}

/// Returns the name of a folder, even if its path has none, such as `.`.
fn name_of(folder: &Path) -> Option<String> {
    let absolute = std::env::current_dir().map_or_else(|_| folder.to_owned(), |current| current.join(folder));
    // `.` at the end is not a component, and `..` refers to another name.
    let path = if absolute.file_name().is_some() { absolute } else { absolute.canonicalize().ok()? };
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The reason why a project cannot be opened: every diagnostic up to the one that stops it.
///
/// `Display` renders all of them, with excerpts of the document.
pub struct OpenError(Box<Failed>);

struct Failed {
    document: Option<Document>,
    diagnostics: Diagnostics,
}

impl OpenError {
    fn new(document: Option<Document>, diagnostics: Diagnostics) -> Self {
        Self(Box::new(Failed { document, diagnostics }))
    }

    /// Returns the document, or `None` if it cannot be read.
    pub fn document(&self) -> Option<&Document> {
        self.0.document.as_ref()
    }

    /// Returns the diagnostics, at least one of them an error.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.0.diagnostics
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = render(self.document(), self.diagnostics(), Style::Plain, usize::MAX);
        f.write_str(text.trim_end())
    }
}

/// Renders like `Display`, because `unwrap` and the result of `main` print an error this way.
impl fmt::Debug for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for OpenError {}
