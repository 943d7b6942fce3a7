//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

object! {
    /// Where recordings go. Which fields count depends on `provider`.
    pub struct RecordingStorageConfig {
        /// Kind of storage.
        provider: required(RecordingStorageConfigProvider) = "provider",
        /// Bucket; for `s3` and `gcs`.
        bucket_name: optional(String) = "bucket_name",
        /// Region of the bucket; for `s3`.
        bucket_region: optional(String) = "bucket_region",
        /// Role that may write to the bucket; for `s3`.
        assume_role_arn: optional(String) = "assume_role_arn",
        /// External identifier that the role asks for; for `s3`.
        external_id: optional(String) = "external_id",
        /// Project of the bucket; for `gcs`.
        project_id: optional(String) = "project_id",
        /// Full resource name of the identity provider; for `gcs`.
        workload_identity_provider: optional(String) = "workload_identity_provider",
        /// Service account that writes; for `gcs`.
        service_account_email: optional(String) = "service_account_email",
        /// Storage account; for `azure_blob`.
        storage_account: optional(String) = "storage_account",
        /// Container; for `azure_blob`.
        container: optional(String) = "container",
        /// Directory of the application; for `azure_blob`.
        tenant_id: optional(String) = "tenant_id",
        /// Application that writes; for `azure_blob`.
        client_id: optional(String) = "client_id",
    }
    new(provider(RecordingStorageConfigProvider))
}

string_enum! {
    /// Kind of storage.
    pub enum RecordingStorageConfigProvider {
        S3 = "s3",
        Gcs = "gcs",
        AzureBlob = "azure_blob",
    }
}
