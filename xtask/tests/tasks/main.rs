//! Tests of the tasks as programs, in workspaces of their own.
//!
//! A task that fetches a document starts `tools/fetch` by cargo, which would compile an HTTP client with other features than
//! `cargo test --workspace` has compiled it already. The tests name this program as cargo instead, and it fetches.
//!
//! ```text
//! xtask update pets  ─starts─▶  tasks run --manifest-path tools/fetch/Cargo.toml -- --time 60 … URL
//! ```

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod fake_github;
mod new;
mod refresh;
mod release;
mod repository;
mod update;
mod workflows;

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};

use apiarist_test_support::suite;
use libtest_mimic::Trial;

/// The tests of these functions, named by their paths.
macro_rules! trials {
    ($($test:path,)*) => {
        vec![$(Trial::test(stringify!($test), || {
            $test();
            Ok(())
        })),*]
    };
}

fn main() -> ExitCode {
    if env::current_exe().is_ok_and(|path| path.file_stem().is_some_and(|name| name == "gh")) {
        return fake_github::run(env::args().skip(1).collect());
    }
    if env::current_exe().is_ok_and(|path| path.file_stem().is_some_and(|name| name == "cargo")) {
        return start_task(env::args_os().skip(1));
    }
    let mut arguments = env::args_os();
    if arguments.by_ref().nth(1).is_some_and(|argument| argument == "run") {
        return fetch(arguments);
    }
    let mut trials = document_trials();
    trials.extend(repository_trials());
    #[cfg(unix)]
    trials.extend(trials![
        update::commit::printed_commands_commit_or_undo_the_update,
        update::commit::interrupted_commit_can_be_undone,
        workflows::scripts::refresh_opens_a_pull_request_and_counts_failures_of_scheduled_runs_only,
        release::printed_commands_commit_and_tag_or_undo_the_release,
        workflows::scripts::release_packs_the_command_with_its_pages_and_completions,
        workflows::scripts::review_comments_the_report_once_and_rejects_breaking_changes,
    ]);
    suite::run(trials, &[])
}

/// Returns the tests in a folder.
fn document_trials() -> Vec<Trial> {
    trials![
        workflows::permissions_concurrency_and_time_limits_are_stated,
        workflows::actions_are_pinned,
        workflows::released_archives_are_attested,
        workflows::scripts_are_short_and_contain_no_expressions,
        workflows::token_is_given_to_steps_that_need_it_only,
        new::new_adds_every_file_of_a_provider_and_codegen_lists_the_leftovers,
        new::existing_files_are_not_overwritten,
        new::invalid_document_adds_nothing,
        new::added_files_are_formatted_and_up_to_date,
        new::outlines_are_written_with_the_client_and_other_files_are_ignored,
        new::files_that_do_not_belong_to_the_generated_crate_are_removed_or_reported,
        new::folder_whose_name_cannot_be_a_module_is_rejected,
        new::diagnostics_are_colored_and_limited_by_the_arguments,
        update::new_document_replaces_the_old_byte_for_byte_and_is_locked,
        update::unchanged_document_is_requested_conditionally_and_not_written,
        update::document_edited_by_hand_is_requested_unconditionally,
        update::check_reports_a_changed_source_and_writes_nothing,
        update::truncated_response_is_rejected,
        update::large_response_is_rejected_with_and_without_a_length,
        update::web_page_is_rejected,
        update::redirects_are_followed_within_the_origin_only,
        update::server_without_tls_is_rejected,
        update::slow_response_times_out,
        update::invalid_document_is_rejected_and_kept_for_inspection,
        update::yaml_named_json_is_rejected_with_a_fix,
        update::unreachable_server_is_reported,
        update::referenced_files_are_added_and_removed_with_the_document,
        update::pages_are_imported_and_recorded_as_the_source,
        update::changes_of_the_client_are_reported,
        update::from_overrides_the_source_of_one_run,
        update::document_that_removes_operations_is_rejected_unless_allowed,
        update::removal_that_settings_accept_needs_no_flag,
        update::empty_document_does_not_replace_schemas,
        update::only_new_diagnostics_are_printed,
        update::local_path_is_locked_relative_to_the_workspace,
        update::validators_of_an_unchanged_document_are_locked,
        update::unexpected_not_modified_is_an_error,
        update::invalid_limits_are_usage_errors,
        update::all_updates_every_document_that_has_a_source,
        update::update_without_names_is_a_usage_error,
    ]
}

/// Returns the tests in a git repository.
fn repository_trials() -> Vec<Trial> {
    trials![
        refresh::each_provider_gets_one_pull_request,
        refresh::pull_request_is_updated_and_closed_with_its_source,
        refresh::second_failure_opens_an_issue_and_success_closes_it,
        refresh::removed_operations_are_proposed_with_a_warning,
        refresh::generator_gets_a_pull_request_of_its_own,
        refresh::closed_pull_request_is_opened_again_only_after_a_change,
        refresh::branch_with_commits_of_others_is_kept,
        refresh::dry_run_changes_nothing,
        refresh::refresh_needs_a_clean_branch,
        release::first_release_has_the_version_of_the_changelog,
        release::changes_since_the_tag_determine_the_version,
        release::undone_changes_are_not_released,
        release::changes_of_the_generator_are_released,
        release::outdated_files_are_not_released,
        update::commit::commit_makes_two_commits_and_raises_the_version,
        update::commit::several_updates_are_committed_one_by_one,
        update::commit::workspace_may_be_a_folder_of_its_repository,
        update::commit::update_without_changes_of_the_client_keeps_the_version,
        update::commit::commit_is_rejected_if_its_files_have_changes,
        update::commit::other_changes_are_not_committed,
        update::commit::commit_is_rejected_outside_of_a_repository_and_without_an_identity,
        update::commit::commit_is_rejected_if_the_generated_files_are_out_of_date,
        update::commit::update_that_cannot_be_generated_writes_nothing,
    ]
}

/// Starts a task with the arguments `xtask …`, or a tool with those that cargo would be started with.
fn start_task(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    assert!(arguments.next().is_some_and(|task| task == "xtask"), "a script may start tasks only");
    let own = env::current_exe().expect("the path of this program");
    let tasks = own.with_file_name(fake_github::TASKS);
    let status = Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).env("CARGO", tasks).status();
    let code = status.expect("xtask runs").code().and_then(|code| u8::try_from(code).ok());
    ExitCode::from(code.unwrap_or(1))
}

/// Runs `tools/fetch` with the arguments that cargo would pass to it.
fn fetch(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let options: Vec<OsString> = arguments.by_ref().take_while(|argument| argument != "--").collect();
    let manifest = options.iter().skip_while(|option| *option != "--manifest-path").nth(1).map(Path::new);
    let is_fetch = manifest.is_some_and(|path| path.is_file() && path.ends_with("tools/fetch/Cargo.toml"));
    assert!(is_fetch, "{options:?}");
    apiarist_fetch::run(["apiarist-fetch".into()].into_iter().chain(arguments))
}

/// Runs a task in a workspace, and returns its exit code and its output.
fn run_task(workspace: &Path, arguments: &[&str]) -> (i32, String) {
    run_task_with(workspace, arguments, &[])
}

/// Runs a task with additional environment variables.
fn run_task_with(workspace: &Path, arguments: &[&str], variables: &[(&str, OsString)]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = repository::without_user_settings(&mut command)
        .args(arguments)
        .current_dir(workspace)
        .env("CARGO_MANIFEST_DIR", workspace.join("xtask"))
        .env("CARGO", env::current_exe().expect("the path of this program"))
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .output()
        .expect("xtask runs");
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (output.status.code().expect("xtask exits"), text)
}
