"""Settings from the environment: which store, which address. Every command's option goes before its variable."""

from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from chengce.errors import UserError

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
QUERIES = ROOT / "queries" / "read"


def default_store() -> Path:
    """The user's own store: ``$XDG_DATA_HOME/chengce``, else ``~/.local/share/chengce``."""
    return Path(platformdirs.user_data_dir("chengce", appauthor=False))


class Settings(BaseSettings):
    """CHENGCE_STORE (a folder or neo4j://user:password@host:7687/database), CHENGCE_HOST and CHENGCE_PORT.

    CHENGCE_NEO4J_PASSWORD is taken where the address names no password: it may hold any characters. CHENGCE_KEY: who
    sends it may correct facts over HTTP; empty: nobody may.
    """

    model_config = SettingsConfigDict(env_prefix="CHENGCE_")

    store: str = Field(default_factory=lambda: str(default_store()))
    host: str = "127.0.0.1"
    neo4j_password: SecretStr = SecretStr("")
    key: SecretStr = SecretStr("")
    port: int = Field(default=8000, ge=0, le=65535)


def settings() -> Settings:
    """What the environment says. Raises UserError that names each variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [
            f"CHENGCE_{fault['loc'][0]!s}".upper() + f": {fault['input']!r}: {fault['msg']}" for fault in error.errors()
        ]
        raise UserError("; ".join(wrong)) from error
