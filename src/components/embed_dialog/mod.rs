//! The control that embeds, and the dialog that it opens: what to show, how, a preview, and the snippet. Knows the
//! patterns of snippets, not what is embedded: the browser room fills them in.

use yew::prelude::*;

use crate::components::dialog::{dialog, row};
use crate::content::ui_text::{EmbedText, UiText};
use crate::template::fill;

const FRAME: &str = "<iframe src=\"{site}e/{path}{theme-query}\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
                     loading=\"lazy\" allow=\"clipboard-write; web-share\" \
                     style=\"border: 0; frame-sizing: content-height\"></iframe>\n\
                     <p><a href=\"{site}{path}\">{title}</a></p>";

const ELEMENT: &str = "<script async src=\"{site}embed.js\"></script>\n\
                       <chuhai-embed{what}{theme} height=\"{height}\"><a href=\"{site}{path}\">{title}</a></chuhai-embed>";

const ADDRESS: &str = "{site}{path}";

/// AMP lets a frame grow out of sight of the reader; in sight it shows the button first.
const AMP: &str = "<amp-iframe src=\"{site}e/{path}{theme-query}\" title=\"{title}\" layout=\"fixed-height\" height=\"{height}\"\n  \
                   sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" frameborder=\"0\" resizable>\n  \
                   <button overflow>{more}</button>\n  \
                   <p placeholder><a href=\"{site}{path}\">{title}</a></p>\n\
                   </amp-iframe>";

/// What a dialog offers to embed before the browser adds the page's cards: titles, by the path below the site's root.
pub struct EmbedTargets {
    /// The story's title.
    pub story: String,
    /// The sections that the page shows or belongs to.
    pub sections: Vec<(String, String)>,
}

/// Opens the dialog for what stands around it. Hidden until a script can answer it.
pub(crate) fn embed_control(words: &EmbedText) -> Html {
    html! { <button type="button" data-action="embed">{&words.embed}</button> }
}

/// The dialog, once on every page that can be embedded.
pub fn embed_dialog(offer: &EmbedTargets, words: &UiText) -> Html {
    let UiText { embed, share, .. } = words;
    let snippet = html! { <textarea id="embed-snippet" data-embed-dialog="snippet" rows="8" readonly=true spellcheck="false" /> };
    let content = html! {
        <div class="dialog-columns">
            <div class="choices">
                <div class="row">
                    <label for="embed-what">{&embed.what}</label>
                    {what(offer, embed)}
                </div>
                {kinds(embed)}
                <p class="hint" data-embed-dialog="hint"></p>
                {themes(embed)}
                {row("embed-snippet", &embed.snippet, snippet, share)}
            </div>
            <div class="preview">
                {widths(embed)}
                <div class="embed-preview" data-embed-dialog="preview" role="group" tabindex="0" aria-label={embed.preview.clone()}></div>
                <p class="hint" data-embed-dialog="measured" data-pattern={embed.measured.clone()}></p>
            </div>
        </div>
    };
    dialog("embed-dialog", &embed.title, content, Html::default(), share)
}

fn what(offer: &EmbedTargets, words: &EmbedText) -> Html {
    html! {
        <select id="embed-what" data-embed-dialog="what">
            <optgroup label={words.story.clone()}><option value="">{&offer.story}</option></optgroup>
            <optgroup label={words.sections.clone()}>
                {for offer.sections.iter().map(|(path, title)| html! { <option value={path.clone()}>{title}</option> })}
            </optgroup>
            <optgroup label={words.facts.clone()} data-embed-dialog="facts"></optgroup>
        </select>
    }
}

fn kinds(words: &EmbedText) -> Html {
    let amp = fill(AMP, &[("more", &words.more)]);
    let kinds = [
        (&words.frame, FRAME, &words.frame_hint),
        (&words.element, ELEMENT, &words.element_hint),
        (&words.address, ADDRESS, &words.address_hint),
        (&words.amp, &amp, &words.amp_hint),
    ];
    html! {
        <fieldset>
            <legend>{&words.kind}</legend>
            {for kinds.into_iter().enumerate().map(|(at, (label, pattern, hint))| html! {
                <label>
                    <input type="radio" name="kind" checked={at == 0} data-pattern={pattern.to_owned()} data-hint={hint.clone()} />
                    {label}
                </label>
            })}
        </fieldset>
    }
}

fn themes(words: &EmbedText) -> Html {
    let themes = [("", &words.auto), ("light", &words.light), ("dark", &words.dark)];
    html! {
        <fieldset data-embed-dialog="theme">
            <legend>{&words.theme}</legend>
            {for themes.into_iter().map(|(value, label)| html! {
                <label><input type="radio" name="theme" {value} checked={value.is_empty()} />{label}</label>
            })}
        </fieldset>
    }
}

fn widths(words: &EmbedText) -> Html {
    html! {
        <fieldset>
            <legend>{&words.preview}</legend>
            {for ["320", "600", "900"].into_iter().map(|width| html! {
                <label>
                    <input type="radio" name="width" value={width} checked={width == "600"} />
                    {fill(&words.pixels, &[("width", width)])}
                </label>
            })}
        </fieldset>
    }
}
