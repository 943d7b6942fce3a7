//! Generates the client of openapi.yaml.

fn main() -> Result<(), apiarist::BuildError> {
    apiarist::build("openapi.yaml")
}
