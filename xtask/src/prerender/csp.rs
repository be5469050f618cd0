//! The Content-Security-Policy of the built site.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// A policy for pages whose one `<style>` holds exactly one of these: nothing from elsewhere, nothing inline but that
/// style, which it names by its hash (CSP Level 3, section 6.7.3.2). `'wasm-unsafe-eval'` allows WebAssembly and no
/// `eval`.
pub fn policy(styles: &BTreeSet<String>) -> String {
    let hash = |style| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(style)));
    let hashes: String = styles.iter().map(hash).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{hashes}; \
         img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
         base-uri 'none'; form-action 'none'"
    )
}
