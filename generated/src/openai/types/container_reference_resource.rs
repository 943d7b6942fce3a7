// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// An existing container.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "container_reference"))]
#[non_exhaustive]
pub struct ContainerReferenceResource {
    /// ID of the container.
    pub container_id: String,
}
