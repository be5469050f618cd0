//! Templates: values are filled in by name.

use chuhai::template::{escape_into, fill};

#[test]
fn a_value_replaces_its_name_and_is_not_filled_in_again() {
    let values = [("who", "{what}"), ("what", "a {kite}")];
    assert_eq!(fill("{who} has {what}, {who}", &values), "{what} has a {kite}, {what}");
}

#[test]
fn braces_that_name_nothing_stay() {
    assert_eq!(fill("{ {other} {who} }{", &[("who", "Heron")]), "{ {other} Heron }{");
}

#[test]
fn markup_in_a_text_is_escaped() {
    let mut html = String::new();
    escape_into(&mut html, "<b>\"R&D\"");
    assert_eq!(html, "&lt;b&gt;&quot;R&amp;D&quot;");
}
