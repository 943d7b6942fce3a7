//! Nested objects and arrays, and numbers without a textual form.

use apiarist_tests::wire_table::queries_of_objects::{Client, types};
use serde_json::json;

use crate::table::{Row, refused, rows};

fn page() -> types::Page {
    types::Page::new(1).size(2.5)
}

fn nest() -> types::Nest {
    types::Nest::default().row(page()).tags(["a", "b"]).rows([types::Page::new(3)])
}

fn form() -> types::FormBody {
    types::FormBody::default()
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = queries();
    rows.extend(forms());
    rows.extend(numbers());
    rows
}

fn queries() -> Vec<Row> {
    rows! {
        Client, client;
        client.objects().query().nest(&nest())
            => "GET /query?row=%7B%22page%22%3A1%2C%22size%22%3A2.5%7D&tags=a&tags=b&rows=%7B%22page%22%3A3%7D";
        client.objects().query().comma(&types::Nest::default().tags(["a"]))
            => "GET /query?comma=tags,%5B%22a%22%5D";
        client.objects().query().deep(&nest())
            => "GET /query?deep%5Brow%5D%5Bpage%5D=1&deep%5Brow%5D%5Bsize%5D=2.5&deep%5Btags%5D%5B%5D=a&deep%5Btags%5D%5B%5D=b\
                &deep%5Brows%5D%5B0%5D%5Bpage%5D=3";
        client.objects().query().deeps([page(), types::Page::new(3)])
            => "GET /query?deeps%5B0%5D%5Bpage%5D=1&deeps%5B0%5D%5Bsize%5D=2.5&deeps%5B1%5D%5Bpage%5D=3";
        client.objects().query().piped(&page()) => "GET /query?piped=page%7C1%7Csize%7C2.5";
        client.objects().query().rows([types::Page::new(1), types::Page::new(2)])
            => "GET /query?rows=%7B%22page%22%3A1%7D&rows=%7B%22page%22%3A2%7D";
        client.objects().query().map(&[("a".to_owned(), vec![1, 2])].into()) => "GET /query?a=1&a=2";
        client.objects().query().all(&types::QueryAll::new(1).z(true)) => "GET /query?page=1&z=true";
        client.objects().query().one(&types::QueryOne::Page(types::Page::new(1))) => "GET /query?page=1";
        client.objects().query().one(&types::QueryOne::String("a b".into())) => "GET /query?one=a%20b";
        client.objects().query().maybe([Some("a".to_owned()), None, Some("b".to_owned())]) => "GET /query?maybe=a&maybe=b";
    }
}

/// Objects without an encoding are JSON (OpenAPI 3.0.4 section 4.7.15).
fn forms() -> Vec<Row> {
    rows! {
        Client, client;
        client.objects().form(&form().row(types::Page::new(1)))
            => "POST /form\ncontent-type: application/x-www-form-urlencoded\n\nrow=%7B%22page%22%3A1%7D";
        client.objects().form(&form().rows([types::Page::new(1), types::Page::new(2)]))
            => "POST /form\ncontent-type: application/x-www-form-urlencoded\n\nrows=%7B%22page%22%3A1%7D&rows=%7B%22page%22%3A2%7D";
        client.objects().form(&form().spread(page()))
            => "POST /form\ncontent-type: application/x-www-form-urlencoded\n\npage=1&size=2.5";
        client.objects().form(&form().words(["a", "b"]).word("c"))
            => "POST /form\ncontent-type: application/x-www-form-urlencoded\n\nwords=%22a%22&words=%22b%22&word=%22c%22";
        client.objects().form(&form().any(json!({"a": [1]})))
            => "POST /form\ncontent-type: application/x-www-form-urlencoded\n\nany=%7B%22a%22%3A%5B1%5D%7D";
    }
}

/// NaN and infinity have no text. They fail the call and are not silently omitted.
fn numbers() -> Vec<Row> {
    rows! {
        Client, client;
        client.objects().query().num(f64::NAN)
            => refused("query failed: cannot serialize the parameter `num`: `NaN` is not a finite number");
        client.objects().query().x_num(f64::NEG_INFINITY)
            => refused("query failed: cannot serialize the parameter `X-Num`: `-inf` is not a finite number");
        client.objects().query().num_cookie([1.0, f64::INFINITY])
            => refused("query failed: cannot serialize the parameter `num`: `inf` is not a finite number");
        client.objects().query().rows([types::Page::new(1).size(f64::NAN)])
            => refused("query failed: cannot serialize the parameter `rows`: `NaN` is not a finite number");
        client.objects().paths(f64::NAN)
            => refused("paths failed: cannot serialize the path argument `num`: `NaN` is not a finite number");
        client.objects().form(&form().num(f64::NAN))
            => refused("form failed: cannot serialize the body: `NaN` is not a finite number");
    }
}
