//! The buttons that open the dialog, and links to a page's citation files.

use yew::prelude::*;

use super::citation::{CitationFormat, citation_url};
use crate::ui_text::ShareText;

/// The button that opens the dialog for the card around it, else for the page.
pub fn share_control(text: &ShareText) -> Html {
    html! { <button type="button" data-action="share">{text.share()}</button> }
}

/// The button that opens the dialog at the citation.
pub fn cite_control(text: &ShareText) -> Html {
    html! { <button type="button" data-action="cite">{text.cite()}</button> }
}

/// Links to a page's citation files, for readers without scripts and for programs.
pub fn citation_files(text: &ShareText) -> Html {
    html! {
        <p>
            {text.citation()}{": "}
            {for CitationFormat::ALL.into_iter().enumerate().map(|(index, format)| html! {
                <>if index > 0 { {", "} }<a href={citation_url("", format)}>{format.label(text)}</a></>
            })}
        </p>
    }
}
