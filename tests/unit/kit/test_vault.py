"""Secrets at rest."""

import stat
from pathlib import Path

import pytest
from waymark.kit.vault import Vault, load_key


def test_what_was_sealed_opens_with_the_same_key_only() -> None:
    sealed = Vault("one key").seal(b"whsec_123")
    assert b"whsec" not in sealed
    assert Vault("one key").open(sealed) == b"whsec_123"
    with pytest.raises(ValueError, match="another key"):
        Vault("another key").open(sealed)


def test_pseudonyms_are_stable_and_differ_by_workspace_and_key() -> None:
    vault = Vault("one key")
    name = vault.pseudonym("workspace-1", "mara@example.com")
    assert name == Vault("one key").pseudonym("workspace-1", "mara@example.com")
    assert name != vault.pseudonym("workspace-2", "mara@example.com")
    assert name != Vault("another key").pseudonym("workspace-1", "mara@example.com")
    assert "mara" not in name


def test_the_key_file_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    key = load_key("", tmp_path / "data")
    assert load_key("", tmp_path / "data") == key
    mode = (tmp_path / "data" / "secret.key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    assert load_key("given", tmp_path) == "given"
