//! Announces a newer version of the site, and loads it on request.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use crate::hooks::service_worker::use_service_worker_update;
use crate::hooks::{ListenOn, attempt, dom, events, focus, use_event};
use crate::islands::Island;
use crate::ui_text::UpdateText;

/// Props of [`UpdateBanner`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct UpdateBannerProps {
    /// The labels.
    pub text: UpdateText,
    /// The path from the page to the service worker.
    pub service_worker_url: String,
}

impl Island for UpdateBanner {
    const NAME: &'static str = "update-banner";
}

/// A banner over the page, which moves nothing. Empty until a newer version is ready.
#[component]
pub fn UpdateBanner(props: &UpdateBannerProps) -> Html {
    let UpdateBannerProps { text, service_worker_url } = props;
    let update = use_service_worker_update(service_worker_url);
    // CSS keeps focused elements above the banner.
    use_effect_with(update.is_available, |is_available| {
        attempt(|| {
            dom::html_element()?
                .toggle_attribute_with_force("data-update-available", *is_available)
                .map(|_| ())
        });
    });
    let dismiss_and_move_focus =
        update.dismiss.reform(|()| attempt(|| focus::focus(&dom::find(".site-header a")?)));
    {
        let (dismiss, dismiss_and_move_focus, is_available) =
            (update.dismiss.clone(), dismiss_and_move_focus.clone(), update.is_available);
        use_event(ListenOn::Window, "keydown", move |event| {
            // Escape first closes open dialogs and popovers, and clears a field.
            if is_available
                && events::key_name(event).as_deref() == Some("Escape")
                && dom::find(":modal, :popover-open").is_err()
                && !focus::is_field_focused()
            {
                let has_focus = dom::find(".update-banner :focus").is_ok();
                if has_focus { dismiss_and_move_focus.emit(()) } else { dismiss.emit(()) }
            }
        });
    }
    html! {
        <div class="update-banner" role="status">
            if update.is_available {
                <p>
                    {text.available()}{" "}
                    <button type="button" data-ref="load" onclick={update.load.reform(|_| ())}>{text.load()}</button>{" "}
                    <button type="button" data-ref="later" onclick={dismiss_and_move_focus.reform(|_| ())}>{text.dismiss()}</button>
                </p>
            }
        </div>
    }
}
