//! Text with links and languages as plain data, for props.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

#[cfg(not(target_arch = "wasm32"))]
use crate::components::RenderContext;
#[cfg(not(target_arch = "wasm32"))]
use crate::content::text::Inline;

/// A run of text with one style.
#[derive(Clone, Debug, Default, Deserialize_tuple, PartialEq, Eq, Serialize_tuple)]
pub struct StyledRun {
    /// The text.
    pub text: String,
    /// The BCP 47 tag, if the language is not the page's.
    pub lang: Option<String>,
    /// The URL, if the run is a link.
    pub href: Option<String>,
    /// The id of the linked entity.
    pub entity: Option<String>,
    /// The id of the linked fact.
    pub fact: Option<String>,
    /// Whether it is emphasised.
    pub is_emphasis: bool,
}

/// The `target` of a link: fragments stay in the page, even if `<base>` makes links leave a frame.
pub(super) fn target(href: &str) -> Option<&'static str> {
    href.starts_with('#').then_some("_self")
}

impl StyledRun {
    /// Flattens inline text into runs, with links relative to the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn all(inlines: &[Inline], ctx: &RenderContext) -> Vec<Self> {
        inlines.iter().flat_map(|inline| Self::of(inline, ctx)).collect()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn of(inline: &Inline, ctx: &RenderContext) -> Vec<Self> {
        let each = |children: &[Inline], change: &dyn Fn(Self) -> Self| {
            Self::all(children, ctx).into_iter().map(change).collect()
        };
        match inline {
            Inline::Text(text) => vec![Self { text: text.clone(), ..Self::default() }],
            Inline::Foreign { lang, text } => {
                vec![Self { text: text.clone(), lang: Some(lang.clone()), ..Self::default() }]
            }
            Inline::Emphasis(children) => each(children, &|run| Self { is_emphasis: true, ..run }),
            Inline::Fact { to, children } => {
                let (href, fact) = (Some(ctx.links.fact(*to)), Some(ctx.story[*to].id.clone()));
                each(children, &|run| Self { href: href.clone(), fact: fact.clone(), ..run })
            }
            Inline::Entity { to, children } => {
                let (href, entity) = (Some(ctx.links.entity(*to)), Some(ctx.story[*to].id.clone()));
                each(children, &|run| Self { href: href.clone(), entity: entity.clone(), ..run })
            }
        }
    }

    pub(super) fn view(&self) -> Html {
        let Self { text, lang, href, entity, fact, is_emphasis } = self;
        let mut html = match lang {
            Some(lang) => html! { <span lang={lang.clone()}>{text}</span> },
            None => html! { {text} },
        };
        if *is_emphasis {
            html = html! { <em>{html}</em> };
        }
        match href {
            Some(href) => {
                let (entity, fact) = (entity.clone(), fact.clone());
                html! { <a href={href.clone()} target={target(href)} data-entity={entity} data-fact-link={fact}>{html}</a> }
            }
            None => html,
        }
    }
}
