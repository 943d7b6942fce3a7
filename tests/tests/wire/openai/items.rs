//! Tests items and their parts of every kind in the document, and of unknown kinds.

use apiarist_tests::{
    examples::{Examples, assert_same},
    wire::{decode, encode, round_trip},
};
use conversation_apis::openai::types;
use serde_json::{Value, json};

use super::{DOCUMENT, example};

/// Returns one item of each kind that `ConversationItem` lists, with the required and some optional properties.
fn items() -> Vec<Value> {
    vec![
        json!({"type": "message", "id": "msg_1", "status": "completed", "role": "user", "content": []}),
        json!({"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "f", "arguments": "{}", "status": "completed", "created_by": "user_1"}),
        json!({"type": "function_call_output", "id": "fco_1", "call_id": "call_1", "output": [{"type": "input_text", "text": "rain"}], "status": "incomplete"}),
        json!({"type": "file_search_call", "id": "fs_1", "status": "searching", "queries": ["bees"]}),
        json!({"type": "web_search_call", "id": "ws_1", "status": "completed", "action": {"type": "find_in_page", "url": "https://example.com/a", "pattern": "bee"}}),
        json!({"type": "image_generation_call", "id": "ig_1", "status": "completed", "result": "aGk="}),
        json!({"type": "computer_call", "id": "cu_1", "call_id": "call_1", "pending_safety_checks": [{"id": "sc_1"}], "status": "completed"}),
        json!({"type": "computer_call_output", "id": "cuo_1", "call_id": "call_1", "output": {"type": "computer_screenshot", "file_id": "file_1"}, "status": "failed"}),
        json!({"type": "tool_search_call", "id": "ts_1", "call_id": "call_1", "execution": "client", "arguments": {"goal": ["weather"]}, "status": "completed"}),
        json!({"type": "tool_search_output", "id": "tso_1", "call_id": "call_1", "execution": "server", "tools": [], "status": "completed"}),
        json!({"type": "additional_tools", "id": "at_1", "role": "developer", "tools": [{"type": "computer"}]}),
        json!({"type": "reasoning", "id": "rs_1", "summary": [], "content": [{"type": "reasoning_text", "text": "Hm."}], "status": "completed"}),
        json!({"type": "program", "id": "pg_1", "call_id": "call_1", "code": "1", "fingerprint": "fp"}),
        json!({"type": "program_output", "id": "po_1", "call_id": "call_1", "result": "1", "status": "completed"}),
        json!({"type": "compaction", "id": "cmp_1", "encrypted_content": "gAAA"}),
        json!({"type": "code_interpreter_call", "id": "ci_1", "status": "completed", "container_id": "cntr_1", "code": "1", "outputs": [{"type": "image", "url": "https://example.com/i.png"}]}),
        json!({"type": "local_shell_call", "id": "ls_1", "call_id": "call_1", "action": {"type": "exec", "command": ["ls"], "env": {"LANG": "C"}}, "status": "completed"}),
        json!({"type": "shell_call", "id": "sh_1", "call_id": "call_1", "action": {"commands": ["ls"], "timeout_ms": 1000, "max_output_length": 4096}, "status": "completed", "environment": {"type": "container_reference", "container_id": "cntr_1"}}),
        json!({"type": "shell_call_output", "id": "sho_1", "call_id": "call_1", "status": "completed", "output": [{"stdout": "", "stderr": "", "outcome": {"type": "timeout"}}], "max_output_length": 4096}),
        json!({"type": "apply_patch_call", "id": "apc_1", "call_id": "call_1", "status": "in_progress", "operation": {"type": "create_file", "path": "a.txt", "diff": "+a"}}),
        json!({"type": "apply_patch_call_output", "id": "apo_1", "call_id": "call_1", "status": "failed", "output": "no such file"}),
        json!({"type": "mcp_list_tools", "id": "mcpl_1", "server_label": "docs", "tools": [{"name": "search", "input_schema": {"type": "object"}}]}),
        json!({"type": "mcp_approval_request", "id": "mcpr_1", "server_label": "docs", "name": "search", "arguments": "{}"}),
        json!({"type": "mcp_call", "id": "mcp_1", "server_label": "docs", "name": "search", "arguments": "{}", "output": "found", "status": "completed"}),
        json!({"type": "custom_tool_call", "id": "ctc_1", "call_id": "call_1", "name": "run_sql", "input": "select 1"}),
        json!({"type": "custom_tool_call_output", "call_id": "call_1", "output": "1"}),
        json!({"type": "local_shell_call_output", "id": "lso_1", "call_id": "call_1", "output": "README.md"}),
        json!({"type": "mcp_approval_response", "id": "mcpa_1", "request_id": "mcpr_1", "approval_request_id": "mcpr_1", "approve": true}),
    ]
}

/// Returns the tag of an item by its variant, or `?` for an unknown kind.
fn kind(item: &types::ConversationItem) -> &'static str {
    use types::ConversationItem as Item;
    match item {
        Item::Message(_) => "message",
        Item::FunctionCall(_) => "function_call",
        Item::FunctionCallOutput(_) => "function_call_output",
        Item::FileSearchCall(_) => "file_search_call",
        Item::WebSearchCall(_) => "web_search_call",
        Item::ImageGenerationCall(_) => "image_generation_call",
        Item::ComputerCall(_) => "computer_call",
        Item::ComputerCallOutput(_) => "computer_call_output",
        Item::ToolSearchCall(_) => "tool_search_call",
        Item::ToolSearchOutput(_) => "tool_search_output",
        Item::AdditionalTools(_) => "additional_tools",
        Item::Reasoning(_) => "reasoning",
        Item::Program(_) => "program",
        Item::ProgramOutput(_) => "program_output",
        Item::Compaction(_) => "compaction",
        Item::CodeInterpreterCall(_) => "code_interpreter_call",
        Item::LocalShellCall(_) => "local_shell_call",
        Item::LocalShellCallOutput(_) => "local_shell_call_output",
        Item::ShellCall(_) => "shell_call",
        Item::ShellCallOutput(_) => "shell_call_output",
        Item::ApplyPatchCall(_) => "apply_patch_call",
        Item::ApplyPatchCallOutput(_) => "apply_patch_call_output",
        Item::McpListTools(_) => "mcp_list_tools",
        Item::McpApprovalRequest(_) => "mcp_approval_request",
        Item::McpApprovalResponse(_) => "mcp_approval_response",
        Item::McpCall(_) => "mcp_call",
        Item::CustomToolCall(_) => "custom_tool_call",
        Item::CustomToolCallOutput(_) => "custom_tool_call_output",
        _ => "?",
    }
}

#[test]
fn item_of_every_kind_has_its_variant_and_round_trips() {
    let kinds = DOCUMENT["components"]["schemas"]["ConversationItem"]["oneOf"].as_array().unwrap().len();
    assert_eq!(items().len(), kinds);
    for json in items() {
        let item: types::ConversationItem = round_trip(json.clone());
        assert_eq!(Some(kind(&item)), json["type"].as_str());
    }
}

#[test]
fn item_is_decoded_equally_with_its_tag_last() {
    for json in items() {
        let mut members: Vec<(String, Value)> = json.as_object().unwrap().clone().into_iter().collect();
        members.rotate_left(1);
        let last: Value = members.into_iter().collect();
        assert_eq!(decode::<types::ConversationItem>(last), decode(json));
    }
}

#[test]
fn item_of_an_unknown_kind_is_kept_completely() {
    let page = json!({
        "object": "list",
        "data": [
            {"type": "dream", "id": "dr_1", "of": ["sheep", {"electric": true}], "at": null},
            {"id": "no_type"},
            {"type": "message", "id": "msg_1", "status": "pondering", "role": "muse", "content": [
                {"type": "hologram", "depth": 3},
                {"type": "text", "text": "hi", "mood": "good"},
            ], "weight": 1.5},
        ],
        "first_id": "dr_1", "last_id": "msg_1", "has_more": false, "total": 3,
    });
    let list: types::ConversationItemList = decode(page.clone());
    assert!(matches!(&list.data[0], types::ConversationItem::Unknown(item) if *item == page["data"][0]));
    assert!(matches!(&list.data[1], types::ConversationItem::Unknown(item) if *item == page["data"][1]));
    let types::ConversationItem::Message(message) = &list.data[2] else { panic!("{:?}", list.data[2]) };
    assert_eq!(message.status, types::MessageStatus::Unknown("pondering".into()));
    assert_eq!(message.role, types::MessageRole::Unknown("muse".into()));
    assert!(matches!(&message.content[0], types::MessageContentItem::Unknown(part) if part["depth"] == 3));
    assert!(matches!(&message.content[1], types::MessageContentItem::Text(part) if part.text == "hi"));
    assert_eq!(encode(&list)["data"][0], page["data"][0]);
}

#[test]
fn message_parts_of_every_kind_round_trip() {
    let parts = json!([
        {"type": "input_text", "text": "a", "prompt_cache_breakpoint": {"mode": "explicit"}},
        {"type": "output_text", "text": "b", "annotations": [
            {"type": "file_citation", "file_id": "f", "index": 0, "filename": "a.md"},
            {"type": "url_citation", "url": "https://example.com", "start_index": 0, "end_index": 1, "title": "t"},
            {"type": "container_file_citation", "container_id": "c", "file_id": "f", "start_index": 0, "end_index": 1, "filename": "a"},
            {"type": "file_path", "file_id": "f", "index": 1},
        ], "logprobs": [{"token": "b", "logprob": -0.25, "bytes": [98], "top_logprobs": [{"token": "b", "logprob": -0.25, "bytes": [98]}]}]},
        {"type": "text", "text": "c"},
        {"type": "summary_text", "text": "d"},
        {"type": "reasoning_text", "text": "e"},
        {"type": "refusal", "refusal": "f"},
        {"type": "input_image", "detail": "auto", "image_url": "https://example.com/i.png"},
        {"type": "computer_screenshot", "image_url": null, "file_id": "file_1", "detail": "original"},
        {"type": "input_file", "file_id": "file_1", "filename": "a.pdf", "detail": "high"},
    ]);
    let message: types::Message =
        round_trip(json!({"type": "message", "id": "m", "status": "completed", "role": "assistant", "content": parts}));
    assert!(message.content.iter().all(|part| !matches!(part, types::MessageContentItem::Unknown(_))), "{message:?}");
    assert_eq!(
        message.content.len(),
        DOCUMENT["components"]["schemas"]["Message"]["properties"]["content"]["items"]["oneOf"]
            .as_array()
            .unwrap()
            .len()
    );
}

#[test]
fn actions_and_tools_of_every_kind_round_trip() {
    let actions = json!([
        {"type": "click", "button": "wheel", "x": 1, "y": 2},
        {"type": "double_click", "x": 1, "y": 2, "keys": null},
        {"type": "drag", "path": [{"x": 1, "y": 2}]},
        {"type": "keypress", "keys": ["ctrl", "c"]},
        {"type": "move", "x": 1, "y": 2},
        {"type": "screenshot"},
        {"type": "scroll", "x": 1, "y": 2, "scroll_x": 0, "scroll_y": -3},
        {"type": "type", "text": "bee"},
        {"type": "wait"},
    ]);
    let call: types::ComputerToolCall = round_trip(
        json!({"type": "computer_call", "id": "cu", "call_id": "c", "actions": actions, "pending_safety_checks": [], "status": "completed"}),
    );
    assert!(call.actions.unwrap().iter().all(|action| !matches!(action, types::ComputerAction::Unknown(_))));
    let tools = json!([
        {"type": "function", "name": "f", "parameters": null, "strict": null},
        {"type": "file_search", "vector_store_ids": ["vs"], "filters": {"type": "nin", "key": "k", "value": [1, "b"]}, "ranking_options": {"ranker": "default-2024-11-15", "score_threshold": 0.5}},
        {"type": "computer"},
        {"type": "computer_use_preview", "environment": "ubuntu", "display_width": 1, "display_height": 2},
        {"type": "web_search_2025_08_26", "search_context_size": "low", "user_location": {"type": "approximate", "city": "Lyon"}},
        {"type": "mcp", "server_label": "s", "allowed_tools": ["a"], "require_approval": {"never": {"tool_names": ["a"]}}},
        {"type": "mcp", "server_label": "s", "allowed_tools": {"read_only": true}, "require_approval": "always"},
        {"type": "code_interpreter", "container": {"type": "auto", "network_policy": {"type": "allowlist", "allowed_domains": ["example.com"]}}},
        {"type": "code_interpreter", "container": "cntr_1"},
        {"type": "programmatic_tool_calling"},
        {"type": "image_generation", "model": "gpt-image-9", "size": "auto", "partial_images": 2},
        {"type": "local_shell"},
        {"type": "shell", "environment": {"type": "container_auto", "skills": [{"type": "skill_reference", "skill_id": "s"}]}},
        {"type": "custom", "name": "c", "format": {"type": "grammar", "syntax": "lark", "definition": "x"}},
        {"type": "namespace", "name": "n", "description": "d", "tools": [{"type": "custom", "name": "c"}]},
        {"type": "tool_search", "execution": "client", "parameters": {"type": "object"}},
        {"type": "web_search_preview", "search_content_types": ["image"]},
        {"type": "apply_patch"},
    ]);
    let json = json!({"type": "additional_tools", "id": "at", "role": "developer", "tools": tools});
    let found: types::AdditionalTools = decode(json.clone());
    assert_same(&encode(&found), &json);
    for (tool, json) in found.tools.iter().zip(tools.as_array().unwrap()) {
        assert!(!matches!(tool, types::Tool::Unknown(_)), "{json}");
    }
}

#[test]
fn sent_items_round_trip() {
    let items = json!([
        {"role": "user", "content": "no type at all"},
        {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "parts"}]},
        {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": [{"type": "refusal", "refusal": "no"}]},
        {"type": "function_call", "call_id": "c", "name": "f", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "c", "output": [{"type": "input_image", "file_id": "f"}]},
        {"type": "computer_call_output", "call_id": "c", "output": {"type": "computer_screenshot", "file_id": "f"}},
        {"type": "tool_search_call", "arguments": {"goal": "weather"}},
        {"type": "compaction", "encrypted_content": "gAAA"},
        {"type": "compaction_trigger"},
        {"type": "item_reference", "id": "msg_abc"},
        {"id": "msg_abc"},
        {"id": "msg_abc", "type": null},
        {"type": "program", "id": "p", "call_id": "c", "code": "1", "fingerprint": "f"},
        {"type": "program_output", "id": "p", "call_id": "c", "result": "1", "status": "completed"},
        {"type": "shell_call", "call_id": "c", "action": {"commands": ["ls"]}, "environment": {"type": "local", "skills": [{"name": "n", "description": "d", "path": "p"}]}},
        {"type": "shell_call_output", "call_id": "c", "output": [{"stdout": "", "stderr": "", "outcome": {"type": "exit", "exit_code": 1}}]},
        {"type": "apply_patch_call", "call_id": "c", "status": "completed", "operation": {"type": "update_file", "path": "a", "diff": "d"}},
        {"type": "custom_tool_call_output", "call_id": "c", "output": "1"},
    ]);
    for json in items.as_array().unwrap() {
        let item: types::InputItem = round_trip(json.clone());
        assert!(!matches!(item, types::InputItem::Unknown(_)), "{json}");
    }
    let later: types::InputItem = round_trip(json!({"type": "dream", "of": "sheep"}));
    assert!(matches!(later, types::InputItem::Unknown(_)));
}

#[test]
fn every_example_round_trips() {
    let mut examples = Examples::of(&DOCUMENT);
    for name in ["empty", "with_items"] {
        let _: types::CreateConversationBody = examples.decode(&format!("createConversation request/{name}"));
    }
    let _: types::UpdateConversationBody = examples.decode("updateConversation request");
    let _: types::CreateConversationItemsBody = examples.decode("createConversationItems request");
    for name in [
        "createConversation 200",
        "getConversation 200",
        "updateConversation 200",
        "deleteConversationItem 200",
        "ConversationResource/0",
    ] {
        let _: types::ConversationResource = examples.decode(name);
    }
    for name in ["deleteConversation 200", "DeletedConversationResource/0"] {
        let _: types::DeletedConversationResource = examples.decode(name);
    }
    for name in ["listConversationItems 200/message", "createConversationItems 200"] {
        let _: types::ConversationItemList = examples.decode(name);
    }
    let _: types::ErrorResponse = examples.decode("TooManyRequests");
    let _: types::Error = examples.decode("Error/0");
    let filter: types::CompoundFilter = examples.decode("CompoundFilter/0");
    assert_eq!(filter.filters.len(), 2);
    // The other examples are items, or arrays of items, of kinds that only responses contain, where null equals
    // absence.
    let _: types::ConversationItemList = examples.decode_response("listConversationItems 200/many_kinds");
    let names: Vec<String> = examples.names().map(str::to_owned).collect();
    assert_eq!(names.len(), 20, "{names:?}");
    for name in names.into_iter().filter(|name| name != "getConversationItem 200") {
        let kind_of_example = example(&name)["type"].clone();
        let item: types::ConversationItem = examples.decode_response(&name);
        assert_eq!(Some(kind(&item)), kind_of_example.as_str(), "{name}");
    }
    let _: types::ConversationItem = examples.decode("getConversationItem 200");
    examples.finish();
}

#[test]
fn item_properties_are_fields() {
    let page: types::ConversationItemList = decode(example("listConversationItems 200/many_kinds"));
    let types::ConversationItem::FunctionCall(call) = &page.data[2] else { panic!("{:?}", page.data[2]) };
    assert_eq!(
        (call.id.as_str(), call.call_id.as_str(), call.arguments.as_str()),
        ("fc_123", "call_123", r#"{"city":"Lyon"}"#)
    );
    let types::ConversationItem::ToolSearchOutput(output) = &page.data[4] else { panic!("{:?}", page.data[4]) };
    assert_eq!(output.call_id, None);
    assert!(matches!(&output.tools[0], types::Tool::Function(tool) if tool.strict == Some(true)));
    let types::ConversationItem::Message(message) = &page.data[5] else { panic!("{:?}", page.data[5]) };
    let types::MessageContentItem::OutputText(text) = &message.content[0] else { panic!("{:?}", message.content) };
    assert_eq!(text.text, "It rains in Lyon.");
    assert!(matches!(&text.annotations[0], types::Annotation::UrlCitation(citation) if citation.end_index == 17));
    assert_same(&encode(&page)["data"][2], &example("listConversationItems 200/many_kinds")["data"][2]);
}
