//! Describes the machine of a measurement.

use std::fs;
use std::process::Command;
use std::thread;

use xtask::cargo;

/// Returns a list in Markdown: processor, cores, memory, operating system and compiler. What the system does not state is
/// omitted.
pub fn description() -> String {
    let processor = value_in("/proc/cpuinfo", "model name");
    let cores = thread::available_parallelism().ok().map(|cores| format!("{cores} cores"));
    let memory = value_in("/proc/meminfo", "MemTotal").as_deref().and_then(gigabytes);
    let system = fs::read_to_string("/proc/version").ok();
    let system = system.as_deref().and_then(|text| text.split(" (").next()).map(str::to_owned);
    let mut version = Command::new(cargo::command().get_program());
    let compiler = version.arg("--version").output().ok();
    let compiler = compiler.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let facts =
        [("Processor", processor), ("Cores", cores), ("Memory", memory), ("System", system), ("Cargo", compiler)];
    facts.into_iter().filter_map(|(name, value)| Some(format!("- {name}: {}\n", value?))).collect()
}

/// Returns the value of the first line with this name in a file of lines `name: value`.
fn value_in(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'))?;
    Some(value.trim().to_owned())
}

/// Converts `25165824 kB` into `26 GB`.
fn gigabytes(text: &str) -> Option<String> {
    let kilobytes: f64 = text.strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{:.0} GB", kilobytes * 1024.0 / 1e9))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_converted() {
        assert_eq!(gigabytes("25165824 kB").as_deref(), Some("26 GB"));
        assert_eq!(gigabytes("much"), None);
    }

    #[test]
    fn compiler_is_always_described() {
        assert!(description().contains("- Cargo: cargo 1."), "{}", description());
    }
}
