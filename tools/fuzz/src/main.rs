//! Mutates documents at random and checks the output of the generator.
//!
//! A number determines an input completely, so that a fault can be reproduced:
//!
//! ```text
//! cargo run --release --package apiarist-fuzz -- tests/cases --count 20000
//! cargo run --release --package apiarist-fuzz -- tests/cases --from 4711 --count 1
//! ```
//!
//! Inputs with faults are kept in `target/fuzz/`, with the faults in `faults.txt`. The file `current` holds the number
//! of the current input, in case the process is killed.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use apiarist::unprintable::escaped_line;
use apiarist_fuzz::check::{self, Checked};
use apiarist_fuzz::documents;
use apiarist_fuzz::input::Input;
use clap::Parser;

/// The stack size of the generator: that of a main thread.
const STACK: usize = 8 << 20;

/// The number of characters of a fault that are printed.
const SHOWN: usize = 300;

/// Mutate documents at random and check the output of the generator
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder of the documents to mutate
    folder: PathBuf,
    /// The number of the first input
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// The number of inputs
    #[arg(long, default_value_t = 1_000)]
    count: u64,
    /// The folder for inputs that cause a fault
    #[arg(long, default_value = "target/fuzz")]
    out: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Checks all inputs and returns the number of inputs with faults.
fn run(arguments: &Arguments) -> io::Result<u64> {
    let documents = documents::read(&arguments.folder)?;
    if documents.is_empty() {
        return Err(io::Error::other(format!("{} does not contain documents", arguments.folder.display())));
    }
    fs::create_dir_all(&arguments.out)?;
    let mut log = fs::File::create(arguments.out.join("faults.txt"))?;
    let (mut generated, mut faulty) = (0_u64, 0_u64);
    for number in (arguments.from..).take(usize::try_from(arguments.count).unwrap_or(usize::MAX)) {
        fs::write(arguments.out.join("current"), number.to_string())?;
        let input = Input::new(number, &documents);
        let checked = check_apart(&input);
        generated += u64::from(checked.is_generated);
        if !checked.faults.is_empty() {
            faulty += 1;
            keep(&arguments.out, number, &input, &checked, &mut log)?;
        }
    }
    writeln!(
        io::stdout(),
        "{} inputs from {} documents: {generated} generated, {faulty} with faults",
        arguments.count,
        documents.len()
    )?;
    Ok(faulty)
}

/// Checks an input in a separate thread with the stack size of a main thread.
fn check_apart(input: &Input) -> Checked {
    thread::scope(|scope| {
        let checking = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || check::check(input));
        let failed = |fault: &str| Checked { faults: vec![fault.to_owned()], is_generated: false };
        match checking.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(checked)) => checked,
            Ok(Err(_)) => failed("panic outside the generator"),
            Err(error) => failed(&format!("cannot start a thread: {error}")),
        }
    })
}

/// Stores an input with faults and prints the faults.
fn keep(out: &Path, number: u64, input: &Input, checked: &Checked, log: &mut fs::File) -> io::Result<()> {
    let path = out.join(format!("{number}-{}", input.file_name));
    fs::write(&path, &input.text)?;
    for fault in &checked.faults {
        let shown: String = escaped_line(fault).chars().take(SHOWN).collect();
        writeln!(log, "{number}\t{shown}")?;
        writeln!(io::stdout(), "{}: {shown}", path.display())?;
    }
    Ok(())
}
