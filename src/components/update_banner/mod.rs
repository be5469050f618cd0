//! The line that tells of a newer version of the site.

use yew::prelude::*;

use crate::content::ui_text::UpdateText;

/// A line that lies over the page and moves nothing in it. Hidden until there is something to tell.
pub fn update_banner(words: &UpdateText) -> Html {
    html! {
        <div class="update-banner" role="status">
            <p hidden=true>
                {&words.newer}{" "}
                <button type="button" data-load="">{&words.load}</button>{" "}
                <button type="button">{&words.later}</button>
            </p>
        </div>
    }
}
