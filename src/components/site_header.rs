//! The site header: the publication's name; contents, search, facts, sharing and preferences.

use yew::prelude::*;

use super::RenderContext;
use super::share::share_control;
use crate::ui_text::{LOGOTYPE_SIZE, UiText};

/// The id of the search popover.
const SEARCH_PANEL_ID: &str = "search-panel";

/// The site header. Contents and search are native popovers, which open without the program. On pages without a search,
/// a link goes to that of the facts.
pub(crate) fn site_header(search: Option<Html>, preferences: Html, ctx: &RenderContext) -> Html {
    let ui = &ctx.story.ui;
    html! {
        <header class="site-header">
            <a class="brand" href={ctx.links.story()}>{&ui.site_name}{" "}{logotype(ui)}</a>
            <button type="button" data-action="open-contents" popovertarget="toc">{&ui.contents}</button>
            if let Some(search) = search {
                <button type="button" data-action="open-search" popovertarget={SEARCH_PANEL_ID}>{ui.search.open()}</button>
                <div id={SEARCH_PANEL_ID} class="search-panel" popover="auto">{search}</div>
            } else {
                <a data-action="open-search" href={ctx.links.facts_search()}>{ui.search.open()}</a>
            }
            <a class="facts-link" href={ctx.links.facts()}>{&ui.facts.nav_link}</a>
            if ctx.page.is_shareable() { {share_control(&ui.share)} }
            {preferences}
        </header>
    }
}

/// The publication's name in another script, as an SVG path. As text, font fallback would delay the first paint.
fn logotype(ui: &UiText) -> Html {
    let [width, height] = LOGOTYPE_SIZE;
    let (Some(script), Some(path)) = (&ui.site_native_name, &ui.logotype_path) else {
        return Html::default();
    };
    html! {
        <svg
            role="img"
            aria-label={script.clone()}
            lang={ui.site_native_name_language.clone()}
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
        >
            <path d={path.clone()} />
        </svg>
    }
}
