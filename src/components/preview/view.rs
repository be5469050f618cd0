//! The markup of a preview: title, text, verdict, and links.

use yew::prelude::*;

use super::Preview;

/// The id of the preview's text, for `aria-describedby`.
pub(super) const DESCRIPTION_ID: &str = "preview";

/// The preview of a trigger. `href` is the trigger's link; `root_path` is the path to the site's root.
pub(super) fn preview(entry: &Preview, href: &str, root_path: &str, node: NodeRef) -> Html {
    let run = |(text, lang): &(String, Option<String>)| match lang {
        Some(lang) => html! { <span lang={lang.clone()}>{text}</span> },
        None => html! { {text} },
    };
    html! {
        <div key={entry.id.clone()} class="preview" popover="manual" ref={node}>
            <p class="preview-title"><a href={href.to_owned()} tabindex="-1">
                {&entry.title}
                {for entry.scripts.iter().map(|(lang, text)| html! { <>{" "}<span lang={lang.clone()}>{text}</span></> })}
            </a></p>
            <p id={DESCRIPTION_ID}>{for entry.text.iter().map(run)}</p>
            {for entry.verdict_and_sources.iter().map(|text| html! {
                <p class="verdict" data-verdict={entry.verdict.clone()}>{text}</p>
            })}
            {for entry.more_label.iter().map(|label| html! { <p><a href={[root_path, &entry.path].concat()} tabindex="-1">{label}</a></p> })}
        </div>
    }
}
