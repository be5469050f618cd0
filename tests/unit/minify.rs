//! Minified CSS keeps its meaning.

use xtask::prerender::minify::close_up;

#[test]
fn the_space_before_a_custom_propertys_value_goes_and_every_other_stays() {
    let style = ":root{--ink: #000;--wide-column: a b;--none:}a:is(b, c){color:var(--ink);margin:0 var(--wide-column)}";
    let short =
        ":root{--ink:#000;--wide-column:a b;--none:}a:is(b, c){color:var(--ink);margin:0 var(--wide-column)}";
    assert_eq!(close_up(style), short);
}
