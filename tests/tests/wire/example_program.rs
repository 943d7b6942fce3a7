//! Runs the example program of a client in a process of its own.

use std::process::ExitCode;

use apiarist_test_support::{
    child,
    loopback::{Answer, Loopback, Recorded},
};

/// An example program, and the test that runs it.
pub struct ExampleProgram<'p> {
    /// The full name of the test.
    pub test: &'p str,
    /// The entry point of the program.
    pub main: fn() -> ExitCode,
    /// The variables of the credentials with their values. The program names the first one if it is missing.
    pub credentials: &'p [(&'p str, &'p str)],
    /// The variable of the base URL.
    pub base_url: &'p str,
    /// The path of the base URL.
    pub base_path: &'p str,
}

impl ExampleProgram<'_> {
    /// Runs the program against a server with these responses, and passes its output and the requests to `check`. Then
    /// runs it without variables: it must fail and name the variable of the first credential.
    ///
    /// The test restarts itself in the process of the program, and there this function only runs the program.
    pub fn run(&self, answers: impl IntoIterator<Item = Answer>, check: impl FnOnce(&str, &[Recorded])) {
        if child::is_child() {
            assert_eq!((self.main)(), ExitCode::SUCCESS);
            return;
        }
        let server = Loopback::start(answers).unwrap();
        let base_url = server.base_url() + self.base_path;
        let variables = [self.credentials, &[(self.base_url, &base_url)]].concat();
        let output = child::run(self.test, &variables).unwrap();
        let written = child::written(&output);
        assert!(output.status.success(), "{written}");
        check(&written, &server.requests());

        let output = child::run(self.test, &[]).unwrap();
        assert!(!output.status.success());
        assert!(child::written(&output).contains(self.credentials[0].0), "{output:?}");
    }
}

/// Returns the method and target of each request.
pub fn lines(requests: &[Recorded]) -> Vec<String> {
    requests.iter().map(Recorded::line).collect()
}
