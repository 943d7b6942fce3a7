// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A container that exists already.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "container_reference"))]
pub struct ContainerReferenceParam {
    /// Identifier of the container.
    pub container_id: String,
}
