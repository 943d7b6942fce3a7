// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// Storage for recordings. The applicable properties depend on `provider`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct RecordingStorageConfig {
    /// Storage provider.
    pub provider: RecordingStorageConfigProvider,
    /// Name of the bucket, for `s3` and `gcs`.
    pub bucket_name: Option<String>,
    /// Region of the bucket, for `s3`.
    pub bucket_region: Option<String>,
    /// ARN of the role with write access to the bucket, for `s3`.
    pub assume_role_arn: Option<String>,
    /// External ID that the role requires, for `s3`.
    pub external_id: Option<String>,
    /// Project ID of the bucket, for `gcs`.
    pub project_id: Option<String>,
    /// Full resource name of the workload identity provider, for `gcs`.
    pub workload_identity_provider: Option<String>,
    /// Email address of the service account that writes recordings, for `gcs`.
    pub service_account_email: Option<String>,
    /// Storage account, for `azure_blob`.
    pub storage_account: Option<String>,
    /// Container, for `azure_blob`.
    pub container: Option<String>,
    /// ID of the application's tenant, for `azure_blob`.
    pub tenant_id: Option<String>,
    /// ID of the application that writes recordings, for `azure_blob`.
    pub client_id: Option<String>,
}

/// Storage provider.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RecordingStorageConfigProvider {
    /// `s3`
    S3,
    /// `gcs`
    Gcs,
    /// `azure_blob`
    AzureBlob,
    /// A value unknown to this version.
    Unknown(String),
}
