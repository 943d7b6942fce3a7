//! Grids: a value with ten thousand cells.

use super::types::Grid;
use std::thread;

#[test]
fn large_value_is_decoded_on_a_stack_of_two_mebibytes() {
    let decode = || {
        let text = r#"{"p0":{"p9":{"p0":{"p9":{"name":"corner","size":3}}}}}"#;
        let grid: Grid = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&grid).unwrap(), text);
        assert_eq!(grid.clone(), grid);
    };
    thread::Builder::new().stack_size(2 << 20).spawn(decode).unwrap().join().unwrap();
}
