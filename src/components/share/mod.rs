//! The controls that share and cite, and the dialog that they open.

use yew::prelude::*;

use crate::components::dialog::{dialog, row};
use crate::content::ui_text::{ShareText, UiText};

/// The ways to write a citation down: the ending of its file, which stands beside the page, and its label.
fn formats(words: &ShareText) -> [(&'static str, &str); 4] {
    [("txt", &words.plain), ("bib", &words.bibtex), ("ris", &words.ris), ("json", &words.csl_json)]
}

/// Opens the dialog for what stands around it. Hidden until a script can answer it.
pub fn share_control(words: &ShareText) -> Html {
    html! { <button type="button" data-action="share">{&words.share}</button> }
}

/// Opens the dialog at the citation.
pub(crate) fn cite_control(words: &ShareText) -> Html {
    html! { <button type="button" data-action="cite">{&words.cite}</button> }
}

/// A page's citation as files, for readers without scripts and for programs.
pub fn citation_files(words: &ShareText) -> Html {
    html! {
        <p>
            {&words.citation}{": "}
            {for formats(words).into_iter().enumerate().map(|(at, (ending, label))| html! {
                <>if at > 0 { {", "} }<a href={format!("cite.{ending}")}>{label}</a></>
            })}
        </p>
    }
}

/// The dialog, once on every page. Every field shows what its button copies, so that a reader whose browser forbids
/// copying still has it before them. `picture` is where the page's own picture is, not fetched before it is seen.
pub fn share_dialog(picture: String, words: &UiText) -> Html {
    let UiText { share, embed, .. } = words;
    let selection = row("share-selection", &share.selection, field("selection"), share);
    let content = html! {
        <>
            <p class="share-title" data-share="title"></p>
            {row("share-link", &share.link, field("link"), share)}
            <div data-row="selection" hidden=true>{selection}</div>
            {row("share-text", &share.text, area("text"), share)}
            {citation(share)}
            <p class="preview">
                <img data-share="preview" src={picture} loading="lazy" alt={share.preview.clone()} width="1200" height="630" />
                <a data-share="picture" href="#share-title" download="">{&share.picture}</a>
            </p>
        </>
    };
    let controls = html! {
        <>
            <button type="button" data-action="embed">{&embed.embed}</button>
            <button type="button" data-send="" hidden=true>{&share.send}</button>
        </>
    };
    dialog("share", &share.title, content, controls, share)
}

fn citation(words: &ShareText) -> Html {
    let cited = row("share-citation", &words.cited, area("citation"), words);
    html! {
        <fieldset>
            <legend>{&words.citation}</legend>
            <select data-share="format" aria-label={words.format.clone()}>
                {for formats(words).into_iter().map(|(ending, label)| html! { <option value={ending}>{label}</option> })}
            </select>
            <a data-share="file" href="#share-title" download="">{&words.file}</a>
            <div data-row="citation" hidden=true>{cited}</div>
        </fieldset>
    }
}

fn field(name: &'static str) -> Html {
    html! { <input id={format!("share-{name}")} data-share={name} readonly=true /> }
}

fn area(name: &'static str) -> Html {
    html! { <textarea id={format!("share-{name}")} data-share={name} rows="3" readonly=true /> }
}
