//! The fields of the embed dialog: what to embed, kind of snippet, theme, width of the preview.

use yew::prelude::*;

use super::options::{EmbedOptions, EmbedTargets, EmbedTheme, WIDTHS};
use super::snippet::SnippetKind;
use crate::hooks::events;
use crate::template::fill;
use crate::ui_text::EmbedText;

/// The form of the dialog: labels, options, and the callback that changes options.
pub(super) struct EmbedForm<'a> {
    pub(super) text: &'a EmbedText,
    pub(super) options: &'a EmbedOptions,
    pub(super) on_change: &'a Callback<EmbedOptions>,
}

impl EmbedForm<'_> {
    /// The select of what to embed: facts on the page, sections and the story, as paths and titles. `node` is its
    /// `ref`.
    pub(super) fn target_select(
        &self,
        targets: &EmbedTargets,
        facts: &[(String, String)],
        node: &NodeRef,
    ) -> Html {
        let Self { text, options, on_change } = *self;
        let onchange = {
            let options = options.clone();
            on_change.reform(move |event: Event| EmbedOptions {
                path: events::field_value(&event),
                ..options.clone()
            })
        };
        let option = |path: &str, title: &str| {
            html! { <option value={path.to_owned()}>{title}</option> }
        };
        let all = |targets: &[(String, String)]| -> Html {
            targets.iter().map(|(path, title)| option(path, title)).collect()
        };
        html! {
            <div class="field-row">
                <label for="embed-what">{text.target()}</label>
                <select ref={node} id="embed-what" {onchange}>
                    <optgroup label={text.facts()}>{all(facts)}</optgroup>
                    <optgroup label={text.sections()}>{all(&targets.sections)}</optgroup>
                    <optgroup label={text.story()}>{option("", &targets.story)}</optgroup>
                </select>
            </div>
        }
    }

    pub(super) fn kinds(&self) -> Html {
        let kinds = SnippetKind::ALL.into_iter().map(|kind| {
            let chosen = EmbedOptions { kind, ..self.options.clone() };
            self.radio("embed-kind", "", kind.label(self.text), chosen)
        });
        html! { <fieldset><legend>{self.text.kind()}</legend>{for kinds}</fieldset> }
    }

    pub(super) fn themes(&self) -> Html {
        let themes = EmbedTheme::ALL.into_iter().map(|theme| {
            let label = match theme {
                EmbedTheme::Auto => self.text.auto(),
                EmbedTheme::Light => self.text.light(),
                EmbedTheme::Dark => self.text.dark(),
            };
            self.radio("embed-theme", theme.name(), label, EmbedOptions { theme, ..self.options.clone() })
        });
        let disabled = !self.options.kind.carries_theme();
        html! { <fieldset {disabled}><legend>{self.text.theme()}</legend>{for themes}</fieldset> }
    }

    pub(super) fn widths(&self) -> Html {
        let widths = WIDTHS.into_iter().map(|width| {
            let value = width.to_string();
            let label = fill(&self.text.width_option(), &[("width", &value)]);
            self.radio("embed-width", &value, label.into(), EmbedOptions { width, ..self.options.clone() })
        });
        html! { <fieldset><legend>{self.text.preview()}</legend>{for widths}</fieldset> }
    }

    fn radio(&self, name: &'static str, value: &str, label: AttrValue, chosen: EmbedOptions) -> Html {
        let checked = chosen == *self.options;
        let onchange = self.on_change.reform(move |_: Event| chosen.clone());
        html! { <label><input type="radio" {name} value={value.to_owned()} {checked} {onchange} />{label}</label> }
    }
}
