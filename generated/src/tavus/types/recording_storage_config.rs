//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

/// Where recordings go. Which fields count depends on `provider`.
#[derive(Clone, Debug, PartialEq)]
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
object!(RecordingStorageConfig {
    provider: required("provider"),
    bucket_name: optional("bucket_name"),
    bucket_region: optional("bucket_region"),
    assume_role_arn: optional("assume_role_arn"),
    external_id: optional("external_id"),
    project_id: optional("project_id"),
    workload_identity_provider: optional("workload_identity_provider"),
    service_account_email: optional("service_account_email"),
    storage_account: optional("storage_account"),
    container: optional("container"),
    tenant_id: optional("tenant_id"),
    client_id: optional("client_id"),
});

impl RecordingStorageConfig {
    /// With what is required.
    pub fn new(provider: RecordingStorageConfigProvider) -> Self {
        Self {
            provider,
            bucket_name: None,
            bucket_region: None,
            assume_role_arn: None,
            external_id: None,
            project_id: None,
            workload_identity_provider: None,
            service_account_email: None,
            storage_account: None,
            container: None,
            tenant_id: None,
            client_id: None,
        }
    }

    pub fn bucket_name(mut self, bucket_name: impl Into<String>) -> Self {
        self.bucket_name = Some(bucket_name.into());
        self
    }

    pub fn bucket_region(mut self, bucket_region: impl Into<String>) -> Self {
        self.bucket_region = Some(bucket_region.into());
        self
    }

    pub fn assume_role_arn(mut self, assume_role_arn: impl Into<String>) -> Self {
        self.assume_role_arn = Some(assume_role_arn.into());
        self
    }

    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    pub fn workload_identity_provider(
        mut self,
        workload_identity_provider: impl Into<String>,
    ) -> Self {
        self.workload_identity_provider = Some(workload_identity_provider.into());
        self
    }

    pub fn service_account_email(mut self, service_account_email: impl Into<String>) -> Self {
        self.service_account_email = Some(service_account_email.into());
        self
    }

    pub fn storage_account(mut self, storage_account: impl Into<String>) -> Self {
        self.storage_account = Some(storage_account.into());
        self
    }

    pub fn container(mut self, container: impl Into<String>) -> Self {
        self.container = Some(container.into());
        self
    }

    pub fn tenant_id(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    pub fn client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }
}

/// Kind of storage.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecordingStorageConfigProvider {
    S3,
    Gcs,
    AzureBlob,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(RecordingStorageConfigProvider {
    S3: "s3",
    Gcs: "gcs",
    AzureBlob: "azure_blob",
});
