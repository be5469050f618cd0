//! What the harness measured: medians by site. Knows the harness's file, not what is good or bad.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context, Result};
use serde_json::Value;

/// How fast the machine and the connection are made to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// How many times slower the processor is.
    pub cpu: u64,
    /// The connection, as the harness calls it.
    pub net: &'static str,
}

impl Conditions {
    /// Whether these are what the targets are set for.
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

/// All sites of one length under one set of conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// How many times the real story's length.
    pub scale: usize,
    /// The conditions.
    pub conditions: Conditions,
    /// How often each site was loaded.
    pub runs: u64,
    /// Machine, browser, date.
    pub machine: String,
    /// The sites, in the order they were named.
    pub sites: Vec<Site>,
}

/// One site's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// What it is called.
    pub name: String,
    /// The median of each figure, by the harness's name for it; what the site lacks is not there.
    pub medians: BTreeMap<String, f64>,
    /// What went wrong in it.
    pub errors: Vec<String>,
}

impl Measured {
    /// Reads the file that the harness writes.
    ///
    /// # Errors
    ///
    /// If it is no such file.
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
            sites: sites.iter().map(Site::read).collect::<Result<_>>()?,
        })
    }

    /// A site's median.
    pub fn median(&self, site: &str, figure: &str) -> Option<f64> {
        self.sites.iter().find(|one| one.name == site)?.medians.get(figure).copied()
    }
}

impl Site {
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
