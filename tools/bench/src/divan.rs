//! Parses the output of divan benchmarks: a tree of groups with a line for each function.

/// The fastest time of one benchmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// The group of the function.
    pub group: String,
    /// The measured function.
    pub name: String,
    /// The fastest time in seconds.
    pub fastest: f64,
}

/// The characters that draw the branches of the tree.
const BRANCHES: [char; 5] = ['│', '├', '╰', '─', ' '];

/// Returns all timings in the order of the output. Other lines, such as those of throughput, are skipped.
pub fn read(output: &str) -> Vec<Timing> {
    let mut timings = Vec::new();
    let mut group = "";
    for line in output.lines() {
        let mut words = line.trim_start_matches(BRANCHES).split_whitespace();
        let name = words.next().unwrap_or_default();
        match duration(words.next(), words.next()) {
            Some(fastest) => timings.push(Timing { group: group.to_owned(), name: name.to_owned(), fastest }),
            None if line.starts_with(['├', '╰']) => group = name,
            None => {}
        }
    }
    timings
}

/// Parses a number and a unit into seconds.
fn duration(number: Option<&str>, unit: Option<&str>) -> Option<f64> {
    let unit = match unit? {
        "ps" => 1e-12,
        "ns" => 1e-9,
        "µs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1.0,
        _ => return None,
    };
    Some(number?.parse::<f64>().ok()? * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
Timer precision: 20 ns
decode                              fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ large_object                                   │               │               │               │         │
│  ├─ derive                        66.5 µs       │ 205.2 µs      │ 67.1 µs       │ 70.03 µs      │ 100     │ 100
│  │                                285.3 MB/s    │ 92.4 MB/s     │ 282.6 MB/s    │ 270.8 MB/s    │         │
│  ╰─ table                         950 ns        │ 1.104 ms      │ 55.02 µs      │ 57.51 µs      │ 100     │ 100
│                                   344.9 MB/s    │ 181.9 MB/s    │ 344.6 MB/s    │ 329.7 MB/s    │         │
╰─ untagged                                       │               │               │               │         │
   ╰─ table                         1.5 ms        │ 2.1 ms        │ 1.6 ms        │ 1.7 ms        │ 100     │ 100
                                    1.2 GB/s      │ 1.1 GB/s      │ 1.2 GB/s      │ 1.1 GB/s      │         │
";

    #[test]
    fn only_the_fastest_time_of_each_function_is_read() {
        let read: Vec<_> = read(OUTPUT);
        let names: Vec<_> = read.iter().map(|timing| (timing.group.as_str(), timing.name.as_str())).collect();
        let expected = [("large_object", "derive"), ("large_object", "table"), ("untagged", "table")];
        assert_eq!(names, expected);
        let nanoseconds: Vec<_> = read.iter().map(|timing| (timing.fastest * 1e9).round()).collect();
        assert_eq!(nanoseconds, [66_500.0, 950.0, 1_500_000.0]);
    }
}
