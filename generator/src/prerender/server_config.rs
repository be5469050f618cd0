//! Writes server configuration: response headers for Netlify, Cloudflare Pages, Caddy and nginx.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chuhai::content::Edition;
use chuhai::routes::{FACTS_CSV, FEED, WORKER};
use url::Url;

use super::assets::is_hashed;
use super::{Pages, web_app_manifest};
use crate::data::FACTS_SCHEMA;
use crate::paths::{self, write_file};

const CADDY: &str = include_str!("../../hosting/Caddyfile");
const NGINX: &str = include_str!("../../hosting/nginx.conf");

/// Makes browsers prerender a page when the reader points at a link to it.
const SPECULATION_RULES: &str = include_str!("../../hosting/speculation-rules.json");
/// The file of the speculation rules, below the site's root.
const SPECULATION_FILE: &str = "speculation-rules.json";

const POLICY: &str = "Content-Security-Policy";

/// Headers of all files. Any origin may read them, because a sandboxed embed has an opaque origin.
const ALWAYS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    // Denies features that the site never uses.
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
];

/// Media types that hosts do not derive from file extensions.
const TYPES: [(&str, &str); 5] = [
    (FEED, "application/atom+xml; charset=utf-8"),
    (FACTS_CSV, "text/csv; charset=utf-8; header=present"),
    (FACTS_SCHEMA, "application/schema+json"),
    (web_app_manifest::FILE, "application/manifest+json"),
    (SPECULATION_FILE, "application/speculationrules+json"),
];

impl Pages {
    /// The headers of all pages, as hosts send them: names and values.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let always = ALWAYS.map(|(name, value)| (name, value.to_owned()));
        [(POLICY, self.policy.clone())].into_iter().chain(always).collect()
    }

    /// Writes the speculation rules and `_headers` into the site's folder. Netlify and Cloudflare Pages read
    /// `_headers`. All files that are cached for ever must exist already.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read, or a file cannot be written.
    pub fn write_headers(&self, folder: &Path) -> Result<()> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            files.push(entry?.file_name().to_string_lossy().into_owned());
        }
        files.retain(|file| is_hashed(file));
        files.sort();
        let headers = headers(&files, &self.policy, &speculation_path(&self.site_url), &self.story.editions);
        write_file(&folder.join(SPECULATION_FILE), SPECULATION_RULES)?;
        write_file(&folder.join("_headers"), headers)
    }

    /// Writes configuration for Caddy and nginx, which read none from the site in `out`. Returns its folder.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn write_for_servers(&self, out: &Path) -> Result<PathBuf> {
        let url = Url::parse(&self.site_url).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or("_");
        let hosting = paths::target_dir_for(out, "hosting");
        for (name, template) in [("Caddyfile", CADDY), ("nginx.conf", NGINX)] {
            let filled = template
                .replace("%POLICY%", &self.policy)
                .replace("%SPECULATION%", &speculation_path(&self.site_url))
                .replace("%ORIGIN%", &paths::site_origin(&self.site_url))
                .replace("%HOST%", host)
                .replace("%FOLDER%", &out.display().to_string());
            write_file(&hosting.join(name), filled)?;
        }
        Ok(hosting)
    }
}

/// The path of the speculation rules on the site's origin.
fn speculation_path(site_url: &str) -> String {
    [&paths::site_path(site_url), SPECULATION_FILE].concat()
}

/// The text of `_headers`. Hosts merge matching rules, so each file in `cached` has its own rule. Pages have none. Hosts
/// read the file at the site's root alone, so it has rules for the editions in folders of the site too.
fn headers(cached: &[String], policy: &str, speculation: &str, editions: &[Edition]) -> String {
    let mut lines = vec!["/*".to_owned(), format!("  {POLICY}: {policy}")];
    lines.extend(ALWAYS.map(|(name, value)| format!("  {name}: {value}")));
    lines.push(format!("  Speculation-Rules: \"{speculation}\""));
    let folders = editions.iter().filter_map(Edition::subfolder);
    for folder in [""].into_iter().chain(folders) {
        let mut rule =
            |path: &str, header: &str| lines.extend([format!("/{folder}{path}"), format!("  {header}")]);
        for (file, kind) in TYPES {
            rule(file, &format!("Content-Type: {kind}"));
        }
        // Every page names it, and it seldom changes.
        rule(SPECULATION_FILE, "Cache-Control: public, max-age=86400");
        // A cross-origin isolated host frames only pages with this header.
        rule("e/*", "Cross-Origin-Embedder-Policy: require-corp");
        // A cached worker would serve an older site.
        rule(WORKER, "Cache-Control: no-cache");
    }
    // Those of editions have none, because Cloudflare Pages reads 100 rules at most.
    for file in cached {
        lines.extend([format!("/{file}"), "  Cache-Control: public, max-age=31536000, immutable".to_owned()]);
    }
    lines.join("\n") + "\n"
}
