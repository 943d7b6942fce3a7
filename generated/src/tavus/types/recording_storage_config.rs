// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// Where recordings go. Which fields count depends on `provider`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct RecordingStorageConfig {
    /// Kind of storage.
    pub provider: RecordingStorageConfigProvider,
    /// Bucket; for `s3` and `gcs`.
    pub bucket_name: Option<String>,
    /// Region of the bucket; for `s3`.
    pub bucket_region: Option<String>,
    /// Role that may write to the bucket; for `s3`.
    pub assume_role_arn: Option<String>,
    /// External identifier that the role asks for; for `s3`.
    pub external_id: Option<String>,
    /// Project of the bucket; for `gcs`.
    pub project_id: Option<String>,
    /// Full resource name of the identity provider; for `gcs`.
    pub workload_identity_provider: Option<String>,
    /// Service account that writes; for `gcs`.
    pub service_account_email: Option<String>,
    /// Storage account; for `azure_blob`.
    pub storage_account: Option<String>,
    /// Container; for `azure_blob`.
    pub container: Option<String>,
    /// Directory of the application; for `azure_blob`.
    pub tenant_id: Option<String>,
    /// Application that writes; for `azure_blob`.
    pub client_id: Option<String>,
}

/// Kind of storage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum RecordingStorageConfigProvider {
    /// `s3`
    #[wire("s3")]
    S3,
    /// `gcs`
    #[wire("gcs")]
    Gcs,
    /// `azure_blob`
    #[wire("azure_blob")]
    AzureBlob,
    /// A value that this version does not know.
    Unknown(String),
}
