//! The Content-Security-Policy of the built site.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page. Allows one inline script and one of these inline styles, by hash (CSP 3, 6.7.3.2).
/// `'wasm-unsafe-eval'` allows WebAssembly without `eval`.
pub fn policy(script: &str, styles: &BTreeSet<String>) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let hashes: String = styles.iter().map(|style| hash(style)).collect();
    let script = hash(script);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{script}; require-trusted-types-for 'script'; trusted-types chuhai; style-src 'self'{hashes}; \
         img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
         base-uri 'none'; form-action 'none'"
    )
}
