//! The names of groups and methods, as a person would call them.
//!
//! Each table is a document. A row is the method, the path, the `operationId`, the tag, the kind of the response and the
//! expected call. The order of the rows must not matter.

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::settings::Settings;
use apiarist::source::Document;
use serde_json::{Map, Value, json};

/// The method, the path, the `operationId`, the tag, the kind of the response, and the expected call. The id and the tag
/// may be missing: `-`.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

/// Plans the client of a table.
fn plan(rows: &[Row]) -> Client {
    let mut paths = Map::new();
    for (method, path, id, tag, response, _) in rows {
        let item = paths.entry(*path).or_insert_with(|| json!({}));
        let mut operation = json!({"responses": {"200": response_of(response)}});
        if *id != "-" {
            operation["operationId"] = json!(id);
        }
        if *tag != "-" {
            operation["tags"] = json!([tag]);
        }
        let arguments = path.split('{').skip(1).filter_map(|part| part.split('}').next());
        operation["parameters"] = arguments
            .map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}))
            .collect();
        item[method.to_ascii_lowercase()] = operation;
    }
    let document = json!({"openapi": "3.1.0", "info": {"title": "Names", "version": "1"}, "paths": paths});
    let document = Document::parse("openapi.json", document.to_string()).expect("a document");
    Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("a client")
}

/// Returns the response of a kind: an array, a page, one thing, or nothing that is described.
fn response_of(kind: &str) -> Value {
    let one = json!({"type": "object", "properties": {"id": {"type": "string"}}});
    let schema = match kind {
        "array" => json!({"type": "array", "items": one}),
        "page" => json!({"type": "object", "properties": {
            "data": {"type": "array", "items": one}, "has_more": {"type": "boolean"},
        }}),
        "one" => one,
        "nothing" => return json!({"description": "Success"}),
        _ => unreachable!("no such kind: {kind}"),
    };
    json!({"description": "Success", "content": {"application/json": {"schema": schema}}})
}

/// Returns the calls of a table, in its order.
fn calls(client: &Client, rows: &[Row]) -> Vec<String> {
    let (api, names) = (client.api(), client.names());
    let call = |(method, path, ..): &Row| {
        let found = api.numbered_operations().find(|(_, found)| found.method == *method && found.path == *path);
        let (id, operation) = found.expect("an operation");
        format!("{}().{}", names.group(operation.group).accessor, names.operation(id).method)
    };
    rows.iter().map(call).collect()
}

#[track_caller]
fn check(rows: &[Row]) {
    let mut wrong = String::new();
    for (row, call) in rows.iter().zip(calls(&plan(rows), rows)) {
        if call != row.5 {
            wrong.push_str(&format!("{} {} {}: {call}, not {}\n", row.0, row.1, row.2, row.5));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    let backwards: Vec<Row> = rows.iter().rev().copied().collect();
    assert_eq!(calls(&plan(&backwards), rows), calls(&plan(rows), rows), "names depend on the order");
    // Other operations of the same groups move nothing.
    let tags = rows.iter().map(|row| row.3).filter(|tag| *tag != "-");
    let mut unrelated: Vec<Row> =
        tags.map(|tag| ("GET", "/unrelated/{id}/things/{thing}", "-", tag, "one", "")).take(1).collect();
    unrelated.extend(rows);
    assert_eq!(calls(&plan(&unrelated), rows), calls(&plan(rows), rows), "an unrelated operation moves names");
}

#[test]
fn stripe() {
    check(&[
        ("GET", "/v1/customers", "GetCustomers", "-", "page", "customers().list"),
        ("POST", "/v1/customers", "PostCustomers", "-", "one", "customers().create"),
        ("GET", "/v1/customers/search", "GetCustomersSearch", "-", "page", "customers().search"),
        ("GET", "/v1/customers/{customer}", "GetCustomersCustomer", "-", "one", "customers().get"),
        ("POST", "/v1/customers/{customer}", "PostCustomersCustomer", "-", "one", "customers().update"),
        ("DELETE", "/v1/customers/{customer}", "DeleteCustomersCustomer", "-", "one", "customers().delete"),
        (
            "DELETE",
            "/v1/customers/{customer}/sources/{id}",
            "DeleteCustomersCustomerSourcesId",
            "-",
            "one",
            "customers().delete_source",
        ),
        (
            "DELETE",
            "/v1/customers/{customer}/discount",
            "DeleteCustomersCustomerDiscount",
            "-",
            "one",
            "customers().delete_discount",
        ),
        (
            "DELETE",
            "/v1/customers/{customer}/subscriptions/{id}/discount",
            "DeleteCustomersCustomerSubscriptionsIdDiscount",
            "-",
            "one",
            "customers().delete_subscription_discount",
        ),
        ("GET", "/v1/account", "GetAccount", "-", "one", "account().get"),
        ("POST", "/v1/account", "PostAccount", "-", "one", "account().update"),
        ("GET", "/v1/account/persons", "GetAccountPersons", "-", "page", "account().list_persons"),
        ("GET", "/v1/account/persons/{person}", "GetAccountPersonsPerson", "-", "one", "account().get_person"),
        ("GET", "/v1/balance", "GetBalance", "-", "one", "balance().get"),
        ("GET", "/v1/balance/history", "GetBalanceHistory", "-", "page", "balance().list_history"),
        (
            "POST",
            "/v1/payment_intents/{intent}/cancel",
            "PostPaymentIntentsIntentCancel",
            "-",
            "one",
            "payment_intents().cancel",
        ),
        (
            "POST",
            "/v1/checkout/sessions/{session}/expire",
            "PostCheckoutSessionsSessionExpire",
            "-",
            "one",
            "checkout().expire_session",
        ),
        ("GET", "/v1/issuing/cards", "GetIssuingCards", "-", "page", "issuing().list_cards"),
        ("GET", "/v1/quotes/{quote}/pdf", "GetQuotesQuotePdf", "-", "nothing", "quotes().get_pdf"),
        ("POST", "/v1/3d_secure", "Post3dSecure", "-", "one", "group_3d_secure().create"),
    ]);
}

#[test]
fn box_com() {
    check(&[
        ("GET", "/files/{file_id}", "get_files_id", "Files", "one", "files().get"),
        ("PUT", "/files/{file_id}", "put_files_id", "Files", "one", "files().replace"),
        ("POST", "/files/{file_id}/copy", "post_files_id_copy", "Files", "one", "files().copy"),
        ("GET", "/files/{file_id}/trash", "get_files_id_trash", "Trashed files", "one", "trashed_files().get"),
        (
            "DELETE",
            "/files/{file_id}/trash",
            "delete_files_id_trash",
            "Trashed files",
            "nothing",
            "trashed_files().delete",
        ),
        ("GET", "/files/{file_id}/comments", "get_files_id_comments", "Comments", "page", "comments().list"),
        ("GET", "/collaborations", "get_collaborations", "Collaborations (List)", "page", "collaborations_list().list"),
        (
            "GET",
            "/files/{file_id}/collaborations",
            "get_files_id_collaborations",
            "Collaborations (List)",
            "page",
            "collaborations_list().list_for_file",
        ),
        (
            "GET",
            "/folders/{folder_id}/collaborations",
            "get_folders_id_collaborations",
            "Collaborations (List)",
            "page",
            "collaborations_list().list_for_folder",
        ),
        ("GET", "/folders/{folder_id}/items", "get_folders_id_items", "Folders", "page", "folders().list_items"),
        ("GET", "/users/me", "get_users_me", "Users", "one", "users().get_me"),
        ("GET", "/users/{user_id}", "get_users_id", "Users", "one", "users().get"),
        (
            "POST",
            "/metadata/{scope}/levels:append",
            "post_metadata_id_levels:append",
            "Metadata",
            "one",
            "metadata().append_levels",
        ),
        ("POST", "/ai/extract_structured", "post_ai_extract_structured", "AI", "one", "ai().extract_structured"),
    ]);
}

#[test]
fn anthropic() {
    check(&[
        ("POST", "/v1/messages", "messages_post", "-", "one", "messages().create"),
        ("POST", "/v1/messages/count_tokens", "messages_count_tokens_post", "-", "one", "messages().count_tokens"),
        ("GET", "/v1/messages/batches", "message_batches_list", "-", "page", "messages().list_batches"),
        (
            "GET",
            "/v1/messages/batches/{message_batch_id}",
            "message_batches_retrieve",
            "-",
            "one",
            "messages().retrieve_batch",
        ),
        ("POST", "/v1/files?beta=true", "beta_upload_file_v1_files_post", "-", "one", "files().upload"),
        (
            "POST",
            "/v1/environments/{environment_id}/archive?beta=true",
            "beta_archive_environment_v1_environments__environment_id__archive_post",
            "-",
            "one",
            "environments().archive",
        ),
    ]);
}

#[test]
fn regular_plural_precedes_an_irregular_one() {
    check(&[
        ("GET", "/v1/account/people", "GetAccountPeople", "-", "page", "account().list_people"),
        ("POST", "/v1/account/people", "PostAccountPeople", "-", "one", "account().create_people"),
        ("POST", "/v1/account/persons", "PostAccountPersons", "-", "one", "account().create_person"),
        ("GET", "/v1/account/persons", "GetAccountPersons", "-", "page", "account().list_persons"),
    ]);
}

#[test]
fn query_of_a_beta_distinguishes_only_equal_names() {
    check(&[
        ("GET", "/v1/models", "models_list", "Models", "page", "models().list"),
        ("GET", "/v1/models?beta=true", "beta_models_list", "Models", "page", "models().beta_list"),
        ("POST", "/v1/agents?beta=true", "BetaCreateAgent", "Agents", "one", "agents().create"),
        ("GET", "/v1/agents/{id}?beta=true", "BetaGetAgent", "Agents", "one", "agents().get"),
        ("GET", "/v1/files?beta=true", "beta_list_files_v1_files_get", "Files", "page", "files().list"),
        (
            "POST",
            "/v1/messages/batches/{batch}/cancel?beta=true",
            "beta_message_batches_cancel",
            "Messages",
            "one",
            "messages().cancel_batch",
        ),
    ]);
}

#[test]
fn keycloak() {
    check(&[
        ("GET", "/{realm}/clients/{id}/client-secret", "-", "Client", "one", "client().get_secret"),
        ("POST", "/{realm}/clients/{id}/client-secret", "-", "Client", "one", "client().update_secret"),
        ("GET", "/{realm}/clients/{id}/scope-mappings", "-", "Scope Mapped", "array", "scope_mapped().list"),
        (
            "GET",
            "/{realm}/clients/{id}/scope-mappings/realm",
            "-",
            "Scope Mapped",
            "array",
            "scope_mapped().list_realm_mappings",
        ),
        (
            "DELETE",
            "/{realm}/clients/{id}/scope-mappings/realm",
            "-",
            "Scope Mapped",
            "nothing",
            "scope_mapped().delete_realm_mappings",
        ),
        (
            "GET",
            "/{realm}/client-scopes/{id}/scope-mappings/clients/{client}/available",
            "-",
            "Scope Mapped Client",
            "array",
            "scope_mapped_client().list_available_for_client_scope",
        ),
        (
            "GET",
            "/{realm}/clients/{id}/scope-mappings/clients/{client}/available",
            "-",
            "Scope Mapped Client",
            "array",
            "scope_mapped_client().list_available_for_client",
        ),
        ("GET", "/clients/available", "-", "Clients", "array", "clients().list_available"),
        ("DELETE", "/clients/current", "-", "Clients", "nothing", "clients().delete_current"),
    ]);
}

#[test]
fn preposition_is_dropped_with_the_group_after_it() {
    check(&[
        ("POST", "/portfolios/{id}/addItem", "addItemForPortfolio", "Portfolios", "one", "portfolios().add_item"),
        ("PUT", "/guilds/{id}/bans/{user}", "ban_user_from_guild", "guilds", "nothing", "guilds().ban_user"),
        ("POST", "/users/login", "signInUser", "Users", "one", "users().sign_in"),
        ("GET", "/teams/{id}/repos", "repos/list-for-team", "repos", "array", "repos().list_for_team"),
    ]);
}

#[test]
fn qualified_id_has_its_verb_first() {
    check(&[
        (
            "GET",
            "/orgs/{org}/stats",
            "api-insights/get-user-stats",
            "orgs",
            "one",
            "orgs().get_api_insights_user_stats",
        ),
        ("GET", "/stacks", "pull-request-stacks/list", "pulls", "array", "pulls().list_pull_request_stacks"),
        ("GET", "/stacks/{id}", "pull-request-stacks/get", "pulls", "one", "pulls().get_pull_request_stack"),
        ("GET", "/pets/toys", "pets.toys.list", "pets", "array", "pets().list_toys"),
        ("GET", "/pets", "pets.list", "pets", "array", "pets().list"),
    ]);
}

#[test]
fn id_that_repeats_the_end_of_the_path_has_its_verb_first() {
    let keys = "/organization/admin_api_keys";
    let key = "/organization/admin_api_keys/{key_id}";
    check(&[
        ("GET", keys, "admin-api-keys-list", "-", "page", "organization().list_admin_api_keys"),
        ("POST", keys, "admin-api-keys-create", "-", "one", "organization().create_admin_api_key"),
        ("GET", key, "admin-api-keys-get", "-", "one", "organization().get_admin_api_key"),
        ("GET", "/orgs/organizations", "organizations_read", "organizations", "array", "organizations().list"),
    ]);
}

#[test]
fn long_object_loses_the_words_before_its_noun() {
    check(&[
        (
            "GET",
            "/collaboration_whitelist_exempt_targets",
            "get_collaboration_whitelist_exempt_targets",
            "Domain restrictions",
            "page",
            "domain_restrictions().list_whitelist_exempt_targets",
        ),
        (
            "DELETE",
            "/files/{file_id}/metadata/global/boxSkillsCards",
            "delete_files_id_metadata_global_boxSkillsCards",
            "Skills",
            "nothing",
            "skills().delete_all_box_skills_cards",
        ),
    ]);
}

#[test]
fn one_password() {
    check(&[
        ("GET", "/vaults", "GetVaults", "Vaults", "array", "vaults().list"),
        ("GET", "/vaults/{vaultUuid}", "GetVaultById", "Vaults", "one", "vaults().get_by_id"),
        ("GET", "/vaults/{vaultUuid}/items", "GetVaultItems", "Items", "array", "items().list"),
        ("POST", "/vaults/{vaultUuid}/items", "CreateVaultItem", "Items", "one", "items().create"),
        ("DELETE", "/vaults/{vaultUuid}/items/{itemUuid}", "DeleteVaultItem", "Items", "nothing", "items().delete"),
        ("PATCH", "/vaults/{vaultUuid}/items/{itemUuid}", "PatchVaultItem", "Items", "one", "items().patch"),
        ("GET", "/vaults/{vaultUuid}/items/{itemUuid}/files", "GetItemFiles", "Files", "array", "files().list"),
    ]);
}

#[test]
fn kubernetes_and_twilio() {
    check(&[
        (
            "GET",
            "/api/v1/namespaces/{namespace}/pods/{name}",
            "readCoreV1NamespacedPod",
            "core_v1",
            "one",
            "core_v1().read_namespaced_pod",
        ),
        (
            "DELETE",
            "/api/v1/namespaces/{namespace}/pods",
            "deleteCoreV1CollectionNamespacedPod",
            "core_v1",
            "one",
            "core_v1().delete_collection_namespaced_pod",
        ),
        (
            "GET",
            "/2010-04-01/Accounts.json",
            "ListAccount",
            "Api20100401Account",
            "page",
            "api20100401_account().list_account",
        ),
        ("POST", "/2010-04-01/Accounts/{AccountSid}/Calls.json", "-", "Calls", "one", "calls().create"),
        ("GET", "/2010-04-01/Accounts/{AccountSid}/Calls.json", "-", "Calls", "page", "calls().list"),
        ("DELETE", "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json", "-", "Calls", "nothing", "calls().delete"),
    ]);
}

#[test]
fn frameworks() {
    check(&[
        ("GET", "/", "root__get", "Root", "one", "root().root"),
        ("GET", "/health", "health_health_get", "Status", "one", "status().health"),
        ("GET", "/items/", "read_items_items__get", "Items", "array", "items().list"),
        ("GET", "/items/{item_id}", "read_item_items__item_id__get", "Items", "one", "items().read"),
        ("GET", "/api/users/", "users_list", "users", "page", "users().list"),
        ("POST", "/api/users/", "users_create", "users", "one", "users().create"),
        ("GET", "/api/users/{id}/", "users_retrieve", "users", "one", "users().retrieve"),
        ("PUT", "/api/users/{id}/", "users_update", "users", "one", "users().update"),
        ("PATCH", "/api/users/{id}/", "users_partial_update", "users", "one", "users().partial_update"),
        ("DELETE", "/api/users/{id}/", "users_destroy", "users", "nothing", "users().destroy"),
        ("POST", "/chats/{id}/authenticate", "postAuthenticate", "Chats", "one", "chats().authenticate"),
        ("GET", "/cats", "CatsController_findAll", "Cats", "array", "cats().find_all"),
        ("GET", "/cats/{id}", "CatsController_findOne", "Cats", "one", "cats().find_one"),
        ("GET", "/persons/{id}", "getPersonUsingGET_1", "person-controller", "one", "person_controller().get_person"),
        (
            "DELETE",
            "/persons/{id}",
            "deletePersonUsingDELETE",
            "person-controller",
            "one",
            "person_controller().delete_person",
        ),
    ]);
}

#[test]
fn no_ids() {
    check(&[
        ("GET", "/account", "-", "-", "one", "account().get"),
        ("GET", "/inventory", "-", "-", "array", "inventory().list"),
        ("GET", "/orders", "-", "-", "nothing", "orders().list"),
        ("DELETE", "/orders", "-", "-", "nothing", "orders().delete_all"),
        ("PUT", "/orders", "-", "-", "nothing", "orders().replace_all"),
        ("GET", "/orders/{id}", "-", "-", "array", "orders().get"),
        ("DELETE", "/orders/{id}", "-", "-", "nothing", "orders().delete"),
        ("DELETE", "/orders/{id}/tags", "-", "-", "nothing", "orders().delete_all_tags"),
        ("PUT", "/orders/{id}/tags", "-", "-", "nothing", "orders().replace_tags"),
        ("GET", "/orders/{id}/tags/{tag}", "-", "-", "one", "orders().get_tag"),
        ("GET", "/orders/{id}/address", "-", "-", "one", "orders().get_address"),
        ("PUT", "/orders/{id}/address", "-", "-", "one", "orders().replace_address"),
        ("GET", "/orders/export", "-", "-", "nothing", "orders().export"),
        ("POST", "/orders/{id}/refund", "-", "-", "one", "orders().refund"),
        ("POST", "/orders/{id}/subscription", "-", "-", "one", "orders().create_subscription"),
        ("POST", "/orders/{id}/addItems", "-", "-", "one", "orders().add_items"),
        ("GET", "/settings", "-", "-", "one", "settings().get"),
        ("GET", "/pets/by-owner/{owner}", "-", "-", "array", "pets().list_by_owner"),
        ("POST", "/login", "-", "-", "one", "login().login"),
    ]);
}

#[test]
fn the_simpler_path_has_the_shorter_name() {
    check(&[
        ("GET", "/members", "-", "Members", "array", "members().list"),
        ("GET", "/teams/{team}/members", "-", "Members", "array", "members().list_for_team"),
        ("GET", "/teams/{team}/members/{member}", "-", "Members", "one", "members().get"),
        (
            "GET",
            "/organization/certificates",
            "listOrganizationCertificates",
            "Certificates",
            "page",
            "certificates().list",
        ),
        (
            "GET",
            "/organization/projects/{project}/certificates",
            "listProjectCertificates",
            "Certificates",
            "page",
            "certificates().list_for_project",
        ),
    ]);
}

#[test]
fn paths_of_the_same_rank_have_longer_names() {
    check(&[
        ("POST", "/users/{id}/roles", "-", "Roles", "one", "roles().create_for_user"),
        ("POST", "/groups/{id}/roles", "-", "Roles", "one", "roles().create_for_group"),
        ("GET", "/v1/pets/{id}", "-", "Pets", "one", "pets().get_v1"),
        ("GET", "/v2/pets/{id}", "-", "Pets", "one", "pets().get_v2"),
        ("POST", "/account/people", "-", "account", "one", "account().create_people"),
        ("POST", "/account/persons", "-", "account", "one", "account().create_person"),
    ]);
}
