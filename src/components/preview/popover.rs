//! Shows a preview beside its link, on hover, focus and tap. The preview is rendered after the trigger. Its links are
//! not tab stops, because there would be two more for every trigger.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use super::controller::use_controller;
use super::view::{DESCRIPTION_ID, preview};
use crate::hooks::{ElementExt, dom, popover};
use crate::islands::Island;

/// Props of [`PreviewPopover`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct PreviewPopoverProps {
    /// The path to the site's root.
    pub root_path: String,
    /// The URL of `previews.json`.
    pub previews_url: String,
}

impl Island for PreviewPopover {
    const NAME: &'static str = "preview-popover";
    const ACTIONS: &'static str = "preview";
}

/// One popover for all triggers of the page.
#[component]
pub fn PreviewPopover(props: &PreviewPopoverProps) -> Html {
    let controller = use_controller(&props.previews_url);
    let node = use_node_ref();
    let open = controller.open_popover();
    {
        let (node, controller) = (node.clone(), controller.clone());
        use_effect_with(open.as_ref().map(|open| open.trigger.clone()), move |trigger| {
            let Some(trigger) = trigger else { return };
            // Without popovers, a trigger stays an ordinary link.
            match dom::element(&node).and_then(|popover| popover::show(&popover)) {
                Ok(()) => drop(trigger.set_attribute("aria-describedby", DESCRIPTION_ID)),
                Err(_) => controller.close(),
            }
        });
    }
    let Some(open) = open else { return Html::default() };
    create_portal(preview(&open.preview, &open.trigger.attribute("href"), &props.root_path, node), open.host)
}
