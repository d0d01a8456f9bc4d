#!/bin/sh
# What the tests need beside Python and Node: a Chromium, and nginx for the compose test.
# Uses what is there; otherwise the distribution's packages where it may, or Playwright's download.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && have apt-get; }
install() {
  echo "Installing $1…"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

if ! have chromium-headless-shell && ! have chromium && ! have chromium-browser && ! have google-chrome; then
  if may_install; then install chromium-headless-shell; else (cd frontend && npx playwright install chromium); fi
fi
if ! have nginx && may_install; then install nginx-light; fi
