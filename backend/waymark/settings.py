"""Settings: the environment, read once, frozen. Imports nothing of ours."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything an operator can set, as `WAYMARK_…` environment variables."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", frozen=True, extra="ignore")

    data_dir: Path = Field(
        default=Path(".waymark"), description="Where the embedded database and the key file live."
    )
    database_url: str = Field(
        default="",
        description="postgresql://… or sqlite:///…; empty means an SQLite file in data_dir.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on.")
    public_url: str = Field(
        default="", description="The address people and CRMs reach this at; https:// in production."
    )
    secret_key: str = Field(
        default="",
        description="Encrypts secrets and pseudonymises customers; empty means a file in data_dir.",
    )
    web_dir: Path | None = Field(
        default=None, description="The built web app, if served from here."
    )
    worker: bool = Field(default=True, description="Run a worker in a process beside the API.")
    source_events_per_second: float = Field(
        default=0,
        ge=0,
        description="Events a second that a source may send in the long run; 0 is any number.",
    )
    source_events_burst: int = Field(
        default=50_000,
        ge=1,
        description="Events that a source may send at once before that rate counts.",
    )
    max_import_mb: int = Field(
        default=1024,
        ge=1,
        le=1024**2,
        description="Megabytes that a file may have that is imported in the web app.",
    )
    keep_deliveries_days: int = Field(
        default=90,
        ge=0,
        le=36_500,
        description="Days that raw bodies of deliveries are kept; events stay. 0 is for ever.",
    )
    stream_seconds: float = Field(
        default=900,
        ge=0,
        le=86_400,
        description="Seconds after which a stream of a map ends; whoever follows it comes back.",
    )
    log_format: str = Field(default="console", pattern="^(console|json)$")
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")

    @property
    def sqlalchemy_url(self) -> str:
        """The database address with the asynchronous driver spelled out."""
        url = self.database_url or f"sqlite:///{(self.data_dir / 'waymark.db').absolute()}"
        for given, wanted in (
            ("postgres://", "postgresql+psycopg://"),
            ("postgresql://", "postgresql+psycopg://"),
            ("sqlite://", "sqlite+aiosqlite://"),
        ):
            if url.startswith(given):
                return wanted + url.removeprefix(given)
        return url

    def environment(self) -> dict[str, str]:
        """These settings as the variables that they would be read from, for another process."""
        values = self.model_dump(mode="json", exclude_none=True)
        return {f"WAYMARK_{name.upper()}": str(value) for name, value in values.items()}

    @property
    def base_url(self) -> str:
        """The address to put into links, without a trailing slash."""
        return (self.public_url or f"http://localhost:{self.port}").rstrip("/")

    @property
    def secure(self) -> bool:
        """Whether people reach this over TLS, so that cookies can insist on it."""
        return self.base_url.startswith("https://")
