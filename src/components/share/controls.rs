//! The controls that open the dialog, and a page's citation as files.

use yew::prelude::*;

use super::citation::{FORMATS, citation_url};
use crate::ui_text::ShareText;

/// Opens the dialog for the card, the section or the story around it.
pub fn share_control(text: &ShareText) -> Html {
    html! { <button type="button" data-action="share">{text.share()}</button> }
}

/// Opens the dialog at the citation.
pub fn cite_control(text: &ShareText) -> Html {
    html! { <button type="button" data-action="cite">{text.cite()}</button> }
}

/// A page's citation as files, for readers without scripts and for programs.
pub fn citation_files(text: &ShareText) -> Html {
    html! {
        <p>
            {text.citation()}{": "}
            {for FORMATS.into_iter().enumerate().map(|(at, format)| html! {
                <>if at > 0 { {", "} }<a href={citation_url("", format)}>{format.label(text)}</a></>
            })}
        </p>
    }
}
