//! The servers of an endpoint.

use serde_json::Value;

/// Returns the servers, without the types that the renderer adds to their variables.
pub(super) fn servers(endpoint: &Value) -> Option<Value> {
    let mut servers = endpoint.get("servers")?.clone();
    for server in servers.as_array_mut()? {
        let variables = server.get_mut("variables").and_then(Value::as_object_mut);
        for variable in variables.into_iter().flat_map(|variables| variables.values_mut()) {
            if let Some(variable) = variable.as_object_mut() {
                variable.remove("type");
            }
        }
    }
    Some(servers)
}
