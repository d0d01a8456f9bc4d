#!/bin/sh
# Compiles the two lock files: hashes, no addresses of any index. Needs pip-tools.
set -eu
cd "$(dirname "$0")"
lock() {
  pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links "$@" pyproject.toml
}
lock --extra install --extra parquet --output-file requirements.txt
lock --extra install --extra parquet --extra test --output-file requirements-test.txt
