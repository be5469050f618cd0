//! The line that tells of a newer version of the site. Knows nothing of versions: the browser room shows it when one is
//! there.

use yew::prelude::*;

use crate::content::ui_text::UpdateText;

/// A line that lies over the page and moves nothing in it. Hidden until there is something to tell.
pub fn newer_line(words: &UpdateText) -> Html {
    html! {
        <div class="newer" role="status">
            <p hidden=true>
                {&words.newer}{" "}
                <button type="button" data-load="">{&words.load}</button>{" "}
                <button type="button">{&words.later}</button>
            </p>
        </div>
    }
}
