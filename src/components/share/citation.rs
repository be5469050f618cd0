//! The citation of a page, in several formats.

use yew::prelude::*;

use crate::components::dialog::CopyField;
use crate::hooks::events;
use crate::hooks::fetch::use_fetched_text;
use crate::ui_text::ShareText;

/// A format of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationFormat {
    /// A line of text.
    Plain,
    /// BibTeX and biber.
    BibTex,
    /// RIS.
    Ris,
    /// Data of the Citation Style Language.
    CslJson,
}

impl CitationFormat {
    /// All formats, in the order of the options.
    pub const ALL: [Self; 4] = [Self::Plain, Self::BibTex, Self::Ris, Self::CslJson];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::BibTex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }

    pub(super) fn label(self, text: &ShareText) -> AttrValue {
        match self {
            Self::Plain => text.plain(),
            Self::BibTex => text.bibtex(),
            Self::Ris => text.ris(),
            Self::CslJson => text.csl_json(),
        }
    }
}

/// The URL of a page's citation file. `page` ends with a slash, or is empty for the current page.
pub fn citation_url(page: &str, format: CitationFormat) -> String {
    [page, "cite.", format.extension()].concat()
}

/// Props of [`Citation`].
#[derive(Properties, PartialEq)]
pub(super) struct CitationProps {
    pub(super) text: ShareText,
    /// The label of the copy button.
    pub(super) copy: AttrValue,
    /// The URL of the cited page.
    pub(super) page: String,
    /// Reference to the select of formats.
    pub(super) node: NodeRef,
    /// Called with the field to copy.
    pub(super) on_copy: Callback<NodeRef>,
}

/// A select of formats, the file, and its text to copy if that can be fetched.
#[component]
pub(super) fn Citation(props: &CitationProps) -> Html {
    let CitationProps { text, copy, page, node, on_copy } = props;
    let format = use_state_eq(|| CitationFormat::Plain);
    let file = citation_url(page, *format);
    let citation = use_fetched_text(file.clone());
    let onchange = {
        let format = format.setter();
        Callback::from(move |event: Event| {
            let chosen = events::field_value(&event);
            if let Some(chosen) = CitationFormat::ALL.into_iter().find(|format| format.extension() == chosen)
            {
                format.set(chosen);
            }
        })
    };
    html! {
        <fieldset>
            <legend>{text.citation()}</legend>
            <select ref={node} data-ref="format" aria-label={text.format()} {onchange}>
                // By attribute, because Yew inserts the last option first, and the browser would select that.
                {for CitationFormat::ALL.into_iter().map(|one| html! {
                    <option value={one.extension()} selected={one == *format}>{one.label(text)}</option>
                })}
            </select>
            <a data-ref="file" href={file} download="">{text.download_citation()}</a>
            {for citation.map(|citation| html! {
                <CopyField
                    id="share-citation"
                    label={text.citation_field()}
                    value={citation}
                    rows="3"
                    button_label={copy.clone()}
                    {on_copy}
                />
            })}
        </fieldset>
    }
}
