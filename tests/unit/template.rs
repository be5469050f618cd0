//! Templates: values are filled in by name.

use chuhai::template::{escape_into, fill};

#[test]
fn a_value_is_put_where_its_name_stands_and_is_read_no_further() {
    let values = [("who", "{what}"), ("what", "a {kite}")];
    assert_eq!(fill("{who} has {what}, {who}", &values), "{what} has a {kite}, {what}");
}

#[test]
fn braces_that_name_nothing_stay() {
    assert_eq!(fill("{ {other} {who} }{", &[("who", "Heron")]), "{ {other} Heron }{");
}

#[test]
fn a_text_in_html_is_read_as_it_was_written() {
    let mut html = String::new();
    escape_into(&mut html, "<b>\"R&D\"");
    assert_eq!(html, "&lt;b&gt;&quot;R&amp;D&quot;");
}
