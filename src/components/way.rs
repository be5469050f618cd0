//! What helps a reader find the way through the story: the contents at hand, how far they have read, and the offer to go
//! on where they left. Knows nothing of the sections: the browser room reads them off the page.

use yew::prelude::*;

use super::dialog::dialog;
use crate::content::ui_text::{NavigationText, UiText};

/// The line that grows with what has been read, the control that opens the contents where they do not stand beside the
/// text, and the dialog for them. The line is for eyes alone: a progress bar would be told at every turn of the wheel,
/// and where a reader is the contents say.
pub fn way(words: &UiText) -> Html {
    let list = html! { <div data-way="list"></div> };
    html! {
        <>
            <svg class="progress" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true"><rect height="1" /></svg>
            <button type="button" class="bar" data-action="contents" hidden=true>{&words.contents}</button>
            {dialog("way", &words.contents, list, Html::default(), &words.share)}
        </>
    }
}

/// The line that offers to go on; it names no section, leads nowhere and does not show until a script knows where to.
pub fn offer_to_go_on(words: &NavigationText) -> Html {
    let (before, after) = words.left.split_once("{section}").unwrap_or((&words.left, ""));
    html! {
        <p class="coming-back" hidden=true>
            <span>{before}<b></b>{after}</span>
            {" "}<a href="#main">{&words.go_on}</a>
            {" "}<button type="button">{&words.forget}</button>
        </p>
    }
}
