//! Reads the results: the harness's medians by site, and the first use of a control.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context, Result};
use serde::Deserialize;

/// The harness's results of all sites.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct RunResults {
    /// How often each site was loaded.
    pub runs: u64,
    /// Machine, browser, date.
    #[serde(rename = "line")]
    pub machine: String,
    /// The results by site, in the order of the command line.
    sites: Vec<SiteResults>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct SiteResults {
    name: String,
    /// By the harness's name of the metric. `None` if it was not measured.
    median: BTreeMap<String, Option<f64>>,
}

/// The time until the first control responds, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct FirstUse {
    /// With the program fetched and compiled in idle: from the press to the frame that shows the dialog.
    pub compiled: f64,
    /// The same with nothing fetched before.
    pub cold: f64,
    /// With nothing fetched before: from the press until the control shows that it is busy.
    pub busy: f64,
}

impl RunResults {
    /// Parses the harness's results file.
    ///
    /// # Errors
    ///
    /// If the file has another format.
    pub fn read(json: &str) -> Result<Self> {
        serde_json::from_str(json).context("the harness's results have another format")
    }

    /// A site's median.
    pub fn median(&self, site: &str, metric: &str) -> Option<f64> {
        self.sites.iter().find(|one| one.name == site)?.median.get(metric).copied().flatten()
    }
}

impl fmt::Display for FirstUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { compiled, cold, busy } = self;
        writeln!(
            f,
            "From the press of “Share” to the frame that shows its dialog, 4× throttle: {compiled:.0} ms with the \
             program compiled in idle; {cold:.0} ms on slow 4G with nothing fetched, and the control says after \
             {busy:.0} ms that it is busy."
        )
    }
}
