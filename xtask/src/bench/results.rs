//! Reads the harness's results: medians by site.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context, Result};
use serde_json::Value;

/// The throttling of processor and network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// The slowdown of the processor.
    pub cpu: u64,
    /// The harness's name of the network profile.
    pub net: &'static str,
}

impl Conditions {
    /// Whether the targets apply to these conditions.
    pub fn slowed(self) -> bool {
        self.cpu > 1
    }
}

impl fmt::Display for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cpu {
            1 => f.write_str("full speed"),
            cpu => write!(f, "{cpu}× throttle, slow 4G"),
        }
    }
}

/// The results of all sites of one scale under one set of conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct RunResults {
    /// The length, in times the real story's.
    pub scale: usize,
    /// The conditions.
    pub conditions: Conditions,
    /// How often each site was loaded.
    pub runs: u64,
    /// Machine, browser, date.
    pub machine: String,
    /// The results by site, in the order of the command line.
    pub sites: Vec<SiteResults>,
}

/// The results of one site.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteResults {
    /// The site's name.
    pub name: String,
    /// The medians by the harness's name of the figure; a missing figure has no entry.
    pub medians: BTreeMap<String, f64>,
    /// The errors that the harness reported.
    pub errors: Vec<String>,
}

impl RunResults {
    /// Parses the harness's results file.
    ///
    /// # Errors
    ///
    /// If the file has another format.
    pub fn read(json: &str) -> Result<Self> {
        let file: Value = serde_json::from_str(json).context("the harness's results are no JSON")?;
        let of = |key: &str| file.get(key).with_context(|| format!("the harness's results lack `{key}`"));
        let cpu = of("cpu")?.as_u64().context("`cpu` is no number")?;
        let net = if of("net")?.as_str() == Some("none") { "none" } else { "slow4g" };
        let sites = of("sites")?.as_array().context("`sites` is no list")?;
        Ok(Self {
            scale: 1,
            conditions: Conditions { cpu, net },
            runs: of("runs")?.as_u64().context("`runs` is no number")?,
            machine: of("line")?.as_str().unwrap_or_default().to_owned(),
            sites: sites.iter().map(SiteResults::read).collect::<Result<_>>()?,
        })
    }

    /// A site's median.
    pub fn median(&self, site: &str, figure: &str) -> Option<f64> {
        self.sites.iter().find(|one| one.name == site)?.medians.get(figure).copied()
    }
}

impl SiteResults {
    fn read(site: &Value) -> Result<Self> {
        let medians = site["median"].as_object().context("a site without `median`")?;
        let errors = site["errors"].as_array().into_iter().flatten().filter_map(Value::as_str);
        Ok(Self {
            name: site["name"].as_str().context("a site without `name`")?.to_owned(),
            medians: medians
                .iter()
                .filter_map(|(figure, value)| Some((figure.clone(), value.as_f64()?)))
                .collect(),
            errors: errors.map(ToOwned::to_owned).collect(),
        })
    }
}
