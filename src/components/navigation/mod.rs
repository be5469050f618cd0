//! What helps a reader find the way through the story: the contents at hand, how far they have read, and the offer to go
//! on where they left.

use yew::prelude::*;

use crate::components::dialog::dialog;
use crate::content::ui_text::{NavigationText, UiText};

/// The line that grows with what has been read, the control that opens the contents where they do not stand beside the
/// text, and the dialog for them. The line is for eyes alone: a progress bar would be told at every turn of the wheel,
/// and where a reader is the contents say.
pub fn reading_navigation(words: &UiText) -> Html {
    let list = html! { <div data-way="list"></div> };
    html! {
        <>
            <svg class="reading-progress" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true"><rect height="1" /></svg>
            <button type="button" class="toc-bar" data-action="contents">{&words.contents}</button>
            {dialog("way", &words.contents, list, Html::default(), &words.share)}
        </>
    }
}

/// The line that offers to go on; it names no section, leads nowhere and does not show until a script knows where to.
pub fn resume_prompt(words: &NavigationText) -> Html {
    let (before, after) = words.left.split_once("{section}").unwrap_or((&words.left, ""));
    html! {
        <p class="resume-prompt" hidden=true>
            <span>{before}<b></b>{after}</span>
            {" "}<a href="#main">{&words.go_on}</a>
            {" "}<button type="button">{&words.forget}</button>
        </p>
    }
}
