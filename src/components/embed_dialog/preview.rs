//! The preview of an embed, as a host page shows it.

use yew::prelude::*;

use crate::hooks::{ListenOn, frames, use_event};

/// The height of a frame until the embed requests one, in pixels.
pub(super) const INITIAL_HEIGHT: u32 = 300;

/// Props of [`EmbedPreview`].
#[derive(Properties, PartialEq)]
pub(super) struct EmbedPreviewProps {
    /// The accessible name.
    pub(super) label: AttrValue,
    /// The URL of the embed; `None` while the dialog is closed.
    pub(super) url: Option<AttrValue>,
    /// The width in pixels.
    pub(super) width: u32,
    /// The height in pixels.
    pub(super) height: u32,
    /// Called with each height that the embed requests, in pixels.
    pub(super) on_height: Callback<u32>,
}

/// The frame with the embed. Each URL gets a new frame, because navigation in a frame adds to the history. The frame is
/// inert: cards stay closed while it is measured, and Escape closes the dialog.
#[component]
pub(super) fn EmbedPreview(props: &EmbedPreviewProps) -> Html {
    let EmbedPreviewProps { label, url, width, height, on_height } = props;
    let frame = use_node_ref();
    {
        let (frame, on_height) = (frame.clone(), on_height.clone());
        use_event(ListenOn::Window, "message", move |event| {
            if let Some(height) = frames::requested_height(event, &frame) {
                on_height.emit(height);
            }
        });
    }
    html! {
        <div class="embed-viewport" data-ref="preview" role="group" tabindex="0" aria-label={label}>
            {for url.iter().map(|url| html! {
                <iframe
                    ref={&frame}
                    key={url.as_str()}
                    title={label}
                    inert=true
                    width={width.to_string()}
                    height={height.to_string()}
                    src={url}
                />
            })}
        </div>
    }
}
