"""Settings: one file; what differs between installations comes from the environment (docs/operating.md)."""

import os
import secrets
from pathlib import Path

import dj_database_url
import plotly
from csp.constants import SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DEMARCHE_DATA", BASE_DIR / "data")).resolve()


def _flag(name: str, *, default: bool = False) -> bool:
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def _secret_key() -> str:
    """The operator's key, else one made on the first start and kept in the data folder."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    path = DATA_DIR / "secret-key"
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        pass
    key = secrets.token_urlsafe(50)
    try:
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key)
    except FileExistsError:
        return path.read_text("ascii").strip()
    except OSError:
        # Commands that read nothing from the data folder (extract) work on a read-only disk.
        return key
    return key


DEBUG = _flag("DEBUG")
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = [h for h in os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
    "timeline",
    "articles",
    "config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.signin.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "config.signin.open_reading",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'demarche.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A deferred transaction that read first cannot wait for a writer: IMMEDIATE takes the lock at the start.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "originals"

# --- Who may do what --------------------------------------------------------------------------------------

#: whether anybody may read without signing in; uploading always asks for a contributor
OPEN_READING = _flag("OPEN_READING")
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "timeline"
LOGOUT_REDIRECT_URL = "sign-in"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_NAME = "demarche-session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _flag("HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _flag("HTTPS") else None
X_FRAME_OPTIONS = "DENY"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        # plotly.js injects the rules of its mode bar as a style element.
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "frame-ancestors": ["'none'"],
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": ["'none'"],
    }
}

# --- Uploads ----------------------------------------------------------------------------------------------

#: bytes of one file and of one upload; above, the file is refused with a sentence
MAX_FILE_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- Static files -----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
# Collected by run.py on start: hashed names that a browser keeps forever, gzip made once. Else as they lie.
COLLECTED_STATIC = _flag("COLLECTED_STATIC") and not DEBUG
STATIC_ROOT = DATA_DIR / "static" if COLLECTED_STATIC else None
WHITENOISE_USE_FINDERS = not COLLECTED_STATIC
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# Pip's package carries plotly.js; only that one file is served (the whole folder costs 20 s of compression).
PLOTLY_JS = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.staticfinder.PlotlyFinder",
]

# --- Worker -----------------------------------------------------------------------------------------------

CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL") or "embedded://localhost"
EMBEDDED_BROKER = CELERY_BROKER_URL.startswith("embedded:")
# The broker carries hints only: a hint that cannot be sent is not worth a wait, the sweep sends it later.
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"folder": str(DATA_DIR / "broker"), "polling_interval": 0.05}
    if EMBEDDED_BROKER
    else {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.2}
)
CELERY_BROKER_CONNECTION_TIMEOUT = 3
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_DEFAULT_QUEUE = "demarche"
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True  # RabbitMQ then gives a killed worker's hint to another at once
# The embedded broker is looked into twenty times a second: one hint at a time would be the pace of reading.
CELERY_WORKER_PREFETCH_MULTIPLIER = 4 if EMBEDDED_BROKER else 1
CELERY_WORKER_CONCURRENCY = int(os.environ.get("WORKER_PROCESSES") or min(os.cpu_count() or 1, 4))
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_ENABLE_REMOTE_CONTROL = not EMBEDDED_BROKER
#: seconds that a claimed article belongs to its worker; above the 30 s that a file may take
READING_LEASE = float(os.environ.get("READING_LEASE") or 120)
#: seconds between two sweeps, and the least that a hint is waited for before it is sent again
SWEEP_EVERY = float(os.environ.get("SWEEP_EVERY") or 20)
HINT_PATIENCE = float(os.environ.get("HINT_PATIENCE") or 60)

# --- Language and time ------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
TIME_ZONE = os.environ.get("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
}

if not PLOTLY_JS.exists():
    raise ImproperlyConfigured(
        f"plotly {plotly.__version__} no longer carries plotly.min.js; see docs/dependencies.md"
    )
